<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
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
    <name>AbsentCard</name>
    <message>
        <source>Ask for {words} instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go where it is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard at {time}: go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I can’t hear {words} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I can’t hear {words} in this selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps {words} is not in this recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps {words} is not in this selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar, and heard here:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdvancedOptions</name>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced: automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced: changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give to each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Independent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the highest frequencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked keeps the stereo image; independent hears each channel for itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies above the model&apos;s own band follows the top of what it heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What two sounds of one request both claim</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AmountSlider</name>
    <message>
        <source>As in the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % removed</source>
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
    <name>Attention</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound is being separated or written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AxisView</name>
    <message>
        <source>Drag to scroll, wheel to zoom, double-click to show every frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model hears up to {limit} Hz; what lies above follows what it found below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} Hz</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchController</name>
    <message>
        <source>File {number} of {count}: “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch could not be started ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch is done. {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch is over. {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch stopped unexpectedly. What is done is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again goes on from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{failed} of {count} files failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” in {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add recordings or folders, or drop them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also write everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>But not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder for the results than the one with the recordings.</source>
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
        <source>Folder for the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders are searched at any depth. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: a dog barking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One failure does not stop the rest; doing the same batch again goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings and folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what you want to hear in all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate many files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to hear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlindBar</name>
    <message>
        <source>&amp;End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the blind comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the blind comparison (Shift+X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear {number} (key {number}; X hears the other one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I &amp;prefer this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I prefer what I hear now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making “{first}” and “{second}” equally loud…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferred: “{first}” {a}, “{second}” {b}. {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the result of the blind comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is clear: tossed coins come out like this only {share:.1%} of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no clear preference: tossed coins come out as clearly {share:.0%} of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{first}” and “{second}”, equally loud: which one is 1 is hidden. Round {round}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangingMenus</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
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
        <source>Equally loud: “{name}” is turned down by {db:.1f} dB</source>
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
    <name>ComparisonController</name>
    <message>
        <source>Everything else</source>
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
    <name>DragOut</name>
    <message>
        <source>Preparing the file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EarsHandler</name>
    <message>
        <source>Listening to the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hits are known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that I could name for sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what to look for and press “Where is it?”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The starter was hardly ever told of “{words}”. Nearest: {nearest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is not heard in this recording.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditHandler</name>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
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
        <source>All were turned down by {db:.1f} dB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again as 32-bit float, or let all files be turned down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {count} files to “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped, for they were there already: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too loud for the format, and clipped: {count} samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”, files: {count}</source>
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
        <source>Choose a folder that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, and export again</source>
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
        <source>model, {start}: where it begins, {date}: today, {region}: the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for another export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}: the recording, {name}: the track, {prompt}: its prompt, {n}: its number, {model}: the </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
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
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of these tracks lies in that range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was stopped.</source>
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
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>32-bit float keeps them as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AAC may add up to 23 ms of silence at the end in some players.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files as long as the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip them, and warn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy tags and cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both: the new one gets a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets a DAW put each file where it lies in the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peaks over 0 dBFS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate, channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions ({count}), each as files of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as source ({rate} Hz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence stands where a stem has nothing, so that all files line up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip: keep the old ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stereo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are copied as they are; the sound is as long as the recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format has no {asked} Hz: {rate} Hz are written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format has no {count} channels: choose stereo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time stamp (Broadcast WAV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn all files down by the same dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} Hz</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportTracks</name>
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
        <source>All stems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix as heard: gain, pan, amount, mute and solo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileHandler</name>
    <message>
        <source>Export to</source>
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
    <name>GainSlider</name>
    <message>
        <source>{gain} dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandOverController</name>
    <message>
        <source>Everything else</source>
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
    <name>JobHandler</name>
    <message>
        <source>separated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this; the others go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Batch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the jobs panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget what is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JOBS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running. Separations, exports, downloads and batches appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate many files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop everything</source>
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
    <name>LabelWriter</name>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
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
    <name>MasterMeter</name>
    <message>
        <source>Level of the mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the mix, before the volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the mix, before the volume; highest {db:.1f} dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the mix: too loud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mix was {db:.1f} dB too loud, and was turned down in time. Click to clear.</source>
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
    <name>ModelJobs</name>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for another program</source>
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
        <source>Choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the recording…</source>
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
        <source>Save elsewhere…</source>
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
        <source>One recording at a time: “{name}” was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not as long as it was: regions and stems may lie in the wrong place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” ends before it should: what could be read is here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputMenu</name>
    <message>
        <source>As the system has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound &amp;output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanKnob</name>
    <message>
        <source>Centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhrasingsCard</name>
    <message>
        <source>Hear phrasing {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear with Alt+1, 2, 3; take the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrasings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate phrasing {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying on ten seconds from the playhead…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use none of them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayHandler</name>
    <message>
        <source>“{name}” is gone, so playing paused. Press play to go on with the output that is there now.</source>
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
    <name>PresenceStrip</name>
    <message>
        <source>Heard at {places}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where “{prompt}” is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{prompt}” at {time}: {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{prompt}” at {time}: {percent} of 100, a rank and no probability</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>Save the project elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save when it is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you do now would not survive a crash: it cannot be kept on the disk ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProjectOpener</name>
    <message>
        <source>Close it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that one has crashed, open it anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project is safe. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project is safe. Show where the recording is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording of “{name}” is not there any more: “{recording}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound of these stems could not be read from the project: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is open in another window of AudioSep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is open on another computer ({host}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed since the project was saved: its stems may not fit any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was damaged: this is how it was saved before that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{recording}” cannot stand for the recording of “{name}”: its sound is of another kind.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptCompleter</name>
    <message>
        <source>Completions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptHistory</name>
    <message>
        <source>Add a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to use again, double-click to separate again, right-click for a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, a favourite</source>
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
        <source>About {time}</source>
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
        <source>HEARD IN THIS FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear three ways to say it on ten seconds from the playhead (Ctrl+Shift+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it will take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep these words as favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening…</source>
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
        <source>Remove the star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is it?</source>
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
        <source>Show where it is heard, without separating (Ctrl+Shift+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds like the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try phrasings</source>
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
        <source>Use {words}, heard in this file</source>
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
        <source>What sounds alike and is not meant: it is kept out of what you hear</source>
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
    <name>PromptSets</name>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the words that are there as a set, and use it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep “{words}” as a set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets of words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeHandler</name>
    <message>
        <source>The command line is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe is copied as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stem that it was separated from is left out: it asks the recording.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryController</name>
    <message>
        <source>Another window of AudioSep is recovering “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound of these stems could not be recovered: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its recording cannot be read any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be recovered ({why}). What is left of it stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>AudioSep was not closed properly. Nothing that was finished is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover it to go on where you were. What you discard cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover unsaved work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegionLane</name>
    <message>
        <source>Name of the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegionLine</name>
    <message>
        <source>Regions</source>
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
    <name>ScopeChoice</name>
    <message>
        <source>, {low}–{high} Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask within the recording again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recording open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection {start}–{end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is separated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole file ({length})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>1:02.5, 62.5 s, 500 ms or 44100 samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>440 or 2.5k; empty is everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag over a lane to select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw boxes in the spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest frequency in Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the selection as a region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest frequency in Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection ends at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection starts at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap to zero crossings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeparationController</name>
    <message>
        <source>Ask within it when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>Select a part of it.</source>
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
        <source>The selection lies outside of that stem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stem that this was separated from is not there any more.</source>
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
    <message>
        <source>“{name}” is still being separated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeparationJobs</name>
    <message>
        <source>Loading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpectrogramDialog</name>
    <message>
        <source> Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dynamic range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FFT size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrogram settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} ({span} ms)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeedMenu</name>
    <message>
        <source>&amp;Keep the pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off, it sounds like a tape that runs faster or slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
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
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs ({count})</source>
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
        <source>Saving: {percent} %</source>
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
        <source>What runs, what waits and what is over</source>
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
    <name>StrengthSlider</name>
    <message>
        <source>As it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % cleaner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % more natural</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrackArea</name>
    <message>
        <source>Everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrackHandler</name>
    <message>
        <source>“{name}” is ready to be pasted into a folder or another program.</source>
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
        <source>Colour of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count {name} in the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts in the sum: “Everything else” is without this sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain of {name} in dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain. Double-click: 0 dB, Shift: fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grip of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: less of this sound, down to none. Right: less of everything else. Double-click: as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of {name}</source>
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
        <source>Pan of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan. Drag up and down; double-click: centre, Shift: fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
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
    <message>
        <source>{name}: remove to isolate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrackRow</name>
    <message>
        <source>Frequencies of {name}</source>
        <translation type="unfinished"></translation>
    </message>
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
    <name>Transport</name>
    <message>
        <source>The sound output stopped answering. Press play to try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>, the pitch goes with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, the pitch stays</source>
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
        <source>Gaps since it was opened: {count}</source>
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
        <source>Sound output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed {speed}</source>
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
        <source>System output</source>
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
        <source>Make “{name}” again</source>
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
        <source>Audacity labels (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio and video ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio, video and projects ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AudioSep project (*.asproj)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is the recording now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project (a folder that ends in “.asproj”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a model file</source>
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
    <name>leaving</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save “{name}”?</source>
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
        <source>The stem {names} is lost if you don&apos;t save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stems {names} are lost if you don&apos;t save them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work is still running: quitting stops it. What is finished of it can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your changes are lost if you don&apos;t save them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>match</name>
    <message>
        <source>Good match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May not be there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak match</source>
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
    <name>notes</name>
    <message>
        <source> and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>But not: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not count in the sum, and is heard only in solo. Σ lets it count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not sum to the original</source>
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
        <source>Measured in places all over: the stems that count and this are the recording, {level}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on what is played: the stems that count and this are the recording, {level}.</source>
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
        <source>Overlapping stems claim more than there is at {places}: the same sound is in two of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording minus the stems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separating {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stems claim too much at {place}</source>
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
        <source>Sums to the original ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one of them out of the sum (Σ).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stems and this do not give the recording back. Separate again what sounds wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole recording: no stem counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stereo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {db} dBFS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} channels</source>
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
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the computer awake while a job runs</source>
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
        <source>Otherwise it scrolls the stems, and Ctrl+wheel zooms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play a sound when a long job is done</source>
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
        <source>Stopping goes back to where playing began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell when a long job is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wheel zooms</source>
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
        <source>With a notification, while another window is in front.</source>
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
    <name>region_commands</name>
    <message>
        <source>Add region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {n} regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {n} regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename region</source>
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
        <source>&amp;Batch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Both</source>
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
        <source>&amp;Count in the sum, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
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
        <source>&amp;Free memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hear alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import more…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make the stem again</source>
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
        <source>&amp;Previous region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recording alone</source>
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
        <source>&amp;Save project</source>
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
        <source>&amp;Usual speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What can I ask?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Where is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add re&amp;gion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All fre&amp;quencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask w&amp;ithin this stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back 0.1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back 5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear loop ran&amp;ge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Com&amp;pact rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare bl&amp;ind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare equally lou&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as command li&amp;ne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the recipe (&amp;JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel, pinch</source>
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
        <source>Drag in the ruler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag in the spectrogram (Q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a time × frequency box; drag its edges and corners to adjust it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the loop range; drag its edges to adjust it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export selected s&amp;tem…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend to the &amp;left by 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend to the &amp;right by 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fas&amp;ter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward 0.1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward 5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear the first phrasing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear the second phrasing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear the third phrasing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits to &amp;regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop &amp;selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle-drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it finely; double-click resets it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next reg&amp;ion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
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
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rena&amp;me region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the en&amp;gine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right-click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;olo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;pectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save hits as la&amp;bels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
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
        <source>Scrub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;lect</source>
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
        <source>Select &amp;what is visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a stretch; drag an edge to adjust it, Shift+click to extend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the region or hit; elsewhere everything, or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate in e&amp;very region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+drag on a slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+wheel, sideways swipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap to &amp;zero crossings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to&amp;ggle</source>
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
        <source>Sounds &amp;like the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrogram s&amp;ettings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stem &amp;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop always ret&amp;urns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time × frequency &amp;box</source>
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
        <source>Try &amp;phrasings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform over spect&amp;rogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done here</source>
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
        <source>Zoom in frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spoken</name>
    <message>
        <source>, from {low} to {high} hertz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected from {start} to {end}, {length} long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>Its sounds are in its folder “stems”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project is damaged: it could not be read. Nothing in it was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project was saved by a newer version of AudioSep ({version}). Nothing in it was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update AudioSep to open it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
