<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Alarm</name>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>kanbandesk/ui/notifying/alarm.py</extracomment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message numerus="yes">
        <source>%n hidden by the filter</source>
        <extracomment>kanbandesk/ui/board/columns.py</extracomment>
        <translation>
            <numerusform>%n hidden by the filter</numerusform>
            <numerusform>%n hidden by the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message numerus="yes">
        <source>%n open</source>
        <extracomment>kanbandesk/ui/choosing.py
----------
kanbandesk/ui/notifying/who_is_here.py</extracomment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message numerus="yes">
        <source>takes over from %n colleague(s)</source>
        <extracomment>kanbandesk/ui/board/legality.py</extracomment>
        <translation>
            <numerusform>takes over from %n colleague</numerusform>
            <numerusform>takes over from %n colleagues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n row(s) could not be read; all of them are told in {file}</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n row could not be read; it is told in {file}</numerusform>
            <numerusform>%n rows could not be read; all of them are told in {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) that are here already stay as they are.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n ticket that is here already stays as it is.</numerusform>
            <numerusform>%n tickets that are here already stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) stand in the file twice: the first counts.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n ticket stands in the file twice: the first counts.</numerusform>
            <numerusform>%n tickets stand in the file twice: the first counts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) with bad rows were left out.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n ticket with bad rows was left out.</numerusform>
            <numerusform>%n tickets with bad rows were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) came in.</source>
        <extracomment>kanbandesk/ui/words/importing.py</extracomment>
        <translation>
            <numerusform>%n ticket came in.</numerusform>
            <numerusform>%n tickets came in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message numerus="yes">
        <source>%n unread</source>
        <extracomment>kanbandesk/ui/inbox/contents.py
----------
kanbandesk/ui/notifying/desk.py</extracomment>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more on the board</source>
        <extracomment>kanbandesk/ui/inbox/rows.py</extracomment>
        <translation>
            <numerusform>%n more on the board</numerusform>
            <numerusform>%n more on the board</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>kanbandesk/ui/words/settings.py</extracomment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message numerus="yes">
        <source>%n more clients. Type to find them.</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>
            <numerusform>%n more client. Type to find it.</numerusform>
            <numerusform>%n more clients. Type to find them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts</source>
        <extracomment>kanbandesk/ui/setup/finding.py</extracomment>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were drawn before the new time was up: nobody knows whether they would have been claimed.</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>
            <numerusform>%n was drawn before the new time was up: nobody knows whether it would have been claimed.</numerusform>
            <numerusform>%n were drawn before the new time was up: nobody knows whether they would have been claimed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets of the last 24 hours were looked at.</source>
        <extracomment>kanbandesk/ui/setup/trial.py</extracomment>
        <translation>
            <numerusform>%n ticket of the last 24 hours was looked at.</numerusform>
            <numerusform>%n tickets of the last 24 hours were looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would have gone to another line:</source>
        <extracomment>kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>
            <numerusform>%n would have gone to another line:</numerusform>
            <numerusform>%n would have gone to another line:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <extracomment>kanbandesk/ui/setup/changes.py
----------
kanbandesk/ui/setup/outcome.py</extracomment>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message numerus="yes">
        <source>%n card(s), the same for all of them</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards, the same for all of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <extracomment>kanbandesk/ui/board/spoken.py</extracomment>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <extracomment>kanbandesk/ui/stage.py</extracomment>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
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
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stale</source>
        <extracomment>kanbandesk/app/screenless.py
----------
kanbandesk/ui/status_line.py</extracomment>
        <translation>
            <numerusform>%n stale</numerusform>
            <numerusform>%n stale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) being saved</source>
        <extracomment>kanbandesk/ui/status_line.py</extracomment>
        <translation>
            <numerusform>%n change being saved</numerusform>
            <numerusform>%n changes being saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} hidden by the filter</source>
        <extracomment>kanbandesk/ui/status_line.py</extracomment>
        <translation>
            <numerusform>%n of {total} hidden by the filter</numerusform>
            <numerusform>%n of {total} hidden by the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message numerus="yes">
        <source>Loading, %n row(s) so far</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>
            <numerusform>Loading, %n row so far</numerusform>
            <numerusform>Loading, %n rows so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <extracomment>kanbandesk/ui/team/standing.py</extracomment>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later change(s) hang on it.</source>
        <extracomment>kanbandesk/ui/team/tray.py</extracomment>
        <translation>
            <numerusform>%n later change hangs on it.</numerusform>
            <numerusform>%n later changes hang on it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) came back</source>
        <extracomment>kanbandesk/ui/team/work.py</extracomment>
        <translation>
            <numerusform>%n change came back</numerusform>
            <numerusform>%n changes came back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message numerus="yes">
        <source>%n new in your inbox</source>
        <extracomment>kanbandesk/ui/notifying/echo.py</extracomment>
        <translation>
            <numerusform>%n new in your inbox</numerusform>
            <numerusform>%n new in your inbox</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>+ %n in messages</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>
            <numerusform>+ %n in messages</numerusform>
            <numerusform>+ %n in messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <extracomment>kanbandesk/ui/top_bar.py</extracomment>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Transitions</name>
    <message numerus="yes">
        <source>%n card(s) stayed where they were</source>
        <extracomment>kanbandesk/ui/transitions.py</extracomment>
        <translation>
            <numerusform>%n card stayed where it was</numerusform>
            <numerusform>%n cards stayed where they were</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message numerus="yes">
        <source>%n client(s) owe us an answer</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>
            <numerusform>%n client owes us an answer</numerusform>
            <numerusform>%n clients owe us an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <extracomment>kanbandesk/ui/waiting/page.py</extracomment>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reminded %n times, last {moment}</source>
        <extracomment>kanbandesk/ui/waiting/rows.py</extracomment>
        <translation>
            <numerusform>Reminded %n time, last {moment}</numerusform>
            <numerusform>Reminded %n times, last {moment}</numerusform>
        </translation>
    </message>
</context>
</TS>
