<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ChartWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message numerus="yes">
        <source>%n rights missing</source>
        <translation>
            <numerusform>%n right missing</numerusform>
            <numerusform>%n rights missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lack a right</source>
        <translation>
            <numerusform>%n lacks a right</numerusform>
            <numerusform>%n lack a right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n give no data</source>
        <translation>
            <numerusform>%n gives no data</numerusform>
            <numerusform>%n give no data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not tried yet</source>
        <translation>
            <numerusform>%n not tried yet</numerusform>
            <numerusform>%n not tried yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n connections work.</source>
        <translation>
            <numerusform>%1 of %n connection works.</numerusform>
            <numerusform>%1 of %n connections work.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deployment</name>
    <message numerus="yes">
        <source>%n commits</source>
        <translation>
            <numerusform>%n commit</numerusform>
            <numerusform>%n commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n files</source>
        <translation>
            <numerusform>%1, %n file</numerusform>
            <numerusform>%1, %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, at least %n files</source>
        <translation>
            <numerusform>%1, at least %n file</numerusform>
            <numerusform>%1, at least %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Any member of %n teams may approve there, the policy needs %1.</source>
        <translation>
            <numerusform>Any member of %n team may approve there, the policy needs %1.</numerusform>
            <numerusform>Any member of %n teams may approve there, the policy needs %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Any of %1 and of %n teams may approve there, the policy needs %2.</source>
        <translation>
            <numerusform>Any of %1 and of %n team may approve there, the policy needs %2.</numerusform>
            <numerusform>Any of %1 and of %n teams may approve there, the policy needs %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They start %n minutes after the run reached the gate, or later</source>
        <translation>
            <numerusform>They start %n minute after the run reached the gate, or later</numerusform>
            <numerusform>They start %n minutes after the run reached the gate, or later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Advisory: %n ways around this gate, listed below.</source>
        <translation>
            <numerusform>Advisory: %n way around this gate, listed below.</numerusform>
            <numerusform>Advisory: %n ways around this gate, listed below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approvals</source>
        <translation>
            <numerusform>%n approval</numerusform>
            <numerusform>%n approvals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the last %n to %2 went well</source>
        <translation>
            <numerusform>%1 of %n to %2 went well</numerusform>
            <numerusform>%1 of the last %n to %2 went well</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message numerus="yes">
        <source>%n run(s) cannot be read: %1.</source>
        <translation>
            <numerusform>%n run cannot be read: %1.</numerusform>
            <numerusform>%n runs cannot be read: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approval(s) cannot be read: %1.</source>
        <translation>
            <numerusform>%n approval cannot be read: %1.</numerusform>
            <numerusform>%n approvals cannot be read: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Escalation</name>
    <message numerus="yes">
        <source>%1, worked %2 of %n times before</source>
        <translation>
            <numerusform>%1, worked %2 of %n time before</numerusform>
            <numerusform>%1, worked %2 of %n times before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seen %n times before</source>
        <translation>
            <numerusform>Seen once before</numerusform>
            <numerusform>Seen %n times before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message numerus="yes">
        <source>%n approvers</source>
        <translation>
            <numerusform>one approver</numerusform>
            <numerusform>%n approvers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approvers, not the author</source>
        <translation>
            <numerusform>%n approver, not the author</numerusform>
            <numerusform>%n approvers, not the author</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes %1</source>
        <comment>%1: seconds, in words</comment>
        <translation>
            <numerusform>%n minute %1</numerusform>
            <numerusform>%n minutes %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), %1</source>
        <translation>
            <numerusform>%n step, %1</numerusform>
            <numerusform>%n steps, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s) folded, press Enter to open</source>
        <translation>
            <numerusform>%1, %n step folded, press Enter to open</numerusform>
            <numerusform>%1, %n steps folded, press Enter to open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lockfile</name>
    <message numerus="yes">
        <source>%n change, %1 stay as they are</source>
        <translation>
            <numerusform>%n changes, %1 stay as they are</numerusform>
            <numerusform>%n change, %1 stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines more are not shown.</source>
        <translation>
            <numerusform>%n line more is not shown.</numerusform>
            <numerusform>%n lines more are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n events in 10&#x202f;min</source>
        <translation>
            <numerusform>%n event in 10&#x202f;min</numerusform>
            <numerusform>%n events in 10&#x202f;min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held for you.</source>
        <translation>
            <numerusform>%n held for you.</numerusform>
            <numerusform>%n held for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Silent for %n min.</source>
        <translation>
            <numerusform>Silent for %n min.</numerusform>
            <numerusform>Silent for %n min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n releases are held.</source>
        <translation>
            <numerusform>%n release is held.</numerusform>
            <numerusform>%n releases are held.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyReview</name>
    <message numerus="yes">
        <source>%n value(s) looser</source>
        <translation>
            <numerusform>%n value looser</numerusform>
            <numerusform>%n values looser</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message numerus="yes">
        <source>Read %n runs, newest %1 ago</source>
        <translation>
            <numerusform>Read %n run, newest %1 ago</numerusform>
            <numerusform>Read %n runs, newest %1 ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n runs, newest of %1</source>
        <translation>
            <numerusform>Read %n run, newest of %1</numerusform>
            <numerusform>Read %n runs, newest of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message numerus="yes">
        <source>%n runs in progress.</source>
        <translation>
            <numerusform>%n run in progress.</numerusform>
            <numerusform>%n runs in progress.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs in progress, %1 healing.</source>
        <translation>
            <numerusform>%n run in progress, %1 healing.</numerusform>
            <numerusform>%n runs in progress, %1 healing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held for you.</source>
        <translation>
            <numerusform>%n held for you.</numerusform>
            <numerusform>%n held for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n failed.</numerusform>
            <numerusform>%n failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n healed.</source>
        <translation>
            <numerusform>%n healed.</numerusform>
            <numerusform>%n healed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed on a retry.</source>
        <translation>
            <numerusform>%n passed on a retry.</numerusform>
            <numerusform>%n passed on a retry.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued.</source>
        <translation>
            <numerusform>%n queued.</numerusform>
            <numerusform>%n queued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs, more below</source>
        <translation>
            <numerusform>%n run, more below</numerusform>
            <numerusform>%n runs, more below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message numerus="yes">
        <source>%n issues opened</source>
        <translation>
            <numerusform>%n issue opened</numerusform>
            <numerusform>%n issues opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comments on an issue</source>
        <translation>
            <numerusform>%n comment on an issue</numerusform>
            <numerusform>%n comments on an issue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issues that told of it already</source>
        <translation>
            <numerusform>%n issue that told of it already</numerusform>
            <numerusform>%n issues that told of it already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issues</source>
        <translation>
            <numerusform>%n issue</numerusform>
            <numerusform>%n issues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tracks</name>
    <message numerus="yes">
        <source>All %n lines clear.</source>
        <translation>
            <numerusform>The line is clear.</numerusform>
            <numerusform>All %n lines clear.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held for you.</source>
        <translation>
            <numerusform>%n held for you.</numerusform>
            <numerusform>%n held for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n failed.</numerusform>
            <numerusform>%n failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs healing.</source>
        <translation>
            <numerusform>%n run healing.</numerusform>
            <numerusform>%n runs healing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs in progress.</source>
        <translation>
            <numerusform>%n run in progress.</numerusform>
            <numerusform>%n runs in progress.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines clear.</source>
        <translation>
            <numerusform>%n line clear.</numerusform>
            <numerusform>%n lines clear.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n lines held, nothing abnormal.</source>
        <translation>
            <numerusform>%n line held, nothing abnormal.</numerusform>
            <numerusform>All %n lines held, nothing abnormal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines held.</source>
        <translation>
            <numerusform>%n line held.</numerusform>
            <numerusform>%n lines held.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a rule of others.</source>
        <translation>
            <numerusform>%n waiting for a rule of others.</numerusform>
            <numerusform>%n waiting for a rule of others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n releases held for you.</source>
        <translation>
            <numerusform>%n release held for you.</numerusform>
            <numerusform>%n releases held for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n healing.</source>
        <translation>
            <numerusform>%n healing.</numerusform>
            <numerusform>%n healing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in progress.</source>
        <translation>
            <numerusform>%n in progress.</numerusform>
            <numerusform>%n in progress.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clear.</source>
        <translation>
            <numerusform>%n clear.</numerusform>
            <numerusform>%n clear.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n runs: %1.</source>
        <translation>
            <numerusform>Last %n run: %1.</numerusform>
            <numerusform>Last %n runs: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clear as of %1.</source>
        <translation>
            <numerusform>%n clear as of %1.</numerusform>
            <numerusform>%n clear as of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines clear as of %1.</source>
        <translation>
            <numerusform>%n line clear as of %1.</numerusform>
            <numerusform>%n lines clear as of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on hold.</source>
        <translation>
            <numerusform>%n on hold.</numerusform>
            <numerusform>%n on hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a run.</source>
        <translation>
            <numerusform>%n without a run.</numerusform>
            <numerusform>%n without a run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines without a run yet.</source>
        <translation>
            <numerusform>%n line without a run yet.</numerusform>
            <numerusform>%n lines without a run yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued.</source>
        <translation>
            <numerusform>%n queued.</numerusform>
            <numerusform>%n queued.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Webhooks</name>
    <message numerus="yes">
        <source>%n refused, %1</source>
        <translation>
            <numerusform>%n refused, %1</numerusform>
            <numerusform>%n refused, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Announcer</name>
    <message numerus="yes">
        <source>%n more lines changed.</source>
        <translation>
            <numerusform>%n more line changed.</numerusform>
            <numerusform>%n more lines changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AuditModel</name>
    <message numerus="yes">
        <source>%Ln entries from %1 on are not proven: their chain starts from a hash that entry %2 no longer has</source>
        <translation>
            <numerusform>%Ln entry from %1 on is not proven: its chain starts from a hash that entry %2 no longer has</numerusform>
            <numerusform>%Ln entries from %1 on are not proven: their chain starts from a hash that entry %2 no longer has</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries from %1 on are not proven: entry %1 is missing</source>
        <translation>
            <numerusform>%Ln entry from %1 on is not proven: entry %1 is missing</numerusform>
            <numerusform>%Ln entries from %1 on are not proven: entry %1 is missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries from %1 on are not proven: entry %1 does not follow the one before it</source>
        <translation>
            <numerusform>%Ln entry from %1 on is not proven: entry %1 does not follow the one before it</numerusform>
            <numerusform>%Ln entries from %1 on are not proven: entry %1 does not follow the one before it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AuditPage</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries, chain complete.</source>
        <translation>
            <numerusform>%Ln entry, chain complete.</numerusform>
            <numerusform>%Ln entries, chain complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries not proven.</source>
        <translation>
            <numerusform>%Ln entry not proven.</numerusform>
            <numerusform>%Ln entries not proven.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CheckpointBar</name>
    <message numerus="yes">
        <source>%1; %n checkpoints before it are not kept any more, as the run ended long ago</source>
        <translation>
            <numerusform>%1; %n checkpoint before it is not kept any more, as the run ended long ago</numerusform>
            <numerusform>%1; %n checkpoints before it are not kept any more, as the run ended long ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ConnectionPane</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tried %1</source>
        <translation>
            <numerusform>%n tried %1</numerusform>
            <numerusform>%n tried %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tried</source>
        <translation>
            <numerusform>%n tried</numerusform>
            <numerusform>%n tried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Healing is off for %n lines on this server.</source>
        <translation>
            <numerusform>Healing is off for %n line on this server.</numerusform>
            <numerusform>Healing is off for %n lines on this server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each tried once with a harmless call, %n done in %1</source>
        <translation>
            <numerusform>Each tried once with a harmless call, %n done in %1</numerusform>
            <numerusform>Each tried once with a harmless call, %n done in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are watched no longer. Their runs stay.</source>
        <translation>
            <numerusform>%n line is watched no longer. Its runs stay.</numerusform>
            <numerusform>%n lines are watched no longer. Their runs stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are watched only.</source>
        <translation>
            <numerusform>It is watched only.</numerusform>
            <numerusform>They are watched only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DataSection</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep checkpoints for %Ln days?</source>
        <translation>
            <numerusform>Keep checkpoints for %Ln day?</numerusform>
            <numerusform>Keep checkpoints for %Ln days?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep for %Ln days</source>
        <translation>
            <numerusform>Keep for %Ln day</numerusform>
            <numerusform>Keep for %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prune runs that ended more than %Ln days ago?</source>
        <translation>
            <numerusform>Prune runs that ended more than %Ln day ago?</numerusform>
            <numerusform>Prune runs that ended more than %Ln days ago?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::HoldBanner</name>
    <message numerus="yes">
        <source>%n lines are held.</source>
        <translation>
            <numerusform>%n line is held.</numerusform>
            <numerusform>%n lines are held.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs continue.</source>
        <translation>
            <numerusform>%n run continues.</numerusform>
            <numerusform>%n runs continue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ImportPanel</name>
    <message numerus="yes">
        <source>%1 changes %n patterns.</source>
        <translation>
            <numerusform>%1 changes %n pattern.</numerusform>
            <numerusform>%1 changes %n patterns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its records say no more than what is known here. They change nothing.</source>
        <translation>
            <numerusform>%n of its records says no more than what is known here. It changes nothing.</numerusform>
            <numerusform>%n of its records say no more than what is known here. They change nothing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::KnowledgePage</name>
    <message numerus="yes">
        <source>%1 has fixed %2 of %n runs. It would not even be suggested.</source>
        <translation>
            <numerusform>%1 has fixed %2 of %n run. It would not even be suggested.</numerusform>
            <numerusform>%1 has fixed %2 of %n runs. It would not even be suggested.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln fixes worked.</source>
        <translation>
            <numerusform>%1 of %Ln fix worked.</numerusform>
            <numerusform>%1 of %Ln fixes worked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patterns</source>
        <translation>
            <numerusform>%Ln pattern</numerusform>
            <numerusform>%Ln patterns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln act on their own</source>
        <translation>
            <numerusform>%Ln acts on its own</numerusform>
            <numerusform>%Ln act on their own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LogStrip</name>
    <message numerus="yes">
        <source>Root cause at %1 of %2, %n error(s).</source>
        <translation>
            <numerusform>Root cause at %1 of %2, %n error.</numerusform>
            <numerusform>Root cause at %1 of %2, %n errors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s).</source>
        <translation>
            <numerusform>%n error.</numerusform>
            <numerusform>%n errors.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n agents stop.</source>
        <translation>
            <numerusform>%n agent stops.</numerusform>
            <numerusform>%n agents stop.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PolicySection</name>
    <message numerus="yes">
        <source>%n changes.</source>
        <translation>
            <numerusform>%n change.</numerusform>
            <numerusform>%n changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PromptHeader</name>
    <message numerus="yes">
        <source>%n minutes left, decide by %1, then %2.</source>
        <translation>
            <numerusform>%n minute left, decide by %1, then %2.</numerusform>
            <numerusform>%n minutes left, decide by %1, then %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunAside</name>
    <message numerus="yes">
        <source>%1, last %n run(s)</source>
        <translation>
            <numerusform>%1, last run</numerusform>
            <numerusform>%1, last %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SettingsPage</name>
    <message numerus="yes">
        <source>%n command(s) have a key.</source>
        <translation>
            <numerusform>%n command has a key.</numerusform>
            <numerusform>%n commands have a key.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SideItem</name>
    <message numerus="yes">
        <source>%1, %n off baseline</source>
        <translation>
            <numerusform>%1, %n off baseline</numerusform>
            <numerusform>%1, %n off baseline</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StatePanel</name>
    <message numerus="yes">
        <source>%1 of %n keys changed</source>
        <translation>
            <numerusform>%1 of %n key changed</numerusform>
            <numerusform>%1 of %n keys changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys unchanged.</source>
        <translation>
            <numerusform>%n key unchanged.</numerusform>
            <numerusform>%n keys unchanged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Timeline</name>
    <message numerus="yes">
        <source>%n item(s). Table: Control Shift T.</source>
        <translation>
            <numerusform>%n item. Table: Control Shift T.</numerusform>
            <numerusform>%n items. Table: Control Shift T.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TokenForm</name>
    <message numerus="yes">
        <source>at least %n characters</source>
        <translation>
            <numerusform>at least %n character</numerusform>
            <numerusform>at least %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TrackModel</name>
    <message numerus="yes">
        <source>%1, and %n more runs in progress</source>
        <translation>
            <numerusform>%1, and %n more run in progress</numerusform>
            <numerusform>%1, and %n more runs in progress</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Tray</name>
    <message numerus="yes">
        <source>Signalbox: %n held for you, next by %1.</source>
        <translation>
            <numerusform>Signalbox: %n held for you, next by %1.</numerusform>
            <numerusform>Signalbox: %n held for you, next by %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Signalbox: %n lines clear.</source>
        <translation>
            <numerusform>Signalbox: %n line clear.</numerusform>
            <numerusform>Signalbox: %n lines clear.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::WallView</name>
    <message numerus="yes">
        <source>%n more lines</source>
        <translation>
            <numerusform>%n more line</numerusform>
            <numerusform>%n more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agents</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
</context>
</TS>
