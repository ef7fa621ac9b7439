<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Machine-made, and not reviewed by anybody who speaks the language. -->
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About AudioSep Desktop</source>
        <translation>Über AudioSep Desktop</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Everything runs on this computer. Nothing is uploaded.</source>
        <translation>Alles läuft auf diesem Computer. Nichts wird hochgeladen.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Say what you want to hear, get it on a track of its own.</source>
        <translation>Sagen Sie, was Sie hören möchten, und erhalten Sie es auf einer eigenen Spur.</translation>
    </message>
    <message>
        <source>Third-party</source>
        <translation>Drittanbieter</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Versions and the machine, for a report of a fault; no names, no recordings</source>
        <translation>Versionen und Rechner, für eine Fehlermeldung; keine Namen, keine Aufnahmen</translation>
    </message>
</context>
<context>
    <name>AbsentCard</name>
    <message>
        <source>Ask for {words} instead</source>
        <translation>Stattdessen nach {words} fragen</translation>
    </message>
    <message>
        <source>Go where it is heard</source>
        <translation>Dorthin gehen, wo es zu hören ist</translation>
    </message>
    <message>
        <source>Heard at {time}: go there</source>
        <translation>Zu hören bei {time}: dorthin</translation>
    </message>
    <message>
        <source>I can’t hear {words} here.</source>
        <translation>Ich kann {words} hier nicht hören.</translation>
    </message>
    <message>
        <source>I can’t hear {words} in this selection.</source>
        <translation>Ich kann {words} in dieser Auswahl nicht hören.</translation>
    </message>
    <message>
        <source>I don’t know {words}, and can’t tell whether it is here. The model understands English only.</source>
        <translation>Ich kenne {words} nicht und kann nicht sagen, ob es hier vorkommt. Das Modell versteht nur Englisch.</translation>
    </message>
    <message>
        <source>In English:</source>
        <translation>Auf Englisch:</translation>
    </message>
    <message>
        <source>Perhaps {words} is not in this recording.</source>
        <translation>Vielleicht ist {words} nicht in dieser Aufnahme.</translation>
    </message>
    <message>
        <source>Perhaps {words} is not in this selection.</source>
        <translation>Vielleicht ist {words} nicht in dieser Auswahl.</translation>
    </message>
    <message>
        <source>Separate anyway</source>
        <translation>Trotzdem trennen</translation>
    </message>
    <message>
        <source>Similar, and heard here:</source>
        <translation>Ähnlich, und hier zu hören:</translation>
    </message>
    <message>
        <source>Try the whole file</source>
        <translation>Ganze Datei versuchen</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} oder {1}</translation>
    </message>
</context>
<context>
    <name>AdvancedOptions</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Advanced: automatic</source>
        <translation>Erweitert: automatisch</translation>
    </message>
    <message>
        <source>Advanced: changed</source>
        <translation>Erweitert: geändert</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple-GPU</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Back end</source>
        <translation>Backend</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Give to each</source>
        <translation>Jedem geben</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>Independent</source>
        <translation>Unabhängig</translation>
    </message>
    <message>
        <source>Keep the highest frequencies</source>
        <translation>Höchste Frequenzen behalten</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Gekoppelt</translation>
    </message>
    <message>
        <source>Linked keeps the stereo image; independent hears each channel for itself</source>
        <translation>Gekoppelt erhält das Stereobild; unabhängig hört jeden Kanal für sich</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>Überschneidungen</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Share out</source>
        <translation>Aufteilen</translation>
    </message>
    <message>
        <source>What lies above the model&apos;s own band follows the top of what it heard</source>
        <translation>Was über dem Band des Modells liegt, folgt dem obersten Teil des Gehörten</translation>
    </message>
    <message>
        <source>What two sounds of one request both claim</source>
        <translation>Was zwei Klänge einer Anfrage beide beanspruchen</translation>
    </message>
</context>
<context>
    <name>AmountSlider</name>
    <message>
        <source>As in the recording</source>
        <translation>Wie in der Aufnahme</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>Isoliert</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>{percent} % isolated</source>
        <translation>{percent} % isoliert</translation>
    </message>
    <message>
        <source>{percent} % removed</source>
        <translation>{percent} % entfernt</translation>
    </message>
</context>
<context>
    <name>AskHandler</name>
    <message>
        <source>Engine: off</source>
        <translation>Engine: aus</translation>
    </message>
    <message>
        <source>Separation begins as soon as it is complete.</source>
        <translation>Die Trennung beginnt, sobald sie vollständig ist.</translation>
    </message>
    <message>
        <source>The recording is still being read.</source>
        <translation>Die Aufnahme wird noch gelesen.</translation>
    </message>
</context>
<context>
    <name>AskingPage</name>
    <message>
        <source>Any words can be asked; those below are the ones the program was taught.</source>
        <translation>Sie können nach beliebigen Wörtern fragen; die hier aufgeführten hat das Programm gelernt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Find a sound</source>
        <translation>Einen Klang suchen</translation>
    </message>
    <message>
        <source>Name the sound, not the scene: &lt;b&gt;rain&lt;/b&gt;, not &lt;b&gt;a wet day in Paris&lt;/b&gt;.</source>
        <translation>Nennen Sie den Klang, nicht die Szene: &lt;b&gt;rain&lt;/b&gt;, nicht &lt;b&gt;a wet day in Paris&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Several sounds at once become several tracks: add them one by one as chips.</source>
        <translation>Mehrere Klänge auf einmal werden mehrere Spuren: fügen Sie sie einzeln als Chips hinzu.</translation>
    </message>
    <message>
        <source>Short and plain works best: &lt;b&gt;dog barking&lt;/b&gt;, &lt;b&gt;acoustic guitar&lt;/b&gt;, &lt;b&gt;a person talking&lt;/b&gt;.</source>
        <translation>Kurz und schlicht geht am besten: &lt;b&gt;dog barking&lt;/b&gt;, &lt;b&gt;acoustic guitar&lt;/b&gt;, &lt;b&gt;a person talking&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>Use these words</source>
        <translation>Diese Wörter verwenden</translation>
    </message>
    <message>
        <source>What can I ask?</source>
        <translation>Wonach kann ich fragen?</translation>
    </message>
    <message>
        <source>What you do not want goes into &lt;b&gt;But not…&lt;/b&gt;, not into the words.</source>
        <translation>Was Sie nicht möchten, kommt in &lt;b&gt;Aber nicht…&lt;/b&gt;, nicht in die Wörter.</translation>
    </message>
    <message>
        <source>{count} sounds</source>
        <translation>{count} Klänge</translation>
    </message>
</context>
<context>
    <name>AskingTerms</name>
    <message>
        <source>Ask within it when it is done.</source>
        <translation>Fragen Sie darin, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>Select a part of it.</source>
        <translation>Wählen Sie einen Teil davon aus.</translation>
    </message>
    <message>
        <source>Separate when it is complete.</source>
        <translation>Trennen Sie, wenn sie vollständig ist.</translation>
    </message>
    <message>
        <source>Separate when it is there.</source>
        <translation>Trennen Sie, wenn sie da ist.</translation>
    </message>
    <message>
        <source>The recording is still being read.</source>
        <translation>Die Aufnahme wird noch gelesen.</translation>
    </message>
    <message>
        <source>The selection lies outside of that stem.</source>
        <translation>Die Auswahl liegt außerhalb dieses Stems.</translation>
    </message>
    <message>
        <source>The stem that this was separated from is not there any more.</source>
        <translation>Der Stem, aus dem getrennt wurde, ist nicht mehr da.</translation>
    </message>
    <message>
        <source>“{name}” is being opened.</source>
        <translation>„{name}“ wird geöffnet.</translation>
    </message>
    <message>
        <source>“{name}” is still being separated.</source>
        <translation>„{name}“ wird noch getrennt.</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Sound is being separated or written</source>
        <translation>Klang wird getrennt oder geschrieben</translation>
    </message>
</context>
<context>
    <name>AxisView</name>
    <message>
        <source>Drag to scroll, wheel to zoom, double-click to show every frequency</source>
        <translation>Ziehen zum Verschieben, Mausrad zum Zoomen, Doppelklick zeigt alle Frequenzen</translation>
    </message>
    <message>
        <source>The model hears up to {limit} Hz; what lies above follows what it found below.</source>
        <translation>Das Modell hört bis {limit} Hz; was darüber liegt, folgt dem darunter Gefundenen.</translation>
    </message>
    <message>
        <source>{low} to {high} Hz</source>
        <translation>{low} bis {high} Hz</translation>
    </message>
</context>
<context>
    <name>BatchController</name>
    <message>
        <source>File {number} of {count}: “{name}”</source>
        <translation>Datei {number} von {count}: „{name}“</translation>
    </message>
    <message>
        <source>Files: {count}.</source>
        <translation>Dateien: {count}.</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird gestoppt</translation>
    </message>
    <message>
        <source>The batch could not be started ({reason}).</source>
        <translation>Der Stapel konnte nicht gestartet werden ({reason}).</translation>
    </message>
    <message>
        <source>The batch is done. {what}</source>
        <translation>Der Stapel ist fertig. {what}</translation>
    </message>
    <message>
        <source>The batch is over. {what}</source>
        <translation>Der Stapel ist zu Ende. {what}</translation>
    </message>
    <message>
        <source>The batch stopped unexpectedly. What is done is kept.</source>
        <translation>Der Stapel brach unerwartet ab. Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Try again goes on from here.</source>
        <translation>„Erneut versuchen“ macht hier weiter.</translation>
    </message>
    <message>
        <source>{failed} of {count} files failed.</source>
        <translation>{failed} von {count} Dateien sind fehlgeschlagen.</translation>
    </message>
    <message>
        <source>“{words}” in {what}</source>
        <translation>„{words}“ in {what}</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add recordings or folders, or drop them here.</source>
        <translation>Fügen Sie Aufnahmen oder Ordner hinzu, oder legen Sie sie hier ab.</translation>
    </message>
    <message>
        <source>Also write everything else</source>
        <translation>Auch alles andere schreiben</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Weiteres</translation>
    </message>
    <message>
        <source>Another sound</source>
        <translation>Weiterer Klang</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>But not</source>
        <translation>Aber nicht</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Wählen Sie einen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>Choose another folder for the results than the one with the recordings.</source>
        <translation>Wählen Sie für die Ergebnisse einen anderen Ordner als den der Aufnahmen.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <source>Folders are searched at any depth. </source>
        <translation>Ordner werden in jeder Tiefe durchsucht. </translation>
    </message>
    <message>
        <source>For example: a dog barking</source>
        <translation>Zum Beispiel: a dog barking</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>One failure does not stop the rest; doing the same batch again goes on where it stopped.</source>
        <translation>Ein Fehler hält die übrigen nicht auf; derselbe Stapel macht später dort weiter, wo er stehen blieb.</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Recordings and folders</source>
        <translation>Aufnahmen und Ordner</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Results in</source>
        <translation>Ergebnisse in</translation>
    </message>
    <message>
        <source>Say what you want to hear in all of them.</source>
        <translation>Sagen Sie, was Sie in allen hören möchten.</translation>
    </message>
    <message>
        <source>Separate many files</source>
        <translation>Viele Dateien trennen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>What to hear</source>
        <translation>Was zu hören sein soll</translation>
    </message>
</context>
<context>
    <name>BlindBar</name>
    <message>
        <source>&amp;End</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Blind comparison</source>
        <translation>Blindvergleich</translation>
    </message>
    <message>
        <source>End the blind comparison</source>
        <translation>Blindvergleich beenden</translation>
    </message>
    <message>
        <source>End the blind comparison (Shift+X)</source>
        <translation>Blindvergleich beenden (Umschalt+X)</translation>
    </message>
    <message>
        <source>Hear {number}</source>
        <translation>{number} hören</translation>
    </message>
    <message>
        <source>Hear {number} (key {number}; X hears the other one)</source>
        <translation>{number} hören (Taste {number}; X spielt das andere)</translation>
    </message>
    <message>
        <source>I &amp;prefer this one</source>
        <translation>Das hier &amp;gefällt mir besser</translation>
    </message>
    <message>
        <source>I prefer what I hear now</source>
        <translation>Mir gefällt besser, was ich gerade höre</translation>
    </message>
    <message>
        <source>Making “{first}” and “{second}” equally loud…</source>
        <translation>„{first}“ und „{second}“ werden gleich laut gemacht…</translation>
    </message>
    <message>
        <source>Preferred: “{first}” {a}, “{second}” {b}. {verdict}</source>
        <translation>Bevorzugt: „{first}“ {a}, „{second}“ {b}. {verdict}</translation>
    </message>
    <message>
        <source>Show &amp;result</source>
        <translation>E&amp;rgebnis zeigen</translation>
    </message>
    <message>
        <source>Show the result of the blind comparison</source>
        <translation>Ergebnis des Blindvergleichs zeigen</translation>
    </message>
    <message>
        <source>That is clear: tossed coins come out like this only {share:.1%} of the time.</source>
        <translation>Das ist eindeutig: Münzwürfe fallen nur in {share:.1%} der Fälle so aus.</translation>
    </message>
    <message>
        <source>That is no clear preference: tossed coins come out as clearly {share:.0%} of the time.</source>
        <translation>Keine klare Vorliebe: Münzwürfe fallen in {share:.0%} der Fälle so deutlich aus.</translation>
    </message>
    <message>
        <source>“{first}” and “{second}”, equally loud: which one is 1 is hidden. Round {round}.</source>
        <translation>„{first}“ und „{second}“, gleich laut: welches 1 ist, bleibt verborgen. Runde {round}.</translation>
    </message>
</context>
<context>
    <name>ButNotButton</name>
    <message>
        <source>But not</source>
        <translation>Aber nicht</translation>
    </message>
    <message>
        <source>But not: {words}</source>
        <translation>Aber nicht: {words}</translation>
    </message>
    <message>
        <source>But not…</source>
        <translation>Aber nicht…</translation>
    </message>
    <message>
        <source>What sounds alike and is not meant: it is kept out of what you hear</source>
        <translation>Was ähnlich klingt und nicht gemeint ist: es bleibt aus dem Gehörten heraus</translation>
    </message>
</context>
<context>
    <name>ChangingMenus</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove “{sound}”</source>
        <translation>„{sound}“ entfernen</translation>
    </message>
</context>
<context>
    <name>ChipField</name>
    <message>
        <source>Add another sound</source>
        <translation>Weiteren Klang hinzufügen</translation>
    </message>
    <message>
        <source>Add another sound (comma)</source>
        <translation>Weiteren Klang hinzufügen (Komma)</translation>
    </message>
</context>
<context>
    <name>CoachMark</name>
    <message>
        <source>Say what you want to hear,
then press Enter</source>
        <translation>Sagen Sie, was Sie hören möchten,
und drücken Sie Enter</translation>
    </message>
</context>
<context>
    <name>CompareSwitch</name>
    <message>
        <source>Compare recording and stems (X)</source>
        <translation>Aufnahme und Stems vergleichen (X)</translation>
    </message>
    <message>
        <source>Compare: recording or stems</source>
        <translation>Vergleichen: Aufnahme oder Stems</translation>
    </message>
    <message>
        <source>Equally loud: “{name}” is turned down by {db:.1f} dB</source>
        <translation>Gleich laut: „{name}“ ist um {db:.1f} dB abgesenkt</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Stems</source>
        <translation>Stems</translation>
    </message>
</context>
<context>
    <name>ComparisonController</name>
    <message>
        <source>Everything else</source>
        <translation>Alles andere</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Stems</source>
        <translation>Stems</translation>
    </message>
</context>
<context>
    <name>DockedBody</name>
    <message>
        <source>Drag this panel to another side</source>
        <translation>Dieses Feld an eine andere Seite ziehen</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
</context>
<context>
    <name>DragOut</name>
    <message>
        <source>Preparing the file…</source>
        <translation>Die Datei wird vorbereitet…</translation>
    </message>
</context>
<context>
    <name>EarsHandler</name>
    <message>
        <source>Listening to the file…</source>
        <translation>Die Datei wird angehört…</translation>
    </message>
    <message>
        <source>No hits are known yet.</source>
        <translation>Noch sind keine Treffer bekannt.</translation>
    </message>
    <message>
        <source>Nothing that I could name for sure.</source>
        <translation>Nichts, was ich sicher benennen könnte.</translation>
    </message>
    <message>
        <source>Say what to look for and press “Where is it?”.</source>
        <translation>Sagen Sie, wonach gesucht wird, und drücken Sie „Wo ist es?“.</translation>
    </message>
    <message>
        <source>The model understands English only. “{words}” is “{english}” in English.</source>
        <translation>Das Modell versteht nur Englisch. „{words}“ heißt auf Englisch „{english}“.</translation>
    </message>
    <message>
        <source>The starter was hardly ever told of “{words}”. Nearest: {nearest}.</source>
        <translation>Das Startmodell hat „{words}“ kaum gelernt. Am nächsten: {nearest}.</translation>
    </message>
    <message>
        <source>“{words}” is not heard in this recording.</source>
        <translation>„{words}“ ist in dieser Aufnahme nicht zu hören.</translation>
    </message>
</context>
<context>
    <name>EditHandler</name>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>&amp;Wiederholen: {what}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>&amp;Rückgängig: {what}</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop audio or video here</source>
        <translation>Audio oder Video hier ablegen</translation>
    </message>
    <message>
        <source>Everything runs on this computer. Nothing is uploaded.</source>
        <translation>Alles läuft auf diesem Computer. Nichts wird hochgeladen.</translation>
    </message>
    <message>
        <source>No recording open</source>
        <translation>Keine Aufnahme geöffnet</translation>
    </message>
    <message>
        <source>OR TRY AN EXAMPLE</source>
        <translation>ODER EIN BEISPIEL VERSUCHEN</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Aufnahme öffnen</translation>
    </message>
    <message>
        <source>Open the example {title}</source>
        <translation>Beispiel „{title}“ öffnen</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation>ZULETZT</translation>
    </message>
    <message>
        <source>WAV, FLAC, MP3, OGG, M4A, MP4, MKV and more</source>
        <translation>WAV, FLAC, MP3, OGG, M4A, MP4, MKV und mehr</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>1 file from “{name}”</source>
        <translation>1 Datei aus „{name}“</translation>
    </message>
    <message>
        <source>All were turned down by {db:.1f} dB.</source>
        <translation>Alle wurden um {db:.1f} dB abgesenkt.</translation>
    </message>
    <message>
        <source>Export again as 32-bit float, or let all files be turned down.</source>
        <translation>Exportieren Sie erneut als 32-Bit-Float, oder lassen Sie alle Dateien absenken.</translation>
    </message>
    <message>
        <source>Exported {count} files to “{folder}”.</source>
        <translation>{count} Dateien nach „{folder}“ exportiert.</translation>
    </message>
    <message>
        <source>Exported “{name}”.</source>
        <translation>„{name}“ exportiert.</translation>
    </message>
    <message>
        <source>Skipped, for they were there already: {count}.</source>
        <translation>Übersprungen, weil schon vorhanden: {count}.</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Der Export wurde gestoppt.</translation>
    </message>
    <message>
        <source>Too loud for the format, and clipped: {count} samples.</source>
        <translation>Zu laut für das Format und abgeschnitten: {count} Samples.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>Mix</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>{count} files from “{name}”</source>
        <translation>{count} Dateien aus „{name}“</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>
and {count} more</source>
        <translation>
und {count} weitere</translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation>Wählen Sie einen Ordner, den es gibt.</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Choose another folder, and export again</source>
        <translation>Anderen Ordner wählen und erneut exportieren</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close or stop</source>
        <translation>Schließen oder stoppen</translation>
    </message>
    <message>
        <source>Turn all down</source>
        <translation>Alle leiser machen</translation>
    </message>
    <message>
        <source>Turn all files down by the same dB, and export</source>
        <translation>Alle Dateien um gleich viele dB leiser machen und exportieren</translation>
    </message>
    <message>
        <source>waits for another export</source>
        <translation>wartet auf einen anderen Export</translation>
    </message>
    <message>
        <source>{source}: the recording, {name}: the track, {prompt}: its prompt, {n}: its number, {model}: the model, {start}: where it begins, {date}: today, {region}: the region</source>
        <translation>{source}: die Aufnahme, {name}: die Spur, {prompt}: ihr Prompt, {n}: ihre Nummer, {model}: das Modell, {start}: wo sie beginnt, {date}: heute, {region}: die Region</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Abschneiden</translation>
    </message>
    <message>
        <source>Clip what is too loud, and export</source>
        <translation>Zu Lautes abschneiden und exportieren</translation>
    </message>
    <message>
        <source>Create it</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Create the folder, and export again</source>
        <translation>Den Ordner anlegen und noch einmal exportieren</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation>Namen der Dateien</translation>
    </message>
    <message>
        <source>Nothing of these tracks lies in that range.</source>
        <translation>In diesem Bereich liegt nichts von diesen Spuren.</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Der Export wurde gestoppt.</translation>
    </message>
    <message>
        <source>Tick at least one track.</source>
        <translation>Haken Sie mindestens eine Spur an.</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>“{folder}” could not be created ({reason}). Choose another folder.</source>
        <translation>„{folder}“ konnte nicht angelegt werden ({reason}). Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>32-bit float keeps them as they are</source>
        <translation>32-Bit-Float behält sie, wie sie sind</translation>
    </message>
    <message>
        <source>AAC may add up to 23 ms of silence at the end in some players.</source>
        <translation>AAC kann in manchen Playern bis zu 23 ms Stille am Ende hinzufügen.</translation>
    </message>
    <message>
        <source>All files as long as the range</source>
        <translation>Alle Dateien so lang wie der Bereich</translation>
    </message>
    <message>
        <source>As in the recording</source>
        <translation>Wie in der Aufnahme</translation>
    </message>
    <message>
        <source>As in the recording ({rate})</source>
        <translation>Wie in der Aufnahme ({rate})</translation>
    </message>
    <message>
        <source>Ask before anything is written</source>
        <translation>Fragen, bevor etwas geschrieben wird</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Clip them</source>
        <translation>Abschneiden</translation>
    </message>
    <message>
        <source>Copy tags and cover</source>
        <translation>Tags und Cover übernehmen</translation>
    </message>
    <message>
        <source>Files that exist</source>
        <translation>Vorhandene Dateien</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>If it exists</source>
        <translation>Falls vorhanden</translation>
    </message>
    <message>
        <source>Keep both: the new one gets a number</source>
        <translation>Beide behalten: die neue bekommt eine Nummer</translation>
    </message>
    <message>
        <source>Lets a DAW put each file where it lies in the recording</source>
        <translation>Damit setzt eine DAW jede Datei an ihre Stelle in der Aufnahme</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Only its band, {low}–{high} Hz</source>
        <translation>Nur sein Band, {low}–{high} Hz</translation>
    </message>
    <message>
        <source>Only the bands of boxes</source>
        <translation>Nur die Bänder der Rahmen</translation>
    </message>
    <message>
        <source>Peaks over 0 dBFS</source>
        <translation>Spitzen über 0 dBFS</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Rate, channels</source>
        <translation>Rate, Kanäle</translation>
    </message>
    <message>
        <source>Regions ({count}), each as files of its own</source>
        <translation>Regionen ({count}), jede als eigene Dateien</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>This format has no {asked}: {rate} are written.</source>
        <translation>Dieses Format kennt {asked} nicht: Es werden {rate} geschrieben.</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Silence stands where a stem has nothing, so that all files line up</source>
        <translation>Wo ein Stem nichts hat, steht Stille, damit alle Dateien zusammenpassen</translation>
    </message>
    <message>
        <source>Skip: keep the old ones</source>
        <translation>Überspringen: die alten behalten</translation>
    </message>
    <message>
        <source>Stereo</source>
        <translation>Stereo</translation>
    </message>
    <message>
        <source>The pictures are copied as they are; the sound is as long as the recording.</source>
        <translation>Die Bilder werden unverändert übernommen; der Ton ist so lang wie die Aufnahme.</translation>
    </message>
    <message>
        <source>The recording has none</source>
        <translation>Die Aufnahme hat keine</translation>
    </message>
    <message>
        <source>This format has no {count} channels: choose stereo.</source>
        <translation>Dieses Format kennt keine {count} Kanäle: wählen Sie Stereo.</translation>
    </message>
    <message>
        <source>Time stamp (Broadcast WAV)</source>
        <translation>Zeitstempel (Broadcast WAV)</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>Zu laut</translation>
    </message>
    <message>
        <source>Turn all files down by the same dB</source>
        <translation>Alle Dateien um gleich viele dB absenken</translation>
    </message>
    <message>
        <source>Whole recording</source>
        <translation>Ganze Aufnahme</translation>
    </message>
    <message>
        <source>Without it, files have every frequency of that stretch</source>
        <translation>Ohne dies enthalten Dateien alle Frequenzen dieses Abschnitts</translation>
    </message>
</context>
<context>
    <name>ExportTracks</name>
    <message>
        <source>  (nothing was made)</source>
        <translation>  (es entstand nichts)</translation>
    </message>
    <message>
        <source>  (unfinished)</source>
        <translation>  (unfertig)</translation>
    </message>
    <message>
        <source>  (when the work is done)</source>
        <translation>  (wenn die Arbeit fertig ist)</translation>
    </message>
    <message>
        <source>All stems</source>
        <translation>Alle Stems</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles andere</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>{name} exportieren</translation>
    </message>
    <message>
        <source>Mix as heard: gain, pan, amount, mute and solo</source>
        <translation>Mix wie zu hören: Gain, Panorama, Anteil, Stumm und Solo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
</context>
<context>
    <name>FileHandler</name>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clearing…</source>
        <translation>Wird geleert…</translation>
    </message>
    <message>
        <source>Empty, {free} free on this disk</source>
        <translation>Leer, {free} auf diesem Datenträger frei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird ermittelt…</translation>
    </message>
    <message>
        <source>Use default</source>
        <translation>Standard verwenden</translation>
    </message>
    <message>
        <source>{size} used, {free} free on this disk</source>
        <translation>{size} belegt, {free} auf diesem Datenträger frei</translation>
    </message>
</context>
<context>
    <name>GainSlider</name>
    <message>
        <source>{gain} dB</source>
        <translation>{gain} dB</translation>
    </message>
</context>
<context>
    <name>HandOverController</name>
    <message>
        <source>Everything else</source>
        <translation>Alles andere</translation>
    </message>
</context>
<context>
    <name>HelpHandler</name>
    <message>
        <source>The report was copied: versions and this machine, no names, no recordings.</source>
        <translation>Der Bericht wurde kopiert: Versionen und dieser Rechner, keine Namen, keine Aufnahmen.</translation>
    </message>
</context>
<context>
    <name>JobHandler</name>
    <message>
        <source>separated</source>
        <translation>getrennt</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Do it earlier</source>
        <translation>Früher erledigen</translation>
    </message>
    <message>
        <source>Do it later</source>
        <translation>Später erledigen</translation>
    </message>
    <message>
        <source>Done in {time}</source>
        <translation>Fertig in {time}</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Progress of {name}</source>
        <translation>Fortschritt von {name}</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>Trennung</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>Ergebnisse zeigen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop this; the others go on</source>
        <translation>Dies stoppen; das Übrige läuft weiter</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>part {done} of {total}</source>
        <translation>Teil {done} von {total}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Batch…</source>
        <translation>Stapel…</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Erledigte entfernen</translation>
    </message>
    <message>
        <source>Close the jobs panel</source>
        <translation>Aufgabenliste schließen</translation>
    </message>
    <message>
        <source>Forget what is over</source>
        <translation>Erledigtes aus der Liste nehmen</translation>
    </message>
    <message>
        <source>JOBS</source>
        <translation>AUFGABEN</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Nothing is running. Separations, exports, downloads and batches appear here.</source>
        <translation>Nichts läuft. Trennungen, Exporte, Downloads und Stapel erscheinen hier.</translation>
    </message>
    <message>
        <source>Separate many files</source>
        <translation>Viele Dateien trennen</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle stoppen</translation>
    </message>
    <message>
        <source>Stop everything</source>
        <translation>Alles stoppen</translation>
    </message>
</context>
<context>
    <name>KeyMapView</name>
    <message>
        <source>Choose a command to change its key.</source>
        <translation>Wählen Sie einen Befehl, um seine Taste zu ändern.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>New key for “{command}”:</source>
        <translation>Neue Taste für „{command}“:</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Use no key</source>
        <translation>Keine Taste verwenden</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Diese Taste verwenden</translation>
    </message>
    <message>
        <source>{key} means “{others}” now, which will lose it.</source>
        <translation>{key} bedeutet jetzt „{others}“ und ginge dort verloren.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
</context>
<context>
    <name>LabelWriter</name>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation>„{name}“ gespeichert.</translation>
    </message>
    <message>
        <source>“{name}” could not be written: {why}.</source>
        <translation>„{name}“ konnte nicht geschrieben werden: {why}.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Something went wrong in the program. Your recording and your stems are safe.</source>
        <translation>Im Programm ist etwas schiefgegangen. Ihre Aufnahme und Ihre Stems sind sicher.</translation>
    </message>
    <message>
        <source>The model “{name}” is not there any more. “{other}” is used from now on.</source>
        <translation>Das Modell „{name}“ ist nicht mehr da. Ab jetzt wird „{other}“ verwendet.</translation>
    </message>
</context>
<context>
    <name>MasterMeter</name>
    <message>
        <source>Level of the mix</source>
        <translation>Pegel des Mixes</translation>
    </message>
    <message>
        <source>Level of the mix, before the volume</source>
        <translation>Pegel des Mixes, vor der Lautstärke</translation>
    </message>
    <message>
        <source>Level of the mix, before the volume; highest {db:.1f} dB</source>
        <translation>Pegel des Mixes, vor der Lautstärke; höchster {db:.1f} dB</translation>
    </message>
    <message>
        <source>Level of the mix: too loud</source>
        <translation>Pegel des Mixes: zu laut</translation>
    </message>
    <message>
        <source>The mix was {db:.1f} dB too loud, and was turned down in time. Click to clear.</source>
        <translation>Der Mix war {db:.1f} dB zu laut und wurde rechtzeitig abgesenkt. Klicken zum Löschen.</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>, {time} left</source>
        <translation>, noch {time}</translation>
    </message>
    <message>
        <source>Accept and download</source>
        <translation>Annehmen und herunterladen</translation>
    </message>
    <message>
        <source>Accept and install</source>
        <translation>Annehmen und installieren</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard the {size} that are here? The next download begins anew.</source>
        <translation>Die vorhandenen {size} verwerfen? Der nächste Download beginnt von vorn.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Erneut herunterladen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Its page</source>
        <translation>Seine Seite</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Licence: {licence}. {caveat}</source>
        <translation>Lizenz: {licence}. {caveat}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Progress of {model}</source>
        <translation>Fortschritt von {model}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove “{title}” ({size}) for good? It is your own file: nobody can give it back.</source>
        <translation>„{title}“ ({size}) endgültig entfernen? Es ist Ihre eigene Datei: niemand kann sie zurückgeben.</translation>
    </message>
    <message>
        <source>Remove “{title}” and free {size}? It can be downloaded again.</source>
        <translation>„{title}“ entfernen und {size} freigeben? Es kann wieder heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Use by default</source>
        <translation>Als Standard verwenden</translation>
    </message>
    <message>
        <source>{have} of {total} are here already.</source>
        <translation>{have} von {total} sind schon da.</translation>
    </message>
    <message>
        <source>{text} Do you accept this?</source>
        <translation>{text} Nehmen Sie das an?</translation>
    </message>
    <message>
        <source>{what}: {model}</source>
        <translation>{what}: {model}</translation>
    </message>
</context>
<context>
    <name>ModelJobs</name>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>Get “{name}”</source>
        <translation>„{name}“ holen</translation>
    </message>
    <message>
        <source>Import “{name}”</source>
        <translation>„{name}“ importieren</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Wird importiert</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>„{name}“ entfernen</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Waiting for another program</source>
        <translation>Wartet auf ein anderes Programm</translation>
    </message>
</context>
<context>
    <name>ModelLine</name>
    <message>
        <source>Get more models…</source>
        <translation>Weitere Modelle…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>No model installed</source>
        <translation>Kein Modell installiert</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>“{name}” is installed.</source>
        <translation>„{name}“ ist installiert.</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models do the separating. One is downloaded once, without an account, and then works offline.</source>
        <translation>Modelle übernehmen das Trennen. Ein Modell wird einmal heruntergeladen, ohne Konto, und arbeitet dann offline.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Use a file I already have…</source>
        <translation>Vorhandene Datei verwenden…</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Find the recording…</source>
        <translation>Aufnahme suchen…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Eine Kopie öffnen</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Andere öffnen…</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Trotzdem öffnen</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>Engine neu starten</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Woanders speichern…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Turn all down</source>
        <translation>Alle leiser machen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
</context>
<context>
    <name>NoticeDetails</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Error “{code}” · {version}</source>
        <translation>Fehler „{code}“ · {version}</translation>
    </message>
</context>
<context>
    <name>OpeningController</name>
    <message>
        <source>One recording at a time: “{name}” was opened.</source>
        <translation>Eine Aufnahme auf einmal: „{name}“ wurde geöffnet.</translation>
    </message>
    <message>
        <source>“{name}” is not as long as it was: regions and stems may lie in the wrong place.</source>
        <translation>„{name}“ ist nicht mehr so lang wie zuvor: Regionen und Stems können an der falschen Stelle liegen.</translation>
    </message>
    <message>
        <source>“{name}” ends before it should: what could be read is here.</source>
        <translation>„{name}“ endet zu früh: was lesbar war, ist hier.</translation>
    </message>
</context>
<context>
    <name>OutputMenu</name>
    <message>
        <source>As the system has it</source>
        <translation>Wie vom System vorgegeben</translation>
    </message>
    <message>
        <source>Sound &amp;output</source>
        <translation>Ton&amp;ausgabe</translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Showing {start} to {end}</source>
        <translation>Zeigt {start} bis {end}</translation>
    </message>
</context>
<context>
    <name>PanKnob</name>
    <message>
        <source>Centre</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>Left {percent} %</source>
        <translation>Links {percent} %</translation>
    </message>
    <message>
        <source>Right {percent} %</source>
        <translation>Rechts {percent} %</translation>
    </message>
</context>
<context>
    <name>PhrasingsCard</name>
    <message>
        <source>Hear phrasing {number}</source>
        <translation>Formulierung {number} hören</translation>
    </message>
    <message>
        <source>Hear with Alt+1, 2, 3; take the best.</source>
        <translation>Mit Alt+1, 2, 3 anhören; die beste nehmen.</translation>
    </message>
    <message>
        <source>Hear “{words}”</source>
        <translation>„{words}“ hören</translation>
    </message>
    <message>
        <source>Phrasings</source>
        <translation>Formulierungen</translation>
    </message>
    <message>
        <source>Separate phrasing {number}</source>
        <translation>Formulierung {number} trennen</translation>
    </message>
    <message>
        <source>Separate “{words}”</source>
        <translation>„{words}“ trennen</translation>
    </message>
    <message>
        <source>This could not be tried.</source>
        <translation>Dies konnte nicht versucht werden.</translation>
    </message>
    <message>
        <source>Trying on ten seconds from the playhead…</source>
        <translation>Zehn Sekunden ab der Abspielposition werden versucht…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use none of them</source>
        <translation>Keine davon verwenden</translation>
    </message>
</context>
<context>
    <name>PlayHandler</name>
    <message>
        <source>“{name}” is gone, so playing paused. Press play to go on with the output that is there now.</source>
        <translation>„{name}“ ist weg, daher hält die Wiedergabe an. Drücken Sie Wiedergabe, um mit der jetzigen Ausgabe fortzufahren.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>Keine Einstellung passt.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>PreferencesHandler</name>
    <message>
        <source>The rest of the window speaks this language from the next start on.</source>
        <translation>Der Rest des Fensters spricht diese Sprache ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>PresenceStrip</name>
    <message>
        <source>Heard at {places}</source>
        <translation>Zu hören bei {places}</translation>
    </message>
    <message>
        <source>Not heard</source>
        <translation>Nicht zu hören</translation>
    </message>
    <message>
        <source>Where “{prompt}” is heard</source>
        <translation>Wo „{prompt}“ zu hören ist</translation>
    </message>
    <message>
        <source>“{prompt}” at {time}: {percent} %</source>
        <translation>„{prompt}“ bei {time}: {percent} %</translation>
    </message>
    <message>
        <source>“{prompt}” at {time}: {percent} of 100, a rank and no probability</source>
        <translation>„{prompt}“ bei {time}: {percent} von 100, eine Rangfolge, keine Wahrscheinlichkeit</translation>
    </message>
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>Save the project elsewhere.</source>
        <translation>Speichern Sie das Projekt woanders.</translation>
    </message>
    <message>
        <source>Save when it is complete.</source>
        <translation>Speichern Sie, wenn sie vollständig ist.</translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation>„{name}“ gespeichert.</translation>
    </message>
    <message>
        <source>Shorten very long names or delete some regions, then save again.</source>
        <translation>Kürzen Sie sehr lange Namen oder löschen Sie einige Regionen und speichern Sie dann erneut.</translation>
    </message>
    <message>
        <source>The project was not saved: it could not be opened again. What was saved before is as it was.</source>
        <translation>Das Projekt wurde nicht gespeichert: Es ließe sich nicht wieder öffnen. Was vorher gespeichert war, ist unverändert.</translation>
    </message>
    <message>
        <source>The recording is still being read.</source>
        <translation>Die Aufnahme wird noch gelesen.</translation>
    </message>
    <message>
        <source>What you do now would not survive a crash: it cannot be kept on the disk ({why}).</source>
        <translation>Was Sie jetzt tun, würde einen Absturz nicht überstehen: es kann nicht auf dem Datenträger gehalten werden ({why}).</translation>
    </message>
</context>
<context>
    <name>ProjectOpener</name>
    <message>
        <source>Close it there first, or open a copy of it as it was last saved.</source>
        <translation>Schließen Sie es zuerst dort, oder öffnen Sie eine Kopie davon, wie es zuletzt gespeichert wurde.</translation>
    </message>
    <message>
        <source>Everything else is here.</source>
        <translation>Alles andere ist hier.</translation>
    </message>
    <message>
        <source>If that one has crashed, open it anyway.</source>
        <translation>Falls jenes abgestürzt ist, öffnen Sie es trotzdem.</translation>
    </message>
    <message>
        <source>The project is safe. Choose another file.</source>
        <translation>Das Projekt ist sicher. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The project is safe. Show where the recording is now.</source>
        <translation>Das Projekt ist sicher. Zeigen Sie, wo die Aufnahme jetzt ist.</translation>
    </message>
    <message>
        <source>The recording of “{name}” is not there any more: “{recording}”.</source>
        <translation>Die Aufnahme von „{name}“ ist nicht mehr da: „{recording}“.</translation>
    </message>
    <message>
        <source>The sound of these stems could not be read from the project: {names}.</source>
        <translation>Der Ton dieser Stems konnte nicht aus dem Projekt gelesen werden: {names}.</translation>
    </message>
    <message>
        <source>“{name}” is open in another window of AudioSep.</source>
        <translation>„{name}“ ist in einem anderen Fenster von AudioSep geöffnet.</translation>
    </message>
    <message>
        <source>“{name}” is open on another computer ({host}).</source>
        <translation>„{name}“ ist auf einem anderen Computer ({host}) geöffnet.</translation>
    </message>
    <message>
        <source>“{name}” was changed since the project was saved: its stems may not fit any more.</source>
        <translation>„{name}“ wurde nach dem Speichern des Projekts geändert: seine Stems passen vielleicht nicht mehr.</translation>
    </message>
    <message>
        <source>“{name}” was damaged: this is how it was saved before that.</source>
        <translation>„{name}“ war beschädigt: so wurde es davor gespeichert.</translation>
    </message>
    <message>
        <source>“{recording}” cannot stand for the recording of “{name}”: its sound is of another kind.</source>
        <translation>„{recording}“ kann nicht für die Aufnahme von „{name}“ stehen: ihr Ton ist von anderer Art.</translation>
    </message>
</context>
<context>
    <name>PromptCompleter</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>PromptHint</name>
    <message>
        <source>Asked in English: {words}</source>
        <translation>Auf Englisch gefragt: {words}</translation>
    </message>
    <message>
        <source>Download a model, or use a file that is here</source>
        <translation>Ein Modell herunterladen oder eine vorhandene Datei verwenden</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Modell holen…</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Tipp</translation>
    </message>
    <message>
        <source>Move it to “But not”</source>
        <translation>Nach „Aber nicht“ verschieben</translation>
    </message>
    <message>
        <source>Move what you do not want to “But not”</source>
        <translation>Was Sie nicht möchten, nach „Aber nicht“ verschieben</translation>
    </message>
    <message>
        <source>No model is installed. Viewing and playing work without.</source>
        <translation>Kein Modell ist installiert. Ansehen und Abspielen geht auch ohne.</translation>
    </message>
    <message>
        <source>Now say what you do want to hear.</source>
        <translation>Sagen Sie nun, was Sie hören möchten.</translation>
    </message>
    <message>
        <source>Short and plain works best: dog barking, acoustic guitar</source>
        <translation>Kurz und schlicht geht am besten: dog barking, acoustic guitar</translation>
    </message>
    <message>
        <source>The separation model ({size}) is not installed. Viewing and playing work without it.</source>
        <translation>Das Trennmodell ({size}) ist nicht installiert. Ansehen und Abspielen geht auch ohne.</translation>
    </message>
</context>
<context>
    <name>PromptHistory</name>
    <message>
        <source>Add a star</source>
        <translation>Stern hinzufügen</translation>
    </message>
    <message>
        <source>Click to use again, double-click to separate again, right-click for a star</source>
        <translation>Klick: wieder verwenden, Doppelklick: wieder trennen, Rechtsklick: Stern</translation>
    </message>
    <message>
        <source>Recent prompts</source>
        <translation>Letzte Prompts</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>{words}, a favourite</source>
        <translation>{words}, ein Favorit</translation>
    </message>
</context>
<context>
    <name>PromptIdeas</name>
    <message>
        <source>Try “{prompt}”</source>
        <translation>„{prompt}“ versuchen</translation>
    </message>
    <message>
        <source>Use the prompt {prompt}</source>
        <translation>Prompt {prompt} verwenden</translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>But not</source>
        <translation>Aber nicht</translation>
    </message>
    <message>
        <source>About {time}</source>
        <translation>Etwa {time}</translation>
    </message>
    <message>
        <source>Find what sounds like the selected stretch, in the whole file (Ctrl+L). Experimental.</source>
        <translation>Findet in der ganzen Datei, was wie der ausgewählte Abschnitt klingt (Strg+L). Experimentell.</translation>
    </message>
    <message>
        <source>HEARD IN THIS FILE</source>
        <translation>IN DIESER DATEI ZU HÖREN</translation>
    </message>
    <message>
        <source>Hear three ways to say it on ten seconds from the playhead (Ctrl+Shift+P)</source>
        <translation>Drei Formulierungen auf zehn Sekunden ab der Abspielposition anhören (Strg+Umschalt+P)</translation>
    </message>
    <message>
        <source>How long it will take</source>
        <translation>Wie lange es dauern wird</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Hört zu…</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>Wo ist es?</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Separate (Enter)</source>
        <translation>Trennen (Enter)</translation>
    </message>
    <message>
        <source>Show where it is heard, without separating (Ctrl+Shift+F)</source>
        <translation>Zeigt, wo es zu hören ist, ohne zu trennen (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>Sounds like the selection</source>
        <translation>Klingt wie die Auswahl</translation>
    </message>
    <message>
        <source>Try phrasings</source>
        <translation>Formulierungen testen</translation>
    </message>
    <message>
        <source>Use {words}, heard in this file</source>
        <translation>{words} verwenden, in dieser Datei zu hören</translation>
    </message>
    <message>
        <source>WHAT DO YOU WANT TO HEAR?</source>
        <translation>WAS MÖCHTEN SIE HÖREN?</translation>
    </message>
    <message>
        <source>What do you want to hear?</source>
        <translation>Was möchten Sie hören?</translation>
    </message>
    <message>
        <source>a dog barking</source>
        <translation>a dog barking</translation>
    </message>
    <message>
        <source>another sound</source>
        <translation>weiterer Klang</translation>
    </message>
    <message>
        <source>music</source>
        <translation>music</translation>
    </message>
</context>
<context>
    <name>PromptSets</name>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Keep the words that are there as a set, and use it again</source>
        <translation>Die jetzigen Wörter als Satz behalten und wieder verwenden</translation>
    </message>
    <message>
        <source>Keep “{words}” as a set</source>
        <translation>„{words}“ als Satz behalten</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Sets of words</source>
        <translation>Wortsätze</translation>
    </message>
</context>
<context>
    <name>PromptStrength</name>
    <message>
        <source>Clean</source>
        <translation>Sauber</translation>
    </message>
    <message>
        <source>How strictly “{name}” is cut out</source>
        <translation>Wie streng „{name}“ ausgeschnitten wird</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>Natürlich</translation>
    </message>
    <message>
        <source>{name}: natural to clean</source>
        <translation>{name}: natürlich bis sauber</translation>
    </message>
</context>
<context>
    <name>RecentPrompts</name>
    <message>
        <source>RECENT PROMPTS</source>
        <translation>LETZTE PROMPTS</translation>
    </message>
</context>
<context>
    <name>RecipeHandler</name>
    <message>
        <source>The command line is copied.</source>
        <translation>Die Befehlszeile ist kopiert.</translation>
    </message>
    <message>
        <source>The recipe is copied as JSON.</source>
        <translation>Das Rezept ist als JSON kopiert.</translation>
    </message>
    <message>
        <source>The stem that it was separated from is left out: it asks the recording.</source>
        <translation>Der Stem, aus dem getrennt wurde, entfällt: es wird die Aufnahme gefragt.</translation>
    </message>
</context>
<context>
    <name>RecoveryController</name>
    <message>
        <source>Another window of AudioSep is recovering “{name}”.</source>
        <translation>Ein anderes Fenster von AudioSep stellt „{name}“ wieder her.</translation>
    </message>
    <message>
        <source>The sound of these stems could not be recovered: {names}.</source>
        <translation>Der Ton dieser Stems konnte nicht wiederhergestellt werden: {names}.</translation>
    </message>
    <message>
        <source>its recording cannot be read any more</source>
        <translation>die Aufnahme ist nicht mehr lesbar</translation>
    </message>
    <message>
        <source>“{name}” could not be recovered ({why}). What is left of it stays where it is.</source>
        <translation>„{name}“ konnte nicht wiederhergestellt werden ({why}). Was davon übrig ist, bleibt, wo es ist.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>AudioSep was not closed properly. Nothing that was finished is lost.</source>
        <translation>AudioSep wurde nicht ordentlich beendet. Nichts Fertiges ist verloren.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>No stems</source>
        <translation>Keine Stems</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Recover it to go on where you were. What you discard cannot be brought back.</source>
        <translation>Stellen Sie es wieder her, um dort weiterzumachen. Was Sie verwerfen, lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Recover unsaved work</source>
        <translation>Ungespeicherte Arbeit wiederherstellen</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Ungespeicherte Arbeit</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
</context>
<context>
    <name>RegionLane</name>
    <message>
        <source>Name of the region</source>
        <translation>Name der Region</translation>
    </message>
    <message>
        <source>Region {n}</source>
        <translation>Region {n}</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
</context>
<context>
    <name>RegionLine</name>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
</context>
<context>
    <name>RulerView</name>
    <message>
        <source>Time ruler</source>
        <translation>Zeitlineal</translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message>
        <source>, {low}–{high} Hz</source>
        <translation>, {low}–{high} Hz</translation>
    </message>
    <message>
        <source>Ask within the recording again</source>
        <translation>Wieder in der Aufnahme suchen</translation>
    </message>
    <message>
        <source>No recording open</source>
        <translation>Keine Aufnahme geöffnet</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Selection {start}–{end}</source>
        <translation>Auswahl {start}–{end}</translation>
    </message>
    <message>
        <source>What is separated</source>
        <translation>Was getrennt wird</translation>
    </message>
    <message>
        <source>Whole file</source>
        <translation>Ganze Datei</translation>
    </message>
    <message>
        <source>Whole file ({length})</source>
        <translation>Ganze Datei ({length})</translation>
    </message>
    <message>
        <source>Within “{name}”</source>
        <translation>In „{name}“</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>1:02.5, 62.5 s, 500 ms or 44100 samples</source>
        <translation>1:02.5, 62.5 s, 500 ms oder 44100 Samples</translation>
    </message>
    <message>
        <source>440 or 2.5k; empty is everything</source>
        <translation>440 oder 2.5k; leer ist alles</translation>
    </message>
    <message>
        <source>Drag over a lane to select</source>
        <translation>Auf einer Spur ziehen, um auszuwählen</translation>
    </message>
    <message>
        <source>Draw boxes in the spectrogram</source>
        <translation>Rahmen im Spektrogramm ziehen</translation>
    </message>
    <message>
        <source>Highest frequency in Hz</source>
        <translation>Höchste Frequenz in Hz</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>Keep the selection as a region</source>
        <translation>Auswahl als Region behalten</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Length of the selection</source>
        <translation>Länge der Auswahl</translation>
    </message>
    <message>
        <source>Lowest frequency in Hz</source>
        <translation>Tiefste Frequenz in Hz</translation>
    </message>
    <message>
        <source>Region {n}</source>
        <translation>Region {n}</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Selection ends at</source>
        <translation>Ende der Auswahl</translation>
    </message>
    <message>
        <source>Selection starts at</source>
        <translation>Anfang der Auswahl</translation>
    </message>
    <message>
        <source>Snap to zero crossings</source>
        <translation>An Nulldurchgängen einrasten</translation>
    </message>
</context>
<context>
    <name>SeparationController</name>
    <message>
        <source>Engine: starting</source>
        <translation>Engine: startet</translation>
    </message>
    <message>
        <source>Engine: stopped</source>
        <translation>Engine: gestoppt</translation>
    </message>
    <message>
        <source>There is not enough memory to go on. {done} of {total} parts are done and kept.</source>
        <translation>Der Speicher reicht nicht, um weiterzumachen. {done} von {total} Teilen sind fertig und bleiben erhalten.</translation>
    </message>
    <message>
        <source>To find a sound by an example of it, use a published AudioSep model.</source>
        <translation>Um einen Klang nach einem Beispiel zu finden, verwenden Sie ein veröffentlichtes AudioSep-Modell.</translation>
    </message>
    <message>
        <source>like {0}–{1} s</source>
        <translation>wie {0}–{1} s</translation>
    </message>
    <message>
        <source>“{model}” can only be asked with words.</source>
        <translation>„{model}“ versteht nur Wörter.</translation>
    </message>
</context>
<context>
    <name>SeparationJobs</name>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>Separating</source>
        <translation>Wird getrennt</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
</context>
<context>
    <name>SpectrogramDialog</name>
    <message>
        <source> Hz</source>
        <translation> Hz</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Bats and other high sounds</source>
        <translation>Fledermäuse und andere hohe Geräusche</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Cents in the read-out</source>
        <translation>Cent in der Anzeige</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Do not follow</source>
        <translation>Nicht folgen</translation>
    </message>
    <message>
        <source>Dynamic range</source>
        <translation>Dynamikumfang</translation>
    </message>
    <message>
        <source>FFT size</source>
        <translation>FFT-Größe</translation>
    </message>
    <message>
        <source>Follow playback</source>
        <translation>Wiedergabe folgen</translation>
    </message>
    <message>
        <source>Frequency scale</source>
        <translation>Frequenzskala</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Highest frequency</source>
        <translation>Höchste Frequenz</translation>
    </message>
    <message>
        <source>Inverse grey</source>
        <translation>Grau, umgekehrt</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Low rumble</source>
        <translation>Tiefes Grollen</translation>
    </message>
    <message>
        <source>Lowest frequency</source>
        <translation>Niedrigste Frequenz</translation>
    </message>
    <message>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <source>Mel</source>
        <translation>Mel</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Opacity of the waveform</source>
        <translation>Deckkraft der Wellenform</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show all frequencies</source>
        <translation>Alle Frequenzen anzeigen</translation>
    </message>
    <message>
        <source>Smoothly</source>
        <translation>Gleitend</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>Spectrogram settings</source>
        <translation>Spektrogramm-Einstellungen</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation>Umblättern</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Waveform over the spectrogram</source>
        <translation>Wellenform über dem Spektrogramm</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>{n} dB</source>
        <translation>{n} dB</translation>
    </message>
    <message>
        <source>{size} ({span} ms)</source>
        <translation>{size} ({span} ms)</translation>
    </message>
</context>
<context>
    <name>SpeedMenu</name>
    <message>
        <source>&amp;Keep the pitch</source>
        <translation>&amp;Tonhöhe halten</translation>
    </message>
    <message>
        <source>Off, it sounds like a tape that runs faster or slower</source>
        <translation>Aus: klingt wie ein schneller oder langsamer laufendes Band</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>&amp;Tempo</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>Keep these words as favourites</source>
        <translation>Diese Wörter als Favoriten behalten</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>Stern entfernen</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>, {count} more waiting</source>
        <translation>, {count} weitere warten</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>Engine gestoppt</translation>
    </message>
    <message>
        <source>Engine: off</source>
        <translation>Engine: aus</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Jobs ({count})</source>
        <translation>Aufgaben ({count})</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Reading “{name}”</source>
        <translation>„{name}“ wird gelesen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Saving: {percent} %</source>
        <translation>Speichern: {percent} %</translation>
    </message>
    <message>
        <source>Separating “{name}”</source>
        <translation>„{name}“ wird getrennt</translation>
    </message>
    <message>
        <source>Separating “{name}”: part {done} of {total}</source>
        <translation>„{name}“ wird getrennt: Teil {done} von {total}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop the work; finished parts are kept (Ctrl+.)</source>
        <translation>Arbeit stoppen; fertige Teile bleiben (Strg+.)</translation>
    </message>
    <message>
        <source>Stop; what was downloaded is kept (Ctrl+.)</source>
        <translation>Stoppen; das Heruntergeladene bleibt (Strg+.)</translation>
    </message>
    <message>
        <source>Stopping “{name}”…</source>
        <translation>„{name}“ wird gestoppt…</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation>Unter dem Zeiger</translation>
    </message>
    <message>
        <source>What runs, what waits and what is over</source>
        <translation>Was läuft, wartet und vorbei ist</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>“{name}”: loading the model</source>
        <translation>„{name}“: Modell wird geladen</translation>
    </message>
    <message>
        <source>“{name}”: waiting for the engine</source>
        <translation>„{name}“: wartet auf die Engine</translation>
    </message>
</context>
<context>
    <name>StrengthSlider</name>
    <message>
        <source>As it was made</source>
        <translation>Wie erzeugt</translation>
    </message>
    <message>
        <source>{percent} % cleaner</source>
        <translation>{percent} % sauberer</translation>
    </message>
    <message>
        <source>{percent} % more natural</source>
        <translation>{percent} % natürlicher</translation>
    </message>
</context>
<context>
    <name>TrackArea</name>
    <message>
        <source>Everything else</source>
        <translation>Alles andere</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation>Zeit verschieben</translation>
    </message>
    <message>
        <source>Stems</source>
        <translation>Stems</translation>
    </message>
</context>
<context>
    <name>TrackHandler</name>
    <message>
        <source>“{name}” is ready to be pasted into a folder or another program.</source>
        <translation>„{name}“ kann nun in einen Ordner oder ein anderes Programm eingefügt werden.</translation>
    </message>
</context>
<context>
    <name>TrackHeader</name>
    <message>
        <source>Clean</source>
        <translation>Sauber</translation>
    </message>
    <message>
        <source>Cleaner leaves less of other sounds, more natural fewer artefacts. Double-click: as it was made</source>
        <translation>Sauberer lässt weniger von anderem übrig, natürlicher weniger Artefakte. Doppelklick: wie erzeugt</translation>
    </message>
    <message>
        <source>Colour of {name}</source>
        <translation>Farbe von {name}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Count {name} in the sum</source>
        <translation>{name} in der Summe zählen</translation>
    </message>
    <message>
        <source>Counts in the sum: “Everything else” is without this sound</source>
        <translation>Zählt in der Summe: „Alles andere“ ist ohne diesen Klang</translation>
    </message>
    <message>
        <source>Gain of {name} in dB</source>
        <translation>Gain von {name} in dB</translation>
    </message>
    <message>
        <source>Gain. Double-click: 0 dB, Shift: fine</source>
        <translation>Gain. Doppelklick: 0 dB, Umschalt: fein</translation>
    </message>
    <message>
        <source>Grip of {name}</source>
        <translation>Griff von {name}</translation>
    </message>
    <message>
        <source>Isolate</source>
        <translation>Isolieren</translation>
    </message>
    <message>
        <source>Left: less of this sound, down to none. Right: less of everything else. Double-click: as it was</source>
        <translation>Links: weniger von diesem Klang, bis nichts bleibt. Rechts: weniger von allem anderen. Doppelklick: wie es war</translation>
    </message>
    <message>
        <source>Level of {name}</source>
        <translation>Pegel von {name}</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation>{name} stumm</translation>
    </message>
    <message>
        <source>Name of {name}</source>
        <translation>Name von {name}</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>Natürlich</translation>
    </message>
    <message>
        <source>Pan of {name}</source>
        <translation>Panorama von {name}</translation>
    </message>
    <message>
        <source>Pan. Drag up and down; double-click: centre, Shift: fine</source>
        <translation>Panorama. Auf und ab ziehen; Doppelklick: Mitte, Umschalt: fein</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Solo {name}</source>
        <translation>{name} solo</translation>
    </message>
    <message>
        <source>Solo: hear only this</source>
        <translation>Solo: nur dies hören</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>{name}: natural to clean</source>
        <translation>{name}: natürlich bis sauber</translation>
    </message>
    <message>
        <source>{name}: remove to isolate</source>
        <translation>{name}: entfernen bis isolieren</translation>
    </message>
</context>
<context>
    <name>TrackRow</name>
    <message>
        <source>Frequencies of {name}</source>
        <translation>Frequenzen von {name}</translation>
    </message>
    <message>
        <source>Spectrogram of {name}</source>
        <translation>Spektrogramm von {name}</translation>
    </message>
    <message>
        <source>Waveform of {name}</source>
        <translation>Wellenform von {name}</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>The sound output stopped answering. Press play to try again.</source>
        <translation>Die Tonausgabe antwortet nicht mehr. Drücken Sie Wiedergabe, um es erneut zu versuchen.</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>, the pitch goes with it</source>
        <translation>, die Tonhöhe ändert sich mit</translation>
    </message>
    <message>
        <source>, the pitch stays</source>
        <translation>, die Tonhöhe bleibt</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export stems</source>
        <translation>Stems exportieren</translation>
    </message>
    <message>
        <source>Gaps since it was opened: {count}</source>
        <translation>Aussetzer seit dem Öffnen: {count}</translation>
    </message>
    <message>
        <source>Loop the selection</source>
        <translation>Auswahl als Loop wiederholen</translation>
    </message>
    <message>
        <source>No sound output</source>
        <translation>Keine Tonausgabe</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Aufnahme öffnen</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Wiedergabe (Leertaste)</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Sound output</source>
        <translation>Tonausgabe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Speed {speed}</source>
        <translation>Tempo {speed}</translation>
    </message>
    <message>
        <source>Stop and return</source>
        <translation>Stopp und zurück</translation>
    </message>
    <message>
        <source>System output</source>
        <translation>Systemausgabe</translation>
    </message>
    <message>
        <source>Volume in dB</source>
        <translation>Lautstärke in dB</translation>
    </message>
    <message>
        <source>Volume {db} dB</source>
        <translation>Lautstärke {db} dB</translation>
    </message>
    <message>
        <source>Whole recording</source>
        <translation>Ganze Aufnahme</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
</context>
<context>
    <name>ViewHandler</name>
    <message>
        <source>&amp;Theme: dark</source>
        <translation>&amp;Design: dunkel</translation>
    </message>
    <message>
        <source>&amp;Theme: high contrast</source>
        <translation>&amp;Design: hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Theme: light</source>
        <translation>&amp;Design: hell</translation>
    </message>
    <message>
        <source>&amp;Theme: system</source>
        <translation>&amp;Design: System</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Being tested…</source>
        <translation>Wird getestet…</translation>
    </message>
    <message>
        <source>Everything runs on this computer. No account, nothing is uploaded.</source>
        <translation>Alles läuft auf diesem Computer. Kein Konto, nichts wird hochgeladen.</translation>
    </message>
    <message>
        <source>Hear an example</source>
        <translation>Ein Beispiel hören</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird ermittelt…</translation>
    </message>
    <message>
        <source>Models go to</source>
        <translation>Modelle kommen nach</translation>
    </message>
    <message>
        <source>Opens “{title}” and separates it</source>
        <translation>Öffnet „{title}“ und trennt es</translation>
    </message>
    <message>
        <source>Say what you want to hear</source>
        <translation>Sagen Sie, was Sie hören möchten</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>Trennung</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Welcome to AudioSep</source>
        <translation>Willkommen bei AudioSep</translation>
    </message>
    <message>
        <source>{folder} ({free} free)</source>
        <translation>{folder} ({free} frei)</translation>
    </message>
</context>
<context>
    <name>accessible</name>
    <message>
        <source>, {low} to {high} Hz</source>
        <translation>, {low} bis {high} Hz</translation>
    </message>
    <message>
        <source>Playhead {at}</source>
        <translation>Abspielposition {at}</translation>
    </message>
    <message>
        <source>in view {start} to {end}</source>
        <translation>sichtbar {start} bis {end}</translation>
    </message>
    <message>
        <source>nothing selected</source>
        <translation>nichts ausgewählt</translation>
    </message>
    <message>
        <source>selected {start} to {end}</source>
        <translation>ausgewählt {start} bis {end}</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>AudioSep could not start.</source>
        <translation>AudioSep konnte nicht starten.</translation>
    </message>
    <message>
        <source>Your recordings and projects are safe. “--safe-mode” starts with default settings.

The log is {path}</source>
        <translation>Ihre Aufnahmen und Projekte sind sicher. „--safe-mode“ startet mit Standardeinstellungen.

Das Protokoll ist {path}</translation>
    </message>
    <message>
        <source>nowhere: its folder cannot be written</source>
        <translation>nirgends: sein Ordner ist nicht beschreibbar</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Amount of “{name}”</source>
        <translation>Anteil von „{name}“</translation>
    </message>
    <message>
        <source>Clean or natural “{name}”</source>
        <translation>„{name}“ sauber oder natürlich</translation>
    </message>
    <message>
        <source>Colour of “{name}”</source>
        <translation>Farbe von „{name}“</translation>
    </message>
    <message>
        <source>Count “{name}” in the sum</source>
        <translation>„{name}“ in der Summe zählen</translation>
    </message>
    <message>
        <source>Duplicate “{name}”</source>
        <translation>„{name}“ duplizieren</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles andere</translation>
    </message>
    <message>
        <source>Gain of “{name}”</source>
        <translation>Gain von „{name}“</translation>
    </message>
    <message>
        <source>Leave “{name}” out of the sum</source>
        <translation>„{name}“ aus der Summe nehmen</translation>
    </message>
    <message>
        <source>Make “{name}” again</source>
        <translation>„{name}“ neu erzeugen</translation>
    </message>
    <message>
        <source>Move “{name}”</source>
        <translation>„{name}“ verschieben</translation>
    </message>
    <message>
        <source>Mute “{name}”</source>
        <translation>„{name}“ stumm schalten</translation>
    </message>
    <message>
        <source>Pan of “{name}”</source>
        <translation>Panorama von „{name}“</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>„{name}“ entfernen</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>„{name}“ umbenennen</translation>
    </message>
    <message>
        <source>Separate “{name}”</source>
        <translation>„{name}“ trennen</translation>
    </message>
    <message>
        <source>Separate “{name}” and {count} more</source>
        <translation>„{name}“ und {count} weitere trennen</translation>
    </message>
    <message>
        <source>Solo “{name}”</source>
        <translation>„{name}“ solo</translation>
    </message>
    <message>
        <source>Unmute “{name}”</source>
        <translation>Stummschaltung von „{name}“ aufheben</translation>
    </message>
    <message>
        <source>Unsolo “{name}”</source>
        <translation>Solo von „{name}“ aufheben</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Audacity labels (*.txt)</source>
        <translation>Audacity-Textmarken (*.txt)</translation>
    </message>
    <message>
        <source>Audio and video ({patterns})</source>
        <translation>Audio und Video ({patterns})</translation>
    </message>
    <message>
        <source>Audio, video and projects ({patterns})</source>
        <translation>Audio, Video und Projekte ({patterns})</translation>
    </message>
    <message>
        <source>AudioSep project (*.asproj)</source>
        <translation>AudioSep-Projekt (*.asproj)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Save labels</source>
        <translation>Textmarken speichern</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>Projekt speichern unter</translation>
    </message>
    <message>
        <source>Where is the recording now?</source>
        <translation>Wo ist die Aufnahme jetzt?</translation>
    </message>
    <message>
        <source>Models ({patterns})</source>
        <translation>Modelle ({patterns})</translation>
    </message>
    <message>
        <source>Open a project (a folder that ends in “.asproj”)</source>
        <translation>Projekt öffnen (ein Ordner, der auf „.asproj“ endet)</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Aufnahme öffnen</translation>
    </message>
    <message>
        <source>Use a model file</source>
        <translation>Modelldatei verwenden</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source> · memory {used} of {there} GB</source>
        <translation> · Speicher {used} von {there} GB</translation>
    </message>
    <message>
        <source>the Apple GPU</source>
        <translation>der Apple-GPU</translation>
    </message>
    <message>
        <source>the graphics card</source>
        <translation>der Grafikkarte</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>dem Prozessor</translation>
    </message>
    <message>
        <source>{model} on {device}</source>
        <translation>{model} auf {device}</translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>A piano with drums</source>
        <translation>Ein Klavier mit Schlagzeug</translation>
    </message>
    <message>
        <source>A siren in a street</source>
        <translation>Eine Sirene in einer Straße</translation>
    </message>
    <message>
        <source>A voice in the rain</source>
        <translation>Eine Stimme im Regen</translation>
    </message>
</context>
<context>
    <name>leaving</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation>Beenden, ohne zu speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save and quit</source>
        <translation>Speichern und beenden</translation>
    </message>
    <message>
        <source>Save “{name}”?</source>
        <translation>„{name}“ speichern?</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Stoppen und beenden</translation>
    </message>
    <message>
        <source>Stopping keeps nothing of it but downloads, which go on the next time. Exported files are safe.</source>
        <translation>Beim Stoppen bleibt davon nichts außer Downloads, die beim nächsten Mal weitergehen. Exportierte Dateien sind sicher.</translation>
    </message>
    <message>
        <source>The stem {names} is lost if you don’t save it.</source>
        <translation>Der Stem {names} geht verloren, wenn Sie ihn nicht speichern.</translation>
    </message>
    <message>
        <source>The stems {names} are lost if you don’t save them.</source>
        <translation>Die Stems {names} gehen verloren, wenn Sie sie nicht speichern.</translation>
    </message>
    <message>
        <source>Work is still running.</source>
        <translation>Es wird noch gearbeitet.</translation>
    </message>
    <message>
        <source>Work is still running: quitting stops it. What is finished of it can be saved.</source>
        <translation>Es wird noch gearbeitet: Beenden stoppt es. Was davon fertig ist, kann gespeichert werden.</translation>
    </message>
    <message>
        <source>Your changes are lost if you don’t save them.</source>
        <translation>Ihre Änderungen gehen verloren, wenn Sie sie nicht speichern.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
</context>
<context>
    <name>match</name>
    <message>
        <source>Good match</source>
        <translation>Gute Übereinstimmung</translation>
    </message>
    <message>
        <source>May not be there</source>
        <translation>Vielleicht nicht da</translation>
    </message>
    <message>
        <source>Weak match</source>
        <translation>Schwache Übereinstimmung</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Another program is getting it; waiting for that</source>
        <translation>Ein anderes Programm holt es; darauf wird gewartet</translation>
    </message>
    <message>
        <source>Checking what is here</source>
        <translation>Vorhandenes wird geprüft</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>Gehört zum Programm</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Downloading “{title}”: {done} of {total}</source>
        <translation>„{title}“ wird heruntergeladen: {done} von {total}</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <source>Making it ready for use</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Making “{title}” ready for use</source>
        <translation>„{title}“ wird vorbereitet</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Datei wird gelesen</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Wird entfernt</translation>
    </message>
    <message>
        <source>Removing “{title}”</source>
        <translation>„{title}“ wird entfernt</translation>
    </message>
    <message>
        <source>Waiting for the one before</source>
        <translation>Wartet auf das vorige</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{size} on this computer</source>
        <translation>{size} auf diesem Computer</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>{size} herunterzuladen</translation>
    </message>
    <message>
        <source>“{title}”: {what}</source>
        <translation>„{title}“: {what}</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>But not: {words}</source>
        <translation>Aber nicht: {words}</translation>
    </message>
    <message>
        <source>Does not count in the sum, and is heard only in solo. Σ lets it count.</source>
        <translation>Zählt nicht in der Summe und ist nur solo zu hören. Σ lässt es zählen.</translation>
    </message>
    <message>
        <source>Does not sum to the original</source>
        <translation>Ergibt nicht das Original</translation>
    </message>
    <message>
        <source>Failed, nothing was made</source>
        <translation>Fehlgeschlagen, nichts entstand</translation>
    </message>
    <message>
        <source>Failed, parts are kept</source>
        <translation>Fehler, Teile bleiben</translation>
    </message>
    <message>
        <source>Measured in places all over: the stems that count and this are the recording, {level}.</source>
        <translation>An Stellen überall gemessen: die zählenden Stems und dies ergeben die Aufnahme, {level}.</translation>
    </message>
    <message>
        <source>Measured on what is played: the stems that count and this are the recording, {level}.</source>
        <translation>Am Gespielten gemessen: die zählenden Stems und dies ergeben die Aufnahme, {level}.</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modell: {name}</translation>
    </message>
    <message>
        <source>Nothing matched above −60 dB</source>
        <translation>Nichts über −60 dB passte</translation>
    </message>
    <message>
        <source>Overlapping stems claim more than there is at
{places}:
the same sound is in two of them.</source>
        <translation>Überlappende Stems beanspruchen mehr, als da ist, bei
{places}:
derselbe Klang ist in zweien davon.</translation>
    </message>
    <message>
        <source>Recording minus the stems</source>
        <translation>Aufnahme ohne die Stems</translation>
    </message>
    <message>
        <source>Separating {percent} %</source>
        <translation>Wird getrennt, {percent} %</translation>
    </message>
    <message>
        <source>Stems overlap in one place</source>
        <translation>Stems überlappen an einer Stelle</translation>
    </message>
    <message>
        <source>Stems overlap in {n} places</source>
        <translation>Stems überlappen an {n} Stellen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Stopped, parts are kept</source>
        <translation>Gestoppt, Teile bleiben</translation>
    </message>
    <message>
        <source>Sums to the original ✓</source>
        <translation>Ergibt das Original ✓</translation>
    </message>
    <message>
        <source>Take one of them out of the sum (Σ).</source>
        <translation>Nehmen Sie einen davon aus der Summe (Σ).</translation>
    </message>
    <message>
        <source>The stems and this do not give the recording back. Separate again what sounds wrong.</source>
        <translation>Die Stems und dies ergeben nicht die Aufnahme. Trennen Sie erneut, was falsch klingt.</translation>
    </message>
    <message>
        <source>The whole recording: no stem counts</source>
        <translation>Die ganze Aufnahme: kein Stem zählt</translation>
    </message>
    <message>
        <source>Waiting for the engine</source>
        <translation>Wartet auf die Engine</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>not in the sum</source>
        <translation>nicht in der Summe</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>to {db} dBFS</source>
        <translation>bis auf {db} dBFS</translation>
    </message>
    <message>
        <source>{n} channels</source>
        <translation>{n} Kanäle</translation>
    </message>
    <message>
        <source>{places} and {count} more</source>
        <translation>{places} und {count} weiteren</translation>
    </message>
</context>
<context>
    <name>preferences</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Cache folder</source>
        <translation>Cache-Ordner</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Everything runs on this computer</source>
        <translation>Alles läuft auf diesem Computer</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Dem System folgen</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Keep the computer awake while a job runs</source>
        <translation>Computer wach halten, solange eine Aufgabe läuft</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Models and storage</source>
        <translation>Modelle und Speicher</translation>
    </message>
    <message>
        <source>Models folder</source>
        <translation>Modellordner</translation>
    </message>
    <message>
        <source>Models stay where they are; another folder is used from the next start.</source>
        <translation>Modelle bleiben, wo sie sind; ein anderer Ordner gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Otherwise it scrolls the stems, and Ctrl+wheel zooms.</source>
        <translation>Sonst verschiebt es die Stems, und Strg+Mausrad zoomt.</translation>
    </message>
    <message>
        <source>Output device</source>
        <translation>Ausgabegerät</translation>
    </message>
    <message>
        <source>Play a sound when a long job is done</source>
        <translation>Einen Ton spielen, wenn eine lange Aufgabe fertig ist</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Recordings, words and results stay here. There is no telemetry, no account and no check for updates, so there is nothing to switch off. The internet is used only when you download a model.</source>
        <translation>Aufnahmen, Wörter und Ergebnisse bleiben hier. Es gibt keine Telemetrie, kein Konto und keine Suche nach Updates, also auch nichts abzuschalten. Das Internet wird nur genutzt, wenn Sie ein Modell herunterladen.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Stopping goes back to where playing began</source>
        <translation>Stoppen kehrt an den Beginn der Wiedergabe zurück</translation>
    </message>
    <message>
        <source>Tell when a long job is done</source>
        <translation>Melden, wenn eine lange Aufgabe fertig ist</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>The wheel zooms</source>
        <translation>Das Mausrad zoomt</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Translations other than English are machine-made and not yet reviewed.</source>
        <translation>Andere Übersetzungen als Englisch sind maschinell erstellt und noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Unfinished work and the pictures of recordings. Another folder is used from the next start.</source>
        <translation>Unfertige Arbeit und die Bilder der Aufnahmen. Ein anderer Ordner gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>With a notification, while another window is in front.</source>
        <translation>Mit einer Benachrichtigung, während ein anderes Fenster vorne ist.</translation>
    </message>
</context>
<context>
    <name>recipe</name>
    <message>
        <source>Asked for: {words}</source>
        <translation>Gefragt nach: {words}</translation>
    </message>
    <message>
        <source>But not: {words}</source>
        <translation>Aber nicht: {words}</translation>
    </message>
    <message>
        <source>From {start} to {end}</source>
        <translation>Von {start} bis {end}</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modell: {name}</translation>
    </message>
    <message>
        <source>Together with: {words}</source>
        <translation>Zusammen mit: {words}</translation>
    </message>
</context>
<context>
    <name>region_commands</name>
    <message>
        <source>Add region</source>
        <translation>Region hinzufügen</translation>
    </message>
    <message>
        <source>Add {n} regions</source>
        <translation>{n} Regionen hinzufügen</translation>
    </message>
    <message>
        <source>Change region</source>
        <translation>Region ändern</translation>
    </message>
    <message>
        <source>Delete region</source>
        <translation>Region löschen</translation>
    </message>
    <message>
        <source>Delete {n} regions</source>
        <translation>{n} Regionen löschen</translation>
    </message>
    <message>
        <source>Rename region</source>
        <translation>Region umbenennen</translation>
    </message>
</context>
<context>
    <name>registry</name>
    <message>
        <source>&amp;About</source>
        <translation>Über &amp;AudioSep</translation>
    </message>
    <message>
        <source>&amp;Back 1 s</source>
        <translation>1 s z&amp;urück</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>&amp;Stapel…</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>&amp;Beides</translation>
    </message>
    <message>
        <source>&amp;Close recording</source>
        <translation>&amp;Aufnahme schließen</translation>
    </message>
    <message>
        <source>&amp;Compare: recording / stems</source>
        <translation>Ve&amp;rgleichen: Aufnahme / Stems</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;Bericht kopieren</translation>
    </message>
    <message>
        <source>&amp;Count in the sum, or not</source>
        <translation>&amp;In der Summe zählen oder nicht</translation>
    </message>
    <message>
        <source>&amp;Delete region</source>
        <translation>Region &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>&amp;Forward 1 s</source>
        <translation>1 &amp;s vor</translation>
    </message>
    <message>
        <source>&amp;Free memory</source>
        <translation>&amp;Speicher freigeben</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>&amp;Hear alone</source>
        <translation>Allein &amp;hören</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Import more…</source>
        <translation>&amp;Weitere importieren…</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Aufgaben</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Tasten und Maus</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Loop</translation>
    </message>
    <message>
        <source>&amp;Make the stem again</source>
        <translation>&amp;Stem neu erzeugen</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelle…</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>S&amp;tumm</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>W&amp;iedergabe</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Previous region</source>
        <translation>&amp;Vorige Region</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Recording alone</source>
        <translation>Aufnahme allein</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Remove stem</source>
        <translation>Stem &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>P&amp;rojekt speichern</translation>
    </message>
    <message>
        <source>&amp;Separate</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>&amp;Stop and return</source>
        <translation>Sto&amp;pp und zurück</translation>
    </message>
    <message>
        <source>&amp;Theme: follow the system</source>
        <translation>&amp;Design: dem System folgen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Usual speed</source>
        <translation>N&amp;ormales Tempo</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;What can I ask?</source>
        <translation>&amp;Wonach kann ich fragen?</translation>
    </message>
    <message>
        <source>&amp;Where is it?</source>
        <translation>&amp;Wo ist es?</translation>
    </message>
    <message>
        <source>&amp;Whole recording</source>
        <translation>&amp;Ganze Aufnahme</translation>
    </message>
    <message>
        <source>Add re&amp;gion</source>
        <translation>Region &amp;hinzufügen</translation>
    </message>
    <message>
        <source>All fre&amp;quencies</source>
        <translation>&amp;Alle Frequenzen</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+Mausrad</translation>
    </message>
    <message>
        <source>Ask w&amp;ithin this stem</source>
        <translation>&amp;In diesem Stem fragen</translation>
    </message>
    <message>
        <source>Back 0.1 s</source>
        <translation>0,1 s zurück</translation>
    </message>
    <message>
        <source>Back 5 s</source>
        <translation>5 s zurück</translation>
    </message>
    <message>
        <source>Clear loop ran&amp;ge</source>
        <translation>Loop-B&amp;ereich löschen</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Com&amp;pact rows</source>
        <translation>&amp;Kompakte Zeilen</translation>
    </message>
    <message>
        <source>Compare bl&amp;ind</source>
        <translation>Blind &amp;vergleichen</translation>
    </message>
    <message>
        <source>Copy as &amp;file</source>
        <translation>A&amp;ls Datei kopieren</translation>
    </message>
    <message>
        <source>Copy as command li&amp;ne</source>
        <translation>Als &amp;Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Copy the recipe (&amp;JSON)</source>
        <translation>&amp;Rezept kopieren (JSON)</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Strg+Ziehen</translation>
    </message>
    <message>
        <source>Ctrl+wheel, pinch</source>
        <translation>Strg+Mausrad, Zweifingerzoom</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Drag in the ruler</source>
        <translation>Im Lineal ziehen</translation>
    </message>
    <message>
        <source>Drag in the spectrogram (Q)</source>
        <translation>Im Spektrogramm ziehen (Q)</translation>
    </message>
    <message>
        <source>Draw a time × frequency box; drag its edges and corners to adjust it</source>
        <translation>Rahmen in Zeit × Frequenz ziehen; Kanten und Ecken ziehen, um ihn anzupassen</translation>
    </message>
    <message>
        <source>Draw the loop range; drag its edges to adjust it</source>
        <translation>Loop-Bereich ziehen; Kanten ziehen, um ihn anzupassen</translation>
    </message>
    <message>
        <source>Export selected s&amp;tem…</source>
        <translation>Aus&amp;gewählten Stem exportieren…</translation>
    </message>
    <message>
        <source>Extend to the &amp;left by 1 s</source>
        <translation>U&amp;m 1 s nach links erweitern</translation>
    </message>
    <message>
        <source>Extend to the &amp;right by 1 s</source>
        <translation>&amp;Um 1 s nach rechts erweitern</translation>
    </message>
    <message>
        <source>Forward 0.1 s</source>
        <translation>0,1 s vor</translation>
    </message>
    <message>
        <source>Forward 5 s</source>
        <translation>5 s vor</translation>
    </message>
    <message>
        <source>Hear the first phrasing</source>
        <translation>Erste Formulierung hören</translation>
    </message>
    <message>
        <source>Hear the second phrasing</source>
        <translation>Zweite Formulierung hören</translation>
    </message>
    <message>
        <source>Hear the third phrasing</source>
        <translation>Dritte Formulierung hören</translation>
    </message>
    <message>
        <source>Hits to &amp;regions</source>
        <translation>Treffer &amp;zu Regionen</translation>
    </message>
    <message>
        <source>Middle-drag</source>
        <translation>Ziehen mit mittlerer Taste</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Nach oben</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>N&amp;ach unten</translation>
    </message>
    <message>
        <source>Move it finely; double-click resets it</source>
        <translation>Fein verstellen; Doppelklick setzt zurück</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>Ansicht verschieben</translation>
    </message>
    <message>
        <source>Next &amp;hit</source>
        <translation>&amp;Nächster Treffer</translation>
    </message>
    <message>
        <source>Next reg&amp;ion</source>
        <translation>&amp;Nächste Region</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
        <translation>&amp;Projekt öffnen…</translation>
    </message>
    <message>
        <source>Place the playhead</source>
        <translation>Abspielposition setzen</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Rena&amp;me region</source>
        <translation>&amp;Region umbenennen</translation>
    </message>
    <message>
        <source>Restart the en&amp;gine</source>
        <translation>Engine &amp;neu starten</translation>
    </message>
    <message>
        <source>Right-click</source>
        <translation>Rechtsklick</translation>
    </message>
    <message>
        <source>S&amp;olo</source>
        <translation>&amp;Solo</translation>
    </message>
    <message>
        <source>S&amp;pectrogram</source>
        <translation>&amp;Spektrogramm</translation>
    </message>
    <message>
        <source>S&amp;top the work</source>
        <translation>&amp;Arbeit stoppen</translation>
    </message>
    <message>
        <source>Save hits as la&amp;bels…</source>
        <translation>Tr&amp;effer als Textmarken speichern…</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Projekt speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Say wh&amp;at to hear</source>
        <translation>Sagen, was zu &amp;hören sein soll</translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation>Zeit verschieben</translation>
    </message>
    <message>
        <source>Scroll the stems</source>
        <translation>Stems verschieben</translation>
    </message>
    <message>
        <source>Scrub</source>
        <translation>Scrubben</translation>
    </message>
    <message>
        <source>Se&amp;lect</source>
        <translation>A&amp;uswählen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>Ni&amp;chts auswählen</translation>
    </message>
    <message>
        <source>Select &amp;what is visible</source>
        <translation>&amp;Sichtbares auswählen</translation>
    </message>
    <message>
        <source>Select a stretch; drag an edge to adjust it, Shift+click to extend it</source>
        <translation>Abschnitt auswählen; Kante ziehen zum Anpassen, Umschalt+Klick zum Erweitern</translation>
    </message>
    <message>
        <source>Select the region or hit; elsewhere everything, or nothing</source>
        <translation>Region oder Treffer auswählen; sonst alles oder nichts</translation>
    </message>
    <message>
        <source>Separate in e&amp;very region</source>
        <translation>&amp;In jeder Region trennen</translation>
    </message>
    <message>
        <source>Shift+drag on a slider</source>
        <translation>Umschalt+Ziehen an einem Regler</translation>
    </message>
    <message>
        <source>Shift+wheel, sideways swipe</source>
        <translation>Umschalt+Mausrad, seitliches Wischen</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>La&amp;ngsamer</translation>
    </message>
    <message>
        <source>Snap to &amp;zero crossings</source>
        <translation>An Nulldurchgängen &amp;einrasten</translation>
    </message>
    <message>
        <source>Ste&amp;m</source>
        <translation>&amp;Stem</translation>
    </message>
    <message>
        <source>Stop &amp;always returns</source>
        <translation>Stopp &amp;kehrt immer zurück</translation>
    </message>
    <message>
        <source>Wavefor&amp;m</source>
        <translation>&amp;Wellenform</translation>
    </message>
    <message>
        <source>Zoom to&amp;ggle</source>
        <translation>Zoom &amp;umschalten</translation>
    </message>
    <message>
        <source>Selection &amp;ends at playhead</source>
        <translation>Auswahl endet an &amp;der Abspielposition</translation>
    </message>
    <message>
        <source>&amp;Play / pause</source>
        <translation>W&amp;iedergabe / Pause</translation>
    </message>
    <message>
        <source>Compare e&amp;qually loud</source>
        <translation>&amp;Gleich laut vergleichen</translation>
    </message>
    <message>
        <source>Faste&amp;r</source>
        <translation>S&amp;chneller</translation>
    </message>
    <message>
        <source>Loop s&amp;election</source>
        <translation>Aus&amp;wahl als Loop</translation>
    </message>
    <message>
        <source>Pla&amp;y selection</source>
        <translation>Auswahl a&amp;bspielen</translation>
    </message>
    <message>
        <source>Selection &amp;starts at playhead</source>
        <translation>Auswahl &amp;beginnt an der Abspielposition</translation>
    </message>
    <message>
        <source>Sounds &amp;like the selection</source>
        <translation>&amp;Klingt wie die Auswahl</translation>
    </message>
    <message>
        <source>Spectrogram s&amp;ettings…</source>
        <translation>S&amp;pektrogramm-Einstellungen…</translation>
    </message>
    <message>
        <source>Stem &amp;1 alone</source>
        <translation>Stem &amp;1 allein</translation>
    </message>
    <message>
        <source>Stem &amp;2 alone</source>
        <translation>Stem &amp;2 allein</translation>
    </message>
    <message>
        <source>Stem &amp;3 alone</source>
        <translation>Stem &amp;3 allein</translation>
    </message>
    <message>
        <source>Stem &amp;4 alone</source>
        <translation>Stem &amp;4 allein</translation>
    </message>
    <message>
        <source>Stem &amp;5 alone</source>
        <translation>Stem &amp;5 allein</translation>
    </message>
    <message>
        <source>Stem &amp;6 alone</source>
        <translation>Stem &amp;6 allein</translation>
    </message>
    <message>
        <source>Stem &amp;7 alone</source>
        <translation>Stem &amp;7 allein</translation>
    </message>
    <message>
        <source>Stem &amp;8 alone</source>
        <translation>Stem &amp;8 allein</translation>
    </message>
    <message>
        <source>Stem &amp;9 alone</source>
        <translation>Stem &amp;9 allein</translation>
    </message>
    <message>
        <source>Time × frequency &amp;box</source>
        <translation>Rahmen in &amp;Zeit × Frequenz</translation>
    </message>
    <message>
        <source>To the e&amp;nd</source>
        <translation>&amp;Zum Ende</translation>
    </message>
    <message>
        <source>To the s&amp;tart</source>
        <translation>Zu&amp;m Anfang</translation>
    </message>
    <message>
        <source>Try &amp;phrasings</source>
        <translation>&amp;Formulierungen testen</translation>
    </message>
    <message>
        <source>Waveform over spect&amp;rogram</source>
        <translation>We&amp;llenform über Spektrogramm</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>Was hier möglich ist</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>V&amp;erkleinern</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Zeiger zoomen</translation>
    </message>
    <message>
        <source>Zoom in frequency</source>
        <translation>Frequenz zoomen</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>Auf Auswahl &amp;zoomen</translation>
    </message>
</context>
<context>
    <name>spoken</name>
    <message>
        <source>, from {low} to {high} hertz</source>
        <translation>, von {low} bis {high} Hertz</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 Sekunde</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Selected from {start} to {end}, {length} long</source>
        <translation>Ausgewählt von {start} bis {end}, {length} lang</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} Stunden</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} Minuten</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} Sekunden</translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>Its sounds are in its folder “stems”.</source>
        <translation>Seine Klänge liegen in seinem Ordner „stems“.</translation>
    </message>
    <message>
        <source>This project is damaged: it could not be read. Nothing in it was changed.</source>
        <translation>Dieses Projekt ist beschädigt: es konnte nicht gelesen werden. Nichts darin wurde geändert.</translation>
    </message>
    <message>
        <source>This project was saved by a newer version of AudioSep ({version}). Nothing in it was changed.</source>
        <translation>Dieses Projekt wurde von einer neueren Version von AudioSep ({version}) gespeichert. Nichts darin wurde geändert.</translation>
    </message>
    <message>
        <source>Update AudioSep to open it.</source>
        <translation>Aktualisieren Sie AudioSep, um es zu öffnen.</translation>
    </message>
</context>
</TS>
