<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Machine-made, and not reviewed by anybody who speaks the language. -->
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About AudioSep Desktop</source>
        <translation>Acerca de AudioSep Desktop</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>Everything runs on this computer. Nothing is uploaded.</source>
        <translation>Todo funciona en este equipo. No se sube nada.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Say what you want to hear, get it on a track of its own.</source>
        <translation>Diga qué quiere oír y obténgalo en una pista propia.</translation>
    </message>
    <message>
        <source>Third-party</source>
        <translation>Terceros</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Versions and the machine, for a report of a fault; no names, no recordings</source>
        <translation>Versiones y equipo, para informar de un fallo; sin nombres ni grabaciones</translation>
    </message>
</context>
<context>
    <name>AbsentCard</name>
    <message>
        <source>Ask for {words} instead</source>
        <translation>Pedir {words} en su lugar</translation>
    </message>
    <message>
        <source>Go where it is heard</source>
        <translation>Ir adonde se oye</translation>
    </message>
    <message>
        <source>Heard at {time}: go there</source>
        <translation>Se oye en {time}: ir allí</translation>
    </message>
    <message>
        <source>I can’t hear {words} here.</source>
        <translation>No oigo {words} aquí.</translation>
    </message>
    <message>
        <source>I can’t hear {words} in this selection.</source>
        <translation>No oigo {words} en esta selección.</translation>
    </message>
    <message>
        <source>I don’t know {words}, and can’t tell whether it is here. The model understands English only.</source>
        <translation>No conozco {words} y no puedo decir si está aquí. El modelo solo entiende inglés.</translation>
    </message>
    <message>
        <source>In English:</source>
        <translation>En inglés:</translation>
    </message>
    <message>
        <source>Perhaps {words} is not in this recording.</source>
        <translation>Quizá {words} no esté en esta grabación.</translation>
    </message>
    <message>
        <source>Perhaps {words} is not in this selection.</source>
        <translation>Quizá {words} no esté en esta selección.</translation>
    </message>
    <message>
        <source>Separate anyway</source>
        <translation>Separar igualmente</translation>
    </message>
    <message>
        <source>Similar, and heard here:</source>
        <translation>Parecido, y se oye aquí:</translation>
    </message>
    <message>
        <source>Try the whole file</source>
        <translation>Probar el archivo entero</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} o {1}</translation>
    </message>
</context>
<context>
    <name>AdvancedOptions</name>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Advanced: automatic</source>
        <translation>Avanzado: automático</translation>
    </message>
    <message>
        <source>Advanced: changed</source>
        <translation>Avanzado: modificado</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>GPU de Apple</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Back end</source>
        <translation>Motor de cálculo</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Give to each</source>
        <translation>Dar a cada uno</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Tarjeta gráfica (CUDA)</translation>
    </message>
    <message>
        <source>Independent</source>
        <translation>Independientes</translation>
    </message>
    <message>
        <source>Keep the highest frequencies</source>
        <translation>Conservar las frecuencias más altas</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Enlazados</translation>
    </message>
    <message>
        <source>Linked keeps the stereo image; independent hears each channel for itself</source>
        <translation>Enlazados conserva la imagen estéreo; independientes escucha cada canal por separado</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>Solapamientos</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Share out</source>
        <translation>Repartir</translation>
    </message>
    <message>
        <source>What lies above the model&apos;s own band follows the top of what it heard</source>
        <translation>Lo que queda por encima de la banda del modelo sigue a lo más alto que oyó</translation>
    </message>
    <message>
        <source>What two sounds of one request both claim</source>
        <translation>Lo que reclaman a la vez dos sonidos de una misma petición</translation>
    </message>
</context>
<context>
    <name>AmountSlider</name>
    <message>
        <source>As in the recording</source>
        <translation>Como en la grabación</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>Aislado</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Eliminado</translation>
    </message>
    <message>
        <source>{percent} % isolated</source>
        <translation>{percent} % aislado</translation>
    </message>
    <message>
        <source>{percent} % removed</source>
        <translation>{percent} % eliminado</translation>
    </message>
</context>
<context>
    <name>AskHandler</name>
    <message>
        <source>Engine: off</source>
        <translation>Motor: apagado</translation>
    </message>
    <message>
        <source>Separation begins as soon as it is complete.</source>
        <translation>La separación empieza en cuanto esté completa.</translation>
    </message>
    <message>
        <source>The recording is still being read.</source>
        <translation>La grabación aún se está leyendo.</translation>
    </message>
</context>
<context>
    <name>AskingPage</name>
    <message>
        <source>Any words can be asked; those below are the ones the program was taught.</source>
        <translation>Se puede pedir con cualquier palabra; las de abajo son las que el programa ha aprendido.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Find a sound</source>
        <translation>Buscar un sonido</translation>
    </message>
    <message>
        <source>Name the sound, not the scene: &lt;b&gt;rain&lt;/b&gt;, not &lt;b&gt;a wet day in Paris&lt;/b&gt;.</source>
        <translation>Nombre el sonido, no la escena: &lt;b&gt;rain&lt;/b&gt;, no &lt;b&gt;a wet day in Paris&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Several sounds at once become several tracks: add them one by one as chips.</source>
        <translation>Varios sonidos a la vez son varias pistas: añádalos uno a uno como etiquetas.</translation>
    </message>
    <message>
        <source>Short and plain works best: &lt;b&gt;dog barking&lt;/b&gt;, &lt;b&gt;acoustic guitar&lt;/b&gt;, &lt;b&gt;a person talking&lt;/b&gt;.</source>
        <translation>Lo breve y sencillo funciona mejor: &lt;b&gt;dog barking&lt;/b&gt;, &lt;b&gt;acoustic guitar&lt;/b&gt;, &lt;b&gt;a person talking&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sonidos</translation>
    </message>
    <message>
        <source>Use these words</source>
        <translation>Usar estas palabras</translation>
    </message>
    <message>
        <source>What can I ask?</source>
        <translation>¿Qué puedo pedir?</translation>
    </message>
    <message>
        <source>What you do not want goes into &lt;b&gt;But not…&lt;/b&gt;, not into the words.</source>
        <translation>Lo que no quiera va en &lt;b&gt;Pero no…&lt;/b&gt;, no en las palabras.</translation>
    </message>
    <message>
        <source>{count} sounds</source>
        <translation>{count} sonidos</translation>
    </message>
</context>
<context>
    <name>AskingTerms</name>
    <message>
        <source>Ask within it when it is done.</source>
        <translation>Pida dentro cuando esté listo.</translation>
    </message>
    <message>
        <source>Select a part of it.</source>
        <translation>Seleccione una parte de él.</translation>
    </message>
    <message>
        <source>Separate when it is complete.</source>
        <translation>Separe cuando esté completa.</translation>
    </message>
    <message>
        <source>Separate when it is there.</source>
        <translation>Separe cuando esté disponible.</translation>
    </message>
    <message>
        <source>The recording is still being read.</source>
        <translation>La grabación aún se está leyendo.</translation>
    </message>
    <message>
        <source>The selection lies outside of that stem.</source>
        <translation>La selección queda fuera de ese stem.</translation>
    </message>
    <message>
        <source>The stem that this was separated from is not there any more.</source>
        <translation>El stem del que se separó ya no está.</translation>
    </message>
    <message>
        <source>“{name}” is being opened.</source>
        <translation>Se está abriendo «{name}».</translation>
    </message>
    <message>
        <source>“{name}” is still being separated.</source>
        <translation>«{name}» aún se está separando.</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Con errores</translation>
    </message>
    <message>
        <source>Sound is being separated or written</source>
        <translation>Se está separando o escribiendo sonido</translation>
    </message>
</context>
<context>
    <name>AxisView</name>
    <message>
        <source>Drag to scroll, wheel to zoom, double-click to show every frequency</source>
        <translation>Arrastrar para desplazar, rueda para zoom, doble clic para ver todas las frecuencias</translation>
    </message>
    <message>
        <source>The model hears up to {limit} Hz; what lies above follows what it found below.</source>
        <translation>El modelo oye hasta {limit} Hz; lo que hay por encima sigue a lo hallado debajo.</translation>
    </message>
    <message>
        <source>{low} to {high} Hz</source>
        <translation>{low} a {high} Hz</translation>
    </message>
</context>
<context>
    <name>BatchController</name>
    <message>
        <source>File {number} of {count}: “{name}”</source>
        <translation>Archivo {number} de {count}: «{name}»</translation>
    </message>
    <message>
        <source>Files: {count}.</source>
        <translation>Archivos: {count}.</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Cargando el modelo</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
    <message>
        <source>The batch could not be started ({reason}).</source>
        <translation>No se pudo iniciar el lote ({reason}).</translation>
    </message>
    <message>
        <source>The batch is done. {what}</source>
        <translation>El lote ha terminado. {what}</translation>
    </message>
    <message>
        <source>The batch is over. {what}</source>
        <translation>El lote ha acabado. {what}</translation>
    </message>
    <message>
        <source>The batch stopped unexpectedly. What is done is kept.</source>
        <translation>El lote se detuvo de forma inesperada. Lo hecho se conserva.</translation>
    </message>
    <message>
        <source>Try again goes on from here.</source>
        <translation>«Reintentar» sigue desde aquí.</translation>
    </message>
    <message>
        <source>{failed} of {count} files failed.</source>
        <translation>Fallaron {failed} de {count} archivos.</translation>
    </message>
    <message>
        <source>“{words}” in {what}</source>
        <translation>«{words}» en {what}</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Add a folder</source>
        <translation>Añadir una carpeta</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Añadir una carpeta…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Añadir archivos…</translation>
    </message>
    <message>
        <source>Add recordings or folders, or drop them here.</source>
        <translation>Añada grabaciones o carpetas, o suéltelas aquí.</translation>
    </message>
    <message>
        <source>Also write everything else</source>
        <translation>Escribir también todo lo demás</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Another sound</source>
        <translation>Otro sonido</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>But not</source>
        <translation>Pero no</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Elija una carpeta para los resultados.</translation>
    </message>
    <message>
        <source>Choose another folder for the results than the one with the recordings.</source>
        <translation>Elija para los resultados otra carpeta distinta de la de las grabaciones.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Carpeta de resultados</translation>
    </message>
    <message>
        <source>Folders are searched at any depth. </source>
        <translation>Las carpetas se recorren a cualquier profundidad. </translation>
    </message>
    <message>
        <source>For example: a dog barking</source>
        <translation>Por ejemplo: a dog barking</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>One failure does not stop the rest; doing the same batch again goes on where it stopped.</source>
        <translation>Un fallo no detiene los demás; al repetir el mismo lote se sigue donde se quedó.</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Opcional</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Recordings and folders</source>
        <translation>Grabaciones y carpetas</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Results in</source>
        <translation>Resultados en</translation>
    </message>
    <message>
        <source>Say what you want to hear in all of them.</source>
        <translation>Diga qué quiere oír en todas.</translation>
    </message>
    <message>
        <source>Separate many files</source>
        <translation>Separar muchos archivos</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>What to hear</source>
        <translation>Qué oír</translation>
    </message>
</context>
<context>
    <name>BlindBar</name>
    <message>
        <source>&amp;End</source>
        <translation>&amp;Terminar</translation>
    </message>
    <message>
        <source>Blind comparison</source>
        <translation>Comparación a ciegas</translation>
    </message>
    <message>
        <source>End the blind comparison</source>
        <translation>Terminar la comparación a ciegas</translation>
    </message>
    <message>
        <source>End the blind comparison (Shift+X)</source>
        <translation>Terminar la comparación a ciegas (Mayús+X)</translation>
    </message>
    <message>
        <source>Hear {number}</source>
        <translation>Oír {number}</translation>
    </message>
    <message>
        <source>Hear {number} (key {number}; X hears the other one)</source>
        <translation>Oír {number} (tecla {number}; X para oír el otro)</translation>
    </message>
    <message>
        <source>I &amp;prefer this one</source>
        <translation>&amp;Prefiero este</translation>
    </message>
    <message>
        <source>I prefer what I hear now</source>
        <translation>Prefiero lo que oigo ahora</translation>
    </message>
    <message>
        <source>Making “{first}” and “{second}” equally loud…</source>
        <translation>Igualando el volumen de «{first}» y «{second}»…</translation>
    </message>
    <message>
        <source>Preferred: “{first}” {a}, “{second}” {b}. {verdict}</source>
        <translation>Preferidos: «{first}» {a}, «{second}» {b}. {verdict}</translation>
    </message>
    <message>
        <source>Show &amp;result</source>
        <translation>Ver el &amp;resultado</translation>
    </message>
    <message>
        <source>Show the result of the blind comparison</source>
        <translation>Ver el resultado de la comparación a ciegas</translation>
    </message>
    <message>
        <source>That is clear: tossed coins come out like this only {share:.1%} of the time.</source>
        <translation>Está claro: al lanzar monedas solo saldría así el {share:.1%} de las veces.</translation>
    </message>
    <message>
        <source>That is no clear preference: tossed coins come out as clearly {share:.0%} of the time.</source>
        <translation>No hay una preferencia clara: al lanzar monedas saldría así de claro el {share:.0%} de las veces.</translation>
    </message>
    <message>
        <source>“{first}” and “{second}”, equally loud: which one is 1 is hidden. Round {round}.</source>
        <translation>«{first}» y «{second}», con igual volumen: no se dice cuál es 1. Ronda {round}.</translation>
    </message>
</context>
<context>
    <name>ButNotButton</name>
    <message>
        <source>But not</source>
        <translation>Pero no</translation>
    </message>
    <message>
        <source>But not: {words}</source>
        <translation>Pero no: {words}</translation>
    </message>
    <message>
        <source>But not…</source>
        <translation>Pero no…</translation>
    </message>
    <message>
        <source>What sounds alike and is not meant: it is kept out of what you hear</source>
        <translation>Lo que suena parecido y no se busca: queda fuera de lo que oye</translation>
    </message>
</context>
<context>
    <name>ChangingMenus</name>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove “{sound}”</source>
        <translation>Quitar «{sound}»</translation>
    </message>
</context>
<context>
    <name>ChipField</name>
    <message>
        <source>Add another sound</source>
        <translation>Añadir otro sonido</translation>
    </message>
    <message>
        <source>Add another sound (comma)</source>
        <translation>Añadir otro sonido (coma)</translation>
    </message>
</context>
<context>
    <name>CoachMark</name>
    <message>
        <source>Say what you want to hear,
then press Enter</source>
        <translation>Diga qué quiere oír
y pulse Intro</translation>
    </message>
</context>
<context>
    <name>CompareSwitch</name>
    <message>
        <source>Compare recording and stems (X)</source>
        <translation>Comparar grabación y stems (X)</translation>
    </message>
    <message>
        <source>Compare: recording or stems</source>
        <translation>Comparar: grabación o stems</translation>
    </message>
    <message>
        <source>Equally loud: “{name}” is turned down by {db:.1f} dB</source>
        <translation>Igual volumen: «{name}» se baja {db:.1f} dB</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
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
        <translation>Todo lo demás</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
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
        <translation>Arrastre este panel a otro lado</translation>
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
        <translation>Preparando el archivo…</translation>
    </message>
</context>
<context>
    <name>EarsHandler</name>
    <message>
        <source>Listening to the file…</source>
        <translation>Escuchando el archivo…</translation>
    </message>
    <message>
        <source>No hits are known yet.</source>
        <translation>Aún no se conocen apariciones.</translation>
    </message>
    <message>
        <source>Nothing that I could name for sure.</source>
        <translation>Nada que pueda nombrar con seguridad.</translation>
    </message>
    <message>
        <source>Say what to look for and press “Where is it?”.</source>
        <translation>Diga qué buscar y pulse «¿Dónde está?».</translation>
    </message>
    <message>
        <source>The model understands English only. “{words}” is “{english}” in English.</source>
        <translation>El modelo solo entiende inglés. «{words}» es «{english}» en inglés.</translation>
    </message>
    <message>
        <source>The starter was hardly ever told of “{words}”. Nearest: {nearest}.</source>
        <translation>El modelo inicial apenas conoce «{words}». Lo más cercano: {nearest}.</translation>
    </message>
    <message>
        <source>“{words}” is not heard in this recording.</source>
        <translation>«{words}» no se oye en esta grabación.</translation>
    </message>
</context>
<context>
    <name>EditHandler</name>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>&amp;Rehacer: {what}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>&amp;Deshacer: {what}</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop audio or video here</source>
        <translation>Suelte aquí audio o vídeo</translation>
    </message>
    <message>
        <source>Everything runs on this computer. Nothing is uploaded.</source>
        <translation>Todo funciona en este equipo. No se sube nada.</translation>
    </message>
    <message>
        <source>No recording open</source>
        <translation>No hay ninguna grabación abierta</translation>
    </message>
    <message>
        <source>OR TRY AN EXAMPLE</source>
        <translation>O PRUEBE UN EJEMPLO</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Abrir una grabación</translation>
    </message>
    <message>
        <source>Open the example {title}</source>
        <translation>Abrir el ejemplo «{title}»</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation>RECIENTES</translation>
    </message>
    <message>
        <source>WAV, FLAC, MP3, OGG, M4A, MP4, MKV and more</source>
        <translation>WAV, FLAC, MP3, OGG, M4A, MP4, MKV y más</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>1 file from “{name}”</source>
        <translation>1 archivo de «{name}»</translation>
    </message>
    <message>
        <source>All were turned down by {db:.1f} dB.</source>
        <translation>Todos se bajaron {db:.1f} dB.</translation>
    </message>
    <message>
        <source>Export again as 32-bit float, or let all files be turned down.</source>
        <translation>Exporte de nuevo en coma flotante de 32 bits o deje que se bajen todos los archivos.</translation>
    </message>
    <message>
        <source>Exported {count} files to “{folder}”.</source>
        <translation>Se exportaron {count} archivos a «{folder}».</translation>
    </message>
    <message>
        <source>Exported “{name}”.</source>
        <translation>Se exportó «{name}».</translation>
    </message>
    <message>
        <source>Skipped, for they were there already: {count}.</source>
        <translation>Omitidos porque ya existían: {count}.</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>La exportación se detuvo.</translation>
    </message>
    <message>
        <source>Too loud for the format, and clipped: {count} samples.</source>
        <translation>Demasiado fuerte para el formato y recortado: {count} muestras.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escribiendo</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>mezcla</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>grabación</translation>
    </message>
    <message>
        <source>{count} files from “{name}”</source>
        <translation>{count} archivos de «{name}»</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>
and {count} more</source>
        <translation>
y {count} más</translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation>Elija una carpeta que exista.</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Elegir otra carpeta</translation>
    </message>
    <message>
        <source>Choose another folder, and export again</source>
        <translation>Elegir otra carpeta y exportar de nuevo</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close or stop</source>
        <translation>Cerrar o detener</translation>
    </message>
    <message>
        <source>Turn all down</source>
        <translation>Bajar todos</translation>
    </message>
    <message>
        <source>Turn all files down by the same dB, and export</source>
        <translation>Bajar todos los archivos los mismos dB y exportar</translation>
    </message>
    <message>
        <source>waits for another export</source>
        <translation>espera a otra exportación</translation>
    </message>
    <message>
        <source>{source}: the recording, {name}: the track, {prompt}: its prompt, {n}: its number, {model}: the model, {start}: where it begins, {date}: today, {region}: the region</source>
        <translation>{source}: la grabación, {name}: la pista, {prompt}: su prompt, {n}: su número, {model}: el modelo, {start}: dónde empieza, {date}: hoy, {region}: la región</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>faltan {time}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Recortar</translation>
    </message>
    <message>
        <source>Clip what is too loud, and export</source>
        <translation>Recortar lo que es demasiado fuerte y exportar</translation>
    </message>
    <message>
        <source>Create it</source>
        <translation>Crearla</translation>
    </message>
    <message>
        <source>Create the folder, and export again</source>
        <translation>Crear la carpeta y exportar de nuevo</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Nombres de archivo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation>Nombres de los archivos</translation>
    </message>
    <message>
        <source>Nothing of these tracks lies in that range.</source>
        <translation>En ese intervalo no hay nada de estas pistas.</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>La exportación se detuvo.</translation>
    </message>
    <message>
        <source>Tick at least one track.</source>
        <translation>Marque al menos una pista.</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Pistas</translation>
    </message>
    <message>
        <source>“{folder}” could not be created ({reason}). Choose another folder.</source>
        <translation>No se pudo crear «{folder}» ({reason}). Elija otra carpeta.</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>32-bit float keeps them as they are</source>
        <translation>La coma flotante de 32 bits los conserva tal cual</translation>
    </message>
    <message>
        <source>AAC may add up to 23 ms of silence at the end in some players.</source>
        <translation>AAC puede añadir hasta 23 ms de silencio al final en algunos reproductores.</translation>
    </message>
    <message>
        <source>All files as long as the range</source>
        <translation>Todos los archivos tan largos como el intervalo</translation>
    </message>
    <message>
        <source>As in the recording</source>
        <translation>Como en la grabación</translation>
    </message>
    <message>
        <source>As in the recording ({rate})</source>
        <translation>Como en la grabación ({rate})</translation>
    </message>
    <message>
        <source>Ask before anything is written</source>
        <translation>Preguntar antes de escribir nada</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Clip them</source>
        <translation>Recortarlos</translation>
    </message>
    <message>
        <source>Copy tags and cover</source>
        <translation>Copiar etiquetas y carátula</translation>
    </message>
    <message>
        <source>Files that exist</source>
        <translation>Archivos existentes</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>If it exists</source>
        <translation>Si ya existe</translation>
    </message>
    <message>
        <source>Keep both: the new one gets a number</source>
        <translation>Conservar ambos: el nuevo recibe un número</translation>
    </message>
    <message>
        <source>Lets a DAW put each file where it lies in the recording</source>
        <translation>Permite que un DAW sitúe cada archivo donde está en la grabación</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Only its band, {low}–{high} Hz</source>
        <translation>Solo su banda, {low}–{high} Hz</translation>
    </message>
    <message>
        <source>Only the bands of boxes</source>
        <translation>Solo las bandas de los recuadros</translation>
    </message>
    <message>
        <source>Peaks over 0 dBFS</source>
        <translation>Picos por encima de 0 dBFS</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>Rate, channels</source>
        <translation>Frecuencia, canales</translation>
    </message>
    <message>
        <source>Regions ({count}), each as files of its own</source>
        <translation>Regiones ({count}), cada una en archivos propios</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Reemplazarlos</translation>
    </message>
    <message>
        <source>This format has no {asked}: {rate} are written.</source>
        <translation>Este formato no admite {asked}: se escriben {rate}.</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Frecuencia de muestreo</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Selección</translation>
    </message>
    <message>
        <source>Silence stands where a stem has nothing, so that all files line up</source>
        <translation>Donde un stem no tiene nada hay silencio, para que todos los archivos coincidan</translation>
    </message>
    <message>
        <source>Skip: keep the old ones</source>
        <translation>Omitir: conservar los antiguos</translation>
    </message>
    <message>
        <source>Stereo</source>
        <translation>Estéreo</translation>
    </message>
    <message>
        <source>The pictures are copied as they are; the sound is as long as the recording.</source>
        <translation>Las imágenes se copian tal cual; el sonido dura lo mismo que la grabación.</translation>
    </message>
    <message>
        <source>The recording has none</source>
        <translation>La grabación no tiene</translation>
    </message>
    <message>
        <source>This format has no {count} channels: choose stereo.</source>
        <translation>Este formato no admite {count} canales: elija estéreo.</translation>
    </message>
    <message>
        <source>Time stamp (Broadcast WAV)</source>
        <translation>Marca de tiempo (Broadcast WAV)</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>Demasiado fuerte</translation>
    </message>
    <message>
        <source>Turn all files down by the same dB</source>
        <translation>Bajar todos los archivos los mismos dB</translation>
    </message>
    <message>
        <source>Whole recording</source>
        <translation>Toda la grabación</translation>
    </message>
    <message>
        <source>Without it, files have every frequency of that stretch</source>
        <translation>Sin esto, los archivos tienen todas las frecuencias de ese tramo</translation>
    </message>
</context>
<context>
    <name>ExportTracks</name>
    <message>
        <source>  (nothing was made)</source>
        <translation>  (no se obtuvo nada)</translation>
    </message>
    <message>
        <source>  (unfinished)</source>
        <translation>  (sin terminar)</translation>
    </message>
    <message>
        <source>  (when the work is done)</source>
        <translation>  (cuando termine el trabajo)</translation>
    </message>
    <message>
        <source>All stems</source>
        <translation>Todos los stems</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Todo lo demás</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>Exportar {name}</translation>
    </message>
    <message>
        <source>Mix as heard: gain, pan, amount, mute and solo</source>
        <translation>Mezcla tal como se oye: ganancia, panorama, cantidad, silencio y solo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
</context>
<context>
    <name>FileHandler</name>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Clearing…</source>
        <translation>Vaciando…</translation>
    </message>
    <message>
        <source>Empty, {free} free on this disk</source>
        <translation>Vacía, {free} libres en este disco</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Consultando…</translation>
    </message>
    <message>
        <source>Use default</source>
        <translation>Usar la predeterminada</translation>
    </message>
    <message>
        <source>{size} used, {free} free on this disk</source>
        <translation>{size} en uso, {free} libres en este disco</translation>
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
        <translation>Todo lo demás</translation>
    </message>
</context>
<context>
    <name>HelpHandler</name>
    <message>
        <source>The report was copied: versions and this machine, no names, no recordings.</source>
        <translation>El informe se copió: versiones y este equipo, sin nombres ni grabaciones.</translation>
    </message>
</context>
<context>
    <name>JobHandler</name>
    <message>
        <source>separated</source>
        <translation>separado</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Hacerlo de nuevo</translation>
    </message>
    <message>
        <source>Do it earlier</source>
        <translation>Hacerlo antes</translation>
    </message>
    <message>
        <source>Do it later</source>
        <translation>Hacerlo después</translation>
    </message>
    <message>
        <source>Done in {time}</source>
        <translation>Listo en {time}</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Con errores</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Progress of {name}</source>
        <translation>Progreso de {name}</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>Separación</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>Mostrar los resultados</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop this; the others go on</source>
        <translation>Detener esto; lo demás sigue</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>part {done} of {total}</source>
        <translation>parte {done} de {total}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>faltan {time}</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Batch…</source>
        <translation>Lote…</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Quitar los terminados</translation>
    </message>
    <message>
        <source>Close the jobs panel</source>
        <translation>Cerrar el panel de tareas</translation>
    </message>
    <message>
        <source>Forget what is over</source>
        <translation>Olvidar lo que ya acabó</translation>
    </message>
    <message>
        <source>JOBS</source>
        <translation>TAREAS</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Nothing is running. Separations, exports, downloads and batches appear here.</source>
        <translation>No hay nada en marcha. Aquí aparecen separaciones, exportaciones, descargas y lotes.</translation>
    </message>
    <message>
        <source>Separate many files</source>
        <translation>Separar muchos archivos</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Detener todo</translation>
    </message>
    <message>
        <source>Stop everything</source>
        <translation>Detener todo</translation>
    </message>
</context>
<context>
    <name>KeyMapView</name>
    <message>
        <source>Choose a command to change its key.</source>
        <translation>Elija un comando para cambiar su tecla.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Buscar un comando o una tecla</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Teclas y ratón</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Ratón</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Tecla nueva</translation>
    </message>
    <message>
        <source>New key for “{command}”:</source>
        <translation>Tecla nueva para «{command}»:</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Use no key</source>
        <translation>No usar tecla</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Usar esta tecla</translation>
    </message>
    <message>
        <source>{key} means “{others}” now, which will lose it.</source>
        <translation>{key} significa ahora «{others}», que la perderá.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Teclas y ratón</translation>
    </message>
</context>
<context>
    <name>LabelWriter</name>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation>Se guardó «{name}».</translation>
    </message>
    <message>
        <source>“{name}” could not be written: {why}.</source>
        <translation>No se pudo escribir «{name}»: {why}.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Something went wrong in the program. Your recording and your stems are safe.</source>
        <translation>Algo ha fallado en el programa. Su grabación y sus stems están a salvo.</translation>
    </message>
    <message>
        <source>The model “{name}” is not there any more. “{other}” is used from now on.</source>
        <translation>El modelo «{name}» ya no está. A partir de ahora se usa «{other}».</translation>
    </message>
</context>
<context>
    <name>MasterMeter</name>
    <message>
        <source>Level of the mix</source>
        <translation>Nivel de la mezcla</translation>
    </message>
    <message>
        <source>Level of the mix, before the volume</source>
        <translation>Nivel de la mezcla, antes del volumen</translation>
    </message>
    <message>
        <source>Level of the mix, before the volume; highest {db:.1f} dB</source>
        <translation>Nivel de la mezcla, antes del volumen; máximo {db:.1f} dB</translation>
    </message>
    <message>
        <source>Level of the mix: too loud</source>
        <translation>Nivel de la mezcla: demasiado fuerte</translation>
    </message>
    <message>
        <source>The mix was {db:.1f} dB too loud, and was turned down in time. Click to clear.</source>
        <translation>La mezcla estaba {db:.1f} dB por encima y se bajó a tiempo. Clic para borrar.</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>, {time} left</source>
        <translation>, faltan {time}</translation>
    </message>
    <message>
        <source>Accept and download</source>
        <translation>Aceptar y descargar</translation>
    </message>
    <message>
        <source>Accept and install</source>
        <translation>Aceptar e instalar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Discard the {size} that are here? The next download begins anew.</source>
        <translation>¿Descartar los {size} que hay? La próxima descarga empezará de cero.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar aviso</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Descargar de nuevo</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Instalado</translation>
    </message>
    <message>
        <source>Its page</source>
        <translation>Su página</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Licence: {licence}. {caveat}</source>
        <translation>Licencia: {licence}. {caveat}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Progress of {model}</source>
        <translation>Progreso de {model}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove “{title}” ({size}) for good? It is your own file: nobody can give it back.</source>
        <translation>¿Eliminar «{title}» ({size}) para siempre? Es un archivo suyo: nadie puede devolvérselo.</translation>
    </message>
    <message>
        <source>Remove “{title}” and free {size}? It can be downloaded again.</source>
        <translation>¿Quitar «{title}» y liberar {size}? Se puede descargar de nuevo.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Use by default</source>
        <translation>Usar por defecto</translation>
    </message>
    <message>
        <source>{have} of {total} are here already.</source>
        <translation>Ya hay {have} de {total}.</translation>
    </message>
    <message>
        <source>{text} Do you accept this?</source>
        <translation>{text} ¿Lo acepta?</translation>
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
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Descargando</translation>
    </message>
    <message>
        <source>Get “{name}”</source>
        <translation>Obtener «{name}»</translation>
    </message>
    <message>
        <source>Import “{name}”</source>
        <translation>Importar «{name}»</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importando</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>Quitar «{name}»</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Waiting for another program</source>
        <translation>A la espera de otro programa</translation>
    </message>
</context>
<context>
    <name>ModelLine</name>
    <message>
        <source>Get more models…</source>
        <translation>Obtener más modelos…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>No model installed</source>
        <translation>Ningún modelo instalado</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>“{name}” is installed.</source>
        <translation>«{name}» está instalado.</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Models do the separating. One is downloaded once, without an account, and then works offline.</source>
        <translation>Los modelos hacen la separación. Se descargan una vez, sin cuenta, y luego funcionan sin conexión.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Mostrar carpeta</translation>
    </message>
    <message>
        <source>Use a file I already have…</source>
        <translation>Usar un archivo que ya tengo…</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Elegir otra carpeta</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Cerrar el aviso</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Find the recording…</source>
        <translation>Buscar la grabación…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Abrir una copia</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Abrir otro…</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Abrir igualmente</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Abrir la carpeta de registros</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>Reiniciar el motor</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Guardar en otro sitio…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Turn all down</source>
        <translation>Bajar todos</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarlo</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
</context>
<context>
    <name>NoticeDetails</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Error “{code}” · {version}</source>
        <translation>Error «{code}» · {version}</translation>
    </message>
</context>
<context>
    <name>OpeningController</name>
    <message>
        <source>One recording at a time: “{name}” was opened.</source>
        <translation>Una grabación a la vez: se abrió «{name}».</translation>
    </message>
    <message>
        <source>“{name}” is not as long as it was: regions and stems may lie in the wrong place.</source>
        <translation>«{name}» no dura lo mismo que antes: las regiones y los stems pueden estar fuera de sitio.</translation>
    </message>
    <message>
        <source>“{name}” ends before it should: what could be read is here.</source>
        <translation>«{name}» termina antes de lo debido: aquí está lo que se pudo leer.</translation>
    </message>
</context>
<context>
    <name>OutputMenu</name>
    <message>
        <source>As the system has it</source>
        <translation>La del sistema</translation>
    </message>
    <message>
        <source>Sound &amp;output</source>
        <translation>&amp;Salida de sonido</translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
    <message>
        <source>Showing {start} to {end}</source>
        <translation>Se ve de {start} a {end}</translation>
    </message>
</context>
<context>
    <name>PanKnob</name>
    <message>
        <source>Centre</source>
        <translation>Centro</translation>
    </message>
    <message>
        <source>Left {percent} %</source>
        <translation>Izquierda {percent} %</translation>
    </message>
    <message>
        <source>Right {percent} %</source>
        <translation>Derecha {percent} %</translation>
    </message>
</context>
<context>
    <name>PhrasingsCard</name>
    <message>
        <source>Hear phrasing {number}</source>
        <translation>Oír la formulación {number}</translation>
    </message>
    <message>
        <source>Hear with Alt+1, 2, 3; take the best.</source>
        <translation>Escuche con Alt+1, 2, 3; quédese con la mejor.</translation>
    </message>
    <message>
        <source>Hear “{words}”</source>
        <translation>Oír «{words}»</translation>
    </message>
    <message>
        <source>Phrasings</source>
        <translation>Formulaciones</translation>
    </message>
    <message>
        <source>Separate phrasing {number}</source>
        <translation>Separar la formulación {number}</translation>
    </message>
    <message>
        <source>Separate “{words}”</source>
        <translation>Separar «{words}»</translation>
    </message>
    <message>
        <source>This could not be tried.</source>
        <translation>Esto no se pudo probar.</translation>
    </message>
    <message>
        <source>Trying on ten seconds from the playhead…</source>
        <translation>Probando en diez segundos desde el cursor…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Use none of them</source>
        <translation>No usar ninguna</translation>
    </message>
</context>
<context>
    <name>PlayHandler</name>
    <message>
        <source>“{name}” is gone, so playing paused. Press play to go on with the output that is there now.</source>
        <translation>«{name}» ya no está y la reproducción se pausó. Pulse reproducir para seguir con la salida que hay ahora.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Buscar un ajuste</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>Ningún ajuste coincide.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
</context>
<context>
    <name>PreferencesHandler</name>
    <message>
        <source>The rest of the window speaks this language from the next start on.</source>
        <translation>El resto de la ventana usará este idioma a partir del próximo inicio.</translation>
    </message>
</context>
<context>
    <name>PresenceStrip</name>
    <message>
        <source>Heard at {places}</source>
        <translation>Se oye en {places}</translation>
    </message>
    <message>
        <source>Not heard</source>
        <translation>No se oye</translation>
    </message>
    <message>
        <source>Where “{prompt}” is heard</source>
        <translation>Dónde se oye «{prompt}»</translation>
    </message>
    <message>
        <source>“{prompt}” at {time}: {percent} %</source>
        <translation>«{prompt}» en {time}: {percent} %</translation>
    </message>
    <message>
        <source>“{prompt}” at {time}: {percent} of 100, a rank and no probability</source>
        <translation>«{prompt}» en {time}: {percent} de 100, un orden y no una probabilidad</translation>
    </message>
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>Save the project elsewhere.</source>
        <translation>Guarde el proyecto en otro sitio.</translation>
    </message>
    <message>
        <source>Save when it is complete.</source>
        <translation>Guarde cuando esté completa.</translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation>Se guardó «{name}».</translation>
    </message>
    <message>
        <source>Shorten very long names or delete some regions, then save again.</source>
        <translation>Acorte los nombres muy largos o elimine algunas regiones y vuelva a guardar.</translation>
    </message>
    <message>
        <source>The project was not saved: it could not be opened again. What was saved before is as it was.</source>
        <translation>El proyecto no se guardó: no se podría volver a abrir. Lo guardado antes sigue como estaba.</translation>
    </message>
    <message>
        <source>The recording is still being read.</source>
        <translation>La grabación aún se está leyendo.</translation>
    </message>
    <message>
        <source>What you do now would not survive a crash: it cannot be kept on the disk ({why}).</source>
        <translation>Lo que haga ahora no sobreviviría a un fallo: no se puede guardar en el disco ({why}).</translation>
    </message>
</context>
<context>
    <name>ProjectOpener</name>
    <message>
        <source>Close it there first, or open a copy of it as it was last saved.</source>
        <translation>Ciérrelo primero allí, o abra una copia tal como se guardó por última vez.</translation>
    </message>
    <message>
        <source>Everything else is here.</source>
        <translation>Todo lo demás está aquí.</translation>
    </message>
    <message>
        <source>If that one has crashed, open it anyway.</source>
        <translation>Si aquella se bloqueó, ábralo igualmente.</translation>
    </message>
    <message>
        <source>The project is safe. Choose another file.</source>
        <translation>El proyecto está a salvo. Elija otro archivo.</translation>
    </message>
    <message>
        <source>The project is safe. Show where the recording is now.</source>
        <translation>El proyecto está a salvo. Indique dónde está ahora la grabación.</translation>
    </message>
    <message>
        <source>The recording of “{name}” is not there any more: “{recording}”.</source>
        <translation>La grabación de «{name}» ya no está: «{recording}».</translation>
    </message>
    <message>
        <source>The sound of these stems could not be read from the project: {names}.</source>
        <translation>No se pudo leer del proyecto el sonido de estos stems: {names}.</translation>
    </message>
    <message>
        <source>“{name}” is open in another window of AudioSep.</source>
        <translation>«{name}» está abierto en otra ventana de AudioSep.</translation>
    </message>
    <message>
        <source>“{name}” is open on another computer ({host}).</source>
        <translation>«{name}» está abierto en otro equipo ({host}).</translation>
    </message>
    <message>
        <source>“{name}” was changed since the project was saved: its stems may not fit any more.</source>
        <translation>«{name}» cambió después de guardar el proyecto: sus stems quizá ya no encajen.</translation>
    </message>
    <message>
        <source>“{name}” was damaged: this is how it was saved before that.</source>
        <translation>«{name}» estaba dañado: así se guardó la vez anterior.</translation>
    </message>
    <message>
        <source>“{recording}” cannot stand for the recording of “{name}”: its sound is of another kind.</source>
        <translation>«{recording}» no puede sustituir a la grabación de «{name}»: su sonido es de otro tipo.</translation>
    </message>
</context>
<context>
    <name>PromptCompleter</name>
    <message>
        <source>Completions</source>
        <translation>Sugerencias</translation>
    </message>
</context>
<context>
    <name>PromptHint</name>
    <message>
        <source>Asked in English: {words}</source>
        <translation>Se pide en inglés: {words}</translation>
    </message>
    <message>
        <source>Download a model, or use a file that is here</source>
        <translation>Descargar un modelo o usar un archivo que ya esté aquí</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Obtener un modelo…</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Consejo</translation>
    </message>
    <message>
        <source>Move it to “But not”</source>
        <translation>Pasarlo a «Pero no»</translation>
    </message>
    <message>
        <source>Move what you do not want to “But not”</source>
        <translation>Pasar lo que no quiera a «Pero no»</translation>
    </message>
    <message>
        <source>No model is installed. Viewing and playing work without.</source>
        <translation>No hay ningún modelo instalado. Ver y reproducir funciona sin él.</translation>
    </message>
    <message>
        <source>Now say what you do want to hear.</source>
        <translation>Diga ahora qué sí quiere oír.</translation>
    </message>
    <message>
        <source>Short and plain works best: dog barking, acoustic guitar</source>
        <translation>Lo breve y sencillo funciona mejor: dog barking, acoustic guitar</translation>
    </message>
    <message>
        <source>The separation model ({size}) is not installed. Viewing and playing work without it.</source>
        <translation>El modelo de separación ({size}) no está instalado. Ver y reproducir funciona sin él.</translation>
    </message>
</context>
<context>
    <name>PromptHistory</name>
    <message>
        <source>Add a star</source>
        <translation>Añadir una estrella</translation>
    </message>
    <message>
        <source>Click to use again, double-click to separate again, right-click for a star</source>
        <translation>Clic para usar de nuevo, doble clic para separar de nuevo, clic derecho para una estrella</translation>
    </message>
    <message>
        <source>Recent prompts</source>
        <translation>Prompts recientes</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>Quitar la estrella</translation>
    </message>
    <message>
        <source>{words}, a favourite</source>
        <translation>{words}, un favorito</translation>
    </message>
</context>
<context>
    <name>PromptIdeas</name>
    <message>
        <source>Try “{prompt}”</source>
        <translation>Probar «{prompt}»</translation>
    </message>
    <message>
        <source>Use the prompt {prompt}</source>
        <translation>Usar el prompt {prompt}</translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>But not</source>
        <translation>Pero no</translation>
    </message>
    <message>
        <source>About {time}</source>
        <translation>Unos {time}</translation>
    </message>
    <message>
        <source>Find what sounds like the selected stretch, in the whole file (Ctrl+L). Experimental.</source>
        <translation>Busca en todo el archivo lo que suena como el tramo seleccionado (Ctrl+L). Experimental.</translation>
    </message>
    <message>
        <source>HEARD IN THIS FILE</source>
        <translation>SE OYE EN ESTE ARCHIVO</translation>
    </message>
    <message>
        <source>Hear three ways to say it on ten seconds from the playhead (Ctrl+Shift+P)</source>
        <translation>Oír tres formas de decirlo en diez segundos desde el cursor (Ctrl+Mayús+P)</translation>
    </message>
    <message>
        <source>How long it will take</source>
        <translation>Cuánto tardará</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Escuchando…</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>¿Dónde está?</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Separar</translation>
    </message>
    <message>
        <source>Separate (Enter)</source>
        <translation>Separar (Intro)</translation>
    </message>
    <message>
        <source>Show where it is heard, without separating (Ctrl+Shift+F)</source>
        <translation>Mostrar dónde se oye, sin separar (Ctrl+Mayús+F)</translation>
    </message>
    <message>
        <source>Sounds like the selection</source>
        <translation>Suena como la selección</translation>
    </message>
    <message>
        <source>Try phrasings</source>
        <translation>Probar formulaciones</translation>
    </message>
    <message>
        <source>Use {words}, heard in this file</source>
        <translation>Usar {words}, se oye en este archivo</translation>
    </message>
    <message>
        <source>WHAT DO YOU WANT TO HEAR?</source>
        <translation>¿QUÉ QUIERE OÍR?</translation>
    </message>
    <message>
        <source>What do you want to hear?</source>
        <translation>¿Qué quiere oír?</translation>
    </message>
    <message>
        <source>a dog barking</source>
        <translation>a dog barking</translation>
    </message>
    <message>
        <source>another sound</source>
        <translation>otro sonido</translation>
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
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Keep the words that are there as a set, and use it again</source>
        <translation>Guardar las palabras actuales como conjunto y volver a usarlo</translation>
    </message>
    <message>
        <source>Keep “{words}” as a set</source>
        <translation>Guardar «{words}» como conjunto</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Conjuntos</translation>
    </message>
    <message>
        <source>Sets of words</source>
        <translation>Conjuntos de palabras</translation>
    </message>
</context>
<context>
    <name>PromptStrength</name>
    <message>
        <source>Clean</source>
        <translation>Limpio</translation>
    </message>
    <message>
        <source>How strictly “{name}” is cut out</source>
        <translation>Con qué rigor se recorta «{name}»</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>Natural</translation>
    </message>
    <message>
        <source>{name}: natural to clean</source>
        <translation>{name}: de natural a limpio</translation>
    </message>
</context>
<context>
    <name>RecentPrompts</name>
    <message>
        <source>RECENT PROMPTS</source>
        <translation>PROMPTS RECIENTES</translation>
    </message>
</context>
<context>
    <name>RecipeHandler</name>
    <message>
        <source>The command line is copied.</source>
        <translation>Se copió la línea de comandos.</translation>
    </message>
    <message>
        <source>The recipe is copied as JSON.</source>
        <translation>Se copió la receta como JSON.</translation>
    </message>
    <message>
        <source>The stem that it was separated from is left out: it asks the recording.</source>
        <translation>Se omite el stem del que se separó: se pregunta a la grabación.</translation>
    </message>
</context>
<context>
    <name>RecoveryController</name>
    <message>
        <source>Another window of AudioSep is recovering “{name}”.</source>
        <translation>Otra ventana de AudioSep está recuperando «{name}».</translation>
    </message>
    <message>
        <source>The sound of these stems could not be recovered: {names}.</source>
        <translation>No se pudo recuperar el sonido de estos stems: {names}.</translation>
    </message>
    <message>
        <source>its recording cannot be read any more</source>
        <translation>su grabación ya no se puede leer</translation>
    </message>
    <message>
        <source>“{name}” could not be recovered ({why}). What is left of it stays where it is.</source>
        <translation>No se pudo recuperar «{name}» ({why}). Lo que queda permanece donde está.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>AudioSep was not closed properly. Nothing that was finished is lost.</source>
        <translation>AudioSep no se cerró bien. No se ha perdido nada de lo terminado.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir más tarde</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>No stems</source>
        <translation>Sin stems</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Recover it to go on where you were. What you discard cannot be brought back.</source>
        <translation>Recupérelo para seguir donde estaba. Lo que descarte no se podrá recuperar.</translation>
    </message>
    <message>
        <source>Recover unsaved work</source>
        <translation>Recuperar trabajo sin guardar</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Trabajo sin guardar</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} y {count} más</translation>
    </message>
</context>
<context>
    <name>RegionLane</name>
    <message>
        <source>Name of the region</source>
        <translation>Nombre de la región</translation>
    </message>
    <message>
        <source>Region {n}</source>
        <translation>Región {n}</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regiones</translation>
    </message>
</context>
<context>
    <name>RegionLine</name>
    <message>
        <source>Regions</source>
        <translation>Regiones</translation>
    </message>
</context>
<context>
    <name>RulerView</name>
    <message>
        <source>Time ruler</source>
        <translation>Regla de tiempo</translation>
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
        <translation>Volver a pedir en la grabación</translation>
    </message>
    <message>
        <source>No recording open</source>
        <translation>No hay ninguna grabación abierta</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Selección</translation>
    </message>
    <message>
        <source>Selection {start}–{end}</source>
        <translation>Selección {start}–{end}</translation>
    </message>
    <message>
        <source>What is separated</source>
        <translation>Qué se separa</translation>
    </message>
    <message>
        <source>Whole file</source>
        <translation>Archivo entero</translation>
    </message>
    <message>
        <source>Whole file ({length})</source>
        <translation>Archivo entero ({length})</translation>
    </message>
    <message>
        <source>Within “{name}”</source>
        <translation>Dentro de «{name}»</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>1:02.5, 62.5 s, 500 ms or 44100 samples</source>
        <translation>1:02.5, 62.5 s, 500 ms o 44100 samples</translation>
    </message>
    <message>
        <source>440 or 2.5k; empty is everything</source>
        <translation>440 o 2.5k; vacío es todo</translation>
    </message>
    <message>
        <source>Drag over a lane to select</source>
        <translation>Arrastre sobre una pista para seleccionar</translation>
    </message>
    <message>
        <source>Draw boxes in the spectrogram</source>
        <translation>Dibujar recuadros en el espectrograma</translation>
    </message>
    <message>
        <source>Highest frequency in Hz</source>
        <translation>Frecuencia máxima en Hz</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>Keep the selection as a region</source>
        <translation>Guardar la selección como región</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Length of the selection</source>
        <translation>Duración de la selección</translation>
    </message>
    <message>
        <source>Lowest frequency in Hz</source>
        <translation>Frecuencia mínima en Hz</translation>
    </message>
    <message>
        <source>Region {n}</source>
        <translation>Región {n}</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Selección</translation>
    </message>
    <message>
        <source>Selection ends at</source>
        <translation>Fin de la selección</translation>
    </message>
    <message>
        <source>Selection starts at</source>
        <translation>Inicio de la selección</translation>
    </message>
    <message>
        <source>Snap to zero crossings</source>
        <translation>Ajustar a pasos por cero</translation>
    </message>
</context>
<context>
    <name>SeparationController</name>
    <message>
        <source>Engine: starting</source>
        <translation>Motor: iniciando</translation>
    </message>
    <message>
        <source>Engine: stopped</source>
        <translation>Motor: detenido</translation>
    </message>
    <message>
        <source>There is not enough memory to go on. {done} of {total} parts are done and kept.</source>
        <translation>No hay memoria suficiente para continuar. {done} de {total} partes están hechas y se conservan.</translation>
    </message>
    <message>
        <source>To find a sound by an example of it, use a published AudioSep model.</source>
        <translation>Para buscar un sonido a partir de un ejemplo, use un modelo AudioSep publicado.</translation>
    </message>
    <message>
        <source>like {0}–{1} s</source>
        <translation>como {0}–{1} s</translation>
    </message>
    <message>
        <source>“{model}” can only be asked with words.</source>
        <translation>«{model}» solo admite palabras.</translation>
    </message>
</context>
<context>
    <name>SeparationJobs</name>
    <message>
        <source>Loading the model</source>
        <translation>Cargando el modelo</translation>
    </message>
    <message>
        <source>Separating</source>
        <translation>Separando</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
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
        <translation>Todas</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Banda</translation>
    </message>
    <message>
        <source>Bats and other high sounds</source>
        <translation>Murciélagos y otros sonidos agudos</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>Cents in the read-out</source>
        <translation>Cents en la lectura</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personalizado</translation>
    </message>
    <message>
        <source>Do not follow</source>
        <translation>No seguir</translation>
    </message>
    <message>
        <source>Dynamic range</source>
        <translation>Rango dinámico</translation>
    </message>
    <message>
        <source>FFT size</source>
        <translation>Tamaño de FFT</translation>
    </message>
    <message>
        <source>Follow playback</source>
        <translation>Seguir la reproducción</translation>
    </message>
    <message>
        <source>Frequency scale</source>
        <translation>Escala de frecuencia</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Highest frequency</source>
        <translation>Frecuencia más alta</translation>
    </message>
    <message>
        <source>Inverse grey</source>
        <translation>Gris invertido</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarítmica</translation>
    </message>
    <message>
        <source>Low rumble</source>
        <translation>Retumbo grave</translation>
    </message>
    <message>
        <source>Lowest frequency</source>
        <translation>Frecuencia más baja</translation>
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
        <translation>Música</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Opacity of the waveform</source>
        <translation>Opacidad de la forma de onda</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show all frequencies</source>
        <translation>Mostrar todas las frecuencias</translation>
    </message>
    <message>
        <source>Smoothly</source>
        <translation>Suavemente</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Espectrograma</translation>
    </message>
    <message>
        <source>Spectrogram settings</source>
        <translation>Ajustes del espectrograma</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Estándar</translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation>Pasar página</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Forma de onda</translation>
    </message>
    <message>
        <source>Waveform over the spectrogram</source>
        <translation>Forma de onda sobre el espectrograma</translation>
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
        <translation>&amp;Conservar el tono</translation>
    </message>
    <message>
        <source>Off, it sounds like a tape that runs faster or slower</source>
        <translation>Desactivado suena como una cinta más rápida o más lenta</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>Velocida&amp;d</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>Keep these words as favourites</source>
        <translation>Guardar estas palabras como favoritas</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>Quitar la estrella</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>, {count} more waiting</source>
        <translation>, {count} más en espera</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>Motor detenido</translation>
    </message>
    <message>
        <source>Engine: off</source>
        <translation>Motor: apagado</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Jobs ({count})</source>
        <translation>Tareas ({count})</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Reading “{name}”</source>
        <translation>Leyendo «{name}»</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Saving: {percent} %</source>
        <translation>Guardando: {percent} %</translation>
    </message>
    <message>
        <source>Separating “{name}”</source>
        <translation>Separando «{name}»</translation>
    </message>
    <message>
        <source>Separating “{name}”: part {done} of {total}</source>
        <translation>Separando «{name}»: parte {done} de {total}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop the work; finished parts are kept (Ctrl+.)</source>
        <translation>Detener el trabajo; las partes hechas se conservan (Ctrl+.)</translation>
    </message>
    <message>
        <source>Stop; what was downloaded is kept (Ctrl+.)</source>
        <translation>Detener; lo descargado se conserva (Ctrl+.)</translation>
    </message>
    <message>
        <source>Stopping “{name}”…</source>
        <translation>Deteniendo «{name}»…</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Tiempo restante</translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation>Bajo el puntero</translation>
    </message>
    <message>
        <source>What runs, what waits and what is over</source>
        <translation>Lo que está en marcha, en espera y terminado</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>faltan {time}</translation>
    </message>
    <message>
        <source>“{name}”: loading the model</source>
        <translation>«{name}»: cargando el modelo</translation>
    </message>
    <message>
        <source>“{name}”: waiting for the engine</source>
        <translation>«{name}»: a la espera del motor</translation>
    </message>
</context>
<context>
    <name>StrengthSlider</name>
    <message>
        <source>As it was made</source>
        <translation>Tal como se hizo</translation>
    </message>
    <message>
        <source>{percent} % cleaner</source>
        <translation>{percent} % más limpio</translation>
    </message>
    <message>
        <source>{percent} % more natural</source>
        <translation>{percent} % más natural</translation>
    </message>
</context>
<context>
    <name>TrackArea</name>
    <message>
        <source>Everything else</source>
        <translation>Todo lo demás</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation>Desplazar en el tiempo</translation>
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
        <translation>«{name}» está listo para pegarlo en una carpeta o en otro programa.</translation>
    </message>
</context>
<context>
    <name>TrackHeader</name>
    <message>
        <source>Clean</source>
        <translation>Limpio</translation>
    </message>
    <message>
        <source>Cleaner leaves less of other sounds, more natural fewer artefacts. Double-click: as it was made</source>
        <translation>Más limpio deja menos de otros sonidos; más natural, menos artefactos. Doble clic: tal como se hizo</translation>
    </message>
    <message>
        <source>Colour of {name}</source>
        <translation>Color de {name}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Count {name} in the sum</source>
        <translation>Contar {name} en la suma</translation>
    </message>
    <message>
        <source>Counts in the sum: “Everything else” is without this sound</source>
        <translation>Cuenta en la suma: «Todo lo demás» no incluye este sonido</translation>
    </message>
    <message>
        <source>Gain of {name} in dB</source>
        <translation>Ganancia de {name} en dB</translation>
    </message>
    <message>
        <source>Gain. Double-click: 0 dB, Shift: fine</source>
        <translation>Ganancia. Doble clic: 0 dB, Mayús: fino</translation>
    </message>
    <message>
        <source>Grip of {name}</source>
        <translation>Agarre de {name}</translation>
    </message>
    <message>
        <source>Isolate</source>
        <translation>Aislar</translation>
    </message>
    <message>
        <source>Left: less of this sound, down to none. Right: less of everything else. Double-click: as it was</source>
        <translation>Izquierda: menos de este sonido, hasta nada. Derecha: menos de todo lo demás. Doble clic: como estaba</translation>
    </message>
    <message>
        <source>Level of {name}</source>
        <translation>Nivel de {name}</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation>Silenciar {name}</translation>
    </message>
    <message>
        <source>Name of {name}</source>
        <translation>Nombre de {name}</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>Natural</translation>
    </message>
    <message>
        <source>Pan of {name}</source>
        <translation>Panorama de {name}</translation>
    </message>
    <message>
        <source>Pan. Drag up and down; double-click: centre, Shift: fine</source>
        <translation>Panorama. Arrastre arriba y abajo; doble clic: centro, Mayús: fino</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Solo {name}</source>
        <translation>Solo de {name}</translation>
    </message>
    <message>
        <source>Solo: hear only this</source>
        <translation>Solo: oír solo esto</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>{name}: natural to clean</source>
        <translation>{name}: de natural a limpio</translation>
    </message>
    <message>
        <source>{name}: remove to isolate</source>
        <translation>{name}: de eliminar a aislar</translation>
    </message>
</context>
<context>
    <name>TrackRow</name>
    <message>
        <source>Frequencies of {name}</source>
        <translation>Frecuencias de {name}</translation>
    </message>
    <message>
        <source>Spectrogram of {name}</source>
        <translation>Espectrograma de {name}</translation>
    </message>
    <message>
        <source>Waveform of {name}</source>
        <translation>Forma de onda de {name}</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>The sound output stopped answering. Press play to try again.</source>
        <translation>La salida de sonido dejó de responder. Pulse reproducir para reintentarlo.</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>, the pitch goes with it</source>
        <translation>, el tono cambia con ella</translation>
    </message>
    <message>
        <source>, the pitch stays</source>
        <translation>, el tono se mantiene</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export stems</source>
        <translation>Exportar stems</translation>
    </message>
    <message>
        <source>Gaps since it was opened: {count}</source>
        <translation>Cortes desde que se abrió: {count}</translation>
    </message>
    <message>
        <source>Loop the selection</source>
        <translation>Repetir la selección en bucle</translation>
    </message>
    <message>
        <source>No sound output</source>
        <translation>Sin salida de sonido</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Abrir una grabación</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pausa (Espacio)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Reproducir (Espacio)</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Reproducir o pausar</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Sound output</source>
        <translation>Salida de sonido</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Speed {speed}</source>
        <translation>Velocidad {speed}</translation>
    </message>
    <message>
        <source>Stop and return</source>
        <translation>Detener y volver</translation>
    </message>
    <message>
        <source>System output</source>
        <translation>Salida del sistema</translation>
    </message>
    <message>
        <source>Volume in dB</source>
        <translation>Volumen en dB</translation>
    </message>
    <message>
        <source>Volume {db} dB</source>
        <translation>Volumen {db} dB</translation>
    </message>
    <message>
        <source>Whole recording</source>
        <translation>Toda la grabación</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
</context>
<context>
    <name>ViewHandler</name>
    <message>
        <source>&amp;Theme: dark</source>
        <translation>&amp;Tema: oscuro</translation>
    </message>
    <message>
        <source>&amp;Theme: high contrast</source>
        <translation>&amp;Tema: alto contraste</translation>
    </message>
    <message>
        <source>&amp;Theme: light</source>
        <translation>&amp;Tema: claro</translation>
    </message>
    <message>
        <source>&amp;Theme: system</source>
        <translation>&amp;Tema: sistema</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Being tested…</source>
        <translation>Probando…</translation>
    </message>
    <message>
        <source>Everything runs on this computer. No account, nothing is uploaded.</source>
        <translation>Todo funciona en este equipo. Sin cuenta; no se sube nada.</translation>
    </message>
    <message>
        <source>Hear an example</source>
        <translation>Oír un ejemplo</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Consultando…</translation>
    </message>
    <message>
        <source>Models go to</source>
        <translation>Los modelos van a</translation>
    </message>
    <message>
        <source>Opens “{title}” and separates it</source>
        <translation>Abre «{title}» y lo separa</translation>
    </message>
    <message>
        <source>Say what you want to hear</source>
        <translation>Diga qué quiere oír</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>Separación</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Welcome to AudioSep</source>
        <translation>Bienvenido a AudioSep</translation>
    </message>
    <message>
        <source>{folder} ({free} free)</source>
        <translation>{folder} ({free} libres)</translation>
    </message>
</context>
<context>
    <name>accessible</name>
    <message>
        <source>, {low} to {high} Hz</source>
        <translation>, {low} a {high} Hz</translation>
    </message>
    <message>
        <source>Playhead {at}</source>
        <translation>Cursor en {at}</translation>
    </message>
    <message>
        <source>in view {start} to {end}</source>
        <translation>visible de {start} a {end}</translation>
    </message>
    <message>
        <source>nothing selected</source>
        <translation>nada seleccionado</translation>
    </message>
    <message>
        <source>selected {start} to {end}</source>
        <translation>seleccionado de {start} a {end}</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>AudioSep could not start.</source>
        <translation>AudioSep no pudo iniciarse.</translation>
    </message>
    <message>
        <source>Your recordings and projects are safe. “--safe-mode” starts with default settings.

The log is {path}</source>
        <translation>Sus grabaciones y proyectos están a salvo. «--safe-mode» inicia con los ajustes predeterminados.

El registro es {path}</translation>
    </message>
    <message>
        <source>nowhere: its folder cannot be written</source>
        <translation>en ningún sitio: no se puede escribir en su carpeta</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Amount of “{name}”</source>
        <translation>Cantidad de «{name}»</translation>
    </message>
    <message>
        <source>Clean or natural “{name}”</source>
        <translation>«{name}» limpio o natural</translation>
    </message>
    <message>
        <source>Colour of “{name}”</source>
        <translation>Color de «{name}»</translation>
    </message>
    <message>
        <source>Count “{name}” in the sum</source>
        <translation>Contar «{name}» en la suma</translation>
    </message>
    <message>
        <source>Duplicate “{name}”</source>
        <translation>Duplicar «{name}»</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Todo lo demás</translation>
    </message>
    <message>
        <source>Gain of “{name}”</source>
        <translation>Ganancia de «{name}»</translation>
    </message>
    <message>
        <source>Leave “{name}” out of the sum</source>
        <translation>Dejar «{name}» fuera de la suma</translation>
    </message>
    <message>
        <source>Make “{name}” again</source>
        <translation>Hacer «{name}» de nuevo</translation>
    </message>
    <message>
        <source>Move “{name}”</source>
        <translation>Mover «{name}»</translation>
    </message>
    <message>
        <source>Mute “{name}”</source>
        <translation>Silenciar «{name}»</translation>
    </message>
    <message>
        <source>Pan of “{name}”</source>
        <translation>Panorama de «{name}»</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>Quitar «{name}»</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>Cambiar el nombre de «{name}»</translation>
    </message>
    <message>
        <source>Separate “{name}”</source>
        <translation>Separar «{name}»</translation>
    </message>
    <message>
        <source>Separate “{name}” and {count} more</source>
        <translation>Separar «{name}» y {count} más</translation>
    </message>
    <message>
        <source>Solo “{name}”</source>
        <translation>Solo de «{name}»</translation>
    </message>
    <message>
        <source>Unmute “{name}”</source>
        <translation>Dejar de silenciar «{name}»</translation>
    </message>
    <message>
        <source>Unsolo “{name}”</source>
        <translation>Quitar el solo de «{name}»</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Audacity labels (*.txt)</source>
        <translation>Etiquetas de Audacity (*.txt)</translation>
    </message>
    <message>
        <source>Audio and video ({patterns})</source>
        <translation>Audio y vídeo ({patterns})</translation>
    </message>
    <message>
        <source>Audio, video and projects ({patterns})</source>
        <translation>Audio, vídeo y proyectos ({patterns})</translation>
    </message>
    <message>
        <source>AudioSep project (*.asproj)</source>
        <translation>Proyecto de AudioSep (*.asproj)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valores separados por comas (*.csv)</translation>
    </message>
    <message>
        <source>Save labels</source>
        <translation>Guardar etiquetas</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>Guardar el proyecto como</translation>
    </message>
    <message>
        <source>Where is the recording now?</source>
        <translation>¿Dónde está ahora la grabación?</translation>
    </message>
    <message>
        <source>Models ({patterns})</source>
        <translation>Modelos ({patterns})</translation>
    </message>
    <message>
        <source>Open a project (a folder that ends in “.asproj”)</source>
        <translation>Abrir un proyecto (una carpeta que acaba en «.asproj»)</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>Abrir una grabación</translation>
    </message>
    <message>
        <source>Use a model file</source>
        <translation>Usar un archivo de modelo</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source> · memory {used} of {there} GB</source>
        <translation> · memoria {used} de {there} GB</translation>
    </message>
    <message>
        <source>the Apple GPU</source>
        <translation>la GPU de Apple</translation>
    </message>
    <message>
        <source>the graphics card</source>
        <translation>la tarjeta gráfica</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>el procesador</translation>
    </message>
    <message>
        <source>{model} on {device}</source>
        <translation>{model} en {device}</translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>A piano with drums</source>
        <translation>Un piano con batería</translation>
    </message>
    <message>
        <source>A siren in a street</source>
        <translation>Una sirena en una calle</translation>
    </message>
    <message>
        <source>A voice in the rain</source>
        <translation>Una voz bajo la lluvia</translation>
    </message>
</context>
<context>
    <name>leaving</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>No guardar</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Seguir trabajando</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation>Salir sin guardar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save and quit</source>
        <translation>Guardar y salir</translation>
    </message>
    <message>
        <source>Save “{name}”?</source>
        <translation>¿Guardar «{name}»?</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Detener y salir</translation>
    </message>
    <message>
        <source>Stopping keeps nothing of it but downloads, which go on the next time. Exported files are safe.</source>
        <translation>Al detener no se conserva nada salvo las descargas, que siguen la próxima vez. Los archivos exportados están a salvo.</translation>
    </message>
    <message>
        <source>The stem {names} is lost if you don’t save it.</source>
        <translation>El stem {names} se pierde si no lo guarda.</translation>
    </message>
    <message>
        <source>The stems {names} are lost if you don’t save them.</source>
        <translation>Los stems {names} se pierden si no los guarda.</translation>
    </message>
    <message>
        <source>Work is still running.</source>
        <translation>Aún hay trabajo en marcha.</translation>
    </message>
    <message>
        <source>Work is still running: quitting stops it. What is finished of it can be saved.</source>
        <translation>Aún hay trabajo en marcha: al salir se detiene. Lo que esté terminado se puede guardar.</translation>
    </message>
    <message>
        <source>Your changes are lost if you don’t save them.</source>
        <translation>Sus cambios se pierden si no los guarda.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} y {count} más</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} y {last}</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
</context>
<context>
    <name>match</name>
    <message>
        <source>Good match</source>
        <translation>Buena coincidencia</translation>
    </message>
    <message>
        <source>May not be there</source>
        <translation>Quizá no esté</translation>
    </message>
    <message>
        <source>Weak match</source>
        <translation>Coincidencia débil</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Another program is getting it; waiting for that</source>
        <translation>Otro programa lo está obteniendo; esperando</translation>
    </message>
    <message>
        <source>Checking what is here</source>
        <translation>Comprobando lo que hay aquí</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>Viene con el programa</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Downloading “{title}”: {done} of {total}</source>
        <translation>Descargando «{title}»: {done} de {total}</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licencia: {licence}</translation>
    </message>
    <message>
        <source>Making it ready for use</source>
        <translation>Preparándolo para su uso</translation>
    </message>
    <message>
        <source>Making “{title}” ready for use</source>
        <translation>Preparando «{title}» para su uso</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Leyendo el archivo</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Quitando</translation>
    </message>
    <message>
        <source>Removing “{title}”</source>
        <translation>Quitando «{title}»</translation>
    </message>
    <message>
        <source>Waiting for the one before</source>
        <translation>A la espera del anterior</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>{size} on this computer</source>
        <translation>{size} en este equipo</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>{size} por descargar</translation>
    </message>
    <message>
        <source>“{title}”: {what}</source>
        <translation>«{title}»: {what}</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>But not: {words}</source>
        <translation>Pero no: {words}</translation>
    </message>
    <message>
        <source>Does not count in the sum, and is heard only in solo. Σ lets it count.</source>
        <translation>No cuenta en la suma y solo se oye en solo. Σ hace que cuente.</translation>
    </message>
    <message>
        <source>Does not sum to the original</source>
        <translation>No suma el original</translation>
    </message>
    <message>
        <source>Failed, nothing was made</source>
        <translation>Falló, no se obtuvo nada</translation>
    </message>
    <message>
        <source>Failed, parts are kept</source>
        <translation>Falló, hay partes</translation>
    </message>
    <message>
        <source>Measured in places all over: the stems that count and this are the recording, {level}.</source>
        <translation>Medido en puntos por todas partes: los stems que cuentan y esto son la grabación, {level}.</translation>
    </message>
    <message>
        <source>Measured on what is played: the stems that count and this are the recording, {level}.</source>
        <translation>Medido en lo que se reproduce: los stems que cuentan y esto son la grabación, {level}.</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modelo: {name}</translation>
    </message>
    <message>
        <source>Nothing matched above −60 dB</source>
        <translation>Nada coincidió por encima de −60 dB</translation>
    </message>
    <message>
        <source>Overlapping stems claim more than there is at
{places}:
the same sound is in two of them.</source>
        <translation>Los stems solapados reclaman más de lo que hay en
{places}:
el mismo sonido está en dos de ellos.</translation>
    </message>
    <message>
        <source>Recording minus the stems</source>
        <translation>Grabación menos los stems</translation>
    </message>
    <message>
        <source>Separating {percent} %</source>
        <translation>Separando, {percent} %</translation>
    </message>
    <message>
        <source>Stems overlap in one place</source>
        <translation>Los stems se solapan en un lugar</translation>
    </message>
    <message>
        <source>Stems overlap in {n} places</source>
        <translation>Los stems se solapan en {n} lugares</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Stopped, parts are kept</source>
        <translation>Detenido, hay partes</translation>
    </message>
    <message>
        <source>Sums to the original ✓</source>
        <translation>Suma el original ✓</translation>
    </message>
    <message>
        <source>Take one of them out of the sum (Σ).</source>
        <translation>Saque uno de ellos de la suma (Σ).</translation>
    </message>
    <message>
        <source>The stems and this do not give the recording back. Separate again what sounds wrong.</source>
        <translation>Los stems y esto no devuelven la grabación. Separe de nuevo lo que suene mal.</translation>
    </message>
    <message>
        <source>The whole recording: no stem counts</source>
        <translation>La grabación entera: ningún stem cuenta</translation>
    </message>
    <message>
        <source>Waiting for the engine</source>
        <translation>A la espera del motor</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>exactamente</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>not in the sum</source>
        <translation>fuera de la suma</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>estéreo</translation>
    </message>
    <message>
        <source>to {db} dBFS</source>
        <translation>con {db} dBFS de diferencia</translation>
    </message>
    <message>
        <source>{n} channels</source>
        <translation>{n} canales</translation>
    </message>
    <message>
        <source>{places} and {count} more</source>
        <translation>{places} y {count} más</translation>
    </message>
</context>
<context>
    <name>preferences</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Cache folder</source>
        <translation>Carpeta de caché</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Edición</translation>
    </message>
    <message>
        <source>Everything runs on this computer</source>
        <translation>Todo funciona en este equipo</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Según el sistema</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Keep the computer awake while a job runs</source>
        <translation>Mantener activo el equipo mientras haya una tarea</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Teclas y ratón</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Models and storage</source>
        <translation>Modelos y almacenamiento</translation>
    </message>
    <message>
        <source>Models folder</source>
        <translation>Carpeta de modelos</translation>
    </message>
    <message>
        <source>Models stay where they are; another folder is used from the next start.</source>
        <translation>Los modelos se quedan donde están; otra carpeta se usa desde el próximo inicio.</translation>
    </message>
    <message>
        <source>Otherwise it scrolls the stems, and Ctrl+wheel zooms.</source>
        <translation>Si no, desplaza los stems, y Ctrl+rueda hace zoom.</translation>
    </message>
    <message>
        <source>Output device</source>
        <translation>Dispositivo de salida</translation>
    </message>
    <message>
        <source>Play a sound when a long job is done</source>
        <translation>Reproducir un sonido cuando acabe una tarea larga</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Recordings, words and results stay here. There is no telemetry, no account and no check for updates, so there is nothing to switch off. The internet is used only when you download a model.</source>
        <translation>Las grabaciones, las palabras y los resultados se quedan aquí. No hay telemetría, cuentas ni búsqueda de actualizaciones, así que no hay nada que desactivar. Internet solo se usa cuando descarga un modelo.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Stopping goes back to where playing began</source>
        <translation>Al detener se vuelve a donde empezó la reproducción</translation>
    </message>
    <message>
        <source>Tell when a long job is done</source>
        <translation>Avisar cuando acabe una tarea larga</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>The wheel zooms</source>
        <translation>La rueda hace zoom</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Translations other than English are machine-made and not yet reviewed.</source>
        <translation>Las traducciones, salvo el inglés, son automáticas y aún no se han revisado.</translation>
    </message>
    <message>
        <source>Unfinished work and the pictures of recordings. Another folder is used from the next start.</source>
        <translation>Trabajo sin terminar e imágenes de las grabaciones. Otra carpeta se usa desde el próximo inicio.</translation>
    </message>
    <message>
        <source>With a notification, while another window is in front.</source>
        <translation>Con una notificación, mientras otra ventana esté delante.</translation>
    </message>
</context>
<context>
    <name>recipe</name>
    <message>
        <source>Asked for: {words}</source>
        <translation>Pedido: {words}</translation>
    </message>
    <message>
        <source>But not: {words}</source>
        <translation>Pero no: {words}</translation>
    </message>
    <message>
        <source>From {start} to {end}</source>
        <translation>De {start} a {end}</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>Modelo: {name}</translation>
    </message>
    <message>
        <source>Together with: {words}</source>
        <translation>Junto con: {words}</translation>
    </message>
</context>
<context>
    <name>region_commands</name>
    <message>
        <source>Add region</source>
        <translation>Añadir región</translation>
    </message>
    <message>
        <source>Add {n} regions</source>
        <translation>Añadir {n} regiones</translation>
    </message>
    <message>
        <source>Change region</source>
        <translation>Cambiar región</translation>
    </message>
    <message>
        <source>Delete region</source>
        <translation>Eliminar región</translation>
    </message>
    <message>
        <source>Delete {n} regions</source>
        <translation>Eliminar {n} regiones</translation>
    </message>
    <message>
        <source>Rename region</source>
        <translation>Cambiar el nombre de la región</translation>
    </message>
</context>
<context>
    <name>registry</name>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Acerca de AudioSep</translation>
    </message>
    <message>
        <source>&amp;Back 1 s</source>
        <translation>&amp;Atrás 1 s</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>&amp;Lote…</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>A&amp;mbas</translation>
    </message>
    <message>
        <source>&amp;Close recording</source>
        <translation>&amp;Cerrar la grabación</translation>
    </message>
    <message>
        <source>&amp;Compare: recording / stems</source>
        <translation>Comparar: &amp;grabación / stems</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;Copiar informe</translation>
    </message>
    <message>
        <source>&amp;Count in the sum, or not</source>
        <translation>Contar &amp;en la suma, o no</translation>
    </message>
    <message>
        <source>&amp;Delete region</source>
        <translation>&amp;Eliminar región</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplicar</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>A&amp;rchivo</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Primeros pasos</translation>
    </message>
    <message>
        <source>&amp;Forward 1 s</source>
        <translation>Ad&amp;elante 1 s</translation>
    </message>
    <message>
        <source>&amp;Free memory</source>
        <translation>&amp;Liberar memoria</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>&amp;Hear alone</source>
        <translation>&amp;Oír a solas</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Ayuda</translation>
    </message>
    <message>
        <source>&amp;Import more…</source>
        <translation>&amp;Importar más…</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Tareas</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Teclas y ratón</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Bucle</translation>
    </message>
    <message>
        <source>&amp;Make the stem again</source>
        <translation>&amp;Hacer el stem de nuevo</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelos…</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>S&amp;ilenciar</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Repr&amp;oducción</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferencias…</translation>
    </message>
    <message>
        <source>&amp;Previous region</source>
        <translation>&amp;Región anterior</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Recording alone</source>
        <translation>Solo la grabación</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Remove stem</source>
        <translation>&amp;Quitar stem</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>&amp;Guardar proyecto</translation>
    </message>
    <message>
        <source>&amp;Separate</source>
        <translation>Se&amp;parar</translation>
    </message>
    <message>
        <source>&amp;Stop and return</source>
        <translation>Detener &amp;y volver</translation>
    </message>
    <message>
        <source>&amp;Theme: follow the system</source>
        <translation>&amp;Tema: según el sistema</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Usual speed</source>
        <translation>&amp;Velocidad normal</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;What can I ask?</source>
        <translation>¿&amp;Qué puedo pedir?</translation>
    </message>
    <message>
        <source>&amp;Where is it?</source>
        <translation>¿&amp;Dónde está?</translation>
    </message>
    <message>
        <source>&amp;Whole recording</source>
        <translation>Toda la &amp;grabación</translation>
    </message>
    <message>
        <source>Add re&amp;gion</source>
        <translation>&amp;Añadir región</translation>
    </message>
    <message>
        <source>All fre&amp;quencies</source>
        <translation>T&amp;odas las frecuencias</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+rueda</translation>
    </message>
    <message>
        <source>Ask w&amp;ithin this stem</source>
        <translation>Pedir dentro de &amp;este stem</translation>
    </message>
    <message>
        <source>Back 0.1 s</source>
        <translation>Atrás 0,1 s</translation>
    </message>
    <message>
        <source>Back 5 s</source>
        <translation>Atrás 5 s</translation>
    </message>
    <message>
        <source>Clear loop ran&amp;ge</source>
        <translation>Borrar el intervalo del bucle</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>Com&amp;pact rows</source>
        <translation>&amp;Filas compactas</translation>
    </message>
    <message>
        <source>Compare bl&amp;ind</source>
        <translation>&amp;Comparar a ciegas</translation>
    </message>
    <message>
        <source>Copy as &amp;file</source>
        <translation>Copiar como &amp;archivo</translation>
    </message>
    <message>
        <source>Copy as command li&amp;ne</source>
        <translation>Copiar como &amp;línea de comandos</translation>
    </message>
    <message>
        <source>Copy the recipe (&amp;JSON)</source>
        <translation>Copiar la receta (&amp;JSON)</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Ctrl+arrastrar</translation>
    </message>
    <message>
        <source>Ctrl+wheel, pinch</source>
        <translation>Ctrl+rueda, pellizco</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Drag in the ruler</source>
        <translation>Arrastrar en la regla</translation>
    </message>
    <message>
        <source>Drag in the spectrogram (Q)</source>
        <translation>Arrastrar en el espectrograma (Q)</translation>
    </message>
    <message>
        <source>Draw a time × frequency box; drag its edges and corners to adjust it</source>
        <translation>Dibujar un recuadro de tiempo × frecuencia; arrastre bordes y esquinas para ajustarlo</translation>
    </message>
    <message>
        <source>Draw the loop range; drag its edges to adjust it</source>
        <translation>Dibujar el intervalo del bucle; arrastre sus bordes para ajustarlo</translation>
    </message>
    <message>
        <source>Export selected s&amp;tem…</source>
        <translation>E&amp;xportar el stem seleccionado…</translation>
    </message>
    <message>
        <source>Extend to the &amp;left by 1 s</source>
        <translation>Ampliar 1 s a la i&amp;zquierda</translation>
    </message>
    <message>
        <source>Extend to the &amp;right by 1 s</source>
        <translation>Ampliar 1 s a la &amp;derecha</translation>
    </message>
    <message>
        <source>Forward 0.1 s</source>
        <translation>Adelante 0,1 s</translation>
    </message>
    <message>
        <source>Forward 5 s</source>
        <translation>Adelante 5 s</translation>
    </message>
    <message>
        <source>Hear the first phrasing</source>
        <translation>Oír la primera formulación</translation>
    </message>
    <message>
        <source>Hear the second phrasing</source>
        <translation>Oír la segunda formulación</translation>
    </message>
    <message>
        <source>Hear the third phrasing</source>
        <translation>Oír la tercera formulación</translation>
    </message>
    <message>
        <source>Hits to &amp;regions</source>
        <translation>&amp;Apariciones a regiones</translation>
    </message>
    <message>
        <source>Middle-drag</source>
        <translation>Arrastrar con el botón central</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>S&amp;ubir</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>Move it finely; double-click resets it</source>
        <translation>Moverlo con precisión; doble clic lo restablece</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>Mover la vista</translation>
    </message>
    <message>
        <source>Next &amp;hit</source>
        <translation>Apa&amp;rición siguiente</translation>
    </message>
    <message>
        <source>Next reg&amp;ion</source>
        <translation>Región &amp;siguiente</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>Abrir &amp;la carpeta de registros</translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
        <translation>Abrir &amp;proyecto…</translation>
    </message>
    <message>
        <source>Place the playhead</source>
        <translation>Colocar el cursor</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Aparición anterior</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Cambiar nombre</translation>
    </message>
    <message>
        <source>Rena&amp;me region</source>
        <translation>Ca&amp;mbiar nombre de región</translation>
    </message>
    <message>
        <source>Restart the en&amp;gine</source>
        <translation>&amp;Reiniciar el motor</translation>
    </message>
    <message>
        <source>Right-click</source>
        <translation>Clic derecho</translation>
    </message>
    <message>
        <source>S&amp;olo</source>
        <translation>&amp;Solo</translation>
    </message>
    <message>
        <source>S&amp;pectrogram</source>
        <translation>&amp;Espectrograma</translation>
    </message>
    <message>
        <source>S&amp;top the work</source>
        <translation>Dete&amp;ner el trabajo</translation>
    </message>
    <message>
        <source>Save hits as la&amp;bels…</source>
        <translation>&amp;Guardar apariciones como etiquetas…</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>G&amp;uardar proyecto como…</translation>
    </message>
    <message>
        <source>Say wh&amp;at to hear</source>
        <translation>Decir &amp;qué oír</translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation>Desplazar en el tiempo</translation>
    </message>
    <message>
        <source>Scroll the stems</source>
        <translation>Desplazar los stems</translation>
    </message>
    <message>
        <source>Scrub</source>
        <translation>Escuchar arrastrando</translation>
    </message>
    <message>
        <source>Se&amp;lect</source>
        <translation>Se&amp;leccionar</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Seleccionar &amp;todo</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>&amp;No seleccionar nada</translation>
    </message>
    <message>
        <source>Select &amp;what is visible</source>
        <translation>Seleccionar &amp;lo visible</translation>
    </message>
    <message>
        <source>Select a stretch; drag an edge to adjust it, Shift+click to extend it</source>
        <translation>Seleccionar un tramo; arrastre un borde para ajustarlo, Mayús+clic para ampliarlo</translation>
    </message>
    <message>
        <source>Select the region or hit; elsewhere everything, or nothing</source>
        <translation>Seleccionar la región o aparición; en otro sitio todo o nada</translation>
    </message>
    <message>
        <source>Separate in e&amp;very region</source>
        <translation>Separar en &amp;cada región</translation>
    </message>
    <message>
        <source>Shift+drag on a slider</source>
        <translation>Mayús+arrastrar un control</translation>
    </message>
    <message>
        <source>Shift+wheel, sideways swipe</source>
        <translation>Mayús+rueda, deslizar de lado</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>&amp;Más lento</translation>
    </message>
    <message>
        <source>Snap to &amp;zero crossings</source>
        <translation>Ajustar a &amp;pasos por cero</translation>
    </message>
    <message>
        <source>Ste&amp;m</source>
        <translation>&amp;Stem</translation>
    </message>
    <message>
        <source>Stop &amp;always returns</source>
        <translation>De&amp;tener siempre vuelve</translation>
    </message>
    <message>
        <source>Wavefor&amp;m</source>
        <translation>&amp;Forma de onda</translation>
    </message>
    <message>
        <source>Zoom to&amp;ggle</source>
        <translation>Alternar &amp;zoom</translation>
    </message>
    <message>
        <source>Selection &amp;ends at playhead</source>
        <translation>La selecc&amp;ión acaba en el cursor</translation>
    </message>
    <message>
        <source>&amp;Play / pause</source>
        <translation>Reprod&amp;ucir / pausar</translation>
    </message>
    <message>
        <source>Compare e&amp;qually loud</source>
        <translation>Comparar con igual volumen</translation>
    </message>
    <message>
        <source>Faste&amp;r</source>
        <translation>Más rá&amp;pido</translation>
    </message>
    <message>
        <source>Loop s&amp;election</source>
        <translation>Se&amp;lección en bucle</translation>
    </message>
    <message>
        <source>Pla&amp;y selection</source>
        <translation>Reproducir selecció&amp;n</translation>
    </message>
    <message>
        <source>Selection &amp;starts at playhead</source>
        <translation>La selección empieza en el c&amp;ursor</translation>
    </message>
    <message>
        <source>Sounds &amp;like the selection</source>
        <translation>&amp;Suena como la selección</translation>
    </message>
    <message>
        <source>Spectrogram s&amp;ettings…</source>
        <translation>A&amp;justes del espectrograma…</translation>
    </message>
    <message>
        <source>Stem &amp;1 alone</source>
        <translation>Solo el stem &amp;1</translation>
    </message>
    <message>
        <source>Stem &amp;2 alone</source>
        <translation>Solo el stem &amp;2</translation>
    </message>
    <message>
        <source>Stem &amp;3 alone</source>
        <translation>Solo el stem &amp;3</translation>
    </message>
    <message>
        <source>Stem &amp;4 alone</source>
        <translation>Solo el stem &amp;4</translation>
    </message>
    <message>
        <source>Stem &amp;5 alone</source>
        <translation>Solo el stem &amp;5</translation>
    </message>
    <message>
        <source>Stem &amp;6 alone</source>
        <translation>Solo el stem &amp;6</translation>
    </message>
    <message>
        <source>Stem &amp;7 alone</source>
        <translation>Solo el stem &amp;7</translation>
    </message>
    <message>
        <source>Stem &amp;8 alone</source>
        <translation>Solo el stem &amp;8</translation>
    </message>
    <message>
        <source>Stem &amp;9 alone</source>
        <translation>Solo el stem &amp;9</translation>
    </message>
    <message>
        <source>Time × frequency &amp;box</source>
        <translation>Recuadro de tiempo × &amp;frecuencia</translation>
    </message>
    <message>
        <source>To the e&amp;nd</source>
        <translation>&amp;Ir al final</translation>
    </message>
    <message>
        <source>To the s&amp;tart</source>
        <translation>I&amp;r al inicio</translation>
    </message>
    <message>
        <source>Try &amp;phrasings</source>
        <translation>Probar &amp;formulaciones</translation>
    </message>
    <message>
        <source>Waveform over spect&amp;rogram</source>
        <translation>Forma &amp;de onda sobre espectrograma</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>Qué se puede hacer aquí</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>A&amp;lejar</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoom en el puntero</translation>
    </message>
    <message>
        <source>Zoom in frequency</source>
        <translation>Zoom en frecuencia</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>Zoom a la &amp;selección</translation>
    </message>
</context>
<context>
    <name>spoken</name>
    <message>
        <source>, from {low} to {high} hertz</source>
        <translation>, de {low} a {high} hercios</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuto</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 segundo</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nada seleccionado</translation>
    </message>
    <message>
        <source>Selected from {start} to {end}, {length} long</source>
        <translation>Seleccionado de {start} a {end}, {length} de duración</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} horas</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} minutos</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} segundos</translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>Its sounds are in its folder “stems”.</source>
        <translation>Sus sonidos están en su carpeta «stems».</translation>
    </message>
    <message>
        <source>This project is damaged: it could not be read. Nothing in it was changed.</source>
        <translation>Este proyecto está dañado: no se pudo leer. No se cambió nada en él.</translation>
    </message>
    <message>
        <source>This project was saved by a newer version of AudioSep ({version}). Nothing in it was changed.</source>
        <translation>Este proyecto se guardó con una versión más reciente de AudioSep ({version}). No se cambió nada en él.</translation>
    </message>
    <message>
        <source>Update AudioSep to open it.</source>
        <translation>Actualice AudioSep para abrirlo.</translation>
    </message>
</context>
</TS>
