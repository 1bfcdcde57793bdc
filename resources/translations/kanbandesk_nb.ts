<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>The board of a support team. Apache License 2.0.</source>
        <extracomment>kanbandesk/ui/about.py</extracomment>
        <translation>Tavlen til et supportteam. Apache-lisens 2.0.</translation>
    </message>
    <message>
        <source>KanbanDesk {version}</source>
        <extracomment>kanbandesk/ui/about.py</extracomment>
        <translation>KanbanDesk {version}</translation>
    </message>
    <message>
        <source>Made with Qt {version} (LGPL 3; its libraries lie beside the program and can be replaced), PySide6, SQLAlchemy, and icons of Lucide (ISC).</source>
        <extracomment>kanbandesk/ui/about.py</extracomment>
        <translation>Laget med Qt {version} (LGPL 3; bibliotekene ligger ved siden av programmet og kan byttes ut), PySide6, SQLAlchemy og ikoner fra Lucide (ISC).</translation>
    </message>
    <message>
        <source>This board lies in {folder}</source>
        <extracomment>kanbandesk/ui/about.py</extracomment>
        <translation>Denne tavlen ligger i {folder}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Ticket</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Sak</translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Rediger</translation>
    </message>
    <message>
        <source>View</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Vis</translation>
    </message>
    <message>
        <source>Board</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Tavle</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>New ticket</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Ny sak</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Åpne</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Åpne i eget vindu</translation>
    </message>
    <message>
        <source>To the card in development, or back</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Til kortet i utvikling, eller tilbake</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Tilbake til tavlen</translation>
    </message>
    <message>
        <source>Claim</source>
        <extracomment>kanbandesk/ui/action_table.py
----------
kanbandesk/ui/card_actions.py</extracomment>
        <translation>Ta saken</translation>
    </message>
    <message>
        <source>Start work</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Start arbeidet</translation>
    </message>
    <message>
        <source>Move to …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Flytt til …</translation>
    </message>
    <message>
        <source>Assign to …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Tildel til …</translation>
    </message>
    <message>
        <source>Postpone …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Utsett …</translation>
    </message>
    <message>
        <source>Transfer …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Overfør …</translation>
    </message>
    <message>
        <source>Not ours …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Ikke vår …</translation>
    </message>
    <message>
        <source>Withdraw the transfer</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Trekk overføringen tilbake</translation>
    </message>
    <message>
        <source>Answer the client</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Svar kunden</translation>
    </message>
    <message>
        <source>Write a note</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Skriv et notat</translation>
    </message>
    <message>
        <source>Log a call</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Loggfør en samtale</translation>
    </message>
    <message>
        <source>Tags …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Merkelapper …</translation>
    </message>
    <message>
        <source>Priority …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Prioritet …</translation>
    </message>
    <message>
        <source>Link to …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Koble til …</translation>
    </message>
    <message>
        <source>Merge into …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Slå sammen med …</translation>
    </message>
    <message>
        <source>Block …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Blokker …</translation>
    </message>
    <message>
        <source>Watch</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Følg</translation>
    </message>
    <message>
        <source>Remind the client …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Minn kunden på det …</translation>
    </message>
    <message>
        <source>Hold the reminders, or let them go</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Hold påminnelsene, eller la dem gå</translation>
    </message>
    <message>
        <source>Close as silent</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Lukk som taus</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Kopier nummeret</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Kopier lenken</translation>
    </message>
    <message>
        <source>Move a column to the left</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Flytt en kolonne til venstre</translation>
    </message>
    <message>
        <source>Move a column to the right</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Flytt en kolonne til høyre</translation>
    </message>
    <message>
        <source>Move up in the column</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Flytt opp i kolonnen</translation>
    </message>
    <message>
        <source>Move down in the column</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Flytt ned i kolonnen</translation>
    </message>
    <message>
        <source>Inbox</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Innboks</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Venterommet</translation>
    </message>
    <message>
        <source>Share with a team …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Del med et team …</translation>
    </message>
    <message>
        <source>Who is here …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Hvem er her …</translation>
    </message>
    <message>
        <source>People …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Folk …</translation>
    </message>
    <message>
        <source>Settings …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Innstillinger …</translation>
    </message>
    <message>
        <source>Filter …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Filter …</translation>
    </message>
    <message>
        <source>Show all cards</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Vis alle kort</translation>
    </message>
    <message>
        <source>Save this view …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Lagre visningen …</translation>
    </message>
    <message>
        <source>Smaller or fuller cards</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Mindre eller fyldigere kort</translation>
    </message>
    <message>
        <source>Swimlanes …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Baner …</translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Taster</translation>
    </message>
    <message>
        <source>Other boards …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Andre tavler …</translation>
    </message>
    <message>
        <source>Look …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Utseende …</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Avslutt</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Angre</translation>
    </message>
    <message>
        <source>Redo</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Gjør om</translation>
    </message>
    <message>
        <source>Select the whole column</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Merk hele kolonnen</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Søk</translation>
    </message>
    <message>
        <source>Find anything …</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Finn hva som helst …</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Lyst eller mørkt</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Menylinje</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Åpne loggmappen</translation>
    </message>
    <message>
        <source>About KanbanDesk</source>
        <extracomment>kanbandesk/ui/action_table.py</extracomment>
        <translation>Om KanbanDesk</translation>
    </message>
    <message>
        <source>Accept the transfer</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Godta overføringen</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <extracomment>kanbandesk/ui/window_actions.py</extracomment>
        <translation>Angre: {step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <extracomment>kanbandesk/ui/window_actions.py</extracomment>
        <translation>Gjør om: {step}</translation>
    </message>
</context>
<context>
    <name>Ageing</name>
    <message>
        <source>{time} in this column</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{time} i denne kolonnen</translation>
    </message>
    <message>
        <source>{level}: {words}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{level}: {words}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>frist {day}</translation>
    </message>
    <message>
        <source>closes in {time}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{time} til lukking</translation>
    </message>
    <message>
        <source>{time} unclaimed</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>ikke tatt på {time}</translation>
    </message>
    <message>
        <source>fresh</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>fersk</translation>
    </message>
    <message>
        <source>ageing</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>eldes</translation>
    </message>
    <message>
        <source>late</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>forsinket</translation>
    </message>
    <message>
        <source>stale</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>gammel</translation>
    </message>
    <message>
        <source>the vendor&apos;s answer is {due}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>leverandørens svar: {due}</translation>
    </message>
    <message>
        <source>development is {due}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>utviklingen: {due}</translation>
    </message>
    <message>
        <source>closed {day}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>lukket {day}</translation>
    </message>
    <message>
        <source>wakes {moment}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>klar {moment}</translation>
    </message>
    <message>
        <source>awake {time}</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{time} over tiden</translation>
    </message>
    <message>
        <source>{time} not started</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>ikke påbegynt på {time}</translation>
    </message>
    <message>
        <source>{time} since our answer</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{time} siden vårt svar</translation>
    </message>
    <message>
        <source>{time} since the solution was proposed</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{time} siden løsningen ble foreslått</translation>
    </message>
</context>
<context>
    <name>Alarm</name>
    <message>
        <source>Open</source>
        <extracomment>kanbandesk/ui/notifying/alarm.py</extracomment>
        <translation>Åpne</translation>
    </message>
    <message>
        <source>Take note</source>
        <extracomment>kanbandesk/ui/notifying/alarm.py</extracomment>
        <translation>Jeg har sett det</translation>
    </message>
    <message>
        <source>Problem {ticket}</source>
        <extracomment>kanbandesk/ui/notifying/alarm.py</extracomment>
        <translation>Problem: {ticket}</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>kanbandesk/ui/notifying/alarm.py</extracomment>
        <translation>
            <numerusform>%n til</numerusform>
            <numerusform>%n til</numerusform>
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
        <translation>{line} · {here} av {all} på vakt</translation>
    </message>
    <message>
        <source>Away</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Borte</translation>
    </message>
    <message>
        <source>Away until {moment}</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Borte til {moment}</translation>
    </message>
    <message>
        <source>Away until called back</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Borte til noen henter tilbake</translation>
    </message>
    <message>
        <source>Until then nothing new is given to {name}. What is not started goes back to New.</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Til da får {name} ingenting nytt. Det som ikke er påbegynt, går tilbake til Ny.</translation>
    </message>
    <message>
        <source>Back at</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Tilbake</translation>
    </message>
    <message>
        <source>Why</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>Back now</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Tilbake nå</translation>
    </message>
    <message>
        <source>Away for half an hour</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Borte en halv time</translation>
    </message>
    <message>
        <source>Away for an hour</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Borte en time</translation>
    </message>
    <message>
        <source>Away until tomorrow 9:00</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Borte til i morgen kl. 9</translation>
    </message>
    <message>
        <source>On shift</source>
        <extracomment>kanbandesk/ui/notifying/who_is_here.py</extracomment>
        <translation>På vakt</translation>
    </message>
    <message>
        <source>Off shift</source>
        <extracomment>kanbandesk/ui/notifying/who_is_here.py</extracomment>
        <translation>Ikke på vakt</translation>
    </message>
    <message>
        <source>Away until I am back</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Borte til jeg er tilbake</translation>
    </message>
    <message>
        <source>Away until …</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Borte til …</translation>
    </message>
    <message>
        <source>Until then nothing new is given to you. Your tickets stay yours.</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Til da får du ingen nye saker. Sakene dine forblir dine.</translation>
    </message>
    <message>
        <source>Who is here</source>
        <extracomment>kanbandesk/ui/inbox/page.py
----------
kanbandesk/ui/notifying/who_is_here.py</extracomment>
        <translation>Hvem er her</translation>
    </message>
    <message>
        <source>Go</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Gå</translation>
    </message>
    <message>
        <source>Set</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Sett</translation>
    </message>
    <message>
        <source>Here</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Her</translation>
    </message>
    <message>
        <source>Here; press to go away</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Her; trykk for å melde deg borte</translation>
    </message>
    <message>
        <source>Still as before</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Fortsatt som før</translation>
    </message>
    <message>
        <source>I am back</source>
        <extracomment>kanbandesk/ui/notifying/presence.py</extracomment>
        <translation>Jeg er tilbake</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Cancel</source>
        <extracomment>kanbandesk/ui/widgets/bar.py</extracomment>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/widgets/bar.py</extracomment>
        <translation>Lukk</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Claim</source>
        <extracomment>kanbandesk/ui/board/card_painter.py</extracomment>
        <translation>Ta</translation>
    </message>
    <message>
        <source>Blocked</source>
        <extracomment>kanbandesk/ui/board/card_painter.py</extracomment>
        <translation>Blokkert</translation>
    </message>
    <message>
        <source>Ignored</source>
        <extracomment>kanbandesk/ui/board/card_painter.py</extracomment>
        <translation>Oversett</translation>
    </message>
    <message>
        <source>No cards</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>Ingen kort</translation>
    </message>
    <message>
        <source>Nobody</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>No client</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>Uten kunde</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by the filter</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>
            <numerusform>%n skjult av filteret</numerusform>
            <numerusform>%n skjult av filteret</numerusform>
        </translation>
    </message>
    <message>
        <source>No line</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>Uten linje</translation>
    </message>
    <message>
        <source>{count} / {limit}</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>{count} / {limit}</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>{shown} av {total}</translation>
    </message>
    <message>
        <source>{count} over</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>{count} over</translation>
    </message>
</context>
<context>
    <name>BoardMenu</name>
    <message>
        <source>Swimlanes</source>
        <extracomment>kanbandesk/ui/board_menu.py</extracomment>
        <translation>Baner</translation>
    </message>
    <message>
        <source>Cards</source>
        <extracomment>kanbandesk/ui/board_menu.py</extracomment>
        <translation>Kort</translation>
    </message>
    <message>
        <source>Full</source>
        <extracomment>kanbandesk/ui/board_menu.py</extracomment>
        <translation>Fulle</translation>
    </message>
    <message>
        <source>Compact</source>
        <extracomment>kanbandesk/ui/board_menu.py</extracomment>
        <translation>Kompakte</translation>
    </message>
    <message>
        <source>Boards</source>
        <extracomment>kanbandesk/ui/board_menu.py</extracomment>
        <translation>Tavler</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Move {cards} to …</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Flytt {cards} til …</translation>
    </message>
    <message>
        <source>Assign {cards} to …</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Tildel {cards} til …</translation>
    </message>
    <message>
        <source>Priority of {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Prioritet for {cards}</translation>
    </message>
    <message>
        <source>Tags of {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Merkelapper på {cards}</translation>
    </message>
    <message>
        <source>{cards}: what kind of link?</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>{cards}: hva slags kobling?</translation>
    </message>
    <message>
        <source>Link to ticket …</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Koble til sak …</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <extracomment>kanbandesk/ui/choosing.py
----------
kanbandesk/ui/notifying/who_is_here.py</extracomment>
        <translation>
            <numerusform>%n åpen</numerusform>
            <numerusform>%n åpne</numerusform>
        </translation>
    </message>
    <message>
        <source>on shift</source>
        <extracomment>kanbandesk/ui/choosing.py</extracomment>
        <translation>på vakt</translation>
    </message>
    <message>
        <source>off shift</source>
        <extracomment>kanbandesk/ui/choosing.py</extracomment>
        <translation>ikke på vakt</translation>
    </message>
    <message>
        <source>New tag “{tag}”</source>
        <extracomment>kanbandesk/ui/choosing.py</extracomment>
        <translation>Ny merkelapp «{tag}»</translation>
    </message>
    <message>
        <source>{name} (me)</source>
        <extracomment>kanbandesk/ui/choosing.py</extracomment>
        <translation>{name} (meg)</translation>
    </message>
    <message>
        <source>asks for: {demands}</source>
        <extracomment>kanbandesk/ui/choosing.py</extracomment>
        <translation>krever: {demands}</translation>
    </message>
    <message>
        <source>has it</source>
        <extracomment>kanbandesk/ui/choosing.py</extracomment>
        <translation>har saken</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>none yet</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>ikke ennå</translation>
    </message>
    <message>
        <source>SLA · {name}</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>SLA · {name}</translation>
    </message>
    <message>
        <source>In this column</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>I denne kolonnen</translation>
    </message>
    <message>
        <source>Since it was closed</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>Siden den ble lukket</translation>
    </message>
    <message>
        <source>Since our answer</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>Siden vårt svar</translation>
    </message>
    <message>
        <source>Since the client wrote</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>Siden kunden skrev</translation>
    </message>
    <message>
        <source>{time} left</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>{time} igjen</translation>
    </message>
    <message>
        <source>stopped, {time} over</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>på pause, {time} over</translation>
    </message>
    <message>
        <source>stopped, {time} left</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>på pause, {time} igjen</translation>
    </message>
    <message>
        <source>{time} over</source>
        <extracomment>kanbandesk/ui/ticket/clock_faces.py</extracomment>
        <translation>{time} over</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>It reached the client</source>
        <extracomment>kanbandesk/ui/ticket/composer.py</extracomment>
        <translation>Det nådde kunden</translation>
    </message>
    <message>
        <source>Attach</source>
        <extracomment>kanbandesk/ui/ticket/composer.py</extracomment>
        <translation>Legg ved</translation>
    </message>
    <message>
        <source>Send and ask client</source>
        <extracomment>kanbandesk/ui/ticket/composer.py</extracomment>
        <translation>Send og spør kunden</translation>
    </message>
    <message>
        <source>Send</source>
        <extracomment>kanbandesk/ui/ticket/composer.py</extracomment>
        <translation>Send</translation>
    </message>
    <message>
        <source>Add note</source>
        <extracomment>kanbandesk/ui/ticket/composer.py</extracomment>
        <translation>Legg til notat</translation>
    </message>
    <message>
        <source>Log call</source>
        <extracomment>kanbandesk/ui/ticket/composer.py</extracomment>
        <translation>Loggfør samtale</translation>
    </message>
    <message>
        <source>Public answer</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Svar til kunden</translation>
    </message>
    <message>
        <source>Internal note</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Internt notat</translation>
    </message>
    <message>
        <source>Call</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Samtale</translation>
    </message>
    <message>
        <source>Note to the ticket</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Notat til saken</translation>
    </message>
    <message>
        <source>Answer the client …</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Svar kunden …</translation>
    </message>
    <message>
        <source>For colleagues only: the client never sees it.</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Bare for kolleger: kunden ser det aldri.</translation>
    </message>
    <message>
        <source>What was said on the phone?</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Hva ble sagt på telefonen?</translation>
    </message>
    <message>
        <source>For the owner of the ticket, who is told; the client never sees it.</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>For den som har saken, som får beskjed; kunden ser det aldri.</translation>
    </message>
    <message>
        <source>Answer {requester}, by {channel} …</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Svar {requester} · {channel} …</translation>
    </message>
    <message>
        <source>Answer {requester} …</source>
        <extracomment>kanbandesk/ui/ticket/composer_fields.py</extracomment>
        <translation>Svar {requester} …</translation>
    </message>
    <message>
        <source>draft kept {time} ago</source>
        <extracomment>kanbandesk/ui/ticket/composer_head.py</extracomment>
        <translation>utkast lagret for {time} siden</translation>
    </message>
    <message>
        <source>Tell whom?</source>
        <extracomment>kanbandesk/ui/ticket/naming.py</extracomment>
        <translation>Si fra til hvem?</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Copy the whole message: it goes on</source>
        <extracomment>kanbandesk/ui/ticket/bubble.py</extracomment>
        <translation>Kopier hele meldingen: den fortsetter</translation>
    </message>
    <message>
        <source>Show all ({size})</source>
        <extracomment>kanbandesk/ui/ticket/bubble.py</extracomment>
        <translation>Vis alt ({size})</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <extracomment>kanbandesk/ui/ticket/bubble.py</extracomment>
        <translation>ikke lagret ennå</translation>
    </message>
    <message>
        <source>Conversation</source>
        <extracomment>kanbandesk/ui/ticket/conversation.py</extracomment>
        <translation>Samtale</translation>
    </message>
    <message>
        <source>client, by {channel}</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>kunde · {channel}</translation>
    </message>
    <message>
        <source>public answer</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>svar til kunden</translation>
    </message>
    <message>
        <source>question to the client</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>spørsmål til kunden</translation>
    </message>
    <message>
        <source>proposed solution</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>foreslått løsning</translation>
    </message>
    <message>
        <source>internal note</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>internt notat</translation>
    </message>
    <message>
        <source>call</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>samtale</translation>
    </message>
    <message>
        <source>notice</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>varsel</translation>
    </message>
    <message>
        <source>Somebody</source>
        <extracomment>kanbandesk/ui/ticket/entries.py</extracomment>
        <translation>Noen</translation>
    </message>
</context>
<context>
    <name>Countries</name>
    <message>
        <source>Norway</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Norge</translation>
    </message>
    <message>
        <source>Sweden</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Sverige</translation>
    </message>
    <message>
        <source>Denmark</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Danmark</translation>
    </message>
    <message>
        <source>Finland</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Finland</translation>
    </message>
    <message>
        <source>Germany</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Tyskland</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Storbritannia</translation>
    </message>
    <message>
        <source>United States</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>USA</translation>
    </message>
    <message>
        <source>Russia</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Russland</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Kasakhstan</translation>
    </message>
    <message>
        <source>Belarus</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Belarus</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Ukraina</translation>
    </message>
    <message>
        <source>Poland</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Polen</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Nederland</translation>
    </message>
    <message>
        <source>France</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Frankrike</translation>
    </message>
    <message>
        <source>Spain</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Spania</translation>
    </message>
    <message>
        <source>Italy</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Italia</translation>
    </message>
    <message>
        <source>Estonia</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Estland</translation>
    </message>
    <message>
        <source>Latvia</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Latvia</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Litauen</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Classification</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Klassifisering</translation>
    </message>
    <message>
        <source>Client</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Dates</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Datoer</translation>
    </message>
    <message>
        <source>Vendor</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Leverandør</translation>
    </message>
    <message>
        <source>Development</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Utvikling</translation>
    </message>
    <message>
        <source>Solution</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Løsning</translation>
    </message>
    <message>
        <source>People and origin</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Personer og opphav</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>år-måned-dag</translation>
    </message>
    <message>
        <source>a number</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>et tall</translation>
    </message>
    <message>
        <source>Change: {field}</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Endre: {field}</translation>
    </message>
    <message>
        <source>not set</source>
        <extracomment>kanbandesk/ui/ticket/details.py
----------
kanbandesk/ui/ticket/rows.py</extracomment>
        <translation>ikke satt</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>kanbandesk/ui/ticket/details.py</extracomment>
        <translation>Endre</translation>
    </message>
    <message>
        <source>Contract</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Avtale</translation>
    </message>
    <message>
        <source>Region</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Region</translation>
    </message>
    <message>
        <source>Mail</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Phone</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Chat</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Opened</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Åpnet</translation>
    </message>
    <message>
        <source>In this column since</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>I denne kolonnen siden</translation>
    </message>
    <message>
        <source>Solution proposed</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Løsning foreslått</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Lukket</translation>
    </message>
    <message>
        <source>Handed over</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Overlevert</translation>
    </message>
    <message>
        <source>Imported from</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>Importert fra</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>stays in {lane}</source>
        <extracomment>kanbandesk/ui/board/aim.py</extracomment>
        <translation>blir i «{lane}»</translation>
    </message>
    <message>
        <source>Let go to put it back</source>
        <extracomment>kanbandesk/ui/board/aim.py</extracomment>
        <translation>Slipp for å legge det tilbake</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>{some} og {last}</translation>
    </message>
    <message>
        <source>becomes yours</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>blir din</translation>
    </message>
    <message numerus="yes">
        <source>takes over from %n colleague(s)</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>
            <numerusform>overtar fra %n kollega</numerusform>
            <numerusform>overtar fra %n kolleger</numerusform>
        </translation>
    </message>
    <message>
        <source>takes over from {name}</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>overtar fra {name}</translation>
    </message>
    <message>
        <source>→ {status}</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>→ {status}</translation>
    </message>
    <message>
        <source>accepts the transfer</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>overføringen godtas</translation>
    </message>
    <message>
        <source>the urgency case</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>sakstypen</translation>
    </message>
    <message>
        <source>the SLA class</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>SLA-klassen</translation>
    </message>
    <message>
        <source>a question to the client</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>et spørsmål til kunden</translation>
    </message>
    <message>
        <source>the vendor</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>leverandøren</translation>
    </message>
    <message>
        <source>the vendor&apos;s reference</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>leverandørens referanse</translation>
    </message>
    <message>
        <source>the expected date</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>forventet dato</translation>
    </message>
    <message>
        <source>a time to wake</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>når den skal våkne</translation>
    </message>
    <message>
        <source>a tracker key</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>nøkkelen i trackeren</translation>
    </message>
    <message>
        <source>a due date</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>en frist</translation>
    </message>
    <message>
        <source>the problem</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>problemet</translation>
    </message>
    <message>
        <source>what was done</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>hva som ble gjort</translation>
    </message>
    <message>
        <source>why it is closed</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>hvorfor den lukkes</translation>
    </message>
    <message>
        <source>a lead&apos;s reason</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>en begrunnelse fra lederen</translation>
    </message>
    <message>
        <source>{count} of {total}: {reason}</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>{count} av {total}: {reason}</translation>
    </message>
    <message>
        <source>asks for {what}</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>krever {what}</translation>
    </message>
    <message>
        <source>{count} / {limit}, over the limit</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>{count} / {limit}, over grensen</translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>{hours} h {minutes} min</source>
        <extracomment>kanbandesk/ui/words/durations.py</extracomment>
        <translation>{hours} t {minutes} min</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <extracomment>kanbandesk/ui/words/durations.py</extracomment>
        <translation>{days} d {hours} t</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <extracomment>kanbandesk/ui/words/durations.py</extracomment>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <extracomment>kanbandesk/ui/words/durations.py</extracomment>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <extracomment>kanbandesk/ui/words/durations.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>{hours} t</translation>
    </message>
    <message>
        <source>{days} d</source>
        <extracomment>kanbandesk/ui/words/durations.py</extracomment>
        <translation>{days} d</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>This change takes a reason, which stays in the timeline.</source>
        <extracomment>kanbandesk/ui/ticket/edits.py</extracomment>
        <translation>Denne endringen krever en begrunnelse, som blir stående i historikken.</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>kanbandesk/ui/ticket/edits.py</extracomment>
        <translation>Endre</translation>
    </message>
    <message>
        <source>Why?</source>
        <extracomment>kanbandesk/ui/ticket/edits.py</extracomment>
        <translation>Hvorfor?</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Message from the client</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Melding fra kunden</translation>
    </message>
    <message>
        <source>Public answer</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Svar til kunden</translation>
    </message>
    <message>
        <source>Question to the client</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Spørsmål til kunden</translation>
    </message>
    <message>
        <source>Solution proposed</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Løsning foreslått</translation>
    </message>
    <message>
        <source>Internal note</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Internt notat</translation>
    </message>
    <message>
        <source>Call</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Samtale</translation>
    </message>
    <message>
        <source>Notice</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Varsel</translation>
    </message>
    <message>
        <source>Edited</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Redigert</translation>
    </message>
    <message>
        <source>imported log</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>importert logg</translation>
    </message>
    <message>
        <source>Taken</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Tatt</translation>
    </message>
    <message>
        <source>Taken by {person}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Tatt av {person}</translation>
    </message>
    <message>
        <source>Given to {person}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Tildelt {person}</translation>
    </message>
    <message>
        <source>Given back by {person}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Gitt tilbake av {person}</translation>
    </message>
    <message>
        <source>Tags {tags}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Merkelapper {tags}</translation>
    </message>
    <message>
        <source>Blocked: {reason}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Blokkert: {reason}</translation>
    </message>
    <message>
        <source>File {name}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Fil {name}</translation>
    </message>
    <message>
        <source>Linked: {kind} {ticket}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Koblet: {kind} {ticket}</translation>
    </message>
    <message>
        <source>Link to {ticket} taken away</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Koblingen til {ticket} fjernet</translation>
    </message>
    <message>
        <source>Took in {ticket}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Slått sammen med {ticket}, som gikk opp i denne</translation>
    </message>
    <message>
        <source>{person} watches</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>{person} følger saken</translation>
    </message>
    <message>
        <source>{person} no longer watches</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>{person} følger ikke lenger</translation>
    </message>
    <message>
        <source>Watching</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Følger saken</translation>
    </message>
    <message>
        <source>No longer watching</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Følger ikke lenger</translation>
    </message>
    <message>
        <source>Ticket opened</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Sak opprettet</translation>
    </message>
    <message>
        <source>Moved within the column</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Flyttet i kolonnen</translation>
    </message>
    <message>
        <source>No longer blocked</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Ikke lenger blokkert</translation>
    </message>
    <message>
        <source>Change undone</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Endring angret</translation>
    </message>
    <message>
        <source>Taken over from {person}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Overtatt fra {person}</translation>
    </message>
    <message>
        <source>Given by lot to {person}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Tildelt {person} ved loddtrekning</translation>
    </message>
    <message>
        <source>Passed from {before} to {person}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Gikk fra {before} til {person}</translation>
    </message>
    <message>
        <source>Edited: {reason}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Redigert: {reason}</translation>
    </message>
    <message>
        <source>Merged into {ticket}</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Slått sammen med {ticket}</translation>
    </message>
    <message>
        <source>Record of the imported log</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Oppføring i den importerte loggen</translation>
    </message>
    <message>
        <source>Given back</source>
        <extracomment>kanbandesk/ui/words/facts.py</extracomment>
        <translation>Gitt tilbake</translation>
    </message>
    <message>
        <source>Person</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Medarbeider</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Linje</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Åpningstider</translation>
    </message>
    <message>
        <source>Statuses, SLA classes, urgency cases, fields</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Statuser, SLA-klasser, sakstyper, felt</translation>
    </message>
    <message>
        <source>What runs by itself</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Det som går av seg selv</translation>
    </message>
    <message>
        <source>Board</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Tavle</translation>
    </message>
    <message>
        <source>Absence</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Fravær</translation>
    </message>
    <message>
        <source>Nobody is on shift to take it</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Ingen på vakt kan ta den</translation>
    </message>
    <message>
        <source>Not started in time: {people} is on it now</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Ikke påbegynt i tide: {people} er på den nå</translation>
    </message>
    <message>
        <source>offered by {person}, {moment}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>tilbudt av {person}, {moment}</translation>
    </message>
    <message>
        <source>Norm broken: {status}, degree {degree}, due {moment}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Norm brutt: {status}, grad {degree}, frist {moment}</translation>
    </message>
    <message>
        <source>SLA target broken: {sla}, due {moment}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>SLA-mål brutt: {sla}, frist {moment}</translation>
    </message>
    <message>
        <source>Reminder prepared</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Påminnelse klargjort</translation>
    </message>
    <message>
        <source>Took note of the alarm</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Merket seg alarmen</translation>
    </message>
    <message>
        <source>Why the SLA target was broken: {words}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Hvorfor SLA-målet ble brutt: {words}</translation>
    </message>
    <message>
        <source>Nobody has written in time why the SLA target was broken</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Ingen har i tide skrevet hvorfor SLA-målet ble brutt</translation>
    </message>
    <message>
        <source>Called back: {words}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Ringt tilbake: {words}</translation>
    </message>
    <message>
        <source>Nobody has called back in time</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Ingen har ringt tilbake i tide</translation>
    </message>
    <message>
        <source>Called the client: {words}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Ringt kunden: {words}</translation>
    </message>
    <message>
        <source>Nobody has called the client in time</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Ingen har ringt kunden i tide</translation>
    </message>
    <message>
        <source>{person} was told</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>{person} fikk beskjed</translation>
    </message>
    <message>
        <source>unknown, because {reason}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>ukjent, fordi {reason}</translation>
    </message>
    <message>
        <source>Transfer accepted: {person}, {line}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Overføring godtatt: {person}, {line}</translation>
    </message>
    <message>
        <source>the system</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>systemet</translation>
    </message>
    <message>
        <source>Transfer taken back: {line}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Overføring trukket tilbake: {line}</translation>
    </message>
    <message>
        <source>to be explained by {person}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>skal forklares av {person}</translation>
    </message>
    <message>
        <source>Alarm of a problem: {person}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Alarm om et problem: {person}</translation>
    </message>
    <message>
        <source>The client stays silent: call, other channel or closing offered</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Kunden er taus: ring, annen kanal eller lukking foreslått</translation>
    </message>
    <message>
        <source>Reminder sent by itself</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Påminnelse sendt av seg selv</translation>
    </message>
    <message>
        <source>Reminders held</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Påminnelser holdt tilbake</translation>
    </message>
    <message>
        <source>Reminders let go again</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Påminnelser sluppet igjen</translation>
    </message>
    <message>
        <source>Handed to development as {ticket}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Gitt til utvikling som {ticket}</translation>
    </message>
    <message>
        <source>Development is done</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Utviklingen er ferdig</translation>
    </message>
    <message>
        <source>Development declines</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Utviklingen avslår</translation>
    </message>
    <message>
        <source>Development has missed its date: {moment}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Utviklingen har oversittet fristen: {moment}</translation>
    </message>
    <message>
        <source>The tracker says: {state}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Sporingssystemet sier: {state}</translation>
    </message>
    <message>
        <source>Phantom confirmed</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Fantom bekreftet</translation>
    </message>
    <message>
        <source>Phantom refuted</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Fantom avkreftet</translation>
    </message>
    <message>
        <source>Looked through: right</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Gjennomgått: riktig</translation>
    </message>
    <message>
        <source>Looked through: wrong</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Gjennomgått: feil</translation>
    </message>
    <message>
        <source>it cured</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>det hjalp</translation>
    </message>
    <message>
        <source>it did not cure</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>det hjalp ikke</translation>
    </message>
    <message>
        <source>Split off from {ticket}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Skilt ut fra {ticket}</translation>
    </message>
    <message>
        <source>{setting}: changed</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>{setting}: endret</translation>
    </message>
    <message>
        <source>Not ours: back to {line}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Ikke vår: tilbake til {line}</translation>
    </message>
    <message>
        <source>Transfer given by lot: {person}, {line}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Overføring ved loddtrekning: {person}, {line}</translation>
    </message>
    <message>
        <source>The client liked an answer</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Kunden likte et svar</translation>
    </message>
    <message>
        <source>The client did not like an answer</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Kunden likte ikke et svar</translation>
    </message>
    <message>
        <source>The client liked it</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Kunden likte det</translation>
    </message>
    <message>
        <source>The client did not like it</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Kunden likte det ikke</translation>
    </message>
    <message>
        <source>Another matter went into {ticket}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>En annen sak gikk til {ticket}</translation>
    </message>
    <message>
        <source>{setting}: new</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>{setting}: ny</translation>
    </message>
    <message>
        <source>{setting}: taken away</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>{setting}: fjernet</translation>
    </message>
    <message>
        <source>the lead</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>lederen</translation>
    </message>
    <message>
        <source>Offered to its line: {line}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Tilbudt sin egen linje: {line}</translation>
    </message>
    <message>
        <source>Transfer offered: {line}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Overføring tilbudt: {line}</translation>
    </message>
    <message>
        <source>Task done: {words}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>Oppgave utført: {words}</translation>
    </message>
    <message>
        <source>due {moment}</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>frist {moment}</translation>
    </message>
    <message>
        <source>A task is over due</source>
        <extracomment>kanbandesk/ui/words/process_facts.py</extracomment>
        <translation>En oppgave er over fristen</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>{path} is not a demo board; it was left untouched. Name another folder, or leave --fresh out.</source>
        <extracomment>kanbandesk/app/demo.py</extracomment>
        <translation>{path} er ikke en demotavle; den er ikke rørt. Oppgi en annen mappe, eller utelat --fresh.</translation>
    </message>
    <message>
        <source>KanbanDesk cannot work with {path}.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>KanbanDesk kan ikke arbeide med {path}.</translation>
    </message>
    <message>
        <source>There is no board in {path}. Create one, or name the folder of an existing one.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>Det er ingen tavle i {path}. Opprett en, eller oppgi mappen til en som finnes.</translation>
    </message>
    <message>
        <source>{path} holds other files already; they were left untouched. Name an empty or a new folder.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>{path} inneholder allerede andre filer; de er ikke rørt. Oppgi en tom eller ny mappe.</translation>
    </message>
    <message>
        <source>The board in {path} is open in another program (process {pid}). Close that one first.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>Tavlen i {path} er åpen i et annet program (prosess {pid}). Lukk det først.</translation>
    </message>
    <message>
        <source>The board in {path} was given to a team and is now in {place}. What is here is kept, but not changed.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>Tavlen i {path} er gitt til et team og ligger nå i {place}. Det som er her, beholdes, men endres ikke.</translation>
    </message>
    <message>
        <source>{path} is not a board of KanbanDesk. It was left untouched; name another folder.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>{path} er ikke en KanbanDesk-tavle. Den er ikke rørt; oppgi en annen mappe.</translation>
    </message>
    <message>
        <source>{path} was written by a newer KanbanDesk. It was left untouched; please update the program.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>{path} er skrevet av en nyere KanbanDesk. Den er ikke rørt; oppdater programmet.</translation>
    </message>
    <message>
        <source>{path} is damaged and was left as it is. Keep a copy of its folder, then restore the last backup.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>{path} er skadet og er latt urørt. Ta vare på en kopi av mappen, og gjenopprett så siste sikkerhetskopi.</translation>
    </message>
    <message>
        <source>{path} could not be brought to this version: {reason}. It is as it was; a copy lies in its backups.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>{path} kunne ikke løftes til denne versjonen: {reason}. Den er som den var; en kopi ligger blant sikkerhetskopiene.</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}. The last change was not saved; what was saved before is kept.</source>
        <extracomment>kanbandesk/models/faults.py</extracomment>
        <translation>{path} kunne ikke skrives: {reason}. Siste endring ble ikke lagret; det som var lagret før, er i behold.</translation>
    </message>
    <message>
        <source>{path} holds the board of one desk, which was left untouched. Name another folder for the server, and bring the board into it by `kanbandesk share`.</source>
        <extracomment>kanbandesk/server/places.py</extracomment>
        <translation>{path} inneholder tavlen til én arbeidsplass; den er ikke rørt. Oppgi en annen mappe for serveren, og hent tavlen inn med `kanbandesk share`.</translation>
    </message>
    <message>
        <source>There is no team&apos;s server in {path}. Start one by `kanbandesk serve`, or name its folder.</source>
        <extracomment>kanbandesk/server/places.py</extracomment>
        <translation>Det er ingen teamserver i {path}. Start en med `kanbandesk serve`, eller oppgi mappen dens.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Title</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Tittel</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Requester</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Innmelder</translation>
    </message>
    <message>
        <source>Client</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Channel</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Linje</translation>
    </message>
    <message>
        <source>Owner</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Ansvarlig</translation>
    </message>
    <message>
        <source>Companions</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Medhjelpere</translation>
    </message>
    <message>
        <source>Watchers</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Følgere</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>Urgency case</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Sakstype</translation>
    </message>
    <message>
        <source>SLA class</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>SLA-klasse</translation>
    </message>
    <message>
        <source>Category</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Tags</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Merkelapper</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Egne felt</translation>
    </message>
    <message>
        <source>Blocked because</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Blokkert fordi</translation>
    </message>
    <message>
        <source>Wakes</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Våkner</translation>
    </message>
    <message>
        <source>Client knows the date</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Kunden kjenner datoen</translation>
    </message>
    <message>
        <source>Vendor</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Leverandør</translation>
    </message>
    <message>
        <source>Vendor&apos;s reference</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Leverandørens referanse</translation>
    </message>
    <message>
        <source>Expected</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Ventet</translation>
    </message>
    <message>
        <source>Tracker key</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Nøkkel i tracker</translation>
    </message>
    <message>
        <source>Due</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Frist</translation>
    </message>
    <message>
        <source>The problem in the client&apos;s words</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Problemet med kundens ord</translation>
    </message>
    <message>
        <source>What was done</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Hva som ble gjort</translation>
    </message>
    <message>
        <source>Closing reason</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Lukkeårsak</translation>
    </message>
    <message>
        <source>Ignored</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Oversett</translation>
    </message>
    <message>
        <source>Phantom</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Fantom</translation>
    </message>
    <message>
        <source>Was in development</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Har vært i utvikling</translation>
    </message>
    <message>
        <source>Sent to development by</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Sendt til utvikling av</translation>
    </message>
    <message>
        <source>Merged into</source>
        <extracomment>kanbandesk/ui/words/changes.py</extracomment>
        <translation>Slått sammen med</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>kanbandesk/ui/setup/trail.py
----------
kanbandesk/ui/words/changes.py</extracomment>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <extracomment>kanbandesk/ui/setup/trail.py
----------
kanbandesk/ui/words/changes.py</extracomment>
        <translation>nei</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>picture</source>
        <extracomment>kanbandesk/ui/ticket/pasted.py</extracomment>
        <translation>bilde</translation>
    </message>
    <message>
        <source>file</source>
        <extracomment>kanbandesk/ui/words/plain.py</extracomment>
        <translation>fil</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>me</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>meg</translation>
    </message>
    <message>
        <source>nobody</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>ingen</translation>
    </message>
    <message>
        <source>blocked</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>blokkert</translation>
    </message>
    <message>
        <source>{facet}: {values}</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>{facet}: {values}</translation>
    </message>
    <message>
        <source>Owner</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Ansvarlig</translation>
    </message>
    <message>
        <source>Age</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Alder</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Linje</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>Client</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Tag</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Merkelapp</translation>
    </message>
    <message>
        <source>Blocked</source>
        <extracomment>kanbandesk/ui/views/facets.py</extracomment>
        <translation>Blokkering</translation>
    </message>
    <message>
        <source>Filter by …</source>
        <extracomment>kanbandesk/ui/views/popover.py</extracomment>
        <translation>Filtrer etter …</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Status</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>kanbandesk/ui/ticket/header.py
----------
kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>Owner</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>Ansvarlig</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>kanbandesk/ui/ticket/header.py
----------
kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Linje</translation>
    </message>
    <message>
        <source>+ tag</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>+ merkelapp</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <extracomment>kanbandesk/ui/ticket/header.py
----------
kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Åpne i eget vindu</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>Mer</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>Ingen ennå</translation>
    </message>
    <message>
        <source>No line</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>Uten linje</translation>
    </message>
    <message>
        <source>contract {number}</source>
        <extracomment>kanbandesk/ui/ticket/header.py</extracomment>
        <translation>avtale {number}</translation>
    </message>
    <message>
        <source>What blocks it? Blocking stops no clock.</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Hva hindrer den? Blokkering stopper ingen klokke.</translation>
    </message>
    <message>
        <source>is so now</source>
        <extracomment>kanbandesk/ui/choosing.py
----------
kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>er det nå</translation>
    </message>
    <message>
        <source>Move to …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Flytt til …</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Slutt å følge</translation>
    </message>
    <message>
        <source>Watch</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Følg</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Kopier nummeret</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Kopier lenken</translation>
    </message>
    <message>
        <source>Merge into …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Slå sammen med …</translation>
    </message>
    <message>
        <source>Transfer …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Overfør …</translation>
    </message>
    <message>
        <source>Block</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Blokker</translation>
    </message>
    <message>
        <source>has it</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>har saken</translation>
    </message>
    <message>
        <source>New tag “{tag}”</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Ny merkelapp «{tag}»</translation>
    </message>
    <message>
        <source>Assign to …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Tildel til …</translation>
    </message>
    <message>
        <source>Tag</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Merkelapp</translation>
    </message>
    <message>
        <source>Take the block off</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Opphev blokkeringen</translation>
    </message>
    <message>
        <source>Block …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Blokker …</translation>
    </message>
    <message>
        <source>Split off …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Skill ut …</translation>
    </message>
    <message>
        <source>Not ours …</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>Ikke vår …</translation>
    </message>
    <message>
        <source>{name} (me)</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>{name} (meg)</translation>
    </message>
    <message>
        <source>asks for: {demands}</source>
        <extracomment>kanbandesk/ui/ticket/header_menus.py</extracomment>
        <translation>krever: {demands}</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>The import broke off. What went wrong is in the log.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Importen ble avbrutt. Hva som gikk galt, står i loggen.</translation>
    </message>
    <message>
        <source>Reading {file}: {percent} %</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Leser {file}: {percent} %</translation>
    </message>
    <message>
        <source>Storing the tickets of {file}: {percent} %</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Lagrer sakene fra {file}: {percent} %</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>{file} kan ikke leses: {reason}.</translation>
    </message>
    <message>
        <source>{file} is damaged, or not what its ending says.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>{file} er skadet, eller er noe annet enn filendelsen sier.</translation>
    </message>
    <message>
        <source>{file} is damaged, or not what its ending says: line {line}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>{file} er skadet, eller er noe annet enn filendelsen sier: linje {line}.</translation>
    </message>
    <message>
        <source>Nothing in {file} tells which program wrote it. Read are exports of Trello, Jira, Nextcloud Deck, Focalboard and ServiceNow, and tables (CSV).</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Ingenting i {file} viser hvilket program som skrev den. Eksporter fra Trello, Jira, Nextcloud Deck, Focalboard og ServiceNow kan leses, og tabeller (CSV).</translation>
    </message>
    <message>
        <source>{file} is no whole export of {program}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>{file} er ingen hel eksport fra {program}.</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} MiB, which is more than is read.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>{file} inneholder mer enn {limit} MiB; så mye leses ikke.</translation>
    </message>
    <message>
        <source>{file} has no column {columns}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>{file} har ingen kolonne {columns}.</translation>
    </message>
    <message>
        <source>No column of {file} tells {fields}. The command line can be told what each column means (--mapping).</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Ingen kolonne i {file} inneholder {fields}. På kommandolinjen kan du si hva hver kolonne betyr (--mapping).</translation>
    </message>
    <message>
        <source>{file} is no longer there.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>{file} finnes ikke lenger.</translation>
    </message>
    <message>
        <source>The new board could not be written: {reason}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Den nye tavlen kunne ikke skrives: {reason}.</translation>
    </message>
    <message>
        <source>Template cards were left out.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Malkort er utelatt.</translation>
    </message>
    <message>
        <source>{file} is not UTF-8: it was read as {encoding}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>{file} er ikke UTF-8: den ble lest som {encoding}.</translation>
    </message>
    <message>
        <source>“{name}” was taken as {status}.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>«{name}» ble tatt som «{status}».</translation>
    </message>
    <message>
        <source>Line {line}: {field} cannot be read.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Linje {line}: {field} kan ikke leses.</translation>
    </message>
    <message>
        <source>Timers are on: what was solved more than two days ago will be closed by them.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Tidsurene er på: det som ble løst for mer enn to dager siden, blir lukket av dem.</translation>
    </message>
    <message>
        <source>It was cancelled; nothing was imported.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Avbrutt; ingenting ble importert.</translation>
    </message>
    <message>
        <source>There is no ticket in it that is not here already.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Det er ingen sak i den som ikke er her fra før.</translation>
    </message>
    <message>
        <source>A part was not taken ({reason}). {tickets} of {of} tickets came in.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>En del ble ikke tatt imot ({reason}). {tickets} av {of} saker er importert.</translation>
    </message>
    <message>
        <source>It was cancelled. {tickets} of {of} tickets came in.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>Avbrutt. {tickets} av {of} saker er importert.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read; all of them are told in {file}</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n rad kunne ikke leses; den står i {file}</numerusform>
            <numerusform>%n rader kunne ikke leses; alle står i {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) that are here already stay as they are.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n sak er her fra før og blir som den er.</numerusform>
            <numerusform>%n saker er her fra før og blir som de er.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) stand in the file twice: the first counts.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n sak står to ganger i filen: den første gjelder.</numerusform>
            <numerusform>%n saker står to ganger i filen: de første gjelder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) with bad rows were left out.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n sak med dårlige rader er utelatt.</numerusform>
            <numerusform>%n saker med dårlige rader er utelatt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) came in.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n sak er importert.</numerusform>
            <numerusform>%n saker er importert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Claim</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Ta</translation>
    </message>
    <message>
        <source>Accept</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Godta</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Åpne</translation>
    </message>
    <message>
        <source>Take note</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Jeg har sett det</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Rediger</translation>
    </message>
    <message>
        <source>Discard</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Forkast</translation>
    </message>
    <message>
        <source>Answer</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Read</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Lest</translation>
    </message>
    <message>
        <source>To the board</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Til tavlen</translation>
    </message>
    <message>
        <source>Call</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Ring</translation>
    </message>
    <message>
        <source>Other channel</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Annen kanal</translation>
    </message>
    <message>
        <source>Close as silent</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Lukk som taus</translation>
    </message>
    <message>
        <source>Remind now</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Minn på nå</translation>
    </message>
    <message>
        <source>Hold reminders</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>Hold påminnelser</translation>
    </message>
    <message>
        <source>Let remind</source>
        <extracomment>kanbandesk/ui/inbox/deeds.py</extracomment>
        <translation>La minne på</translation>
    </message>
    <message>
        <source>Inbox</source>
        <extracomment>kanbandesk/ui/inbox/page.py</extracomment>
        <translation>Innboks</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <extracomment>kanbandesk/ui/inbox/page.py</extracomment>
        <translation>Merk alt som lest</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <extracomment>kanbandesk/ui/inbox/contents.py
----------
kanbandesk/ui/notifying/desk.py</extracomment>
        <translation>
            <numerusform>%n ulest</numerusform>
            <numerusform>%n uleste</numerusform>
        </translation>
    </message>
    <message>
        <source>For you</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>Til deg</translation>
    </message>
    <message>
        <source>the system draws somebody after {time}</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>systemet trekker noen etter {time}</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>Krever oppmerksomhet</translation>
    </message>
    <message>
        <source>what the server could not take</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>det serveren ikke kunne ta imot</translation>
    </message>
    <message>
        <source>Your tasks</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>Dine oppgaver</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>Ikke tatt</translation>
    </message>
    <message>
        <source>Nothing unread. What you are told is kept here.</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>Ingenting er ulest. Det du får beskjed om, ligger her.</translation>
    </message>
    <message>
        <source>Read before</source>
        <extracomment>kanbandesk/ui/inbox/contents.py</extracomment>
        <translation>Lest før</translation>
    </message>
    <message numerus="yes">
        <source>%n more on the board</source>
        <extracomment>kanbandesk/ui/inbox/rows.py</extracomment>
        <translation>
            <numerusform>%n til på tavlen</numerusform>
            <numerusform>%n til på tavlen</numerusform>
        </translation>
    </message>
    <message>
        <source>unclaimed for {time}</source>
        <extracomment>kanbandesk/ui/inbox/rows.py</extracomment>
        <translation>ikke tatt på {time}</translation>
    </message>
    <message>
        <source>{who} has it</source>
        <extracomment>kanbandesk/ui/inbox/rows.py</extracomment>
        <translation>{who} har den</translation>
    </message>
    <message>
        <source>{time} left</source>
        <extracomment>kanbandesk/ui/inbox/rows.py</extracomment>
        <translation>{time} igjen</translation>
    </message>
    <message>
        <source>unread</source>
        <extracomment>kanbandesk/ui/inbox/rows.py</extracomment>
        <translation>ulest</translation>
    </message>
    <message>
        <source>{time} over</source>
        <extracomment>kanbandesk/ui/inbox/rows.py</extracomment>
        <translation>{time} over</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>This is a demo in which nothing happens by itself: nobody is given a ticket, nothing escalates. Try it as it is, or see it live.</source>
        <extracomment>kanbandesk/ui/welcome/invitation.py</extracomment>
        <translation>Dette er en demo der ingenting skjer av seg selv: ingen får en sak, ingenting eskalerer. Prøv den som den er, eller se den i gang.</translation>
    </message>
    <message>
        <source>The process runs. What nobody has is offered to you for {time}: Enter takes the card you stand on. Then the system gives it to somebody.</source>
        <extracomment>kanbandesk/ui/welcome/invitation.py</extracomment>
        <translation>Prosessen går. Det ingen har, tilbys deg i {time}: Enter tar kortet du står på. Så gir systemet det til noen.</translation>
    </message>
    <message>
        <source>Switch the process on</source>
        <extracomment>kanbandesk/ui/welcome/invitation.py</extracomment>
        <translation>Slå på prosessen</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/welcome/invitation.py</extracomment>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>We hear our callers, but they do not hear us</source>
        <extracomment>kanbandesk/ui/welcome/invitation.py</extracomment>
        <translation>Vi hører dem som ringer, men de hører ikke oss</translation>
    </message>
    <message>
        <source>Since this morning, on every telephone in the office.</source>
        <extracomment>kanbandesk/ui/welcome/invitation.py</extracomment>
        <translation>Siden i dag morges, på alle telefonene på kontoret.</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>It did not work: {error}.</source>
        <extracomment>kanbandesk/app/team_doors.py</extracomment>
        <translation>Det gikk ikke: {error}.</translation>
    </message>
    <message>
        <source>The server does not answer. Check the address and the network.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Serveren svarer ikke. Sjekk adressen og nettet.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted here, so nothing was sent. Ask who runs it.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Serverens sertifikat er ikke klarert her, så ingenting ble sendt. Spør den som drifter den.</translation>
    </message>
    <message>
        <source>What answers there is no KanbanDesk server. Check the address.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Det som svarer der, er ingen KanbanDesk-server. Sjekk adressen.</translation>
    </message>
    <message>
        <source>The address is not encrypted, so nothing was sent. It has to begin with https://</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Adressen er ikke kryptert, så ingenting ble sendt. Den må begynne med https://</translation>
    </message>
    <message>
        <source>That is no address. It looks like https://desk.example.com</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Det er ingen adresse. Den ser ut som https://desk.example.com</translation>
    </message>
    <message>
        <source>Login, password or code is wrong.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Feil brukernavn, passord eller kode.</translation>
    </message>
    <message>
        <source>Your account wants a code as well: type it and press again.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Kontoen din vil også ha en kode: skriv den og trykk igjen.</translation>
    </message>
    <message>
        <source>Too many tries. Wait {after} s, then try again.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>For mange forsøk. Vent {after} s og prøv igjen.</translation>
    </message>
    <message>
        <source>This invitation is not valid any more. Ask an administrator for a new one.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Invitasjonen gjelder ikke lenger. Be en administrator om en ny.</translation>
    </message>
    <message>
        <source>Somebody else has this login.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Noen andre har dette brukernavnet.</translation>
    </message>
    <message>
        <source>The server needs a newer KanbanDesk. Update it first.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Serveren trenger en nyere KanbanDesk. Oppdater først.</translation>
    </message>
    <message>
        <source>The server is older than this program. Ask who runs it.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Serveren er eldre enn dette programmet. Spør den som drifter den.</translation>
    </message>
    <message>
        <source>Only an administrator of the server may do this.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Bare en administrator for tjeneren kan gjøre dette.</translation>
    </message>
    <message>
        <source>Somebody works on this server already. A board goes to one that nobody has used yet.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Noen arbeider allerede på denne tjeneren. En tavle kan bare flyttes til en som ingen har brukt ennå.</translation>
    </message>
    <message>
        <source>The server takes no board of this size. Ask who runs it.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Tjeneren tar ikke imot en tavle av denne størrelsen. Spør den som drifter den.</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a moment.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Serveren er opptatt. Prøv igjen om litt.</translation>
    </message>
    <message>
        <source>The board did not arrive whole. Try again; nothing was changed.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Tavlen kom ikke helt fram. Prøv igjen; ingenting ble endret.</translation>
    </message>
    <message>
        <source>This board&apos;s clock is ahead of the server&apos;s. It cannot be taken.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Klokken til denne tavlen går foran tjenerens. Den kan ikke tas imot.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is too full for this board. Ask who runs it.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Tjenerens disk er for full for denne tavlen. Spør den som drifter den.</translation>
    </message>
    <message>
        <source>The password is too short: at least {least} characters.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Passordet er for kort: minst {least} tegn.</translation>
    </message>
    <message>
        <source>The password is too long: at most {most} characters.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Passordet er for langt: høyst {most} tegn.</translation>
    </message>
    <message>
        <source>This password is one that guessers try first. Choose another.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Dette passordet er blant de første som prøves. Velg et annet.</translation>
    </message>
    <message>
        <source>The password is too much like the login. Choose another.</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Passordet ligner for mye på brukernavnet. Velg et annet.</translation>
    </message>
    <message>
        <source>The server does not take it ({code}).</source>
        <extracomment>kanbandesk/ui/team/problems.py</extracomment>
        <translation>Serveren godtar det ikke ({code}).</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Arrows walk cards and columns · Shift with arrows moves the card · Ctrl+click selects several</source>
        <extracomment>kanbandesk/ui/key_map.py</extracomment>
        <translation>Piltastene går mellom kort og kolonner · Shift med piltast flytter kortet · Ctrl+klikk merker flere</translation>
    </message>
    <message>
        <source>Keys</source>
        <extracomment>kanbandesk/ui/key_map.py</extracomment>
        <translation>Taster</translation>
    </message>
    <message>
        <source>Letters act on the selected cards while nothing is being typed.</source>
        <extracomment>kanbandesk/ui/key_map.py</extracomment>
        <translation>Bokstavene virker på de merkede kortene så lenge du ikke skriver.</translation>
    </message>
</context>
<context>
    <name>Linked</name>
    <message>
        <source>Take the link away</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>Fjern koblingen</translation>
    </message>
    <message>
        <source>a ticket that is not at hand</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>en sak som ikke er for hånden</translation>
    </message>
    <message>
        <source>No other ticket belongs to this one yet.</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>Ingen annen sak hører til denne ennå.</translation>
    </message>
    <message>
        <source>Link to …</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>Koble til …</translation>
    </message>
    <message>
        <source>Merge into …</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>Slå sammen med …</translation>
    </message>
    <message>
        <source>Number or words of a ticket</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>Nummer eller ord fra en sak</translation>
    </message>
    <message>
        <source>{ticket}: this one is …</source>
        <extracomment>kanbandesk/ui/ticket/linked.py</extracomment>
        <translation>{ticket}: denne saken er …</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>As the system</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Som systemet</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Lyse</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Mørke</translation>
    </message>
    <message>
        <source>Full</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Fulle</translation>
    </message>
    <message>
        <source>Compact</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Kompakte</translation>
    </message>
    <message>
        <source>Colours</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Farger</translation>
    </message>
    <message>
        <source>Cards</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Kort</translation>
    </message>
    <message>
        <source>Swimlanes</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Baner</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Språk</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Fra neste oppstart.</translation>
    </message>
    <message>
        <source>Look</source>
        <extracomment>kanbandesk/ui/look_panel.py</extracomment>
        <translation>Utseende</translation>
    </message>
</context>
<context>
    <name>Manners</name>
    <message>
        <source>How you are told</source>
        <extracomment>kanbandesk/ui/inbox/page.py
----------
kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Slik får du beskjed</translation>
    </message>
    <message>
        <source>A word in the window</source>
        <extracomment>kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Med et ord i vinduet</translation>
    </message>
    <message>
        <source>By the system while another window is in front</source>
        <extracomment>kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Av systemet når et annet vindu er fremst</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <extracomment>kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Stille tid</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <extracomment>kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Stille fra</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <extracomment>kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Stille til</translation>
    </message>
    <message>
        <source>Alarms of a Problem are heard at any hour. All of it is kept in the inbox.</source>
        <extracomment>kanbandesk/ui/notifying/manners_panel.py</extracomment>
        <translation>Alarm om et Problem høres når som helst. Alt ligger i innboksen.</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>blocked: {reason}</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>blokkert: {reason}</translation>
    </message>
    <message>
        <source>was in development, sent by {person}</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>har vært i utvikling, sendt av {person}</translation>
    </message>
    <message>
        <source>ignored: not started in time</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>oversett: ikke påbegynt i tide</translation>
    </message>
    <message>
        <source>phantom: the requester says it is not theirs</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>fantom: innmelderen sier den ikke er hans</translation>
    </message>
    <message>
        <source>solution rejected: {count}</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>løsningen avvist: {count}</translation>
    </message>
    <message>
        <source>reopened: {count}</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>gjenåpnet: {count}</translation>
    </message>
    <message>
        <source>postponed: {count}</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>utsatt: {count}</translation>
    </message>
    <message>
        <source>was in development</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>har vært i utvikling</translation>
    </message>
    <message>
        <source>merged into {ticket}</source>
        <extracomment>kanbandesk/ui/ticket/details_values.py</extracomment>
        <translation>slått sammen med {ticket}</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Merge {ticket} into {target}? Its messages and files move there, the older ticket&apos;s age and the stricter class count from now on, and {ticket} is closed as a duplicate. This cannot be undone.</source>
        <extracomment>kanbandesk/ui/ticket/merging.py</extracomment>
        <translation>Slå {ticket} sammen med {target}? Meldinger og filer flyttes dit, alderen til den eldste saken og den strengeste klassen gjelder fra nå av, og {ticket} lukkes som duplikat. Dette kan ikke angres.</translation>
    </message>
    <message>
        <source>Merge {ticket} into … (number or words)</source>
        <extracomment>kanbandesk/ui/ticket/merging.py</extracomment>
        <translation>Slå {ticket} sammen med … (nummer eller ord)</translation>
    </message>
    <message>
        <source>Merge</source>
        <extracomment>kanbandesk/ui/ticket/merging.py</extracomment>
        <translation>Slå sammen</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>a date pattern of Qt</comment>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date pattern of Qt</comment>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>i går</translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>i dag</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>i morgen</translation>
    </message>
    <message>
        <source>{days} d ago</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>for {days} d siden</translation>
    </message>
    <message>
        <source>just now</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>akkurat nå</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date pattern of Qt</comment>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>in {days} d</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>om {days} d</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <extracomment>kanbandesk/ui/words/moments.py</extracomment>
        <translation>for {time} siden</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>new</source>
        <extracomment>kanbandesk/ui/words/lookup.py</extracomment>
        <translation>ny</translation>
    </message>
    <message>
        <source>another ticket</source>
        <extracomment>kanbandesk/ui/words/lookup.py</extracomment>
        <translation>en annen sak</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Ny</translation>
    </message>
    <message>
        <source>Assigned</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Tildelt</translation>
    </message>
    <message>
        <source>In progress</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Under arbeid</translation>
    </message>
    <message>
        <source>Waiting for client</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Venter på kunde</translation>
    </message>
    <message>
        <source>Waiting for vendor</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Venter på leverandør</translation>
    </message>
    <message>
        <source>Postponed</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Utsatt</translation>
    </message>
    <message>
        <source>In development</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>I utvikling</translation>
    </message>
    <message>
        <source>Solved</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Løst</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Lukket</translation>
    </message>
    <message>
        <source>Problem</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Settings question</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Spørsmål om oppsett</translation>
    </message>
    <message>
        <source>Case review</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Gjennomgang</translation>
    </message>
    <message>
        <source>Store update</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Butikkoppdatering</translation>
    </message>
    <message>
        <source>Wish</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Ønske</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Oppsett</translation>
    </message>
    <message>
        <source>No connection</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Ingen forbindelse</translation>
    </message>
    <message>
        <source>Telephony integration with a premium partner</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Telefoniintegrasjon med premiumpartner</translation>
    </message>
    <message>
        <source>Something does not work</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Noe virker ikke</translation>
    </message>
    <message>
        <source>How do I set it up</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Hvordan setter jeg det opp</translation>
    </message>
    <message>
        <source>What happened in one case</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Hva skjedde i ett tilfelle</translation>
    </message>
    <message>
        <source>Update in the stores</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Oppdatering i appbutikkene</translation>
    </message>
    <message>
        <source>A wish</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Et ønske</translation>
    </message>
    <message>
        <source>First line</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Førstelinje</translation>
    </message>
    <message>
        <source>Second line</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Andrelinje</translation>
    </message>
    <message>
        <source>Third line</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Tredjelinje</translation>
    </message>
    <message>
        <source>Commercial</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Salg</translation>
    </message>
    <message>
        <source>Development</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Utvikling</translation>
    </message>
    <message>
        <source>Support</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Kundestøtte</translation>
    </message>
    <message>
        <source>Low</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Lav</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Høy</translation>
    </message>
    <message>
        <source>Urgent</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Haster</translation>
    </message>
    <message>
        <source>form</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>skjema</translation>
    </message>
    <message>
        <source>mail</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>e-post</translation>
    </message>
    <message>
        <source>chat</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>chat</translation>
    </message>
    <message>
        <source>phone</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>telefon</translation>
    </message>
    <message>
        <source>desk</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>i programmet</translation>
    </message>
    <message>
        <source>import</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>import</translation>
    </message>
    <message>
        <source>Withdrawn by the requester</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Trukket av innmelderen</translation>
    </message>
    <message>
        <source>The client stays silent</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Kunden svarer ikke</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Duplikat</translation>
    </message>
    <message>
        <source>Spam</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Søppelpost</translation>
    </message>
    <message>
        <source>Phantom: the requester did not make it</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Fantom: innmelderen har ikke laget den</translation>
    </message>
    <message>
        <source>requester</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>innmelder</translation>
    </message>
    <message>
        <source>agent</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>saksbehandler</translation>
    </message>
    <message>
        <source>lead</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>leder</translation>
    </message>
    <message>
        <source>developer</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>utvikler</translation>
    </message>
    <message>
        <source>account manager</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>kundeansvarlig</translation>
    </message>
    <message>
        <source>administrator</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>administrator</translation>
    </message>
    <message>
        <source>the system</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>systemet</translation>
    </message>
    <message>
        <source>Urgency case</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Sakstype</translation>
    </message>
    <message>
        <source>SLA class</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>SLA-klasse</translation>
    </message>
    <message>
        <source>Question to the client</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Spørsmål til kunden</translation>
    </message>
    <message>
        <source>Vendor</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Leverandør</translation>
    </message>
    <message>
        <source>Vendor&apos;s reference</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Leverandørens referanse</translation>
    </message>
    <message>
        <source>Expected on</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Ventet dato</translation>
    </message>
    <message>
        <source>Wake at</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Vekketid</translation>
    </message>
    <message>
        <source>Tracker key</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Nøkkel i tracker</translation>
    </message>
    <message>
        <source>Due</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Frist</translation>
    </message>
    <message>
        <source>The problem in the client&apos;s words</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Problemet med kundens ord</translation>
    </message>
    <message>
        <source>What was done</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Hva som ble gjort</translation>
    </message>
    <message>
        <source>Closing reason</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Lukkeårsak</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Begrunnelse</translation>
    </message>
    <message>
        <source>Sick</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Sykdom</translation>
    </message>
    <message>
        <source>Holiday</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Ferie</translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>related to</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>relatert til</translation>
    </message>
    <message>
        <source>duplicate of</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>duplikat av</translation>
    </message>
    <message>
        <source>blocks</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>til hinder for</translation>
    </message>
    <message>
        <source>parent of</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>overordnet</translation>
    </message>
    <message>
        <source>has the duplicate</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>har duplikatet</translation>
    </message>
    <message>
        <source>blocked by</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>blokkert av</translation>
    </message>
    <message>
        <source>sub-task of</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>underordnet</translation>
    </message>
    <message>
        <source>No lanes</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Ingen baner</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Linje</translation>
    </message>
    <message>
        <source>Agent</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Saksbehandler</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>Client</source>
        <extracomment>kanbandesk/ui/words/names.py</extracomment>
        <translation>Kunde</translation>
    </message>
</context>
<context>
    <name>NewTicket</name>
    <message>
        <source>New ticket</source>
        <extracomment>kanbandesk/ui/new_ticket.py</extracomment>
        <translation>Ny sak</translation>
    </message>
    <message>
        <source>Create</source>
        <extracomment>kanbandesk/ui/new_ticket.py</extracomment>
        <translation>Opprett</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>kanbandesk/ui/new_ticket.py</extracomment>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Your words from before are back.</source>
        <extracomment>kanbandesk/ui/new_ticket.py</extracomment>
        <translation>Teksten din fra før er tilbake.</translation>
    </message>
    <message>
        <source>It could not be saved: {error}. Your words are kept; try again.</source>
        <extracomment>kanbandesk/ui/new_ticket.py</extracomment>
        <translation>Det kunne ikke lagres: {error}. Teksten din er tatt vare på; prøv igjen.</translation>
    </message>
    <message>
        <source>find or add …</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>finn eller legg til …</translation>
    </message>
    <message>
        <source>Name, mail or phone</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Navn, e-post eller telefon</translation>
    </message>
    <message>
        <source>Client or contract number</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Kunde eller avtalenummer</translation>
    </message>
    <message>
        <source>Came by</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Kom via</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Linje</translation>
    </message>
    <message>
        <source>Title</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Tittel</translation>
    </message>
    <message>
        <source>The requester&apos;s words</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Innmelderens ord</translation>
    </message>
    <message>
        <source>What does the requester say? Their own words, unaltered.</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Hva sier innmelderen? Med egne ord, uendret.</translation>
    </message>
    <message>
        <source>Requester</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Innmelder</translation>
    </message>
    <message>
        <source>Client</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>+ tag</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>+ merkelapp</translation>
    </message>
    <message>
        <source>came by {channel}</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>kanal: {channel}</translation>
    </message>
    <message>
        <source>Tag</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Merkelapp</translation>
    </message>
    <message>
        <source>{name} (new)</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>{name} (ny)</translation>
    </message>
    <message>
        <source>Line by the rules</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Linje etter reglene</translation>
    </message>
    <message>
        <source>New contact “{name}”</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Ny kontakt «{name}»</translation>
    </message>
    <message>
        <source>New client “{name}”</source>
        <extracomment>kanbandesk/ui/ticket/intake_form.py</extracomment>
        <translation>Ny kunde «{name}»</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{error}. Your board is saved; what happened stands in the log. It helps to tell us.</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>{error}. Tavlen er lagret; det som skjedde, står i loggen. Det hjelper om du forteller oss om det.</translation>
    </message>
    <message>
        <source>Make a copy of the board&apos;s folder before you go on. SQLite says: {complaint}</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>Ta en kopi av mappen med tavlen før du fortsetter. SQLite melder: {complaint}</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>Noe gikk galt i programmet</translation>
    </message>
    <message>
        <source>The board&apos;s file is damaged</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>Tavlens fil er skadet</translation>
    </message>
    <message>
        <source>Nothing can be saved</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>Ingenting kan lagres</translation>
    </message>
    <message>
        <source>Ticket {name} is not on this board</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>Sak {name} er ikke på denne tavlen</translation>
    </message>
    <message>
        <source>It may be closed, or on another board.</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>Den kan være lukket, eller ligge på en annen tavle.</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <extracomment>kanbandesk/app/program.py</extracomment>
        <translation>Åpne loggmappen</translation>
    </message>
    <message>
        <source>Not done: {deed}</source>
        <extracomment>kanbandesk/ui/giving.py
----------
kanbandesk/ui/notifying/desk.py
----------
kanbandesk/ui/passing.py</extracomment>
        <translation>Ikke utført: {deed}</translation>
    </message>
    <message>
        <source>It could not be written to the disk: {error}. The board shows it as it was before.</source>
        <extracomment>kanbandesk/ui/main_window.py</extracomment>
        <translation>Det kunne ikke skrives til disken: {error}. Tavlen viser det som det var før.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <extracomment>kanbandesk/ui/main_window.py</extracomment>
        <translation>Ikke lagret</translation>
    </message>
    <message>
        <source>The board could not be read</source>
        <extracomment>kanbandesk/ui/main_window.py</extracomment>
        <translation>Tavlen kunne ikke leses</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/notices.py</extracomment>
        <translation>Lukk</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Save the file</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Lagre filen</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Lagret som «{name}».</translation>
    </message>
    <message>
        <source>The file could not be read or written: {reason}</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Filen kunne ikke leses eller skrives: {reason}</translation>
    </message>
    <message>
        <source>Open {host}?
{address}</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Åpne {host}?
{address}</translation>
    </message>
    <message>
        <source>Save …</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Lagre …</translation>
    </message>
    <message>
        <source>Open “{name}” ({size})? It came with a message; open it if you trust it.</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Åpne «{name}» ({size})? Filen kom med en melding; åpne den hvis du stoler på den.</translation>
    </message>
    <message>
        <source>“{name}” ({size}) may run as a program, so it is only saved, not opened.</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>«{name}» ({size}) kan kjøre som et program, så den kan bare lagres, ikke åpnes.</translation>
    </message>
    <message>
        <source>Write a mail to {address}?</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Skrive en e-post til {address}?</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Åpne</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>The system has no program for this link.</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Systemet har ikke noe program for denne lenken.</translation>
    </message>
    <message>
        <source>The system has no program for this file.</source>
        <extracomment>kanbandesk/ui/ticket/opening.py</extracomment>
        <translation>Systemet har ikke noe program for denne filen.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Pages</source>
        <extracomment>kanbandesk/ui/ticket/pages.py</extracomment>
        <translation>Sider</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Type an action, a ticket&apos;s number, a client, some words …</source>
        <extracomment>kanbandesk/ui/palette.py</extracomment>
        <translation>Skriv en handling, et saksnummer, en kunde, noen ord …</translation>
    </message>
    <message>
        <source>view</source>
        <extracomment>kanbandesk/ui/palette.py</extracomment>
        <translation>visning</translation>
    </message>
    <message>
        <source>column</source>
        <extracomment>kanbandesk/ui/palette.py</extracomment>
        <translation>kolonne</translation>
    </message>
    <message>
        <source>page of {ticket}</source>
        <extracomment>kanbandesk/ui/panel_deeds.py</extracomment>
        <translation>side i {ticket}</translation>
    </message>
    <message>
        <source>Change the title of {ticket}</source>
        <extracomment>kanbandesk/ui/panel_deeds.py</extracomment>
        <translation>Endre tittelen på {ticket}</translation>
    </message>
    <message>
        <source>Change the line of {ticket} …</source>
        <extracomment>kanbandesk/ui/panel_deeds.py</extracomment>
        <translation>Endre linjen til {ticket} …</translation>
    </message>
    <message>
        <source>Split another matter off {ticket} …</source>
        <extracomment>kanbandesk/ui/panel_deeds.py</extracomment>
        <translation>Skill ut en annen sak fra {ticket} …</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>The ticket could not be read. What you typed is kept.</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>Saken kunne ikke leses. Det du skrev, er beholdt.</translation>
    </message>
    <message>
        <source>Linked {count}</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>Koblet {count}</translation>
    </message>
    <message>
        <source>Conversation</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>Samtale</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>Detaljer</translation>
    </message>
    <message>
        <source>Timeline</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>Historikk</translation>
    </message>
    <message>
        <source>Linked</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>Koblet</translation>
    </message>
    <message>
        <source>Playbook</source>
        <extracomment>kanbandesk/ui/ticket/panel.py</extracomment>
        <translation>Sjekkliste</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>People</source>
        <extracomment>kanbandesk/ui/team/people.py</extracomment>
        <translation>Folk</translation>
    </message>
    <message>
        <source>Add a person</source>
        <extracomment>kanbandesk/ui/team/people.py</extracomment>
        <translation>Legg til en person</translation>
    </message>
    <message>
        <source>does not work here any more</source>
        <extracomment>kanbandesk/ui/team/people.py</extracomment>
        <translation>arbeider ikke her lenger</translation>
    </message>
    <message>
        <source>Saved.</source>
        <extracomment>kanbandesk/ui/team/people.py</extracomment>
        <translation>Lagret.</translation>
    </message>
    <message>
        <source>Everything there is forgotten: press again</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Alt der blir glemt: trykk en gang til</translation>
    </message>
    <message>
        <source>The link is copied. Hand it over privately: it works once, for seven days.</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Lenken er kopiert. Gi den videre privat: den virker én gang, i sju dager.</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Roles</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Roller</translation>
    </message>
    <message>
        <source>Lines; none chosen stands for all</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Linjer; ingen valgt betyr alle</translation>
    </message>
    <message>
        <source>Works here</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Arbeider her</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Logger inn som</translation>
    </message>
    <message>
        <source>Invitation link</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Invitasjonslenke</translation>
    </message>
    <message>
        <source>Signed in at</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Innlogget på</translation>
    </message>
    <message>
        <source>last seen {moment}</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>sist sett {moment}</translation>
    </message>
    <message>
        <source>this desk</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>denne arbeidsplassen</translation>
    </message>
    <message>
        <source>Link for a new password</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Lenke for nytt passord</translation>
    </message>
    <message>
        <source>Invite by link</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Inviter med lenke</translation>
    </message>
    <message>
        <source>Revoke</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Trekk tilbake</translation>
    </message>
    <message>
        <source>A name and at least one role are needed.</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Et navn og minst én rolle trengs.</translation>
    </message>
    <message>
        <source>By which login? A mail address, for example.</source>
        <extracomment>kanbandesk/ui/team/person.py</extracomment>
        <translation>Med hvilken innlogging? En e-postadresse, for eksempel.</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Nothing fits.</source>
        <extracomment>kanbandesk/ui/widgets/picker.py</extracomment>
        <translation>Ingenting passer.</translation>
    </message>
</context>
<context>
    <name>Playbook</name>
    <message>
        <source>{done} of {count} answered</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>{done} av {count} besvart</translation>
    </message>
    <message>
        <source>unknown, because …</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>ukjent, fordi …</translation>
    </message>
    <message>
        <source>it cured</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>det hjalp</translation>
    </message>
    <message>
        <source>it did not</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>det hjalp ikke</translation>
    </message>
    <message>
        <source>Asked before the ticket goes to another line</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>Spørres før saken går til en annen linje</translation>
    </message>
    <message>
        <source>Why is it unknown?</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>Hvorfor er det ukjent?</translation>
    </message>
    <message>
        <source>The answer</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>Svaret</translation>
    </message>
    <message>
        <source>Playbook</source>
        <extracomment>kanbandesk/ui/ticket/playbook.py</extracomment>
        <translation>Sjekkliste</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>This board is a team&apos;s already.</source>
        <extracomment>kanbandesk/app/team_doors.py</extracomment>
        <translation>Denne tavlen tilhører allerede et team.</translation>
    </message>
    <message>
        <source>Nobody else works on this board; share it with a team first.</source>
        <extracomment>kanbandesk/app/team_doors.py</extracomment>
        <translation>Ingen andre arbeider på denne tavlen; del den med et team først.</translation>
    </message>
    <message>
        <source>Choose a card first.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Velg et kort først.</translation>
    </message>
    <message>
        <source>A card in development has no client to be answered.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Et kort i utvikling har ingen kunde å svare.</translation>
    </message>
    <message>
        <source>That is done on the board.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Det gjøres på tavlen.</translation>
    </message>
    <message>
        <source>It has no card in development.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Den har ikke noe kort i utvikling.</translation>
    </message>
    <message>
        <source>It is yours already.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Den er allerede din.</translation>
    </message>
    <message>
        <source>It does not wait for its client.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Den venter ikke på kunden.</translation>
    </message>
    <message>
        <source>Its client has not been silent for long enough.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Kunden har ikke vært taus lenge nok.</translation>
    </message>
    <message>
        <source>This workflow has no such status.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Denne arbeidsflyten har ingen slik status.</translation>
    </message>
    <message>
        <source>It is in {status} already.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Den er allerede i «{status}».</translation>
    </message>
    <message>
        <source>Nothing is hidden.</source>
        <extracomment>kanbandesk/ui/main_window.py</extracomment>
        <translation>Ingenting er skjult.</translation>
    </message>
    <message>
        <source>It is with first line already.</source>
        <extracomment>kanbandesk/ui/passing.py</extracomment>
        <translation>Den er hos førstelinjen allerede.</translation>
    </message>
    <message>
        <source>It is offered to no line.</source>
        <extracomment>kanbandesk/ui/passing.py</extracomment>
        <translation>Den er ikke tilbudt noen linje.</translation>
    </message>
    <message>
        <source>A card in development stays with the developers.</source>
        <extracomment>kanbandesk/ui/passing.py</extracomment>
        <translation>Et kort i utvikling blir hos utviklerne.</translation>
    </message>
    <message>
        <source>The ticket is closed.</source>
        <extracomment>kanbandesk/ui/passing.py</extracomment>
        <translation>Saken er lukket.</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <extracomment>kanbandesk/ui/window_actions.py</extracomment>
        <translation>Ingenting å angre.</translation>
    </message>
    <message>
        <source>Nothing to do again.</source>
        <extracomment>kanbandesk/ui/window_actions.py</extracomment>
        <translation>Ingenting å gjøre om.</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Violations</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Brudd</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Avgjørelser</translation>
    </message>
    <message>
        <source>{status}, degree {degree}</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>{status}, grad {degree}</translation>
    </message>
    <message>
        <source>Ratings, kept as given</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Vurderinger, som gitt</translation>
    </message>
    <message>
        <source>Tasks</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Oppgaver</translation>
    </message>
    <message>
        <source>SLA target broken: {sla}</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>SLA-mål brutt: {sla}</translation>
    </message>
    <message>
        <source>since {moment}</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>siden {moment}</translation>
    </message>
    <message>
        <source>Liked an answer</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Likte et svar</translation>
    </message>
    <message>
        <source>Did not like an answer</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Likte ikke et svar</translation>
    </message>
    <message>
        <source>Liked it</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Likte det</translation>
    </message>
    <message>
        <source>Did not like it</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>Likte det ikke</translation>
    </message>
    <message>
        <source>A lead confirmed the phantom</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>En leder bekreftet fantomet</translation>
    </message>
    <message>
        <source>A lead has looked through the conversation</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>En leder har gått gjennom samtalen</translation>
    </message>
    <message>
        <source>A lead refuted the phantom</source>
        <extracomment>kanbandesk/ui/ticket/records.py</extracomment>
        <translation>En leder avkreftet fantomet</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>Your role does not allow this: {action}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Rollen din tillater ikke dette: {action}.</translation>
    </message>
    <message>
        <source>The ticket belongs to another line: {line}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Saken hører til en annen linje: {line}.</translation>
    </message>
    <message>
        <source>Only the owner may do this: {owner}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Bare den ansvarlige kan gjøre dette: {owner}.</translation>
    </message>
    <message>
        <source>There is no move from {before} to {after}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Går ikke: «{before}» → «{after}».</translation>
    </message>
    <message>
        <source>Only new tickets and those given back lie in New.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«Ny» er bare for nye saker og saker som er gitt tilbake.</translation>
    </message>
    <message>
        <source>The ticket is closed. Reopen it first.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Saken er lukket. Åpne den igjen først.</translation>
    </message>
    <message>
        <source>The ticket was merged into another and stays closed.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Saken er slått sammen med en annen og forblir lukket.</translation>
    </message>
    <message>
        <source>A sub-task has no client. Write to the client, or call, on the ticket that it belongs to.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>En deloppgave har ingen kunde. Skriv til kunden, eller ring, på saken den hører til.</translation>
    </message>
    <message>
        <source>You cannot close it with this reason, or not yet: {reason}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Den kan ikke lukkes med denne årsaken, eller ikke ennå: {reason}.</translation>
    </message>
    <message>
        <source>Lowering “{field}” takes a lead, and a reason.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Bare en leder kan senke «{field}», og må oppgi en grunn.</translation>
    </message>
    <message>
        <source>{agent} takes no tickets.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>{agent} tar ikke imot saker.</translation>
    </message>
    <message>
        <source>{agent} is not on this line ({line}). A lead may assign across lines.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>{agent} er ikke på denne linjen ({line}). En leder kan tildele på tvers av linjer.</translation>
    </message>
    <message>
        <source>It sleeps until {wake}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Den sover til {wake}.</translation>
    </message>
    <message>
        <source>It came back {count} times as “not ours”, so only a lead may pass it on.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Saken har kommet tilbake {count} ganger som «ikke vår», så bare en leder kan gi den videre.</translation>
    </message>
    <message>
        <source>The client has been told, so it cannot be taken back.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Kunden har fått beskjed, så det kan ikke tas tilbake.</translation>
    </message>
    <message>
        <source>This kind of change is not taken back.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Slike endringer kan ikke tas tilbake.</translation>
    </message>
    <message>
        <source>Somebody else made this change, so only they can undo it.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Noen andre gjorde denne endringen, så bare de kan angre den.</translation>
    </message>
    <message>
        <source>At least one active administrator has to remain.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Minst én aktiv administrator må være igjen.</translation>
    </message>
    <message>
        <source>Something is missing: {demand}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Noe mangler: {demand}.</translation>
    </message>
    <message>
        <source>The playbook asks first: “{question}”. Answer it, or say why it is unknown.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Spørsmålslisten spør først: «{question}». Svar på det, eller si hvorfor svaret er ukjent.</translation>
    </message>
    <message>
        <source>“{field}” cannot be taken as it is.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«{field}» kan ikke godtas slik det er.</translation>
    </message>
    <message>
        <source>This version does not know how to do that ({field}). Nothing was changed. Update KanbanDesk, also on the server where there is one, and do it again.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Denne versjonen kan ikke gjøre det ({field}). Ingenting er endret. Oppdater KanbanDesk, også på tjeneren om det finnes en, og gjør det på nytt.</translation>
    </message>
    <message>
        <source>“{field}” is empty.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«{field}» er tomt.</translation>
    </message>
    <message>
        <source>“{field}” is too long: at most {limit} characters.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«{field}» er for langt: høyst {limit} tegn.</translation>
    </message>
    <message>
        <source>Too many in “{field}”: at most {limit}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>For mange i «{field}»: høyst {limit}.</translation>
    </message>
    <message>
        <source>“{value}” is not a choice for “{field}” any more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«{value}» kan ikke lenger velges for «{field}».</translation>
    </message>
    <message>
        <source>“{field}” has to lie ahead.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«{field}» må ligge fram i tid.</translation>
    </message>
    <message>
        <source>A ticket cannot be tied to itself.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>En sak kan ikke kobles til seg selv.</translation>
    </message>
    <message>
        <source>The settings contradict themselves at “{field}”: {detail}.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Innstillingene motsier seg selv ved «{field}»: {detail}.</translation>
    </message>
    <message>
        <source>{owner} was first and has the ticket.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>{owner} var først ute og har saken.</translation>
    </message>
    <message>
        <source>{who} has changed “{field}” since.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>{who} har endret «{field}» siden.</translation>
    </message>
    <message>
        <source>The client has written since you last saw the ticket. Read that first.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Kunden har skrevet siden du sist så saken. Les det først.</translation>
    </message>
    <message>
        <source>KanbanDesk failed at this. Nothing of it was saved, everything else is as it was. Do it again; if it fails again, report it with the log (Help, “Open the log folder”).</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>KanbanDesk klarte ikke dette. Ingenting av det ble lagret, alt annet er som før. Gjør det på nytt; feiler det igjen, meld fra og legg ved loggen («Hjelp», «Åpne loggmappen»).</translation>
    </message>
    <message>
        <source>“{name}” has {size}, and the team&apos;s server takes files of at most {limit}. Nothing is lost: file and words are kept here. Attach a smaller file, or a link; whoever runs the server can allow more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«{name}» er på {size}, og serveren tar imot filer på høyst {limit}. Ingenting er tapt: fil og tekst er her ennå. Legg ved en mindre fil eller en lenke; den som driver serveren, kan tillate mer.</translation>
    </message>
    <message>
        <source>“{name}” has {size}, and something on the way to the team&apos;s server lets no such file through. Nothing is lost: file and words are kept here. Attach a smaller file, or a link; whoever runs the server can allow more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>«{name}» er på {size}, og noe på veien til serveren slipper ikke gjennom så store filer. Ingenting er tapt: fil og tekst er her ennå. Legg ved en mindre fil eller en lenke; den som driver serveren, kan tillate mer.</translation>
    </message>
    <message>
        <source>open tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>opprette saker</translation>
    </message>
    <message>
        <source>claim tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>ta saker</translation>
    </message>
    <message>
        <source>assign tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>tildele saker</translation>
    </message>
    <message>
        <source>move tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>flytte saker</translation>
    </message>
    <message>
        <source>overrule the workflow</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>overstyre arbeidsflyten</translation>
    </message>
    <message>
        <source>close tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>lukke saker</translation>
    </message>
    <message>
        <source>withdraw a request</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>trekke en henvendelse</translation>
    </message>
    <message>
        <source>accept or reject a solution</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>godta eller avvise en løsning</translation>
    </message>
    <message>
        <source>answer clients</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>svare kunder</translation>
    </message>
    <message>
        <source>log calls</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>loggføre samtaler</translation>
    </message>
    <message>
        <source>write notes</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>skrive notater</translation>
    </message>
    <message>
        <source>record what a client said</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>føre inn det kunden sa</translation>
    </message>
    <message>
        <source>attach files</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>legge ved filer</translation>
    </message>
    <message>
        <source>arrange cards</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>ordne kort</translation>
    </message>
    <message>
        <source>edit tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>redigere saker</translation>
    </message>
    <message>
        <source>link tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>koble saker</translation>
    </message>
    <message>
        <source>merge tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>slå sammen saker</translation>
    </message>
    <message>
        <source>watch tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>følge saker</translation>
    </message>
    <message>
        <source>wake tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>vekke saker</translation>
    </message>
    <message>
        <source>pass tickets on to another line</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>gi saker videre til en annen linje</translation>
    </message>
    <message>
        <source>say of others that they are away</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>melde andre fraværende</translation>
    </message>
    <message>
        <source>import tickets</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>importere saker</translation>
    </message>
    <message>
        <source>change clients and contacts</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>endre kunder og kontakter</translation>
    </message>
    <message>
        <source>save views</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>lagre visninger</translation>
    </message>
    <message>
        <source>share views</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>dele visninger</translation>
    </message>
    <message>
        <source>change the settings</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>endre innstillingene</translation>
    </message>
    <message>
        <source>The ticket is not here any more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Saken er ikke her lenger.</translation>
    </message>
    <message>
        <source>There is no such status any more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Denne statusen finnes ikke lenger.</translation>
    </message>
    <message>
        <source>There is no such agent here.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Denne saksbehandleren finnes ikke her.</translation>
    </message>
    <message>
        <source>There is no such line any more. Choose another.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Linjen finnes ikke lenger. Velg en annen.</translation>
    </message>
    <message>
        <source>There is no such calendar any more. Choose another.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Kalenderen finnes ikke lenger. Velg en annen.</translation>
    </message>
    <message>
        <source>There is no such board any more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Tavlen finnes ikke lenger.</translation>
    </message>
    <message>
        <source>There is no such client any more. Choose another.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Kunden finnes ikke lenger. Velg en annen.</translation>
    </message>
    <message>
        <source>It is not here any more.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Det er ikke her lenger.</translation>
    </message>
    <message>
        <source>The tickets are linked already.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Sakene er allerede koblet.</translation>
    </message>
    <message>
        <source>It is there already.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Det finnes allerede.</translation>
    </message>
    <message>
        <source>Tickets lie in this status, so it has to stay.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Det ligger saker i denne statusen, så den må bli.</translation>
    </message>
    <message>
        <source>Lines follow this calendar, so it has to stay.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Linjer følger denne kalenderen, så den må bli.</translation>
    </message>
    <message>
        <source>It is in use, so it has to stay.</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Det er i bruk, så det må bli.</translation>
    </message>
    <message>
        <source>The rules do not allow this ({code}).</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>Reglene tillater ikke dette ({code}).</translation>
    </message>
    <message>
        <source>no line</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>ingen linje</translation>
    </message>
    <message>
        <source>nobody</source>
        <extracomment>kanbandesk/ui/words/refusals.py</extracomment>
        <translation>ingen</translation>
    </message>
    <message>
        <source>status “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>statusen «{name}»</translation>
    </message>
    <message>
        <source>SLA class “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>SLA-klassen «{name}»</translation>
    </message>
    <message>
        <source>urgency case “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>sakstypen «{name}»</translation>
    </message>
    <message>
        <source>custom field “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>feltet «{name}»</translation>
    </message>
    <message>
        <source>column “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>kolonnen «{name}»</translation>
    </message>
    <message>
        <source>board “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>tavlen «{name}»</translation>
    </message>
    <message>
        <source>line “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>linjen «{name}»</translation>
    </message>
    <message>
        <source>calendar “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>kalenderen «{name}»</translation>
    </message>
    <message>
        <source>working hours of {name}</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>arbeidstiden til {name}</translation>
    </message>
    <message>
        <source>tickets that come in</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>saker som kommer inn</translation>
    </message>
    <message>
        <source>request type “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>henvendelsestypen «{name}»</translation>
    </message>
    <message>
        <source>routing rule “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>rutingsregelen «{name}»</translation>
    </message>
    <message>
        <source>playbook “{name}”</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>sjekklisten «{name}»</translation>
    </message>
    <message>
        <source>ticket {name}</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>saken {name}</translation>
    </message>
    <message>
        <source>A column has no name. Give it one.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>En kolonne mangler navn. Gi den et.</translation>
    </message>
    <message>
        <source>A question has no words. Write them, or take its line away.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Et spørsmål mangler ord. Skriv dem, eller ta linjen bort.</translation>
    </message>
    <message>
        <source>It has no words yet. Write them.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Den har ingen ord ennå. Skriv dem.</translation>
    </message>
    <message>
        <source>It has no name yet. Give it one.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Den har ikke noe navn ennå. Gi den et.</translation>
    </message>
    <message>
        <source>{thing}: each degree of the norm is at least as long as the one before.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: hver grad av tidsnormen er minst like lang som den forrige.</translation>
    </message>
    <message>
        <source>“{field}” is a hundred years at most.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{field}» er høyst hundre år.</translation>
    </message>
    <message>
        <source>“{field}” is a second at least.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{field}» er minst ett sekund.</translation>
    </message>
    <message>
        <source>“{field}” is 1 at least.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{field}» er minst 1.</translation>
    </message>
    <message>
        <source>“{field}” lies between 0 and 100.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{field}» er mellom 0 og 100.</translation>
    </message>
    <message>
        <source>{thing}: a promise is longer than nothing.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: et løfte varer lenger enn null.</translation>
    </message>
    <message>
        <source>{thing} counts for tickets without a class, so it has to stay. Let another class count for them first.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing} gjelder for saker uten klasse, så den må bli. La en annen klasse gjelde for dem først.</translation>
    </message>
    <message>
        <source>{thing} gives the SLA class “{gone}”, so that class has to stay. Choose another for the case first.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing} gir SLA-klassen «{gone}», så klassen må bli. Velg en annen for sakstypen først.</translation>
    </message>
    <message>
        <source>{thing}: what is chosen from has choices. Write them.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: det man velger i, har valg. Skriv dem.</translation>
    </message>
    <message>
        <source>{thing}: only a field of the kind “Choice” has choices. Take them away.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: bare et felt av typen «Valg» har valg. Ta dem bort.</translation>
    </message>
    <message>
        <source>Status “{status}” is in two columns. A board shows a status in one.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Statusen «{status}» står i to kolonner. En tavle viser en status i én.</translation>
    </message>
    <message>
        <source>{thing} shows no status. Choose one at least.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing} viser ingen status. Velg minst én.</translation>
    </message>
    <message>
        <source>{agent} does not work here any more. Choose somebody else.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{agent} arbeider ikke her lenger. Velg en annen.</translation>
    </message>
    <message>
        <source>“{field}”: what was chosen is not here any more.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{field}»: det som var valgt, finnes ikke lenger.</translation>
    </message>
    <message>
        <source>{thing}: its line is not here any more. Choose another.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: linjen finnes ikke lenger. Velg en annen.</translation>
    </message>
    <message>
        <source>{thing} would fit every ticket. Give it a category, a client, a region or words.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing} ville passe på alle saker. Gi den en kategori, en kunde, en region eller ord.</translation>
    </message>
    <message>
        <source>{thing}: its client is not here any more. Choose another.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing}: kunden finnes ikke lenger. Velg en annen.</translation>
    </message>
    <message>
        <source>{thing} has no category: it is asked in none.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing} har ingen kategori: den blir ikke spurt noe sted.</translation>
    </message>
    <message>
        <source>Category “{category}” has a playbook already: “{other}”. A category has one.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Kategorien «{category}» har alt en sjekkliste: «{other}». En kategori har én.</translation>
    </message>
    <message>
        <source>What goes out by itself has words. Write them, or switch the sending off.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Det som går av seg selv, har ord. Skriv dem, eller slå av sendingen.</translation>
    </message>
    <message>
        <source>This computer knows no time zone “{day}”.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Denne maskinen kjenner ingen tidssone «{day}».</translation>
    </message>
    <message>
        <source>It is closed on all days of the week. Give it hours.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Det er stengt alle ukens dager. Gi den timer.</translation>
    </message>
    <message>
        <source>“{day}” is no date. Write it as 2026-12-25.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{day}» er ingen dato. Skriv den som 2026-12-25.</translation>
    </message>
    <message>
        <source>{day} is there twice. Leave one of the two.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{day} står to ganger. La én stå.</translation>
    </message>
    <message>
        <source>{day}: hours end after they begin. Write a night shift in two, split at 24:00.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{day}: timene slutter etter at de begynner. Skriv en nattevakt i to, delt ved 24:00.</translation>
    </message>
    <message>
        <source>{day}: hours overlap.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{day}: timene overlapper.</translation>
    </message>
    <message>
        <source>{thing} has to stay. It is needed by: {needed}.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing} må bli. Brukes av: {needed}.</translation>
    </message>
    <message>
        <source>“{field}” in the settings</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>«{field}» i innstillingene</translation>
    </message>
    <message>
        <source>and many more</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>og mange flere</translation>
    </message>
    <message>
        <source>Put it away instead: what they hold of it stays.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Legg det bort i stedet: det de har av det, blir værende.</translation>
    </message>
    <message>
        <source>{thing} is the only one, so it has to stay.</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>{thing} er den eneste, så den må bli.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>
            <numerusform>og %n til</numerusform>
            <numerusform>og %n til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafeText</name>
    <message>
        <source>Copy</source>
        <extracomment>kanbandesk/ui/ticket/safe_text.py</extracomment>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>Copy the whole message</source>
        <extracomment>kanbandesk/ui/ticket/safe_text.py</extracomment>
        <translation>Kopier hele meldingen</translation>
    </message>
    <message>
        <source>Select all</source>
        <extracomment>kanbandesk/ui/ticket/safe_text.py</extracomment>
        <translation>Merk alt</translation>
    </message>
    <message>
        <source>Copy the link&apos;s address</source>
        <extracomment>kanbandesk/ui/ticket/safe_text.py</extracomment>
        <translation>Kopier lenkens adresse</translation>
    </message>
</context>
<context>
    <name>Screenless</name>
    <message>
        <source>There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set).</source>
        <extracomment>kanbandesk/app/screenless.py</extracomment>
        <translation>Det er ingen skjerm her (verken DISPLAY eller WAYLAND_DISPLAY er satt).</translation>
    </message>
    <message>
        <source>The board was drawn to {file}</source>
        <extracomment>kanbandesk/app/screenless.py</extracomment>
        <translation>Tavlen er tegnet til {file}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Found in messages</source>
        <extracomment>kanbandesk/ui/search.py</extracomment>
        <translation>Funnet i meldinger</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>It could not be saved: {error}. Your words are kept here; try again.</source>
        <extracomment>kanbandesk/ui/ticket/sending.py</extracomment>
        <translation>Det kunne ikke lagres: {error}. Teksten din ligger her fortsatt; prøv igjen.</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>none</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>ingen</translation>
    </message>
    <message>
        <source>seconds</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>sekunder</translation>
    </message>
    <message>
        <source>minutes</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>minutter</translation>
    </message>
    <message>
        <source>hours</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>timer</translation>
    </message>
    <message>
        <source>days</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>dager</translation>
    </message>
    <message>
        <source>Degree 1</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>Grad 1</translation>
    </message>
    <message>
        <source>Degree 2</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>Grad 2</translation>
    </message>
    <message>
        <source>Degree 3</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>Grad 3</translation>
    </message>
    <message>
        <source>Add</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py
----------
kanbandesk/ui/setup/page.py</extracomment>
        <translation>Legg til</translation>
    </message>
    <message>
        <source>Up</source>
        <extracomment>kanbandesk/ui/setup/page.py
----------
kanbandesk/ui/setup/picks.py</extracomment>
        <translation>Opp</translation>
    </message>
    <message>
        <source>Name of the column</source>
        <extracomment>kanbandesk/ui/setup/columns.py</extracomment>
        <translation>Kolonnens navn</translation>
    </message>
    <message>
        <source>no limit</source>
        <extracomment>kanbandesk/ui/setup/columns.py</extracomment>
        <translation>ingen grense</translation>
    </message>
    <message>
        <source>WIP limit</source>
        <extracomment>kanbandesk/ui/setup/columns.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Grense</translation>
    </message>
    <message>
        <source>Statuses</source>
        <extracomment>kanbandesk/ui/setup/drawers.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Statuser</translation>
    </message>
    <message>
        <source>Add a column</source>
        <extracomment>kanbandesk/ui/setup/columns.py</extracomment>
        <translation>Legg til en kolonne</translation>
    </message>
    <message>
        <source>Down</source>
        <extracomment>kanbandesk/ui/setup/page.py
----------
kanbandesk/ui/setup/picks.py</extracomment>
        <translation>Ned</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>kanbandesk/ui/setup/page.py</extracomment>
        <translation>Slett</translation>
    </message>
    <message>
        <source>By hand, for agents. A lead may make any move with a reason.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>For hånd, for saksbehandlere. En leder kan gjøre alle flyttinger med en grunn.</translation>
    </message>
    <message>
        <source>Round the clock</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Døgnet rundt</translation>
    </message>
    <message>
        <source>As 08:00-12:00, 13:00-17:00. A night shift is written in two, split at midnight.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Som 08:00-12:00, 13:00-17:00. En nattevakt skrives i to, delt ved midnatt.</translation>
    </message>
    <message>
        <source>A line each, as 2026-12-25.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Én per linje, som 2026-12-25.</translation>
    </message>
    <message>
        <source>A line each, as 2026-12-24 08:00-12:00.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Én per linje, som 2026-12-24 08:00-12:00.</translation>
    </message>
    <message>
        <source>Always</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Alltid</translation>
    </message>
    <message>
        <source>In opening hours</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>I åpningstiden</translation>
    </message>
    <message>
        <source>In whole days on which the first line opens</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>I hele dager da førstelinjen har åpent</translation>
    </message>
    <message>
        <source>At random</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Tilfeldig</translation>
    </message>
    <message>
        <source>Whoever has the fewest open tickets</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Den med færrest åpne saker</translation>
    </message>
    <message>
        <source>Each in turn</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Etter tur</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Number</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Tall</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Choice</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Valg</translation>
    </message>
    <message>
        <source>Is told of a broken promise, and writes why it came to that.</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py</extracomment>
        <translation>Får beskjed om et brutt løfte, og skriver hvorfor det ble slik.</translation>
    </message>
    <message>
        <source>Is offered first what goes to the line that sets clients up.</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py</extracomment>
        <translation>Tilbys først det som går til linjen som setter opp kunder.</translation>
    </message>
    <message>
        <source>Who writes or calls from one of the three is recognised, with the client.</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py</extracomment>
        <translation>Den som skriver eller ringer fra en av de tre, kjennes igjen, med kunden.</translation>
    </message>
    <message>
        <source>Routing rules may look at it.</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py</extracomment>
        <translation>Rutingsregler kan se på den.</translation>
    </message>
    <message>
        <source>With its country: +47 22 00 00 00.</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py</extracomment>
        <translation>Med landet: +47 22 00 00 00.</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py
----------
kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Nobody</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py</extracomment>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Whose tickets come in, and by which addresses they are recognised.</source>
        <extracomment>kanbandesk/ui/setup/clients.py</extracomment>
        <translation>Hvem sakene kommer fra, og hvilke adresser de kjennes igjen på.</translation>
    </message>
    <message>
        <source>It could not be saved: {error}. What you typed is kept; try again.</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py
----------
kanbandesk/ui/setup/clients.py
----------
kanbandesk/ui/setup/page.py</extracomment>
        <translation>Det kunne ikke lagres: {error}. Det du skrev, er tatt vare på; prøv igjen.</translation>
    </message>
    <message>
        <source>Merge “{one}” into “{other}”? Tickets and addresses are the other&apos;s from now on. This cannot be undone.</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Slå «{one}» sammen med «{other}»? Saker og adresser blir den andres fra nå av. Det kan ikke angres.</translation>
    </message>
    <message>
        <source>Put away: it is offered no more. Tickets stay, and whoever writes is recognised.</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Lagt bort: tilbys ikke mer. Sakene blir værende, og den som skriver, blir gjenkjent.</translation>
    </message>
    <message>
        <source>One more mail address, phone number or chat name</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>En e-postadresse, et telefonnummer eller et chatnavn til</translation>
    </message>
    <message>
        <source>Further address</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Enda en adresse</translation>
    </message>
    <message>
        <source>Merge into another …</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Slå sammen med en annen …</translation>
    </message>
    <message>
        <source>Merge</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Slå sammen</translation>
    </message>
    <message>
        <source>Leave them two</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>La dem være to</translation>
    </message>
    <message>
        <source>Further addresses</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Flere adresser</translation>
    </message>
    <message>
        <source>Offer again</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Tilby igjen</translation>
    </message>
    <message>
        <source>Offer no more</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Ikke tilby mer</translation>
    </message>
    <message>
        <source>It was merged into {other}.</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py</extracomment>
        <translation>Slått sammen med {other}.</translation>
    </message>
    <message>
        <source>No client yet. They come with tickets and imports, or are added here.</source>
        <extracomment>kanbandesk/ui/setup/clients.py</extracomment>
        <translation>Ingen kunde ennå. De kommer med saker og import, eller legges til her.</translation>
    </message>
    <message>
        <source>Add a client</source>
        <extracomment>kanbandesk/ui/setup/clients.py</extracomment>
        <translation>Legg til en kunde</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <extracomment>kanbandesk/ui/setup/clients.py</extracomment>
        <translation>Legg til en kontakt</translation>
    </message>
    <message>
        <source>Clients and contacts</source>
        <extracomment>kanbandesk/ui/setup/clients.py
----------
kanbandesk/ui/setup/finding.py
----------
kanbandesk/ui/setup/window.py</extracomment>
        <translation>Kunder og kontakter</translation>
    </message>
    <message>
        <source>{name} (left)</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>{name} (sluttet)</translation>
    </message>
    <message>
        <source>In opening hours a day means 24 hours of opening.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>I åpningstiden betyr en dag 24 timer med åpent.</translation>
    </message>
    <message>
        <source>Another class takes this over by having it ticked.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>En annen klasse overtar dette når den krysses av.</translation>
    </message>
    <message>
        <source>Counts for tickets without a class</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Gjelder for saker uten klasse</translation>
    </message>
    <message>
        <source>What a status demands of whoever moves a ticket there, where it may go from there, and after how long its card ages. Clocks that run keep the limits with which they began.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Hva en status krever av den som flytter en sak dit, hvor den kan gå derfra, og når kortet eldes. Klokker som går, beholder grensene de begynte med.</translation>
    </message>
    <message>
        <source>At degree 1 the system draws an agent who is on shift.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Ved grad 1 trekker systemet en saksbehandler på vakt.</translation>
    </message>
    <message>
        <source>At degree 2 the line&apos;s lead is told, and the mark “ignored” stays.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Ved grad 2 får linjens leder beskjed, og merket «oversett» blir stående.</translation>
    </message>
    <message>
        <source>Counted from the date that the vendor named.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Regnes fra datoen leverandøren oppga.</translation>
    </message>
    <message>
        <source>Counted from the moment at which it woke.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Regnes fra øyeblikket den våknet.</translation>
    </message>
    <message>
        <source>At degree 1 a reminder is prepared, at degree 2 a call or closing is offered.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Ved grad 1 forberedes en påminnelse, ved grad 2 tilbys en samtale eller lukking.</translation>
    </message>
    <message>
        <source>The term runs from the first hand-over to the due date; without a date there is no norm.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Fristen løper fra første overlevering til fristdatoen; uten dato er det ingen norm.</translation>
    </message>
    <message>
        <source>SLA classes</source>
        <extracomment>kanbandesk/ui/setup/drawers.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>SLA-klasser</translation>
    </message>
    <message>
        <source>What a client is promised: from the ticket&apos;s coming in until it is solved.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Hva kunden er lovet: fra saken kommer inn til den er løst.</translation>
    </message>
    <message>
        <source>Urgency directory</source>
        <extracomment>kanbandesk/ui/setup/drawers.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Hastekatalog</translation>
    </message>
    <message>
        <source>How pressing a case is, once for all: whoever starts a ticket chooses the case, never the urgency.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Hvor mye en sak haster, én gang for alle: den som begynner, velger sakstypen, aldri hastegraden.</translation>
    </message>
    <message>
        <source>Lines</source>
        <extracomment>kanbandesk/ui/setup/drawers.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Linjer</translation>
    </message>
    <message>
        <source>Who works on what, when, under whose lead, and how a ticket finds its agent.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Hvem som arbeider med hva, når, under hvem, og hvordan en sak finner sin saksbehandler.</translation>
    </message>
    <message>
        <source>Calendars</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Kalendere</translation>
    </message>
    <message>
        <source>Opening hours of lines and working hours of people. What has passed is counted as it was then.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Linjenes åpningstider og folks arbeidstid. Det som har vært, regnes som det var da.</translation>
    </message>
    <message>
        <source>No calendar yet: every line is open round the clock. Add one for opening hours or shifts.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Ingen kalender ennå: alle linjer har åpent døgnet rundt. Legg til en for åpningstider eller vakter.</translation>
    </message>
    <message>
        <source>Boards</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Tavler</translation>
    </message>
    <message>
        <source>Columns show one or more statuses. A WIP limit warns; it never stops anybody.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Kolonner viser én eller flere statuser. En grense advarer; den stopper aldri noen.</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <extracomment>kanbandesk/ui/setup/drawers.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Egne felt</translation>
    </message>
    <message>
        <source>What else is kept on a ticket, beside what every ticket has.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Hva annet som holdes på en sak, ved siden av det alle saker har.</translation>
    </message>
    <message>
        <source>No custom field yet. What is added here is filled in on every ticket.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Ingen egne felt ennå. Det som legges til her, fylles ut på hver sak.</translation>
    </message>
    <message>
        <source>put away</source>
        <extracomment>kanbandesk/ui/setup/drawers.py
----------
kanbandesk/ui/setup/finding.py</extracomment>
        <translation>lagt bort</translation>
    </message>
    <message>
        <source>It is filled in no more. What tickets hold of it stays, and is shown.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Det fylles ikke ut mer. Det sakene har fra før, blir værende og vises.</translation>
    </message>
    <message>
        <source>Client, contract, contact, mail or phone</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>Kunde, avtale, kontakt, e-post eller telefon</translation>
    </message>
    <message>
        <source>Find a client or a contact</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>Finn en kunde eller en kontakt</translation>
    </message>
    <message>
        <source>Nobody fits.</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>Ingen passer.</translation>
    </message>
    <message numerus="yes">
        <source>%n more clients. Type to find them.</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>
            <numerusform>%n kunde til. Skriv for å finne den.</numerusform>
            <numerusform>%n kunder til. Skriv for å finne dem.</numerusform>
        </translation>
    </message>
    <message>
        <source>There may be more contacts. Type more of the name.</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>Det kan være flere kontakter. Skriv mer av navnet.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>Kontakter</translation>
    </message>
    <message numerus="yes">
        <source>%n contacts</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>
            <numerusform>%n kontakt</numerusform>
            <numerusform>%n kontakter</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}: “{text}” are no hours. Write them as 08:00-12:00, 13:00-17:00.</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>{day}: «{text}» er ingen timer. Skriv dem som 08:00-12:00, 13:00-17:00.</translation>
    </message>
    <message>
        <source>“{text}” is no day with hours. Write it as 2026-12-24 08:00-12:00.</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>«{text}» er ingen dag med timer. Skriv den som 2026-12-24 08:00-12:00.</translation>
    </message>
    <message>
        <source>No holidays are known for “{country}”. Use its two letters, such as NO.</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Ingen helligdager er kjent for «{country}». Bruk de to bokstavene, for eksempel NO.</translation>
    </message>
    <message>
        <source>Calls are cut off after a minute</source>
        <extracomment>kanbandesk/ui/setup/norm_preview.py</extracomment>
        <translation>Samtaler brytes etter ett minutt</translation>
    </message>
    <message>
        <source>Before degree 1</source>
        <extracomment>kanbandesk/ui/setup/norm_preview.py</extracomment>
        <translation>Før grad 1</translation>
    </message>
    <message>
        <source>{degree}: {level}</source>
        <extracomment>kanbandesk/ui/setup/norm_preview.py</extracomment>
        <translation>{degree}: {level}</translation>
    </message>
    <message>
        <source>What the degrees mean</source>
        <extracomment>kanbandesk/ui/setup/norm_preview.py</extracomment>
        <translation>Hva gradene betyr</translation>
    </message>
    <message>
        <source>A client</source>
        <extracomment>kanbandesk/ui/setup/norm_preview.py</extracomment>
        <translation>En kunde</translation>
    </message>
    <message>
        <source>Type to find</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py
----------
kanbandesk/ui/setup/picks.py</extracomment>
        <translation>Skriv for å finne</translation>
    </message>
    <message>
        <source>Take away</source>
        <extracomment>kanbandesk/ui/setup/client_deeds.py
----------
kanbandesk/ui/setup/picks.py</extracomment>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Choose one at least: without a role nobody may do anything.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Velg minst én: uten rolle kan ingen gjøre noe.</translation>
    </message>
    <message>
        <source>No request type yet: rules alone lead a ticket to its line.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Ingen henvendelsestype ennå: bare reglene fører en sak til linjen.</translation>
    </message>
    <message>
        <source>No rule yet: what a requester does not choose goes to the first line.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Ingen regel ennå: det innmelderen ikke velger, går til førstelinjen.</translation>
    </message>
    <message>
        <source>No playbook yet: nothing is asked before a ticket is passed on.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Ingen sjekkliste ennå: ingenting spørres før en sak sendes videre.</translation>
    </message>
    <message>
        <source>No reason yet: everybody writes their own words.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Ingen grunn ennå: alle skriver egne ord.</translation>
    </message>
    <message>
        <source>{board} is now set up as: {template}.</source>
        <extracomment>kanbandesk/ui/setup/starting.py</extracomment>
        <translation>{board} er nå satt opp som: {template}.</translation>
    </message>
    <message>
        <source>Use it for this board</source>
        <extracomment>kanbandesk/ui/setup/starting.py</extracomment>
        <translation>Bruk den på denne tavlen</translation>
    </message>
    <message>
        <source>Put away</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Lagt bort</translation>
    </message>
    <message>
        <source>Deleted custom fields</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Slettede egne felt</translation>
    </message>
    <message>
        <source>Why away</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Hvorfor borte</translation>
    </message>
    <message>
        <source>Why people are away</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Hvorfor folk er borte</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>a person&apos;s</comment>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Navn</translation>
    </message>
    <message>
        <source>A degree follows the one before it: give that one too.</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>En grad følger den forrige: gi den også.</translation>
    </message>
    <message>
        <source>{degree}, past the due date</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation>{degree}, etter fristen</translation>
    </message>
    <message>
        <source> % of the term</source>
        <extracomment>kanbandesk/ui/setup/times.py</extracomment>
        <translation> % av fristen</translation>
    </message>
    <message>
        <source>another order: {what}</source>
        <extracomment>kanbandesk/ui/setup/trail.py</extracomment>
        <translation>annen rekkefølge: {what}</translation>
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
        <translation>en som er borte</translation>
    </message>
    <message>
        <source>added {what}</source>
        <extracomment>kanbandesk/ui/setup/trail.py</extracomment>
        <translation>lagt til {what}</translation>
    </message>
    <message>
        <source>taken away {what}</source>
        <extracomment>kanbandesk/ui/setup/trail.py</extracomment>
        <translation>fjernet {what}</translation>
    </message>
    <message>
        <source>Violations with the settings as they are: {before}. With these: {after}.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Brudd med innstillingene som de er: {before}. Med disse: {after}.</translation>
    </message>
    <message>
        <source>A norm that is broken counts once, at its highest degree.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>En brutt norm telles én gang, med høyeste grad.</translation>
    </message>
    <message numerus="yes">
        <source>%n would have gone to another line:</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>
            <numerusform>%n ville gått til en annen linje:</numerusform>
            <numerusform>%n ville gått til en annen linje:</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be tried. Nothing was changed.</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>Det kunne ikke prøves. Ingenting ble endret.</translation>
    </message>
    <message>
        <source>There was no ticket in the last 24 hours to try it on.</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>Det var ingen sak de siste 24 timene å prøve det på.</translation>
    </message>
    <message>
        <source>{status}, degree {degree}: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{status}, grad {degree}: {before} → {after}</translation>
    </message>
    <message>
        <source>Prepared on the first day of silence, when Waiting for client reaches degree 1.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Forberedes den første dagen med taushet, når «Venter på kunde» når grad 1.</translation>
    </message>
    <message>
        <source>Alarmed of a Problem one after the other, while nobody takes note of it.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Varsles om et problem én etter én, så lenge ingen kvitterer.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Legg til en person</translation>
    </message>
    <message>
        <source>None: no sub-tasks are made</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Ingen: det lages ingen deloppgaver</translation>
    </message>
    <message>
        <source>Workspace</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Arbeidsområde</translation>
    </message>
    <message>
        <source>Where this desk is, who answers for it, and how it works with development.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Hvor skranken er, hvem som svarer for den, og hvordan den arbeider med utvikling.</translation>
    </message>
    <message>
        <source>Of days, months and dates without a time. A calendar has its own.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>For dager, måneder og datoer uten klokkeslett. En kalender har sin egen.</translation>
    </message>
    <message>
        <source>Is alarmed of every Problem, and told where a line has no lead.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Varsles om hvert problem, og får beskjed der en linje ikke har leder.</translation>
    </message>
    <message>
        <source>A transfer there is first offered to whoever set that client up.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>En overføring dit tilbys først den som satte opp kunden.</translation>
    </message>
    <message>
        <source>“Hand to development” makes a card there.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>«Gi til utvikling» lager et kort der.</translation>
    </message>
    <message>
        <source>Whose agents take those cards.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Linjen som tar disse kortene.</translation>
    </message>
    <message>
        <source>Alarms and breaches</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Alarmer og brudd</translation>
    </message>
    <message>
        <source>Silent clients</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Tause kunder</translation>
    </message>
    <message>
        <source>From line to line</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Fra linje til linje</translation>
    </message>
    <message>
        <source>After the closing</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Etter lukkingen</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Navn</translation>
    </message>
    <message>
        <source>From here to</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Herfra til</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Åpningstider</translation>
    </message>
    <message>
        <source>Lead</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Leder</translation>
    </message>
    <message>
        <source>Is told when a ticket is not started in time.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Får beskjed når en sak ikke er påbegynt i tide.</translation>
    </message>
    <message>
        <source>The system draws</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Systemet trekker</translation>
    </message>
    <message>
        <source>From so many open tickets on an agent is not drawn</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Fra så mange åpne saker trekkes man ikke</translation>
    </message>
    <message>
        <source>Whoever claims by hand is not held back.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Den som tar selv, holdes ikke tilbake.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Tidssone</translation>
    </message>
    <message>
        <source>Hours</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Timer</translation>
    </message>
    <message>
        <source>Holidays</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Helligdager</translation>
    </message>
    <message>
        <source>Days with other hours</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Dager med andre timer</translation>
    </message>
    <message>
        <source>Closed for a while</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Stengt en stund</translation>
    </message>
    <message>
        <source>Entering it demands</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Inngang krever</translation>
    </message>
    <message>
        <source>Norm</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Tidsnorm</translation>
    </message>
    <message>
        <source>Its time passes</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Tiden går</translation>
    </message>
    <message>
        <source>The head of support</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Lederen for kundestøtte</translation>
    </message>
    <message>
        <source>Solved within</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Løst innen</translation>
    </message>
    <message>
        <source>Columns</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Kolonner</translation>
    </message>
    <message>
        <source>Away</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Borte</translation>
    </message>
    <message>
        <source>Away until</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Borte til</translation>
    </message>
    <message>
        <source>The changes could not be read.</source>
        <extracomment>kanbandesk/ui/setup/changes.py</extracomment>
        <translation>Endringene kunne ikke leses.</translation>
    </message>
    <message>
        <source>Changes</source>
        <extracomment>kanbandesk/ui/setup/changes.py
----------
kanbandesk/ui/setup/window.py</extracomment>
        <translation>Endringer</translation>
    </message>
    <message>
        <source>No setting has been changed yet.</source>
        <extracomment>kanbandesk/ui/setup/changes.py</extracomment>
        <translation>Ingen innstilling er endret ennå.</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>kanbandesk/ui/setup/changes.py
----------
kanbandesk/ui/setup/trail.py</extracomment>
        <translation>ny</translation>
    </message>
    <message>
        <source>taken away</source>
        <extracomment>kanbandesk/ui/setup/changes.py
----------
kanbandesk/ui/setup/trail.py</extracomment>
        <translation>fjernet</translation>
    </message>
    <message>
        <source>another order</source>
        <extracomment>kanbandesk/ui/setup/trail.py</extracomment>
        <translation>annen rekkefølge</translation>
    </message>
    <message>
        <source>Seen by</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Ses av</translation>
    </message>
    <message>
        <source>Nobody chosen: everybody who works here.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Ingen valgt: alle som arbeider her.</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Type</translation>
    </message>
    <message>
        <source>Choices</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Valg</translation>
    </message>
    <message>
        <source>A line each, for a choice.</source>
        <extracomment>kanbandesk/ui/setup/drawers.py</extracomment>
        <translation>Én per linje, for et valg.</translation>
    </message>
    <message>
        <source>closed</source>
        <extracomment>kanbandesk/ui/setup/hours.py
----------
kanbandesk/ui/setup/trail.py</extracomment>
        <translation>stengt</translation>
    </message>
    <message>
        <source>Country</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Land</translation>
    </message>
    <message>
        <source>Year</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>År</translation>
    </message>
    <message>
        <source>Add this country&apos;s holidays</source>
        <extracomment>kanbandesk/ui/setup/hours.py</extracomment>
        <translation>Legg til landets helligdager</translation>
    </message>
    <message>
        <source>This is not saved yet: save it, or revert.</source>
        <extracomment>kanbandesk/ui/setup/clients.py
----------
kanbandesk/ui/setup/page.py</extracomment>
        <translation>Dette er ikke lagret ennå: lagre, eller angre.</translation>
    </message>
    <message>
        <source>Try on yesterday&apos;s tickets</source>
        <extracomment>kanbandesk/ui/setup/page.py
----------
kanbandesk/ui/setup/starting.py</extracomment>
        <translation>Prøv på gårsdagens saker</translation>
    </message>
    <message>
        <source>Revert</source>
        <extracomment>kanbandesk/ui/setup/clients.py
----------
kanbandesk/ui/setup/page.py</extracomment>
        <translation>Angre</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>kanbandesk/ui/setup/clients.py
----------
kanbandesk/ui/setup/page.py</extracomment>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Without a name</source>
        <extracomment>kanbandesk/ui/setup/client_forms.py
----------
kanbandesk/ui/setup/page.py
----------
kanbandesk/ui/setup/trail.py</extracomment>
        <translation>Uten navn</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <extracomment>kanbandesk/ui/setup/page.py</extracomment>
        <translation>Ingenting her ennå.</translation>
    </message>
    <message>
        <source>First line&apos;s lead</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Førstelinjens leder</translation>
    </message>
    <message>
        <source>On an imported board they are off until somebody switches them on here.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>På en importert tavle er de av til noen slår dem på her.</translation>
    </message>
    <message>
        <source>Any</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Not reckoned</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Ikke regnet med</translation>
    </message>
    <message>
        <source>{line}, not claimed in time: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{line}, ikke tatt i tide: {before} → {after}</translation>
    </message>
    <message>
        <source>{line}, not started in time: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{line}, ikke påbegynt i tide: {before} → {after}</translation>
    </message>
    <message>
        <source>Promises</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Løfter</translation>
    </message>
    <message>
        <source>Norms</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Normer</translation>
    </message>
    <message>
        <source>Claim and start</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Å ta og begynne</translation>
    </message>
    <message>
        <source>Offered: {offers}, of which drawn: {draws}. Given to somebody to start: {starts}.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Tilbudt: {offers}, av disse trukket: {draws}. Gitt til noen for å begynne: {starts}.</translation>
    </message>
    <message numerus="yes">
        <source>%n were drawn before the new time was up: nobody knows whether they would have been claimed.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>
            <numerusform>%n ble trukket før den nye tiden var ute: ingen vet om den ville blitt tatt.</numerusform>
            <numerusform>%n ble trukket før den nye tiden var ute: ingen vet om de ville blitt tatt.</numerusform>
        </translation>
    </message>
    <message>
        <source>What would have followed: each ticket counts from when it was in fact offered and taken.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Hva som ville fulgt: hver sak regnes fra da den faktisk ble tilbudt og tatt.</translation>
    </message>
    <message>
        <source>{sla_class}, broken: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{sla_class}, brutt: {before} → {after}</translation>
    </message>
    <message>
        <source>Without a line</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Uten linje</translation>
    </message>
    <message>
        <source>{ticket} {title} · {when}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{ticket} {title} · {when}</translation>
    </message>
    <message>
        <source>{line}, nobody on shift to claim it: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{line}, ingen på vakt til å ta den: {before} → {after}</translation>
    </message>
    <message>
        <source>{line}, drawn for somebody who had too many: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{line}, trukket noen som hadde for mange: {before} → {after}</translation>
    </message>
    <message>
        <source>Would have been broken:</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Ville vært brutt:</translation>
    </message>
    <message>
        <source>Would have been kept, and were broken:</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Ville vært holdt, og ble brutt:</translation>
    </message>
    <message>
        <source>What was open in these 24 hours counts, whenever its promise was broken.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Det som var åpent disse 24 timene, teller, når enn løftet ble brutt.</translation>
    </message>
    <message>
        <source>Whom the system would have drawn.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Hvem systemet ville ha trukket.</translation>
    </message>
    <message>
        <source>Who was away: whoever had a shift counts as being there.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Hvem som var borte: alle som hadde vakt, regnes som til stede.</translation>
    </message>
    <message>
        <source>A template replaces norms, demands and this board&apos;s columns. Tickets stay in their statuses; lines, people and calendars stay as they are.</source>
        <extracomment>kanbandesk/ui/setup/starting.py</extracomment>
        <translation>En mal erstatter normer, krav og denne tavlens kolonner. Saker blir i sine statuser; linjer, folk og kalendere blir som de er.</translation>
    </message>
    <message>
        <source>Board</source>
        <extracomment>kanbandesk/ui/setup/starting.py</extracomment>
        <translation>Tavle</translation>
    </message>
    <message>
        <source>Ways to begin</source>
        <extracomment>kanbandesk/ui/setup/starting.py
----------
kanbandesk/ui/setup/window.py</extracomment>
        <translation>Måter å begynne på</translation>
    </message>
    <message>
        <source>Press again to replace them</source>
        <extracomment>kanbandesk/ui/setup/starting.py</extracomment>
        <translation>Trykk igjen for å erstatte dem</translation>
    </message>
    <message>
        <source>Support desk</source>
        <extracomment>kanbandesk/ui/setup/templates.py</extracomment>
        <translation>Kundestøtte</translation>
    </message>
    <message>
        <source>All statuses with their norms and demands, SLA classes, urgency cases, timers.</source>
        <extracomment>kanbandesk/ui/setup/templates.py</extracomment>
        <translation>Alle statuser med normer og krav, SLA-klasser, sakstyper, tidtakere.</translation>
    </message>
    <message>
        <source>Development</source>
        <extracomment>kanbandesk/ui/setup/templates.py
----------
kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Utvikling</translation>
    </message>
    <message>
        <source>New, In progress and Done, with due dates; norms of days, and no promises to clients.</source>
        <extracomment>kanbandesk/ui/setup/templates.py</extracomment>
        <translation>Ny, Under arbeid og Ferdig, med frister; normer i dager, ingen løfter til kunder.</translation>
    </message>
    <message>
        <source>Plain board</source>
        <extracomment>kanbandesk/ui/setup/templates.py</extracomment>
        <translation>Enkel tavle</translation>
    </message>
    <message>
        <source>Three columns. Nothing is demanded, nothing ages, the system does nothing by itself.</source>
        <extracomment>kanbandesk/ui/setup/templates.py</extracomment>
        <translation>Tre kolonner. Ingenting kreves, ingenting eldes, systemet gjør ingenting selv.</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets of the last 24 hours were looked at.</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>
            <numerusform>Så på %n sak fra de siste 24 timene.</numerusform>
            <numerusform>Så på %n saker fra de siste 24 timene.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tried on yesterday&apos;s tickets</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>Prøvd på gårsdagens saker</translation>
    </message>
    <message>
        <source>Looking at the tickets …</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>Ser på sakene …</translation>
    </message>
    <message>
        <source>What would have been</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>Hva som ville vært</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Logins and desks</source>
        <extracomment>kanbandesk/ui/setup/window.py</extracomment>
        <translation>Innlogginger og skranker</translation>
    </message>
    <message>
        <source>Class of tickets without a class</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Klasse for saker uten klasse</translation>
    </message>
    <message>
        <source>Clients and contacts that were put away</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Kunder og kontakter som er lagt bort</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Plass i listen</translation>
    </message>
    <message>
        <source>The reminder&apos;s words</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Påminnelsens ord</translation>
    </message>
    <message>
        <source>Board of the developers</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Utviklernes tavle</translation>
    </message>
    <message>
        <source>Line of the developers</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Utviklernes linje</translation>
    </message>
    <message>
        <source>Line that sets clients up</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Linjen som setter opp kunder</translation>
    </message>
    <message>
        <source>Has to be asked</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Må spørres</translation>
    </message>
    <message>
        <source>Contract number</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Avtalenummer</translation>
    </message>
    <message>
        <source>Account manager</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Kundeansvarlig</translation>
    </message>
    <message>
        <source>Set up by</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Satt opp av</translation>
    </message>
    <message>
        <source>Mail</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Phone</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Chat name</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Navn i chat</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <extracomment>kanbandesk/ui/setup/changes.py
----------
kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>
            <numerusform>… og %n til</numerusform>
            <numerusform>… og %n til</numerusform>
        </translation>
    </message>
    <message>
        <source>There were more than this desk holds.</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>Det var flere enn denne skranken har.</translation>
    </message>
    <message>
        <source>Nothing would have been different.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>Ingenting ville vært annerledes.</translation>
    </message>
    <message>
        <source>{ticket} {title}: {before} → {after}</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>{ticket} {title}: {before} → {after}</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>kanbandesk/ui/setup/window.py</extracomment>
        <translation>Innstillinger</translation>
    </message>
    <message>
        <source>The opening hours of the line</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Linjens åpningstider</translation>
    </message>
    <message>
        <source>Transfer</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Overfør</translation>
    </message>
    <message>
        <source>Return of a transfer</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Retur av en overføring</translation>
    </message>
    <message>
        <source>Declined by development</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Avslått av utvikling</translation>
    </message>
    <message>
        <source>Breach of a promise</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>Brudd på et løfte</translation>
    </message>
    <message>
        <source>A lead&apos;s own decision</source>
        <extracomment>kanbandesk/ui/setup/choices.py</extracomment>
        <translation>En leders egen avgjørelse</translation>
    </message>
    <message>
        <source>Timers</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Tidtakere</translation>
    </message>
    <message>
        <source>Closing</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Lukking</translation>
    </message>
    <message>
        <source>When a solved ticket closes by itself, and for how long a closed one can come back.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Når en løst sak lukkes av seg selv, og hvor lenge en lukket kan komme tilbake.</translation>
    </message>
    <message>
        <source>Request types</source>
        <extracomment>kanbandesk/ui/setup/routines.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Henvendelsestyper</translation>
    </message>
    <message>
        <source>Routing</source>
        <extracomment>kanbandesk/ui/setup/outcome.py
----------
kanbandesk/ui/setup/routines.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Ruting</translation>
    </message>
    <message>
        <source>Playbooks</source>
        <extracomment>kanbandesk/ui/setup/routines.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Sjekklister</translation>
    </message>
    <message>
        <source>Reasons</source>
        <extracomment>kanbandesk/ui/setup/routines.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Grunner</translation>
    </message>
    <message>
        <source>Offered where a reason is asked for; one&apos;s own words are always possible.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Tilbys der en grunn kreves; egne ord er alltid mulig.</translation>
    </message>
    <message>
        <source>Tags</source>
        <extracomment>kanbandesk/ui/setup/wholes.py
----------
kanbandesk/ui/words/settings.py</extracomment>
        <translation>Merkelapper</translation>
    </message>
    <message>
        <source>Offered first where somebody tags a ticket; others may be written.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Tilbys først når noen merker en sak; andre kan skrives.</translation>
    </message>
    <message>
        <source>People</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Folk</translation>
    </message>
    <message>
        <source>What each may do, on which lines, when and what for.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Hva hver kan gjøre, på hvilke linjer, når og til hva.</translation>
    </message>
    <message>
        <source>The system acts by itself</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Systemet handler selv</translation>
    </message>
    <message>
        <source>Head of support</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Leder for kundestøtte</translation>
    </message>
    <message>
        <source>Next on call</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Neste på vakt</translation>
    </message>
    <message>
        <source>An alarm is repeated every</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>En alarm gjentas hver</translation>
    </message>
    <message>
        <source>The next on call is alarmed after</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Neste på vakt varsles etter</translation>
    </message>
    <message>
        <source>A breach is explained within</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Et brudd forklares innen</translation>
    </message>
    <message>
        <source>Only a lead transfers from this return on</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Fra denne returen kan bare en leder overføre</translation>
    </message>
    <message>
        <source>The lead is told at this postponement</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Lederen får beskjed ved denne utsettelsen</translation>
    </message>
    <message>
        <source>Reminders to silent clients go out by themselves</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Påminnelser til tause kunder går av seg selv</translation>
    </message>
    <message>
        <source>A rating is taken until, after the closing</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>En vurdering tas imot etter lukking i</translation>
    </message>
    <message>
        <source>They are called back after</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>De ringes tilbake etter</translation>
    </message>
    <message>
        <source>A due date without time means</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>En frist uten klokkeslett betyr</translation>
    </message>
    <message>
        <source>The rule is on</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Regelen er på</translation>
    </message>
    <message>
        <source>Category</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>Region</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Region</translation>
    </message>
    <message>
        <source>Words</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Ord</translation>
    </message>
    <message>
        <source>Goes to</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Går til</translation>
    </message>
    <message>
        <source>off</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>av</translation>
    </message>
    <message>
        <source>left</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>sluttet</translation>
    </message>
    <message>
        <source>A solved ticket closes by itself after</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>En løst sak lukkes av seg selv etter</translation>
    </message>
    <message>
        <source>A silent client&apos;s ticket may be closed after</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>En taus kundes sak kan lukkes etter</translation>
    </message>
    <message>
        <source>A reply reopens a closed ticket within</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Et svar gjenåpner en lukket sak innen</translation>
    </message>
    <message>
        <source>Questions</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Spørsmål</translation>
    </message>
    <message>
        <source>For</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Gjelder</translation>
    </message>
    <message>
        <source>A line each.</source>
        <extracomment>kanbandesk/ui/setup/routines.py
----------
kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Én per linje.</translation>
    </message>
    <message>
        <source>Roles</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Roller</translation>
    </message>
    <message>
        <source>None chosen: all of them.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Ingen valgt: alle.</translation>
    </message>
    <message>
        <source>One a line, in their order. With ! before it: to be asked before a transfer.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Ett per linje, i rekkefølge. Med ! foran: spørres før en overføring.</translation>
    </message>
    <message>
        <source>What the system does by itself, and who is told. Limits stand with each status.</source>
        <extracomment>kanbandesk/ui/setup/wholes.py</extracomment>
        <translation>Hva systemet gjør selv, og hvem som får beskjed. Grensene står ved hver status.</translation>
    </message>
    <message>
        <source>What a requester chooses in every form, chat and call menu; it beats every rule.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Hva innmelderen velger i skjema, chat og ringemeny; det slår alle regler.</translation>
    </message>
    <message>
        <source>Where a ticket goes whose requester did not choose: by the first rule that fits.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Hvor en sak går når innmelderen ikke valgte: etter første regel som passer.</translation>
    </message>
    <message>
        <source>The questions to ask in a category; the next line sees the answers.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Spørsmålene å stille i en kategori; neste linje ser svarene.</translation>
    </message>
    <message>
        <source>Per cent of closed tickets called back</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Prosent av lukkede saker som ringes tilbake</translation>
    </message>
    <message>
        <source>Any of them, in title or message.</source>
        <extracomment>kanbandesk/ui/setup/routines.py</extracomment>
        <translation>Hvilket som helst av dem, i tittel eller melding.</translation>
    </message>
    <message>
        <source>Working hours</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Arbeidstid</translation>
    </message>
    <message>
        <source>Skills</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Ferdigheter</translation>
    </message>
    <message>
        <source>Works here</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>Arbeider her</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>How much of the board has been sent</source>
        <extracomment>kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Hvor mye av tavlen som er sendt</translation>
    </message>
    <message>
        <source>All is sent. The server looks at it and puts it in its place …</source>
        <extracomment>kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Alt er sendt. Tjeneren ser over tavlen og setter den på plass …</translation>
    </message>
    <message>
        <source>Share this board with a team</source>
        <extracomment>kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Del denne tavlen med et team</translation>
    </message>
    <message>
        <source>To a server that nobody has worked on yet, by its administrator. Numbers, histories and files come along; this computer keeps the board as it is now, to be read.</source>
        <extracomment>kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Til en tjener som ingen har arbeidet på ennå, av dens administrator. Numre, historikk og filer blir med; denne maskinen beholder tavlen slik den er nå, bare for lesing.</translation>
    </message>
    <message>
        <source>Share</source>
        <extracomment>kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Del</translation>
    </message>
    <message>
        <source>{sent} of {size} MB sent</source>
        <extracomment>kanbandesk/ui/team/sharing.py</extracomment>
        <translation>{sent} av {size} MB sendt</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Block {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Blokker {cards}</translation>
    </message>
    <message>
        <source>What stands in the way</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Hva som står i veien</translation>
    </message>
    <message>
        <source>Block</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Blokker</translation>
    </message>
    <message>
        <source>The reason</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Grunnen</translation>
    </message>
    <message>
        <source>What came of it</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Hva det ble til</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Ferdig</translation>
    </message>
    <message>
        <source>Description for the developers</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Beskrivelse for utviklerne</translation>
    </message>
    <message>
        <source>The ways that you see, and which you would take.</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Veiene du ser, og hvilken du ville valgt.</translation>
    </message>
    <message>
        <source>The owner of the ticket gets it as a draft of the answer.</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Sakens ansvarlige får det som utkast til svar.</translation>
    </message>
    <message>
        <source>Why the developers do not do it</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Hvorfor utviklerne ikke gjør det</translation>
    </message>
    <message>
        <source>It goes to the client as it stands here.</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Det går til kunden slik det står her.</translation>
    </message>
    <message>
        <source>What the client wanted, as he would say it.</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Hva kunden ville, slik kunden selv ville sagt det.</translation>
    </message>
    <message>
        <source>What was done; it goes to the client.</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Hva som ble gjort; det går til kunden.</translation>
    </message>
    <message>
        <source>Who we wait for</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Hvem vi venter på</translation>
    </message>
    <message>
        <source>Their ticket&apos;s number</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Nummeret på saken deres</translation>
    </message>
    <message>
        <source>for example VOIP-1182</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>for eksempel VOIP-1182</translation>
    </message>
    <message>
        <source>Why the rules are set aside here</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Hvorfor reglene fravikes her</translation>
    </message>
    <message>
        <source>The client knows the date</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Kunden kjenner datoen</translation>
    </message>
    <message>
        <source>What could be done</source>
        <extracomment>kanbandesk/ui/sheets/asking.py</extracomment>
        <translation>Hva som kan gjøres</translation>
    </message>
    <message>
        <source>Transfer to another line</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Overfør til en annen linje</translation>
    </message>
    <message>
        <source>Not ours: back to first line</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Ikke vår: tilbake til førstelinjen</translation>
    </message>
    <message>
        <source>Why is it not ours?</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Hvorfor er den ikke vår?</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Grunn</translation>
    </message>
    <message>
        <source>Refute the phantom</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Avkreft fantomet</translation>
    </message>
    <message>
        <source>Refute</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Avkreft</translation>
    </message>
    <message>
        <source>Wrong, because</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Feil, fordi</translation>
    </message>
    <message>
        <source>The answer was wrong</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Svaret var feil</translation>
    </message>
    <message>
        <source>Open it again</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Åpne igjen</translation>
    </message>
    <message>
        <source>The client stays silent</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Kunden svarer ikke</translation>
    </message>
    <message>
        <source>Close the ticket</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Lukk saken</translation>
    </message>
    <message>
        <source>To which line</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Til hvilken linje</translation>
    </message>
    <message>
        <source>Transfer</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Overfør</translation>
    </message>
    <message>
        <source>Send back</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Send tilbake</translation>
    </message>
    <message>
        <source>Confirm the phantom</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Bekreft fantomet</translation>
    </message>
    <message>
        <source>Confirm</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Bekreft</translation>
    </message>
    <message>
        <source>Some words are needed.</source>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>Det trengs noen ord.</translation>
    </message>
    <message>
        <source>That has passed: it is {now}.</source>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>Det er passert: klokken er {now}.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>Dette må fylles ut.</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy HH:mm</source>
        <comment>a date and time pattern of Qt</comment>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>ddd d. MMM yyyy HH:mm</translation>
    </message>
    <message>
        <source>Choose …</source>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>Velg …</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>Velg én.</translation>
    </message>
    <message>
        <source>optional</source>
        <extracomment>kanbandesk/ui/sheets/fields.py</extracomment>
        <translation>valgfritt</translation>
    </message>
    <message>
        <source>in 1 h</source>
        <extracomment>kanbandesk/ui/sheets/moments.py</extracomment>
        <translation>om 1 t</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <extracomment>kanbandesk/ui/sheets/moments.py</extracomment>
        <translation>i morgen</translation>
    </message>
    <message>
        <source>in 3 days</source>
        <extracomment>kanbandesk/ui/sheets/moments.py</extracomment>
        <translation>om 3 dager</translation>
    </message>
    <message>
        <source>in a week</source>
        <extracomment>kanbandesk/ui/sheets/moments.py</extracomment>
        <translation>om en uke</translation>
    </message>
    <message>
        <source>Answer it, or say why it is unknown.</source>
        <extracomment>kanbandesk/ui/sheets/questions.py</extracomment>
        <translation>Svar, eller si hvorfor det er ukjent.</translation>
    </message>
    <message>
        <source>unknown, because …</source>
        <extracomment>kanbandesk/ui/sheets/questions.py</extracomment>
        <translation>ukjent, fordi …</translation>
    </message>
    <message>
        <source>Why is it unknown?</source>
        <extracomment>kanbandesk/ui/sheets/questions.py</extracomment>
        <translation>Hvorfor er det ukjent?</translation>
    </message>
    <message>
        <source>The answer</source>
        <extracomment>kanbandesk/ui/sheets/questions.py</extracomment>
        <translation>Svaret</translation>
    </message>
    <message>
        <source>Your words from before are back.</source>
        <extracomment>kanbandesk/ui/sheets/sheet.py</extracomment>
        <translation>Teksten din fra før er tilbake.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>kanbandesk/ui/sheets/sheet.py</extracomment>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>follows from the case</source>
        <extracomment>kanbandesk/ui/sheets/urgency.py</extracomment>
        <translation>følger av typen</translation>
    </message>
    <message>
        <source>Choose the case; the class follows from it.</source>
        <extracomment>kanbandesk/ui/sheets/urgency.py</extracomment>
        <translation>Velg typen; klassen følger av den.</translation>
    </message>
    <message>
        <source>{priority} priority · to be solved in {time}</source>
        <extracomment>kanbandesk/ui/sheets/urgency.py</extracomment>
        <translation>Prioritet: {priority} · løses innen {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s), the same for all of them</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>
            <numerusform>%n kort, likt for alle</numerusform>
            <numerusform>%n kort, likt for alle</numerusform>
        </translation>
    </message>
    <message>
        <source>You take over from {names}.</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>Du overtar fra {names}.</translation>
    </message>
    <message>
        <source>Move</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>Flytt</translation>
    </message>
    <message>
        <source>→ {status}</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>→ {status}</translation>
    </message>
    <message>
        <source>Reminder to the client</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Påminnelse til kunden</translation>
    </message>
    <message>
        <source>Send</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Send</translation>
    </message>
    <message>
        <source>Remind {ticket}</source>
        <extracomment>kanbandesk/ui/sheets/deeds.py</extracomment>
        <translation>Minn på {ticket}</translation>
    </message>
</context>
<context>
    <name>Sla</name>
    <message>
        <source>{time} left</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>{time} igjen</translation>
    </message>
    <message>
        <source>clock stopped</source>
        <extracomment>kanbandesk/ui/words/ageing.py</extracomment>
        <translation>på pause</translation>
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
        <translation>Hvilken melding gjelder en annen sak?</translation>
    </message>
    <message>
        <source>What is the other matter called? It becomes a new ticket of the same requester with a copy of the message, tied to {ticket}.</source>
        <extracomment>kanbandesk/ui/ticket/splitting.py</extracomment>
        <translation>Hva heter den andre saken? Den blir en ny sak fra samme innmelder, med en kopi av meldingen, koblet til {ticket}.</translation>
    </message>
    <message>
        <source>Nothing has been said here yet.</source>
        <extracomment>kanbandesk/ui/ticket/splitting.py</extracomment>
        <translation>Her er ingenting sagt ennå.</translation>
    </message>
    <message>
        <source>Split off</source>
        <extracomment>kanbandesk/ui/ticket/splitting.py</extracomment>
        <translation>Skill ut</translation>
    </message>
    <message>
        <source>(files only)</source>
        <extracomment>kanbandesk/ui/ticket/splitting.py</extracomment>
        <translation>(bare filer)</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Board</source>
        <extracomment>kanbandesk/ui/board/accessible.py</extracomment>
        <translation>Tavle</translation>
    </message>
    <message>
        <source>in development as {card}: {status}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>i utvikling som {card}: {status}</translation>
    </message>
    <message>
        <source>offered to {line}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>tilbudt linjen: {line}</translation>
    </message>
    <message>
        <source>belongs to {card}: {status}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>hører til {card}: {status}</translation>
    </message>
    <message>
        <source>can be claimed for {time}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>kan tas i {time} til</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>
            <numerusform>%n kort</numerusform>
            <numerusform>%n kort</numerusform>
        </translation>
    </message>
    <message>
        <source>{card}: {status}, {position} of {total}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>{card}: {status}, {position} av {total}</translation>
    </message>
    <message>
        <source>nobody has it</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>ingen har den</translation>
    </message>
    <message>
        <source>was ignored</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>ble oversett</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>ikke lagret ennå</translation>
    </message>
    <message>
        <source>{position} of {total}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>{position} av {total}</translation>
    </message>
    <message>
        <source>lane {name}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>bane {name}</translation>
    </message>
    <message>
        <source>priority {name}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>prioritet {name}</translation>
    </message>
    <message>
        <source>blocked: {reason}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>blokkert: {reason}</translation>
    </message>
    <message>
        <source>tags {tags}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>merkelapper {tags}</translation>
    </message>
    <message>
        <source>{count} shown by the filter</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>{count} vises av filteret</translation>
    </message>
    <message>
        <source>limit {limit}</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>grense {limit}</translation>
    </message>
    <message>
        <source>{count} over the limit</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>{count} over grensen</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <extracomment>kanbandesk/ui/stage.py</extracomment>
        <translation>
            <numerusform>%n kort</numerusform>
            <numerusform>%n kort</numerusform>
        </translation>
    </message>
    <message>
        <source>the ticket</source>
        <extracomment>kanbandesk/ui/stage.py</extracomment>
        <translation>saken</translation>
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
        <translation>Godta</translation>
    </message>
    <message>
        <source>Not ours …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Ikke vår …</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Trekk tilbake</translation>
    </message>
    <message>
        <source>Take note</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Merk deg</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Åpne</translation>
    </message>
    <message>
        <source>Finish …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Ferdig …</translation>
    </message>
    <message>
        <source>Decline …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Avslå …</translation>
    </message>
    <message>
        <source>Confirm …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Bekreft …</translation>
    </message>
    <message>
        <source>Refute …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Avkreft …</translation>
    </message>
    <message>
        <source>Right</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Riktig</translation>
    </message>
    <message>
        <source>Wrong …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Feil …</translation>
    </message>
    <message>
        <source>Answer …</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Svar …</translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>ingen har den ennå</translation>
    </message>
    <message>
        <source>a ticket</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>en sak</translation>
    </message>
    <message>
        <source>The requester says: I did not make this request</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Innmelderen sier: jeg har ikke sendt dette</translation>
    </message>
    <message>
        <source>Was the client answered rightly?</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Fikk kunden riktig svar?</translation>
    </message>
    <message>
        <source>A wrong answer opens the ticket again.</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Et feil svar åpner saken igjen.</translation>
    </message>
    <message>
        <source>A problem, and nobody has taken note of the alarm yet</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Et problem, og ingen har merket seg alarmen ennå</translation>
    </message>
    <message>
        <source>the system</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>systemet</translation>
    </message>
    <message>
        <source>a card</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>et kort</translation>
    </message>
    <message>
        <source>In development: {ticket}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>I utvikling: {ticket}</translation>
    </message>
    <message>
        <source>For {ticket}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Tilhører {ticket}</translation>
    </message>
    <message>
        <source>A lead decides.</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>En leder avgjør.</translation>
    </message>
    <message>
        <source>Alarmed: {people}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Varslet: {people}</translation>
    </message>
    <message>
        <source>Offered, not accepted yet: {line}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Tilbudt, ikke godtatt ennå: {line}</translation>
    </message>
    <message>
        <source>was due {moment}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>fristen var {moment}</translation>
    </message>
    <message>
        <source>due {moment}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>frist {moment}</translation>
    </message>
    <message>
        <source>Was in development: {ticket}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>Var i utvikling: {ticket}</translation>
    </message>
    <message>
        <source>first to {person}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>først til {person}</translation>
    </message>
    <message>
        <source>tracker: {state}</source>
        <extracomment>kanbandesk/ui/ticket/standing.py</extracomment>
        <translation>sporing: {state}</translation>
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
            <numerusform>%n åpen</numerusform>
            <numerusform>%n åpne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <extracomment>kanbandesk/app/screenless.py
----------
kanbandesk/ui/status_line.py</extracomment>
        <translation>
            <numerusform>%n gammel</numerusform>
            <numerusform>%n gamle</numerusform>
        </translation>
    </message>
    <message>
        <source>oldest silence {time}</source>
        <extracomment>kanbandesk/app/screenless.py
----------
kanbandesk/ui/status_line.py</extracomment>
        <translation>lengste stillhet {time}</translation>
    </message>
    <message>
        <source>The number is on the clipboard.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Nummeret er på utklippstavlen.</translation>
    </message>
    <message>
        <source>The link is on the clipboard.</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>Lenken er på utklippstavlen.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) being saved</source>
        <extracomment>kanbandesk/ui/status_line.py</extracomment>
        <translation>
            <numerusform>%n endring lagres</numerusform>
            <numerusform>%n endringer lagres</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>kanbandesk/ui/status_line.py</extracomment>
        <translation>Vis alle</translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} hidden by the filter</source>
        <extracomment>kanbandesk/ui/status_line.py</extracomment>
        <translation>
            <numerusform>%n av {total} skjult av filteret</numerusform>
            <numerusform>%n av {total} skjult av filteret</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <extracomment>kanbandesk/ui/status_line.py</extracomment>
        <translation>Lagret</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>This workflow has no status for waiting.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Denne arbeidsflyten har ingen ventestatus.</translation>
    </message>
    <message>
        <source>Your words could not be kept on the disk yet. They stay here while the window is open.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Teksten din kunne ikke lagres på disken ennå. Den står her så lenge vinduet er åpent.</translation>
    </message>
    <message>
        <source>Prepared: {words}</source>
        <extracomment>kanbandesk/ui/ticket/prepared.py</extracomment>
        <translation>Klargjort: {words}</translation>
    </message>
    <message>
        <source>Nothing has been said yet.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Ingenting er sagt ennå.</translation>
    </message>
    <message>
        <source>Use it</source>
        <extracomment>kanbandesk/ui/ticket/prepared.py</extracomment>
        <translation>Bruk det</translation>
    </message>
    <message>
        <source>Leave it</source>
        <extracomment>kanbandesk/ui/ticket/prepared.py</extracomment>
        <translation>La være</translation>
    </message>
    <message>
        <source>A card in development has no client: it was not sent.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Et kort i utvikling har ingen kunde: det ble ikke sendt.</translation>
    </message>
    <message>
        <source>The client</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>{person} has written meanwhile.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>{person} har skrevet i mellomtiden.</translation>
    </message>
    <message>
        <source>The ticket waits for the client already: a plain answer is enough.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Saken venter allerede på kunden: et vanlig svar er nok.</translation>
    </message>
    <message>
        <source>Reopen</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Gjenåpne</translation>
    </message>
    <message>
        <source>Send the reminder</source>
        <extracomment>kanbandesk/ui/ticket/prepared.py</extracomment>
        <translation>Send påminnelsen</translation>
    </message>
    <message>
        <source>Noted on the ticket; its owner is told.</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Notert på saken; den som har den, får beskjed.</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>kanbandesk/ui/ticket/talk.py</extracomment>
        <translation>Vis</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>{name} is typing</source>
        <extracomment>kanbandesk/ui/team/faces.py</extracomment>
        <translation>{name} skriver</translation>
    </message>
    <message>
        <source>Server address or invitation link</source>
        <extracomment>kanbandesk/ui/team/joining.py
----------
kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Serveradresse eller invitasjonslenke</translation>
    </message>
    <message>
        <source>Login</source>
        <extracomment>kanbandesk/ui/team/joining.py
----------
kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Brukernavn</translation>
    </message>
    <message>
        <source>Password</source>
        <extracomment>kanbandesk/ui/team/joining.py
----------
kanbandesk/ui/team/sharing.py</extracomment>
        <translation>Passord</translation>
    </message>
    <message>
        <source>Code</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>Kode</translation>
    </message>
    <message>
        <source>six digits, where you use them</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>seks sifre, der du bruker dem</translation>
    </message>
    <message>
        <source>Join a team</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>Bli med i et team</translation>
    </message>
    <message>
        <source>With an invitation the password you type becomes yours.</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>Med en invitasjon blir passordet du skriver ditt.</translation>
    </message>
    <message>
        <source>Join</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>Bli med</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>Spør serveren …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>kanbandesk/app/team_doors.py
----------
kanbandesk/ui/team/joining.py</extracomment>
        <translation>Logg inn</translation>
    </message>
    <message>
        <source>Your login is needed, or an invitation link.</source>
        <extracomment>kanbandesk/app/team_doors.py</extracomment>
        <translation>Brukernavnet ditt trengs, eller en invitasjonslenke.</translation>
    </message>
    <message>
        <source>This computer has no keyring, so you will be asked again at the next start.</source>
        <extracomment>kanbandesk/app/team_doors.py</extracomment>
        <translation>Denne maskinen har ingen nøkkelring, så du blir spurt igjen ved neste start.</translation>
    </message>
    <message>
        <source>Signed in</source>
        <extracomment>kanbandesk/app/team_doors.py</extracomment>
        <translation>Logget inn</translation>
    </message>
    <message>
        <source>Your team asks for a second factor. Add this key to an authenticator, then type its code:</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>Teamet krever en ekstra faktor. Legg denne nøkkelen inn i en autentiseringsapp, og skriv koden den viser:</translation>
    </message>
    <message>
        <source>Sign in as {login}</source>
        <extracomment>kanbandesk/ui/team/joining.py</extracomment>
        <translation>Logg inn som {login}</translation>
    </message>
    <message>
        <source>Connecting</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Kobler til</translation>
    </message>
    <message>
        <source>Live</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Tilkoblet</translation>
    </message>
    <message>
        <source>Offline since {moment}</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Frakoblet siden {moment}</translation>
    </message>
    <message>
        <source>Signed out</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Logget ut</translation>
    </message>
    <message>
        <source>Update needed</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Må oppdateres</translation>
    </message>
    <message>
        <source>Locked</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Låst</translation>
    </message>
    <message>
        <source>The board is on its way from the server.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Tavla er på vei fra serveren.</translation>
    </message>
    <message>
        <source>Everybody sees this board as you do.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Alle ser denne tavla slik du gjør.</translation>
    </message>
    <message>
        <source>The server does not answer. Work on: everything is kept here and sent when it is back.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Serveren svarer ikke. Jobb videre: alt tas vare på her og sendes når den er tilbake.</translation>
    </message>
    <message>
        <source>Work on: everything is kept here. Sign in, and it is sent.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Jobb videre: alt tas vare på her. Logg inn, så sendes det.</translation>
    </message>
    <message>
        <source>The server needs a newer KanbanDesk. Work on: everything is kept here until the update.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Serveren trenger en nyere KanbanDesk. Jobb videre: alt tas vare på her til oppdateringen.</translation>
    </message>
    <message>
        <source>This desk was away too long, or was locked by an administrator. Sign in to go on.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Denne arbeidsplassen har vært borte for lenge, eller ble låst av en administrator. Logg inn for å fortsette.</translation>
    </message>
    <message numerus="yes">
        <source>Loading, %n row(s) so far</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>
            <numerusform>Laster, %n rad så langt</numerusform>
            <numerusform>Laster, %n rader så langt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>
            <numerusform>%n å sende</numerusform>
            <numerusform>%n å sende</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong by {time}; the server&apos;s is used.</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>Klokka på denne maskinen går {time} feil; serverens brukes.</translation>
    </message>
    <message numerus="yes">
        <source>%n later change(s) hang on it.</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>
            <numerusform>%n senere endring henger på den.</numerusform>
            <numerusform>%n senere endringer henger på den.</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs attention</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>Krever oppmerksomhet</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/team/people.py
----------
kanbandesk/ui/team/tray.py</extracomment>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>The server refused these. Your words are kept until you decide.</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>Serveren avviste disse. Teksten din er tatt vare på til du bestemmer deg.</translation>
    </message>
    <message>
        <source>Nothing is left to decide.</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>Det er ikke mer å avgjøre.</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>Rediger</translation>
    </message>
    <message>
        <source>Discard</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>Forkast</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>
            <numerusform>%n krever oppmerksomhet</numerusform>
            <numerusform>%n krever oppmerksomhet</numerusform>
        </translation>
    </message>
    <message>
        <source>Came back: {deed}</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>Kom tilbake: {deed}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) came back</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>
            <numerusform>%n endring kom tilbake</numerusform>
            <numerusform>%n endringer kom tilbake</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>Vis</translation>
    </message>
    <message>
        <source>{who} had set “{field}” on {card} before you</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>{who} hadde satt «{field}» på {card} før deg</translation>
    </message>
    <message>
        <source>To “{value}”. Yours came later and stands.</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>Til «{value}». Din kom senere og gjelder.</translation>
    </message>
    <message>
        <source>Undo mine</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>Angre min</translation>
    </message>
    <message>
        <source>It was refused again</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>Den ble avvist igjen</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <extracomment>kanbandesk/ui/ticket/timeline.py</extracomment>
        <translation>Historikk</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source>Title</source>
        <extracomment>kanbandesk/ui/ticket/title.py</extracomment>
        <translation>Tittel</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message numerus="yes">
        <source>%n new in your inbox</source>
        <extracomment>kanbandesk/ui/notifying/echo.py</extracomment>
        <translation>
            <numerusform>%n ny i innboksen</numerusform>
            <numerusform>%n nye i innboksen</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>kanbandesk/ui/notifying/toast.py</extracomment>
        <translation>Lukk</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>You have not started this in time: the lead is on it now</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Du begynte ikke i tide: lederen er med nå</translation>
    </message>
    <message>
        <source>New for your line</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Ny for linjen din</translation>
    </message>
    <message>
        <source>Nobody claimed it in time: it was given to you</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Ingen tok den i tide: du har fått den</translation>
    </message>
    <message>
        <source>It was assigned to you</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Den er tildelt deg</translation>
    </message>
    <message>
        <source>Somebody has taken it over from you</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Noen har overtatt den fra deg</translation>
    </message>
    <message>
        <source>Not started in time: you are on it as lead</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Ikke påbegynt i tide: du er med som leder</translation>
    </message>
    <message>
        <source>Nobody is on shift to take it</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Ingen er på vakt til å ta den</translation>
    </message>
    <message>
        <source>Everybody on shift is full; the least loaded got it</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Alle på vakt har fullt; den minst belastede fikk den</translation>
    </message>
    <message>
        <source>Problem: take note of it</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Problem: merk deg det</translation>
    </message>
    <message>
        <source>The SLA target is broken</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>SLA-fristen er brutt</translation>
    </message>
    <message>
        <source>A day after the breach nobody has written why</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Et døgn etter bruddet har ingen skrevet hvorfor</translation>
    </message>
    <message>
        <source>You were mentioned</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Du ble nevnt</translation>
    </message>
    <message>
        <source>The client has answered</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Kunden har svart</translation>
    </message>
    <message>
        <source>The client says: not solved</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Kunden sier: ikke løst</translation>
    </message>
    <message>
        <source>The client did not like it</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Kunden likte det ikke</translation>
    </message>
    <message>
        <source>The client says: I did not make this request</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Kunden sier: jeg har ikke meldt dette</translation>
    </message>
    <message>
        <source>Its time has come</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Tiden er inne</translation>
    </message>
    <message>
        <source>Its owner is away</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Den ansvarlige er borte</translation>
    </message>
    <message>
        <source>Postponed again, and the client was told nothing</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Utsatt igjen, og kunden har ikke fått beskjed</translation>
    </message>
    <message>
        <source>Sent back and forth: only a lead may transfer it now</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Sendt frem og tilbake: bare en leder kan overføre den nå</translation>
    </message>
    <message>
        <source>It is offered to your line</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Den er tilbudt linjen din</translation>
    </message>
    <message>
        <source>Your transfer was accepted</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Overføringen din er godtatt</translation>
    </message>
    <message>
        <source>Your transfer came back: not theirs</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Overføringen din kom tilbake: ikke deres</translation>
    </message>
    <message>
        <source>The developers are done</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Utviklerne er ferdige</translation>
    </message>
    <message>
        <source>The developers have declined</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Utviklerne har avslått</translation>
    </message>
    <message>
        <source>The developers have missed their date</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Utviklerne holdt ikke datoen</translation>
    </message>
    <message>
        <source>Something happened to a ticket that you watch</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Noe har skjedd med en sak du følger</translation>
    </message>
    <message>
        <source>It was reopened</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Den er åpnet igjen</translation>
    </message>
    <message>
        <source>{who} has put it before your line</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} har lagt den frem for linjen din</translation>
    </message>
    <message>
        <source>{who} has assigned it to you</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} har tildelt deg den</translation>
    </message>
    <message>
        <source>{who} has taken it over from you</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} har overtatt den fra deg</translation>
    </message>
    <message>
        <source>{who} has mentioned you</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} har nevnt deg</translation>
    </message>
    <message>
        <source>{who} offers it to your line</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} tilbyr den til linjen din</translation>
    </message>
    <message>
        <source>{who} has accepted your transfer</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} har godtatt overføringen din</translation>
    </message>
    <message>
        <source>{who} sends it back: not theirs</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} sender den tilbake: ikke deres</translation>
    </message>
    <message>
        <source>{who} is done in development</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} er ferdig i utvikling</translation>
    </message>
    <message>
        <source>{who} declines in development</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} avslår i utvikling</translation>
    </message>
    <message>
        <source>{who} postponed it again, the client was told nothing</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} utsatte den igjen, kunden har ikke fått beskjed</translation>
    </message>
    <message>
        <source>{who} has reopened it</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} har åpnet den igjen</translation>
    </message>
    <message>
        <source>Write why the SLA target was broken</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Skriv hvorfor SLA-fristen ble brutt</translation>
    </message>
    <message>
        <source>Call the client back: is all well?</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Ring kunden tilbake: er alt i orden?</translation>
    </message>
    <message>
        <source>Call the client: there is no other way to reach them</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Ring kunden: det finnes ingen annen vei</translation>
    </message>
    <message>
        <source>Confirm or refute: “I did not make this request”</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Bekreft eller avkreft: «jeg har ikke meldt dette»</translation>
    </message>
    <message>
        <source>Look through the closed conversation</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>Se gjennom den lukkede samtalen</translation>
    </message>
    <message>
        <source>{who} has taken note of it</source>
        <extracomment>kanbandesk/ui/notifying/wording.py</extracomment>
        <translation>{who} har notert seg det</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Board, lanes and density</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>Tavle, baner og kortstørrelse</translation>
    </message>
    <message>
        <source>+ Filter</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>+ Filter</translation>
    </message>
    <message>
        <source>Found in messages besides</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>Funnet i meldinger i tillegg</translation>
    </message>
    <message>
        <source>New ticket</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>Ny sak</translation>
    </message>
    <message>
        <source>Search tickets   /</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>Søk i saker   /</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>Søk i saker</translation>
    </message>
    <message numerus="yes">
        <source>+ %n in messages</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>
            <numerusform>+ %n i meldinger</numerusform>
            <numerusform>+ %n i meldinger</numerusform>
        </translation>
    </message>
    <message>
        <source>Press to change, ✕ or Delete to take it off</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>Trykk for å endre, ✕ eller Delete for å fjerne</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>
            <numerusform>%n kort</numerusform>
            <numerusform>%n kort</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Transitions</name>
    <message>
        <source>Try again</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>Prøv igjen</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) stayed where they were</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>
            <numerusform>%n kort ble der det var</numerusform>
            <numerusform>%n kort ble der de var</numerusform>
        </translation>
    </message>
    <message>
        <source>{card} stays in {status}</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>{card} blir i «{status}»</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>“{name}” has {size}; a file may have {limit} at most. It was not added.</source>
        <extracomment>kanbandesk/ui/ticket/tray.py</extracomment>
        <translation>«{name}» er på {size}; en fil kan være på høyst {limit}. Den ble ikke lagt til.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <extracomment>kanbandesk/ui/ticket/tray.py</extracomment>
        <translation>Legg ved filer</translation>
    </message>
    <message>
        <source>“{name}” could not be copied, so it was not added: {reason}</source>
        <extracomment>kanbandesk/ui/ticket/tray.py</extracomment>
        <translation>«{name}» kunne ikke kopieres og ble ikke lagt til: {reason}</translation>
    </message>
    <message>
        <source>“{name}” cannot be read, so it was not added: {reason}</source>
        <extracomment>kanbandesk/ui/ticket/tray.py</extracomment>
        <translation>«{name}» kan ikke leses og ble ikke lagt til: {reason}</translation>
    </message>
    <message>
        <source>“{name}” is no longer there, so it was left out.</source>
        <extracomment>kanbandesk/ui/ticket/tray.py</extracomment>
        <translation>«{name}» finnes ikke lenger, så den ble utelatt.</translation>
    </message>
    <message>
        <source>“{name}” is no file, so it was not added.</source>
        <extracomment>kanbandesk/ui/ticket/tray.py</extracomment>
        <translation>«{name}» er ikke en fil og ble ikke lagt til.</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Claim {cards}</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>ta {cards}</translation>
    </message>
    <message>
        <source>Assign {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>tildele {cards}</translation>
    </message>
    <message>
        <source>Tags of {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>merkelapper på {cards}</translation>
    </message>
    <message>
        <source>Unblock {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>oppheve blokkeringen av {cards}</translation>
    </message>
    <message>
        <source>Block {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>blokkere {cards}</translation>
    </message>
    <message>
        <source>Stop watching {cards}</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>slutte å følge {cards}</translation>
    </message>
    <message>
        <source>Watch {cards}</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>følge {cards}</translation>
    </message>
    <message>
        <source>Link {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>koble {cards}</translation>
    </message>
    <message>
        <source>Accept {cards}</source>
        <extracomment>kanbandesk/ui/card_actions.py</extracomment>
        <translation>godta {cards}</translation>
    </message>
    <message>
        <source>Priority of {cards}</source>
        <extracomment>kanbandesk/ui/card_choosers.py</extracomment>
        <translation>Prioritet for {cards}</translation>
    </message>
    <message>
        <source>Take note of {cards}</source>
        <extracomment>kanbandesk/ui/notifying/desk.py</extracomment>
        <translation>merke seg {cards}</translation>
    </message>
    <message>
        <source>Transfer {cards}</source>
        <extracomment>kanbandesk/ui/passing.py</extracomment>
        <translation>Overfør {cards}</translation>
    </message>
    <message>
        <source>Withdraw {cards}</source>
        <extracomment>kanbandesk/ui/passing.py</extracomment>
        <translation>Trekk tilbake {cards}</translation>
    </message>
    <message>
        <source>Move {cards} to {status}</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>flytte {cards} til «{status}»</translation>
    </message>
    <message>
        <source>Create {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>opprette {card}</translation>
    </message>
    <message>
        <source>Claim {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>ta {card}</translation>
    </message>
    <message>
        <source>Assign {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>tildele {card}</translation>
    </message>
    <message>
        <source>Give {card} back</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>gi {card} tilbake</translation>
    </message>
    <message>
        <source>Start {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>starte {card}</translation>
    </message>
    <message>
        <source>Resume {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>gjenoppta {card}</translation>
    </message>
    <message>
        <source>Reopen {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>gjenåpne {card}</translation>
    </message>
    <message>
        <source>Ask the client on {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>spørre kunden på {card}</translation>
    </message>
    <message>
        <source>Answer on {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>svare på {card}</translation>
    </message>
    <message>
        <source>Note on {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>notat på {card}</translation>
    </message>
    <message>
        <source>Call on {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>samtale på {card}</translation>
    </message>
    <message>
        <source>Solve {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>løse {card}</translation>
    </message>
    <message>
        <source>Close {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>lukke {card}</translation>
    </message>
    <message>
        <source>Postpone {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>utsette {card}</translation>
    </message>
    <message>
        <source>Hand {card} to development</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>sende {card} til utvikling</translation>
    </message>
    <message>
        <source>Wait for the vendor on {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>vente på leverandøren på {card}</translation>
    </message>
    <message>
        <source>Move {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>flytte {card}</translation>
    </message>
    <message>
        <source>Edit {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>redigere {card}</translation>
    </message>
    <message>
        <source>Tags of {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>merkelapper på {card}</translation>
    </message>
    <message>
        <source>Block {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>blokkere {card}</translation>
    </message>
    <message>
        <source>Unblock {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>oppheve blokkeringen av {card}</translation>
    </message>
    <message>
        <source>Link {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>koble {card}</translation>
    </message>
    <message>
        <source>Unlink {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>fjerne koblingen på {card}</translation>
    </message>
    <message>
        <source>Merge {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>slå sammen {card}</translation>
    </message>
    <message>
        <source>Attach a file to {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>legge en fil ved {card}</translation>
    </message>
    <message>
        <source>Watch {card}</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>følge {card}</translation>
    </message>
    <message>
        <source>The client has been asked. Move the card back by hand instead.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Kunden er spurt. Flytt kortet tilbake for hånd i stedet.</translation>
    </message>
    <message>
        <source>The client has been told.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Kunden har fått beskjed.</translation>
    </message>
    <message>
        <source>The client has been told. Move the card back by hand instead.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Kunden har fått beskjed. Flytt kortet tilbake for hånd i stedet.</translation>
    </message>
    <message>
        <source>The requester has been told. Reopen the ticket instead.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Innmelderen har fått beskjed. Åpne saken igjen i stedet.</translation>
    </message>
    <message>
        <source>What was written stays on the ticket.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Det som er skrevet, blir stående på saken.</translation>
    </message>
    <message>
        <source>Merged tickets stay together.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Sammenslåtte saker forblir sammen.</translation>
    </message>
    <message>
        <source>The rules do not let it be taken back.</source>
        <extracomment>kanbandesk/ui/undo_words.py</extracomment>
        <translation>Reglene tillater ikke at det tas tilbake.</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <extracomment>kanbandesk/ui/undoing.py</extracomment>
        <translation>Ingenting å angre.</translation>
    </message>
    <message>
        <source>Nothing to do again.</source>
        <extracomment>kanbandesk/ui/undoing.py</extracomment>
        <translation>Ingenting å gjøre om.</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <extracomment>kanbandesk/ui/undoing.py</extracomment>
        <translation>Gjort om igjen: {step}</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <extracomment>kanbandesk/ui/undoing.py</extracomment>
        <translation>Angret: {step}</translation>
    </message>
    <message>
        <source>“{step}” cannot be taken back</source>
        <extracomment>kanbandesk/ui/undoing.py</extracomment>
        <translation>Kan ikke tas tilbake: {step}</translation>
    </message>
    <message>
        <source>“{step}” could not be taken back</source>
        <extracomment>kanbandesk/ui/undoing.py</extracomment>
        <translation>Kunne ikke tas tilbake: {step}</translation>
    </message>
    <message>
        <source>Close {cards} as silent</source>
        <extracomment>kanbandesk/ui/nudging.py</extracomment>
        <translation>Lukk {cards} som taus</translation>
    </message>
    <message>
        <source>Hold reminders of {cards}</source>
        <extracomment>kanbandesk/ui/nudging.py</extracomment>
        <translation>Hold påminnelser for {cards}</translation>
    </message>
    <message>
        <source>Let {cards} be reminded</source>
        <extracomment>kanbandesk/ui/nudging.py</extracomment>
        <translation>La {cards} minnes på</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>for example: Telephony, late</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>for eksempel: Telefoni, forsinket</translation>
    </message>
    <message>
        <source>Rename …</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Gi nytt navn …</translation>
    </message>
    <message>
        <source>Replace by what is shown now</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Erstatt med det som vises nå</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Navn</translation>
    </message>
    <message>
        <source>For everybody on this board</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>For alle på denne tavlen</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Slett «{name}»</translation>
    </message>
    <message>
        <source>Save this view</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Lagre visningen</translation>
    </message>
    <message>
        <source>Filter, search words, lanes and card size are kept.</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Filter, søkeord, baner og kortstørrelse blir husket.</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>The view was not saved</source>
        <extracomment>kanbandesk/ui/views/keeping.py</extracomment>
        <translation>Visningen ble ikke lagret</translation>
    </message>
    <message>
        <source>Mine</source>
        <extracomment>kanbandesk/ui/views/saved.py</extracomment>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Unclaimed</source>
        <extracomment>kanbandesk/ui/views/saved.py</extracomment>
        <translation>Ikke tatt</translation>
    </message>
    <message>
        <source>Stale</source>
        <extracomment>kanbandesk/ui/views/saved.py</extracomment>
        <translation>Gamle</translation>
    </message>
    <message>
        <source>My line</source>
        <extracomment>kanbandesk/ui/views/saved.py</extracomment>
        <translation>Min linje</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>We are still waiting for your answer, so that we can go on. May we ask you for it?</source>
        <extracomment>kanbandesk/ui/nudging.py</extracomment>
        <translation>Vi venter fortsatt på svaret ditt for å komme videre. Kan vi be deg om det?</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) owe us an answer</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>
            <numerusform>%n kunde skylder oss et svar</numerusform>
            <numerusform>%n kunder skylder oss et svar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>
            <numerusform>%n forsinket</numerusform>
            <numerusform>%n forsinket</numerusform>
        </translation>
    </message>
    <message>
        <source>longest silence {time}</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>lengst taus {time}</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Venterommet</translation>
    </message>
    <message>
        <source>Whose tickets</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Hvems saker</translation>
    </message>
    <message>
        <source>Order</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Rekkefølge</translation>
    </message>
    <message>
        <source>No client owes us an answer.</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Ingen kunde skylder oss et svar.</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Alles</translation>
    </message>
    <message>
        <source>My lines</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Mine linjer</translation>
    </message>
    <message>
        <source>Mine</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Mine</translation>
    </message>
    <message>
        <source>By silence</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Etter taushet</translation>
    </message>
    <message>
        <source>By client</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Etter kunde</translation>
    </message>
    <message>
        <source>By person</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>Etter person</translation>
    </message>
    <message numerus="yes">
        <source>Reminded %n times, last {moment}</source>
        <extracomment>kanbandesk/ui/waiting/rows.py</extracomment>
        <translation>
            <numerusform>Påminnet %n gang, sist {moment}</numerusform>
            <numerusform>Påminnet %n ganger, sist {moment}</numerusform>
        </translation>
    </message>
    <message>
        <source>No reminders</source>
        <extracomment>kanbandesk/ui/waiting/rows.py</extracomment>
        <translation>Ingen påminnelser</translation>
    </message>
    <message>
        <source>A reminder is ready</source>
        <extracomment>kanbandesk/ui/waiting/rows.py</extracomment>
        <translation>En påminnelse er klar</translation>
    </message>
    <message>
        <source>{level}, silent for {time}</source>
        <extracomment>kanbandesk/ui/waiting/rows.py</extracomment>
        <translation>{level}, taus i {time}</translation>
    </message>
    <message>
        <source>Reminder in {time}</source>
        <extracomment>kanbandesk/ui/waiting/rows.py</extracomment>
        <translation>Påminnelse om {time}</translation>
    </message>
    <message>
        <source>Reminded {moment}</source>
        <extracomment>kanbandesk/ui/waiting/rows.py</extracomment>
        <translation>Påminnet {moment}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Name of the board</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>Navn på tavlen</translation>
    </message>
    <message>
        <source>Your name</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>Navnet ditt</translation>
    </message>
    <message>
        <source>Import</source>
        <extracomment>kanbandesk/app/doors.py
----------
kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Importer</translation>
    </message>
    <message>
        <source>A board on this computer</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>En tavle på denne maskinen</translation>
    </message>
    <message>
        <source>Create</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>Opprett</translation>
    </message>
    <message>
        <source>Kept in {folder}</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>Ligger i {folder}</translation>
    </message>
    <message>
        <source>{file} has been imported</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>{file} er importert</translation>
    </message>
    <message>
        <source>Open the board</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>Åpne tavlen</translation>
    </message>
    <message>
        <source>{file} was not imported</source>
        <extracomment>kanbandesk/app/doors.py</extracomment>
        <translation>{file} ble ikke importert</translation>
    </message>
    <message>
        <source>Setting up the demo board …</source>
        <extracomment>kanbandesk/ui/welcome/making.py</extracomment>
        <translation>Setter opp demotavlen …</translation>
    </message>
    <message>
        <source>Try the demo board</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Prøv demotavlen</translation>
    </message>
    <message>
        <source>A support team&apos;s day in three languages. Nothing you do there matters.</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>En dag i et supportteam, på tre språk. Du kan ikke ødelegge noe.</translation>
    </message>
    <message>
        <source>Start a board on this computer</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Start en tavle på denne maskinen</translation>
    </message>
    <message>
        <source>Empty, yours alone, kept in one folder. It can grow into a team&apos;s board.</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Tom, bare din, i én mappe. Den kan vokse til en tavle for teamet.</translation>
    </message>
    <message>
        <source>From ServiceNow, Trello, Jira, Deck, Focalboard or a CSV file, with the history.</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Fra ServiceNow, Trello, Jira, Deck, Focalboard eller en CSV-fil, med historikken.</translation>
    </message>
    <message>
        <source>Join a team</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Bli med i et team</translation>
    </message>
    <message>
        <source>By the address of its server and a login, or by an invitation link.</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Med serverens adresse og et brukernavn, eller med en invitasjonslenke.</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Nylig åpnet</translation>
    </message>
    <message>
        <source>Which board?</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>Hvilken tavle?</translation>
    </message>
    <message>
        <source>open now</source>
        <extracomment>kanbandesk/ui/welcome/page.py</extracomment>
        <translation>åpen nå</translation>
    </message>
</context>
</TS>
