<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About AudioSep Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything runs on this computer. Nothing is uploaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what you want to hear, get it on a track of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third-party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions and the machine, for a report of a fault; no names, no recordings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskHandler</name>
    <message>
        <source>Engine: off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskingPage</name>
    <message>
        <source>Any words can be asked; those below are the ones the program was taught.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the sound, not the scene: &lt;b&gt;rain&lt;/b&gt;, not &lt;b&gt;a wet day in Paris&lt;/b&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several sounds at once become several tracks: add them one by one as chips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short and plain works best: &lt;b&gt;dog barking&lt;/b&gt;, &lt;b&gt;acoustic guitar&lt;/b&gt;, &lt;b&gt;a person talking&lt;/b&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can I ask?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you do not want goes into &lt;b&gt;But not…&lt;/b&gt;, not into the words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangingMenus</name>
    <message>
        <source>As the system has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound &amp;output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{sound}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipField</name>
    <message>
        <source>Add another sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another sound (comma)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoachMark</name>
    <message>
        <source>Say what you want to hear,
then press Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareSwitch</name>
    <message>
        <source>Compare recording and stems (X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare: recording or stems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DockedBody</name>
    <message>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop audio or video here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything runs on this computer. Nothing is uploaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recording open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OR TRY AN EXAMPLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the example {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAV, FLAC, MP3, OGG, M4A, MP4, MKV and more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Exported {count} files to “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>
and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  (nothing was made)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  (unfinished)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  (when the work is done)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that exists, or a new one in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export stems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate, channels and length stay as in the recording. Existing files are never replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one track.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}: the recording, {name}: the stem, {prompt}: its prompt, {n}: its number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} used, {free} free on this disk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpHandler</name>
    <message>
        <source>The report was copied: versions and this machine, no names, no recordings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyMapView</name>
    <message>
        <source>Choose a command to change its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key for “{command}”:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} means “{others}” now, which will lose it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Something went wrong in the program. Your recording and your stems are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “{name}” is not there any more. “{other}” is used from now on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>, {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept and download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept and install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the {size} that are here? The next download begins anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: {licence}. {caveat}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{title}” ({size}) for good? It is your own file: nobody can give it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{title}” and free {size}? It can be downloaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use by default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{have} of {total} are here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} Do you accept this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {model}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>“{name}” is installed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models do the separating. One is downloaded once, without an account, and then works offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a file I already have…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningController</name>
    <message>
        <source>Closing “{name}” closes its stems too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what you want to keep first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One recording at a time: “{name}” was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening “{name}” closes this recording and its stems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” ends before it should: what could be read is here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesHandler</name>
    <message>
        <source>The rest of the window speaks this language from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>But not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>But not: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>But not…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to use again, double-click to separate again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find what sounds like the selected stretch, in the whole file (Ctrl+L). Experimental.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get more models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it to “But not”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move what you do not want to “But not”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is installed. “Get more models…” below has some; viewing and playing work without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recording open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now say what you do want to hear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RECENT PROMPTS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection {start}–{end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short and plain works best: dog barking, acoustic guitar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds like the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try “{prompt}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the prompt {prompt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHAT DO YOU WANT TO HEAR?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to hear?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is separated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sounds alike and is not meant: it is kept out of what you hear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole file ({length})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dog barking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>music</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulerView</name>
    <message>
        <source>Time ruler</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeparationController</name>
    <message>
        <source>Engine: starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: {model} on {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate when it is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate when it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To find a sound by an example of it, use a published AudioSep model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like {0}–{1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{model}” can only be asked with words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>, {count} more waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separating “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separating “{name}”: part {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the work; finished parts are kept (Ctrl+.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; what was downloaded is kept (Ctrl+.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping “{name}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”: loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”: waiting for the engine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrackArea</name>
    <message>
        <source>But not: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed, nothing was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed, parts are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matched above −60 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording minus the stems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separating {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped, parts are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stereo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} channels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrackHeader</name>
    <message>
        <source>Clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaner leaves less of other sounds, more natural fewer artefacts. Double-click: as it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain of {name} in dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain. Double-click: 0 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Natural</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo: hear only this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: natural to clean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrackRow</name>
    <message>
        <source>Spectrogram of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export stems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection {start}–{end}  ({length} s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume in dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume {db} dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewHandler</name>
    <message>
        <source>&amp;Theme: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme: high contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme: system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Being tested…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything runs on this computer. No account, nothing is uploaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens “{title}” and separates it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what you want to hear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to AudioSep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} ({free} free)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>accessible</name>
    <message>
        <source>, {low} to {high} Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playhead {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in view {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>AudioSep could not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your recordings and projects are safe. “--safe-mode” starts with default settings.

The log is {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nowhere: its folder cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Amount of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean or natural “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count “{name}” in the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave “{name}” out of the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate “{name}” and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmute “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsolo “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio and video ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping keeps nothing of it but downloads, which go on the next time. Exported files are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work is still running.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>A piano with drums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A siren in a street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A voice in the rain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Another program is getting it; waiting for that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking what is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading “{title}”: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making it ready for use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making “{title}” ready for use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>preferences</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything runs on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models and storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models stay where they are; another folder is used from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings, words and results stay here. There is no telemetry, no account and no check for updates, so there is nothing to switch off. The internet is used only when you download a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translations other than English are machine-made and not yet reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work in progress. Another folder is used from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recipe</name>
    <message>
        <source>Asked for: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>But not: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together with: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>registry</name>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare: recording / stems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Loop selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play / stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Say what to hear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Separate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop and return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme: follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What can I ask?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle-drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play se&amp;lection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the en&amp;gine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;olo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll the stems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a stretch; drag an edge to adjust it, Shift+click to extend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all, or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection &amp;ends at playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection &amp;starts at playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds &amp;like the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the e&amp;nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the s&amp;tart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
