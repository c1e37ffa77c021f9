<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>Activity</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The agent&apos;s run failed</source>
        <translation>Der Lauf des Agenten ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Healed: %1</source>
        <translation>Behoben: %1</translation>
    </message>
    <message>
        <source>Retry passed, recorded as flaky test</source>
        <translation>Wiederholung bestanden, als unzuverlässiger Test vermerkt</translation>
    </message>
    <message>
        <source>Passed, nothing to heal</source>
        <translation>Bestanden, nichts zu beheben</translation>
    </message>
    <message>
        <source>Escalated, left to people</source>
        <translation>Eskaliert, Menschen überlassen</translation>
    </message>
    <message>
        <source>The pipeline was cancelled</source>
        <translation>Die Pipeline wurde abgebrochen</translation>
    </message>
    <message>
        <source>Rejected as not a failure</source>
        <translation>Abgelehnt, kein Fehler</translation>
    </message>
    <message>
        <source>Waits for a person there, nothing to heal</source>
        <translation>Wartet dort auf eine Person, nichts zu beheben</translation>
    </message>
</context>
<context>
    <name>Aside</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>passed after %1</source>
        <translation>bestanden nach %1</translation>
    </message>
    <message>
        <source>still failing after %1</source>
        <translation>nach %1 weiter fehlgeschlagen</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>offered after %1</source>
        <translation>nach %1 angeboten</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Re-runs failed jobs</source>
        <translation>Wiederholt fehlgeschlagene Jobs</translation>
    </message>
    <message>
        <source>Re-ran failed jobs</source>
        <translation>Fehlgeschlagene Jobs wiederholt</translation>
    </message>
    <message>
        <source>Re-runs with debug output</source>
        <translation>Wiederholt mit Debug-Ausgabe</translation>
    </message>
    <message>
        <source>Re-ran with debug output</source>
        <translation>Mit Debug-Ausgabe wiederholt</translation>
    </message>
    <message>
        <source>Re-runs after the cache</source>
        <translation>Wiederholt nach Cache-Leerung</translation>
    </message>
    <message>
        <source>Re-ran after the cache</source>
        <translation>Nach Cache-Leerung wiederholt</translation>
    </message>
    <message>
        <source>Deletes cache</source>
        <translation>Löscht Cache</translation>
    </message>
    <message>
        <source>Deleted cache</source>
        <translation>Cache gelöscht</translation>
    </message>
    <message>
        <source>Empties package cache</source>
        <translation>Leert Paket-Cache</translation>
    </message>
    <message>
        <source>Emptied package cache</source>
        <translation>Paket-Cache geleert</translation>
    </message>
    <message>
        <source>Runs npm</source>
        <translation>Führt npm aus</translation>
    </message>
    <message>
        <source>Ran npm</source>
        <translation>npm ausgeführt</translation>
    </message>
    <message>
        <source>Writes the lockfile</source>
        <translation>Schreibt die Lockdatei</translation>
    </message>
    <message>
        <source>Wrote the lockfile</source>
        <translation>Lockdatei geschrieben</translation>
    </message>
    <message>
        <source>Copies the project</source>
        <translation>Kopiert das Projekt</translation>
    </message>
    <message>
        <source>Copied the project</source>
        <translation>Projekt kopiert</translation>
    </message>
    <message>
        <source>Begins a step</source>
        <translation>Beginnt einen Schritt</translation>
    </message>
    <message>
        <source>Did a step</source>
        <translation>Schritt ausgeführt</translation>
    </message>
    <message>
        <source>Began the log</source>
        <translation>Protokoll begonnen</translation>
    </message>
    <message>
        <source>Started pipeline</source>
        <translation>Pipeline gestartet</translation>
    </message>
    <message>
        <source>Added line</source>
        <translation>Linie hinzugefügt</translation>
    </message>
    <message>
        <source>Accepted policy</source>
        <translation>Regel angenommen</translation>
    </message>
    <message>
        <source>Asked for a decision</source>
        <translation>Entscheidung angefragt</translation>
    </message>
    <message>
        <source>Took back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Closed approval</source>
        <translation>Freigabe geschlossen</translation>
    </message>
    <message>
        <source>Marked an outcome</source>
        <translation>Ergebnis bewertet</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Halt aufgehoben</translation>
    </message>
    <message>
        <source>Cancelled run</source>
        <translation>Lauf abgebrochen</translation>
    </message>
    <message>
        <source>Resumed run</source>
        <translation>Lauf fortgesetzt</translation>
    </message>
    <message>
        <source>Forked run</source>
        <translation>Lauf verzweigt</translation>
    </message>
    <message>
        <source>Forgot a pattern</source>
        <translation>Muster vergessen</translation>
    </message>
    <message>
        <source>Imported patterns</source>
        <translation>Muster importiert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Asked for more</source>
        <translation>Rückfrage gestellt</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>all lines</source>
        <translation>alle Linien</translation>
    </message>
    <message>
        <source>Step failed</source>
        <translation>Schritt fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1, automatic</source>
        <translation>%1, automatisch</translation>
    </message>
    <message>
        <source>%1, escalated</source>
        <translation>%1, eskaliert</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Switched a pattern</source>
        <translation>Muster umgeschaltet</translation>
    </message>
    <message>
        <source>Proposed policy</source>
        <translation>Richtlinie vorgeschlagen</translation>
    </message>
    <message>
        <source>Changed retention</source>
        <translation>Aufbewahrung geändert</translation>
    </message>
    <message>
        <source>Pruned the store</source>
        <translation>Speicher bereinigt</translation>
    </message>
    <message>
        <source>Hidden until the second decides</source>
        <translation>Verborgen, bis die zweite Person entscheidet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>The first policy of the line</source>
        <translation>Die erste Richtlinie der Linie</translation>
    </message>
    <message>
        <source>Nothing in it is looser</source>
        <translation>Nichts darin ist lockerer</translation>
    </message>
    <message>
        <source>Approves deployment</source>
        <translation>Gibt Deployment frei</translation>
    </message>
    <message>
        <source>Approved deployment</source>
        <translation>Deployment freigegeben</translation>
    </message>
    <message>
        <source>Rejects deployment</source>
        <translation>Lehnt Deployment ab</translation>
    </message>
    <message>
        <source>Rejected deployment</source>
        <translation>Deployment abgelehnt</translation>
    </message>
    <message>
        <source>Removed line</source>
        <translation>Linie entfernt</translation>
    </message>
    <message>
        <source>Added receiver</source>
        <translation>Empfänger hinzugefügt</translation>
    </message>
    <message>
        <source>Removed receiver</source>
        <translation>Empfänger entfernt</translation>
    </message>
    <message>
        <source>Set the model</source>
        <translation>Modell festgelegt</translation>
    </message>
    <message>
        <source>Removed the model</source>
        <translation>Modell entfernt</translation>
    </message>
    <message>
        <source>Turned healing on</source>
        <translation>Heilung eingeschaltet</translation>
    </message>
    <message>
        <source>Turned healing off</source>
        <translation>Heilung ausgeschaltet</translation>
    </message>
    <message>
        <source>Replaced token</source>
        <translation>Token ersetzt</translation>
    </message>
    <message>
        <source>Kept secret</source>
        <translation>Geheimnis aufbewahrt</translation>
    </message>
    <message>
        <source>Removed secret</source>
        <translation>Geheimnis entfernt</translation>
    </message>
    <message>
        <source>Turned webhooks on</source>
        <translation>Webhooks eingeschaltet</translation>
    </message>
    <message>
        <source>Turned webhooks off</source>
        <translation>Webhooks ausgeschaltet</translation>
    </message>
    <message>
        <source>Moved webhooks</source>
        <translation>Webhooks verlegt</translation>
    </message>
    <message>
        <source>Writes to the issue</source>
        <translation>Schreibt in das Issue</translation>
    </message>
    <message>
        <source>Wrote to the issue</source>
        <translation>Schrieb in das Issue</translation>
    </message>
    <message>
        <source>Asks the model</source>
        <translation>Fragt das Modell</translation>
    </message>
    <message>
        <source>Asked the model</source>
        <translation>Fragte das Modell</translation>
    </message>
    <message>
        <source>Checks out the commit</source>
        <translation>Holt den Commit</translation>
    </message>
    <message>
        <source>Checked out the commit</source>
        <translation>Holte den Commit</translation>
    </message>
    <message>
        <source>Looks at the gate</source>
        <translation>Sieht nach dem Gate</translation>
    </message>
    <message>
        <source>Looked at the gate</source>
        <translation>Sah nach dem Gate</translation>
    </message>
    <message>
        <source>Offers a change</source>
        <translation>Bietet eine Änderung an</translation>
    </message>
    <message>
        <source>Offered a change</source>
        <translation>Bot eine Änderung an</translation>
    </message>
</context>
<context>
    <name>ChartNotes</name>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>steady</source>
        <translation>gleichbleibend</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>steigend</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>fallend</translation>
    </message>
    <message>
        <source>%1, passed at %2.</source>
        <translation>%1, überschritten um %2.</translation>
    </message>
    <message>
        <source>%1, not passed.</source>
        <translation>%1, nicht überschritten.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, no data.</source>
        <translation>%1, keine Daten.</translation>
    </message>
    <message>
        <source>%1, %2, from %3 to %4, %5.</source>
        <translation>%1, %2, von %3 bis %4, %5.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>Computer</name>
    <message>
        <source>Disk space</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Sandbox (bubblewrap)</source>
        <translation>Sandbox (bubblewrap)</translation>
    </message>
    <message>
        <source>keeps local jobs apart</source>
        <translation>trennt lokale Jobs</translation>
    </message>
    <message>
        <source>C++ compiler</source>
        <translation>C++-Compiler</translation>
    </message>
    <message>
        <source>for one line of the demo</source>
        <translation>für eine Linie der Demo</translation>
    </message>
    <message>
        <source>npm</source>
        <translation>npm</translation>
    </message>
    <message>
        <source>for npm installs</source>
        <translation>für npm-Installationen</translation>
    </message>
    <message>
        <source>Job supervisor</source>
        <translation>Job-Aufsicht</translation>
    </message>
    <message>
        <source>%1 free, %2 needed</source>
        <translation>%1 frei, %2 nötig</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Not found. Optional, %1.</source>
        <translation>Nicht gefunden. Optional, %1.</translation>
    </message>
    <message>
        <source>Needed: %1</source>
        <translation>Nötig: %1</translation>
    </message>
    <message>
        <source>for a .gitlab-ci.yml</source>
        <translation>für eine .gitlab-ci.yml</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>%L1&#x202f;s</source>
        <translation>%L1&#x202f;s</translation>
    </message>
    <message numerus="yes">
        <source>%n rights missing</source>
        <translation>
            <numerusform>%n Recht fehlt</numerusform>
            <numerusform>%n Rechte fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>No data for %1</source>
        <translation>Seit %1 keine Daten</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>none is set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>sealed file</source>
        <translation>versiegelte Datei</translation>
    </message>
    <message>
        <source>this session only</source>
        <translation>nur diese Sitzung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, expires %2</source>
        <translation>%1, läuft am %2 ab</translation>
    </message>
    <message>
        <source>Webhook, polling every %1 when silent</source>
        <translation>Webhook, sonst alle %1 abgefragt</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Polling every %1</source>
        <translation>Alle %1 abgefragt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No connections.</source>
        <translation>Keine Verbindungen.</translation>
    </message>
    <message>
        <source>Lines of this computer need none.</source>
        <translation>Linien dieses Rechners brauchen keine.</translation>
    </message>
    <message numerus="yes">
        <source>%n lack a right</source>
        <translation>
            <numerusform>%n fehlt ein Recht</numerusform>
            <numerusform>%n fehlt ein Recht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n give no data</source>
        <translation>
            <numerusform>%n gibt keine Daten</numerusform>
            <numerusform>%n geben keine Daten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not tried yet</source>
        <translation>
            <numerusform>%n noch nicht geprüft</numerusform>
            <numerusform>%n noch nicht geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n connections work.</source>
        <translation>
            <numerusform>%1 von %n Verbindung funktioniert.</numerusform>
            <numerusform>%1 von %n Verbindungen funktionieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Local CI</source>
        <translation>Lokale CI</translation>
    </message>
    <message>
        <source>No connections</source>
        <translation>Keine Verbindungen</translation>
    </message>
    <message>
        <source>No data from %1.</source>
        <translation>Keine Daten von %1.</translation>
    </message>
    <message>
        <source>It is asked again by itself. Check its address and the connection of this computer.</source>
        <translation>Es wird von selbst erneut gefragt. Adresse und Verbindung dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>%1 did not take the last message.</source>
        <translation>%1 hat die letzte Nachricht nicht angenommen.</translation>
    </message>
    <message>
        <source>What was not taken waits, and is sent again.</source>
        <translation>Was nicht angenommen wurde, wartet und wird erneut gesendet.</translation>
    </message>
    <message>
        <source>It does not work now.</source>
        <translation>Sie geht gerade nicht.</translation>
    </message>
</context>
<context>
    <name>ContributionWords</name>
    <message>
        <source>%1 lowers risk by %2.</source>
        <translation>%1 senkt das Risiko um %2.</translation>
    </message>
    <message>
        <source>%1 raises risk by %2.</source>
        <translation>%1 erhöht das Risiko um %2.</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>%1 Reason: %2</source>
        <translation>%1 Begründung: %2</translation>
    </message>
    <message>
        <source>The approval ended. The run does not wait for it any more.</source>
        <translation>Die Freigabe ist beendet. Der Lauf wartet nicht mehr darauf.</translation>
    </message>
    <message>
        <source>The approval ended. %1 replaces %2.</source>
        <translation>Die Freigabe ist beendet. %1 ersetzt %2.</translation>
    </message>
    <message>
        <source>Time passed at %1. %2.</source>
        <translation>Frist abgelaufen um %1. %2.</translation>
    </message>
    <message>
        <source>%1 is of another commit, %2.</source>
        <translation>%1 gehört zu einem anderen Commit, %2.</translation>
    </message>
    <message>
        <source>%1 is %2&#x202f;min old, limit %3&#x202f;min.</source>
        <translation>%1 ist %2&#x202f;min alt, Grenze %3&#x202f;min.</translation>
    </message>
    <message>
        <source>Approve is locked.</source>
        <translation>Freigeben ist gesperrt.</translation>
    </message>
    <message>
        <source>%1 does not answer since %2.</source>
        <translation>%1 antwortet seit %2 nicht.</translation>
    </message>
    <message>
        <source>Approving is an override.</source>
        <translation>Freigeben setzt sich darüber hinweg.</translation>
    </message>
    <message>
        <source>%1. Decided at %2 by %3.</source>
        <translation>%1. Entschieden um %2 von %3.</translation>
    </message>
    <message>
        <source>The approval ended. A newer commit or request replaces it, or its run has passed meanwhile.</source>
        <translation>Die Freigabe ist beendet. Ein neuerer Commit oder eine neuere Anfrage ersetzt sie, oder ihr Lauf ist inzwischen bestanden.</translation>
    </message>
    <message>
        <source>A question is needed.</source>
        <translation>Eine Frage ist nötig.</translation>
    </message>
    <message>
        <source>An answer needs words.</source>
        <translation>Eine Antwort braucht Worte.</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Eine Begründung ist nötig.</translation>
    </message>
    <message>
        <source>Approving is an override here. A reason of at least %1 characters is needed.</source>
        <translation>Freigeben setzt sich hier darüber hinweg. Eine Begründung mit mindestens %1 Zeichen ist nötig.</translation>
    </message>
    <message>
        <source>The risk is critical. Type %1 to approve.</source>
        <translation>Das Risiko ist kritisch. Zum Freigeben %1 eingeben.</translation>
    </message>
    <message>
        <source>Your approval does not count for this request. Another person has to decide.</source>
        <translation>Ihre Freigabe zählt bei dieser Anfrage nicht. Eine andere Person muss entscheiden.</translation>
    </message>
    <message>
        <source>The evidence is stale: %1</source>
        <translation>Die Nachweise sind veraltet: %1</translation>
    </message>
    <message>
        <source>You have approved already. The second approval comes from another person.</source>
        <translation>Sie haben bereits freigegeben. Die zweite Freigabe kommt von einer anderen Person.</translation>
    </message>
    <message>
        <source>Nothing was asked that waits for an answer.</source>
        <translation>Es wartet keine Rückfrage auf eine Antwort.</translation>
    </message>
    <message>
        <source>It is held already. It can be approved or rejected.</source>
        <translation>Es ist bereits angehalten. Es kann freigegeben oder abgelehnt werden.</translation>
    </message>
</context>
<context>
    <name>Deployment</name>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>Nicht bekannt: %1</translation>
    </message>
    <message>
        <source>%1 knows of nothing that was deployed there.</source>
        <translation>%1 kennt nichts, was dort ausgeliefert ist.</translation>
    </message>
    <message>
        <source>There now</source>
        <translation>Dort jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n commits</source>
        <translation>
            <numerusform>%n Commit</numerusform>
            <numerusform>%n Commits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n files</source>
        <translation>
            <numerusform>%1, %n Datei</numerusform>
            <numerusform>%1, %n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, at least %n files</source>
        <translation>
            <numerusform>%1, mindestens %n Datei</numerusform>
            <numerusform>%1, mindestens %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>By rule: the policy always asks for %1.</source>
        <translation>Nach Regel: für %1 wird immer gefragt.</translation>
    </message>
    <message>
        <source>By rule: the name %1 says production.</source>
        <translation>Nach Regel: der Name %1 bedeutet Produktion.</translation>
    </message>
    <message>
        <source>By rule: every deployment is at least medium.</source>
        <translation>Nach Regel: jedes Deployment ist mindestens mittel.</translation>
    </message>
    <message>
        <source>Release risk</source>
        <translation>Release-Risiko</translation>
    </message>
    <message>
        <source>No score. This release was not measured.</source>
        <translation>Kein Wert. Dieses Release wurde nicht gemessen.</translation>
    </message>
    <message>
        <source>Changes are frozen: %1</source>
        <translation>Änderungen sind eingefroren: %1</translation>
    </message>
    <message>
        <source>The policy cannot be read: %1</source>
        <translation>Die Regel ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>Any of %1 may approve there, the policy needs %2.</source>
        <translation>Dort darf jede von %1 Personen freigeben, die Regel verlangt %2.</translation>
    </message>
    <message numerus="yes">
        <source>Any member of %n teams may approve there, the policy needs %1.</source>
        <translation>
            <numerusform>Dort darf jedes Mitglied von %n Team freigeben, die Regel verlangt %1.</numerusform>
            <numerusform>Dort darf jedes Mitglied von %n Teams freigeben, die Regel verlangt %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Any of %1 and of %n teams may approve there, the policy needs %2.</source>
        <translation>
            <numerusform>Dort darf jede von %1 Personen und jedes Mitglied von %n Team freigeben, die Regel verlangt %2.</numerusform>
            <numerusform>Dort darf jede von %1 Personen und jedes Mitglied von %n Teams freigeben, die Regel verlangt %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>One reviewer is enough on %1.</source>
        <translation>Auf %1 genügt eine Freigabe.</translation>
    </message>
    <message>
        <source>Administrators may skip the gate.</source>
        <translation>Administratoren dürfen das Gate übergehen.</translation>
    </message>
    <message>
        <source>&quot;Allow administrators to bypass&quot; is on.</source>
        <translation>„Allow administrators to bypass“ ist an.</translation>
    </message>
    <message>
        <source>Turn off on %1</source>
        <translation>Auf %1 ausschalten</translation>
    </message>
    <message>
        <source>The author may approve.</source>
        <translation>Die Autorin oder der Autor darf freigeben.</translation>
    </message>
    <message>
        <source>&quot;Prevent self-review&quot; is off.</source>
        <translation>„Prevent self-review“ ist aus.</translation>
    </message>
    <message>
        <source>Turn on on %1</source>
        <translation>Auf %1 einschalten</translation>
    </message>
    <message>
        <source>Any branch may ask</source>
        <translation>Jeder Branch darf anfragen</translation>
    </message>
    <message>
        <source>Protected branches only</source>
        <translation>Nur geschützte Branches</translation>
    </message>
    <message>
        <source>Selected branches and tags only</source>
        <translation>Nur ausgewählte Branches und Tags</translation>
    </message>
    <message>
        <source>Who can let this through</source>
        <translation>Wer das durchlassen kann</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>Prüfende</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Branches</translation>
    </message>
    <message>
        <source>Its other ways around are not known: %1</source>
        <translation>Andere Umwege sind nicht bekannt: %1</translation>
    </message>
    <message>
        <source>%1 does not tell whether administrators may skip the gate.</source>
        <translation>%1 sagt nicht, ob Administratoren das Gate übergehen dürfen.</translation>
    </message>
    <message>
        <source>%1 does not tell whether the author may approve.</source>
        <translation>%1 sagt nicht, ob die Autorin oder der Autor freigeben darf.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>jobs of this run</source>
        <translation>Jobs dieses Laufs</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>The jobs of %1 start</source>
        <translation>Die Jobs von %1 beginnen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>They do not run, the run fails</source>
        <translation>Sie laufen nicht, der Lauf schlägt fehl</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Zeitschalter</translation>
    </message>
    <message numerus="yes">
        <source>They start %n minutes after the run reached the gate, or later</source>
        <translation>
            <numerusform>Sie beginnen frühestens %n Minute, nachdem der Lauf das Gate erreicht hat</numerusform>
            <numerusform>Sie beginnen frühestens %n Minuten, nachdem der Lauf das Gate erreicht hat</numerusform>
        </translation>
    </message>
    <message>
        <source>What %1 gets</source>
        <translation>Was %1 erhält</translation>
    </message>
    <message>
        <source>review of environment %1</source>
        <translation>Prüfung der Umgebung %1</translation>
    </message>
    <message>
        <source>Agent view</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Shown last on purpose</source>
        <translation>Absichtlich zuletzt</translation>
    </message>
    <message>
        <source>%1 refused the last decision: %2</source>
        <translation>%1 hat die letzte Entscheidung abgelehnt: %2</translation>
    </message>
    <message>
        <source>The token here is no reviewer of %1. Decide on %2, it is honoured here.</source>
        <translation>Das Token hier darf %1 nicht prüfen. Entscheiden Sie auf %2, es gilt auch hier.</translation>
    </message>
    <message>
        <source>No recommendation. The run waits at a gate of %1, nothing was judged.</source>
        <translation>Keine Empfehlung. Der Lauf wartet an einem Gate von %1, beurteilt wurde nichts.</translation>
    </message>
    <message>
        <source>Asked by %1 at %2, environment %3, run #%4.</source>
        <translation>Angefragt von %1 um %2, Umgebung %3, Lauf #%4.</translation>
    </message>
    <message>
        <source>Enforced</source>
        <translation>Erzwungen</translation>
    </message>
    <message>
        <source>Advisory</source>
        <translation>Nicht erzwungen</translation>
    </message>
    <message>
        <source>Not known whether enforced</source>
        <translation>Nicht bekannt, ob erzwungen</translation>
    </message>
    <message numerus="yes">
        <source>Advisory: %n ways around this gate, listed below.</source>
        <translation>
            <numerusform>Nicht erzwungen: %n Umweg um dieses Gate, unten aufgeführt.</numerusform>
            <numerusform>Nicht erzwungen: %n Umwege um dieses Gate, unten aufgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Sent 5&#x202f;s after you approve, your reason at the end. Sent once; if %1 does not answer, it is asked first whether it was taken.</source>
        <translation>Gesendet 5&#x202f;s nach der Freigabe, Ihr Grund am Ende. Einmal gesendet; antwortet %1 nicht, wird zuerst gefragt, ob es angekommen ist.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Job %1 starts</source>
        <translation>Job %1 beginnt</translation>
    </message>
    <message>
        <source>It is cancelled, the run ends there</source>
        <translation>Er wird abgebrochen, der Lauf endet dort</translation>
    </message>
    <message>
        <source>%1 is told to start or to cancel the job, and keeps no comment: your reason stays here.</source>
        <translation>%1 erfährt nur, ob der Job beginnen oder abgebrochen werden soll, und bewahrt keinen Kommentar auf: Ihre Begründung bleibt hier.</translation>
    </message>
    <message>
        <source>Nobody is asked there.</source>
        <translation>Dort wird niemand gefragt.</translation>
    </message>
    <message>
        <source>Whoever may run the job on %1 can start it, its author too.</source>
        <translation>Wer den Job auf %1 ausführen darf, kann ihn starten, auch die Autorin oder der Autor.</translation>
    </message>
    <message>
        <source>Administrators may approve too.</source>
        <translation>Auch Administratoren dürfen freigeben.</translation>
    </message>
    <message>
        <source>%1 lets them approve any deployment.</source>
        <translation>%1 lässt sie jedes Deployment freigeben.</translation>
    </message>
    <message>
        <source>&quot;Allow pipeline triggerer to approve deployment&quot; is on.</source>
        <translation>„Allow pipeline triggerer to approve deployment“ ist an.</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <translation>freigegeben von %1</translation>
    </message>
    <message>
        <source>rejected by %1</source>
        <translation>abgelehnt von %1</translation>
    </message>
    <message>
        <source>Said before</source>
        <translation>Zuvor gesagt</translation>
    </message>
    <message>
        <source>Needed there</source>
        <translation>Dort nötig</translation>
    </message>
    <message numerus="yes">
        <source>%n approvals</source>
        <translation>
            <numerusform>%n Freigabe</numerusform>
            <numerusform>%n Freigaben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has not taken it yet.</source>
        <translation>%1 hat sie noch nicht angenommen.</translation>
    </message>
    <message>
        <source>%1 has taken it.</source>
        <translation>%1 hat sie angenommen.</translation>
    </message>
    <message>
        <source>%1 refused it, a person is asked again.</source>
        <translation>%1 hat sie abgewiesen, es wird noch einmal gefragt.</translation>
    </message>
    <message>
        <source>%1 refused it, a person is asked again: %2</source>
        <translation>%1 hat sie abgewiesen, es wird noch einmal gefragt: %2</translation>
    </message>
    <message>
        <source>%1 did not get it.</source>
        <translation>%1 hat sie nicht erhalten.</translation>
    </message>
    <message>
        <source>%1 did not get it: %2</source>
        <translation>%1 hat sie nicht erhalten: %2</translation>
    </message>
    <message>
        <source>%1 has taken it. It is approved here, and had %2 of %3 approvals there then.</source>
        <translation>%1 hat sie angenommen. Hier ist genehmigt, dort lagen da %2 von %3 Genehmigungen vor.</translation>
    </message>
    <message>
        <source>answer of protection rule %1</source>
        <translation>Antwort der Schutzregel %1</translation>
    </message>
    <message>
        <source>Gate by protection rule</source>
        <translation>Mit Schutzregel absichern</translation>
    </message>
    <message>
        <source>Protection rule</source>
        <translation>Schutzregel</translation>
    </message>
    <message>
        <source>%1, which only Signalbox answers</source>
        <translation>%1, die nur Signalbox beantwortet</translation>
    </message>
    <message>
        <source>Reviewers besides</source>
        <translation>Prüfende außerdem</translation>
    </message>
    <message>
        <source>Nobody answers for this rule on %1. A reviewer who rejects there is honoured and recorded here, once.</source>
        <translation>Auf %1 antwortet niemand für diese Regel. Lehnt dort eine prüfende Person ab, gilt das und wird hier einmal festgehalten.</translation>
    </message>
    <message>
        <source>What is decided on %1 ends this here.</source>
        <translation>Was auf %1 entschieden wird, beendet dies hier.</translation>
    </message>
    <message>
        <source>The jobs of %1 start once protection rule %2 lets them through.</source>
        <translation>Die Jobs von %1 starten, sobald die Schutzregel %2 sie durchlässt.</translation>
    </message>
    <message>
        <source>Waits for protection rule %1 on %2. That is not decided here.</source>
        <translation>Wartet auf die Schutzregel %1 auf %2. Das wird nicht hier entschieden.</translation>
    </message>
    <message>
        <source>Waits for rule %1</source>
        <translation>Wartet auf Regel %1</translation>
    </message>
    <message>
        <source>%1 has taken it, but has not started the job: %2</source>
        <translation>%1 hat es übernommen, aber den Job nicht gestartet: %2</translation>
    </message>
    <message>
        <source>On %1: %2.</source>
        <translation>Auf %1: %2.</translation>
    </message>
    <message>
        <source>The jobs of %1 start once the others have let them through: %2</source>
        <translation>Die Jobs von %1 starten, sobald auch die anderen sie durchlassen: %2</translation>
    </message>
    <message>
        <source>%1 has taken it. It goes on once the others have decided: %2.</source>
        <translation>%1 hat es übernommen. Es geht weiter, sobald die anderen entschieden haben: %2.</translation>
    </message>
    <message>
        <source>protection rule %1</source>
        <translation>Schutzregel %1</translation>
    </message>
    <message>
        <source>Rules besides</source>
        <translation>Regeln außerdem</translation>
    </message>
    <message>
        <source>A decision made on %1 is honoured and recorded here, once. One that breaks the policy is marked in Audit and told to both approvers.</source>
        <translation>Eine Entscheidung auf %1 gilt auch hier und wird einmal festgehalten. Verletzt sie die Regel, ist das im Audit vermerkt und wird beiden Freigebenden gesagt.</translation>
    </message>
    <message>
        <source>Past releases</source>
        <translation>Frühere Releases</translation>
    </message>
    <message>
        <source>%1 tells of no release to %2 that has ended.</source>
        <translation>%1 nennt kein beendetes Release nach %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the last %n to %2 went well</source>
        <translation>
            <numerusform>%1 von %n nach %2 gelungen</numerusform>
            <numerusform>%1 der letzten %n nach %2 gelungen</numerusform>
        </translation>
    </message>
    <message>
        <source>rejected there</source>
        <translation>dort abgelehnt</translation>
    </message>
    <message>
        <source>approved there</source>
        <translation>dort freigegeben</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>zu spät</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>not taken yet</source>
        <translation>noch nicht angenommen</translation>
    </message>
    <message>
        <source>refused there</source>
        <translation>dort verweigert</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>What %1 was to get</source>
        <translation>Was %1 bekommen sollte</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>This is no longer in the store.</source>
        <translation>Dies ist nicht mehr im Speicher.</translation>
    </message>
    <message>
        <source>Go back to the list.</source>
        <translation>Gehen Sie zurück zur Liste.</translation>
    </message>
    <message>
        <source>This was refused as incomplete.</source>
        <translation>Dies wurde als unvollständig abgewiesen.</translation>
    </message>
    <message>
        <source>Fill in the marked field and try again.</source>
        <translation>Füllen Sie das markierte Feld aus und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The decision was not recorded, it was decided, changed or timed out meanwhile.</source>
        <translation>Die Entscheidung wurde nicht vermerkt: inzwischen entschieden, geändert oder abgelaufen.</translation>
    </message>
    <message>
        <source>Look at the newest state and decide again.</source>
        <translation>Sehen Sie den neuesten Stand an und entscheiden Sie erneut.</translation>
    </message>
    <message>
        <source>The store or a file could not be read or written.</source>
        <translation>Der Speicher oder eine Datei war nicht les- oder schreibbar.</translation>
    </message>
    <message>
        <source>Check free space and rights of the data folder, then try again.</source>
        <translation>Prüfen Sie Platz und Rechte des Datenordners und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The CI system cannot be reached.</source>
        <translation>Das CI-System ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the connection and try again.</source>
        <translation>Prüfen Sie die Verbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>Es kam keine rechtzeitige Antwort.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>This was cancelled before it ended.</source>
        <translation>Dies wurde vor dem Ende abgebrochen.</translation>
    </message>
    <message>
        <source>Start it again when you want it.</source>
        <translation>Starten Sie es bei Bedarf neu.</translation>
    </message>
    <message>
        <source>Signalbox made a mistake, nothing was changed.</source>
        <translation>Signalbox hat einen Fehler gemacht, nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Try again, then report it.</source>
        <translation>Versuchen Sie es erneut, dann melden Sie es.</translation>
    </message>
    <message>
        <source>The others are shown. Put a backup of the store in its place.</source>
        <translation>Die übrigen werden gezeigt. Ersetzen Sie den Speicher durch eine Sicherung.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) cannot be read: %1.</source>
        <translation>
            <numerusform>%n Lauf ist nicht lesbar: %1.</numerusform>
            <numerusform>%n Läufe sind nicht lesbar: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approval(s) cannot be read: %1.</source>
        <translation>
            <numerusform>%n Freigabe ist nicht lesbar: %1.</numerusform>
            <numerusform>%n Freigaben sind nicht lesbar: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>the store cannot be written</source>
        <translation>Speicher nicht beschreibbar</translation>
    </message>
    <message>
        <source>The token was not accepted.</source>
        <translation>Das Token wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>Put a valid one in its place and try again.</source>
        <translation>Setzen Sie ein gültiges ein und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>Escalation</name>
    <message>
        <source>What failed</source>
        <translation>Was fehlschlug</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>Exit %1</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Decides for</source>
        <translation>Entscheidet für</translation>
    </message>
    <message>
        <source>and those that join</source>
        <translation>und die hinzukommenden</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>No line of the log explains the failure.</source>
        <translation>Keine Zeile des Logs erklärt den Fehler.</translation>
    </message>
    <message>
        <source>Confidence %1</source>
        <translation>Sicherheit %1</translation>
    </message>
    <message>
        <source>the policy asks a person</source>
        <translation>die Regel fragt eine Person</translation>
    </message>
    <message>
        <source>the policy forbids it</source>
        <translation>die Regel verbietet es</translation>
    </message>
    <message>
        <source>the limit is spent</source>
        <translation>das Limit ist erreicht</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message numerus="yes">
        <source>%1, worked %2 of %n times before</source>
        <translation>
            <numerusform>%1, wirkte %2 von %n Mal</numerusform>
            <numerusform>%1, wirkte %2 von %n Malen</numerusform>
        </translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Was versucht wurde</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%1 von %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>attempt %1, passed</source>
        <translation>Versuch %1, bestanden</translation>
    </message>
    <message>
        <source>attempt %1, still failing</source>
        <translation>Versuch %1, weiter fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nothing was tried. %1</source>
        <translation>Nichts wurde versucht. %1</translation>
    </message>
    <message>
        <source>You repair it. The run ends as escalated</source>
        <translation>Sie reparieren. Der Lauf endet als eskaliert</translation>
    </message>
    <message>
        <source>The fix runs once, then the job is verified</source>
        <translation>Der Fix läuft einmal, dann wird der Job geprüft</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>No other job</source>
        <translation>Kein anderer Job</translation>
    </message>
    <message>
        <source>Counts as not a failure, nothing runs</source>
        <translation>Gilt nicht als Fehler, nichts läuft</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stays here, the clock runs on</source>
        <translation>Bleibt hier, die Frist läuft weiter</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>The job ran isolated</source>
        <translation>Der Job lief isoliert</translation>
    </message>
    <message>
        <source>The job ran without isolation</source>
        <translation>Der Job lief ohne Isolierung</translation>
    </message>
    <message>
        <source>Not seen before</source>
        <translation>Bisher nicht gesehen</translation>
    </message>
    <message numerus="yes">
        <source>Seen %n times before</source>
        <translation>
            <numerusform>Einmal zuvor gesehen</numerusform>
            <numerusform>%n Mal zuvor gesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Transient, may pass when run again</source>
        <translation>Vorübergehend, kann bei Wiederholung bestehen</translation>
    </message>
    <message>
        <source>Not transient, a re-run changes nothing</source>
        <translation>Nicht vorübergehend, Wiederholen ändert nichts</translation>
    </message>
    <message>
        <source>Not known whether it is transient</source>
        <translation>Unbekannt, ob vorübergehend</translation>
    </message>
    <message>
        <source>Strongest reason against: %1 has not been tried.</source>
        <translation>Stärkster Gegengrund: %1 wurde nicht versucht.</translation>
    </message>
    <message>
        <source>Strongest reason against: it is transient and may pass when run again.</source>
        <translation>Stärkster Gegengrund: vorübergehend, kann bei Wiederholung bestehen.</translation>
    </message>
    <message>
        <source>No reason against is known.</source>
        <translation>Kein Gegengrund ist bekannt.</translation>
    </message>
    <message>
        <source>Agent view</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Shown last on purpose</source>
        <translation>Absichtlich zuletzt</translation>
    </message>
    <message>
        <source>Recommends: %1.</source>
        <translation>Empfiehlt: %1.</translation>
    </message>
    <message>
        <source>the pattern is only suggested</source>
        <translation>das Muster wird nur vorgeschlagen</translation>
    </message>
    <message>
        <source>the pattern is off</source>
        <translation>das Muster ist aus</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>The run is looked at anew, once what keeps it from being seen is mended</source>
        <translation>Der Lauf wird erneut geprüft, sobald das Hindernis behoben ist</translation>
    </message>
    <message>
        <source>checked, offered for review</source>
        <translation>geprüft, zur Durchsicht angeboten</translation>
    </message>
    <message>
        <source>Pull request</source>
        <translation>Pull Request</translation>
    </message>
    <message>
        <source>The month&apos;s budget for the model is spent. Rules go on alone.</source>
        <translation>Das Monatsbudget für das Modell ist verbraucht. Die Regeln arbeiten allein weiter.</translation>
    </message>
    <message>
        <source>The model&apos;s answer is left out: it was not of the form that was asked for.</source>
        <translation>Die Antwort des Modells entfällt: Sie hatte nicht die verlangte Form.</translation>
    </message>
    <message>
        <source>The model did not answer. Rules go on alone.</source>
        <translation>Das Modell hat nicht geantwortet. Die Regeln arbeiten allein weiter.</translation>
    </message>
    <message>
        <source>The model did not answer a moment ago, and was not asked again. Rules go on alone.</source>
        <translation>Das Modell hat eben nicht geantwortet und wurde nicht noch einmal gefragt. Die Regeln arbeiten allein weiter.</translation>
    </message>
    <message>
        <source>The model could not be asked: %1</source>
        <translation>Das Modell konnte nicht gefragt werden: %1</translation>
    </message>
    <message>
        <source>The model %1 recommends: %2. By its own word it is %3 % sure.</source>
        <translation>Das Modell %1 empfiehlt: %2. Nach eigener Angabe ist es zu %3 % sicher.</translation>
    </message>
    <message>
        <source>Against it, by the model: %1</source>
        <translation>Dagegen, laut Modell: %1</translation>
    </message>
    <message>
        <source>Merge request</source>
        <translation>Merge Request</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>No issue</source>
        <translation>Kein Issue</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>What was begun</source>
        <translation>Was begonnen wurde</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Counts as not happened, it is done once more</source>
        <translation>Gilt als nicht geschehen, wird noch einmal ausgeführt</translation>
    </message>
    <message>
        <source>Agent view</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Shown last on purpose</source>
        <translation>Absichtlich zuletzt</translation>
    </message>
    <message>
        <source>The program ended between the act and its record. Nobody can tell whether it happened.</source>
        <translation>Das Programm endete zwischen Aktion und Vermerk. Ob sie geschah, ist nicht feststellbar.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>Approvers</source>
        <translation>Freigebende</translation>
    </message>
    <message>
        <source>Said so far</source>
        <translation>Bisher gesagt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nobody has decided yet.</source>
        <translation>Noch niemand hat entschieden.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Escalated: %1</source>
        <translation>Eskaliert: %1</translation>
    </message>
    <message>
        <source>Unknown outcome: %1</source>
        <translation>Unbekannter Ausgang: %1</translation>
    </message>
    <message>
        <source>A fork is about to act: %1</source>
        <translation>Eine Verzweigung will handeln: %1</translation>
    </message>
    <message>
        <source>Rehearsal: whatever is decided, nothing is done.</source>
        <translation>Probe: Was immer entschieden wird, nichts geschieht.</translation>
    </message>
    <message>
        <source>Asked by %1 agent at %2.</source>
        <translation>Angefragt vom Agenten %1 um %2.</translation>
    </message>
    <message>
        <source>Commit by %1.</source>
        <translation>Commit von %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n approvers</source>
        <translation>
            <numerusform>eine Freigabe</numerusform>
            <numerusform>%n Freigaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Policy: %1.</source>
        <translation>Regel: %1.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>No decision: %1</source>
        <translation>Ohne Entscheidung: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, reason hidden until you decide</source>
        <translation>%1, Begründung verborgen, bis Sie entscheiden</translation>
    </message>
    <message>
        <source>Second approver</source>
        <translation>Zweite Freigabe</translation>
    </message>
    <message>
        <source>you are the author</source>
        <translation>der Commit ist von Ihnen</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>die Anfrage ist von Ihnen</translation>
    </message>
    <message>
        <source>you do not count here</source>
        <translation>Sie zählen hier nicht</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>eine andere Person</translation>
    </message>
    <message>
        <source>You, second approver</source>
        <translation>Sie, zweite Freigabe</translation>
    </message>
    <message>
        <source>not the author, not the first</source>
        <translation>nicht der Autor, nicht die erste Person</translation>
    </message>
    <message>
        <source>Two approvers</source>
        <translation>Zwei Freigaben</translation>
    </message>
    <message>
        <source>one approver, not the author</source>
        <translation>eine Freigabe, nicht durch den Autor</translation>
    </message>
    <message>
        <source>one approver</source>
        <translation>eine Freigabe</translation>
    </message>
    <message>
        <source>two approvers, neither the author</source>
        <translation>zwei Freigaben, keine durch den Autor</translation>
    </message>
    <message>
        <source>two approvers</source>
        <translation>zwei Freigaben</translation>
    </message>
    <message numerus="yes">
        <source>%n approvers, not the author</source>
        <translation>
            <numerusform>%n Freigabe, nicht durch den Autor</numerusform>
            <numerusform>%n Freigaben, nicht durch den Autor</numerusform>
        </translation>
    </message>
    <message>
        <source>The agent advises against it.</source>
        <translation>Der Agent rät davon ab.</translation>
    </message>
    <message>
        <source>A check failed.</source>
        <translation>Eine Prüfung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Evidence is missing.</source>
        <translation>Nachweise fehlen.</translation>
    </message>
    <message>
        <source>Changes are frozen now.</source>
        <translation>Änderungen sind jetzt eingefroren.</translation>
    </message>
    <message>
        <source>Approving is an override.</source>
        <translation>Freigeben setzt sich darüber hinweg.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Counts as failed, the step goes on without it</source>
        <translation>Zählt als fehlgeschlagen, der Schritt geht ohne sie weiter</translation>
    </message>
    <message>
        <source>Approve: %1</source>
        <translation>Freigeben: %1</translation>
    </message>
    <message>
        <source>Asked for more</source>
        <translation>Rückfrage gestellt</translation>
    </message>
    <message>
        <source>Approved: %1</source>
        <translation>Freigegeben: %1</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>No decision: it waits there still</source>
        <translation>Ohne Entscheidung: wartet dort weiter</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Gesagt</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Not understood: %1.</source>
        <translation>Nicht verstanden: %1.</translation>
    </message>
</context>
<context>
    <name>Gone</name>
    <message>
        <source>attempt %1 of the run has begun</source>
        <translation>Versuch %1 des Laufs hat begonnen</translation>
    </message>
    <message>
        <source>the run has ended, and passed</source>
        <translation>der Lauf ist zu Ende und war erfolgreich</translation>
    </message>
    <message>
        <source>the run has ended, and failed</source>
        <translation>der Lauf ist zu Ende und fehlgeschlagen</translation>
    </message>
    <message>
        <source>the run has ended at a time limit</source>
        <translation>der Lauf endete an einem Zeitlimit</translation>
    </message>
    <message>
        <source>the run was cancelled</source>
        <translation>der Lauf wurde abgebrochen</translation>
    </message>
    <message>
        <source>the run was skipped</source>
        <translation>der Lauf wurde übersprungen</translation>
    </message>
    <message>
        <source>the run has ended</source>
        <translation>der Lauf ist zu Ende</translation>
    </message>
    <message>
        <source>it was let through there without a review</source>
        <translation>dort ohne Prüfung durchgelassen</translation>
    </message>
    <message>
        <source>it was let through there</source>
        <translation>dort durchgelassen</translation>
    </message>
    <message>
        <source>it was cancelled there</source>
        <translation>dort abgebrochen</translation>
    </message>
    <message>
        <source>the run is not there any more</source>
        <translation>den Lauf gibt es dort nicht mehr</translation>
    </message>
    <message>
        <source>run %1 deploys to %2 in its place</source>
        <translation>Lauf %1 liefert an seiner Stelle nach %2 aus</translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes %1</source>
        <comment>%1: seconds, in words</comment>
        <translation>
            <numerusform>%n Minute %1</numerusform>
            <numerusform>%n Minuten %1</numerusform>
        </translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>edge not taken</source>
        <translation>Kante nicht genommen</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>läuft %1</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>next in %1</source>
        <translation>nächster in %1</translation>
    </message>
    <message>
        <source>failed, %1</source>
        <translation>fehlgeschlagen, %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>waiting for a person</source>
        <translation>wartet auf Person</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, step %2 of %3</source>
        <translation>%1, Schritt %2 von %3</translation>
    </message>
    <message>
        <source>%1, attempt %2 of %3</source>
        <translation>%1, Versuch %2 von %3</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>live</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), %1</source>
        <translation>
            <numerusform>%n Schritt, %1</numerusform>
            <numerusform>%n Schritte, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s) folded, press Enter to open</source>
        <translation>
            <numerusform>%1, %n Schritt eingeklappt, öffnen mit der Eingabetaste</numerusform>
            <numerusform>%1, %n Schritte eingeklappt, öffnen mit der Eingabetaste</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lockfile</name>
    <message>
        <source>new, %1</source>
        <translation>neu, %1</translation>
    </message>
    <message>
        <source>removed, was %1</source>
        <translation>entfernt, war %1</translation>
    </message>
    <message>
        <source>%1, was %2</source>
        <translation>%1, war %2</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message numerus="yes">
        <source>%n change, %1 stay as they are</source>
        <translation>
            <numerusform>%n geändert, %1 bleiben</numerusform>
            <numerusform>%n geändert, %1 bleiben</numerusform>
        </translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Und %1 weitere.</translation>
    </message>
    <message>
        <source>No package changes its version.</source>
        <translation>Kein Paket ändert seine Version.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message numerus="yes">
        <source>%n lines more are not shown.</source>
        <translation>
            <numerusform>%n weitere Zeile ist nicht gezeigt.</numerusform>
            <numerusform>%n weitere Zeilen sind nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Was fehlschlug</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Healed by</source>
        <translation>Behoben durch</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>%1 is replaced, nothing else</source>
        <translation>%1 wird ersetzt, sonst nichts</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Nichts ändert sich</translation>
    </message>
    <message>
        <source>From then on</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>npm ci needs %1</source>
        <translation>npm ci braucht %1</translation>
    </message>
    <message>
        <source>Agent view</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Shown last on purpose</source>
        <translation>Absichtlich zuletzt</translation>
    </message>
    <message>
        <source>A clean install with this lockfile has passed in a copy of the project.</source>
        <translation>Eine saubere Installation mit dieser Lockdatei hat in einer Kopie des Projekts bestanden.</translation>
    </message>
    <message>
        <source>new, a folder</source>
        <translation>neu, ein Ordner</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Go to line</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Line, 1 to %1</source>
        <translation>Zeile, 1 bis %1</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>answered before, at no cost</source>
        <translation>schon einmal beantwortet, ohne Kosten</translation>
    </message>
    <message>
        <source>%1 tokens read, %2 written</source>
        <translation>%1 Token gelesen, %2 geschrieben</translation>
    </message>
    <message>
        <source>Asked %1, %2</source>
        <translation>%1 gefragt, %2</translation>
    </message>
    <message>
        <source>%1 gave no answer</source>
        <translation>%1 hat nicht geantwortet</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 hat geantwortet</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>nicht verwendet: %1</translation>
    </message>
    <message>
        <source>left out: %1; %2</source>
        <translation>nicht verwendet: %1; %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 of %2 approvers. Rejects at %3.</source>
        <translation>%1 von %2 Freigebenden. Ablehnung um %3.</translation>
    </message>
    <message>
        <source>Kept held. Rejects at %1.</source>
        <translation>Bleibt angehalten. Ablehnung um %1.</translation>
    </message>
    <message>
        <source>Rejects at %1.</source>
        <translation>Ablehnung um %1.</translation>
    </message>
    <message>
        <source>Stays held at %1.</source>
        <translation>Bleibt um %1 angehalten.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Time passed</source>
        <translation>Frist abgelaufen</translation>
    </message>
    <message>
        <source>Waits there</source>
        <translation>Wartet dort</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Approval: %1</source>
        <translation>Freigabe: %1</translation>
    </message>
    <message>
        <source>Rejected at %1 without a decision.</source>
        <translation>Ablehnung um %1 ohne Entscheidung.</translation>
    </message>
    <message>
        <source>Stays held at %1 without a decision.</source>
        <translation>Bleibt um %1 ohne Entscheidung angehalten.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>%1, risk %2. Decide by %3.</source>
        <translation>%1, Risiko %2. Entscheiden bis %3.</translation>
    </message>
    <message>
        <source>Second approval: %1</source>
        <translation>Zweite Freigabe: %1</translation>
    </message>
    <message>
        <source>%1. First approval at %2. Decide by %3.</source>
        <translation>%1. Erste Freigabe um %2. Entscheiden bis %3.</translation>
    </message>
    <message>
        <source>5&#x202f;min left: %1</source>
        <translation>Noch 5&#x202f;min: %1</translation>
    </message>
    <message>
        <source>1&#x202f;min left: %1</source>
        <translation>Noch 1&#x202f;min: %1</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>No decision by %1.</source>
        <translation>Keine Entscheidung bis %1.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n events in 10&#x202f;min</source>
        <translation>
            <numerusform>%n Ereignis in 10&#x202f;min</numerusform>
            <numerusform>%n Ereignisse in 10&#x202f;min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held for you.</source>
        <translation>
            <numerusform>%n wartet auf Sie.</numerusform>
            <numerusform>%n warten auf Sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open overview</source>
        <translation>Übersicht öffnen</translation>
    </message>
    <message>
        <source>Let through by %1.</source>
        <translation>Durchgelassen von %1.</translation>
    </message>
    <message>
        <source>They are the author.</source>
        <translation>Das ist die Person, die es verfasst hat.</translation>
    </message>
    <message>
        <source>They may not decide this.</source>
        <translation>Sie darf das nicht entscheiden.</translation>
    </message>
    <message>
        <source>The policy needs %1.</source>
        <translation>Die Richtlinie verlangt %1.</translation>
    </message>
    <message>
        <source>Policy broken: %1</source>
        <translation>Gegen die Richtlinie: %1</translation>
    </message>
    <message numerus="yes">
        <source>Silent for %n min.</source>
        <translation>
            <numerusform>Seit %n Minute still.</numerusform>
            <numerusform>Seit %n Minuten still.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n releases are held.</source>
        <translation>
            <numerusform>%n Release wartet.</numerusform>
            <numerusform>%n Releases warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines show their last state.</source>
        <translation>Die Linien zeigen ihren letzten Stand.</translation>
    </message>
    <message>
        <source>No data: %1</source>
        <translation>Keine Daten: %1</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Held, %1 left</source>
        <translation>Angehalten, noch %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Locked: not possible now</source>
        <translation>Gesperrt: jetzt nicht möglich</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>Audit-Einträge</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Asks a person</source>
        <translation>Fragt eine Person</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Time to decide, min</source>
        <translation>Zeit zum Entscheiden, min</translation>
    </message>
    <message>
        <source>A person below confidence</source>
        <translation>Person unter Konfidenz</translation>
    </message>
    <message>
        <source>Retries a run</source>
        <translation>Wiederholungen je Lauf</translation>
    </message>
    <message>
        <source>Automatic actions an hour</source>
        <translation>Automatische Aktionen je Stunde</translation>
    </message>
    <message>
        <source>Money a month, $</source>
        <translation>Geld im Monat, $</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Agents on their own</source>
        <translation>Agenten allein</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>PolicyReview</name>
    <message>
        <source>the default</source>
        <translation>die Vorgabe</translation>
    </message>
    <message>
        <source>%1, was %2</source>
        <translation>%1, war %2</translation>
    </message>
    <message>
        <source>looser</source>
        <translation>lockerer</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) looser</source>
        <translation>
            <numerusform>%n Wert lockerer</numerusform>
            <numerusform>%n Werte lockerer</numerusform>
        </translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>It is in force from then on</source>
        <translation>Sie gilt von da an</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>The policy accepted last stays in force</source>
        <translation>Die zuletzt angenommene Richtlinie gilt weiter</translation>
    </message>
    <message>
        <source>Until then</source>
        <translation>Bis dahin</translation>
    </message>
    <message>
        <source>The policy accepted last is in force</source>
        <translation>Es gilt die zuletzt angenommene Richtlinie</translation>
    </message>
    <message>
        <source>Policy of %1</source>
        <translation>Richtlinie von %1</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>%1. %2 of %3 approved</source>
        <translation>%1. %2 von %3 freigegeben</translation>
    </message>
    <message>
        <source>%1, escalated</source>
        <translation>%1, eskaliert</translation>
    </message>
    <message>
        <source>%1, outcome unknown</source>
        <translation>%1, Ausgang unbekannt</translation>
    </message>
    <message>
        <source>%1, rehearsal</source>
        <translation>%1, Probe</translation>
    </message>
    <message>
        <source>%1. Held</source>
        <translation>%1. Angehalten</translation>
    </message>
    <message>
        <source>%1 by you</source>
        <translation>%1 von Ihnen</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Approved here</source>
        <translation>Hier freigegeben</translation>
    </message>
    <message>
        <source>Rejected here</source>
        <translation>Hier abgelehnt</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>HTTP %1 in %L2&#x202f;ms</source>
        <translation>HTTP %1 in %L2&#x202f;ms</translation>
    </message>
    <message>
        <source>Token expires %1</source>
        <translation>Token läuft am %1 ab</translation>
    </message>
    <message>
        <source>%1, token expires %2</source>
        <translation>%1, Token läuft am %2 ab</translation>
    </message>
    <message>
        <source>Allowed, there are none yet</source>
        <translation>Erlaubt, noch keine vorhanden</translation>
    </message>
    <message numerus="yes">
        <source>Read %n runs, newest %1 ago</source>
        <translation>
            <numerusform>%n Lauf gelesen, neuester vor %1</numerusform>
            <numerusform>%n Läufe gelesen, neuester vor %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n runs, newest of %1</source>
        <translation>
            <numerusform>%n Lauf gelesen, neuester von %1</numerusform>
            <numerusform>%n Läufe gelesen, neuester von %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Allowed, there are none</source>
        <translation>Erlaubt, keine vorhanden</translation>
    </message>
    <message>
        <source>A message was taken</source>
        <translation>Eine Meldung wurde angenommen</translation>
    </message>
    <message>
        <source>It answered in %1</source>
        <translation>Antwort in %1</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Nothing can be watched here until it works.</source>
        <translation>Bis es geht, kann hier nichts beobachtet werden.</translation>
    </message>
    <message>
        <source>Watching and healing work, the gate does not.</source>
        <translation>Beobachten und Behebung gehen, das Gate nicht.</translation>
    </message>
    <message>
        <source>Watching and the gate work, healing does not.</source>
        <translation>Beobachten und Gate gehen, die Behebung nicht.</translation>
    </message>
    <message>
        <source>Failed jobs are re-run, but no change can be offered.</source>
        <translation>Fehlgeschlagene Jobs werden wiederholt, Änderungen können nicht angeboten werden.</translation>
    </message>
    <message>
        <source>Watching and healing work; a decision would not get there.</source>
        <translation>Beobachten und Behebung gehen; eine Entscheidung käme dort nicht an.</translation>
    </message>
    <message>
        <source>What is to be told waits, and is sent once it works.</source>
        <translation>Was zu melden ist, wartet und wird gesendet, sobald es geht.</translation>
    </message>
    <message>
        <source>Agents go on by rules alone.</source>
        <translation>Agenten arbeiten allein nach Regeln weiter.</translation>
    </message>
    <message>
        <source>Signalbox cannot reach the server.</source>
        <translation>Signalbox erreicht den Server nicht.</translation>
    </message>
    <message>
        <source>Signalbox cannot sign in.</source>
        <translation>Signalbox kann sich nicht anmelden.</translation>
    </message>
    <message>
        <source>Signalbox cannot read runs and logs.</source>
        <translation>Signalbox kann Läufe und Logs nicht lesen.</translation>
    </message>
    <message>
        <source>Signalbox cannot read environments.</source>
        <translation>Signalbox kann Umgebungen nicht lesen.</translation>
    </message>
    <message>
        <source>Signalbox cannot re-run failed jobs.</source>
        <translation>Signalbox kann fehlgeschlagene Jobs nicht wiederholen.</translation>
    </message>
    <message>
        <source>Signalbox cannot open pull requests.</source>
        <translation>Signalbox kann keine Pull Requests öffnen.</translation>
    </message>
    <message>
        <source>Signalbox cannot review deployments.</source>
        <translation>Signalbox kann Deployments nicht freigeben.</translation>
    </message>
    <message>
        <source>Signalbox cannot deliver messages.</source>
        <translation>Signalbox kann keine Meldungen zustellen.</translation>
    </message>
    <message>
        <source>The model does not answer.</source>
        <translation>Das Modell antwortet nicht.</translation>
    </message>
    <message>
        <source>Reach the server</source>
        <translation>Server erreichen</translation>
    </message>
    <message>
        <source>Reach %1</source>
        <translation>%1 erreichen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Read runs and logs</source>
        <translation>Läufe und Logs lesen</translation>
    </message>
    <message>
        <source>Read environments</source>
        <translation>Umgebungen lesen</translation>
    </message>
    <message>
        <source>Re-run failed jobs</source>
        <translation>Fehlgeschlagene Jobs wiederholen</translation>
    </message>
    <message>
        <source>Open pull requests</source>
        <translation>Pull Requests öffnen</translation>
    </message>
    <message>
        <source>Review deployments</source>
        <translation>Deployments freigeben</translation>
    </message>
    <message>
        <source>Deliver a message</source>
        <translation>Meldung zustellen</translation>
    </message>
    <message>
        <source>Answer a question</source>
        <translation>Frage beantworten</translation>
    </message>
    <message>
        <source>Waits for the steps above</source>
        <translation>Wartet auf die Schritte darüber</translation>
    </message>
    <message>
        <source>The token lacks %1</source>
        <translation>Dem Token fehlt %1</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Nothing is watched here</source>
        <translation>Hier wird nichts beobachtet</translation>
    </message>
    <message>
        <source>Watching, healing</source>
        <translation>Beobachten, Behebung</translation>
    </message>
    <message>
        <source>The gate is off here</source>
        <translation>Das Gate ist hier aus</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Healing is off here</source>
        <translation>Behebung ist hier aus</translation>
    </message>
    <message>
        <source>Healing</source>
        <translation>Behebung</translation>
    </message>
    <message>
        <source>No change is offered</source>
        <translation>Keine Änderung wird angeboten</translation>
    </message>
    <message>
        <source>Healing, builds</source>
        <translation>Behebung, Builds</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <source>The token lacks %1.</source>
        <translation>Dem Token fehlt %1.</translation>
    </message>
    <message>
        <source>%1 Add the right to the token and test again.</source>
        <translation>%1 Das Recht dem Token geben und erneut testen.</translation>
    </message>
    <message>
        <source>Watching works, healing and the gate do not.</source>
        <translation>Beobachten geht, Behebung und Gate nicht.</translation>
    </message>
    <message>
        <source>Watching and re-runs work, changes and the gate do not.</source>
        <translation>Beobachten und Wiederholen gehen, Änderungen und Gate nicht.</translation>
    </message>
    <message>
        <source>What a person must mend is told here, but not as an issue.</source>
        <translation>Was ein Mensch beheben muss, steht hier, aber nicht als Issue.</translation>
    </message>
    <message>
        <source>Signalbox cannot open issues.</source>
        <translation>Signalbox kann keine Issues öffnen.</translation>
    </message>
    <message>
        <source>Open issues</source>
        <translation>Issues öffnen</translation>
    </message>
    <message>
        <source>No issue is opened</source>
        <translation>Kein Issue wird geöffnet</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>Eskalationen</translation>
    </message>
    <message>
        <source>Missed deliveries are found by polling.</source>
        <translation>Verpasste Zustellungen werden durch Abfragen gefunden.</translation>
    </message>
    <message>
        <source>Signalbox cannot read webhooks.</source>
        <translation>Signalbox kann Webhooks nicht lesen.</translation>
    </message>
    <message>
        <source>Read webhooks</source>
        <translation>Webhooks lesen</translation>
    </message>
    <message>
        <source>Found by polling</source>
        <translation>Durch Abfragen gefunden</translation>
    </message>
    <message>
        <source>Missed deliveries</source>
        <translation>Verpasste Zustellungen</translation>
    </message>
    <message>
        <source>A job that its time limit ended looks cancelled, and is not healed.</source>
        <translation>Ein Job, den sein Zeitlimit beendet hat, sieht abgebrochen aus und wird nicht behoben.</translation>
    </message>
    <message>
        <source>Signalbox cannot read why jobs ended.</source>
        <translation>Signalbox kann nicht lesen, warum Jobs endeten.</translation>
    </message>
    <message>
        <source>Read why jobs ended</source>
        <translation>Lesen, warum Jobs endeten</translation>
    </message>
    <message>
        <source>Time-outs look cancelled</source>
        <translation>Zeitlimits wie abgebrochen</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>Zeitlimits</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>No runs yet.</source>
        <translation>Noch keine Läufe.</translation>
    </message>
    <message>
        <source>No runs in progress.</source>
        <translation>Keine Läufe im Gang.</translation>
    </message>
    <message numerus="yes">
        <source>%n runs in progress.</source>
        <translation>
            <numerusform>%n Lauf im Gang.</numerusform>
            <numerusform>%n Läufe im Gang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs in progress, %1 healing.</source>
        <translation>
            <numerusform>%n Lauf im Gang, %1 in Behebung.</numerusform>
            <numerusform>%n Läufe im Gang, %1 in Behebung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held for you.</source>
        <translation>
            <numerusform>%n wartet auf Sie.</numerusform>
            <numerusform>%n warten auf Sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n fehlgeschlagen.</numerusform>
            <numerusform>%n fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n healed.</source>
        <translation>
            <numerusform>%n behoben.</numerusform>
            <numerusform>%n behoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed on a retry.</source>
        <translation>
            <numerusform>%n nach Wiederholung bestanden.</numerusform>
            <numerusform>%n nach Wiederholung bestanden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued.</source>
        <translation>
            <numerusform>%n in Warteschlange.</numerusform>
            <numerusform>%n in Warteschlange.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs, more below</source>
        <translation>
            <numerusform>%n Lauf, weiter unten mehr</numerusform>
            <numerusform>%n Läufe, weiter unten mehr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, looking on</source>
        <translation>%1, sucht weiter</translation>
    </message>
    <message>
        <source>%1, more below</source>
        <translation>%1, weiter unten mehr</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>%1, %2, line %3</source>
        <translation>%1, %2, Zeile %3</translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message>
        <source>Next try in %1&#x202f;s.</source>
        <translation>Nächster Versuch in %1&#x202f;s.</translation>
    </message>
    <message>
        <source>Next try in %1&#x202f;min.</source>
        <translation>Nächster Versuch in %1&#x202f;min.</translation>
    </message>
    <message>
        <source>Lines show their last state.</source>
        <translation>Die Linien zeigen ihren letzten Stand.</translation>
    </message>
    <message>
        <source>%1 does not answer since %2.</source>
        <translation>%1 antwortet seit %2 nicht.</translation>
    </message>
    <message>
        <source>No data from %1 since %2.</source>
        <translation>Keine Daten von %1 seit %2.</translation>
    </message>
    <message>
        <source>Decisions for it are sent once it answers again.</source>
        <translation>Entscheidungen dafür werden gesendet, sobald wieder geantwortet wird.</translation>
    </message>
    <message>
        <source>Runs of %1 are %2 old, it does not answer.</source>
        <translation>Läufe von %1 sind %2 alt, es wird nicht geantwortet.</translation>
    </message>
    <message>
        <source>No data from %1 for %2.</source>
        <translation>Keine Daten von %1 seit %2.</translation>
    </message>
    <message>
        <source>No data from %1.</source>
        <translation>Keine Daten von %1.</translation>
    </message>
    <message>
        <source>No data: %1.</source>
        <translation>Keine Daten: %1.</translation>
    </message>
</context>
<context>
    <name>StateEdit</name>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>This is not JSON: %1.</source>
        <translation>Das ist kein JSON: %1.</translation>
    </message>
    <message>
        <source>A state is an object: its channels stand between { and }.</source>
        <translation>Ein Zustand ist ein Objekt: seine Kanäle stehen zwischen { und }.</translation>
    </message>
    <message>
        <source>This JSON nests too deep, or has a number that cannot be stored.</source>
        <translation>Dieses JSON ist zu tief verschachtelt oder hat eine nicht speicherbare Zahl.</translation>
    </message>
    <message>
        <source>%1 was %2, and steps read it as such.</source>
        <translation>%1 war %2, und Schritte lesen es so.</translation>
    </message>
    <message>
        <source>%1 has null in it, which a fork cannot set. Take the line out to remove it.</source>
        <translation>%1 enthält null, was eine Verzweigung nicht setzen kann. Zum Entfernen die Zeile löschen.</translation>
    </message>
    <message>
        <source>%1 has a masked secret in it, which a fork cannot write. Leave it as it was.</source>
        <translation>%1 enthält ein verdecktes Geheimnis, das ein Fork nicht schreiben kann. Lassen Sie es, wie es war.</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Clear</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Off baseline</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>In Warteschlange</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Healed</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Überholt</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Zurückgesetzt</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>warning, off baseline</source>
        <translation>Warnung, Abweichung</translation>
    </message>
    <message>
        <source>queued, no runner yet</source>
        <translation>in Warteschlange, noch kein Runner</translation>
    </message>
    <message>
        <source>Retrying, attempt %1 of %2</source>
        <translation>Versuch %1 von %2</translation>
    </message>
    <message>
        <source>Retrying, attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Eskaliert</translation>
    </message>
    <message>
        <source>Retried</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit überschritten</translation>
    </message>
    <message>
        <source>Runner lost</source>
        <translation>Runner verloren</translation>
    </message>
    <message>
        <source>Failed, exit %1</source>
        <translation>Fehlgeschlagen, Exit %1</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>No decision, rejected</source>
        <translation>Ohne Entscheidung, abgelehnt</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Hinfällig</translation>
    </message>
    <message>
        <source>Not a failure</source>
        <translation>Kein Fehler</translation>
    </message>
    <message>
        <source>Waits there</source>
        <translation>Wartet dort</translation>
    </message>
    <message>
        <source>Approved, not started</source>
        <translation>Freigegeben, nicht gestartet</translation>
    </message>
    <message>
        <source>Rehearsal: %1</source>
        <translation>Probe: %1</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Fix</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Eskalieren</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>still failing</source>
        <translation>weiter fehlgeschlagen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Input received</source>
        <translation>Eingabe erhalten</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>läuft %1</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n issues opened</source>
        <translation>
            <numerusform>%n Issue geöffnet</numerusform>
            <numerusform>%n Issues geöffnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comments on an issue</source>
        <translation>
            <numerusform>%n Kommentar zu einem Issue</numerusform>
            <numerusform>%n Kommentare zu einem Issue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issues that told of it already</source>
        <translation>
            <numerusform>%n Issue, das es schon meldete</numerusform>
            <numerusform>%n Issues, die es schon meldeten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issues</source>
        <translation>
            <numerusform>%n Issue</numerusform>
            <numerusform>%n Issues</numerusform>
        </translation>
    </message>
    <message>
        <source>pull request or issue</source>
        <translation>Pull-Request oder Issue</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Anbieten</translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>%1%2ms</source>
        <translation>%1%2ms</translation>
    </message>
    <message>
        <source>%1%2s</source>
        <translation>%1%2s</translation>
    </message>
    <message>
        <source>%1%2%</source>
        <translation>%1%2%</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>a format of QLocale</comment>
        <translation>ddd, d. MMM</translation>
    </message>
    <message>
        <source>%1%2min</source>
        <translation>%1%2min</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a format of QLocale</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1%3h %2%3min</source>
        <translation>%1%3h %2%3min</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1, %2 %3</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a format of QLocale</comment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>on the critical path</source>
        <translation>auf dem kritischen Pfad</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4.</source>
        <translation>%1, %2, %3, %4.</translation>
    </message>
    <message>
        <source>%1, %2, %3 to %4, slack until %5.</source>
        <translation>%1, %2, %3 bis %4, Puffer bis %5.</translation>
    </message>
    <message>
        <source>%1, %2, %3 to %4, %5.</source>
        <translation>%1, %2, %3 bis %4, %5.</translation>
    </message>
</context>
<context>
    <name>Tracks</name>
    <message>
        <source>Held for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Healing, attempt %1</source>
        <translation>Behebung, Versuch %1</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>No lines yet.</source>
        <translation>Noch keine Linien.</translation>
    </message>
    <message numerus="yes">
        <source>All %n lines clear.</source>
        <translation>
            <numerusform>Die Linie ist frei.</numerusform>
            <numerusform>Alle %n Linien frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held for you.</source>
        <translation>
            <numerusform>%n wartet auf Sie.</numerusform>
            <numerusform>%n warten auf Sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n fehlgeschlagen.</numerusform>
            <numerusform>%n fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs healing.</source>
        <translation>
            <numerusform>%n Lauf in Behebung.</numerusform>
            <numerusform>%n Läufe in Behebung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs in progress.</source>
        <translation>
            <numerusform>%n Lauf im Gang.</numerusform>
            <numerusform>%n Läufe im Gang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines clear.</source>
        <translation>
            <numerusform>%n Linie frei.</numerusform>
            <numerusform>%n Linien frei.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, no run yet.</source>
        <translation>%1, noch kein Lauf.</translation>
    </message>
    <message>
        <source>%1, clear, press Enter to open.</source>
        <translation>%1, frei, Enter öffnet.</translation>
    </message>
    <message>
        <source>%1, %2 for %3, press Enter to open.</source>
        <translation>%1, %2 seit %3, Enter öffnet.</translation>
    </message>
    <message>
        <source>%1, clear, run %2 at %3, press Enter to open.</source>
        <translation>%1, frei, Lauf %2 bei %3, Enter öffnet.</translation>
    </message>
    <message>
        <source>%1, %2 for %3, run %4 at %5, press Enter to open.</source>
        <translation>%1, %2 seit %3, Lauf %4 bei %5, Enter öffnet.</translation>
    </message>
    <message numerus="yes">
        <source>All %n lines held, nothing abnormal.</source>
        <translation>
            <numerusform>%n Linie angehalten, nichts auffällig.</numerusform>
            <numerusform>Alle %n Linien angehalten, nichts auffällig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines held.</source>
        <translation>
            <numerusform>%n Linie angehalten.</numerusform>
            <numerusform>%n Linien angehalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a rule of others.</source>
        <translation>
            <numerusform>%n wartet auf eine fremde Regel.</numerusform>
            <numerusform>%n warten auf eine fremde Regel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n releases held for you.</source>
        <translation>
            <numerusform>%n Release wartet auf Sie.</numerusform>
            <numerusform>%n Releases warten auf Sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n healing.</source>
        <translation>
            <numerusform>%n in Behebung.</numerusform>
            <numerusform>%n in Behebung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in progress.</source>
        <translation>
            <numerusform>%n im Gang.</numerusform>
            <numerusform>%n im Gang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clear.</source>
        <translation>
            <numerusform>%n frei.</numerusform>
            <numerusform>%n frei.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>4 failed</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Last %n runs: %1.</source>
        <translation>
            <numerusform>Letzter Lauf: %1.</numerusform>
            <numerusform>Letzte %n Läufe: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, clear, line held, run %2 at %3, press Enter to open.</source>
        <translation>%1, frei, Linie angehalten, Lauf %2 bei %3, Enter öffnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n clear as of %1.</source>
        <translation>
            <numerusform>%n frei, Stand %1.</numerusform>
            <numerusform>%n frei, Stand %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines clear as of %1.</source>
        <translation>
            <numerusform>%n Linie frei, Stand %1.</numerusform>
            <numerusform>%n Linien frei, Stand %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on hold.</source>
        <translation>
            <numerusform>%n angehalten.</numerusform>
            <numerusform>%n angehalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a run.</source>
        <translation>
            <numerusform>%n ohne Lauf.</numerusform>
            <numerusform>%n ohne Lauf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines without a run yet.</source>
        <translation>
            <numerusform>%n Linie noch ohne Lauf.</numerusform>
            <numerusform>%n Linien noch ohne Lauf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued.</source>
        <translation>
            <numerusform>%n in Warteschlange.</numerusform>
            <numerusform>%n in Warteschlange.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Webhooks</name>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1 is not set</source>
        <translation>%1 ist nicht gesetzt</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>No delivery yet</source>
        <translation>Noch keine Zustellung</translation>
    </message>
    <message>
        <source>Status and metrics</source>
        <translation>Status und Metriken</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>Nur dieser Rechner</translation>
    </message>
    <message>
        <source>With the token</source>
        <translation>Mit dem Token</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>This address can be reached from elsewhere, so a token is needed.</source>
        <translation>Diese Adresse ist von außen erreichbar, darum ist ein Token nötig.</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>Noch nicht offen</translation>
    </message>
    <message>
        <source>Not open</source>
        <translation>Nicht offen</translation>
    </message>
    <message>
        <source>No route is on</source>
        <translation>Kein Weg ist offen</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Not received here</source>
        <translation>Hier nicht empfangen</translation>
    </message>
    <message>
        <source>Webhooks are not received.</source>
        <translation>Webhooks werden nicht empfangen.</translation>
    </message>
    <message>
        <source>A secret cannot be read.</source>
        <translation>Ein Geheimnis ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Every route is off.</source>
        <translation>Jeder Weg ist aus.</translation>
    </message>
    <message>
        <source>Set %1 or %2, or keep one by signalboxctl secret set. Runs are found by polling meanwhile.</source>
        <translation>Setzen Sie %1 oder %2, oder bewahren Sie eines mit signalboxctl secret set auf. Läufe werden bis dahin durch Abfragen gefunden.</translation>
    </message>
    <message>
        <source>Another secret there</source>
        <translation>Anderes Geheimnis dort</translation>
    </message>
    <message numerus="yes">
        <source>%n refused, %1</source>
        <translation>
            <numerusform>%n abgelehnt, %1</numerusform>
            <numerusform>%n abgelehnt, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Deliveries refused</source>
        <translation>Zustellungen abgelehnt</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Heal</source>
        <translation>Behebung</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Rücksetzung</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Heal failing run</source>
        <translation>Fehlgeschlagenen Lauf beheben</translation>
    </message>
    <message>
        <source>Heal npm install</source>
        <translation>npm install beheben</translation>
    </message>
    <message>
        <source>Detect failure</source>
        <translation>Fehler erkennen</translation>
    </message>
    <message>
        <source>Analyse failure</source>
        <translation>Fehleranalyse</translation>
    </message>
    <message>
        <source>Attempt fix</source>
        <translation>Fix versuchen</translation>
    </message>
    <message>
        <source>Verify fix</source>
        <translation>Fix prüfen</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Eskalieren</translation>
    </message>
    <message>
        <source>Copy project</source>
        <translation>Projekt kopieren</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Choose strategy</source>
        <translation>Strategie wählen</translation>
    </message>
    <message>
        <source>Apply strategy</source>
        <translation>Strategie anwenden</translation>
    </message>
    <message>
        <source>Offer result</source>
        <translation>Ergebnis anbieten</translation>
    </message>
    <message>
        <source>Store pattern</source>
        <translation>Muster speichern</translation>
    </message>
    <message>
        <source>Create issue</source>
        <translation>Issue anlegen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Re-run failed jobs</source>
        <translation>Fehlgeschlagene Jobs wiederholen</translation>
    </message>
    <message>
        <source>Re-run failed jobs with debug output</source>
        <translation>Fehlgeschlagene Jobs mit Debug-Ausgabe wiederholen</translation>
    </message>
    <message>
        <source>Clear cache, re-run failed jobs</source>
        <translation>Cache leeren, fehlgeschlagene Jobs wiederholen</translation>
    </message>
    <message>
        <source>Write the lockfile anew</source>
        <translation>Lockdatei neu schreiben</translation>
    </message>
    <message>
        <source>Update the dependency</source>
        <translation>Abhängigkeit aktualisieren</translation>
    </message>
    <message>
        <source>Raise the time limit</source>
        <translation>Zeitlimit erhöhen</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Speicherplatz freigeben</translation>
    </message>
    <message>
        <source>Quarantine the test</source>
        <translation>Test in Quarantäne nehmen</translation>
    </message>
    <message>
        <source>Install again with longer time-outs</source>
        <translation>Mit längeren Zeitlimits neu installieren</translation>
    </message>
    <message>
        <source>Check the package cache</source>
        <translation>Paket-Cache prüfen</translation>
    </message>
    <message>
        <source>Empty the package cache, download again</source>
        <translation>Paket-Cache leeren, neu laden</translation>
    </message>
    <message>
        <source>Install with --legacy-peer-deps</source>
        <translation>Mit --legacy-peer-deps installieren</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Pull request</source>
        <translation>Pull-Request</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Deploy</translation>
    </message>
    <message>
        <source>Destructive</source>
        <translation>Zerstörend</translation>
    </message>
    <message>
        <source>Corrupt cache</source>
        <translation>Defekter Cache</translation>
    </message>
    <message>
        <source>Cache failure</source>
        <translation>Cache-Fehler</translation>
    </message>
    <message>
        <source>Compile error</source>
        <translation>Compilerfehler</translation>
    </message>
    <message>
        <source>Link error</source>
        <translation>Linkerfehler</translation>
    </message>
    <message>
        <source>Test failure</source>
        <translation>Testfehler</translation>
    </message>
    <message>
        <source>Flaky test</source>
        <translation>Unzuverlässiger Test</translation>
    </message>
    <message>
        <source>Flaky test, network</source>
        <translation>Unzuverlässiger Test, Netz</translation>
    </message>
    <message>
        <source>Test time-out</source>
        <translation>Test-Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Test crash</source>
        <translation>Testabsturz</translation>
    </message>
    <message>
        <source>Module not found</source>
        <translation>Modul nicht gefunden</translation>
    </message>
    <message>
        <source>npm dependency conflict</source>
        <translation>npm-Abhängigkeitskonflikt</translation>
    </message>
    <message>
        <source>npm checksum mismatch</source>
        <translation>npm-Prüfsumme falsch</translation>
    </message>
    <message>
        <source>npm registry refuses the login</source>
        <translation>npm-Registry verweigert die Anmeldung</translation>
    </message>
    <message>
        <source>Wrong version of node or npm</source>
        <translation>Falsche Version von node oder npm</translation>
    </message>
    <message>
        <source>npm registry unreachable</source>
        <translation>npm-Registry nicht erreichbar</translation>
    </message>
    <message>
        <source>npm package not found</source>
        <translation>npm-Paket nicht gefunden</translation>
    </message>
    <message>
        <source>Lockfile out of sync</source>
        <translation>Lockdatei passt nicht</translation>
    </message>
    <message>
        <source>Network time-out</source>
        <translation>Netz-Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Host name not resolved</source>
        <translation>Hostname nicht aufgelöst</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Platte voll</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Kein Speicher</translation>
    </message>
    <message>
        <source>Job time-out</source>
        <translation>Job-Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Unknown cause</source>
        <translation>Unbekannte Ursache</translation>
    </message>
    <message>
        <source>No failure</source>
        <translation>Kein Fehler</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>The cause is not known.</source>
        <translation>Die Ursache ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No fix is known for this failure.</source>
        <translation>Für diesen Fehler ist kein Fix bekannt.</translation>
    </message>
    <message>
        <source>The limit of attempts is spent.</source>
        <translation>Das Limit der Versuche ist erreicht.</translation>
    </message>
    <message>
        <source>The confidence is too low to act.</source>
        <translation>Die Sicherheit reicht nicht zum Handeln.</translation>
    </message>
    <message>
        <source>The policy asks a person.</source>
        <translation>Die Regel fragt eine Person.</translation>
    </message>
    <message>
        <source>A checksum does not match. It is never bypassed.</source>
        <translation>Eine Prüfsumme stimmt nicht. Sie wird nie umgangen.</translation>
    </message>
    <message>
        <source>The fix made no difference.</source>
        <translation>Der Fix änderte nichts.</translation>
    </message>
    <message>
        <source>Several runs fail in the same way at once.</source>
        <translation>Mehrere Läufe scheitern gleichzeitig auf gleiche Weise.</translation>
    </message>
    <message>
        <source>The new attempt was cancelled.</source>
        <translation>Der neue Versuch wurde abgebrochen.</translation>
    </message>
    <message>
        <source>It was marked as not a failure before.</source>
        <translation>Es wurde früher als kein Fehler bewertet.</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Wait for human</source>
        <translation>Person fragen</translation>
    </message>
    <message>
        <source>Accept result</source>
        <translation>Ergebnis annehmen</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>Freigabe anfragen</translation>
    </message>
    <message>
        <source>Accept policy</source>
        <translation>Regel annehmen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Fix</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Healed</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>No use</source>
        <translation>Ohne Nutzen</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>Verdächtig</translation>
    </message>
    <message>
        <source>The pattern is only suggested, or off.</source>
        <translation>Das Muster wird nur vorgeschlagen oder ist aus.</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Nicht gesehen</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>The CI system refuses.</source>
        <translation>Das CI-System lehnt ab.</translation>
    </message>
    <message>
        <source>The run is not there any more.</source>
        <translation>Der Lauf ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>The policy cannot be read.</source>
        <translation>Die Richtlinie kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The fix could not be made.</source>
        <translation>Der Fix konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>A change with the fix is open for review. Merging it is for a person.</source>
        <translation>Eine Änderung mit dem Fix ist zur Prüfung offen. Das Mergen ist Sache einer Person.</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Ask for a deployment</source>
        <translation>Deployment erfragen</translation>
    </message>
    <message>
        <source>Look at the gate</source>
        <translation>Gate ansehen</translation>
    </message>
    <message>
        <source>Send the decision</source>
        <translation>Entscheidung senden</translation>
    </message>
    <message>
        <source>Verify the gate</source>
        <translation>Gate prüfen</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waits no more</source>
        <translation>Wartet nicht mehr</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Overtaken</source>
        <translation>Überholt</translation>
    </message>
    <message>
        <source>Tell</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ActionBar</name>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Ask for more</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Type %1 to unlock</source>
        <translation>Zum Entsperren %1 eingeben</translation>
    </message>
    <message>
        <source>Approving means</source>
        <translation>Freigeben heißt</translation>
    </message>
    <message>
        <source>Reason, needed to reject or hold, and to approve high or critical</source>
        <translation>Begründung, nötig zum Ablehnen, Anhalten und bei hohem Risiko</translation>
    </message>
    <message>
        <source>Reason, needed to reject or hold</source>
        <translation>Begründung zum Ablehnen, Anhalten</translation>
    </message>
    <message>
        <source>Question, Enter sends it</source>
        <translation>Rückfrage, Enter sendet</translation>
    </message>
    <message>
        <source>Reason to hold, Enter sends it</source>
        <translation>Begründung zum Anhalten, Enter sendet</translation>
    </message>
    <message>
        <source>Reason to reject, Enter sends it</source>
        <translation>Begründung zum Ablehnen, Enter sendet</translation>
    </message>
    <message>
        <source>Reason, at least %1 characters</source>
        <translation>Begründung, mindestens %1 Zeichen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Answer, Enter sends it</source>
        <translation>Antwort, Eingabetaste sendet sie</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ActivityModel</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Was er tat</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ActivityPanel</name>
    <message>
        <source>Agent activity</source>
        <translation>Agentenaktivität</translation>
    </message>
    <message>
        <source>Showing changes of state only</source>
        <translation>Nur Zustandswechsel</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AddRepository</name>
    <message>
        <source>Add repository</source>
        <translation>Repository hinzufügen</translation>
    </message>
    <message>
        <source>Where it lives</source>
        <translation>Wo es liegt</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Heal failing runs</source>
        <translation>Fehlgeschlagene Läufe beheben</translation>
    </message>
    <message>
        <source>Watch only</source>
        <translation>Nur beobachten</translation>
    </message>
    <message>
        <source>Healing</source>
        <translation>Behebung</translation>
    </message>
    <message>
        <source>Runs that end from now on are looked after. It is one entry in Audit.</source>
        <translation>Läufe, die ab jetzt enden, werden betreut. Das ist ein Eintrag im Audit.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>It was not added.</source>
        <translation>Es wurde nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>A token of %1 that may use %2.</source>
        <translation>Ein Token von %1, das %2 benutzen darf.</translation>
    </message>
    <message>
        <source>Scope api, with the role Developer; for protected environments that of their approvers. With read_api alone it is watched only.</source>
        <translation>Scope api mit der Rolle Developer; für geschützte Umgebungen die ihrer Freigeber. Mit read_api allein wird nur beobachtet.</translation>
    </message>
    <message>
        <source>Of a fine-grained token: Actions, Contents, Pull requests, Issues and Deployments, read and write; Environments, read. With read alone it is watched only.</source>
        <translation>Von einem Fine-grained Token: Actions, Contents, Pull requests, Issues und Deployments, lesen und schreiben; Environments, lesen. Mit Lesen allein wird nur beobachtet.</translation>
    </message>
    <message>
        <source>Reading signalbox.yaml…</source>
        <translation>signalbox.yaml wird gelesen…</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. The defaults are in force.</source>
        <translation>Die Datei kann nicht gelesen werden: %1. Die Vorgaben gelten.</translation>
    </message>
    <message>
        <source>As signalbox.yaml on %1 says. A change of it that loosens it needs a person.</source>
        <translation>Wie signalbox.yaml auf %1 sagt. Eine Änderung, die sie lockert, braucht eine Person.</translation>
    </message>
    <message>
        <source>There is no signalbox.yaml on %1: the defaults are in force.</source>
        <translation>Auf %1 gibt es kein signalbox.yaml: die Vorgaben gelten.</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Failing runs are healed</source>
        <translation>Fehlgeschlagene Läufe werden behoben</translation>
    </message>
    <message>
        <source>Watched only</source>
        <translation>Nur beobachtet</translation>
    </message>
    <message>
        <source>signalbox.yaml, %1</source>
        <translation>signalbox.yaml, %1</translation>
    </message>
    <message>
        <source>the defaults</source>
        <translation>die Vorgaben</translation>
    </message>
    <message>
        <source>being added</source>
        <translation>wird hinzugefügt</translation>
    </message>
    <message>
        <source>being tested</source>
        <translation>wird getestet</translation>
    </message>
    <message>
        <source>it cannot be watched so</source>
        <translation>so kann es nicht beobachtet werden</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>Go on with healing off</source>
        <translation>Ohne Behebung weiter</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>the token may not re-run jobs</source>
        <translation>das Token darf Jobs nicht wiederholen</translation>
    </message>
    <message>
        <source>What fails is diagnosed and shown. No agent changes anything here.</source>
        <translation>Was fehlschlägt, wird diagnostiziert und gezeigt. Kein Agent ändert hier etwas.</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>Eingaben verwerfen?</translation>
    </message>
    <message>
        <source>Nothing has been added, and no token was kept.</source>
        <translation>Nichts wurde hinzugefügt, und kein Token wurde behalten.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of the environment</source>
        <translation>%1 der Umgebung</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation>Leer: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Additions</name>
    <message>
        <source>Import a workspace</source>
        <translation>Arbeitsbereich importieren</translation>
    </message>
    <message>
        <source>Workspaces (*.workspace.json)</source>
        <translation>Arbeitsbereiche (*.workspace.json)</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Announcer</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>%1 %2, %3.</source>
        <translation>%1 %2, %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n more lines changed.</source>
        <translation>
            <numerusform>%n weitere Linie hat sich geändert.</numerusform>
            <numerusform>%n weitere Linien haben sich geändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalListModel</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1. %2 of %3 approved</source>
        <translation>%1. %2 von %3 freigegeben</translation>
    </message>
    <message>
        <source>%1. Held by a person</source>
        <translation>%1. Von einer Person angehalten</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalPrompt</name>
    <message>
        <source>Five approvals in a row took under 10&#x202f;s each. The evidence is above.</source>
        <translation>Fünf Freigaben in Folge dauerten je unter 10&#x202f;s. Die Nachweise stehen oben.</translation>
    </message>
    <message>
        <source>you are the author</source>
        <translation>der Commit ist von Ihnen</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>die Anfrage ist von Ihnen</translation>
    </message>
    <message>
        <source>second approver needed</source>
        <translation>zweite Freigabe nötig</translation>
    </message>
    <message>
        <source>evidence incomplete</source>
        <translation>Nachweise unvollständig</translation>
    </message>
    <message>
        <source>%1 not typed</source>
        <translation>%1 nicht eingegeben</translation>
    </message>
    <message>
        <source>reason needed</source>
        <translation>Begründung nötig</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Reason needed</source>
        <translation>Begründung nötig</translation>
    </message>
    <message>
        <source>Ready in %1&#x202f;s.</source>
        <translation>Bereit in %1&#x202f;s.</translation>
    </message>
    <message>
        <source>Ctrl+Enter again within 5&#x202f;s</source>
        <translation>Strg+Enter erneut binnen 5&#x202f;s</translation>
    </message>
    <message>
        <source>Keep pressed for 1&#x202f;s</source>
        <translation>1&#x202f;s gedrückt halten</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>you do not count here</source>
        <translation>Sie zählen hier nicht</translation>
    </message>
    <message>
        <source>evidence stale</source>
        <translation>Nachweise veraltet</translation>
    </message>
    <message>
        <source>reason needed, at least %1 characters</source>
        <translation>Begründung nötig, mindestens %1 Zeichen</translation>
    </message>
    <message>
        <source>Again within 5&#x202f;s</source>
        <translation>Erneut binnen 5&#x202f;s</translation>
    </message>
    <message>
        <source>Click twice, 1 to 5&#x202f;s apart</source>
        <translation>Zweimal klicken, Abstand 1 bis 5&#x202f;s</translation>
    </message>
    <message>
        <source>the token is no reviewer there</source>
        <translation>das Token darf dort nicht prüfen</translation>
    </message>
    <message>
        <source>Already decided.</source>
        <translation>Bereits entschieden.</translation>
    </message>
    <message>
        <source>The decision was not sent.</source>
        <translation>Die Entscheidung wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Ctrl+Enter twice, 1 to 5&#x202f;s apart</source>
        <translation>Strg+Enter zweimal, Abstand 1 bis 5&#x202f;s</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalQueue</name>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Decided today</source>
        <translation>Heute entschieden</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalWindow</name>
    <message>
        <source>Approval: %1</source>
        <translation>Freigabe: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalsPage</name>
    <message>
        <source>Nothing is held.</source>
        <translation>Nichts ist angehalten.</translation>
    </message>
    <message>
        <source>Show decided</source>
        <translation>Entschiedene zeigen</translation>
    </message>
    <message>
        <source>Approvals cannot be read.</source>
        <translation>Freigaben sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Approval %1 is not among those shown.</source>
        <translation>Freigabe %1 ist nicht unter den angezeigten.</translation>
    </message>
    <message>
        <source>Approvals are not loaded yet.</source>
        <translation>Freigaben sind noch nicht geladen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AuditAside</name>
    <message>
        <source>No entry selected</source>
        <translation>Kein Eintrag gewählt</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>This</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>The evidence has changed since. Its hash then is below.</source>
        <translation>Die Nachweise haben sich seither geändert. Ihr damaliger Hash steht unten.</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>Nicht belegt</translation>
    </message>
    <message>
        <source>As it was shown at %1</source>
        <translation>Wie um %1 gezeigt</translation>
    </message>
    <message>
        <source>%1 left then</source>
        <translation>Damals noch %1</translation>
    </message>
    <message>
        <source>Break at %1</source>
        <translation>Bruch bei %1</translation>
    </message>
    <message>
        <source>What breaks</source>
        <translation>Was bricht</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>The content of %1 was changed after it was written. All before it fit.</source>
        <translation>Der Inhalt von %1 wurde nach dem Schreiben geändert. Alles davor passt.</translation>
    </message>
    <message>
        <source>Entry %1 is missing. All before it fit.</source>
        <translation>Eintrag %1 fehlt. Alles davor passt.</translation>
    </message>
    <message>
        <source>Entry %1 is not the one that was signed outside the store.</source>
        <translation>Eintrag %1 ist nicht der, der außerhalb des Speichers signiert wurde.</translation>
    </message>
    <message>
        <source>Entry %1 does not follow the one before it: one of them was put there later.</source>
        <translation>Eintrag %1 folgt nicht auf den davor: einer von beiden kam später dorthin.</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>What stands from here on cannot be proved from this log. Up to %1 it stays proof. An earlier export may hold the original.</source>
        <translation>Was ab hier steht, lässt sich aus diesem Protokoll nicht belegen. Bis %1 bleibt es Beleg. Ein früherer Export kann das Original enthalten.</translation>
    </message>
    <message>
        <source>The entry</source>
        <translation>Der Eintrag</translation>
    </message>
    <message>
        <source>Open approval</source>
        <translation>Freigabe öffnen</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>Lauf öffnen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AuditFilterBar</name>
    <message>
        <source>Filter, for example actor:you action:approved since:10:30</source>
        <translation>Filter, zum Beispiel actor:you action:approved since:10:30</translation>
    </message>
    <message>
        <source>Filter entries</source>
        <translation>Einträge filtern</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>Nicht belegt</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AuditModel</name>
    <message>
        <source>Entry %1, %2, %3 %4</source>
        <translation>Eintrag %1, %2, %3 %4</translation>
    </message>
    <message>
        <source>Entry %1, %2, %3 %4, not proven</source>
        <translation>Eintrag %1, %2, %3 %4, nicht belegt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorher</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries from %1 on are not proven: their chain starts from a hash that entry %2 no longer has</source>
        <translation>
            <numerusform>%Ln Eintrag ab %1 ist nicht belegt: seine Kette beginnt bei einem Hash, den Eintrag %2 nicht mehr hat</numerusform>
            <numerusform>%Ln Einträge ab %1 sind nicht belegt: ihre Kette beginnt bei einem Hash, den Eintrag %2 nicht mehr hat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries from %1 on are not proven: entry %1 is missing</source>
        <translation>
            <numerusform>%Ln Eintrag ab %1 ist nicht belegt: Eintrag %1 fehlt</numerusform>
            <numerusform>%Ln Einträge ab %1 sind nicht belegt: Eintrag %1 fehlt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries from %1 on are not proven: entry %1 does not follow the one before it</source>
        <translation>
            <numerusform>%Ln Eintrag ab %1 ist nicht belegt: Eintrag %1 folgt nicht auf den davor</numerusform>
            <numerusform>%Ln Einträge ab %1 sind nicht belegt: Eintrag %1 folgt nicht auf den davor</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry %1, %2, %3 %4, changed after it was written</source>
        <translation>Eintrag %1, %2, %3 %4, nach dem Schreiben geändert</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AuditPage</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Audit-Protokoll</translation>
    </message>
    <message>
        <source>Entries are only added. Hashes show their first 8 of 64 digits; select an entry for all.</source>
        <translation>Einträge kommen nur hinzu. Hashes zeigen 8 von 64 Stellen; alle zeigt der gewählte Eintrag.</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Entries are not loaded yet.</source>
        <translation>Einträge sind noch nicht geladen.</translation>
    </message>
    <message>
        <source>No entries match.</source>
        <translation>Kein Eintrag passt.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>The chain is being checked.</source>
        <translation>Die Kette wird geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries, chain complete.</source>
        <translation>
            <numerusform>%Ln Eintrag, Kette vollständig.</numerusform>
            <numerusform>%Ln Einträge, Kette vollständig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its end is not proven.</source>
        <translation>Ihr Ende ist nicht belegt.</translation>
    </message>
    <message>
        <source>The chain breaks at entry %1.</source>
        <translation>Die Kette bricht bei Eintrag %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries not proven.</source>
        <translation>
            <numerusform>%Ln Eintrag nicht belegt.</numerusform>
            <numerusform>%Ln Einträge nicht belegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Audit-Protokoll exportieren</translation>
    </message>
    <message>
        <source>Back to newest</source>
        <translation>Zurück zum neuesten</translation>
    </message>
    <message>
        <source>Showing what stands around entry %1. Nothing is repaired or hidden by Signalbox.</source>
        <translation>Zeigt, was um Eintrag %1 steht. Signalbox repariert und verbirgt nichts.</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl);;JSON (*.json);;CSV (*.csv)</source>
        <translation>JSON Lines (*.jsonl);;JSON (*.json);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Button</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, locked, %2</source>
        <translation>%1, gesperrt, %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ChainPanel</name>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Export both parts</source>
        <translation>Beide Teile exportieren</translation>
    </message>
    <message>
        <source>Checked %1 in %2</source>
        <translation>Geprüft %1 in %2</translation>
    </message>
    <message>
        <source>Chain complete</source>
        <translation>Kette vollständig</translation>
    </message>
    <message>
        <source>No change, loss or reordering. The end is proven by a signed head.</source>
        <translation>Nichts geändert, verloren oder umgeordnet. Das Ende ist signiert belegt.</translation>
    </message>
    <message>
        <source>No change or reordering. No signed head of it is kept for this user.</source>
        <translation>Nichts geändert oder umgeordnet. Für diesen Benutzer gibt es kein signiertes Ende.</translation>
    </message>
    <message>
        <source>No change or reordering. The signed head cannot be trusted.</source>
        <translation>Nichts geändert oder umgeordnet. Dem signierten Ende ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>The chain breaks at entry %1.</source>
        <translation>Die Kette bricht bei Eintrag %1.</translation>
    </message>
    <message>
        <source>Entries after it are not proven. Export both parts and tell your administrator.</source>
        <translation>Einträge danach sind nicht belegt. Exportieren Sie beide Teile und informieren Sie Ihre Verwaltung.</translation>
    </message>
    <message>
        <source>%1. New decisions go on from the last entry and stay possible.</source>
        <translation>%1. Neue Entscheidungen folgen auf den letzten Eintrag und bleiben möglich.</translation>
    </message>
    <message>
        <source>No change or reordering. Its signed head was begun at entry %1: a loss before would not show.</source>
        <translation>Nichts geändert oder umgestellt. Der signierte Kopf begann bei Eintrag %1: Ein Verlust davor fiele nicht auf.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ChartPlot</name>
    <message>
        <source>%1 Table: Control Shift T.</source>
        <translation>%1 Tabelle: Strg Umschalt T.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ChartTable</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CheckpointBar</name>
    <message>
        <source>Go to live</source>
        <translation>Zum aktuellen Stand</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>the present is shown</source>
        <translation>der aktuelle Stand wird gezeigt</translation>
    </message>
    <message>
        <source>No checkpoint yet</source>
        <translation>Noch kein Checkpoint</translation>
    </message>
    <message>
        <source>Checkpoint %1 of %2</source>
        <translation>Checkpoint %1 von %2</translation>
    </message>
    <message>
        <source>input received, %1</source>
        <translation>Eingabe erhalten, %1</translation>
    </message>
    <message>
        <source>after %1, %2</source>
        <translation>nach %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n checkpoints before it are not kept any more, as the run ended long ago</source>
        <translation>
            <numerusform>%1; %n früherer Checkpoint ist entfernt, da der Lauf lange beendet ist</numerusform>
            <numerusform>%1; %n frühere Checkpoints sind entfernt, da der Lauf lange beendet ist</numerusform>
        </translation>
    </message>
    <message>
        <source>Fork from here</source>
        <translation>Ab hier verzweigen</translation>
    </message>
    <message>
        <source>Locked: %1.</source>
        <translation>Gesperrt: %1.</translation>
    </message>
    <message>
        <source>no checkpoint yet</source>
        <translation>noch kein Checkpoint</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>%1 cannot be rehearsed, so it cannot be forked</source>
        <translation>%1 lässt sich nicht proben, also nicht verzweigen</translation>
    </message>
    <message>
        <source>Stop the replay</source>
        <translation>Wiedergabe beenden</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergeben</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CheckpointSlider</name>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Add repository…</source>
        <translation>&amp;Repository hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Import workspace…</source>
        <translation>&amp;Arbeitsbereich importieren…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Filter runs</source>
        <translation>Läufe &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Copy commit</source>
        <translation>Commit &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation>&amp;Entscheiden</translation>
    </message>
    <message>
        <source>&amp;Hold all</source>
        <translation>&amp;Alles anhalten</translation>
    </message>
    <message>
        <source>&amp;Release all…</source>
        <translation>&amp;Halt aufheben…</translation>
    </message>
    <message>
        <source>Hold &amp;line</source>
        <translation>&amp;Linie anhalten</translation>
    </message>
    <message>
        <source>&amp;Cancel run</source>
        <translation>Lauf ab&amp;brechen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Re-run selected line</source>
        <translation>Gewählte Linie &amp;wiederholen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Signalbox</source>
        <translation>Ü&amp;ber Signalbox</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Follow system</source>
        <translation>Wie &amp;System</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>&amp;Übersicht</translation>
    </message>
    <message>
        <source>&amp;Approvals</source>
        <translation>&amp;Freigaben</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Läufe</translation>
    </message>
    <message>
        <source>&amp;Knowledge</source>
        <translation>&amp;Wissen</translation>
    </message>
    <message>
        <source>A&amp;udit</source>
        <translation>&amp;Audit</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Open selected run</source>
        <translation>Gewählten Lauf öff&amp;nen</translation>
    </message>
    <message>
        <source>First that &amp;needs you</source>
        <translation>Erstes, das S&amp;ie braucht</translation>
    </message>
    <message>
        <source>Search or run a &amp;command</source>
        <translation>Suchen oder &amp;Befehl</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Collapse rail</source>
        <translation>Leiste &amp;einklappen</translation>
    </message>
    <message>
        <source>&amp;Wall</source>
        <translation>&amp;Wand</translation>
    </message>
    <message>
        <source>&amp;Open in own window</source>
        <translation>In eigenem &amp;Fenster öffnen</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>Next time &amp;zone</source>
        <translation>Nächste &amp;Zeitzone</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ComputerList</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ConnectionPane</name>
    <message>
        <source>Replace token</source>
        <translation>Token ersetzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Open token page</source>
        <translation>Token-Seite öffnen</translation>
    </message>
    <message>
        <source>Turn healing on</source>
        <translation>Behebung einschalten</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Replace and test</source>
        <translation>Ersetzen und testen</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Linie</numerusform>
            <numerusform>%n Linien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 tried</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>Each is tried once with a harmless call</source>
        <translation>Jedes wird einmal mit einem harmlosen Aufruf geprüft</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n tried %1</source>
        <translation>
            <numerusform>%n geprüft %1</numerusform>
            <numerusform>%n geprüft %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tried</source>
        <translation>
            <numerusform>%n geprüft</numerusform>
            <numerusform>%n geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Healing is off for %n lines on this server.</source>
        <translation>
            <numerusform>Die Behebung ist für %n Linie auf diesem Server aus.</numerusform>
            <numerusform>Die Behebung ist für %n Linien auf diesem Server aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each tried once with a harmless call, %n done in %1</source>
        <translation>
            <numerusform>Jedes einmal mit einem harmlosen Aufruf geprüft, %n fertig in %1</numerusform>
            <numerusform>Jedes einmal mit einem harmlosen Aufruf geprüft, %n fertig in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are watched no longer. Their runs stay.</source>
        <translation>
            <numerusform>%n Linie wird nicht mehr beobachtet. Ihre Läufe bleiben.</numerusform>
            <numerusform>%n Linien werden nicht mehr beobachtet. Ihre Läufe bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is told nothing any more.</source>
        <translation>Ihm wird nichts mehr gemeldet.</translation>
    </message>
    <message>
        <source>Agents go on by rules alone.</source>
        <translation>Agenten arbeiten allein nach Regeln weiter.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>being tested</source>
        <translation>wird getestet</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>being changed</source>
        <translation>wird geändert</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>wird gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n are watched only.</source>
        <translation>
            <numerusform>Sie wird nur beobachtet.</numerusform>
            <numerusform>Sie werden nur beobachtet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace secret</source>
        <translation>Geheimnis ersetzen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ConnectionsSection</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>No connections. A repository on a server brings the first one.</source>
        <translation>Keine Verbindungen. Ein Repository auf einem Server bringt die erste.</translation>
    </message>
    <message>
        <source>Add repository</source>
        <translation>Repository hinzufügen</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Test all</source>
        <translation>Alle testen</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase of the sealed file</source>
        <translation>Passphrase der versiegelten Datei</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>nothing to test</source>
        <translation>nichts zu testen</translation>
    </message>
    <message>
        <source>being tested</source>
        <translation>wird getestet</translation>
    </message>
    <message>
        <source>Secrets in the sealed file cannot be read without its passphrase.</source>
        <translation>Geheimnisse der versiegelten Datei sind ohne ihre Passphrase nicht lesbar.</translation>
    </message>
    <message>
        <source>Secrets are in the sealed file, which is open.</source>
        <translation>Geheimnisse sind in der versiegelten Datei, die offen ist.</translation>
    </message>
    <message>
        <source>There is no keychain. Secrets come from the environment.</source>
        <translation>Es gibt keinen Schlüsselbund. Geheimnisse kommen aus der Umgebung.</translation>
    </message>
    <message>
        <source>Secrets can be kept in the system keychain.</source>
        <translation>Geheimnisse können im Schlüsselbund des Systems liegen.</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ContributionTable</name>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DataSection</name>
    <message>
        <source>For ever</source>
        <translation>Für immer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Wo es liegt</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Signed audit heads</source>
        <translation>Signierte Protokollköpfe</translation>
    </message>
    <message>
        <source>In the store</source>
        <translation>Im Speicher</translation>
    </message>
    <message>
        <source>Everything stays on this machine: runs, approvals, the audit log, what was learned. Logs are redacted before they are stored. To keep a copy, close Signalbox and copy the store with what stands beside it. Audit and Knowledge export what they show.</source>
        <translation>Alles bleibt auf diesem Rechner: Läufe, Freigaben, das Protokoll, das Gelernte. Logs werden geschwärzt, bevor sie gespeichert werden. Für eine Kopie schließen Sie Signalbox und kopieren den Speicher mit dem, was daneben steht. Protokoll und Wissen exportieren, was sie zeigen.</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Wie lange es bleibt</translation>
    </message>
    <message>
        <source>Checkpoints of ended runs</source>
        <translation>Prüfpunkte beendeter Läufe</translation>
    </message>
    <message>
        <source>Prune runs that ended longer ago than</source>
        <translation>Läufe bereinigen, die länger beendet sind als</translation>
    </message>
    <message>
        <source>Prune now</source>
        <translation>Jetzt bereinigen</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Prüfpunkte</translation>
    </message>
    <message>
        <source>After a run has ended. The first, the newest and those of forks stay.</source>
        <translation>Nach dem Ende eines Laufs. Der erste, der neueste und die von Verzweigungen bleiben.</translation>
    </message>
    <message>
        <source>Older than</source>
        <translation>Älter als</translation>
    </message>
    <message>
        <source>Events, effects</source>
        <translation>Ereignisse, Wirkungen</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>Decisions, audit</source>
        <translation>Entscheidungen, Protokoll</translation>
    </message>
    <message>
        <source>Done. It is one entry in Audit.</source>
        <translation>Erledigt. Es ist ein Eintrag im Protokoll.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Runs %1, checkpoints %2, audit entries %3</source>
        <translation>Läufe %1, Prüfpunkte %2, Protokolleinträge %3</translation>
    </message>
    <message>
        <source>%1 checkpoints of %2 runs go, about %3. The store&apos;s file keeps its size; the room is used again. Events, decisions and the audit log stay.</source>
        <translation>Prüfpunkte: %1, von Läufen: %2, etwa %3. Die Datei des Speichers behält ihre Größe; der Platz wird wieder genutzt. Ereignisse, Entscheidungen und das Protokoll bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>Keep checkpoints for %Ln days?</source>
        <translation>
            <numerusform>Prüfpunkte %Ln Tag behalten?</numerusform>
            <numerusform>Prüfpunkte %Ln Tage behalten?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep for %Ln days</source>
        <translation>
            <numerusform>%Ln Tag behalten</numerusform>
            <numerusform>%Ln Tage behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is that old.</source>
        <translation>So alt ist nichts.</translation>
    </message>
    <message numerus="yes">
        <source>Prune runs that ended more than %Ln days ago?</source>
        <translation>
            <numerusform>Läufe bereinigen, die vor mehr als %Ln Tag endeten?</numerusform>
            <numerusform>Läufe bereinigen, die vor mehr als %Ln Tagen endeten?</numerusform>
        </translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>Bereinigen</translation>
    </message>
    <message>
        <source>Everything stays on this machine.</source>
        <translation>Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>%1 in the store, %2 of logs.</source>
        <translation>%1 im Speicher, %2 Protokolle.</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DiffModel</name>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>added</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>%1

%2</source>
        <translation>%1

%2</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <translation>%1 geändert von %2 auf %3</translation>
    </message>
    <message>
        <source>%1 added, %2</source>
        <translation>%1 neu, %2</translation>
    </message>
    <message>
        <source>%1 removed, was %2</source>
        <translation>%1 entfernt, war %2</translation>
    </message>
    <message>
        <source>%1 unchanged, %2</source>
        <translation>%1 unverändert, %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DiffView</name>
    <message>
        <source>State diff</source>
        <translation>Zustandsvergleich</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::EmptyState</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ErrorStrip</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::EvidenceModel</name>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>healed %1</source>
        <translation>behoben %1</translation>
    </message>
    <message>
        <source>no effect</source>
        <translation>ohne Wirkung</translation>
    </message>
    <message>
        <source>%1, run %2</source>
        <translation>%1, Lauf %2</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>no failure</source>
        <translation>kein Fehler</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>nicht markiert</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::EvidencePanel</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Line %1, root cause, %2</source>
        <translation>Zeile %1, Ursache, %2</translation>
    </message>
    <message>
        <source>Line %1, %2</source>
        <translation>Zeile %1, %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::EvidenceView</name>
    <message>
        <source>Sections of the evidence</source>
        <translation>Abschnitte der Nachweise</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>To be looked at before you approve</source>
        <translation>Vor der Freigabe anzusehen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Figure</name>
    <message>
        <source>%1 as a table</source>
        <translation>%1 als Tabelle</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FirstRun</name>
    <message>
        <source>Nothing was started.</source>
        <translation>Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>No lines yet.</source>
        <translation>Noch keine Linien.</translation>
    </message>
    <message>
        <source>A line is one repository and the places it is released to. Signalbox watches its runs, repairs what it can, and holds what needs a person.</source>
        <translation>Eine Linie ist ein Repository und die Orte, an die es ausgeliefert wird. Signalbox beobachtet ihre Läufe, behebt, was es kann, und hält an, was eine Person braucht.</translation>
    </message>
    <message>
        <source>Open the demo workspace</source>
        <translation>Demo-Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Runs for real on this computer. About ten seconds.</source>
        <translation>Läuft wirklich auf diesem Rechner. Etwa zehn Sekunden.</translation>
    </message>
    <message>
        <source>Open demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Add a repository</source>
        <translation>Repository hinzufügen</translation>
    </message>
    <message>
        <source>Add repository</source>
        <translation>Repository hinzufügen</translation>
    </message>
    <message>
        <source>Import a workspace</source>
        <translation>Arbeitsbereich importieren</translation>
    </message>
    <message>
        <source>The lines of another workspace, from its file.</source>
        <translation>Die Linien eines anderen Arbeitsbereichs, aus seiner Datei.</translation>
    </message>
    <message>
        <source>Import file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>Starts small repositories</source>
        <translation>Startet kleine Repositorys</translation>
    </message>
    <message>
        <source>Real git, real jobs, run on this computer.</source>
        <translation>Echtes git, echte Jobs, auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Breaks a build</source>
        <translation>Beschädigt einen Build</translation>
    </message>
    <message>
        <source>A corrupt cache. The Heal agent finds and fixes it.</source>
        <translation>Ein defekter Cache. Der Agent Behebung findet und behebt ihn.</translation>
    </message>
    <message>
        <source>Runs a flaky test</source>
        <translation>Führt einen unzuverlässigen Test aus</translation>
    </message>
    <message>
        <source>It is retried, and passes the second time.</source>
        <translation>Er wird wiederholt und besteht beim zweiten Mal.</translation>
    </message>
    <message>
        <source>Hands over to you</source>
        <translation>Übergibt an Sie</translation>
    </message>
    <message>
        <source>A compile error. You see the evidence and decide.</source>
        <translation>Ein Compilerfehler. Sie sehen die Nachweise und entscheiden.</translation>
    </message>
    <message>
        <source>What the demo does</source>
        <translation>Was die Demo tut</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nichts verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>No account, no model key. Agents use the built-in rules.</source>
        <translation>Kein Konto, kein Modellschlüssel. Agenten nutzen die eingebauten Regeln.</translation>
    </message>
    <message>
        <source>Locked: starting.</source>
        <translation>Gesperrt: wird gestartet.</translation>
    </message>
    <message>
        <source>On GitHub, GitLab or this computer. Tested before it is saved.</source>
        <translation>Auf GitHub, GitLab oder diesem Rechner. Vor dem Speichern getestet.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ForkEditor</name>
    <message>
        <source>The original never changes. In a rehearsal the record answers, and nothing has effects.</source>
        <translation>Das Original ändert sich nie. In einer Probe antwortet die Aufzeichnung, und nichts hat Wirkung.</translation>
    </message>
    <message>
        <source>State of the fork</source>
        <translation>Zustand der Verzweigung</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Fork live</source>
        <translation>Echt verzweigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Fork live? Steps after checkpoint %1 run again, with real effects.</source>
        <translation>Echt verzweigen? Schritte nach Checkpoint %1 laufen erneut, mit echter Wirkung.</translation>
    </message>
    <message>
        <source>Rehearse instead</source>
        <translation>Stattdessen proben</translation>
    </message>
    <message>
        <source>Fork from checkpoint %1</source>
        <translation>Ab Checkpoint %1 verzweigen</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Nothing is changed: the steps after it run again as they did.</source>
        <translation>Nichts ist geändert: die Schritte danach laufen wie zuvor.</translation>
    </message>
    <message>
        <source>Changed: %1. The run has never had: %2.</source>
        <translation>Geändert: %1. Der Lauf hatte nie: %2.</translation>
    </message>
    <message>
        <source>Changed: %1.</source>
        <translation>Geändert: %1.</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GapBox</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GraphPane</name>
    <message>
        <source>This run did not need an agent.</source>
        <translation>Dieser Lauf brauchte keinen Agenten.</translation>
    </message>
    <message>
        <source>Graph as a table</source>
        <translation>Graph als Tabelle</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>led to %1</source>
        <translation>führte zu %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GraphView</name>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Graph, %1 steps</source>
        <translation>Graph, %1 Schritte</translation>
    </message>
    <message>
        <source>Solid line: taken. Dashed line: not taken.</source>
        <translation>Durchgezogen: genommen. Gestrichelt: nicht genommen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::HeaderBar</name>
    <message>
        <source>Hold all</source>
        <translation>Alles anhalten</translation>
    </message>
    <message>
        <source>No step, fix or promotion starts. Ctrl+Shift+H</source>
        <translation>Kein Schritt, Fix oder Ausbau beginnt. Strg+Umschalt+H</translation>
    </message>
    <message>
        <source>Release all</source>
        <translation>Halt aufheben</translation>
    </message>
    <message>
        <source>Needs a reason</source>
        <translation>Braucht eine Begründung</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorherige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::HoldBanner</name>
    <message>
        <source>Reason, needed to release</source>
        <translation>Begründung, nötig zum Aufheben</translation>
    </message>
    <message>
        <source>Release all</source>
        <translation>Halt aufheben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>reason missing</source>
        <translation>Begründung fehlt</translation>
    </message>
    <message>
        <source>Locked: reason missing</source>
        <translation>Gesperrt: Begründung fehlt</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Ihnen</translation>
    </message>
    <message>
        <source>Held by %1 at %2.</source>
        <translation>Angehalten von %1 um %2.</translation>
    </message>
    <message>
        <source>Held by %1 at %2: %3.</source>
        <translation>Angehalten von %1 um %2: %3.</translation>
    </message>
    <message>
        <source>All lines held.</source>
        <translation>Alle Linien angehalten.</translation>
    </message>
    <message>
        <source>%1 No step, fix or promotion starts.</source>
        <comment>who holds</comment>
        <translation>%1 Kein Schritt, Fix oder Ausbau beginnt.</translation>
    </message>
    <message>
        <source>%1 is held.</source>
        <translation>%1 ist angehalten.</translation>
    </message>
    <message>
        <source>Release line</source>
        <translation>Linie freigeben</translation>
    </message>
    <message numerus="yes">
        <source>%n lines are held.</source>
        <translation>
            <numerusform>%n Linie ist angehalten.</numerusform>
            <numerusform>%n Linien sind angehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Release all lines?</source>
        <translation>Halt aller Linien aufheben?</translation>
    </message>
    <message>
        <source>Release %1?</source>
        <translation>Halt von %1 aufheben?</translation>
    </message>
    <message numerus="yes">
        <source>%n runs continue.</source>
        <translation>
            <numerusform>%n Lauf geht weiter.</numerusform>
            <numerusform>%n Läufe gehen weiter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::HoldButton</name>
    <message>
        <source>%1, locked, %2</source>
        <translation>%1, gesperrt, %2</translation>
    </message>
    <message>
        <source>%1. Press Control Enter twice, one to five seconds apart, or keep the mouse button pressed for one second.</source>
        <translation>%1. Steuerung Enter zweimal drücken, im Abstand von einer bis fünf Sekunden, oder die Maustaste eine Sekunde gedrückt halten.</translation>
    </message>
    <message>
        <source>%1. Press Control Enter twice, or click twice, one to five seconds apart.</source>
        <translation>%1. Steuerung Enter zweimal drücken oder zweimal klicken, im Abstand von einer bis fünf Sekunden.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ImportModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Fix</translation>
    </message>
    <message>
        <source>Worked here</source>
        <translation>Half hier</translation>
    </message>
    <message>
        <source>Worked by the file</source>
        <translation>Half laut Datei</translation>
    </message>
    <message>
        <source>Autonomy</source>
        <translation>Autonomie</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ImportPanel</name>
    <message>
        <source>What the file would change</source>
        <translation>Was die Datei ändern würde</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%1 changes %n patterns.</source>
        <translation>
            <numerusform>%1 ändert %n Muster.</numerusform>
            <numerusform>%1 ändert %n Muster.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its records say no more than what is known here. They change nothing.</source>
        <translation>
            <numerusform>%n seiner Einträge sagt nicht mehr, als hier bekannt ist. Er ändert nichts.</numerusform>
            <numerusform>%n seiner Einträge sagen nicht mehr, als hier bekannt ist. Sie ändern nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing would change</source>
        <translation>nichts würde sich ändern</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::KeysPanel</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Choose a run</source>
        <translation>Lauf wählen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the selected run</source>
        <translation>Gewählten Lauf öffnen</translation>
    </message>
    <message>
        <source>Run detail</source>
        <translation>Laufdetails</translation>
    </message>
    <message>
        <source>Step back, step forward</source>
        <translation>Schritt zurück, Schritt vor</translation>
    </message>
    <message>
        <source>Go to live</source>
        <translation>Zum aktuellen Stand</translation>
    </message>
    <message>
        <source>Show unchanged keys of the state</source>
        <translation>Unveränderte Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Log durchsuchen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Strg+Umschalt+T</translation>
    </message>
    <message>
        <source>The graph as a table</source>
        <translation>Der Graph als Tabelle</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Ask for more</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Ctrl+Enter twice</source>
        <translation>Strg+Enter zweimal</translation>
    </message>
    <message>
        <source>Section of the evidence</source>
        <translation>Abschnitt der Nachweise</translation>
    </message>
    <message>
        <source>Approve, 1 to 5&#x202f;s apart</source>
        <translation>Freigeben, Abstand 1 bis 5&#x202f;s</translation>
    </message>
    <message>
        <source>Fork from this checkpoint</source>
        <translation>Ab diesem Checkpoint forken</translation>
    </message>
    <message>
        <source>Match case, whole words, expressions</source>
        <translation>Groß-/Kleinschreibung, ganze Wörter, Ausdrücke</translation>
    </message>
    <message>
        <source>Root cause, failing step</source>
        <translation>Ursache, fehlgeschlagener Schritt</translation>
    </message>
    <message>
        <source>Sections, go to line</source>
        <translation>Abschnitte, zu Zeile springen</translation>
    </message>
    <message>
        <source>Times, invisible characters, wrapped lines, follow the end</source>
        <translation>Zeiten, unsichtbare Zeichen, umbrochene Zeilen, dem Ende folgen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::KnowledgeModel</name>
    <message>
        <source>Failure and fix</source>
        <translation>Fehler und Fix</translation>
    </message>
    <message>
        <source>Worked, 95 % interval</source>
        <translation>Wirkte, 95-%-Intervall</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt genutzt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Locked: policy wants a pull request.</source>
        <translation>Gesperrt: Richtlinie verlangt einen Pull-Request.</translation>
    </message>
    <message>
        <source>Locked: it is destructive and always asks.</source>
        <translation>Gesperrt: es zerstört und fragt immer.</translation>
    </message>
    <message>
        <source>Locked: policy asks a person.</source>
        <translation>Gesperrt: Richtlinie fragt eine Person.</translation>
    </message>
    <message>
        <source>Locked: policy forbids it.</source>
        <translation>Gesperrt: Richtlinie verbietet es.</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>%1, %2, %3, worked %4 of %5</source>
        <translation>%1, %2, %3, half %4 von %5</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Autonomy</source>
        <translation>Autonomie</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::KnowledgePage</name>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Nothing learned yet. Patterns appear after the first verified fix.</source>
        <translation>Noch nichts gelernt. Muster erscheinen nach dem ersten geprüften Fix.</translation>
    </message>
    <message>
        <source>What was learned is not loaded yet.</source>
        <translation>Das Gelernte ist noch nicht geladen.</translation>
    </message>
    <message>
        <source>Nothing learned yet.</source>
        <translation>Noch nichts gelernt.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Import patterns</source>
        <translation>Muster importieren</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export patterns</source>
        <translation>Muster exportieren</translation>
    </message>
    <message>
        <source>Policy of each line</source>
        <translation>Richtlinie je Linie</translation>
    </message>
    <message>
        <source>Marked. The figures follow.</source>
        <translation>Markiert. Die Zahlen folgen.</translation>
    </message>
    <message>
        <source>Taken over. It is one entry in Audit.</source>
        <translation>Übernommen. Es ist ein Eintrag im Protokoll.</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>Turn off %1?</source>
        <translation>%1 ausschalten?</translation>
    </message>
    <message numerus="yes">
        <source>%1 has fixed %2 of %n runs. It would not even be suggested.</source>
        <translation>
            <numerusform>%1 hat %2 von %n Lauf behoben. Es würde nicht einmal vorgeschlagen.</numerusform>
            <numerusform>%1 hat %2 von %n Läufen behoben. Es würde nicht einmal vorgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggest only</source>
        <translation>Nur vorschlagen</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switched. It counts for the next choice of a fix.</source>
        <translation>Umgeschaltet. Es gilt für die nächste Wahl einer Behebung.</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>%1 vergessen?</translation>
    </message>
    <message>
        <source>Every fix against it goes, with its switch and the marks of its runs. The entries in Audit stay. Export first to keep a copy.</source>
        <translation>Jede Behebung dagegen geht, mit ihrem Schalter und den Markierungen ihrer Läufe. Die Einträge im Protokoll bleiben. Exportieren Sie vorher, um eine Kopie zu behalten.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forgotten. The entries in Audit stay.</source>
        <translation>Vergessen. Die Einträge im Protokoll bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln fixes worked.</source>
        <translation>
            <numerusform>%1 von %Ln Behebung half.</numerusform>
            <numerusform>%1 von %Ln Behebungen halfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No patterns match.</source>
        <translation>Kein Muster passt.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Auto stays within the limits of each line&apos;s policy. Locked where every policy wants a pull request or a person.</source>
        <translation>Automatisch bleibt in den Grenzen der Richtlinie jeder Linie. Gesperrt, wo jede Richtlinie einen Pull-Request oder eine Person verlangt.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln patterns</source>
        <translation>
            <numerusform>%Ln Muster</numerusform>
            <numerusform>%Ln Muster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln act on their own</source>
        <translation>
            <numerusform>%Ln handelt selbst</numerusform>
            <numerusform>%Ln handeln selbst</numerusform>
        </translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweise</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LineChart</name>
    <message>
        <source>No data yet.</source>
        <translation>Noch keine Daten.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LineDiffModel</name>
    <message>
        <source>added: %1</source>
        <translation>hinzugefügt: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>entfernt: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LogPane</name>
    <message>
        <source>Job and attempt</source>
        <translation>Job und Versuch</translation>
    </message>
    <message>
        <source>No log yet. It starts with the first line of output.</source>
        <translation>Noch kein Log. Es beginnt mit der ersten Ausgabezeile.</translation>
    </message>
    <message>
        <source>Copied the first %1 of %2 lines.</source>
        <translation>Die ersten %1 von %2 Zeilen kopiert.</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1, Versuch %2</translation>
    </message>
    <message>
        <source>%1, failed</source>
        <translation>%1, fehlgeschlagen</translation>
    </message>
    <message>
        <source>The log stops at line %1.</source>
        <translation>Das Log endet bei Zeile %1.</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Erneut laden</translation>
    </message>
    <message>
        <source>No line matches</source>
        <translation>Keine Zeile passt</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche löschen</translation>
    </message>
    <message>
        <source>This log has no sections.</source>
        <translation>Dieses Log hat keine Abschnitte.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LogSearch</name>
    <message>
        <source>Search the log</source>
        <translation>Log durchsuchen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 lines match</source>
        <translation>%1 von %2 Zeilen passen</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LogStrip</name>
    <message>
        <source>The whole log</source>
        <translation>Das ganze Log</translation>
    </message>
    <message numerus="yes">
        <source>Root cause at %1 of %2, %n error(s).</source>
        <translation>
            <numerusform>Ursache in Zeile %1 von %2, %n Fehler.</numerusform>
            <numerusform>Ursache in Zeile %1 von %2, %n Fehler.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s).</source>
        <translation>
            <numerusform>%n Fehler.</numerusform>
            <numerusform>%n Fehler.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LogSwitches</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Invisible</source>
        <translation>Unsichtbares</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbruch</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Line %1, root cause, %2</source>
        <translation>Zeile %1, Ursache, %2</translation>
    </message>
    <message>
        <source>Line %1, %2</source>
        <translation>Zeile %1, %2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>End of the failing step</source>
        <translation>Ende des fehlgeschlagenen Schritts</translation>
    </message>
    <message>
        <source>Go to line…</source>
        <translation>Gehe zu Zeile…</translation>
    </message>
    <message>
        <source>Sections…</source>
        <translation>Abschnitte…</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Invisible</source>
        <translation>Unsichtbares</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbruch</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Failing step ended here</source>
        <translation>Fehlgeschlagener Schritt endete hier</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LogWindow</name>
    <message>
        <source>Log: %1, %2</source>
        <translation>Log: %1, %2</translation>
    </message>
    <message>
        <source>Root cause at %1.</source>
        <translation>Ursache in Zeile %1.</translation>
    </message>
    <message>
        <source>No root cause is known.</source>
        <translation>Es ist keine Ursache bekannt.</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>none is known</source>
        <translation>keine bekannt</translation>
    </message>
    <message>
        <source>Failing step</source>
        <translation>Fehlgeschlagener Schritt</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>Zeile %1 von %2</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LongText</name>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MainWindow</name>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>%1 – Signalbox</source>
        <translation>%1 – Signalbox</translation>
    </message>
    <message>
        <source>No line was added.</source>
        <translation>Keine Linie wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Commit copied.</source>
        <translation>Commit kopiert.</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>Über Signalbox</translation>
    </message>
    <message>
        <source>Signalbox %1
The place from which releases are let through or held.
GPL-3.0-or-later</source>
        <translation>Signalbox %1
Der Ort, von dem aus Releases freigegeben oder angehalten werden.
GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>The audit log is not proven.</source>
        <translation>Das Audit-Protokoll ist nicht belegt.</translation>
    </message>
    <message>
        <source>The store cannot be written.</source>
        <translation>Der Speicher ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>Nichts braucht Sie.</translation>
    </message>
    <message>
        <source>all lines are held</source>
        <translation>alle Linien sind angehalten</translation>
    </message>
    <message>
        <source>nothing is held</source>
        <translation>nichts ist angehalten</translation>
    </message>
    <message>
        <source>Select an approval first.</source>
        <translation>Wählen Sie zuerst eine Freigabe.</translation>
    </message>
    <message>
        <source>1 agent stops.</source>
        <translation>1 Agent hält an.</translation>
    </message>
    <message numerus="yes">
        <source>%n agents stop.</source>
        <translation>
            <numerusform>%n Agent hält an.</numerusform>
            <numerusform>%n Agenten halten an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit Signalbox?</source>
        <translation>Signalbox beenden?</translation>
    </message>
    <message>
        <source>Quit Signalbox? %1</source>
        <translation>Signalbox beenden? %1</translation>
    </message>
    <message>
        <source>Keep running in tray</source>
        <translation>Im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is no log yet.</source>
        <translation>Es gibt noch kein Log.</translation>
    </message>
    <message>
        <source>A connection does not work.</source>
        <translation>Eine Verbindung funktioniert nicht.</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>no run selected</source>
        <translation>kein Lauf gewählt</translation>
    </message>
    <message>
        <source>no line selected</source>
        <translation>keine Linie gewählt</translation>
    </message>
    <message>
        <source>run has ended</source>
        <translation>Lauf ist beendet</translation>
    </message>
    <message>
        <source>run without a commit</source>
        <translation>Lauf ohne Commit</translation>
    </message>
    <message>
        <source>run is open</source>
        <translation>Lauf ist geöffnet</translation>
    </message>
    <message>
        <source>no run selected on the page Runs</source>
        <translation>kein Lauf auf der Seite Läufe gewählt</translation>
    </message>
    <message>
        <source>nothing was shown before</source>
        <translation>davor wurde nichts gezeigt</translation>
    </message>
    <message>
        <source>nothing was shown after</source>
        <translation>danach wurde nichts gezeigt</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Open Audit and verify it again.</source>
        <translation>Audit öffnen und erneut prüfen.</translation>
    </message>
    <message>
        <source>Times are told in %1.</source>
        <translation>Zeiten gelten in %1.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ModelPane</name>
    <message>
        <source>Model messages</source>
        <translation>Modellnachrichten</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::NeedCard</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Review %1, %2</source>
        <translation>%1 prüfen, %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1, %2</source>
        <translation>%1 öffnen, %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::NeedsYou</name>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Open the first item</source>
        <translation>Ersten Eintrag öffnen</translation>
    </message>
    <message>
        <source>Ctrl J</source>
        <translation>Strg J</translation>
    </message>
    <message>
        <source>Approvals are not loaded yet.</source>
        <translation>Freigaben sind noch nicht geladen.</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nichts braucht Sie</translation>
    </message>
    <message>
        <source>Approvals, escalations and lines off baseline appear here.</source>
        <translation>Freigaben, Eskalationen und abweichende Linien erscheinen hier.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Lines are not loaded yet.</source>
        <translation>Linien sind noch nicht geladen.</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Needs you %1</source>
        <translation>Braucht Sie %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Page</name>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Updated %1 ago</source>
        <translation>Aktualisiert vor %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Palette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>Decisions are made on the approval, not here</source>
        <translation>Entschieden wird in der Freigabe, nicht hier</translation>
    </message>
    <message>
        <source>Nothing found for %1.</source>
        <translation>Nichts gefunden für %1.</translation>
    </message>
    <message>
        <source>&gt; commands   # runs   @ people</source>
        <translation>&gt; Befehle   # Läufe   @ Personen</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 von %3</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Look for %1 in all runs</source>
        <translation>%1 in allen Läufen suchen</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umschalt+Enter</translation>
    </message>
    <message>
        <source>open in window</source>
        <translation>im Fenster öffnen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PaletteModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PatternAside</name>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Evidence runs</source>
        <translation>Läufe als Nachweis</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Not a failure</source>
        <translation>Kein Fehler</translation>
    </message>
    <message>
        <source>A mark changes the figures and the choice of the next run. It is kept in Audit.</source>
        <translation>Eine Markierung ändert die Zahlen und die Wahl im nächsten Lauf. Sie steht im Protokoll.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt genutzt</translation>
    </message>
    <message>
        <source>What was tried against it</source>
        <translation>Was dagegen versucht wurde</translation>
    </message>
    <message>
        <source>worked, of tried</source>
        <translation>wirkte, von versuchten</translation>
    </message>
    <message>
        <source>%1, %2, worked %3 of %4</source>
        <translation>%1, %2, wirkte %3 von %4</translation>
    </message>
    <message>
        <source>Few tries say little: the interval is wide.</source>
        <translation>Wenige Versuche sagen wenig: das Intervall ist breit.</translation>
    </message>
    <message>
        <source>newest %1 of %2</source>
        <translation>die neuesten %1 von %2</translation>
    </message>
    <message>
        <source>Was the pattern right about %1?</source>
        <translation>Lag das Muster bei %1 richtig?</translation>
    </message>
    <message>
        <source>No run here to mark.</source>
        <translation>Kein Lauf zum Markieren.</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PatternFilterBar</name>
    <message>
        <source>Filter, for example cache origin:here worked:&lt;50</source>
        <translation>Filter, zum Beispiel cache origin:here worked:&lt;50</translation>
    </message>
    <message>
        <source>Filter patterns</source>
        <translation>Muster filtern</translation>
    </message>
    <message>
        <source>Acting alone</source>
        <translation>Handeln allein</translation>
    </message>
    <message>
        <source>Below 50&#x202f;%</source>
        <translation>Unter 50&#x202f;%</translation>
    </message>
    <message>
        <source>Learned here</source>
        <translation>Hier gelernt</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PendingBar</name>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>%1 Takes effect in %2&#x202f;s.</source>
        <translation>%1 Wirksam in %2&#x202f;s.</translation>
    </message>
    <message>
        <source>Reason hidden until you decide.</source>
        <translation>Begründung verborgen, bis Sie entscheiden.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1. Decided by %2.</source>
        <translation>%1. Entschieden von %2.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PlaceStep</name>
    <message>
        <source>GitHub</source>
        <translation>GitHub</translation>
    </message>
    <message>
        <source>GitLab</source>
        <translation>GitLab</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Where it lives</source>
        <translation>Wo es liegt</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>A folder with a signalbox.yaml</source>
        <translation>Ein Ordner mit signalbox.yaml</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Empty: gitlab.com. One of your own: https://gitlab.acme.com</source>
        <translation>Leer: gitlab.com. Ein eigener: https://gitlab.acme.com</translation>
    </message>
    <message>
        <source>Empty: github.com. One of your own: https://github.acme.com</source>
        <translation>Leer: github.com. Ein eigener: https://github.acme.com</translation>
    </message>
    <message>
        <source>With its group, as in the address of its page</source>
        <translation>Mit der Gruppe, wie in der Adresse seiner Seite</translation>
    </message>
    <message>
        <source>With its owner, as in the address of its page</source>
        <translation>Mit dem Besitzer, wie in der Adresse seiner Seite</translation>
    </message>
    <message>
        <source>a folder is needed</source>
        <translation>ein Ordner fehlt</translation>
    </message>
    <message>
        <source>the repository is needed, with its owner</source>
        <translation>das Repository fehlt, mit Besitzer</translation>
    </message>
    <message>
        <source>Add a repository</source>
        <translation>Repository hinzufügen</translation>
    </message>
    <message>
        <source>the server is an address such as %1</source>
        <translation>der Server ist eine Adresse wie %1</translation>
    </message>
    <message>
        <source>the address names no repository</source>
        <translation>die Adresse nennt kein Repository</translation>
    </message>
    <message>
        <source>the repository is a name such as %1</source>
        <translation>das Repository ist ein Name wie %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PolicyForm</name>
    <message>
        <source>Freezes and environments</source>
        <translation>Sperrzeiten und Umgebungen</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Sperrzeit</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Always asks</source>
        <translation>Fragt immer</translation>
    </message>
    <message>
        <source>no environment</source>
        <translation>keine Umgebung</translation>
    </message>
    <message>
        <source>Approvers</source>
        <translation>Freigebende</translation>
    </message>
    <message>
        <source>one, two for critical risk and overrides</source>
        <translation>eine Person, zwei bei kritischem Risiko und Übersteuerung</translation>
    </message>
    <message>
        <source>No decision</source>
        <translation>Keine Entscheidung</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation>Schutzschalter</translation>
    </message>
    <message>
        <source>one failure in three runs at once stops retrying</source>
        <translation>ein Fehler in drei Läufen zugleich beendet Wiederholungen</translation>
    </message>
    <message>
        <source>Used this hour</source>
        <translation>In dieser Stunde genutzt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PolicySection</name>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Nothing changed. An edit shows here what it makes of the file, before it is proposed.</source>
        <translation>Nichts geändert. Eine Änderung zeigt hier, was aus der Datei wird, bevor sie vorgeschlagen wird.</translation>
    </message>
    <message>
        <source>Change of the file</source>
        <translation>Änderung der Datei</translation>
    </message>
    <message>
        <source>Reason, needed</source>
        <translation>Grund, erforderlich</translation>
    </message>
    <message>
        <source>Reason of the change</source>
        <translation>Grund der Änderung</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Propose change</source>
        <translation>Änderung vorschlagen</translation>
    </message>
    <message>
        <source>Proposed on the branch %1. It is in force once it is merged. It is one entry in Audit.</source>
        <translation>Vorgeschlagen auf dem Branch %1. Sie gilt, sobald er zusammengeführt ist. Es ist ein Eintrag im Protokoll.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>signalbox.yaml, %1</source>
        <translation>signalbox.yaml, %1</translation>
    </message>
    <message>
        <source>no file on %1: the defaults</source>
        <translation>keine Datei auf %1: die Vorgaben</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. The policy accepted last is in force.</source>
        <translation>Die Datei ist nicht lesbar: %1. Es gilt die zuletzt angenommene Richtlinie.</translation>
    </message>
    <message>
        <source>Waits for a person, as it is looser: %1</source>
        <translation>Wartet auf eine Person, da lockerer: %1</translation>
    </message>
    <message>
        <source>In force since %1, accepted by %2.</source>
        <translation>In Kraft seit %1, angenommen von %2.</translation>
    </message>
    <message>
        <source>In force with the next run. A change that loosens it needs a person.</source>
        <translation>In Kraft mit dem nächsten Lauf. Eine Lockerung braucht eine Person.</translation>
    </message>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1 ist keine Zahl.</translation>
    </message>
    <message>
        <source>No lines yet.</source>
        <translation>Noch keine Linien.</translation>
    </message>
    <message>
        <source>The policy of each line.</source>
        <translation>Die Richtlinie jeder Linie.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes.</source>
        <translation>
            <numerusform>%n Änderung.</numerusform>
            <numerusform>%n Änderungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It says what agents may do on their own.</source>
        <translation>Sie sagt, was Agenten allein tun dürfen.</translation>
    </message>
    <message>
        <source>Looser: a person approves it once it is merged.</source>
        <translation>Lockerer: eine Person gibt sie frei, sobald sie zusammengeführt ist.</translation>
    </message>
    <message>
        <source>In force once it is merged.</source>
        <translation>In Kraft, sobald sie zusammengeführt ist.</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>nichts geändert</translation>
    </message>
    <message>
        <source>a reason is needed</source>
        <translation>ein Grund fehlt</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Änderung %1</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>The policy is not loaded yet.</source>
        <translation>Die Richtlinie ist noch nicht geladen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PromptBanners</name>
    <message>
        <source>The decision was not sent.</source>
        <translation>Die Entscheidung wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>The evidence changed while you decided. Look at the marked sections and decide again.</source>
        <translation>Die Nachweise änderten sich während der Entscheidung. Sehen Sie die markierten Abschnitte an und entscheiden Sie erneut.</translation>
    </message>
    <message>
        <source>The decision could not be taken back.</source>
        <translation>Die Entscheidung war nicht zurückzunehmen.</translation>
    </message>
    <message>
        <source>Approvals cannot be sent.</source>
        <translation>Freigaben sind nicht zu senden.</translation>
    </message>
    <message>
        <source>%1 Your decision is not lost: it stays here until you send it again.</source>
        <translation>%1 Ihre Entscheidung ist nicht verloren: Sie bleibt hier, bis Sie sie erneut senden.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Refresh evidence</source>
        <translation>Nachweise aktualisieren</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>Wird aktualisiert…</translation>
    </message>
    <message>
        <source>The evidence was not refreshed.</source>
        <translation>Die Nachweise wurden nicht aktualisiert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PromptHeader</name>
    <message>
        <source>Open run</source>
        <translation>Lauf öffnen</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Decide by %1</source>
        <translation>Entscheiden bis %1</translation>
    </message>
    <message>
        <source>Time passed at %1</source>
        <translation>Frist abgelaufen um %1</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left, decide by %1, then %2.</source>
        <translation>
            <numerusform>Noch %n Minute, entscheiden bis %1, dann %2.</numerusform>
            <numerusform>Noch %n Minuten, entscheiden bis %1, dann %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved here</source>
        <translation>Hier freigegeben</translation>
    </message>
    <message>
        <source>Rejected here</source>
        <translation>Hier abgelehnt</translation>
    </message>
    <message>
        <source>Waits there</source>
        <translation>Wartet dort</translation>
    </message>
    <message>
        <source>Approved, not started</source>
        <translation>Freigegeben, nicht gestartet</translation>
    </message>
    <message>
        <source>Open there</source>
        <translation>Dort öffnen</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>Wird aktualisiert…</translation>
    </message>
    <message>
        <source>Refresh evidence</source>
        <translation>Nachweise aktualisieren</translation>
    </message>
    <message>
        <source>%1 Read anew at %2.</source>
        <translation>%1 Neu gelesen um %2.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::QuestionBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Rail</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RailItem</name>
    <message>
        <source>%1, %2 held for you</source>
        <translation>%1, %2 warten auf Sie</translation>
    </message>
    <message>
        <source>%1, %2 in progress</source>
        <translation>%1, %2 laufen</translation>
    </message>
    <message>
        <source>%1, critical</source>
        <translation>%1, kritisch</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RawDetails</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Einzelheiten ausblenden</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ReceptionPane</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>Empfängt unter</translation>
    </message>
    <message>
        <source>Listen there</source>
        <translation>Dort empfangen</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Wege</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>reachable from elsewhere</source>
        <translation>von außen erreichbar</translation>
    </message>
    <message>
        <source>this computer only</source>
        <translation>nur dieser Rechner</translation>
    </message>
    <message>
        <source>being changed</source>
        <translation>wird geändert</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>an address is needed</source>
        <translation>eine Adresse fehlt</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>GitHub and GitLab deliver here what has happened, sooner than polling finds it. They have to reach this address; nothing comes in while Signalbox is closed.</source>
        <translation>GitHub und GitLab stellen hier zu, was geschehen ist, früher als Abfragen es findet. Sie müssen diese Adresse erreichen; solange Signalbox geschlossen ist, kommt nichts an.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RehearsalBanner</name>
    <message>
        <source>Open original</source>
        <translation>Original öffnen</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Of run %1, from checkpoint %2. The record answered, nothing had effects.</source>
        <translation>Von Lauf %1, ab Checkpoint %2. Die Aufzeichnung antwortete, nichts hatte Wirkung.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RightsModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Ergebnis des Tests</translation>
    </message>
    <message>
        <source>Needed for</source>
        <translation>Nötig für</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RightsTable</name>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RowListModel</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunAside</name>
    <message>
        <source>Open run</source>
        <translation>Lauf öffnen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Log öffnen</translation>
    </message>
    <message>
        <source>Re-run</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>No run selected</source>
        <translation>Kein Lauf gewählt</translation>
    </message>
    <message>
        <source>The agent&apos;s run failed</source>
        <translation>Der Lauf des Agenten ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Root cause, line %1</source>
        <translation>Ursache, Zeile %1</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Fixes tried by the %1 agent</source>
        <translation>Fixes, die der Agent %1 versuchte</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Jobs of attempt %1</source>
        <translation>Jobs von Versuch %1</translation>
    </message>
    <message>
        <source>no run selected</source>
        <translation>kein Lauf gewählt</translation>
    </message>
    <message>
        <source>all lines held</source>
        <translation>alle Linien angehalten</translation>
    </message>
    <message>
        <source>held for a decision</source>
        <translation>wartet auf Entscheidung</translation>
    </message>
    <message>
        <source>heal in progress</source>
        <translation>Behebung läuft</translation>
    </message>
    <message>
        <source>run in progress</source>
        <translation>Lauf ist im Gang</translation>
    </message>
    <message>
        <source>Runs the jobs of %1 on its newest commit</source>
        <translation>Führt die Jobs von %1 auf dem neuesten Commit aus</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, last %n run(s)</source>
        <translation>
            <numerusform>%1, letzter Lauf</numerusform>
            <numerusform>%1, letzte %n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>this one %1</source>
        <translation>dieser %1</translation>
    </message>
    <message>
        <source>Why it ended so</source>
        <translation>Warum es so endete</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>runs of a server are started there</source>
        <translation>Läufe eines Servers werden dort gestartet</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunDetailBody</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunDetailPage</name>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>rehearsal of run %1</source>
        <translation>Probe von Lauf %1</translation>
    </message>
    <message>
        <source>local CI</source>
        <translation>lokale CI</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunTableModel</name>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>%1, %2, %3, started %4, press Enter to open</source>
        <translation>%1, %2, %3, begonnen %4, Enter öffnet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Duration, | median</source>
        <translation>Dauer, | Median</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunTabs</name>
    <message>
        <source>%1, exit %2</source>
        <translation>%1, Exit %2</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Tool calls %1</source>
        <translation>Werkzeugaufrufe %1</translation>
    </message>
    <message>
        <source>Failed jobs %1</source>
        <translation>Fehlgeschlagene Jobs %1</translation>
    </message>
    <message>
        <source>Tool calls</source>
        <translation>Werkzeugaufrufe</translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation>Fehlgeschlagene Jobs</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>attempt %1, %2</source>
        <translation>Versuch %1, %2</translation>
    </message>
    <message>
        <source>Model messages %1</source>
        <translation>Modellnachrichten %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Filter, for example state:failed line:search</source>
        <translation>Filter, zum Beispiel state:failed line:search</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>Läufe filtern</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Healed</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>No runs yet. A run appears when a line&apos;s jobs start.</source>
        <translation>Noch keine Läufe. Ein Lauf erscheint, wenn Jobs einer Linie beginnen.</translation>
    </message>
    <message>
        <source>No runs match</source>
        <translation>Kein Lauf passt</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Of %1 runs.</source>
        <translation>Von %1 Läufen.</translation>
    </message>
    <message>
        <source>Looking at older runs…</source>
        <translation>Sucht in älteren Läufen…</translation>
    </message>
    <message>
        <source>Runs are not loaded yet.</source>
        <translation>Die Läufe sind noch nicht geladen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Screenshots</name>
    <message>
        <source>There is no such screen.</source>
        <translation>Diesen Bildschirm gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 ist nicht schreibbar.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SearchBox</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl</translation>
    </message>
    <message>
        <source>Search or run a command, Control K</source>
        <translation>Suchen oder Befehl, Steuerung K</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SearchOptions</name>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>Whole word</source>
        <translation>Ganzes Wort</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Last match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SectionColumn</name>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>time, first line</source>
        <translation>Zeit, erste Zeile</translation>
    </message>
    <message>
        <source>Times come from the log itself.</source>
        <translation>Zeiten stammen aus dem Log selbst.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SectionList</name>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Language and time</source>
        <translation>Sprache und Zeit</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Follow system</source>
        <translation>Wie System</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation>Größe der Oberfläche</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Taken up at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Two clicks</source>
        <translation>Zwei Klicks</translation>
    </message>
    <message>
        <source>Keep pressed</source>
        <translation>Gedrückt halten</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>For 1&#x202f;s, or 1 to 5&#x202f;s apart. Ctrl+Enter twice always works.</source>
        <translation>1&#x202f;s lang oder im Abstand von 1 bis 5&#x202f;s. Strg+Enter zweimal geht immer.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduziert</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Reduced: nothing moves of its own.</source>
        <translation>Reduziert: nichts bewegt sich von selbst.</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) have a key.</source>
        <translation>
            <numerusform>%n Befehl hat eine Taste.</numerusform>
            <numerusform>%n Befehle haben eine Taste.</numerusform>
        </translation>
    </message>
    <message>
        <source>A question mark lists those of the page.</source>
        <translation>Ein Fragezeichen listet die der Seite auf.</translation>
    </message>
    <message>
        <source>%1, %2%3%.</source>
        <translation>%1, %2%3%.</translation>
    </message>
    <message>
        <source>The size is taken up at the next start.</source>
        <translation>Die Größe gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>%1, times of %2.</source>
        <translation>%1, Zeiten von %2.</translation>
    </message>
    <message>
        <source>The language is taken up at the next start.</source>
        <translation>Die Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>A change of connections, policy or data is one entry in Audit.</source>
        <translation>Eine Änderung an Verbindungen, Richtlinie oder Daten ist ein Eintrag im Audit.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Letter keys on</source>
        <translation>Buchstabentasten an</translation>
    </message>
    <message>
        <source>Letter keys off</source>
        <translation>Buchstabentasten aus</translation>
    </message>
    <message>
        <source>Letter keys</source>
        <translation>Buchstabentasten</translation>
    </message>
    <message>
        <source>Off: no key is a command without Ctrl or Alt.</source>
        <translation>Aus: Keine Taste ist ohne Strg oder Alt ein Befehl.</translation>
    </message>
    <message>
        <source>Zone of the workspace</source>
        <translation>Zone des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>Wie dieser Rechner</translation>
    </message>
    <message>
        <source>The one that a team agrees on.</source>
        <translation>Die, auf die sich ein Team einigt.</translation>
    </message>
    <message>
        <source>Times are told in</source>
        <translation>Zeiten gelten in</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Zone of this computer</source>
        <translation>Zone dieses Rechners</translation>
    </message>
    <message>
        <source>Ctrl+Shift+U goes on to the next. A tool tip tells all.</source>
        <translation>Strg+Umschalt+U geht zur nächsten. Ein Hinweis nennt alle.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ShareRow</name>
    <message>
        <source>%1, worked %2 of %3</source>
        <translation>%1, wirkte %2 von %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SideItem</name>
    <message numerus="yes">
        <source>%1, %n off baseline</source>
        <translation>
            <numerusform>%1, %n auffällig</numerusform>
            <numerusform>%1, %n auffällig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SignedBars</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Skeleton</name>
    <message>
        <source>Still loading.</source>
        <translation>Lädt noch.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StartFailure</name>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>What happened: %1</source>
        <translation>Was geschah: %1</translation>
    </message>
    <message>
        <source>Store: %1</source>
        <translation>Speicher: %1</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Signalbox cannot use its workspace.</source>
        <translation>Signalbox kann seinen Arbeitsbereich nicht nutzen.</translation>
    </message>
    <message>
        <source>Signalbox cannot use its store.</source>
        <translation>Signalbox kann seinen Speicher nicht nutzen.</translation>
    </message>
    <message>
        <source>Mend the file that is named above, or put a backup in its place. Then start Signalbox again.</source>
        <translation>Reparieren Sie die oben genannte Datei, oder setzen Sie eine Sicherung an ihre Stelle. Starten Sie Signalbox dann erneut.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Check free space and the rights of its folder. Where the store is damaged, put a backup in its place. Then start Signalbox again.</source>
        <translation>Prüfen Sie freien Platz und die Rechte seines Ordners. Ist der Speicher beschädigt, legen Sie eine Sicherung an seine Stelle. Starten Sie Signalbox dann neu.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StatePanel</name>
    <message>
        <source>State diff</source>
        <translation>Zustandsvergleich</translation>
    </message>
    <message>
        <source>Full state</source>
        <translation>Voller Zustand</translation>
    </message>
    <message>
        <source>Checkpoint %1 to</source>
        <translation>Checkpoint %1 bis</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n keys changed</source>
        <translation>
            <numerusform>%1 von %n Schlüssel geändert</numerusform>
            <numerusform>%1 von %n Schlüsseln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys unchanged.</source>
        <translation>
            <numerusform>%n Schlüssel unverändert.</numerusform>
            <numerusform>%n Schlüssel unverändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show changed</source>
        <translation>Geänderte zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>No checkpoint yet</source>
        <translation>Noch kein Checkpoint</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StatusLine</name>
    <message>
        <source>Agents %1 running</source>
        <translation>%1 Agenten aktiv</translation>
    </message>
    <message>
        <source>Store cannot be written</source>
        <translation>Speicher ist nicht beschreibbar</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StepsPanel</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>Lauf abbrechen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Side effects</source>
        <translation>Nebenwirkungen</translation>
    </message>
    <message>
        <source>Rehearsal of</source>
        <translation>Probe von</translation>
    </message>
    <message>
        <source>Fork of</source>
        <translation>Verzweigt von</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>the run has ended</source>
        <translation>der Lauf ist beendet</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>From checkpoint</source>
        <translation>Ab Checkpoint</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Frühere</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Spätere</translation>
    </message>
    <message>
        <source>Steps %1 to %2 of %3</source>
        <translation>Schritte %1 bis %2 von %3</translation>
    </message>
    <message>
        <source>Locked: %1.</source>
        <translation>Gesperrt: %1.</translation>
    </message>
    <message>
        <source>Model calls</source>
        <translation>Modellaufrufe</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TestStep</name>
    <message>
        <source>Open token page</source>
        <translation>Token-Seite öffnen</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>Each right is tried once with a harmless call. Nothing is changed in %1.</source>
        <translation>Jedes Recht wird einmal mit einem harmlosen Aufruf geprüft. In %1 wird nichts geändert.</translation>
    </message>
    <message>
        <source>The connection could not be tested.</source>
        <translation>Die Verbindung konnte nicht getestet werden.</translation>
    </message>
    <message>
        <source>being tested</source>
        <translation>wird getestet</translation>
    </message>
    <message>
        <source>%1 of %2 tried</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>%1 of %2 done in %3</source>
        <translation>%1 von %2 fertig in %3</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Timeline</name>
    <message numerus="yes">
        <source>%n item(s). Table: Control Shift T.</source>
        <translation>
            <numerusform>%n Eintrag. Tabelle: Strg Umschalt T.</numerusform>
            <numerusform>%n Einträge. Tabelle: Strg Umschalt T.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing happened in this time.</source>
        <translation>In dieser Zeit ist nichts geschehen.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TimelineTable</name>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TokenForm</name>
    <message>
        <source>System keychain</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Sealed file, under a passphrase</source>
        <translation>Versiegelte Datei, mit Passphrase</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Nur diese Sitzung</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Keep it in</source>
        <translation>Aufbewahren in</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>that of the file</source>
        <translation>die der Datei</translation>
    </message>
    <message numerus="yes">
        <source>at least %n characters</source>
        <translation>
            <numerusform>mindestens %n Zeichen</numerusform>
            <numerusform>mindestens %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Signalbox asks the keychain for it at each start.</source>
        <translation>Signalbox fragt bei jedem Start den Schlüsselbund danach.</translation>
    </message>
    <message>
        <source>Encrypted beside the store. The passphrase is asked for once after each start.</source>
        <translation>Verschlüsselt neben dem Speicher. Die Passphrase wird nach jedem Start einmal erfragt.</translation>
    </message>
    <message>
        <source>It is forgotten when Signalbox is closed.</source>
        <translation>Es wird vergessen, wenn Signalbox geschlossen wird.</translation>
    </message>
    <message>
        <source>a token is needed</source>
        <translation>ein Token fehlt</translation>
    </message>
    <message>
        <source>there is no keychain that can be used</source>
        <translation>es gibt keinen nutzbaren Schlüsselbund</translation>
    </message>
    <message>
        <source>a passphrase is needed</source>
        <translation>eine Passphrase fehlt</translation>
    </message>
    <message>
        <source>the passphrase is too short</source>
        <translation>die Passphrase ist zu kurz</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase noch einmal</translation>
    </message>
    <message>
        <source>the passphrases differ</source>
        <translation>die Passphrasen sind verschieden</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>a secret is needed</source>
        <translation>ein Geheimnis wird gebraucht</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TrackHeading</name>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Last 20 runs</source>
        <translation>Letzte 20 Läufe</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TrackModel</name>
    <message numerus="yes">
        <source>%1, and %n more runs in progress</source>
        <translation>
            <numerusform>%1, und %n weiterer Lauf im Gang</numerusform>
            <numerusform>%1, und %n weitere Läufe im Gang</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Tray</name>
    <message>
        <source>Hold all</source>
        <translation>Alles anhalten</translation>
    </message>
    <message>
        <source>Do not disturb for 1&#x202f;h</source>
        <translation>1&#x202f;h nicht stören</translation>
    </message>
    <message>
        <source>Do not disturb until morning</source>
        <translation>Bis morgen früh nicht stören</translation>
    </message>
    <message>
        <source>Disturb again</source>
        <translation>Wieder stören</translation>
    </message>
    <message>
        <source>Open Signalbox</source>
        <translation>Signalbox öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Signalbox: no data since %1.</source>
        <translation>Signalbox: keine Daten seit %1.</translation>
    </message>
    <message numerus="yes">
        <source>Signalbox: %n held for you, next by %1.</source>
        <translation>
            <numerusform>Signalbox: %n wartet auf Sie, nächste bis %1.</numerusform>
            <numerusform>Signalbox: %n warten auf Sie, nächste bis %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications off until %1</source>
        <translation>Benachrichtigungen aus bis %1</translation>
    </message>
    <message>
        <source>Notifications on</source>
        <translation>Benachrichtigungen an</translation>
    </message>
    <message>
        <source>Signalbox: 1 line clear.</source>
        <translation>Signalbox: 1 Linie frei.</translation>
    </message>
    <message numerus="yes">
        <source>Signalbox: %n lines clear.</source>
        <translation>
            <numerusform>Signalbox: %n Linie frei.</numerusform>
            <numerusform>Signalbox: %n Linien frei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review %1, %2</source>
        <translation>%1 prüfen, %2</translation>
    </message>
    <message>
        <source>Signalbox: all lines held.</source>
        <translation>Signalbox: alle Linien angehalten.</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Waiting</name>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::WallView</name>
    <message>
        <source>Signalbox, wall</source>
        <translation>Signalbox, Wand</translation>
    </message>
    <message>
        <source>1 more line</source>
        <translation>1 weitere Linie</translation>
    </message>
    <message numerus="yes">
        <source>%n more lines</source>
        <translation>
            <numerusform>%n weitere Linie</numerusform>
            <numerusform>%n weitere Linien</numerusform>
        </translation>
    </message>
    <message>
        <source>1 agent</source>
        <translation>1 Agent</translation>
    </message>
    <message numerus="yes">
        <source>%n agents</source>
        <translation>
            <numerusform>%n Agent</numerusform>
            <numerusform>%n Agenten</numerusform>
        </translation>
    </message>
    <message>
        <source>F11 leaves</source>
        <translation>F11 verlässt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Store cannot be written</source>
        <translation>Speicher ist nicht beschreibbar</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::WizardSteps</name>
    <message>
        <source>Step %1 of %2, %3</source>
        <translation>Schritt %1 von %2, %3</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::WrappedText</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
</TS>
