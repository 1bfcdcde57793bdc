<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>The board of a support team. Apache License 2.0.</source>
        <extracomment>kanbandesk/ui/about.py</extracomment>
        <translation>Доска службы поддержки. Лицензия Apache 2.0.</translation>
    </message>
    <message>
        <source>KanbanDesk {version}</source>
        <extracomment>kanbandesk/ui/about.py</extracomment>
        <translation>KanbanDesk {version}</translation>
    </message>
    <message>
        <source>Made with Qt {version} (LGPL 3; its libraries lie beside the program and can be replaced), PySide6, SQLAlchemy, and icons of Lucide (ISC).</source>
        <extracomment>kanbandesk/ui/about.py</extracomment>
        <translation>Сделано на Qt {version} (LGPL 3; библиотеки лежат рядом с программой, их можно заменить), PySide6, SQLAlchemy и со значками Lucide (ISC).</translation>
    </message>
    <message>
        <source>This board lies in {folder}</source>
        <extracomment>kanbandesk/ui/about.py</extracomment>
        <translation>Эта доска лежит в {folder}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Ticket</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Заявка</translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Правка</translation>
    </message>
    <message>
        <source>View</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Board</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Доска</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Справка</translation>
    </message>
    <message>
        <source>New ticket</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Открыть в отдельном окне</translation>
    </message>
    <message>
        <source>To the card in development, or back</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>К карточке в разработке или обратно</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Назад к доске</translation>
    </message>
    <message>
        <source>Claim</source>
        <extracomment>kanbandesk/ui/action_table.py
----------
kanbandesk/ui/card_actions.py</extracomment>
        <translation>Взять себе</translation>
    </message>
    <message>
        <source>Start work</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Начать работу</translation>
    </message>
    <message>
        <source>Move to …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Переместить в…</translation>
    </message>
    <message>
        <source>Assign to …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Назначить…</translation>
    </message>
    <message>
        <source>Postpone …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Отложить…</translation>
    </message>
    <message>
        <source>Transfer …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Передать…</translation>
    </message>
    <message>
        <source>Not ours …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Не наше…</translation>
    </message>
    <message>
        <source>Withdraw the transfer</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Отозвать передачу</translation>
    </message>
    <message>
        <source>Answer the client</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Ответить клиенту</translation>
    </message>
    <message>
        <source>Write a note</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Написать заметку</translation>
    </message>
    <message>
        <source>Tags …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Метки…</translation>
    </message>
    <message>
        <source>Priority …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Приоритет…</translation>
    </message>
    <message>
        <source>Link to …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Связать с…</translation>
    </message>
    <message>
        <source>Merge into …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Объединить с…</translation>
    </message>
    <message>
        <source>Block …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Заблокировать…</translation>
    </message>
    <message>
        <source>Watch</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Следить</translation>
    </message>
    <message>
        <source>Remind the client …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Напомнить клиенту…</translation>
    </message>
    <message>
        <source>Hold the reminders, or let them go</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Не напоминать или снова напоминать</translation>
    </message>
    <message>
        <source>Close as silent</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Закрыть: молчит</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Копировать номер</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Копировать ссылку</translation>
    </message>
    <message>
        <source>Move a column to the left</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>На колонку влево</translation>
    </message>
    <message>
        <source>Move a column to the right</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>На колонку вправо</translation>
    </message>
    <message>
        <source>Move up in the column</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Выше в колонке</translation>
    </message>
    <message>
        <source>Move down in the column</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Ниже в колонке</translation>
    </message>
    <message>
        <source>Inbox</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Входящие</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Комната ожидания</translation>
    </message>
    <message>
        <source>Share with a team …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Отдать команде…</translation>
    </message>
    <message>
        <source>Who is here …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Кто на месте…</translation>
    </message>
    <message>
        <source>People …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Люди…</translation>
    </message>
    <message>
        <source>Settings …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Filter …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Фильтр…</translation>
    </message>
    <message>
        <source>Show all cards</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Показать все карточки</translation>
    </message>
    <message>
        <source>Save this view …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Сохранить вид…</translation>
    </message>
    <message>
        <source>Smaller or fuller cards</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Мельче или полнее карточки</translation>
    </message>
    <message>
        <source>Swimlanes …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Дорожки…</translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Other boards …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Другие доски…</translation>
    </message>
    <message>
        <source>Log a call</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Записать звонок</translation>
    </message>
    <message>
        <source>Look …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Оформление…</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Select the whole column</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Выделить всю колонку</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Find anything …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Найти что угодно…</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Светло или темно</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Строка меню</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Открыть папку журнала</translation>
    </message>
    <message>
        <source>About KanbanDesk</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>О программе KanbanDesk</translation>
    </message>
    <message>
        <source>Accept the transfer</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Принять передачу</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <extracomment>kanbandesk/ui/window_actions.py</extracomment>
        <translation>Отменить: {step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <extracomment>kanbandesk/ui/window_actions.py</extracomment>
        <translation>Повторить: {step}</translation>
    </message>
</context>
<context>
    <name>Ageing</name>
    <message>
        <source>{time} in this column</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{time} в этой колонке</translation>
    </message>
    <message>
        <source>{level}: {words}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{level}: {words}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>срок {day}</translation>
    </message>
    <message>
        <source>closes in {time}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{time} до закрытия</translation>
    </message>
    <message>
        <source>{time} unclaimed</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{time} никем не взята</translation>
    </message>
    <message>
        <source>fresh</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>свежая</translation>
    </message>
    <message>
        <source>ageing</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>стареет</translation>
    </message>
    <message>
        <source>late</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>запаздывает</translation>
    </message>
    <message>
        <source>stale</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>залежалась</translation>
    </message>
    <message>
        <source>the vendor&apos;s answer is {due}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>ответ поставщика: {due}</translation>
    </message>
    <message>
        <source>development is {due}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>разработка: {due}</translation>
    </message>
    <message>
        <source>closed {day}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>закрыта {day}</translation>
    </message>
    <message>
        <source>wakes {moment}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>срок {moment}</translation>
    </message>
    <message>
        <source>awake {time}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{time} после срока</translation>
    </message>
    <message>
        <source>{time} not started</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{time} не начата</translation>
    </message>
    <message>
        <source>{time} since our answer</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{time} с нашего ответа</translation>
    </message>
    <message>
        <source>{time} since the solution was proposed</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{time} с тех пор, как предложено решение</translation>
    </message>
</context>
<context>
    <name>Alarm</name>
    <message>
        <source>Open</source>
        <extracomment>kanbandesk/ui/notifying/alarm.py</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Take note</source>
        <extracomment>kanbandesk/ui/notifying/alarm.py</extracomment>
        <translation>Принято к сведению</translation>
    </message>
    <message>
        <source>Problem {ticket}</source>
        <extracomment>kanbandesk/ui/notifying/alarm.py</extracomment>
        <translation>Проблема {ticket}</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>kanbandesk/ui/notifying/alarm.py</extracomment>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Away</name>
    <message>
        <source>{line} · {here} of {all} on shift</source>
        <extracomment>kanbandesk/ui/notifying/presence.py
----------
kanbandesk/ui/notifying/who_is_here.py</extracomment>
        <translation>{line} · на смене {here} из {all}</translation>
    </message>
    <message>
        <source>Away</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Нет на месте</translation>
    </message>
    <message>
        <source>Away until {moment}</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Нет на месте до {moment}</translation>
    </message>
    <message>
        <source>Away until called back</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Нет на месте, пока не вернут</translation>
    </message>
    <message>
        <source>Until then nothing new is given to {name}. What is not started goes back to New.</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>До этого времени новое не назначается: {name}. Неначатое вернётся в «Новая».</translation>
    </message>
    <message>
        <source>Back at</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Вернусь</translation>
    </message>
    <message>
        <source>Why</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Back now</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Снова на месте</translation>
    </message>
    <message>
        <source>Away for half an hour</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Отойти на полчаса</translation>
    </message>
    <message>
        <source>Away for an hour</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Отойти на час</translation>
    </message>
    <message>
        <source>Away until tomorrow 9:00</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Отойти до завтра, 9:00</translation>
    </message>
    <message>
        <source>On shift</source>
        <extracomment>kanbandesk/ui/notifying/who_is_here.py</extracomment>
        <translation>На смене</translation>
    </message>
    <message>
        <source>Off shift</source>
        <extracomment>kanbandesk/ui/notifying/who_is_here.py</extracomment>
        <translation>Не на смене</translation>
    </message>
    <message>
        <source>Away until I am back</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Отойти, пока не вернусь</translation>
    </message>
    <message>
        <source>Away until …</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Отойти до…</translation>
    </message>
    <message>
        <source>Until then nothing new is given to you. Your tickets stay yours.</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>До этого новые заявки вам не даются. Ваши заявки остаются у вас.</translation>
    </message>
    <message>
        <source>Who is here</source>
        <extracomment>kanbandesk/ui/inbox/page.py
----------
kanbandesk/ui/notifying/who_is_here.py</extracomment>
        <translation>Кто на месте</translation>
    </message>
    <message>
        <source>Go</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Отойти</translation>
    </message>
    <message>
        <source>Set</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Отметить</translation>
    </message>
    <message>
        <source>Here</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>На месте</translation>
    </message>
    <message>
        <source>Here; press to go away</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>На месте; нажмите, чтобы отойти</translation>
    </message>
    <message>
        <source>Still as before</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Всё осталось как было</translation>
    </message>
    <message>
        <source>I am back</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Я на месте</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Cancel</source>
        <extracomment>kanbandesk/ui/widgets/bar.py</extracomment>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/widgets/bar.py</extracomment>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Claim</source>
        <extracomment>kanbandesk/ui/board/card_painter.py</extracomment>
        <translation>Взять</translation>
    </message>
    <message>
        <source>Blocked</source>
        <extracomment>kanbandesk/ui/board/card_painter.py</extracomment>
        <translation>Заблокирована</translation>
    </message>
    <message>
        <source>Ignored</source>
        <extracomment>kanbandesk/ui/board/card_painter.py</extracomment>
        <translation>Пропущена</translation>
    </message>
    <message>
        <source>No cards</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>Нет карточек</translation>
    </message>
    <message>
        <source>Nobody</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>Без ответственного</translation>
    </message>
    <message>
        <source>No client</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>Без клиента</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by the filter</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>
            <numerusform>%n скрыта фильтром</numerusform>
            <numerusform>%n скрыты фильтром</numerusform>
            <numerusform>%n скрыто фильтром</numerusform>
        </translation>
    </message>
    <message>
        <source>No line</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>Без линии</translation>
    </message>
    <message>
        <source>{count} / {limit}</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>{count} / {limit}</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>{shown} из {total}</translation>
    </message>
    <message>
        <source>{count} over</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>+{count}</translation>
    </message>
</context>
<context>
    <name>BoardMenu</name>
    <message>
        <source>Swimlanes</source>
        <extracomment>kanbandesk/ui/board_menu.py</extracomment>
        <translation>Дорожки</translation>
    </message>
    <message>
        <source>Cards</source>
        <extracomment>kanbandesk/ui/board_menu.py</extracomment>
        <translation>Карточки</translation>
    </message>
    <message>
        <source>Full</source>
        <extracomment>kanbandesk/ui/board_menu.py</extracomment>
        <translation>Полные</translation>
    </message>
    <message>
        <source>Compact</source>
        <extracomment>kanbandesk/ui/board_menu.py</extracomment>
        <translation>Компактные</translation>
    </message>
    <message>
        <source>Boards</source>
        <extracomment>kanbandesk/ui/board_menu.py</extracomment>
        <translation>Доски</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Move {cards} to …</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Куда переместить: {cards}</translation>
    </message>
    <message>
        <source>Assign {cards} to …</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Кому назначить: {cards}</translation>
    </message>
    <message>
        <source>Priority of {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Приоритет: {cards}</translation>
    </message>
    <message>
        <source>Tags of {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Метки: {cards}</translation>
    </message>
    <message>
        <source>{cards}: what kind of link?</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>{cards}: какая это связь?</translation>
    </message>
    <message>
        <source>Link to ticket …</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Связать с заявкой…</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <extracomment>kanbandesk/ui/choosing.py
----------
kanbandesk/ui/notifying/who_is_here.py</extracomment>
        <translation>
            <numerusform>%n открытая</numerusform>
            <numerusform>%n открытые</numerusform>
            <numerusform>%n открытых</numerusform>
        </translation>
    </message>
    <message>
        <source>on shift</source>
        <extracomment>kanbandesk/ui/choosing.py</extracomment>
        <translation>на смене</translation>
    </message>
    <message>
        <source>off shift</source>
        <extracomment>kanbandesk/ui/choosing.py</extracomment>
        <translation>не на смене</translation>
    </message>
    <message>
        <source>New tag “{tag}”</source>
        <extracomment>kanbandesk/ui/choosing.py</extracomment>
        <translation>Новая метка «{tag}»</translation>
    </message>
    <message>
        <source>{name} (me)</source>
        <extracomment>kanbandesk/ui/choosing.py</extracomment>
        <translation>{name} (я)</translation>
    </message>
    <message>
        <source>asks for: {demands}</source>
        <extracomment>kanbandesk/ui/choosing.py</extracomment>
        <translation>нужно: {demands}</translation>
    </message>
    <message>
        <source>has it</source>
        <extracomment>kanbandesk/ui/choosing.py</extracomment>
        <translation>уже у него</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>none yet</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>ещё не было</translation>
    </message>
    <message>
        <source>SLA · {name}</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>SLA · {name}</translation>
    </message>
    <message>
        <source>In this column</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>В этой колонке</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>С закрытия</translation>
    </message>
    <message>
        <source>Since our answer</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>С нашего ответа</translation>
    </message>
    <message>
        <source>Since the client wrote</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>С письма клиента</translation>
    </message>
    <message>
        <source>{time} left</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>осталось {time}</translation>
    </message>
    <message>
        <source>stopped, {time} over</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>на паузе, просрочка {time}</translation>
    </message>
    <message>
        <source>stopped, {time} left</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>на паузе, ещё {time}</translation>
    </message>
    <message>
        <source>{time} over</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>просрочка {time}</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>It reached the client</source>
        <extracomment>kanbandesk/ui/ticket/composer.py</extracomment>
        <translation>Дозвонились до клиента</translation>
    </message>
    <message>
        <source>Attach</source>
        <extracomment>kanbandesk/ui/ticket/composer.py</extracomment>
        <translation>Прикрепить</translation>
    </message>
    <message>
        <source>Send and ask client</source>
        <extracomment>kanbandesk/ui/ticket/composer.py</extracomment>
        <translation>Отправить с вопросом</translation>
    </message>
    <message>
        <source>Send</source>
        <extracomment>kanbandesk/ui/ticket/composer.py</extracomment>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Add note</source>
        <extracomment>kanbandesk/ui/ticket/composer.py</extracomment>
        <translation>Добавить заметку</translation>
    </message>
    <message>
        <source>Log call</source>
        <extracomment>kanbandesk/ui/ticket/composer.py</extracomment>
        <translation>Записать звонок</translation>
    </message>
    <message>
        <source>Public answer</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Ответ клиенту</translation>
    </message>
    <message>
        <source>Internal note</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Внутренняя заметка</translation>
    </message>
    <message>
        <source>Call</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Note to the ticket</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Заметка к заявке</translation>
    </message>
    <message>
        <source>Answer the client …</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Ответ клиенту…</translation>
    </message>
    <message>
        <source>For colleagues only: the client never sees it.</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Только для коллег: клиент этого не увидит.</translation>
    </message>
    <message>
        <source>What was said on the phone?</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>О чём говорили по телефону?</translation>
    </message>
    <message>
        <source>For the owner of the ticket, who is told; the client never sees it.</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Для ответственного за заявку, ему сообщат; клиент этого не видит.</translation>
    </message>
    <message>
        <source>Answer {requester}, by {channel} …</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Ответ: {requester} · {channel}…</translation>
    </message>
    <message>
        <source>Answer {requester} …</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Ответ: {requester}…</translation>
    </message>
    <message>
        <source>draft kept {time} ago</source>
        <extracomment>kanbandesk/ui/ticket/composer_head.py</extracomment>
        <translation>черновик сохранён {time} назад</translation>
    </message>
    <message>
        <source>Tell whom?</source>
        <extracomment>kanbandesk/ui/ticket/naming.py</extracomment>
        <translation>Кому сказать?</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Copy the whole message: it goes on</source>
        <extracomment>kanbandesk/ui/ticket/bubble.py</extracomment>
        <translation>Копировать всё сообщение: здесь не весь текст</translation>
    </message>
    <message>
        <source>Show all ({size})</source>
        <extracomment>kanbandesk/ui/ticket/bubble.py</extracomment>
        <translation>Показать всё ({size})</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <extracomment>kanbandesk/ui/ticket/bubble.py</extracomment>
        <translation>ещё не сохранено</translation>
    </message>
    <message>
        <source>Conversation</source>
        <extracomment>kanbandesk/ui/ticket/conversation.py</extracomment>
        <translation>Переписка</translation>
    </message>
    <message>
        <source>client, by {channel}</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>клиент · {channel}</translation>
    </message>
    <message>
        <source>public answer</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>ответ клиенту</translation>
    </message>
    <message>
        <source>question to the client</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>вопрос клиенту</translation>
    </message>
    <message>
        <source>proposed solution</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>предложенное решение</translation>
    </message>
    <message>
        <source>internal note</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>внутренняя заметка</translation>
    </message>
    <message>
        <source>call</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>звонок</translation>
    </message>
    <message>
        <source>notice</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>уведомление</translation>
    </message>
    <message>
        <source>Somebody</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>Кто-то</translation>
    </message>
</context>
<context>
    <name>Countries</name>
    <message>
        <source>Norway</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Норвегия</translation>
    </message>
    <message>
        <source>Sweden</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Швеция</translation>
    </message>
    <message>
        <source>Denmark</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Дания</translation>
    </message>
    <message>
        <source>Finland</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Финляндия</translation>
    </message>
    <message>
        <source>Germany</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Германия</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Великобритания</translation>
    </message>
    <message>
        <source>United States</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>США</translation>
    </message>
    <message>
        <source>Russia</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Россия</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Казахстан</translation>
    </message>
    <message>
        <source>Belarus</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Беларусь</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Украина</translation>
    </message>
    <message>
        <source>Poland</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Польша</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Нидерланды</translation>
    </message>
    <message>
        <source>France</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Франция</translation>
    </message>
    <message>
        <source>Spain</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Испания</translation>
    </message>
    <message>
        <source>Italy</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Италия</translation>
    </message>
    <message>
        <source>Estonia</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Эстония</translation>
    </message>
    <message>
        <source>Latvia</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Латвия</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Литва</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Classification</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Классификация</translation>
    </message>
    <message>
        <source>Client</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Dates</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Даты</translation>
    </message>
    <message>
        <source>Vendor</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Поставщик</translation>
    </message>
    <message>
        <source>Development</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Разработка</translation>
    </message>
    <message>
        <source>Solution</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Решение</translation>
    </message>
    <message>
        <source>People and origin</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Люди и источник</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>год-месяц-день</translation>
    </message>
    <message>
        <source>a number</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>число</translation>
    </message>
    <message>
        <source>Change: {field}</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Изменить: {field}</translation>
    </message>
    <message>
        <source>not set</source>
        <extracomment>kanbandesk/ui/ticket/details.py
----------
kanbandesk/ui/ticket/rows.py</extracomment>
        <translation>не задано</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Contract</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Договор</translation>
    </message>
    <message>
        <source>Region</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Регион</translation>
    </message>
    <message>
        <source>Mail</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Phone</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Chat</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Opened</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Открыта</translation>
    </message>
    <message>
        <source>In this column since</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>В этой колонке с</translation>
    </message>
    <message>
        <source>Solution proposed</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Решение предложено</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Закрыта</translation>
    </message>
    <message>
        <source>Handed over</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Передана</translation>
    </message>
    <message>
        <source>Imported from</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Импорт из</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>stays in {lane}</source>
        <extracomment>kanbandesk/ui/board/aim.py</extracomment>
        <translation>останется в «{lane}»</translation>
    </message>
    <message>
        <source>Let go to put it back</source>
        <extracomment>kanbandesk/ui/board/aim.py</extracomment>
        <translation>Отпустите, чтобы вернуть на место</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>{some} и {last}</translation>
    </message>
    <message>
        <source>becomes yours</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>станет вашей</translation>
    </message>
    <message numerus="yes">
        <source>takes over from %n colleague(s)</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>
            <numerusform>перейдёт к вам от %n коллеги</numerusform>
            <numerusform>перейдёт к вам от %n коллег</numerusform>
            <numerusform>перейдёт к вам от %n коллег</numerusform>
        </translation>
    </message>
    <message>
        <source>takes over from {name}</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>перейдёт к вам, сейчас: {name}</translation>
    </message>
    <message>
        <source>→ {status}</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>→ {status}</translation>
    </message>
    <message>
        <source>accepts the transfer</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>передача будет принята</translation>
    </message>
    <message>
        <source>the urgency case</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>тип обращения</translation>
    </message>
    <message>
        <source>the SLA class</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>класс SLA</translation>
    </message>
    <message>
        <source>a question to the client</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>вопрос клиенту</translation>
    </message>
    <message>
        <source>the vendor</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>поставщик</translation>
    </message>
    <message>
        <source>the vendor&apos;s reference</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>номер у поставщика</translation>
    </message>
    <message>
        <source>the expected date</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>ожидаемая дата</translation>
    </message>
    <message>
        <source>a time to wake</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>до какого времени</translation>
    </message>
    <message>
        <source>a tracker key</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>ключ в трекере</translation>
    </message>
    <message>
        <source>a due date</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>срок</translation>
    </message>
    <message>
        <source>the problem</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>проблема</translation>
    </message>
    <message>
        <source>what was done</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>что сделано</translation>
    </message>
    <message>
        <source>why it is closed</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>причина закрытия</translation>
    </message>
    <message>
        <source>a lead&apos;s reason</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>обоснование руководителя</translation>
    </message>
    <message>
        <source>{count} of {total}: {reason}</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>{count} из {total}: {reason}</translation>
    </message>
    <message>
        <source>asks for {what}</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>нужно: {what}</translation>
    </message>
    <message>
        <source>{count} / {limit}, over the limit</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>{count} / {limit}, сверх лимита</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>{hours} h {minutes} min</source>
        <extracomment>kanbandesk/ui/words/durations.py</extracomment>
        <translation>{hours} ч {minutes} мин</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <extracomment>kanbandesk/ui/words/durations.py</extracomment>
        <translation>{days} д {hours} ч</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <extracomment>kanbandesk/ui/words/durations.py</extracomment>
        <translation>{seconds} с</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <extracomment>kanbandesk/ui/words/durations.py</extracomment>
        <translation>{minutes} мин</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <extracomment>kanbandesk/ui/words/durations.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>{hours} ч</translation>
    </message>
    <message>
        <source>{days} d</source>
        <extracomment>kanbandesk/ui/words/durations.py</extracomment>
        <translation>{days} д</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>This change takes a reason, which stays in the timeline.</source>
        <extracomment>kanbandesk/ui/ticket/edits.py</extracomment>
        <translation>Для этого изменения нужна причина; она останется в истории.</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>kanbandesk/ui/ticket/edits.py</extracomment>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Why?</source>
        <extracomment>kanbandesk/ui/ticket/edits.py</extracomment>
        <translation>Почему?</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Message from the client</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Сообщение от клиента</translation>
    </message>
    <message>
        <source>Public answer</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Ответ клиенту</translation>
    </message>
    <message>
        <source>Question to the client</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Вопрос клиенту</translation>
    </message>
    <message>
        <source>Solution proposed</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Предложено решение</translation>
    </message>
    <message>
        <source>Internal note</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Внутренняя заметка</translation>
    </message>
    <message>
        <source>Call</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Notice</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Уведомление</translation>
    </message>
    <message>
        <source>Edited</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Изменена</translation>
    </message>
    <message>
        <source>imported log</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>импортированный журнал</translation>
    </message>
    <message>
        <source>Taken</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Взята</translation>
    </message>
    <message>
        <source>Taken by {person}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Взята: {person}</translation>
    </message>
    <message>
        <source>Given to {person}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Назначена: {person}</translation>
    </message>
    <message>
        <source>Given back by {person}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Возвращена: {person}</translation>
    </message>
    <message>
        <source>Tags {tags}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Метки {tags}</translation>
    </message>
    <message>
        <source>Blocked: {reason}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Заблокирована: {reason}</translation>
    </message>
    <message>
        <source>File {name}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Файл {name}</translation>
    </message>
    <message>
        <source>Linked: {kind} {ticket}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Связь: {kind} {ticket}</translation>
    </message>
    <message>
        <source>Link to {ticket} taken away</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Связь с {ticket} снята</translation>
    </message>
    <message>
        <source>Took in {ticket}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Включила в себя: {ticket}</translation>
    </message>
    <message>
        <source>{person} watches</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Следит: {person}</translation>
    </message>
    <message>
        <source>{person} no longer watches</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Больше не следит: {person}</translation>
    </message>
    <message>
        <source>Watching</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Следит за заявкой</translation>
    </message>
    <message>
        <source>No longer watching</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Больше не следит</translation>
    </message>
    <message>
        <source>Ticket opened</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Заявка открыта</translation>
    </message>
    <message>
        <source>Moved within the column</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Перемещена внутри колонки</translation>
    </message>
    <message>
        <source>No longer blocked</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Блокировка снята</translation>
    </message>
    <message>
        <source>Change undone</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Изменение отменено</translation>
    </message>
    <message>
        <source>Taken over from {person}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Взята на себя, раньше была у: {person}</translation>
    </message>
    <message>
        <source>Given by lot to {person}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Назначена по жребию: {person}</translation>
    </message>
    <message>
        <source>Passed from {before} to {person}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Передана: {before} → {person}</translation>
    </message>
    <message>
        <source>Edited: {reason}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Изменена: {reason}</translation>
    </message>
    <message>
        <source>Merged into {ticket}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Объединена с {ticket}</translation>
    </message>
    <message>
        <source>Record of the imported log</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Запись импортированного журнала</translation>
    </message>
    <message>
        <source>Given back</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Возвращена</translation>
    </message>
    <message>
        <source>Person</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Часы работы</translation>
    </message>
    <message>
        <source>Statuses, SLA classes, urgency cases, fields</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Статусы, классы SLA, типы обращений, поля</translation>
    </message>
    <message>
        <source>What runs by itself</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Что происходит само</translation>
    </message>
    <message>
        <source>Board</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Доска</translation>
    </message>
    <message>
        <source>Absence</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Отсутствие</translation>
    </message>
    <message>
        <source>Nobody is on shift to take it</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>На смене нет никого, кто мог бы взять</translation>
    </message>
    <message>
        <source>Not started in time: {people} is on it now</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Не начата вовремя: теперь с ней {people}</translation>
    </message>
    <message>
        <source>offered by {person}, {moment}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>предложил(а) {person}, {moment}</translation>
    </message>
    <message>
        <source>Norm broken: {status}, degree {degree}, due {moment}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Нарушена норма: {status}, степень {degree}, срок {moment}</translation>
    </message>
    <message>
        <source>SLA target broken: {sla}, due {moment}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Нарушен SLA: {sla}, срок {moment}</translation>
    </message>
    <message>
        <source>Reminder prepared</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Подготовлено напоминание</translation>
    </message>
    <message>
        <source>Took note of the alarm</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Тревога принята к сведению</translation>
    </message>
    <message>
        <source>Why the SLA target was broken: {words}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Почему нарушен SLA: {words}</translation>
    </message>
    <message>
        <source>Nobody has written in time why the SLA target was broken</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Никто вовремя не написал, почему нарушен SLA</translation>
    </message>
    <message>
        <source>Called back: {words}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Обратный звонок: {words}</translation>
    </message>
    <message>
        <source>Nobody has called back in time</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Никто вовремя не перезвонил</translation>
    </message>
    <message>
        <source>Called the client: {words}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Звонок клиенту: {words}</translation>
    </message>
    <message>
        <source>Nobody has called the client in time</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Никто вовремя не позвонил клиенту</translation>
    </message>
    <message>
        <source>{person} was told</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>уведомление: {person}</translation>
    </message>
    <message>
        <source>unknown, because {reason}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>неизвестно, потому что {reason}</translation>
    </message>
    <message>
        <source>Transfer accepted: {person}, {line}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Передача принята: {person}, {line}</translation>
    </message>
    <message>
        <source>the system</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>система</translation>
    </message>
    <message>
        <source>Transfer taken back: {line}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Передача отозвана: {line}</translation>
    </message>
    <message>
        <source>to be explained by {person}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>объяснение за: {person}</translation>
    </message>
    <message>
        <source>Alarm of a problem: {person}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Тревога о проблеме: {person}</translation>
    </message>
    <message>
        <source>The client stays silent: call, other channel or closing offered</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Клиент молчит: предложены звонок, другой канал или закрытие</translation>
    </message>
    <message>
        <source>Reminder sent by itself</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Напоминание отправлено автоматически</translation>
    </message>
    <message>
        <source>Reminders held</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Напоминания приостановлены</translation>
    </message>
    <message>
        <source>Reminders let go again</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Напоминания снова включены</translation>
    </message>
    <message>
        <source>Handed to development as {ticket}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Передана в разработку: {ticket}</translation>
    </message>
    <message>
        <source>Development is done</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Разработка закончена</translation>
    </message>
    <message>
        <source>Development declines</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Разработка отказалась</translation>
    </message>
    <message>
        <source>Development has missed its date: {moment}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Разработка пропустила срок: {moment}</translation>
    </message>
    <message>
        <source>The tracker says: {state}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>В трекере: {state}</translation>
    </message>
    <message>
        <source>Phantom confirmed</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Фантом подтверждён</translation>
    </message>
    <message>
        <source>Phantom refuted</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Фантом опровергнут</translation>
    </message>
    <message>
        <source>Looked through: right</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Проверено: верно</translation>
    </message>
    <message>
        <source>Looked through: wrong</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Проверено: неверно</translation>
    </message>
    <message>
        <source>it cured</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>помогло</translation>
    </message>
    <message>
        <source>it did not cure</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>не помогло</translation>
    </message>
    <message>
        <source>Split off from {ticket}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Выделена из {ticket}</translation>
    </message>
    <message>
        <source>{setting}: changed</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>{setting}: изменено</translation>
    </message>
    <message>
        <source>Not ours: back to {line}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Не наше: обратно, {line}</translation>
    </message>
    <message>
        <source>Transfer given by lot: {person}, {line}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Передача по жребию: {person}, {line}</translation>
    </message>
    <message>
        <source>The client liked an answer</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Клиенту понравился ответ</translation>
    </message>
    <message>
        <source>The client did not like an answer</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Клиенту не понравился ответ</translation>
    </message>
    <message>
        <source>The client liked it</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Клиенту понравилось</translation>
    </message>
    <message>
        <source>The client did not like it</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Клиенту не понравилось</translation>
    </message>
    <message>
        <source>Another matter went into {ticket}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Другой вопрос выделен в {ticket}</translation>
    </message>
    <message>
        <source>{setting}: new</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>{setting}: новое</translation>
    </message>
    <message>
        <source>{setting}: taken away</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>{setting}: удалено</translation>
    </message>
    <message>
        <source>the lead</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>руководитель</translation>
    </message>
    <message>
        <source>Offered to its line: {line}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Предложена своей линии: {line}</translation>
    </message>
    <message>
        <source>Transfer offered: {line}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Предложена передача: {line}</translation>
    </message>
    <message>
        <source>Task done: {words}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Задача выполнена: {words}</translation>
    </message>
    <message>
        <source>due {moment}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>срок {moment}</translation>
    </message>
    <message>
        <source>A task is over due</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Задача просрочена</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>{path} is not a demo board; it was left untouched. Name another folder, or leave --fresh out.</source>
        <extracomment>kanbandesk/app/demo.py</extracomment>
        <translation>{path} – не пробная доска; она не тронута. Укажите другую папку или уберите --fresh.</translation>
    </message>
    <message>
        <source>KanbanDesk cannot work with {path}.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>KanbanDesk не может работать с {path}.</translation>
    </message>
    <message>
        <source>There is no board in {path}. Create one, or name the folder of an existing one.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>В {path} нет доски. Создайте её или укажите папку существующей.</translation>
    </message>
    <message>
        <source>{path} holds other files already; they were left untouched. Name an empty or a new folder.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>В {path} уже есть другие файлы; они не тронуты. Укажите пустую или новую папку.</translation>
    </message>
    <message>
        <source>The board in {path} is open in another program (process {pid}). Close that one first.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>Доска в {path} открыта в другой программе (процесс {pid}). Сначала закройте её.</translation>
    </message>
    <message>
        <source>The board in {path} was given to a team and is now in {place}. What is here is kept, but not changed.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>Доска из {path} передана команде и теперь находится в {place}. То, что осталось здесь, сохранено, но не изменяется.</translation>
    </message>
    <message>
        <source>{path} is not a board of KanbanDesk. It was left untouched; name another folder.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>{path} – не доска KanbanDesk. Ничего не тронуто; укажите другую папку.</translation>
    </message>
    <message>
        <source>{path} was written by a newer KanbanDesk. It was left untouched; please update the program.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>{path} записан более новой версией KanbanDesk. Ничего не тронуто; обновите программу.</translation>
    </message>
    <message>
        <source>{path} is damaged and was left as it is. Keep a copy of its folder, then restore the last backup.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>Файл {path} повреждён и оставлен как есть. Сохраните копию его папки, затем восстановите последнюю резервную копию.</translation>
    </message>
    <message>
        <source>{path} could not be brought to this version: {reason}. It is as it was; a copy lies in its backups.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>{path} не удалось обновить до этой версии: {reason}. Всё осталось как было; копия лежит среди резервных.</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}. The last change was not saved; what was saved before is kept.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>Не удалось записать {path}: {reason}. Последнее изменение не сохранено; сохранённое раньше цело.</translation>
    </message>
    <message>
        <source>{path} holds the board of one desk, which was left untouched. Name another folder for the server, and bring the board into it by `kanbandesk share`.</source>
        <extracomment>kanbandesk/server/places.py</extracomment>
        <translation>В {path} лежит доска одного рабочего места, она не тронута. Укажите для сервера другую папку и перенесите в неё доску командой `kanbandesk share`.</translation>
    </message>
    <message>
        <source>There is no team&apos;s server in {path}. Start one by `kanbandesk serve`, or name its folder.</source>
        <extracomment>kanbandesk/server/places.py</extracomment>
        <translation>В {path} нет сервера команды. Запустите его командой `kanbandesk serve` или укажите его папку.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Title</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Название</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Requester</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Заявитель</translation>
    </message>
    <message>
        <source>Client</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Channel</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Owner</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Companions</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Соисполнители</translation>
    </message>
    <message>
        <source>Watchers</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Наблюдатели</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Urgency case</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Тип обращения</translation>
    </message>
    <message>
        <source>SLA class</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Класс SLA</translation>
    </message>
    <message>
        <source>Category</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Tags</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Свои поля</translation>
    </message>
    <message>
        <source>Blocked because</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Причина блокировки</translation>
    </message>
    <message>
        <source>Wakes</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Спит до</translation>
    </message>
    <message>
        <source>Client knows the date</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Клиент знает дату</translation>
    </message>
    <message>
        <source>Vendor</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Поставщик</translation>
    </message>
    <message>
        <source>Vendor&apos;s reference</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Номер у поставщика</translation>
    </message>
    <message>
        <source>Expected</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Ожидается</translation>
    </message>
    <message>
        <source>Tracker key</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Ключ в трекере</translation>
    </message>
    <message>
        <source>Due</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Срок</translation>
    </message>
    <message>
        <source>The problem in the client&apos;s words</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Проблема словами клиента</translation>
    </message>
    <message>
        <source>What was done</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Что сделано</translation>
    </message>
    <message>
        <source>Closing reason</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Причина закрытия</translation>
    </message>
    <message>
        <source>Ignored</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Пропущена</translation>
    </message>
    <message>
        <source>Phantom</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Фантом</translation>
    </message>
    <message>
        <source>Was in development</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Была в разработке</translation>
    </message>
    <message>
        <source>Sent to development by</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>В разработку передал</translation>
    </message>
    <message>
        <source>Merged into</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Объединена с</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>kanbandesk/ui/setup/trail.py
----------
kanbandesk/ui/words/changes.py</extracomment>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <extracomment>kanbandesk/ui/setup/trail.py
----------
kanbandesk/ui/words/changes.py</extracomment>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>picture</source>
        <extracomment>kanbandesk/ui/ticket/pasted.py</extracomment>
        <translation>снимок</translation>
    </message>
    <message>
        <source>file</source>
        <extracomment>kanbandesk/ui/words/plain.py</extracomment>
        <translation>файл</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>me</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>я</translation>
    </message>
    <message>
        <source>nobody</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>никто</translation>
    </message>
    <message>
        <source>blocked</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>заблокирована</translation>
    </message>
    <message>
        <source>{facet}: {values}</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>{facet}: {values}</translation>
    </message>
    <message>
        <source>Owner</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Age</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Возраст</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Client</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Tag</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Blocked</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Блокировка</translation>
    </message>
    <message>
        <source>Filter by …</source>
        <extracomment>kanbandesk/ui/views/popover.py</extracomment>
        <translation>Фильтр по…</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Status</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>kanbandesk/ui/ticket/header.py
----------
kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Owner</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>kanbandesk/ui/ticket/header.py
----------
kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Линия</translation>
    </message>
    <message>
        <source>+ tag</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>+ метка</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <extracomment>kanbandesk/ui/ticket/header.py
----------
kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Открыть в отдельном окне</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>Пока никто</translation>
    </message>
    <message>
        <source>No line</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>Без линии</translation>
    </message>
    <message>
        <source>contract {number}</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>договор {number}</translation>
    </message>
    <message>
        <source>What blocks it? Blocking stops no clock.</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Что мешает? Блокировка не останавливает часы.</translation>
    </message>
    <message>
        <source>is so now</source>
        <extracomment>kanbandesk/ui/choosing.py
----------
kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>так и есть</translation>
    </message>
    <message>
        <source>Move to …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Переместить в…</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Не следить</translation>
    </message>
    <message>
        <source>Watch</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Следить</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Копировать номер</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Копировать ссылку</translation>
    </message>
    <message>
        <source>Merge into …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Объединить с…</translation>
    </message>
    <message>
        <source>Transfer …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Передать…</translation>
    </message>
    <message>
        <source>Block</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>has it</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>уже у него</translation>
    </message>
    <message>
        <source>New tag “{tag}”</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Новая метка «{tag}»</translation>
    </message>
    <message>
        <source>Assign to …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Назначить…</translation>
    </message>
    <message>
        <source>Tag</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Take the block off</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Снять блокировку</translation>
    </message>
    <message>
        <source>Block …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Заблокировать…</translation>
    </message>
    <message>
        <source>Split off …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Выделить…</translation>
    </message>
    <message>
        <source>Not ours …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Не наше…</translation>
    </message>
    <message>
        <source>{name} (me)</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>{name} (я)</translation>
    </message>
    <message>
        <source>asks for: {demands}</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>нужно: {demands}</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>The import broke off. What went wrong is in the log.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Импорт прервался. Что случилось, записано в журнале.</translation>
    </message>
    <message>
        <source>Reading {file}: {percent} %</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Чтение {file}: {percent} %</translation>
    </message>
    <message>
        <source>Storing the tickets of {file}: {percent} %</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Сохранение заявок из {file}: {percent} %</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Не удаётся прочитать {file}: {reason}.</translation>
    </message>
    <message>
        <source>{file} is damaged, or not what its ending says.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Файл {file} повреждён или это не то, на что указывает его расширение.</translation>
    </message>
    <message>
        <source>{file} is damaged, or not what its ending says: line {line}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Файл {file} повреждён или это не то, на что указывает его расширение: строка {line}.</translation>
    </message>
    <message>
        <source>Nothing in {file} tells which program wrote it. Read are exports of Trello, Jira, Nextcloud Deck, Focalboard and ServiceNow, and tables (CSV).</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>По {file} не видно, какая программа его записала. Читаются выгрузки Trello, Jira, Deck, Focalboard и ServiceNow и таблицы (CSV).</translation>
    </message>
    <message>
        <source>{file} is no whole export of {program}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>{file} — не полная выгрузка {program}.</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} MiB, which is more than is read.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>В {file} больше {limit} МиБ, столько не читается.</translation>
    </message>
    <message>
        <source>{file} has no column {columns}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>В {file} нет столбца {columns}.</translation>
    </message>
    <message>
        <source>No column of {file} tells {fields}. The command line can be told what each column means (--mapping).</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Ни один столбец в {file} не содержит: {fields}. В командной строке можно указать, что значит каждый столбец.</translation>
    </message>
    <message>
        <source>{file} is no longer there.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Файла {file} больше нет.</translation>
    </message>
    <message>
        <source>The new board could not be written: {reason}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Не удалось записать новую доску: {reason}.</translation>
    </message>
    <message>
        <source>Template cards were left out.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Карточки-шаблоны пропущены.</translation>
    </message>
    <message>
        <source>{file} is not UTF-8: it was read as {encoding}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>{file} в другой кодировке: прочитан как {encoding}.</translation>
    </message>
    <message>
        <source>“{name}” was taken as {status}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>«{name}» принято за «{status}».</translation>
    </message>
    <message>
        <source>Line {line}: {field} cannot be read.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Строка {line}: не удаётся прочитать {field}.</translation>
    </message>
    <message>
        <source>Timers are on: what was solved more than two days ago will be closed by them.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Таймеры включены: решённое больше двух дней назад будет ими закрыто.</translation>
    </message>
    <message>
        <source>It was cancelled; nothing was imported.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Отменено; ничего не импортировано.</translation>
    </message>
    <message>
        <source>There is no ticket in it that is not here already.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>В нём нет заявок, которых здесь ещё нет.</translation>
    </message>
    <message>
        <source>A part was not taken ({reason}). {tickets} of {of} tickets came in.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Часть не принята ({reason}). Импортировано заявок: {tickets} из {of}.</translation>
    </message>
    <message>
        <source>It was cancelled. {tickets} of {of} tickets came in.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Отменено. Импортировано заявок: {tickets} из {of}.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read; all of them are told in {file}</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n строку прочитать не удалось; все перечислены в {file}</numerusform>
            <numerusform>%n строки прочитать не удалось; все перечислены в {file}</numerusform>
            <numerusform>%n строк прочитать не удалось; все перечислены в {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) that are here already stay as they are.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n заявка здесь уже есть и остаётся как была.</numerusform>
            <numerusform>%n заявки здесь уже есть и остаются как были.</numerusform>
            <numerusform>%n заявок здесь уже есть и остаются как были.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) stand in the file twice: the first counts.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n заявка стоит в файле дважды: считается первая запись.</numerusform>
            <numerusform>%n заявки стоят в файле дважды: считаются первые записи.</numerusform>
            <numerusform>%n заявок стоят в файле дважды: считаются первые записи.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) with bad rows were left out.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n заявка с плохими строками пропущена.</numerusform>
            <numerusform>%n заявки с плохими строками пропущены.</numerusform>
            <numerusform>%n заявок с плохими строками пропущено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) came in.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>Импортирована %n заявка.</numerusform>
            <numerusform>Импортированы %n заявки.</numerusform>
            <numerusform>Импортировано %n заявок.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Claim</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Взять</translation>
    </message>
    <message>
        <source>Accept</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Take note</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Принято к сведению</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Discard</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Answer</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Read</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Прочитано</translation>
    </message>
    <message>
        <source>To the board</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>На доску</translation>
    </message>
    <message>
        <source>Call</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Other channel</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Другой канал</translation>
    </message>
    <message>
        <source>Close as silent</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Закрыть: молчит</translation>
    </message>
    <message>
        <source>Remind now</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Напомнить</translation>
    </message>
    <message>
        <source>Hold reminders</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Не напоминать</translation>
    </message>
    <message>
        <source>Let remind</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Напоминать</translation>
    </message>
    <message>
        <source>Inbox</source>
        <extracomment>kanbandesk/ui/inbox/page.py</extracomment>
        <translation>Входящие</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <extracomment>kanbandesk/ui/inbox/page.py</extracomment>
        <translation>Отметить всё прочитанным</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <extracomment>kanbandesk/ui/inbox/contents.py
----------
kanbandesk/ui/notifying/desk.py</extracomment>
        <translation>
            <numerusform>%n непрочитанное</numerusform>
            <numerusform>%n непрочитанных</numerusform>
            <numerusform>%n непрочитанных</numerusform>
        </translation>
    </message>
    <message>
        <source>For you</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>Для вас</translation>
    </message>
    <message>
        <source>the system draws somebody after {time}</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>через {time} система выберет сама</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>Требует внимания</translation>
    </message>
    <message>
        <source>what the server could not take</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>то, что сервер не принял</translation>
    </message>
    <message>
        <source>Your tasks</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>Ваши задачи</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>Ничьи</translation>
    </message>
    <message>
        <source>Nothing unread. What you are told is kept here.</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>Непрочитанного нет. Всё, что вам сообщают, хранится здесь.</translation>
    </message>
    <message>
        <source>Read before</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>Прочитано раньше</translation>
    </message>
    <message numerus="yes">
        <source>%n more on the board</source>
        <extracomment>kanbandesk/ui/inbox/rows.py</extracomment>
        <translation>
            <numerusform>ещё %n на доске</numerusform>
            <numerusform>ещё %n на доске</numerusform>
            <numerusform>ещё %n на доске</numerusform>
        </translation>
    </message>
    <message>
        <source>unclaimed for {time}</source>
        <extracomment>kanbandesk/ui/inbox/rows.py</extracomment>
        <translation>никто не взял {time}</translation>
    </message>
    <message>
        <source>{who} has it</source>
        <extracomment>kanbandesk/ui/inbox/rows.py</extracomment>
        <translation>взято: {who}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <extracomment>kanbandesk/ui/inbox/rows.py</extracomment>
        <translation>осталось {time}</translation>
    </message>
    <message>
        <source>unread</source>
        <extracomment>kanbandesk/ui/inbox/rows.py</extracomment>
        <translation>не прочитано</translation>
    </message>
    <message>
        <source>{time} over</source>
        <extracomment>kanbandesk/ui/inbox/rows.py</extracomment>
        <translation>просрочено на {time}</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>This is a demo in which nothing happens by itself: nobody is given a ticket, nothing escalates. Try it as it is, or see it live.</source>
        <extracomment>kanbandesk/ui/welcome/invitation.py</extracomment>
        <translation>Это демо, в котором ничего не происходит само: заявки никому не назначаются, ничего не эскалируется. Попробуйте как есть или посмотрите вживую.</translation>
    </message>
    <message>
        <source>The process runs. What nobody has is offered to you for {time}: Enter takes the card you stand on. Then the system gives it to somebody.</source>
        <extracomment>kanbandesk/ui/welcome/invitation.py</extracomment>
        <translation>Процесс идёт. Ничьи заявки предложены вам, на это {time}: клавиша ввода берёт выбранную карточку. Потом система отдаст её кому-нибудь.</translation>
    </message>
    <message>
        <source>Switch the process on</source>
        <extracomment>kanbandesk/ui/welcome/invitation.py</extracomment>
        <translation>Включить процесс</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/welcome/invitation.py</extracomment>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>We hear our callers, but they do not hear us</source>
        <extracomment>kanbandesk/ui/welcome/invitation.py</extracomment>
        <translation>Мы слышим звонящих, а они нас нет</translation>
    </message>
    <message>
        <source>Since this morning, on every telephone in the office.</source>
        <extracomment>kanbandesk/ui/welcome/invitation.py</extracomment>
        <translation>С сегодняшнего утра, на всех телефонах в офисе.</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>It did not work: {error}.</source>
        <extracomment>kanbandesk/app/team_doors.py</extracomment>
        <translation>Не получилось: {error}.</translation>
    </message>
    <message>
        <source>The server does not answer. Check the address and the network.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Сервер не отвечает. Проверьте адрес и сеть.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted here, so nothing was sent. Ask who runs it.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Сертификату сервера здесь не доверяют, поэтому ничего не отправлено. Спросите того, кто его обслуживает.</translation>
    </message>
    <message>
        <source>What answers there is no KanbanDesk server. Check the address.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>По этому адресу отвечает не сервер KanbanDesk. Проверьте адрес.</translation>
    </message>
    <message>
        <source>The address is not encrypted, so nothing was sent. It has to begin with https://</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Адрес без шифрования, поэтому ничего не отправлено. Он должен начинаться с https://</translation>
    </message>
    <message>
        <source>That is no address. It looks like https://desk.example.com</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Это не адрес. Он выглядит так: https://desk.example.com</translation>
    </message>
    <message>
        <source>Login, password or code is wrong.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Неверный логин, пароль или код.</translation>
    </message>
    <message>
        <source>Your account wants a code as well: type it and press again.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Для вашей учётной записи нужен ещё и код: введите его и нажмите снова.</translation>
    </message>
    <message>
        <source>Too many tries. Wait {after} s, then try again.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Слишком много попыток. Подождите {after} с и попробуйте снова.</translation>
    </message>
    <message>
        <source>This invitation is not valid any more. Ask an administrator for a new one.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Это приглашение больше не действует. Попросите администратора о новом.</translation>
    </message>
    <message>
        <source>Somebody else has this login.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Этот логин занят другим человеком.</translation>
    </message>
    <message>
        <source>The server needs a newer KanbanDesk. Update it first.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Серверу нужен более новый KanbanDesk. Сначала обновите программу.</translation>
    </message>
    <message>
        <source>The server is older than this program. Ask who runs it.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Сервер старее этой программы. Спросите того, кто его обслуживает.</translation>
    </message>
    <message>
        <source>Only an administrator of the server may do this.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Это может только администратор сервера.</translation>
    </message>
    <message>
        <source>Somebody works on this server already. A board goes to one that nobody has used yet.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>На этом сервере уже работают. Доску можно перенести только на новый, пустой сервер.</translation>
    </message>
    <message>
        <source>The server takes no board of this size. Ask who runs it.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Сервер не принимает доску такого размера. Спросите того, кто за него отвечает.</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a moment.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Сервер занят. Попробуйте через минуту.</translation>
    </message>
    <message>
        <source>The board did not arrive whole. Try again; nothing was changed.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Доска дошла не целиком. Попробуйте ещё раз; ничего не изменилось.</translation>
    </message>
    <message>
        <source>This board&apos;s clock is ahead of the server&apos;s. It cannot be taken.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Часы этой доски впереди часов сервера. Её нельзя принять.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is too full for this board. Ask who runs it.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>На диске сервера не хватает места для этой доски. Спросите того, кто за него отвечает.</translation>
    </message>
    <message>
        <source>The password is too short: at least {least} characters.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Пароль слишком короткий: не меньше {least} знаков.</translation>
    </message>
    <message>
        <source>The password is too long: at most {most} characters.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Пароль слишком длинный: не больше {most} знаков.</translation>
    </message>
    <message>
        <source>This password is one that guessers try first. Choose another.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Такой пароль подбирают в первую очередь. Выберите другой.</translation>
    </message>
    <message>
        <source>The password is too much like the login. Choose another.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Пароль слишком похож на логин. Выберите другой.</translation>
    </message>
    <message>
        <source>The server does not take it ({code}).</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Сервер это не принимает ({code}).</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Arrows walk cards and columns · Shift with arrows moves the card · Ctrl+click selects several</source>
        <extracomment>kanbandesk/ui/key_map.py</extracomment>
        <translation>Стрелки ходят по карточкам и колонкам · Shift со стрелками перемещает карточку · Ctrl+щелчок выделяет несколько</translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>kanbandesk/ui/key_map.py</extracomment>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Letters act on the selected cards while nothing is being typed.</source>
        <extracomment>kanbandesk/ui/key_map.py</extracomment>
        <translation>Буквы действуют на выделенные карточки, пока вы не вводите текст.</translation>
    </message>
</context>
<context>
    <name>Linked</name>
    <message>
        <source>Take the link away</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>Убрать связь</translation>
    </message>
    <message>
        <source>a ticket that is not at hand</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>заявка, которой нет под рукой</translation>
    </message>
    <message>
        <source>No other ticket belongs to this one yet.</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>С этой заявкой пока не связана ни одна другая.</translation>
    </message>
    <message>
        <source>Link to …</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>Связать с…</translation>
    </message>
    <message>
        <source>Merge into …</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>Объединить с…</translation>
    </message>
    <message>
        <source>Number or words of a ticket</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>Номер или слова заявки</translation>
    </message>
    <message>
        <source>{ticket}: this one is …</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>{ticket}: эта заявка…</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>As the system</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>Full</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Полные</translation>
    </message>
    <message>
        <source>Compact</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Компактные</translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Cards</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Карточки</translation>
    </message>
    <message>
        <source>Swimlanes</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Дорожки</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Язык</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Со следующего запуска.</translation>
    </message>
    <message>
        <source>Look</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Оформление</translation>
    </message>
</context>
<context>
    <name>Manners</name>
    <message>
        <source>How you are told</source>
        <extracomment>kanbandesk/ui/inbox/page.py
----------
kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Как вам сообщать</translation>
    </message>
    <message>
        <source>A word in the window</source>
        <extracomment>kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Сообщением в окне</translation>
    </message>
    <message>
        <source>By the system while another window is in front</source>
        <extracomment>kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Через систему, если впереди другое окно</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <extracomment>kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Тихие часы</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <extracomment>kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Тихо с</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <extracomment>kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Тихо до</translation>
    </message>
    <message>
        <source>Alarms of a Problem are heard at any hour. All of it is kept in the inbox.</source>
        <extracomment>kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Тревога по классу «Проблема» слышна в любой час. Всё хранится во входящих.</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>blocked: {reason}</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>заблокирована: {reason}</translation>
    </message>
    <message>
        <source>was in development, sent by {person}</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>была в разработке, передал {person}</translation>
    </message>
    <message>
        <source>ignored: not started in time</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>пропущена: не начата вовремя</translation>
    </message>
    <message>
        <source>phantom: the requester says it is not theirs</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>фантом: заявитель говорит, что не его</translation>
    </message>
    <message>
        <source>solution rejected: {count}</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>решение отвергнуто: {count}</translation>
    </message>
    <message>
        <source>reopened: {count}</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>открыта заново: {count}</translation>
    </message>
    <message>
        <source>postponed: {count}</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>откладывалась: {count}</translation>
    </message>
    <message>
        <source>was in development</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>была в разработке</translation>
    </message>
    <message>
        <source>merged into {ticket}</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>объединена с {ticket}</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Merge {ticket} into {target}? Its messages and files move there, the older ticket&apos;s age and the stricter class count from now on, and {ticket} is closed as a duplicate. This cannot be undone.</source>
        <extracomment>kanbandesk/ui/ticket/merging.py</extracomment>
        <translation>Влить {ticket} в {target}? Сообщения и файлы перейдут туда, возраст будет считаться по более старой заявке, класс — по более строгому, а {ticket} закроется как дубликат. Отменить это нельзя.</translation>
    </message>
    <message>
        <source>Merge {ticket} into … (number or words)</source>
        <extracomment>kanbandesk/ui/ticket/merging.py</extracomment>
        <translation>Влить {ticket} в… (номер или слова)</translation>
    </message>
    <message>
        <source>Merge</source>
        <extracomment>kanbandesk/ui/ticket/merging.py</extracomment>
        <translation>Объединить</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>a date pattern of Qt</comment>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>ddd d MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date pattern of Qt</comment>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>вчера</translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>завтра</translation>
    </message>
    <message>
        <source>{days} d ago</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>{days} д назад</translation>
    </message>
    <message>
        <source>just now</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>только что</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date pattern of Qt</comment>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>in {days} d</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>через {days} д</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>{time} назад</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>new</source>
        <extracomment>kanbandesk/ui/words/lookup.py</extracomment>
        <translation>новая</translation>
    </message>
    <message>
        <source>another ticket</source>
        <extracomment>kanbandesk/ui/words/lookup.py</extracomment>
        <translation>другая заявка</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Новая</translation>
    </message>
    <message>
        <source>Assigned</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Назначена</translation>
    </message>
    <message>
        <source>In progress</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Waiting for client</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Ждём клиента</translation>
    </message>
    <message>
        <source>Waiting for vendor</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Ждём поставщика</translation>
    </message>
    <message>
        <source>Postponed</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Отложена</translation>
    </message>
    <message>
        <source>In development</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>В разработке</translation>
    </message>
    <message>
        <source>Solved</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Решена</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Закрыта</translation>
    </message>
    <message>
        <source>Problem</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Проблема</translation>
    </message>
    <message>
        <source>Settings question</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Вопрос по настройке</translation>
    </message>
    <message>
        <source>Case review</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Разбор случая</translation>
    </message>
    <message>
        <source>Store update</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Обновление в магазинах</translation>
    </message>
    <message>
        <source>Wish</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Пожелание</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>No connection</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Telephony integration with a premium partner</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Интеграция телефонии с премиум-партнёром</translation>
    </message>
    <message>
        <source>Something does not work</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Что-то не работает</translation>
    </message>
    <message>
        <source>How do I set it up</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Как это настроить</translation>
    </message>
    <message>
        <source>What happened in one case</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Что случилось в одном случае</translation>
    </message>
    <message>
        <source>Update in the stores</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Обновление в магазинах приложений</translation>
    </message>
    <message>
        <source>A wish</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Пожелание</translation>
    </message>
    <message>
        <source>First line</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Первая линия</translation>
    </message>
    <message>
        <source>Second line</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Вторая линия</translation>
    </message>
    <message>
        <source>Third line</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Третья линия</translation>
    </message>
    <message>
        <source>Commercial</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Коммерция</translation>
    </message>
    <message>
        <source>Development</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Разработка</translation>
    </message>
    <message>
        <source>Support</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Поддержка</translation>
    </message>
    <message>
        <source>Low</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Низкий</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Обычный</translation>
    </message>
    <message>
        <source>High</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Высокий</translation>
    </message>
    <message>
        <source>Urgent</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Срочный</translation>
    </message>
    <message>
        <source>form</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>форма</translation>
    </message>
    <message>
        <source>mail</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>почта</translation>
    </message>
    <message>
        <source>chat</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>чат</translation>
    </message>
    <message>
        <source>phone</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>телефон</translation>
    </message>
    <message>
        <source>desk</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>в программе</translation>
    </message>
    <message>
        <source>import</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>импорт</translation>
    </message>
    <message>
        <source>Withdrawn by the requester</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Отозвана заявителем</translation>
    </message>
    <message>
        <source>The client stays silent</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Клиент не отвечает</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Дубликат</translation>
    </message>
    <message>
        <source>Spam</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Спам</translation>
    </message>
    <message>
        <source>Phantom: the requester did not make it</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Фантом: заявитель её не создавал</translation>
    </message>
    <message>
        <source>requester</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>заявитель</translation>
    </message>
    <message>
        <source>agent</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>сотрудник</translation>
    </message>
    <message>
        <source>lead</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>руководитель</translation>
    </message>
    <message>
        <source>developer</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>разработчик</translation>
    </message>
    <message>
        <source>account manager</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>менеджер клиента</translation>
    </message>
    <message>
        <source>administrator</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>администратор</translation>
    </message>
    <message>
        <source>the system</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>система</translation>
    </message>
    <message>
        <source>Urgency case</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Тип обращения</translation>
    </message>
    <message>
        <source>SLA class</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Класс SLA</translation>
    </message>
    <message>
        <source>Question to the client</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Вопрос клиенту</translation>
    </message>
    <message>
        <source>Vendor</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Поставщик</translation>
    </message>
    <message>
        <source>Vendor&apos;s reference</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Номер у поставщика</translation>
    </message>
    <message>
        <source>Expected on</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Ожидаемая дата</translation>
    </message>
    <message>
        <source>Wake at</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Время пробуждения</translation>
    </message>
    <message>
        <source>Tracker key</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Ключ в трекере</translation>
    </message>
    <message>
        <source>Due</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Срок</translation>
    </message>
    <message>
        <source>The problem in the client&apos;s words</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Проблема словами клиента</translation>
    </message>
    <message>
        <source>What was done</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Что сделано</translation>
    </message>
    <message>
        <source>Closing reason</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Причина закрытия</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Sick</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Болезнь</translation>
    </message>
    <message>
        <source>Holiday</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Отпуск</translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>related to</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>связана с</translation>
    </message>
    <message>
        <source>duplicate of</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>дубликат</translation>
    </message>
    <message>
        <source>blocks</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>блокирует</translation>
    </message>
    <message>
        <source>parent of</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>главная для</translation>
    </message>
    <message>
        <source>has the duplicate</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>имеет дубликат</translation>
    </message>
    <message>
        <source>blocked by</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>заблокирована заявкой</translation>
    </message>
    <message>
        <source>sub-task of</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>подзадача для</translation>
    </message>
    <message>
        <source>No lanes</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Без дорожек</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Agent</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Client</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Клиент</translation>
    </message>
</context>
<context>
    <name>NewTicket</name>
    <message>
        <source>New ticket</source>
        <extracomment>kanbandesk/ui/new_ticket.py</extracomment>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>Create</source>
        <extracomment>kanbandesk/ui/new_ticket.py</extracomment>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>kanbandesk/ui/new_ticket.py</extracomment>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Your words from before are back.</source>
        <extracomment>kanbandesk/ui/new_ticket.py</extracomment>
        <translation>Ваш прежний текст вернулся.</translation>
    </message>
    <message>
        <source>It could not be saved: {error}. Your words are kept; try again.</source>
        <extracomment>kanbandesk/ui/new_ticket.py</extracomment>
        <translation>Не удалось сохранить: {error}. Ваш текст сохранён; попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>find or add …</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>найти или добавить…</translation>
    </message>
    <message>
        <source>Name, mail or phone</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Имя, почта или телефон</translation>
    </message>
    <message>
        <source>Client or contract number</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Клиент или номер договора</translation>
    </message>
    <message>
        <source>Came by</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Title</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Название</translation>
    </message>
    <message>
        <source>The requester&apos;s words</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Слова заявителя</translation>
    </message>
    <message>
        <source>What does the requester say? Their own words, unaltered.</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Что говорит заявитель? Его слова, без правки.</translation>
    </message>
    <message>
        <source>Requester</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Заявитель</translation>
    </message>
    <message>
        <source>Client</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>+ tag</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>+ метка</translation>
    </message>
    <message>
        <source>came by {channel}</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>канал: {channel}</translation>
    </message>
    <message>
        <source>Tag</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Метка</translation>
    </message>
    <message>
        <source>{name} (new)</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>{name} (новый)</translation>
    </message>
    <message>
        <source>Line by the rules</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Линия по правилам</translation>
    </message>
    <message>
        <source>New contact “{name}”</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Новый контакт «{name}»</translation>
    </message>
    <message>
        <source>New client “{name}”</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Новый клиент «{name}»</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{error}. Your board is saved; what happened stands in the log. It helps to tell us.</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>{error}. Доска сохранена; что произошло, записано в журнале. Расскажите нам, это поможет.</translation>
    </message>
    <message>
        <source>Make a copy of the board&apos;s folder before you go on. SQLite says: {complaint}</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>Прежде чем продолжать, скопируйте папку доски. SQLite сообщает: {complaint}</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>В программе что-то пошло не так</translation>
    </message>
    <message>
        <source>The board&apos;s file is damaged</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>Файл доски повреждён</translation>
    </message>
    <message>
        <source>Nothing can be saved</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>Ничего нельзя сохранить</translation>
    </message>
    <message>
        <source>Ticket {name} is not on this board</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>Заявки {name} нет на этой доске</translation>
    </message>
    <message>
        <source>It may be closed, or on another board.</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>Возможно, она закрыта или на другой доске.</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>Открыть папку журнала</translation>
    </message>
    <message>
        <source>Not done: {deed}</source>
        <extracomment>kanbandesk/ui/giving.py
----------
kanbandesk/ui/notifying/desk.py
----------
kanbandesk/ui/passing.py</extracomment>
        <translation>Не выполнено: {deed}</translation>
    </message>
    <message>
        <source>It could not be written to the disk: {error}. The board shows it as it was before.</source>
        <extracomment>kanbandesk/ui/main_window.py</extracomment>
        <translation>Не удалось записать на диск: {error}. На доске всё как было.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <extracomment>kanbandesk/ui/main_window.py</extracomment>
        <translation>Не сохранено</translation>
    </message>
    <message>
        <source>The board could not be read</source>
        <extracomment>kanbandesk/ui/main_window.py</extracomment>
        <translation>Не удалось прочитать доску</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/notices.py</extracomment>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Save the file</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Сохранить файл</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Сохранено как «{name}».</translation>
    </message>
    <message>
        <source>The file could not be read or written: {reason}</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Файл не удалось прочитать или записать: {reason}</translation>
    </message>
    <message>
        <source>Open {host}?
{address}</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Открыть {host}?
{address}</translation>
    </message>
    <message>
        <source>Save …</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Open “{name}” ({size})? It came with a message; open it if you trust it.</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Открыть «{name}» ({size})? Файл пришёл с сообщением; откройте, если доверяете ему.</translation>
    </message>
    <message>
        <source>“{name}” ({size}) may run as a program, so it is only saved, not opened.</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>«{name}» ({size}) может оказаться программой, поэтому его можно только сохранить, но не открыть.</translation>
    </message>
    <message>
        <source>Write a mail to {address}?</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Написать письмо на {address}?</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>The system has no program for this link.</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>В системе нет программы для этой ссылки.</translation>
    </message>
    <message>
        <source>The system has no program for this file.</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>В системе нет программы для этого файла.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Pages</source>
        <extracomment>kanbandesk/ui/ticket/pages.py</extracomment>
        <translation>Страницы</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Type an action, a ticket&apos;s number, a client, some words …</source>
        <extracomment>kanbandesk/ui/palette.py</extracomment>
        <translation>Действие, номер заявки, клиент или любые слова…</translation>
    </message>
    <message>
        <source>view</source>
        <extracomment>kanbandesk/ui/palette.py</extracomment>
        <translation>вид</translation>
    </message>
    <message>
        <source>column</source>
        <extracomment>kanbandesk/ui/palette.py</extracomment>
        <translation>колонка</translation>
    </message>
    <message>
        <source>page of {ticket}</source>
        <extracomment>kanbandesk/ui/panel_deeds.py</extracomment>
        <translation>страница заявки {ticket}</translation>
    </message>
    <message>
        <source>Change the title of {ticket}</source>
        <extracomment>kanbandesk/ui/panel_deeds.py</extracomment>
        <translation>Изменить заголовок {ticket}</translation>
    </message>
    <message>
        <source>Change the line of {ticket} …</source>
        <extracomment>kanbandesk/ui/panel_deeds.py</extracomment>
        <translation>Сменить линию {ticket}…</translation>
    </message>
    <message>
        <source>Split another matter off {ticket} …</source>
        <extracomment>kanbandesk/ui/panel_deeds.py</extracomment>
        <translation>Выделить другой вопрос из {ticket}…</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>The ticket could not be read. What you typed is kept.</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>Заявку не удалось прочитать. Введённый текст сохранён.</translation>
    </message>
    <message>
        <source>Linked {count}</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>Связи {count}</translation>
    </message>
    <message>
        <source>Conversation</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>Переписка</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>История</translation>
    </message>
    <message>
        <source>Linked</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>Связи</translation>
    </message>
    <message>
        <source>Playbook</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>Сценарий</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>People</source>
        <extracomment>kanbandesk/ui/team/people.py</extracomment>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Add a person</source>
        <extracomment>kanbandesk/ui/team/people.py</extracomment>
        <translation>Добавить человека</translation>
    </message>
    <message>
        <source>does not work here any more</source>
        <extracomment>kanbandesk/ui/team/people.py</extracomment>
        <translation>больше здесь не работает</translation>
    </message>
    <message>
        <source>Saved.</source>
        <extracomment>kanbandesk/ui/team/people.py</extracomment>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>Everything there is forgotten: press again</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Там всё будет стёрто: нажмите ещё раз</translation>
    </message>
    <message>
        <source>The link is copied. Hand it over privately: it works once, for seven days.</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Ссылка скопирована. Передайте её лично: она действует один раз, семь дней.</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Roles</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Роли</translation>
    </message>
    <message>
        <source>Lines; none chosen stands for all</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Линии; если не выбрана ни одна — все</translation>
    </message>
    <message>
        <source>Works here</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Работает здесь</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Invitation link</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Ссылка-приглашение</translation>
    </message>
    <message>
        <source>Signed in at</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Сеансы</translation>
    </message>
    <message>
        <source>last seen {moment}</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>последний раз {moment}</translation>
    </message>
    <message>
        <source>this desk</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>это рабочее место</translation>
    </message>
    <message>
        <source>Link for a new password</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Ссылка для нового пароля</translation>
    </message>
    <message>
        <source>Invite by link</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Пригласить по ссылке</translation>
    </message>
    <message>
        <source>Revoke</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>A name and at least one role are needed.</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Нужны имя и хотя бы одна роль.</translation>
    </message>
    <message>
        <source>By which login? A mail address, for example.</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Под каким логином? Например, адрес почты.</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Nothing fits.</source>
        <extracomment>kanbandesk/ui/widgets/picker.py</extracomment>
        <translation>Ничего не подходит.</translation>
    </message>
</context>
<context>
    <name>Playbook</name>
    <message>
        <source>{done} of {count} answered</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>ответов: {done} из {count}</translation>
    </message>
    <message>
        <source>unknown, because …</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>неизвестно, потому что…</translation>
    </message>
    <message>
        <source>it cured</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>помогло</translation>
    </message>
    <message>
        <source>it did not</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>не помогло</translation>
    </message>
    <message>
        <source>Asked before the ticket goes to another line</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>Спрашивается до передачи на другую линию</translation>
    </message>
    <message>
        <source>Why is it unknown?</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>Почему неизвестно?</translation>
    </message>
    <message>
        <source>The answer</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Playbook</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>Сценарий</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>This board is a team&apos;s already.</source>
        <extracomment>kanbandesk/app/team_doors.py</extracomment>
        <translation>Эта доска уже принадлежит команде.</translation>
    </message>
    <message>
        <source>Nobody else works on this board; share it with a team first.</source>
        <extracomment>kanbandesk/app/team_doors.py</extracomment>
        <translation>На этой доске больше никто не работает; сначала отдайте её команде.</translation>
    </message>
    <message>
        <source>Choose a card first.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Сначала выберите карточку.</translation>
    </message>
    <message>
        <source>A card in development has no client to be answered.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>У карточки в разработке нет клиента, которому отвечать.</translation>
    </message>
    <message>
        <source>That is done on the board.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Это делается на доске.</translation>
    </message>
    <message>
        <source>It has no card in development.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>У неё нет карточки в разработке.</translation>
    </message>
    <message>
        <source>It is yours already.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Она уже ваша.</translation>
    </message>
    <message>
        <source>It does not wait for its client.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Она не ждёт клиента.</translation>
    </message>
    <message>
        <source>Its client has not been silent for long enough.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Клиент молчит ещё недостаточно долго.</translation>
    </message>
    <message>
        <source>This workflow has no such status.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>В этом процессе нет такого статуса.</translation>
    </message>
    <message>
        <source>It is in {status} already.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Она уже в статусе «{status}».</translation>
    </message>
    <message>
        <source>Nothing is hidden.</source>
        <extracomment>kanbandesk/ui/main_window.py</extracomment>
        <translation>Ничего не скрыто.</translation>
    </message>
    <message>
        <source>It is with first line already.</source>
        <extracomment>kanbandesk/ui/passing.py</extracomment>
        <translation>Она уже на первой линии.</translation>
    </message>
    <message>
        <source>It is offered to no line.</source>
        <extracomment>kanbandesk/ui/passing.py</extracomment>
        <translation>Она никакой линии не предложена.</translation>
    </message>
    <message>
        <source>A card in development stays with the developers.</source>
        <extracomment>kanbandesk/ui/passing.py</extracomment>
        <translation>Карточка в разработке остаётся у разработчиков.</translation>
    </message>
    <message>
        <source>The ticket is closed.</source>
        <extracomment>kanbandesk/ui/passing.py</extracomment>
        <translation>Заявка закрыта.</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <extracomment>kanbandesk/ui/window_actions.py</extracomment>
        <translation>Отменять нечего.</translation>
    </message>
    <message>
        <source>Nothing to do again.</source>
        <extracomment>kanbandesk/ui/window_actions.py</extracomment>
        <translation>Повторять нечего.</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Violations</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Нарушения</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Решения руководителя</translation>
    </message>
    <message>
        <source>{status}, degree {degree}</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>{status}, степень {degree}</translation>
    </message>
    <message>
        <source>Ratings, kept as given</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Оценки, не изменяются</translation>
    </message>
    <message>
        <source>Tasks</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>SLA target broken: {sla}</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Нарушен SLA: {sla}</translation>
    </message>
    <message>
        <source>since {moment}</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>с {moment}</translation>
    </message>
    <message>
        <source>Liked an answer</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Понравился ответ</translation>
    </message>
    <message>
        <source>Did not like an answer</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Не понравился ответ</translation>
    </message>
    <message>
        <source>Liked it</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Понравилось</translation>
    </message>
    <message>
        <source>Did not like it</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Не понравилось</translation>
    </message>
    <message>
        <source>A lead confirmed the phantom</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Руководитель подтвердил фантом</translation>
    </message>
    <message>
        <source>A lead has looked through the conversation</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Руководитель проверил переписку</translation>
    </message>
    <message>
        <source>A lead refuted the phantom</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Руководитель опроверг фантом</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>Your role does not allow this: {action}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Ваша роль этого не позволяет: {action}.</translation>
    </message>
    <message>
        <source>The ticket belongs to another line: {line}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Заявка относится к другой линии: {line}.</translation>
    </message>
    <message>
        <source>Only the owner may do this: {owner}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Это может только ответственный: {owner}.</translation>
    </message>
    <message>
        <source>There is no move from {before} to {after}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Нельзя: «{before}» → «{after}».</translation>
    </message>
    <message>
        <source>Only new tickets and those given back lie in New.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Статус «Новая» – только для новых и возвращённых.</translation>
    </message>
    <message>
        <source>The ticket is closed. Reopen it first.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Заявка закрыта. Сначала откройте её заново.</translation>
    </message>
    <message>
        <source>The ticket was merged into another and stays closed.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Заявка объединена с другой и остаётся закрытой.</translation>
    </message>
    <message>
        <source>A sub-task has no client. Write to the client, or call, on the ticket that it belongs to.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>У подзадачи нет клиента. Пишите и звоните клиенту в заявке, к которой она относится.</translation>
    </message>
    <message>
        <source>You cannot close it with this reason, or not yet: {reason}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>С такой причиной закрыть нельзя или ещё рано: {reason}.</translation>
    </message>
    <message>
        <source>Lowering “{field}” takes a lead, and a reason.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Понизить «{field}» может только руководитель, указав причину.</translation>
    </message>
    <message>
        <source>{agent} takes no tickets.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>{agent} не принимает заявки.</translation>
    </message>
    <message>
        <source>{agent} is not on this line ({line}). A lead may assign across lines.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>{agent} не входит в эту линию ({line}). Руководитель может назначить и на другую линию.</translation>
    </message>
    <message>
        <source>It sleeps until {wake}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Спит до {wake}.</translation>
    </message>
    <message>
        <source>It came back {count} times as “not ours”, so only a lead may pass it on.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Заявка возвращалась как «не наша» уже {count} раза, поэтому передать её дальше может только руководитель.</translation>
    </message>
    <message>
        <source>The client has been told, so it cannot be taken back.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Клиенту уже сообщили, поэтому отменить нельзя.</translation>
    </message>
    <message>
        <source>This kind of change is not taken back.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Такие изменения не отменяются.</translation>
    </message>
    <message>
        <source>Somebody else made this change, so only they can undo it.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Это изменение сделал другой человек; отменить может только он.</translation>
    </message>
    <message>
        <source>At least one active administrator has to remain.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Должен остаться хотя бы один действующий администратор.</translation>
    </message>
    <message>
        <source>Something is missing: {demand}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Не хватает: {demand}.</translation>
    </message>
    <message>
        <source>The playbook asks first: “{question}”. Answer it, or say why it is unknown.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Сначала вопрос из сценария: «{question}». Ответьте на него или укажите, почему ответ неизвестен.</translation>
    </message>
    <message>
        <source>“{field}” cannot be taken as it is.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«{field}»: в таком виде не подходит.</translation>
    </message>
    <message>
        <source>This version does not know how to do that ({field}). Nothing was changed. Update KanbanDesk, also on the server where there is one, and do it again.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Эта версия так не умеет ({field}). Ничего не изменено. Обновите KanbanDesk, а если есть сервер — то и на нём, и повторите.</translation>
    </message>
    <message>
        <source>“{field}” is empty.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«{field}»: пусто.</translation>
    </message>
    <message>
        <source>“{field}” is too long: at most {limit} characters.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«{field}»: слишком длинно, не больше {limit} знаков.</translation>
    </message>
    <message>
        <source>Too many in “{field}”: at most {limit}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«{field}»: слишком много, не больше {limit}.</translation>
    </message>
    <message>
        <source>“{value}” is not a choice for “{field}” any more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«{value}» больше нельзя выбрать для «{field}».</translation>
    </message>
    <message>
        <source>“{field}” has to lie ahead.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«{field}»: момент должен быть в будущем.</translation>
    </message>
    <message>
        <source>A ticket cannot be tied to itself.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Заявку нельзя связать с самой собой.</translation>
    </message>
    <message>
        <source>The settings contradict themselves at “{field}”: {detail}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Настройки противоречат сами себе в «{field}»: {detail}.</translation>
    </message>
    <message>
        <source>{owner} was first and has the ticket.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Первым успел другой: заявка у {owner}.</translation>
    </message>
    <message>
        <source>{who} has changed “{field}” since.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>С тех пор «{field}» меняли: {who}.</translation>
    </message>
    <message>
        <source>The client has written since you last saw the ticket. Read that first.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Клиент написал уже после того, как вы видели заявку. Сначала прочтите.</translation>
    </message>
    <message>
        <source>KanbanDesk failed at this. Nothing of it was saved, everything else is as it was. Do it again; if it fails again, report it with the log (Help, “Open the log folder”).</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>На этом действии произошёл сбой KanbanDesk. Ничего из него не сохранено, всё остальное осталось как было. Повторите; если сбой повторится, сообщите о нём и приложите журнал («Справка», «Открыть папку журнала»).</translation>
    </message>
    <message>
        <source>“{name}” has {size}, and the team&apos;s server takes files of at most {limit}. Nothing is lost: file and words are kept here. Attach a smaller file, or a link; whoever runs the server can allow more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Файл «{name}» — {size}, а сервер команды принимает файлы не больше {limit}. Ничего не потеряно: файл и текст остались здесь. Приложите файл поменьше или ссылку; кто ведёт сервер, может разрешить больше.</translation>
    </message>
    <message>
        <source>“{name}” has {size}, and something on the way to the team&apos;s server lets no such file through. Nothing is lost: file and words are kept here. Attach a smaller file, or a link; whoever runs the server can allow more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Файл «{name}» — {size}, и что-то на пути к серверу команды не пропускает такие файлы. Ничего не потеряно: файл и текст остались здесь. Приложите файл поменьше или ссылку; кто ведёт сервер, может разрешить больше.</translation>
    </message>
    <message>
        <source>open tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>открывать заявки</translation>
    </message>
    <message>
        <source>claim tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>брать заявки</translation>
    </message>
    <message>
        <source>assign tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>назначать заявки</translation>
    </message>
    <message>
        <source>move tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>перемещать заявки</translation>
    </message>
    <message>
        <source>overrule the workflow</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>действовать в обход процесса</translation>
    </message>
    <message>
        <source>close tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>закрывать заявки</translation>
    </message>
    <message>
        <source>withdraw a request</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>отзывать заявку</translation>
    </message>
    <message>
        <source>accept or reject a solution</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>принимать или отвергать решение</translation>
    </message>
    <message>
        <source>answer clients</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>отвечать клиентам</translation>
    </message>
    <message>
        <source>log calls</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>записывать звонки</translation>
    </message>
    <message>
        <source>write notes</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>писать заметки</translation>
    </message>
    <message>
        <source>record what a client said</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>записывать слова клиента</translation>
    </message>
    <message>
        <source>attach files</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>прикреплять файлы</translation>
    </message>
    <message>
        <source>arrange cards</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>расставлять карточки</translation>
    </message>
    <message>
        <source>edit tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>править заявки</translation>
    </message>
    <message>
        <source>link tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>связывать заявки</translation>
    </message>
    <message>
        <source>merge tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>объединять заявки</translation>
    </message>
    <message>
        <source>watch tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>следить за заявками</translation>
    </message>
    <message>
        <source>wake tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>будить заявки</translation>
    </message>
    <message>
        <source>pass tickets on to another line</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>передавать заявки на другую линию</translation>
    </message>
    <message>
        <source>say of others that they are away</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>отмечать отсутствие других</translation>
    </message>
    <message>
        <source>import tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>импортировать заявки</translation>
    </message>
    <message>
        <source>change clients and contacts</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>менять клиентов и контакты</translation>
    </message>
    <message>
        <source>save views</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>сохранять виды</translation>
    </message>
    <message>
        <source>share views</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>делиться видами</translation>
    </message>
    <message>
        <source>change the settings</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>менять настройки</translation>
    </message>
    <message>
        <source>The ticket is not here any more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Этой заявки здесь больше нет.</translation>
    </message>
    <message>
        <source>There is no such status any more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Такого статуса больше нет.</translation>
    </message>
    <message>
        <source>There is no such agent here.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Такого сотрудника здесь нет.</translation>
    </message>
    <message>
        <source>There is no such line any more. Choose another.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Такой линии больше нет. Выберите другую.</translation>
    </message>
    <message>
        <source>There is no such calendar any more. Choose another.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Такого календаря больше нет. Выберите другой.</translation>
    </message>
    <message>
        <source>There is no such board any more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Такой доски больше нет.</translation>
    </message>
    <message>
        <source>There is no such client any more. Choose another.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Такого клиента больше нет. Выберите другого.</translation>
    </message>
    <message>
        <source>It is not here any more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Этого здесь больше нет.</translation>
    </message>
    <message>
        <source>The tickets are linked already.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Заявки уже связаны.</translation>
    </message>
    <message>
        <source>It is there already.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Это уже есть.</translation>
    </message>
    <message>
        <source>Tickets lie in this status, so it has to stay.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>В этом статусе есть заявки, поэтому он остаётся.</translation>
    </message>
    <message>
        <source>Lines follow this calendar, so it has to stay.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>По этому календарю работают линии, поэтому он остаётся.</translation>
    </message>
    <message>
        <source>It is in use, so it has to stay.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Это используется, поэтому остаётся.</translation>
    </message>
    <message>
        <source>The rules do not allow this ({code}).</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Правила этого не позволяют ({code}).</translation>
    </message>
    <message>
        <source>no line</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>без линии</translation>
    </message>
    <message>
        <source>nobody</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>никто</translation>
    </message>
    <message>
        <source>status “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>статус «{name}»</translation>
    </message>
    <message>
        <source>SLA class “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>класс SLA «{name}»</translation>
    </message>
    <message>
        <source>urgency case “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>тип обращения «{name}»</translation>
    </message>
    <message>
        <source>custom field “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>своё поле «{name}»</translation>
    </message>
    <message>
        <source>column “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>колонка «{name}»</translation>
    </message>
    <message>
        <source>board “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>доска «{name}»</translation>
    </message>
    <message>
        <source>line “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>линия «{name}»</translation>
    </message>
    <message>
        <source>calendar “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>календарь «{name}»</translation>
    </message>
    <message>
        <source>working hours of {name}</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>рабочее время: {name}</translation>
    </message>
    <message>
        <source>tickets that come in</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>входящие заявки</translation>
    </message>
    <message>
        <source>request type “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>вид запроса «{name}»</translation>
    </message>
    <message>
        <source>routing rule “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>правило маршрутов «{name}»</translation>
    </message>
    <message>
        <source>playbook “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>сценарий «{name}»</translation>
    </message>
    <message>
        <source>ticket {name}</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>заявка {name}</translation>
    </message>
    <message>
        <source>A column has no name. Give it one.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>У одной из колонок нет названия. Дайте его.</translation>
    </message>
    <message>
        <source>A question has no words. Write them, or take its line away.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>В одном из вопросов нет слов. Напишите их или уберите строку.</translation>
    </message>
    <message>
        <source>It has no words yet. Write them.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Здесь ещё нет слов. Напишите их.</translation>
    </message>
    <message>
        <source>It has no name yet. Give it one.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Названия ещё нет. Дайте его.</translation>
    </message>
    <message>
        <source>{thing}: each degree of the norm is at least as long as the one before.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: каждая степень нормы не короче предыдущей.</translation>
    </message>
    <message>
        <source>“{field}” is a hundred years at most.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{field}»: не больше ста лет.</translation>
    </message>
    <message>
        <source>“{field}” is a second at least.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{field}»: не меньше секунды.</translation>
    </message>
    <message>
        <source>“{field}” is 1 at least.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{field}»: не меньше 1.</translation>
    </message>
    <message>
        <source>“{field}” lies between 0 and 100.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{field}»: от 0 до 100.</translation>
    </message>
    <message>
        <source>{thing}: a promise is longer than nothing.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: обещание длится дольше нуля.</translation>
    </message>
    <message>
        <source>{thing} counts for tickets without a class, so it has to stay. Let another class count for them first.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing} действует для заявок без класса, поэтому остаётся. Сначала отдайте их другому классу.</translation>
    </message>
    <message>
        <source>{thing} gives the SLA class “{gone}”, so that class has to stay. Choose another for the case first.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing} задаёт класс SLA «{gone}», поэтому класс остаётся. Сначала выберите для обращения другой.</translation>
    </message>
    <message>
        <source>{thing}: what is chosen from has choices. Write them.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: для выбора нужны варианты. Напишите их.</translation>
    </message>
    <message>
        <source>{thing}: only a field of the kind “Choice” has choices. Take them away.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: варианты есть только у поля вида «Выбор». Уберите их.</translation>
    </message>
    <message>
        <source>Status “{status}” is in two columns. A board shows a status in one.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Статус «{status}» стоит в двух колонках. На доске у статуса одна колонка.</translation>
    </message>
    <message>
        <source>{thing} shows no status. Choose one at least.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing} не показывает ни одного статуса. Выберите хотя бы один.</translation>
    </message>
    <message>
        <source>{agent} does not work here any more. Choose somebody else.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{agent} здесь больше не работает. Выберите другого.</translation>
    </message>
    <message>
        <source>“{field}”: what was chosen is not here any more.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{field}»: выбранного здесь больше нет.</translation>
    </message>
    <message>
        <source>{thing}: its line is not here any more. Choose another.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: этой линии больше нет. Выберите другую.</translation>
    </message>
    <message>
        <source>{thing} would fit every ticket. Give it a category, a client, a region or words.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: подошло бы к любой заявке. Задайте категорию, клиента, регион или слова.</translation>
    </message>
    <message>
        <source>{thing}: its client is not here any more. Choose another.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: этого клиента больше нет. Выберите другого.</translation>
    </message>
    <message>
        <source>{thing} has no category: it is asked in none.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: нет категории, его нигде не спросят.</translation>
    </message>
    <message>
        <source>Category “{category}” has a playbook already: “{other}”. A category has one.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>У категории «{category}» уже есть сценарий: «{other}». У категории он один.</translation>
    </message>
    <message>
        <source>What goes out by itself has words. Write them, or switch the sending off.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Для отправки без вас нужны слова. Напишите их или выключите отправку.</translation>
    </message>
    <message>
        <source>This computer knows no time zone “{day}”.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Этот компьютер не знает часового пояса «{day}».</translation>
    </message>
    <message>
        <source>It is closed on all days of the week. Give it hours.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Закрыто во все дни недели. Задайте часы.</translation>
    </message>
    <message>
        <source>“{day}” is no date. Write it as 2026-12-25.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{day}» не дата. Пишите так: 2026-12-25.</translation>
    </message>
    <message>
        <source>{day} is there twice. Leave one of the two.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{day} указано дважды. Оставьте одно.</translation>
    </message>
    <message>
        <source>{day}: hours end after they begin. Write a night shift in two, split at 24:00.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{day}: конец часов позже начала. Ночную смену пишите в два приёма, с разрывом в 24:00.</translation>
    </message>
    <message>
        <source>{day}: hours overlap.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{day}: часы перекрываются.</translation>
    </message>
    <message>
        <source>{thing} has to stay. It is needed by: {needed}.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: удалить нельзя. Используется: {needed}.</translation>
    </message>
    <message>
        <source>“{field}” in the settings</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{field}» в настройках</translation>
    </message>
    <message>
        <source>and many more</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>и многое другое</translation>
    </message>
    <message>
        <source>Put it away instead: what they hold of it stays.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Вместо этого уберите его: то, что в них записано, останется.</translation>
    </message>
    <message>
        <source>{thing} is the only one, so it has to stay.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: других нет, поэтому остаётся.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafeText</name>
    <message>
        <source>Copy</source>
        <extracomment>kanbandesk/ui/ticket/safe_text.py</extracomment>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy the whole message</source>
        <extracomment>kanbandesk/ui/ticket/safe_text.py</extracomment>
        <translation>Копировать всё сообщение</translation>
    </message>
    <message>
        <source>Select all</source>
        <extracomment>kanbandesk/ui/ticket/safe_text.py</extracomment>
        <translation>Выделить всё</translation>
    </message>
    <message>
        <source>Copy the link&apos;s address</source>
        <extracomment>kanbandesk/ui/ticket/safe_text.py</extracomment>
        <translation>Копировать адрес ссылки</translation>
    </message>
</context>
<context>
    <name>Screenless</name>
    <message>
        <source>There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set).</source>
        <extracomment>kanbandesk/app/screenless.py</extracomment>
        <translation>Здесь нет экрана (не заданы ни DISPLAY, ни WAYLAND_DISPLAY).</translation>
    </message>
    <message>
        <source>The board was drawn to {file}</source>
        <extracomment>kanbandesk/app/screenless.py</extracomment>
        <translation>Доска нарисована в файле {file}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Found in messages</source>
        <extracomment>kanbandesk/ui/search.py</extracomment>
        <translation>Найдено в переписке</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>It could not be saved: {error}. Your words are kept here; try again.</source>
        <extracomment>kanbandesk/ui/ticket/sending.py</extracomment>
        <translation>Не удалось сохранить: {error}. Ваш текст остался здесь; попробуйте ещё раз.</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>none</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>нет</translation>
    </message>
    <message>
        <source>seconds</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>секунд</translation>
    </message>
    <message>
        <source>minutes</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>минут</translation>
    </message>
    <message>
        <source>hours</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>часов</translation>
    </message>
    <message>
        <source>days</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>дней</translation>
    </message>
    <message>
        <source>Degree 1</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>Степень 1</translation>
    </message>
    <message>
        <source>Degree 2</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>Степень 2</translation>
    </message>
    <message>
        <source>Degree 3</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>Степень 3</translation>
    </message>
    <message>
        <source>Add</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py
----------
kanbandesk/ui/setup/page.py</extracomment>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Up</source>
        <extracomment>kanbandesk/ui/setup/page.py
----------
kanbandesk/ui/setup/picks.py</extracomment>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Name of the column</source>
        <extracomment>kanbandesk/ui/setup/columns.py</extracomment>
        <translation>Название колонки</translation>
    </message>
    <message>
        <source>no limit</source>
        <extracomment>kanbandesk/ui/setup/columns.py</extracomment>
        <translation>без лимита</translation>
    </message>
    <message>
        <source>WIP limit</source>
        <extracomment>kanbandesk/ui/setup/columns.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Лимит</translation>
    </message>
    <message>
        <source>Statuses</source>
        <extracomment>kanbandesk/ui/setup/drawers.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Статусы</translation>
    </message>
    <message>
        <source>Add a column</source>
        <extracomment>kanbandesk/ui/setup/columns.py</extracomment>
        <translation>Добавить колонку</translation>
    </message>
    <message>
        <source>Down</source>
        <extracomment>kanbandesk/ui/setup/page.py
----------
kanbandesk/ui/setup/picks.py</extracomment>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>kanbandesk/ui/setup/page.py</extracomment>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>By hand, for agents. A lead may make any move with a reason.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Вручную, для сотрудников. Руководитель может любой перенос, указав причину.</translation>
    </message>
    <message>
        <source>Round the clock</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Круглосуточно</translation>
    </message>
    <message>
        <source>As 08:00-12:00, 13:00-17:00. A night shift is written in two, split at midnight.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Например, 08:00-12:00, 13:00-17:00. Ночная смена пишется в два приёма, с разрывом в полночь.</translation>
    </message>
    <message>
        <source>A line each, as 2026-12-25.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>По одному в строке: 2026-12-25.</translation>
    </message>
    <message>
        <source>A line each, as 2026-12-24 08:00-12:00.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>По одному в строке: 2026-12-24 08:00-12:00.</translation>
    </message>
    <message>
        <source>Always</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Всегда</translation>
    </message>
    <message>
        <source>In opening hours</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>В часы работы</translation>
    </message>
    <message>
        <source>In whole days on which the first line opens</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Целыми днями, когда открыта первая линия</translation>
    </message>
    <message>
        <source>At random</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Случайно</translation>
    </message>
    <message>
        <source>Whoever has the fewest open tickets</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>У кого меньше открытых заявок</translation>
    </message>
    <message>
        <source>Each in turn</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>По очереди</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Number</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Число</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Choice</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Выбор</translation>
    </message>
    <message>
        <source>Is told of a broken promise, and writes why it came to that.</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py</extracomment>
        <translation>Узнаёт о нарушенном обещании и пишет, почему так вышло.</translation>
    </message>
    <message>
        <source>Is offered first what goes to the line that sets clients up.</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py</extracomment>
        <translation>Первым получает то, что идёт на линию внедрения.</translation>
    </message>
    <message>
        <source>Who writes or calls from one of the three is recognised, with the client.</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py</extracomment>
        <translation>Кто пишет или звонит с одного из трёх адресов, узнаётся вместе с клиентом.</translation>
    </message>
    <message>
        <source>Routing rules may look at it.</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py</extracomment>
        <translation>На него могут смотреть правила маршрутов.</translation>
    </message>
    <message>
        <source>With its country: +47 22 00 00 00.</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py</extracomment>
        <translation>С кодом страны: +47 22 00 00 00.</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py
----------
kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Nobody</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py</extracomment>
        <translation>Никто</translation>
    </message>
    <message>
        <source>Whose tickets come in, and by which addresses they are recognised.</source>
        <extracomment>kanbandesk/ui/setup/clients.py</extracomment>
        <translation>Чьи заявки приходят и по каким адресам их узнают.</translation>
    </message>
    <message>
        <source>It could not be saved: {error}. What you typed is kept; try again.</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py
----------
kanbandesk/ui/setup/clients.py
----------
kanbandesk/ui/setup/page.py</extracomment>
        <translation>Не удалось сохранить: {error}. Введённое осталось; попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Merge “{one}” into “{other}”? Tickets and addresses are the other&apos;s from now on. This cannot be undone.</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Объединить «{one}» с «{other}»? Заявки и адреса перейдут ко второму. Отменить это нельзя.</translation>
    </message>
    <message>
        <source>Put away: it is offered no more. Tickets stay, and whoever writes is recognised.</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Убрано: больше не предлагается. Заявки остаются, и тот, кто пишет, узнаётся.</translation>
    </message>
    <message>
        <source>One more mail address, phone number or chat name</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Ещё адрес почты, телефон или имя в чате</translation>
    </message>
    <message>
        <source>Further address</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Ещё один адрес</translation>
    </message>
    <message>
        <source>Merge into another …</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Объединить с другим…</translation>
    </message>
    <message>
        <source>Merge</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Leave them two</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Оставить двоих</translation>
    </message>
    <message>
        <source>Further addresses</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Другие адреса</translation>
    </message>
    <message>
        <source>Offer again</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Снова предлагать</translation>
    </message>
    <message>
        <source>Offer no more</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Больше не предлагать</translation>
    </message>
    <message>
        <source>It was merged into {other}.</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Объединено с: {other}.</translation>
    </message>
    <message>
        <source>No client yet. They come with tickets and imports, or are added here.</source>
        <extracomment>kanbandesk/ui/setup/clients.py</extracomment>
        <translation>Клиентов ещё нет. Они появляются с заявками и импортом или добавляются здесь.</translation>
    </message>
    <message>
        <source>Add a client</source>
        <extracomment>kanbandesk/ui/setup/clients.py</extracomment>
        <translation>Добавить клиента</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <extracomment>kanbandesk/ui/setup/clients.py</extracomment>
        <translation>Добавить контакт</translation>
    </message>
    <message>
        <source>Clients and contacts</source>
        <extracomment>kanbandesk/ui/setup/clients.py
----------
kanbandesk/ui/setup/finding.py
----------
kanbandesk/ui/setup/window.py</extracomment>
        <translation>Клиенты и контакты</translation>
    </message>
    <message>
        <source>{name} (left)</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>{name} (не работает)</translation>
    </message>
    <message>
        <source>In opening hours a day means 24 hours of opening.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>В часах работы день означает 24 рабочих часа.</translation>
    </message>
    <message>
        <source>Another class takes this over by having it ticked.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Это переходит к другому классу, когда у него поставлена галочка.</translation>
    </message>
    <message>
        <source>Counts for tickets without a class</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Действует для заявок без класса</translation>
    </message>
    <message>
        <source>What a status demands of whoever moves a ticket there, where it may go from there, and after how long its card ages. Clocks that run keep the limits with which they began.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Что статус требует при переносе, куда из него можно и через сколько стареет карточка. Идущие часы сохраняют лимиты, с которыми начали.</translation>
    </message>
    <message>
        <source>At degree 1 the system draws an agent who is on shift.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>На степени 1 система выбирает сотрудника на смене.</translation>
    </message>
    <message>
        <source>At degree 2 the line&apos;s lead is told, and the mark “ignored” stays.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>На степени 2 узнаёт руководитель линии, и метка «пропущена» остаётся.</translation>
    </message>
    <message>
        <source>Counted from the date that the vendor named.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Считается от даты, которую назвал поставщик.</translation>
    </message>
    <message>
        <source>Counted from the moment at which it woke.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Считается от момента, когда она проснулась.</translation>
    </message>
    <message>
        <source>At degree 1 a reminder is prepared, at degree 2 a call or closing is offered.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>На степени 1 готовится напоминание, на степени 2 предлагается звонок или закрытие.</translation>
    </message>
    <message>
        <source>The term runs from the first hand-over to the due date; without a date there is no norm.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Срок идёт от первой передачи до даты; без даты нормы нет.</translation>
    </message>
    <message>
        <source>SLA classes</source>
        <extracomment>kanbandesk/ui/setup/drawers.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Классы SLA</translation>
    </message>
    <message>
        <source>What a client is promised: from the ticket&apos;s coming in until it is solved.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Что обещано клиенту: от поступления заявки до решения.</translation>
    </message>
    <message>
        <source>Urgency directory</source>
        <extracomment>kanbandesk/ui/setup/drawers.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Справочник срочности</translation>
    </message>
    <message>
        <source>How pressing a case is, once for all: whoever starts a ticket chooses the case, never the urgency.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Насколько срочен случай, раз и навсегда: начиная заявку, выбирают тип обращения, а не срочность.</translation>
    </message>
    <message>
        <source>Lines</source>
        <extracomment>kanbandesk/ui/setup/drawers.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Линии</translation>
    </message>
    <message>
        <source>Who works on what, when, under whose lead, and how a ticket finds its agent.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Кто над чем работает, когда, под чьим руководством, и как заявка находит сотрудника.</translation>
    </message>
    <message>
        <source>Calendars</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Календари</translation>
    </message>
    <message>
        <source>Opening hours of lines and working hours of people. What has passed is counted as it was then.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Часы работы линий и рабочее время людей. Прошедшее считается, как было тогда.</translation>
    </message>
    <message>
        <source>No calendar yet: every line is open round the clock. Add one for opening hours or shifts.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Календарей ещё нет: все линии работают круглосуточно. Добавьте календарь для часов работы или смен.</translation>
    </message>
    <message>
        <source>Boards</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Доски</translation>
    </message>
    <message>
        <source>Columns show one or more statuses. A WIP limit warns; it never stops anybody.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Колонка показывает один или несколько статусов. Лимит предупреждает, но никого не останавливает.</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <extracomment>kanbandesk/ui/setup/drawers.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Свои поля</translation>
    </message>
    <message>
        <source>What else is kept on a ticket, beside what every ticket has.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Что ещё хранится в заявке, кроме обычного.</translation>
    </message>
    <message>
        <source>No custom field yet. What is added here is filled in on every ticket.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Своих полей ещё нет. Добавленное здесь заполняют в каждой заявке.</translation>
    </message>
    <message>
        <source>put away</source>
        <extracomment>kanbandesk/ui/setup/drawers.py
----------
kanbandesk/ui/setup/finding.py</extracomment>
        <translation>убрано</translation>
    </message>
    <message>
        <source>It is filled in no more. What tickets hold of it stays, and is shown.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Больше не заполняется. То, что уже есть в заявках, остаётся и показывается.</translation>
    </message>
    <message>
        <source>Client, contract, contact, mail or phone</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>Клиент, договор, контакт, почта, телефон</translation>
    </message>
    <message>
        <source>Find a client or a contact</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>Найти клиента или контакт</translation>
    </message>
    <message>
        <source>Nobody fits.</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>Никто не подходит.</translation>
    </message>
    <message numerus="yes">
        <source>%n more clients. Type to find them.</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>
            <numerusform>Ещё %n клиент. Найдите его по имени.</numerusform>
            <numerusform>Ещё %n клиента. Найдите их по имени.</numerusform>
            <numerusform>Ещё %n клиентов. Найдите их по имени.</numerusform>
        </translation>
    </message>
    <message>
        <source>There may be more contacts. Type more of the name.</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>Контактов может быть больше. Введите имя полнее.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>Контакты</translation>
    </message>
    <message numerus="yes">
        <source>%n contacts</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>
            <numerusform>%n контакт</numerusform>
            <numerusform>%n контакта</numerusform>
            <numerusform>%n контактов</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}: “{text}” are no hours. Write them as 08:00-12:00, 13:00-17:00.</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>{day}: «{text}» не часы. Пишите так: 08:00-12:00, 13:00-17:00.</translation>
    </message>
    <message>
        <source>“{text}” is no day with hours. Write it as 2026-12-24 08:00-12:00.</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>«{text}» не день с часами. Пишите так: 2026-12-24 08:00-12:00.</translation>
    </message>
    <message>
        <source>No holidays are known for “{country}”. Use its two letters, such as NO.</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Для «{country}» праздники неизвестны. Введите код страны, две латинские буквы.</translation>
    </message>
    <message>
        <source>Calls are cut off after a minute</source>
        <extracomment>kanbandesk/ui/setup/norm_preview.py</extracomment>
        <translation>Звонки обрываются через минуту</translation>
    </message>
    <message>
        <source>Before degree 1</source>
        <extracomment>kanbandesk/ui/setup/norm_preview.py</extracomment>
        <translation>До степени 1</translation>
    </message>
    <message>
        <source>{degree}: {level}</source>
        <extracomment>kanbandesk/ui/setup/norm_preview.py</extracomment>
        <translation>{degree}: {level}</translation>
    </message>
    <message>
        <source>What the degrees mean</source>
        <extracomment>kanbandesk/ui/setup/norm_preview.py</extracomment>
        <translation>Что значат степени</translation>
    </message>
    <message>
        <source>A client</source>
        <extracomment>kanbandesk/ui/setup/norm_preview.py</extracomment>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Type to find</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py
----------
kanbandesk/ui/setup/picks.py</extracomment>
        <translation>Введите, чтобы найти</translation>
    </message>
    <message>
        <source>Take away</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py
----------
kanbandesk/ui/setup/picks.py</extracomment>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Choose one at least: without a role nobody may do anything.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Выберите хотя бы одну: без роли нельзя ничего.</translation>
    </message>
    <message>
        <source>No request type yet: rules alone lead a ticket to its line.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Видов запросов ещё нет: заявку ведут на линию только правила.</translation>
    </message>
    <message>
        <source>No rule yet: what a requester does not choose goes to the first line.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Правил ещё нет: если заявитель не выбрал, заявка идёт на первую линию.</translation>
    </message>
    <message>
        <source>No playbook yet: nothing is asked before a ticket is passed on.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Сценариев ещё нет: перед передачей заявки ничего не спрашивают.</translation>
    </message>
    <message>
        <source>No reason yet: everybody writes their own words.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Причин ещё нет: каждый пишет своими словами.</translation>
    </message>
    <message>
        <source>{board} is now set up as: {template}.</source>
        <extracomment>kanbandesk/ui/setup/starting.py</extracomment>
        <translation>{board} теперь устроена так: {template}.</translation>
    </message>
    <message>
        <source>Use it for this board</source>
        <extracomment>kanbandesk/ui/setup/starting.py</extracomment>
        <translation>Применить к этой доске</translation>
    </message>
    <message>
        <source>Put away</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Убрано</translation>
    </message>
    <message>
        <source>Deleted custom fields</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Удалённые свои поля</translation>
    </message>
    <message>
        <source>Why away</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Почему отсутствует</translation>
    </message>
    <message>
        <source>Why people are away</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Почему сотрудники отсутствуют</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>a person&apos;s</comment>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Имя</translation>
    </message>
    <message>
        <source>A degree follows the one before it: give that one too.</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>Степень следует за предыдущей: задайте и её.</translation>
    </message>
    <message>
        <source>{degree}, past the due date</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>{degree}, после срока</translation>
    </message>
    <message>
        <source> % of the term</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation> % срока</translation>
    </message>
    <message>
        <source>another order: {what}</source>
        <extracomment>kanbandesk/ui/setup/trail.py</extracomment>
        <translation>другой порядок: {what}</translation>
    </message>
    <message>
        <source>one that is gone</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py
----------
kanbandesk/ui/setup/editors.py
----------
kanbandesk/ui/setup/picks.py
----------
kanbandesk/ui/setup/routines.py
----------
kanbandesk/ui/setup/trail.py</extracomment>
        <translation>чего больше нет</translation>
    </message>
    <message>
        <source>added {what}</source>
        <extracomment>kanbandesk/ui/setup/trail.py</extracomment>
        <translation>добавлено: {what}</translation>
    </message>
    <message>
        <source>taken away {what}</source>
        <extracomment>kanbandesk/ui/setup/trail.py</extracomment>
        <translation>убрано: {what}</translation>
    </message>
    <message>
        <source>Violations with the settings as they are: {before}. With these: {after}.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Нарушений при нынешних настройках: {before}. При этих: {after}.</translation>
    </message>
    <message>
        <source>A norm that is broken counts once, at its highest degree.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Нарушенная норма считается один раз, по высшей степени.</translation>
    </message>
    <message numerus="yes">
        <source>%n would have gone to another line:</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>
            <numerusform>%n ушла бы на другую линию:</numerusform>
            <numerusform>%n ушли бы на другую линию:</numerusform>
            <numerusform>%n ушли бы на другую линию:</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be tried. Nothing was changed.</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>Проверить не удалось. Ничего не изменилось.</translation>
    </message>
    <message>
        <source>There was no ticket in the last 24 hours to try it on.</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>За последние 24 часа не было заявок, на которых проверить.</translation>
    </message>
    <message>
        <source>{status}, degree {degree}: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{status}, степень {degree}: {before} → {after}</translation>
    </message>
    <message>
        <source>Prepared on the first day of silence, when Waiting for client reaches degree 1.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Готовится в первый день молчания, когда «Ждём клиента» доходит до степени 1.</translation>
    </message>
    <message>
        <source>Alarmed of a Problem one after the other, while nobody takes note of it.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Получают тревогу о проблеме по очереди, пока никто не принял её к сведению.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Добавить человека</translation>
    </message>
    <message>
        <source>None: no sub-tasks are made</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Нет: подзадачи не создаются</translation>
    </message>
    <message>
        <source>Workspace</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Рабочее пространство</translation>
    </message>
    <message>
        <source>Where this desk is, who answers for it, and how it works with development.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Где находится служба, кто за неё отвечает и как она работает с разработкой.</translation>
    </message>
    <message>
        <source>Of days, months and dates without a time. A calendar has its own.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Для дней, месяцев и дат без времени. У календаря свой.</translation>
    </message>
    <message>
        <source>Is alarmed of every Problem, and told where a line has no lead.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Получает тревогу о каждой проблеме и узнаёт, если у линии нет руководителя.</translation>
    </message>
    <message>
        <source>A transfer there is first offered to whoever set that client up.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Передача туда сначала предлагается тому, кто подключал клиента.</translation>
    </message>
    <message>
        <source>“Hand to development” makes a card there.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>«Передать в разработку» создаёт там карточку.</translation>
    </message>
    <message>
        <source>Whose agents take those cards.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Чьи сотрудники берут эти карточки.</translation>
    </message>
    <message>
        <source>Alarms and breaches</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Тревоги и нарушения</translation>
    </message>
    <message>
        <source>Silent clients</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Молчащие клиенты</translation>
    </message>
    <message>
        <source>From line to line</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Между линиями</translation>
    </message>
    <message>
        <source>After the closing</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>После закрытия</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Название</translation>
    </message>
    <message>
        <source>From here to</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Отсюда в</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Часы работы</translation>
    </message>
    <message>
        <source>Lead</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Руководитель</translation>
    </message>
    <message>
        <source>Is told when a ticket is not started in time.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Узнаёт, когда заявка не начата вовремя.</translation>
    </message>
    <message>
        <source>The system draws</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Система выбирает</translation>
    </message>
    <message>
        <source>From so many open tickets on an agent is not drawn</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>При стольких открытых заявках не выбирается</translation>
    </message>
    <message>
        <source>Whoever claims by hand is not held back.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Кто берёт сам, того это не касается.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>Hours</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Holidays</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Праздники</translation>
    </message>
    <message>
        <source>Days with other hours</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Дни с другими часами</translation>
    </message>
    <message>
        <source>Closed for a while</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Закрыто на время</translation>
    </message>
    <message>
        <source>Entering it demands</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>При входе требуется</translation>
    </message>
    <message>
        <source>Norm</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Норма</translation>
    </message>
    <message>
        <source>Its time passes</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Время идёт</translation>
    </message>
    <message>
        <source>The head of support</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Начальник поддержки</translation>
    </message>
    <message>
        <source>Solved within</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Решить за</translation>
    </message>
    <message>
        <source>Columns</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Колонки</translation>
    </message>
    <message>
        <source>Away</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Нет на месте</translation>
    </message>
    <message>
        <source>Away until</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Нет на месте до</translation>
    </message>
    <message>
        <source>The changes could not be read.</source>
        <extracomment>kanbandesk/ui/setup/changes.py</extracomment>
        <translation>Изменения не удалось прочитать.</translation>
    </message>
    <message>
        <source>Changes</source>
        <extracomment>kanbandesk/ui/setup/changes.py
----------
kanbandesk/ui/setup/window.py</extracomment>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>No setting has been changed yet.</source>
        <extracomment>kanbandesk/ui/setup/changes.py</extracomment>
        <translation>Настройки ещё не менялись.</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>kanbandesk/ui/setup/changes.py
----------
kanbandesk/ui/setup/trail.py</extracomment>
        <translation>новое</translation>
    </message>
    <message>
        <source>taken away</source>
        <extracomment>kanbandesk/ui/setup/changes.py
----------
kanbandesk/ui/setup/trail.py</extracomment>
        <translation>удалено</translation>
    </message>
    <message>
        <source>another order</source>
        <extracomment>kanbandesk/ui/setup/trail.py</extracomment>
        <translation>другой порядок</translation>
    </message>
    <message>
        <source>Seen by</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Кому видна</translation>
    </message>
    <message>
        <source>Nobody chosen: everybody who works here.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Никто не выбран: все, кто здесь работает.</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Choices</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Варианты</translation>
    </message>
    <message>
        <source>A line each, for a choice.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>По одному в строке, для выбора.</translation>
    </message>
    <message>
        <source>closed</source>
        <extracomment>kanbandesk/ui/setup/hours.py
----------
kanbandesk/ui/setup/trail.py</extracomment>
        <translation>закрыто</translation>
    </message>
    <message>
        <source>Country</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Страна</translation>
    </message>
    <message>
        <source>Year</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Год</translation>
    </message>
    <message>
        <source>Add this country&apos;s holidays</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Добавить праздники страны</translation>
    </message>
    <message>
        <source>This is not saved yet: save it, or revert.</source>
        <extracomment>kanbandesk/ui/setup/clients.py
----------
kanbandesk/ui/setup/page.py</extracomment>
        <translation>Это ещё не сохранено: сохраните или верните как было.</translation>
    </message>
    <message>
        <source>Try on yesterday&apos;s tickets</source>
        <extracomment>kanbandesk/ui/setup/page.py
----------
kanbandesk/ui/setup/starting.py</extracomment>
        <translation>Проверить на вчерашних заявках</translation>
    </message>
    <message>
        <source>Revert</source>
        <extracomment>kanbandesk/ui/setup/clients.py
----------
kanbandesk/ui/setup/page.py</extracomment>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>kanbandesk/ui/setup/clients.py
----------
kanbandesk/ui/setup/page.py</extracomment>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Without a name</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py
----------
kanbandesk/ui/setup/page.py
----------
kanbandesk/ui/setup/trail.py</extracomment>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <extracomment>kanbandesk/ui/setup/page.py</extracomment>
        <translation>Здесь пока пусто.</translation>
    </message>
    <message>
        <source>First line&apos;s lead</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Руководитель первой линии</translation>
    </message>
    <message>
        <source>On an imported board they are off until somebody switches them on here.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>На импортированной доске они выключены, пока их не включат здесь.</translation>
    </message>
    <message>
        <source>Any</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Любой</translation>
    </message>
    <message>
        <source>Not reckoned</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Не учтено</translation>
    </message>
    <message>
        <source>{line}, not claimed in time: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{line}, не взято вовремя: {before} → {after}</translation>
    </message>
    <message>
        <source>{line}, not started in time: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{line}, не начато вовремя: {before} → {after}</translation>
    </message>
    <message>
        <source>Promises</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Обещания</translation>
    </message>
    <message>
        <source>Norms</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Нормы</translation>
    </message>
    <message>
        <source>Claim and start</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Взятие и начало работы</translation>
    </message>
    <message>
        <source>Offered: {offers}, of which drawn: {draws}. Given to somebody to start: {starts}.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Предложено: {offers}, из них выбрала система: {draws}. Ждало начала работы: {starts}.</translation>
    </message>
    <message numerus="yes">
        <source>%n were drawn before the new time was up: nobody knows whether they would have been claimed.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>
            <numerusform>%n заявку система отдала раньше, чем вышло бы новое время: взял бы её кто-нибудь, неизвестно.</numerusform>
            <numerusform>%n заявки система отдала раньше, чем вышло бы новое время: взял бы их кто-нибудь, неизвестно.</numerusform>
            <numerusform>%n заявок система отдала раньше, чем вышло бы новое время: взял бы их кто-нибудь, неизвестно.</numerusform>
        </translation>
    </message>
    <message>
        <source>What would have followed: each ticket counts from when it was in fact offered and taken.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Что было бы дальше: каждая заявка считается с того момента, когда её на самом деле предложили и взяли.</translation>
    </message>
    <message>
        <source>{sla_class}, broken: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{sla_class}, нарушено: {before} → {after}</translation>
    </message>
    <message>
        <source>Without a line</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Без линии</translation>
    </message>
    <message>
        <source>{ticket} {title} · {when}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{ticket} {title} · {when}</translation>
    </message>
    <message>
        <source>{line}, nobody on shift to claim it: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{line}, на смене некому было взять: {before} → {after}</translation>
    </message>
    <message>
        <source>{line}, drawn for somebody who had too many: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{line}, выбран тот, у кого уже много заявок: {before} → {after}</translation>
    </message>
    <message>
        <source>Would have been broken:</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Были бы нарушены:</translation>
    </message>
    <message>
        <source>Would have been kept, and were broken:</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Были бы выполнены, а были нарушены:</translation>
    </message>
    <message>
        <source>What was open in these 24 hours counts, whenever its promise was broken.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Считается то, что было открыто в эти 24 часа, когда бы обещание ни было нарушено.</translation>
    </message>
    <message>
        <source>Whom the system would have drawn.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Кого выбрала бы система.</translation>
    </message>
    <message>
        <source>Who was away: whoever had a shift counts as being there.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Кто отсутствовал: все, у кого была смена, считаются на месте.</translation>
    </message>
    <message>
        <source>A template replaces norms, demands and this board&apos;s columns. Tickets stay in their statuses; lines, people and calendars stay as they are.</source>
        <extracomment>kanbandesk/ui/setup/starting.py</extracomment>
        <translation>Шаблон заменяет нормы, требования и колонки этой доски. Заявки остаются в своих статусах; линии, люди и календари не меняются.</translation>
    </message>
    <message>
        <source>Board</source>
        <extracomment>kanbandesk/ui/setup/starting.py</extracomment>
        <translation>Доска</translation>
    </message>
    <message>
        <source>Ways to begin</source>
        <extracomment>kanbandesk/ui/setup/starting.py
----------
kanbandesk/ui/setup/window.py</extracomment>
        <translation>С чего начать</translation>
    </message>
    <message>
        <source>Press again to replace them</source>
        <extracomment>kanbandesk/ui/setup/starting.py</extracomment>
        <translation>Нажмите ещё раз, чтобы заменить</translation>
    </message>
    <message>
        <source>Support desk</source>
        <extracomment>kanbandesk/ui/setup/templates.py</extracomment>
        <translation>Служба поддержки</translation>
    </message>
    <message>
        <source>All statuses with their norms and demands, SLA classes, urgency cases, timers.</source>
        <extracomment>kanbandesk/ui/setup/templates.py</extracomment>
        <translation>Все статусы с нормами и требованиями, классы SLA, типы обращений, таймеры.</translation>
    </message>
    <message>
        <source>Development</source>
        <extracomment>kanbandesk/ui/setup/templates.py
----------
kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Разработка</translation>
    </message>
    <message>
        <source>New, In progress and Done, with due dates; norms of days, and no promises to clients.</source>
        <extracomment>kanbandesk/ui/setup/templates.py</extracomment>
        <translation>Новая, В работе, Готово, со сроками; нормы в днях, без обещаний клиентам.</translation>
    </message>
    <message>
        <source>Plain board</source>
        <extracomment>kanbandesk/ui/setup/templates.py</extracomment>
        <translation>Простая доска</translation>
    </message>
    <message>
        <source>Three columns. Nothing is demanded, nothing ages, the system does nothing by itself.</source>
        <extracomment>kanbandesk/ui/setup/templates.py</extracomment>
        <translation>Три колонки. Ничего не требуется, ничего не стареет, система сама ничего не делает.</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets of the last 24 hours were looked at.</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>
            <numerusform>Просмотрена %n заявка за последние 24 часа.</numerusform>
            <numerusform>Просмотрены %n заявки за последние 24 часа.</numerusform>
            <numerusform>Просмотрено %n заявок за последние 24 часа.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tried on yesterday&apos;s tickets</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>Проверка на вчерашних заявках</translation>
    </message>
    <message>
        <source>Looking at the tickets …</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>Просматриваем заявки…</translation>
    </message>
    <message>
        <source>What would have been</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>Как было бы</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Logins and desks</source>
        <extracomment>kanbandesk/ui/setup/window.py</extracomment>
        <translation>Входы и устройства</translation>
    </message>
    <message>
        <source>Class of tickets without a class</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Класс заявок без класса</translation>
    </message>
    <message>
        <source>Clients and contacts that were put away</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Убранные клиенты и контакты</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Место в списке</translation>
    </message>
    <message>
        <source>The reminder&apos;s words</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Слова напоминания</translation>
    </message>
    <message>
        <source>Board of the developers</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Доска разработчиков</translation>
    </message>
    <message>
        <source>Line of the developers</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Линия разработчиков</translation>
    </message>
    <message>
        <source>Line that sets clients up</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Линия внедрения</translation>
    </message>
    <message>
        <source>Has to be asked</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Обязательный</translation>
    </message>
    <message>
        <source>Contract number</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Номер договора</translation>
    </message>
    <message>
        <source>Account manager</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Менеджер клиента</translation>
    </message>
    <message>
        <source>Set up by</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Подключал</translation>
    </message>
    <message>
        <source>Mail</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Phone</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Chat name</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Имя в чате</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <extracomment>kanbandesk/ui/setup/changes.py
----------
kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>There were more than this desk holds.</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>Их было больше, чем хранит это рабочее место.</translation>
    </message>
    <message>
        <source>Nothing would have been different.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Ничего бы не изменилось.</translation>
    </message>
    <message>
        <source>{ticket} {title}: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{ticket} {title}: {before} → {after}</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>kanbandesk/ui/setup/window.py</extracomment>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>The opening hours of the line</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Часы работы линии</translation>
    </message>
    <message>
        <source>Transfer</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Передача</translation>
    </message>
    <message>
        <source>Return of a transfer</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Возврат передачи</translation>
    </message>
    <message>
        <source>Declined by development</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Отказ разработки</translation>
    </message>
    <message>
        <source>Breach of a promise</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Нарушение обещания</translation>
    </message>
    <message>
        <source>A lead&apos;s own decision</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Решение руководителя</translation>
    </message>
    <message>
        <source>Timers</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Таймеры</translation>
    </message>
    <message>
        <source>Closing</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Закрытие</translation>
    </message>
    <message>
        <source>When a solved ticket closes by itself, and for how long a closed one can come back.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Когда решённая заявка закрывается сама и как долго закрытая может вернуться.</translation>
    </message>
    <message>
        <source>Request types</source>
        <extracomment>kanbandesk/ui/setup/routines.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Виды запросов</translation>
    </message>
    <message>
        <source>Routing</source>
        <extracomment>kanbandesk/ui/setup/outcome.py
----------
kanbandesk/ui/setup/routines.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Маршруты</translation>
    </message>
    <message>
        <source>Playbooks</source>
        <extracomment>kanbandesk/ui/setup/routines.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Сценарии</translation>
    </message>
    <message>
        <source>Reasons</source>
        <extracomment>kanbandesk/ui/setup/routines.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Причины</translation>
    </message>
    <message>
        <source>Offered where a reason is asked for; one&apos;s own words are always possible.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Предлагаются там, где нужна причина; всегда можно написать своими словами.</translation>
    </message>
    <message>
        <source>Tags</source>
        <extracomment>kanbandesk/ui/setup/wholes.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Offered first where somebody tags a ticket; others may be written.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Предлагаются первыми; можно написать и другие.</translation>
    </message>
    <message>
        <source>People</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Люди</translation>
    </message>
    <message>
        <source>What each may do, on which lines, when and what for.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Кто что может, на каких линиях, когда и для чего.</translation>
    </message>
    <message>
        <source>The system acts by itself</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Система действует сама</translation>
    </message>
    <message>
        <source>Head of support</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Начальник поддержки</translation>
    </message>
    <message>
        <source>Next on call</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Следующие дежурные</translation>
    </message>
    <message>
        <source>An alarm is repeated every</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Тревога повторяется каждые</translation>
    </message>
    <message>
        <source>The next on call is alarmed after</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Следующий дежурный получает тревогу через</translation>
    </message>
    <message>
        <source>A breach is explained within</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Нарушение объясняют за</translation>
    </message>
    <message>
        <source>Only a lead transfers from this return on</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>С этого возврата передаёт только руководитель</translation>
    </message>
    <message>
        <source>The lead is told at this postponement</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Руководитель узнаёт при стольких откладываниях</translation>
    </message>
    <message>
        <source>Reminders to silent clients go out by themselves</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Напоминания молчащим клиентам уходят сами</translation>
    </message>
    <message>
        <source>A rating is taken until, after the closing</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Оценка принимается после закрытия в течение</translation>
    </message>
    <message>
        <source>They are called back after</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Им перезванивают через</translation>
    </message>
    <message>
        <source>A due date without time means</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Срок без времени означает</translation>
    </message>
    <message>
        <source>The rule is on</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Правило включено</translation>
    </message>
    <message>
        <source>Category</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Region</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Регион</translation>
    </message>
    <message>
        <source>Words</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Слова</translation>
    </message>
    <message>
        <source>Goes to</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Идёт на</translation>
    </message>
    <message>
        <source>off</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>выключено</translation>
    </message>
    <message>
        <source>left</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>не работает</translation>
    </message>
    <message>
        <source>A solved ticket closes by itself after</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Решённая заявка закрывается сама через</translation>
    </message>
    <message>
        <source>A silent client&apos;s ticket may be closed after</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Заявку молчащего клиента можно закрыть через</translation>
    </message>
    <message>
        <source>A reply reopens a closed ticket within</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Ответ открывает закрытую заявку снова в течение</translation>
    </message>
    <message>
        <source>Questions</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Вопросы</translation>
    </message>
    <message>
        <source>For</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Для</translation>
    </message>
    <message>
        <source>A line each.</source>
        <extracomment>kanbandesk/ui/setup/routines.py
----------
kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>По одному в строке.</translation>
    </message>
    <message>
        <source>Roles</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Роли</translation>
    </message>
    <message>
        <source>None chosen: all of them.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Ничего не выбрано: все.</translation>
    </message>
    <message>
        <source>One a line, in their order. With ! before it: to be asked before a transfer.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>По одному в строке, по порядку. С «!» впереди: спросить до передачи.</translation>
    </message>
    <message>
        <source>What the system does by itself, and who is told. Limits stand with each status.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Что система делает сама и кто об этом узнаёт. Лимиты указаны у каждого статуса.</translation>
    </message>
    <message>
        <source>What a requester chooses in every form, chat and call menu; it beats every rule.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Что выбирает заявитель в форме, чате и меню звонка; это сильнее любого правила.</translation>
    </message>
    <message>
        <source>Where a ticket goes whose requester did not choose: by the first rule that fits.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Куда идёт заявка, если заявитель не выбрал: по первому подходящему правилу.</translation>
    </message>
    <message>
        <source>The questions to ask in a category; the next line sees the answers.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Вопросы, которые задают в категории; следующая линия видит ответы.</translation>
    </message>
    <message>
        <source>Per cent of closed tickets called back</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Процент закрытых заявок с обратным звонком</translation>
    </message>
    <message>
        <source>Any of them, in title or message.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Любое из них, в названии или сообщении.</translation>
    </message>
    <message>
        <source>Working hours</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Рабочее время</translation>
    </message>
    <message>
        <source>Skills</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Навыки</translation>
    </message>
    <message>
        <source>Works here</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Работает здесь</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>How much of the board has been sent</source>
        <extracomment>kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Сколько от доски отправлено</translation>
    </message>
    <message>
        <source>All is sent. The server looks at it and puts it in its place …</source>
        <extracomment>kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Всё отправлено. Сервер проверяет доску и ставит её на место…</translation>
    </message>
    <message>
        <source>Share this board with a team</source>
        <extracomment>kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Отдать эту доску команде</translation>
    </message>
    <message>
        <source>To a server that nobody has worked on yet, by its administrator. Numbers, histories and files come along; this computer keeps the board as it is now, to be read.</source>
        <extracomment>kanbandesk/ui/team/sharing.py</extracomment>
        <translation>На сервер, где ещё никто не работал, руками его администратора. Номера, истории и файлы переедут; на этом компьютере доска останется такой, как сейчас, только для чтения.</translation>
    </message>
    <message>
        <source>Share</source>
        <extracomment>kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Отдать</translation>
    </message>
    <message>
        <source>{sent} of {size} MB sent</source>
        <extracomment>kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Отправлено {sent} из {size} МБ</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Block {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Заблокировать: {cards}</translation>
    </message>
    <message>
        <source>What stands in the way</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Что мешает</translation>
    </message>
    <message>
        <source>Block</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>The reason</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Причина</translation>
    </message>
    <message>
        <source>What came of it</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Что получилось</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Description for the developers</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Описание для разработчиков</translation>
    </message>
    <message>
        <source>The ways that you see, and which you would take.</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Какие пути вы видите и какой выбрали бы.</translation>
    </message>
    <message>
        <source>The owner of the ticket gets it as a draft of the answer.</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Ответственный за заявку получит это как черновик ответа.</translation>
    </message>
    <message>
        <source>Why the developers do not do it</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Почему разработка этого не делает</translation>
    </message>
    <message>
        <source>It goes to the client as it stands here.</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Уйдёт клиенту так, как написано здесь.</translation>
    </message>
    <message>
        <source>What the client wanted, as he would say it.</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Чего хотел клиент, его словами.</translation>
    </message>
    <message>
        <source>What was done; it goes to the client.</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Что сделано; это уйдёт клиенту.</translation>
    </message>
    <message>
        <source>Who we wait for</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Кого ждём</translation>
    </message>
    <message>
        <source>Their ticket&apos;s number</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Номер их заявки</translation>
    </message>
    <message>
        <source>for example VOIP-1182</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>например, VOIP-1182</translation>
    </message>
    <message>
        <source>Why the rules are set aside here</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Почему здесь отступаем от правил</translation>
    </message>
    <message>
        <source>The client knows the date</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Клиент знает дату</translation>
    </message>
    <message>
        <source>What could be done</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Что можно сделать</translation>
    </message>
    <message>
        <source>Transfer to another line</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Передать на другую линию</translation>
    </message>
    <message>
        <source>Not ours: back to first line</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Не наше: обратно на первую линию</translation>
    </message>
    <message>
        <source>Why is it not ours?</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Почему это не наше?</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Refute the phantom</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Опровергнуть фантом</translation>
    </message>
    <message>
        <source>Refute</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Опровергнуть</translation>
    </message>
    <message>
        <source>Wrong, because</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Неверно, потому что</translation>
    </message>
    <message>
        <source>The answer was wrong</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Ответ был неверным</translation>
    </message>
    <message>
        <source>Open it again</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>The client stays silent</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Клиент молчит</translation>
    </message>
    <message>
        <source>Close the ticket</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Закрыть заявку</translation>
    </message>
    <message>
        <source>To which line</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>На какую линию</translation>
    </message>
    <message>
        <source>Transfer</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Передача</translation>
    </message>
    <message>
        <source>Send back</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Confirm the phantom</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Подтвердить фантом</translation>
    </message>
    <message>
        <source>Confirm</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>Some words are needed.</source>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>Нужно несколько слов.</translation>
    </message>
    <message>
        <source>That has passed: it is {now}.</source>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>Это уже прошло: сейчас {now}.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>Это нужно заполнить.</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy HH:mm</source>
        <comment>a date and time pattern of Qt</comment>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>ddd d MMM yyyy HH:mm</translation>
    </message>
    <message>
        <source>Choose …</source>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>Выберите…</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>Выберите что-нибудь.</translation>
    </message>
    <message>
        <source>optional</source>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>необязательно</translation>
    </message>
    <message>
        <source>in 1 h</source>
        <extracomment>kanbandesk/ui/sheets/moments.py</extracomment>
        <translation>через 1 ч</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <extracomment>kanbandesk/ui/sheets/moments.py</extracomment>
        <translation>завтра</translation>
    </message>
    <message>
        <source>in 3 days</source>
        <extracomment>kanbandesk/ui/sheets/moments.py</extracomment>
        <translation>через 3 дня</translation>
    </message>
    <message>
        <source>in a week</source>
        <extracomment>kanbandesk/ui/sheets/moments.py</extracomment>
        <translation>через неделю</translation>
    </message>
    <message>
        <source>Answer it, or say why it is unknown.</source>
        <extracomment>kanbandesk/ui/sheets/questions.py</extracomment>
        <translation>Ответьте или скажите, почему неизвестно.</translation>
    </message>
    <message>
        <source>unknown, because …</source>
        <extracomment>kanbandesk/ui/sheets/questions.py</extracomment>
        <translation>неизвестно, потому что…</translation>
    </message>
    <message>
        <source>Why is it unknown?</source>
        <extracomment>kanbandesk/ui/sheets/questions.py</extracomment>
        <translation>Почему неизвестно?</translation>
    </message>
    <message>
        <source>The answer</source>
        <extracomment>kanbandesk/ui/sheets/questions.py</extracomment>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Your words from before are back.</source>
        <extracomment>kanbandesk/ui/sheets/sheet.py</extracomment>
        <translation>Ваш прежний текст вернулся.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>kanbandesk/ui/sheets/sheet.py</extracomment>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>follows from the case</source>
        <extracomment>kanbandesk/ui/sheets/urgency.py</extracomment>
        <translation>определяется типом</translation>
    </message>
    <message>
        <source>Choose the case; the class follows from it.</source>
        <extracomment>kanbandesk/ui/sheets/urgency.py</extracomment>
        <translation>Выберите тип; класс определится по нему.</translation>
    </message>
    <message>
        <source>{priority} priority · to be solved in {time}</source>
        <extracomment>kanbandesk/ui/sheets/urgency.py</extracomment>
        <translation>Приоритет: {priority} · решить за {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s), the same for all of them</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>
            <numerusform>%n карточка, для всех одинаково</numerusform>
            <numerusform>%n карточки, для всех одинаково</numerusform>
            <numerusform>%n карточек, для всех одинаково</numerusform>
        </translation>
    </message>
    <message>
        <source>You take over from {names}.</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>Перейдёт к вам; сейчас ответственный: {names}.</translation>
    </message>
    <message>
        <source>Move</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>Переместить</translation>
    </message>
    <message>
        <source>→ {status}</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>→ {status}</translation>
    </message>
    <message>
        <source>Reminder to the client</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Напоминание клиенту</translation>
    </message>
    <message>
        <source>Send</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Remind {ticket}</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Напомнить: {ticket}</translation>
    </message>
</context>
<context>
    <name>Sla</name>
    <message>
        <source>{time} left</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>ост. {time}</translation>
    </message>
    <message>
        <source>clock stopped</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>на паузе</translation>
    </message>
    <message>
        <source>{time} over</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>SLA · −{time}</translation>
    </message>
</context>
<context>
    <name>Splitting</name>
    <message>
        <source>Which message tells of another matter?</source>
        <extracomment>kanbandesk/ui/ticket/splitting.py</extracomment>
        <translation>В каком сообщении другой вопрос?</translation>
    </message>
    <message>
        <source>What is the other matter called? It becomes a new ticket of the same requester with a copy of the message, tied to {ticket}.</source>
        <extracomment>kanbandesk/ui/ticket/splitting.py</extracomment>
        <translation>Как назвать другой вопрос? Он станет новой заявкой того же заявителя с копией сообщения, связанной с {ticket}.</translation>
    </message>
    <message>
        <source>Nothing has been said here yet.</source>
        <extracomment>kanbandesk/ui/ticket/splitting.py</extracomment>
        <translation>Здесь ещё ничего не сказано.</translation>
    </message>
    <message>
        <source>Split off</source>
        <extracomment>kanbandesk/ui/ticket/splitting.py</extracomment>
        <translation>Выделить</translation>
    </message>
    <message>
        <source>(files only)</source>
        <extracomment>kanbandesk/ui/ticket/splitting.py</extracomment>
        <translation>(только файлы)</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Board</source>
        <extracomment>kanbandesk/ui/board/accessible.py</extracomment>
        <translation>Доска</translation>
    </message>
    <message>
        <source>in development as {card}: {status}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>в разработке как {card}: {status}</translation>
    </message>
    <message>
        <source>offered to {line}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>предложено линии: {line}</translation>
    </message>
    <message>
        <source>belongs to {card}: {status}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>относится к {card}: {status}</translation>
    </message>
    <message>
        <source>can be claimed for {time}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>взять можно ещё {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>
            <numerusform>%n карточка</numerusform>
            <numerusform>%n карточки</numerusform>
            <numerusform>%n карточек</numerusform>
        </translation>
    </message>
    <message>
        <source>{card}: {status}, {position} of {total}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>{card}: {status}, {position} из {total}</translation>
    </message>
    <message>
        <source>nobody has it</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>никто не взял</translation>
    </message>
    <message>
        <source>was ignored</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>была пропущена</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>ещё не сохранено</translation>
    </message>
    <message>
        <source>{position} of {total}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>{position} из {total}</translation>
    </message>
    <message>
        <source>lane {name}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>дорожка {name}</translation>
    </message>
    <message>
        <source>priority {name}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>приоритет {name}</translation>
    </message>
    <message>
        <source>blocked: {reason}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>заблокирована: {reason}</translation>
    </message>
    <message>
        <source>tags {tags}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>метки {tags}</translation>
    </message>
    <message>
        <source>{count} shown by the filter</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>фильтр показывает {count}</translation>
    </message>
    <message>
        <source>limit {limit}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>лимит {limit}</translation>
    </message>
    <message>
        <source>{count} over the limit</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>{count} сверх лимита</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <extracomment>kanbandesk/ui/stage.py</extracomment>
        <translation>
            <numerusform>%n карточка</numerusform>
            <numerusform>%n карточки</numerusform>
            <numerusform>%n карточек</numerusform>
        </translation>
    </message>
    <message>
        <source>the ticket</source>
        <extracomment>kanbandesk/ui/stage.py</extracomment>
        <translation>заявка</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <extracomment>kanbandesk/ui/stage.py</extracomment>
        <translation>«{title}»</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Accept</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Not ours …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Не наше…</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Take note</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Принято к сведению</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Finish …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Готово…</translation>
    </message>
    <message>
        <source>Decline …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Отказаться…</translation>
    </message>
    <message>
        <source>Confirm …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Подтвердить…</translation>
    </message>
    <message>
        <source>Refute …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Опровергнуть…</translation>
    </message>
    <message>
        <source>Right</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Верно</translation>
    </message>
    <message>
        <source>Wrong …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Неверно…</translation>
    </message>
    <message>
        <source>Answer …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Ответить…</translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>ещё никто не взял</translation>
    </message>
    <message>
        <source>a ticket</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>заявка</translation>
    </message>
    <message>
        <source>The requester says: I did not make this request</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Заявитель говорит: это не моя заявка</translation>
    </message>
    <message>
        <source>Was the client answered rightly?</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Верно ли ответили клиенту?</translation>
    </message>
    <message>
        <source>A wrong answer opens the ticket again.</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Неверный ответ снова открывает заявку.</translation>
    </message>
    <message>
        <source>A problem, and nobody has taken note of the alarm yet</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Проблема, и тревогу ещё никто не принял к сведению</translation>
    </message>
    <message>
        <source>the system</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>система</translation>
    </message>
    <message>
        <source>a card</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>карточка</translation>
    </message>
    <message>
        <source>In development: {ticket}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>В разработке: {ticket}</translation>
    </message>
    <message>
        <source>For {ticket}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Для заявки {ticket}</translation>
    </message>
    <message>
        <source>A lead decides.</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Решает руководитель.</translation>
    </message>
    <message>
        <source>Alarmed: {people}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Тревогу получили: {people}</translation>
    </message>
    <message>
        <source>Offered, not accepted yet: {line}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Предложена, ещё не принята: {line}</translation>
    </message>
    <message>
        <source>was due {moment}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>срок был {moment}</translation>
    </message>
    <message>
        <source>due {moment}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>срок {moment}</translation>
    </message>
    <message>
        <source>Was in development: {ticket}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Была в разработке: {ticket}</translation>
    </message>
    <message>
        <source>first to {person}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>сначала: {person}</translation>
    </message>
    <message>
        <source>tracker: {state}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>трекер: {state}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n open</source>
        <extracomment>kanbandesk/app/screenless.py
----------
kanbandesk/ui/status_line.py</extracomment>
        <translation>
            <numerusform>%n открыта</numerusform>
            <numerusform>%n открыты</numerusform>
            <numerusform>%n открыто</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <extracomment>kanbandesk/app/screenless.py
----------
kanbandesk/ui/status_line.py</extracomment>
        <translation>
            <numerusform>%n залежалась</numerusform>
            <numerusform>%n залежались</numerusform>
            <numerusform>%n залежалось</numerusform>
        </translation>
    </message>
    <message>
        <source>oldest silence {time}</source>
        <extracomment>kanbandesk/app/screenless.py
----------
kanbandesk/ui/status_line.py</extracomment>
        <translation>самое долгое молчание {time}</translation>
    </message>
    <message>
        <source>The number is on the clipboard.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Номер в буфере обмена.</translation>
    </message>
    <message>
        <source>The link is on the clipboard.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Ссылка в буфере обмена.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) being saved</source>
        <extracomment>kanbandesk/ui/status_line.py</extracomment>
        <translation>
            <numerusform>Сохраняется %n изменение</numerusform>
            <numerusform>Сохраняются %n изменения</numerusform>
            <numerusform>Сохраняется %n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>kanbandesk/ui/status_line.py</extracomment>
        <translation>Показать все</translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} hidden by the filter</source>
        <extracomment>kanbandesk/ui/status_line.py</extracomment>
        <translation>
            <numerusform>%n из {total} скрыта фильтром</numerusform>
            <numerusform>%n из {total} скрыты фильтром</numerusform>
            <numerusform>%n из {total} скрыто фильтром</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <extracomment>kanbandesk/ui/status_line.py</extracomment>
        <translation>Сохранено</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>This workflow has no status for waiting.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>В этом процессе нет статуса ожидания.</translation>
    </message>
    <message>
        <source>Your words could not be kept on the disk yet. They stay here while the window is open.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Ваш текст пока не удалось сохранить на диск. Он останется здесь, пока окно открыто.</translation>
    </message>
    <message>
        <source>Prepared: {words}</source>
        <extracomment>kanbandesk/ui/ticket/prepared.py</extracomment>
        <translation>Подготовлено: {words}</translation>
    </message>
    <message>
        <source>Nothing has been said yet.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Пока ничего не сказано.</translation>
    </message>
    <message>
        <source>Use it</source>
        <extracomment>kanbandesk/ui/ticket/prepared.py</extracomment>
        <translation>Взять</translation>
    </message>
    <message>
        <source>Leave it</source>
        <extracomment>kanbandesk/ui/ticket/prepared.py</extracomment>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>A card in development has no client: it was not sent.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>У карточки в разработке нет клиента: не отправлено.</translation>
    </message>
    <message>
        <source>The client</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>{person} has written meanwhile.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Тем временем пришло сообщение: {person}.</translation>
    </message>
    <message>
        <source>The ticket waits for the client already: a plain answer is enough.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Заявка уже ждёт клиента: достаточно обычного ответа.</translation>
    </message>
    <message>
        <source>Reopen</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>Send the reminder</source>
        <extracomment>kanbandesk/ui/ticket/prepared.py</extracomment>
        <translation>Отправить напоминание</translation>
    </message>
    <message>
        <source>Noted on the ticket; its owner is told.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Записано в заявку; ответственному сообщили.</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Показать</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>{name} is typing</source>
        <extracomment>kanbandesk/ui/team/faces.py</extracomment>
        <translation>{name} печатает</translation>
    </message>
    <message>
        <source>Server address or invitation link</source>
        <extracomment>kanbandesk/ui/team/joining.py
----------
kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Адрес сервера или ссылка-приглашение</translation>
    </message>
    <message>
        <source>Login</source>
        <extracomment>kanbandesk/ui/team/joining.py
----------
kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Password</source>
        <extracomment>kanbandesk/ui/team/joining.py
----------
kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Code</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>Код</translation>
    </message>
    <message>
        <source>six digits, where you use them</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>шесть цифр, если вы ими пользуетесь</translation>
    </message>
    <message>
        <source>Join a team</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>Присоединиться к команде</translation>
    </message>
    <message>
        <source>With an invitation the password you type becomes yours.</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>По приглашению введённый пароль станет вашим.</translation>
    </message>
    <message>
        <source>Join</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>Присоединиться</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>Спрашиваем сервер…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>kanbandesk/app/team_doors.py
----------
kanbandesk/ui/team/joining.py</extracomment>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Your login is needed, or an invitation link.</source>
        <extracomment>kanbandesk/app/team_doors.py</extracomment>
        <translation>Нужен ваш логин или ссылка-приглашение.</translation>
    </message>
    <message>
        <source>This computer has no keyring, so you will be asked again at the next start.</source>
        <extracomment>kanbandesk/app/team_doors.py</extracomment>
        <translation>На этом компьютере нет хранилища ключей, поэтому при следующем запуске придётся войти снова.</translation>
    </message>
    <message>
        <source>Signed in</source>
        <extracomment>kanbandesk/app/team_doors.py</extracomment>
        <translation>Вход выполнен</translation>
    </message>
    <message>
        <source>Your team asks for a second factor. Add this key to an authenticator, then type its code:</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>Команда требует второй фактор. Добавьте этот ключ в приложение-аутентификатор и введите его код:</translation>
    </message>
    <message>
        <source>Sign in as {login}</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>Войти как {login}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Соединяемся</translation>
    </message>
    <message>
        <source>Live</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>На связи</translation>
    </message>
    <message>
        <source>Offline since {moment}</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Нет связи с {moment}</translation>
    </message>
    <message>
        <source>Signed out</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Вход не выполнен</translation>
    </message>
    <message>
        <source>Update needed</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Нужно обновление</translation>
    </message>
    <message>
        <source>Locked</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Заблокировано</translation>
    </message>
    <message>
        <source>The board is on its way from the server.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Доска загружается с сервера.</translation>
    </message>
    <message>
        <source>Everybody sees this board as you do.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Все видят эту доску такой же, как вы.</translation>
    </message>
    <message>
        <source>The server does not answer. Work on: everything is kept here and sent when it is back.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Сервер не отвечает. Продолжайте работать: всё сохраняется здесь и будет отправлено, когда он вернётся.</translation>
    </message>
    <message>
        <source>Work on: everything is kept here. Sign in, and it is sent.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Продолжайте работать: всё сохраняется здесь. Войдите, и оно будет отправлено.</translation>
    </message>
    <message>
        <source>The server needs a newer KanbanDesk. Work on: everything is kept here until the update.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Серверу нужен более новый KanbanDesk. Продолжайте работать: до обновления всё сохраняется здесь.</translation>
    </message>
    <message>
        <source>This desk was away too long, or was locked by an administrator. Sign in to go on.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Это рабочее место слишком долго было без связи или заблокировано администратором. Войдите, чтобы продолжить.</translation>
    </message>
    <message numerus="yes">
        <source>Loading, %n row(s) so far</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>
            <numerusform>Загрузка, пока %n строка</numerusform>
            <numerusform>Загрузка, пока %n строки</numerusform>
            <numerusform>Загрузка, пока %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>
            <numerusform>%n к отправке</numerusform>
            <numerusform>%n к отправке</numerusform>
            <numerusform>%n к отправке</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong by {time}; the server&apos;s is used.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Часы этого компьютера ошибаются на {time}; используются часы сервера.</translation>
    </message>
    <message numerus="yes">
        <source>%n later change(s) hang on it.</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>
            <numerusform>От этого зависит ещё %n изменение.</numerusform>
            <numerusform>От этого зависят ещё %n изменения.</numerusform>
            <numerusform>От этого зависят ещё %n изменений.</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs attention</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>Требует внимания</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/team/people.py
----------
kanbandesk/ui/team/tray.py</extracomment>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>The server refused these. Your words are kept until you decide.</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>Сервер это отклонил. Ваш текст сохранён, пока вы не решите, что делать.</translation>
    </message>
    <message>
        <source>Nothing is left to decide.</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>Решать больше нечего.</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Discard</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>Отбросить</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>
            <numerusform>%n требует внимания</numerusform>
            <numerusform>%n требуют внимания</numerusform>
            <numerusform>%n требуют внимания</numerusform>
        </translation>
    </message>
    <message>
        <source>Came back: {deed}</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>Отклонено: {deed}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) came back</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>
            <numerusform>Отклонено %n изменение</numerusform>
            <numerusform>Отклонено %n изменения</numerusform>
            <numerusform>Отклонено %n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>Показать</translation>
    </message>
    <message>
        <source>{who} had set “{field}” on {card} before you</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>{who}: поле «{field}» у {card} было изменено раньше вас</translation>
    </message>
    <message>
        <source>To “{value}”. Yours came later and stands.</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>На «{value}». Ваше изменение пришло позже и осталось.</translation>
    </message>
    <message>
        <source>Undo mine</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>Отменить моё</translation>
    </message>
    <message>
        <source>It was refused again</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>Снова отклонено</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <extracomment>kanbandesk/ui/ticket/timeline.py</extracomment>
        <translation>История</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source>Title</source>
        <extracomment>kanbandesk/ui/ticket/title.py</extracomment>
        <translation>Название</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message numerus="yes">
        <source>%n new in your inbox</source>
        <extracomment>kanbandesk/ui/notifying/echo.py</extracomment>
        <translation>
            <numerusform>%n новое сообщение</numerusform>
            <numerusform>%n новых сообщения</numerusform>
            <numerusform>%n новых сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/notifying/toast.py</extracomment>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>You have not started this in time: the lead is on it now</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Вы не начали вовремя: подключён руководитель</translation>
    </message>
    <message>
        <source>New for your line</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Новая для вашей линии</translation>
    </message>
    <message>
        <source>Nobody claimed it in time: it was given to you</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Никто не взял вовремя: заявка досталась вам</translation>
    </message>
    <message>
        <source>It was assigned to you</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Заявка назначена вам</translation>
    </message>
    <message>
        <source>Somebody has taken it over from you</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Заявку у вас забрали</translation>
    </message>
    <message>
        <source>Not started in time: you are on it as lead</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Не начата вовремя: вы подключены как руководитель</translation>
    </message>
    <message>
        <source>Nobody is on shift to take it</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>На смене нет никого, кто мог бы взять</translation>
    </message>
    <message>
        <source>Everybody on shift is full; the least loaded got it</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>У всех на смене полно; досталась наименее занятому</translation>
    </message>
    <message>
        <source>Problem: take note of it</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Проблема: примите к сведению</translation>
    </message>
    <message>
        <source>The SLA target is broken</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Срок SLA нарушен</translation>
    </message>
    <message>
        <source>A day after the breach nobody has written why</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Сутки после нарушения, а причина не указана</translation>
    </message>
    <message>
        <source>You were mentioned</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Вас упомянули</translation>
    </message>
    <message>
        <source>The client has answered</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Клиент ответил</translation>
    </message>
    <message>
        <source>The client says: not solved</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Клиент говорит: не решено</translation>
    </message>
    <message>
        <source>The client did not like it</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Клиенту не понравилось</translation>
    </message>
    <message>
        <source>The client says: I did not make this request</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Клиент говорит: я такого не писал</translation>
    </message>
    <message>
        <source>Its time has come</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Её время пришло</translation>
    </message>
    <message>
        <source>Its owner is away</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Ответственного нет на месте</translation>
    </message>
    <message>
        <source>Postponed again, and the client was told nothing</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Отложена снова, а клиенту ничего не сказали</translation>
    </message>
    <message>
        <source>Sent back and forth: only a lead may transfer it now</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Ходит туда-сюда: передать может только руководитель</translation>
    </message>
    <message>
        <source>It is offered to your line</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Предложена вашей линии</translation>
    </message>
    <message>
        <source>Your transfer was accepted</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Вашу передачу приняли</translation>
    </message>
    <message>
        <source>Your transfer came back: not theirs</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Вашу передачу вернули: не по адресу</translation>
    </message>
    <message>
        <source>The developers are done</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Разработка завершена</translation>
    </message>
    <message>
        <source>The developers have declined</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Разработка отказалась</translation>
    </message>
    <message>
        <source>The developers have missed their date</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Разработка пропустила срок</translation>
    </message>
    <message>
        <source>Something happened to a ticket that you watch</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Что-то произошло с заявкой, за которой вы следите</translation>
    </message>
    <message>
        <source>It was reopened</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Заявка открыта снова</translation>
    </message>
    <message>
        <source>{who} has put it before your line</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who}: новая для вашей линии</translation>
    </message>
    <message>
        <source>{who} has assigned it to you</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who}: заявка назначена вам</translation>
    </message>
    <message>
        <source>{who} has taken it over from you</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who}: заявка взята у вас</translation>
    </message>
    <message>
        <source>{who} has mentioned you</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who}: вас упоминают</translation>
    </message>
    <message>
        <source>{who} offers it to your line</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} предлагает её вашей линии</translation>
    </message>
    <message>
        <source>{who} has accepted your transfer</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who}: ваша передача принята</translation>
    </message>
    <message>
        <source>{who} sends it back: not theirs</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} возвращает: не по адресу</translation>
    </message>
    <message>
        <source>{who} is done in development</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who}: разработка завершена</translation>
    </message>
    <message>
        <source>{who} declines in development</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who}: отказ разработки</translation>
    </message>
    <message>
        <source>{who} postponed it again, the client was told nothing</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who}: отложено снова, клиенту ничего не сказали</translation>
    </message>
    <message>
        <source>{who} has reopened it</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who}: заявка открыта снова</translation>
    </message>
    <message>
        <source>Write why the SLA target was broken</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Напишите, почему нарушен срок SLA</translation>
    </message>
    <message>
        <source>Call the client back: is all well?</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Перезвоните клиенту: всё ли в порядке?</translation>
    </message>
    <message>
        <source>Call the client: there is no other way to reach them</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Позвоните клиенту: иначе с ним не связаться</translation>
    </message>
    <message>
        <source>Confirm or refute: “I did not make this request”</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Подтвердите или опровергните: «я такого не писал»</translation>
    </message>
    <message>
        <source>Look through the closed conversation</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Просмотрите закрытую переписку</translation>
    </message>
    <message>
        <source>{who} has taken note of it</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Принял к сведению: {who}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Board, lanes and density</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>Доска, дорожки и размер карточек</translation>
    </message>
    <message>
        <source>+ Filter</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>+ Фильтр</translation>
    </message>
    <message>
        <source>Found in messages besides</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>Найдено ещё и в переписке</translation>
    </message>
    <message>
        <source>New ticket</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>Search tickets   /</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>Поиск заявок   /</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>Поиск заявок</translation>
    </message>
    <message numerus="yes">
        <source>+ %n in messages</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>
            <numerusform>+ %n в переписке</numerusform>
            <numerusform>+ %n в переписке</numerusform>
            <numerusform>+ %n в переписке</numerusform>
        </translation>
    </message>
    <message>
        <source>Press to change, ✕ or Delete to take it off</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>Нажмите, чтобы изменить; ✕ или Delete – убрать</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>
            <numerusform>%n карточка</numerusform>
            <numerusform>%n карточки</numerusform>
            <numerusform>%n карточек</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Transitions</name>
    <message>
        <source>Try again</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>Повторить попытку</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) stayed where they were</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>
            <numerusform>%n карточка осталась на месте</numerusform>
            <numerusform>%n карточки остались на месте</numerusform>
            <numerusform>%n карточек осталось на месте</numerusform>
        </translation>
    </message>
    <message>
        <source>{card} stays in {status}</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>{card} остаётся в «{status}»</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>“{name}” has {size}; a file may have {limit} at most. It was not added.</source>
        <extracomment>kanbandesk/ui/ticket/tray.py</extracomment>
        <translation>«{name}»: {size}, а допустимо не больше {limit}. Файл не добавлен.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <extracomment>kanbandesk/ui/ticket/tray.py</extracomment>
        <translation>Прикрепить файлы</translation>
    </message>
    <message>
        <source>“{name}” could not be copied, so it was not added: {reason}</source>
        <extracomment>kanbandesk/ui/ticket/tray.py</extracomment>
        <translation>«{name}» не удалось скопировать, файл не добавлен: {reason}</translation>
    </message>
    <message>
        <source>“{name}” cannot be read, so it was not added: {reason}</source>
        <extracomment>kanbandesk/ui/ticket/tray.py</extracomment>
        <translation>«{name}» нельзя прочитать, файл не добавлен: {reason}</translation>
    </message>
    <message>
        <source>“{name}” is no longer there, so it was left out.</source>
        <extracomment>kanbandesk/ui/ticket/tray.py</extracomment>
        <translation>Файла «{name}» больше нет, поэтому он не добавлен.</translation>
    </message>
    <message>
        <source>“{name}” is no file, so it was not added.</source>
        <extracomment>kanbandesk/ui/ticket/tray.py</extracomment>
        <translation>«{name}» – не файл, поэтому не добавлено.</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Claim {cards}</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>взятие на себя · {cards}</translation>
    </message>
    <message>
        <source>Assign {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>назначение · {cards}</translation>
    </message>
    <message>
        <source>Tags of {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>метки · {cards}</translation>
    </message>
    <message>
        <source>Unblock {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>снятие блокировки · {cards}</translation>
    </message>
    <message>
        <source>Block {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>блокировка · {cards}</translation>
    </message>
    <message>
        <source>Stop watching {cards}</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>конец наблюдения · {cards}</translation>
    </message>
    <message>
        <source>Watch {cards}</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>наблюдение · {cards}</translation>
    </message>
    <message>
        <source>Link {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>связь · {cards}</translation>
    </message>
    <message>
        <source>Accept {cards}</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>приём · {cards}</translation>
    </message>
    <message>
        <source>Priority of {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Приоритет: {cards}</translation>
    </message>
    <message>
        <source>Take note of {cards}</source>
        <extracomment>kanbandesk/ui/notifying/desk.py</extracomment>
        <translation>принято к сведению · {cards}</translation>
    </message>
    <message>
        <source>Transfer {cards}</source>
        <extracomment>kanbandesk/ui/passing.py</extracomment>
        <translation>Передать: {cards}</translation>
    </message>
    <message>
        <source>Withdraw {cards}</source>
        <extracomment>kanbandesk/ui/passing.py</extracomment>
        <translation>Отозвать передачу: {cards}</translation>
    </message>
    <message>
        <source>Move {cards} to {status}</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>перемещение в «{status}» · {cards}</translation>
    </message>
    <message>
        <source>Create {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>создание · {card}</translation>
    </message>
    <message>
        <source>Claim {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>взятие на себя · {card}</translation>
    </message>
    <message>
        <source>Assign {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>назначение · {card}</translation>
    </message>
    <message>
        <source>Give {card} back</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>возврат · {card}</translation>
    </message>
    <message>
        <source>Start {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>начало работы · {card}</translation>
    </message>
    <message>
        <source>Resume {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>возобновление · {card}</translation>
    </message>
    <message>
        <source>Reopen {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>повторное открытие · {card}</translation>
    </message>
    <message>
        <source>Ask the client on {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>вопрос клиенту · {card}</translation>
    </message>
    <message>
        <source>Answer on {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>ответ клиенту · {card}</translation>
    </message>
    <message>
        <source>Note on {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>заметка · {card}</translation>
    </message>
    <message>
        <source>Call on {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>звонок · {card}</translation>
    </message>
    <message>
        <source>Solve {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>решение · {card}</translation>
    </message>
    <message>
        <source>Close {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>закрытие · {card}</translation>
    </message>
    <message>
        <source>Postpone {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>откладывание · {card}</translation>
    </message>
    <message>
        <source>Hand {card} to development</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>передача в разработку · {card}</translation>
    </message>
    <message>
        <source>Wait for the vendor on {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>ожидание поставщика · {card}</translation>
    </message>
    <message>
        <source>Move {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>перемещение · {card}</translation>
    </message>
    <message>
        <source>Edit {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>правка · {card}</translation>
    </message>
    <message>
        <source>Tags of {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>метки · {card}</translation>
    </message>
    <message>
        <source>Block {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>блокировка · {card}</translation>
    </message>
    <message>
        <source>Unblock {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>снятие блокировки · {card}</translation>
    </message>
    <message>
        <source>Link {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>связь · {card}</translation>
    </message>
    <message>
        <source>Unlink {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>удаление связи · {card}</translation>
    </message>
    <message>
        <source>Merge {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>объединение · {card}</translation>
    </message>
    <message>
        <source>Attach a file to {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>прикрепление файла · {card}</translation>
    </message>
    <message>
        <source>Watch {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>наблюдение · {card}</translation>
    </message>
    <message>
        <source>The client has been asked. Move the card back by hand instead.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Вопрос клиенту уже ушёл. Верните карточку вручную.</translation>
    </message>
    <message>
        <source>The client has been told.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Клиенту уже сообщили.</translation>
    </message>
    <message>
        <source>The client has been told. Move the card back by hand instead.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Клиенту уже сообщили. Верните карточку вручную.</translation>
    </message>
    <message>
        <source>The requester has been told. Reopen the ticket instead.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Заявителю уже сообщили. Откройте заявку заново.</translation>
    </message>
    <message>
        <source>What was written stays on the ticket.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Написанное остаётся в заявке.</translation>
    </message>
    <message>
        <source>Merged tickets stay together.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Объединённые заявки не разделяются.</translation>
    </message>
    <message>
        <source>The rules do not let it be taken back.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Правила не позволяют это отменить.</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <extracomment>kanbandesk/ui/undoing.py</extracomment>
        <translation>Отменять нечего.</translation>
    </message>
    <message>
        <source>Nothing to do again.</source>
        <extracomment>kanbandesk/ui/undoing.py</extracomment>
        <translation>Повторять нечего.</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <extracomment>kanbandesk/ui/undoing.py</extracomment>
        <translation>Повторено: {step}</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <extracomment>kanbandesk/ui/undoing.py</extracomment>
        <translation>Отменено: {step}</translation>
    </message>
    <message>
        <source>“{step}” cannot be taken back</source>
        <extracomment>kanbandesk/ui/undoing.py</extracomment>
        <translation>Нельзя отменить: {step}</translation>
    </message>
    <message>
        <source>“{step}” could not be taken back</source>
        <extracomment>kanbandesk/ui/undoing.py</extracomment>
        <translation>Не удалось отменить: {step}</translation>
    </message>
    <message>
        <source>Close {cards} as silent</source>
        <extracomment>kanbandesk/ui/nudging.py</extracomment>
        <translation>Закрыть, клиент молчит: {cards}</translation>
    </message>
    <message>
        <source>Hold reminders of {cards}</source>
        <extracomment>kanbandesk/ui/nudging.py</extracomment>
        <translation>Не напоминать: {cards}</translation>
    </message>
    <message>
        <source>Let {cards} be reminded</source>
        <extracomment>kanbandesk/ui/nudging.py</extracomment>
        <translation>Напоминать: {cards}</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>for example: Telephony, late</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>например: телефония, с опозданием</translation>
    </message>
    <message>
        <source>Rename …</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Replace by what is shown now</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Заменить тем, что сейчас на экране</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Название</translation>
    </message>
    <message>
        <source>For everybody on this board</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Для всех на этой доске</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Удалить «{name}»</translation>
    </message>
    <message>
        <source>Save this view</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Сохранить вид</translation>
    </message>
    <message>
        <source>Filter, search words, lanes and card size are kept.</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Запомнятся фильтр, слова поиска, дорожки и размер карточек.</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>The view was not saved</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Вид не сохранён</translation>
    </message>
    <message>
        <source>Mine</source>
        <extracomment>kanbandesk/ui/views/saved.py</extracomment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <extracomment>kanbandesk/ui/views/saved.py</extracomment>
        <translation>Ничьи</translation>
    </message>
    <message>
        <source>Stale</source>
        <extracomment>kanbandesk/ui/views/saved.py</extracomment>
        <translation>Залежались</translation>
    </message>
    <message>
        <source>My line</source>
        <extracomment>kanbandesk/ui/views/saved.py</extracomment>
        <translation>Моя линия</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>We are still waiting for your answer, so that we can go on. May we ask you for it?</source>
        <extracomment>kanbandesk/ui/nudging.py</extracomment>
        <translation>Мы всё ещё ждём вашего ответа, чтобы продолжить. Напишите нам, пожалуйста.</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) owe us an answer</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>
            <numerusform>%n клиент должен нам ответ</numerusform>
            <numerusform>%n клиента должны нам ответ</numerusform>
            <numerusform>%n клиентов должны нам ответ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>
            <numerusform>%n запаздывает</numerusform>
            <numerusform>%n запаздывают</numerusform>
            <numerusform>%n запаздывают</numerusform>
        </translation>
    </message>
    <message>
        <source>longest silence {time}</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>дольше всего молчат {time}</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Комната ожидания</translation>
    </message>
    <message>
        <source>Whose tickets</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Чьи заявки</translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>No client owes us an answer.</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Ни один клиент не должен нам ответа.</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Все</translation>
    </message>
    <message>
        <source>My lines</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Мои линии</translation>
    </message>
    <message>
        <source>Mine</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Мои</translation>
    </message>
    <message>
        <source>By silence</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>По молчанию</translation>
    </message>
    <message>
        <source>By client</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>По клиенту</translation>
    </message>
    <message>
        <source>By person</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>По сотруднику</translation>
    </message>
    <message numerus="yes">
        <source>Reminded %n times, last {moment}</source>
        <extracomment>kanbandesk/ui/waiting/rows.py</extracomment>
        <translation>
            <numerusform>Напомнили %n раз, последний {moment}</numerusform>
            <numerusform>Напомнили %n раза, последний {moment}</numerusform>
            <numerusform>Напомнили %n раз, последний {moment}</numerusform>
        </translation>
    </message>
    <message>
        <source>No reminders</source>
        <extracomment>kanbandesk/ui/waiting/rows.py</extracomment>
        <translation>Без напоминаний</translation>
    </message>
    <message>
        <source>A reminder is ready</source>
        <extracomment>kanbandesk/ui/waiting/rows.py</extracomment>
        <translation>Напоминание готово</translation>
    </message>
    <message>
        <source>{level}, silent for {time}</source>
        <extracomment>kanbandesk/ui/waiting/rows.py</extracomment>
        <translation>{level}, молчит {time}</translation>
    </message>
    <message>
        <source>Reminder in {time}</source>
        <extracomment>kanbandesk/ui/waiting/rows.py</extracomment>
        <translation>Напоминание через {time}</translation>
    </message>
    <message>
        <source>Reminded {moment}</source>
        <extracomment>kanbandesk/ui/waiting/rows.py</extracomment>
        <translation>Напомнили {moment}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Name of the board</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>Название доски</translation>
    </message>
    <message>
        <source>Your name</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>Import</source>
        <extracomment>kanbandesk/app/doors.py
----------
kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>A board on this computer</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>Доска на этом компьютере</translation>
    </message>
    <message>
        <source>Create</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Kept in {folder}</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>Хранится в {folder}</translation>
    </message>
    <message>
        <source>{file} has been imported</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>Файл {file} импортирован</translation>
    </message>
    <message>
        <source>Open the board</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>Открыть доску</translation>
    </message>
    <message>
        <source>{file} was not imported</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>Файл {file} не импортирован</translation>
    </message>
    <message>
        <source>Setting up the demo board …</source>
        <extracomment>kanbandesk/ui/welcome/making.py</extracomment>
        <translation>Готовим пробную доску…</translation>
    </message>
    <message>
        <source>Try the demo board</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Попробовать пробную доску</translation>
    </message>
    <message>
        <source>A support team&apos;s day in three languages. Nothing you do there matters.</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>День службы поддержки на трёх языках. Можно пробовать что угодно.</translation>
    </message>
    <message>
        <source>Start a board on this computer</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Новая доска на компьютере</translation>
    </message>
    <message>
        <source>Empty, yours alone, kept in one folder. It can grow into a team&apos;s board.</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Пустая, только ваша, в одной папке. Может вырасти в доску команды.</translation>
    </message>
    <message>
        <source>From ServiceNow, Trello, Jira, Deck, Focalboard or a CSV file, with the history.</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Из ServiceNow, Trello, Jira, Deck, Focalboard или файла CSV, вместе с историей.</translation>
    </message>
    <message>
        <source>Join a team</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Присоединиться к команде</translation>
    </message>
    <message>
        <source>By the address of its server and a login, or by an invitation link.</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>По адресу сервера и логину или по ссылке-приглашению.</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Недавно открытые</translation>
    </message>
    <message>
        <source>Which board?</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Какая доска?</translation>
    </message>
    <message>
        <source>open now</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>открыта сейчас</translation>
    </message>
</context>
</TS>
