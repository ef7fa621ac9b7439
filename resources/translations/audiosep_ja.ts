<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Machine-made, and not reviewed by anybody who speaks the language. -->
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About AudioSep Desktop</source>
        <translation>AudioSep Desktop について</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>レポートをコピー</translation>
    </message>
    <message>
        <source>Everything runs on this computer. Nothing is uploaded.</source>
        <translation>すべてこのコンピューター上で動作します。何もアップロードされません。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Say what you want to hear, get it on a track of its own.</source>
        <translation>聴きたい音を言葉で伝えると、その音だけのトラックができます。</translation>
    </message>
    <message>
        <source>Third-party</source>
        <translation>サードパーティ</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Versions and the machine, for a report of a fault; no names, no recordings</source>
        <translation>不具合報告用のバージョンとマシンの情報。名前や録音は含みません</translation>
    </message>
</context>
<context>
    <name>AbsentCard</name>
    <message>
        <source>Ask for {words} instead</source>
        <translation>代わりに{words}を指定する</translation>
    </message>
    <message>
        <source>Go where it is heard</source>
        <translation>聞こえる位置へ移動する</translation>
    </message>
    <message>
        <source>Heard at {time}: go there</source>
        <translation>{time} で聞こえます：移動</translation>
    </message>
    <message>
        <source>I can’t hear {words} here.</source>
        <translation>ここでは{words}が聞こえません。</translation>
    </message>
    <message>
        <source>I can’t hear {words} in this selection.</source>
        <translation>この選択範囲では{words}が聞こえません。</translation>
    </message>
    <message>
        <source>I don’t know {words}, and can’t tell whether it is here. The model understands English only.</source>
        <translation>{words}という言葉がわからないため、ここにあるかどうか判断できません。モデルは英語だけを理解します。</translation>
    </message>
    <message>
        <source>In English:</source>
        <translation>英語では:</translation>
    </message>
    <message>
        <source>Perhaps {words} is not in this recording.</source>
        <translation>{words}はこの録音にないかもしれません。</translation>
    </message>
    <message>
        <source>Perhaps {words} is not in this selection.</source>
        <translation>{words}はこの選択範囲にないかもしれません。</translation>
    </message>
    <message>
        <source>Separate anyway</source>
        <translation>それでも分離する</translation>
    </message>
    <message>
        <source>Similar, and heard here:</source>
        <translation>似た音で、ここで聞こえるもの：</translation>
    </message>
    <message>
        <source>Try the whole file</source>
        <translation>ファイル全体で試す</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0}または{1}</translation>
    </message>
</context>
<context>
    <name>AdvancedOptions</name>
    <message>
        <source>Advanced</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Advanced: automatic</source>
        <translation>詳細：自動</translation>
    </message>
    <message>
        <source>Advanced: changed</source>
        <translation>詳細：変更あり</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple GPU</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Back end</source>
        <translation>バックエンド</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>チャンネル</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Give to each</source>
        <translation>それぞれに与える</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>グラフィックカード (CUDA)</translation>
    </message>
    <message>
        <source>Independent</source>
        <translation>独立</translation>
    </message>
    <message>
        <source>Keep the highest frequencies</source>
        <translation>最も高い周波数を残す</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Linked keeps the stereo image; independent hears each channel for itself</source>
        <translation>リンクはステレオ像を保ち、独立は各チャンネルを別々に聴きます</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>重なり</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>Share out</source>
        <translation>分け合う</translation>
    </message>
    <message>
        <source>What lies above the model&apos;s own band follows the top of what it heard</source>
        <translation>モデルの帯域より上は、聞き取れた最上部に従います</translation>
    </message>
    <message>
        <source>What two sounds of one request both claim</source>
        <translation>一度に指定した2つの音がどちらも主張する部分</translation>
    </message>
</context>
<context>
    <name>AmountSlider</name>
    <message>
        <source>As in the recording</source>
        <translation>録音のまま</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>分離</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>除去</translation>
    </message>
    <message>
        <source>{percent} % isolated</source>
        <translation>{percent} % 分離</translation>
    </message>
    <message>
        <source>{percent} % removed</source>
        <translation>{percent} % 除去</translation>
    </message>
</context>
<context>
    <name>AskHandler</name>
    <message>
        <source>Engine: off</source>
        <translation>エンジン：オフ</translation>
    </message>
    <message>
        <source>Separation begins as soon as it is complete.</source>
        <translation>読み込みが完了しだい分離を始めます。</translation>
    </message>
    <message>
        <source>The recording is still being read.</source>
        <translation>録音をまだ読み込んでいます。</translation>
    </message>
</context>
<context>
    <name>AskingPage</name>
    <message>
        <source>Any words can be asked; those below are the ones the program was taught.</source>
        <translation>どんな言葉でも指定できます。以下はプログラムが学習した言葉です。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Find a sound</source>
        <translation>音を探す</translation>
    </message>
    <message>
        <source>Name the sound, not the scene: &lt;b&gt;rain&lt;/b&gt;, not &lt;b&gt;a wet day in Paris&lt;/b&gt;.</source>
        <translation>場面ではなく音の名前で：&lt;b&gt;a wet day in Paris&lt;/b&gt; ではなく &lt;b&gt;rain&lt;/b&gt;。</translation>
    </message>
    <message>
        <source>Several sounds at once become several tracks: add them one by one as chips.</source>
        <translation>複数の音は複数のトラックになります。チップとして1つずつ追加してください。</translation>
    </message>
    <message>
        <source>Short and plain works best: &lt;b&gt;dog barking&lt;/b&gt;, &lt;b&gt;acoustic guitar&lt;/b&gt;, &lt;b&gt;a person talking&lt;/b&gt;.</source>
        <translation>短く簡潔な言葉が最適です：&lt;b&gt;dog barking&lt;/b&gt;、&lt;b&gt;acoustic guitar&lt;/b&gt;、&lt;b&gt;a person talking&lt;/b&gt;。</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>音</translation>
    </message>
    <message>
        <source>Use these words</source>
        <translation>この言葉を使う</translation>
    </message>
    <message>
        <source>What can I ask?</source>
        <translation>何を指定できますか？</translation>
    </message>
    <message>
        <source>What you do not want goes into &lt;b&gt;But not…&lt;/b&gt;, not into the words.</source>
        <translation>不要な音は言葉に含めず、&lt;b&gt;除外…&lt;/b&gt;に入れてください。</translation>
    </message>
    <message>
        <source>{count} sounds</source>
        <translation>{count} 種類の音</translation>
    </message>
</context>
<context>
    <name>AskingTerms</name>
    <message>
        <source>Ask within it when it is done.</source>
        <translation>完了してからその中を対象にしてください。</translation>
    </message>
    <message>
        <source>Select a part of it.</source>
        <translation>その一部を選択してください。</translation>
    </message>
    <message>
        <source>Separate when it is complete.</source>
        <translation>読み込みが完了してから分離してください。</translation>
    </message>
    <message>
        <source>Separate when it is there.</source>
        <translation>開いてから分離してください。</translation>
    </message>
    <message>
        <source>The recording is still being read.</source>
        <translation>録音をまだ読み込んでいます。</translation>
    </message>
    <message>
        <source>The selection lies outside of that stem.</source>
        <translation>選択範囲がそのステムの外にあります。</translation>
    </message>
    <message>
        <source>The stem that this was separated from is not there any more.</source>
        <translation>分離元のステムがなくなりました。</translation>
    </message>
    <message>
        <source>“{name}” is being opened.</source>
        <translation>「{name}」を開いています。</translation>
    </message>
    <message>
        <source>“{name}” is still being separated.</source>
        <translation>「{name}」はまだ分離中です。</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Sound is being separated or written</source>
        <translation>音を分離または書き出し中です</translation>
    </message>
</context>
<context>
    <name>AxisView</name>
    <message>
        <source>Drag to scroll, wheel to zoom, double-click to show every frequency</source>
        <translation>ドラッグでスクロール、ホイールでズーム、ダブルクリックで全周波数を表示</translation>
    </message>
    <message>
        <source>The model hears up to {limit} Hz; what lies above follows what it found below.</source>
        <translation>モデルが聴けるのは {limit} Hz までです。それより上は下で見つかった音に従います。</translation>
    </message>
    <message>
        <source>{low} to {high} Hz</source>
        <translation>{low}～{high} Hz</translation>
    </message>
</context>
<context>
    <name>BatchController</name>
    <message>
        <source>File {number} of {count}: “{name}”</source>
        <translation>ファイル {number}/{count}：「{name}」</translation>
    </message>
    <message>
        <source>Files: {count}.</source>
        <translation>ファイル：{count}。</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>モデルを読み込み中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>The batch could not be started ({reason}).</source>
        <translation>一括処理を開始できませんでした ({reason})。</translation>
    </message>
    <message>
        <source>The batch is done. {what}</source>
        <translation>一括処理が完了しました。{what}</translation>
    </message>
    <message>
        <source>The batch is over. {what}</source>
        <translation>一括処理が終わりました。{what}</translation>
    </message>
    <message>
        <source>The batch stopped unexpectedly. What is done is kept.</source>
        <translation>一括処理が予期せず停止しました。完了した分は保存されています。</translation>
    </message>
    <message>
        <source>Try again goes on from here.</source>
        <translation>「再試行」でここから続けられます。</translation>
    </message>
    <message>
        <source>{failed} of {count} files failed.</source>
        <translation>{count} ファイル中 {failed} ファイルが失敗しました。</translation>
    </message>
    <message>
        <source>“{words}” in {what}</source>
        <translation>{what}の「{words}」</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Add a folder</source>
        <translation>フォルダーを追加</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <source>Add recordings or folders, or drop them here.</source>
        <translation>録音やフォルダーを追加するか、ここにドロップしてください。</translation>
    </message>
    <message>
        <source>Also write everything else</source>
        <translation>その他すべても書き出す</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Another sound</source>
        <translation>別の音</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>一括処理</translation>
    </message>
    <message>
        <source>But not</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>結果を入れるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose another folder for the results than the one with the recordings.</source>
        <translation>録音とは別のフォルダーを結果用に選んでください。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>結果のフォルダー</translation>
    </message>
    <message>
        <source>Folders are searched at any depth. </source>
        <translation>フォルダーはすべての階層を検索します。 </translation>
    </message>
    <message>
        <source>For example: a dog barking</source>
        <translation>例：a dog barking</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>One failure does not stop the rest; doing the same batch again goes on where it stopped.</source>
        <translation>1つ失敗しても残りは続きます。同じ一括処理を再度行うと、止まったところから続きます。</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>録音</translation>
    </message>
    <message>
        <source>Recordings and folders</source>
        <translation>録音とフォルダー</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Results in</source>
        <translation>結果の保存先</translation>
    </message>
    <message>
        <source>Say what you want to hear in all of them.</source>
        <translation>すべての録音で聴きたい音を入力してください。</translation>
    </message>
    <message>
        <source>Separate many files</source>
        <translation>多数のファイルを分離</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>What to hear</source>
        <translation>聴きたい音</translation>
    </message>
</context>
<context>
    <name>BlindBar</name>
    <message>
        <source>&amp;End</source>
        <translation>終了(&amp;E)</translation>
    </message>
    <message>
        <source>Blind comparison</source>
        <translation>ブラインド比較</translation>
    </message>
    <message>
        <source>End the blind comparison</source>
        <translation>ブラインド比較を終了</translation>
    </message>
    <message>
        <source>End the blind comparison (Shift+X)</source>
        <translation>ブラインド比較を終了 (Shift+X)</translation>
    </message>
    <message>
        <source>Hear {number}</source>
        <translation>{number} を聴く</translation>
    </message>
    <message>
        <source>Hear {number} (key {number}; X hears the other one)</source>
        <translation>{number} を聴く (キー {number}、X でもう一方)</translation>
    </message>
    <message>
        <source>I &amp;prefer this one</source>
        <translation>こちらを選ぶ(&amp;P)</translation>
    </message>
    <message>
        <source>I prefer what I hear now</source>
        <translation>今聴いている方を選ぶ</translation>
    </message>
    <message>
        <source>Making “{first}” and “{second}” equally loud…</source>
        <translation>「{first}」と「{second}」の音量をそろえています…</translation>
    </message>
    <message>
        <source>Preferred: “{first}” {a}, “{second}” {b}. {verdict}</source>
        <translation>選択回数：「{first}」{a}、「{second}」{b}。{verdict}</translation>
    </message>
    <message>
        <source>Show &amp;result</source>
        <translation>結果を表示(&amp;R)</translation>
    </message>
    <message>
        <source>Show the result of the blind comparison</source>
        <translation>ブラインド比較の結果を表示</translation>
    </message>
    <message>
        <source>That is clear: tossed coins come out like this only {share:.1%} of the time.</source>
        <translation>明確です。コイン投げでこうなるのは {share:.1%} だけです。</translation>
    </message>
    <message>
        <source>That is no clear preference: tossed coins come out as clearly {share:.0%} of the time.</source>
        <translation>明確な差はありません。コイン投げでも {share:.0%} はこの程度になります。</translation>
    </message>
    <message>
        <source>“{first}” and “{second}”, equally loud: which one is 1 is hidden. Round {round}.</source>
        <translation>「{first}」と「{second}」、同じ音量：どちらが 1 かは伏せてあります。{round} 回目。</translation>
    </message>
</context>
<context>
    <name>ButNotButton</name>
    <message>
        <source>But not</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>But not: {words}</source>
        <translation>除外：{words}</translation>
    </message>
    <message>
        <source>But not…</source>
        <translation>除外…</translation>
    </message>
    <message>
        <source>What sounds alike and is not meant: it is kept out of what you hear</source>
        <translation>似ているが目的ではない音：聴く音から除かれます</translation>
    </message>
</context>
<context>
    <name>ChangingMenus</name>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使ったファイル(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove “{sound}”</source>
        <translation>「{sound}」を削除</translation>
    </message>
</context>
<context>
    <name>ChipField</name>
    <message>
        <source>Add another sound</source>
        <translation>別の音を追加</translation>
    </message>
    <message>
        <source>Add another sound (comma)</source>
        <translation>別の音を追加 (カンマ)</translation>
    </message>
</context>
<context>
    <name>CoachMark</name>
    <message>
        <source>Say what you want to hear,
then press Enter</source>
        <translation>聴きたい音を入力して、
Enter を押してください</translation>
    </message>
</context>
<context>
    <name>CompareSwitch</name>
    <message>
        <source>Compare recording and stems (X)</source>
        <translation>録音とステムを比較 (X)</translation>
    </message>
    <message>
        <source>Compare: recording or stems</source>
        <translation>比較：録音またはステム</translation>
    </message>
    <message>
        <source>Equally loud: “{name}” is turned down by {db:.1f} dB</source>
        <translation>同じ音量：「{name}」を {db:.1f} dB 下げています</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>録音</translation>
    </message>
    <message>
        <source>Stems</source>
        <translation>ステム</translation>
    </message>
</context>
<context>
    <name>ComparisonController</name>
    <message>
        <source>Everything else</source>
        <translation>その他すべて</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>録音</translation>
    </message>
    <message>
        <source>Stems</source>
        <translation>ステム</translation>
    </message>
</context>
<context>
    <name>DockedBody</name>
    <message>
        <source>Drag this panel to another side</source>
        <translation>このパネルを別の側へドラッグ</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>プロンプト</translation>
    </message>
</context>
<context>
    <name>DragOut</name>
    <message>
        <source>Preparing the file…</source>
        <translation>ファイルを準備中…</translation>
    </message>
</context>
<context>
    <name>EarsHandler</name>
    <message>
        <source>Listening to the file…</source>
        <translation>ファイルを聴いています…</translation>
    </message>
    <message>
        <source>No hits are known yet.</source>
        <translation>検出箇所はまだありません。</translation>
    </message>
    <message>
        <source>Nothing that I could name for sure.</source>
        <translation>確実に名前を挙げられるものはありません。</translation>
    </message>
    <message>
        <source>Say what to look for and press “Where is it?”.</source>
        <translation>探す音を入力して「どこにある？」を押してください。</translation>
    </message>
    <message>
        <source>The model understands English only. “{words}” is “{english}” in English.</source>
        <translation>モデルは英語だけを理解します。「{words}」は英語で「{english}」です。</translation>
    </message>
    <message>
        <source>The starter was hardly ever told of “{words}”. Nearest: {nearest}.</source>
        <translation>スターターは「{words}」をほとんど学習していません。近い言葉：{nearest}。</translation>
    </message>
    <message>
        <source>“{words}” is not heard in this recording.</source>
        <translation>「{words}」はこの録音では聞こえません。</translation>
    </message>
</context>
<context>
    <name>EditHandler</name>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>{what}：やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>{what}：元に戻す(&amp;U)</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop audio or video here</source>
        <translation>ここに音声または動画をドロップ</translation>
    </message>
    <message>
        <source>Everything runs on this computer. Nothing is uploaded.</source>
        <translation>すべてこのコンピューター上で動作します。何もアップロードされません。</translation>
    </message>
    <message>
        <source>No recording open</source>
        <translation>録音が開かれていません</translation>
    </message>
    <message>
        <source>OR TRY AN EXAMPLE</source>
        <translation>またはサンプルを試す</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>録音を開く</translation>
    </message>
    <message>
        <source>Open the example {title}</source>
        <translation>サンプル「{title}」を開く</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} を開く</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>RECENT</source>
        <translation>最近使ったファイル</translation>
    </message>
    <message>
        <source>WAV, FLAC, MP3, OGG, M4A, MP4, MKV and more</source>
        <translation>WAV、FLAC、MP3、OGG、M4A、MP4、MKV など</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>1 file from “{name}”</source>
        <translation>「{name}」から1ファイル</translation>
    </message>
    <message>
        <source>All were turned down by {db:.1f} dB.</source>
        <translation>すべて {db:.1f} dB 下げました。</translation>
    </message>
    <message>
        <source>Export again as 32-bit float, or let all files be turned down.</source>
        <translation>32 ビット浮動小数点で再度書き出すか、全ファイルの音量を下げてください。</translation>
    </message>
    <message>
        <source>Exported {count} files to “{folder}”.</source>
        <translation>{count} ファイルを「{folder}」に書き出しました。</translation>
    </message>
    <message>
        <source>Exported “{name}”.</source>
        <translation>「{name}」を書き出しました。</translation>
    </message>
    <message>
        <source>Skipped, for they were there already: {count}.</source>
        <translation>既に存在するためスキップ：{count}。</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>書き出しを停止しました。</translation>
    </message>
    <message>
        <source>Too loud for the format, and clipped: {count} samples.</source>
        <translation>形式の上限を超えてクリップ：{count} サンプル。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>書き出し中</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>ミックス</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>録音</translation>
    </message>
    <message>
        <source>{count} files from “{name}”</source>
        <translation>「{name}」から{count}ファイル</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>
and {count} more</source>
        <translation>
他 {count} 件</translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation>存在するフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>別のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose another folder, and export again</source>
        <translation>別のフォルダーを選んで再度書き出す</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>フォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close or stop</source>
        <translation>閉じる、または停止</translation>
    </message>
    <message>
        <source>Turn all down</source>
        <translation>すべて下げる</translation>
    </message>
    <message>
        <source>Turn all files down by the same dB, and export</source>
        <translation>すべてのファイルを同じ dB だけ下げて書き出す</translation>
    </message>
    <message>
        <source>waits for another export</source>
        <translation>他の書き出しを待っています</translation>
    </message>
    <message>
        <source>{source}: the recording, {name}: the track, {prompt}: its prompt, {n}: its number, {model}: the model, {start}: where it begins, {date}: today, {region}: the region</source>
        <translation>{source}：録音、{name}：トラック、{prompt}：プロンプト、{n}：番号、{model}：モデル、{start}：開始位置、{date}：今日の日付、{region}：リージョン</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>残り {time}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>クリップ</translation>
    </message>
    <message>
        <source>Clip what is too loud, and export</source>
        <translation>大きすぎる部分をクリップして書き出す</translation>
    </message>
    <message>
        <source>Create it</source>
        <translation>作成する</translation>
    </message>
    <message>
        <source>Create the folder, and export again</source>
        <translation>フォルダーを作成して、もう一度書き出す</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>書き出し先</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>ファイル名</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Names of the files</source>
        <translation>ファイルの名前</translation>
    </message>
    <message>
        <source>Nothing of these tracks lies in that range.</source>
        <translation>この範囲には選択したトラックの音がありません。</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>書き出しの進行状況</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>書き出しを停止しました。</translation>
    </message>
    <message>
        <source>Tick at least one track.</source>
        <translation>トラックを1つ以上選んでください。</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>トラック</translation>
    </message>
    <message>
        <source>“{folder}” could not be created ({reason}). Choose another folder.</source>
        <translation>「{folder}」を作成できませんでした（{reason}）。別のフォルダーを選んでください。</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>32-bit float keeps them as they are</source>
        <translation>32 ビット浮動小数点はそのまま保持します</translation>
    </message>
    <message>
        <source>AAC may add up to 23 ms of silence at the end in some players.</source>
        <translation>AAC では一部のプレーヤーで末尾に最大 23 ms の無音が加わります。</translation>
    </message>
    <message>
        <source>All files as long as the range</source>
        <translation>全ファイルを範囲と同じ長さにする</translation>
    </message>
    <message>
        <source>As in the recording</source>
        <translation>録音のまま</translation>
    </message>
    <message>
        <source>As in the recording ({rate})</source>
        <translation>録音のまま ({rate})</translation>
    </message>
    <message>
        <source>Ask before anything is written</source>
        <translation>書き込む前に確認する</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>チャンネル</translation>
    </message>
    <message>
        <source>Clip them</source>
        <translation>クリップする</translation>
    </message>
    <message>
        <source>Copy tags and cover</source>
        <translation>タグとカバーをコピー</translation>
    </message>
    <message>
        <source>Files that exist</source>
        <translation>既存のファイル</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>If it exists</source>
        <translation>既にある場合</translation>
    </message>
    <message>
        <source>Keep both: the new one gets a number</source>
        <translation>両方残す：新しい方に番号を付ける</translation>
    </message>
    <message>
        <source>Lets a DAW put each file where it lies in the recording</source>
        <translation>DAW で各ファイルを録音上の位置に配置できます</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>モノラル</translation>
    </message>
    <message>
        <source>Only its band, {low}–{high} Hz</source>
        <translation>その帯域のみ、{low}～{high} Hz</translation>
    </message>
    <message>
        <source>Only the bands of boxes</source>
        <translation>ボックスの帯域のみ</translation>
    </message>
    <message>
        <source>Peaks over 0 dBFS</source>
        <translation>0 dBFS を超えるピーク</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>範囲</translation>
    </message>
    <message>
        <source>Rate, channels</source>
        <translation>レート、チャンネル</translation>
    </message>
    <message>
        <source>Regions ({count}), each as files of its own</source>
        <translation>リージョン ({count})、それぞれ別ファイル</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>This format has no {asked}: {rate} are written.</source>
        <translation>この形式は {asked} に対応していません：{rate} で書き出します。</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>サンプルレート</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>選択範囲</translation>
    </message>
    <message>
        <source>Silence stands where a stem has nothing, so that all files line up</source>
        <translation>ステムに音がない部分は無音にし、全ファイルの位置をそろえます</translation>
    </message>
    <message>
        <source>Skip: keep the old ones</source>
        <translation>スキップ：古い方を残す</translation>
    </message>
    <message>
        <source>Stereo</source>
        <translation>ステレオ</translation>
    </message>
    <message>
        <source>The pictures are copied as they are; the sound is as long as the recording.</source>
        <translation>映像はそのままコピーされ、音声は録音と同じ長さです。</translation>
    </message>
    <message>
        <source>The recording has none</source>
        <translation>録音にはありません</translation>
    </message>
    <message>
        <source>This format has no {count} channels: choose stereo.</source>
        <translation>この形式は {count} チャンネルに対応していません：ステレオを選んでください。</translation>
    </message>
    <message>
        <source>Time stamp (Broadcast WAV)</source>
        <translation>タイムスタンプ (Broadcast WAV)</translation>
    </message>
    <message>
        <source>Too loud</source>
        <translation>音量超過</translation>
    </message>
    <message>
        <source>Turn all files down by the same dB</source>
        <translation>全ファイルを同じ dB だけ下げる</translation>
    </message>
    <message>
        <source>Whole recording</source>
        <translation>録音全体</translation>
    </message>
    <message>
        <source>Without it, files have every frequency of that stretch</source>
        <translation>オフの場合、ファイルにはその区間の全周波数が入ります</translation>
    </message>
</context>
<context>
    <name>ExportTracks</name>
    <message>
        <source>  (nothing was made)</source>
        <translation>  (何も作られていません)</translation>
    </message>
    <message>
        <source>  (unfinished)</source>
        <translation>  (未完了)</translation>
    </message>
    <message>
        <source>  (when the work is done)</source>
        <translation>  (作業の完了後)</translation>
    </message>
    <message>
        <source>All stems</source>
        <translation>すべてのステム</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>その他すべて</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>{name} を書き出す</translation>
    </message>
    <message>
        <source>Mix as heard: gain, pan, amount, mute and solo</source>
        <translation>聴こえるままのミックス：ゲイン、パン、量、ミュート、ソロ</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>録音</translation>
    </message>
</context>
<context>
    <name>FileHandler</name>
    <message>
        <source>Export to</source>
        <translation>書き出し先</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Clearing…</source>
        <translation>消去中…</translation>
    </message>
    <message>
        <source>Empty, {free} free on this disk</source>
        <translation>空、このディスクの空き {free}</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Use default</source>
        <translation>既定を使う</translation>
    </message>
    <message>
        <source>{size} used, {free} free on this disk</source>
        <translation>{size} 使用、このディスクの空き {free}</translation>
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
        <translation>その他すべて</translation>
    </message>
</context>
<context>
    <name>HelpHandler</name>
    <message>
        <source>The report was copied: versions and this machine, no names, no recordings.</source>
        <translation>レポートをコピーしました：バージョンとこのマシンの情報のみで、名前や録音は含みません。</translation>
    </message>
</context>
<context>
    <name>JobHandler</name>
    <message>
        <source>separated</source>
        <translation>分離済み</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Batch</source>
        <translation>一括処理</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>もう一度行う</translation>
    </message>
    <message>
        <source>Do it earlier</source>
        <translation>先に行う</translation>
    </message>
    <message>
        <source>Do it later</source>
        <translation>後で行う</translation>
    </message>
    <message>
        <source>Done in {time}</source>
        <translation>{time} で完了</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Progress of {name}</source>
        <translation>{name} の進行状況</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>分離</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーに表示</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>結果を表示</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop this; the others go on</source>
        <translation>これを停止 (他は続きます)</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>part {done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>残り {time}</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Batch…</source>
        <translation>一括処理…</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>終了分を消去</translation>
    </message>
    <message>
        <source>Close the jobs panel</source>
        <translation>ジョブパネルを閉じる</translation>
    </message>
    <message>
        <source>Forget what is over</source>
        <translation>終わったものを一覧から消す</translation>
    </message>
    <message>
        <source>JOBS</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Nothing is running. Separations, exports, downloads and batches appear here.</source>
        <translation>実行中のものはありません。分離、書き出し、ダウンロード、一括処理がここに表示されます。</translation>
    </message>
    <message>
        <source>Separate many files</source>
        <translation>多数のファイルを分離</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>すべて停止</translation>
    </message>
    <message>
        <source>Stop everything</source>
        <translation>すべてを停止</translation>
    </message>
</context>
<context>
    <name>KeyMapView</name>
    <message>
        <source>Choose a command to change its key.</source>
        <translation>キーを変更するコマンドを選んでください。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>コマンドまたはキーを検索</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>キーとマウス</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>マウス</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>New key for “{command}”:</source>
        <translation>「{command}」の新しいキー：</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべてリセット</translation>
    </message>
    <message>
        <source>Use no key</source>
        <translation>キーを使わない</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>このキーを使う</translation>
    </message>
    <message>
        <source>{key} means “{others}” now, which will lose it.</source>
        <translation>{key} は現在「{others}」に割り当てられており、そちらから外れます。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>キーとマウス</translation>
    </message>
</context>
<context>
    <name>LabelWriter</name>
    <message>
        <source>Choose another folder.</source>
        <translation>別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation>「{name}」を保存しました。</translation>
    </message>
    <message>
        <source>“{name}” could not be written: {why}.</source>
        <translation>「{name}」を書き込めませんでした：{why}。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Jobs</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Something went wrong in the program. Your recording and your stems are safe.</source>
        <translation>プログラムで問題が発生しました。録音とステムは無事です。</translation>
    </message>
    <message>
        <source>The model “{name}” is not there any more. “{other}” is used from now on.</source>
        <translation>モデル「{name}」がなくなりました。今後は「{other}」を使います。</translation>
    </message>
</context>
<context>
    <name>MasterMeter</name>
    <message>
        <source>Level of the mix</source>
        <translation>ミックスのレベル</translation>
    </message>
    <message>
        <source>Level of the mix, before the volume</source>
        <translation>ミックスのレベル (音量調整前)</translation>
    </message>
    <message>
        <source>Level of the mix, before the volume; highest {db:.1f} dB</source>
        <translation>ミックスのレベル (音量調整前)、最大 {db:.1f} dB</translation>
    </message>
    <message>
        <source>Level of the mix: too loud</source>
        <translation>ミックスのレベル：音量超過</translation>
    </message>
    <message>
        <source>The mix was {db:.1f} dB too loud, and was turned down in time. Click to clear.</source>
        <translation>ミックスが {db:.1f} dB 超過したため、自動的に下げました。クリックで消去。</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>, {time} left</source>
        <translation>、残り {time}</translation>
    </message>
    <message>
        <source>Accept and download</source>
        <translation>同意してダウンロード</translation>
    </message>
    <message>
        <source>Accept and install</source>
        <translation>同意してインストール</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Discard the {size} that are here? The next download begins anew.</source>
        <translation>取得済みの {size} を破棄しますか？次のダウンロードは最初からになります。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>再ダウンロード</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>インストール済み</translation>
    </message>
    <message>
        <source>Its page</source>
        <translation>紹介ページ</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Licence: {licence}. {caveat}</source>
        <translation>ライセンス：{licence}。{caveat}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Progress of {model}</source>
        <translation>{model} の進行状況</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Remove “{title}” ({size}) for good? It is your own file: nobody can give it back.</source>
        <translation>「{title}」({size}) を完全に削除しますか？お手持ちのファイルのため、元に戻せません。</translation>
    </message>
    <message>
        <source>Remove “{title}” and free {size}? It can be downloaded again.</source>
        <translation>「{title}」を削除して {size} を空けますか？再度ダウンロードできます。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Use by default</source>
        <translation>既定で使う</translation>
    </message>
    <message>
        <source>{have} of {total} are here already.</source>
        <translation>{total} のうち {have} は取得済みです。</translation>
    </message>
    <message>
        <source>{text} Do you accept this?</source>
        <translation>{text} 同意しますか？</translation>
    </message>
    <message>
        <source>{what}: {model}</source>
        <translation>{what}：{model}</translation>
    </message>
</context>
<context>
    <name>ModelJobs</name>
    <message>
        <source>Checking</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>ダウンロード中</translation>
    </message>
    <message>
        <source>Get “{name}”</source>
        <translation>「{name}」を入手</translation>
    </message>
    <message>
        <source>Import “{name}”</source>
        <translation>「{name}」を取り込む</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>取り込み中</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>「{name}」を削除</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>開始中</translation>
    </message>
    <message>
        <source>Waiting for another program</source>
        <translation>他のプログラムを待っています</translation>
    </message>
</context>
<context>
    <name>ModelLine</name>
    <message>
        <source>Get more models…</source>
        <translation>モデルを追加…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>No model installed</source>
        <translation>モデル未インストール</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>“{name}” is installed.</source>
        <translation>「{name}」をインストールしました。</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Models do the separating. One is downloaded once, without an account, and then works offline.</source>
        <translation>分離を行うのはモデルです。一度ダウンロードすれば、アカウントなしでオフラインで動作します。</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>フォルダーを表示</translation>
    </message>
    <message>
        <source>Use a file I already have…</source>
        <translation>手持ちのファイルを使う…</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>別のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>通知を閉じる</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Find the recording…</source>
        <translation>録音を探す…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>モデル…</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>コピーを開く</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>別のものを開く…</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>それでも開く</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>ログフォルダーを開く</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>エンジンを再起動</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>別の場所に保存…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーに表示</translation>
    </message>
    <message>
        <source>Turn all down</source>
        <translation>すべて下げる</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>対処方法</translation>
    </message>
</context>
<context>
    <name>NoticeDetails</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Error “{code}” · {version}</source>
        <translation>エラー「{code}」· {version}</translation>
    </message>
</context>
<context>
    <name>OpeningController</name>
    <message>
        <source>One recording at a time: “{name}” was opened.</source>
        <translation>録音は1つずつです：「{name}」を開きました。</translation>
    </message>
    <message>
        <source>“{name}” is not as long as it was: regions and stems may lie in the wrong place.</source>
        <translation>「{name}」の長さが以前と異なります：リージョンやステムの位置がずれている可能性があります。</translation>
    </message>
    <message>
        <source>“{name}” ends before it should: what could be read is here.</source>
        <translation>「{name}」は途中で終わっています：読み取れた部分を表示しています。</translation>
    </message>
</context>
<context>
    <name>OutputMenu</name>
    <message>
        <source>As the system has it</source>
        <translation>システムの設定に従う</translation>
    </message>
    <message>
        <source>Sound &amp;output</source>
        <translation>サウンド出力(&amp;O)</translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>Overview</source>
        <translation>全体表示</translation>
    </message>
    <message>
        <source>Showing {start} to {end}</source>
        <translation>{start}～{end} を表示中</translation>
    </message>
</context>
<context>
    <name>PanKnob</name>
    <message>
        <source>Centre</source>
        <translation>中央</translation>
    </message>
    <message>
        <source>Left {percent} %</source>
        <translation>左 {percent} %</translation>
    </message>
    <message>
        <source>Right {percent} %</source>
        <translation>右 {percent} %</translation>
    </message>
</context>
<context>
    <name>PhrasingsCard</name>
    <message>
        <source>Hear phrasing {number}</source>
        <translation>言い回し {number} を聴く</translation>
    </message>
    <message>
        <source>Hear with Alt+1, 2, 3; take the best.</source>
        <translation>Alt+1、2、3 で聴いて、最良のものを選んでください。</translation>
    </message>
    <message>
        <source>Hear “{words}”</source>
        <translation>「{words}」を聴く</translation>
    </message>
    <message>
        <source>Phrasings</source>
        <translation>言い回し</translation>
    </message>
    <message>
        <source>Separate phrasing {number}</source>
        <translation>言い回し {number} で分離</translation>
    </message>
    <message>
        <source>Separate “{words}”</source>
        <translation>「{words}」を分離</translation>
    </message>
    <message>
        <source>This could not be tried.</source>
        <translation>試せませんでした。</translation>
    </message>
    <message>
        <source>Trying on ten seconds from the playhead…</source>
        <translation>再生ヘッドから10秒間で試しています…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>Use none of them</source>
        <translation>どれも使わない</translation>
    </message>
</context>
<context>
    <name>PlayHandler</name>
    <message>
        <source>“{name}” is gone, so playing paused. Press play to go on with the output that is there now.</source>
        <translation>「{name}」がなくなったため再生を一時停止しました。再生を押すと現在の出力で続けます。</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>一致する設定はありません。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>PreferencesHandler</name>
    <message>
        <source>The rest of the window speaks this language from the next start on.</source>
        <translation>ウィンドウの残りの部分は次回の起動からこの言語になります。</translation>
    </message>
</context>
<context>
    <name>PresenceStrip</name>
    <message>
        <source>Heard at {places}</source>
        <translation>聞こえる位置：{places}</translation>
    </message>
    <message>
        <source>Not heard</source>
        <translation>聞こえません</translation>
    </message>
    <message>
        <source>Where “{prompt}” is heard</source>
        <translation>「{prompt}」が聞こえる位置</translation>
    </message>
    <message>
        <source>“{prompt}” at {time}: {percent} %</source>
        <translation>「{prompt}」{time}：{percent} %</translation>
    </message>
    <message>
        <source>“{prompt}” at {time}: {percent} of 100, a rank and no probability</source>
        <translation>「{prompt}」{time}：100 中 {percent} (順位であり確率ではありません)</translation>
    </message>
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>Save the project elsewhere.</source>
        <translation>プロジェクトを別の場所に保存してください。</translation>
    </message>
    <message>
        <source>Save when it is complete.</source>
        <translation>読み込みが完了してから保存してください。</translation>
    </message>
    <message>
        <source>Saved “{name}”.</source>
        <translation>「{name}」を保存しました。</translation>
    </message>
    <message>
        <source>Shorten very long names or delete some regions, then save again.</source>
        <translation>長すぎる名前を短くするか、リージョンをいくつか削除してから、もう一度保存してください。</translation>
    </message>
    <message>
        <source>The project was not saved: it could not be opened again. What was saved before is as it was.</source>
        <translation>プロジェクトは保存されませんでした。保存しても再び開けないためです。以前に保存した内容はそのままです。</translation>
    </message>
    <message>
        <source>The recording is still being read.</source>
        <translation>録音をまだ読み込んでいます。</translation>
    </message>
    <message>
        <source>What you do now would not survive a crash: it cannot be kept on the disk ({why}).</source>
        <translation>今の作業はディスクに保存できないため、異常終了すると失われます ({why})。</translation>
    </message>
</context>
<context>
    <name>ProjectOpener</name>
    <message>
        <source>Close it there first, or open a copy of it as it was last saved.</source>
        <translation>まずそちらで閉じるか、最後に保存された状態のコピーを開いてください。</translation>
    </message>
    <message>
        <source>Everything else is here.</source>
        <translation>それ以外はすべてあります。</translation>
    </message>
    <message>
        <source>If that one has crashed, open it anyway.</source>
        <translation>そちらが異常終了した場合は、そのまま開いてください。</translation>
    </message>
    <message>
        <source>The project is safe. Choose another file.</source>
        <translation>プロジェクトは無事です。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>The project is safe. Show where the recording is now.</source>
        <translation>プロジェクトは無事です。録音の現在の場所を指定してください。</translation>
    </message>
    <message>
        <source>The recording of “{name}” is not there any more: “{recording}”.</source>
        <translation>「{name}」の録音が見つかりません：「{recording}」。</translation>
    </message>
    <message>
        <source>The sound of these stems could not be read from the project: {names}.</source>
        <translation>次のステムの音をプロジェクトから読み取れませんでした：{names}。</translation>
    </message>
    <message>
        <source>“{name}” is open in another window of AudioSep.</source>
        <translation>「{name}」は AudioSep の別のウィンドウで開かれています。</translation>
    </message>
    <message>
        <source>“{name}” is open on another computer ({host}).</source>
        <translation>「{name}」は別のコンピューター ({host}) で開かれています。</translation>
    </message>
    <message>
        <source>“{name}” was changed since the project was saved: its stems may not fit any more.</source>
        <translation>「{name}」はプロジェクトの保存後に変更されました：ステムが合わなくなっている可能性があります。</translation>
    </message>
    <message>
        <source>“{name}” was damaged: this is how it was saved before that.</source>
        <translation>「{name}」が破損していたため、その前に保存された状態を開きました。</translation>
    </message>
    <message>
        <source>“{recording}” cannot stand for the recording of “{name}”: its sound is of another kind.</source>
        <translation>「{recording}」は「{name}」の録音の代わりになりません：音の形式が異なります。</translation>
    </message>
</context>
<context>
    <name>PromptCompleter</name>
    <message>
        <source>Completions</source>
        <translation>入力候補</translation>
    </message>
</context>
<context>
    <name>PromptHint</name>
    <message>
        <source>Asked in English: {words}</source>
        <translation>英語での指定：{words}</translation>
    </message>
    <message>
        <source>Download a model, or use a file that is here</source>
        <translation>モデルをダウンロードするか、手元のファイルを使う</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>モデルを入手…</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>ヒント</translation>
    </message>
    <message>
        <source>Move it to “But not”</source>
        <translation>「除外」へ移す</translation>
    </message>
    <message>
        <source>Move what you do not want to “But not”</source>
        <translation>不要な音を「除外」へ移す</translation>
    </message>
    <message>
        <source>No model is installed. Viewing and playing work without.</source>
        <translation>モデルがインストールされていません。表示と再生はモデルなしでも可能です。</translation>
    </message>
    <message>
        <source>Now say what you do want to hear.</source>
        <translation>次に、聴きたい音を入力してください。</translation>
    </message>
    <message>
        <source>Short and plain works best: dog barking, acoustic guitar</source>
        <translation>短く簡潔な言葉が最適です：dog barking、acoustic guitar</translation>
    </message>
    <message>
        <source>The separation model ({size}) is not installed. Viewing and playing work without it.</source>
        <translation>分離モデル ({size}) がインストールされていません。表示と再生はモデルなしでも可能です。</translation>
    </message>
</context>
<context>
    <name>PromptHistory</name>
    <message>
        <source>Add a star</source>
        <translation>スターを付ける</translation>
    </message>
    <message>
        <source>Click to use again, double-click to separate again, right-click for a star</source>
        <translation>クリックで再利用、ダブルクリックで再分離、右クリックでスター</translation>
    </message>
    <message>
        <source>Recent prompts</source>
        <translation>最近のプロンプト</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>スターを外す</translation>
    </message>
    <message>
        <source>{words}, a favourite</source>
        <translation>{words}、お気に入り</translation>
    </message>
</context>
<context>
    <name>PromptIdeas</name>
    <message>
        <source>Try “{prompt}”</source>
        <translation>「{prompt}」を試す</translation>
    </message>
    <message>
        <source>Use the prompt {prompt}</source>
        <translation>プロンプト {prompt} を使う</translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>But not</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>About {time}</source>
        <translation>約 {time}</translation>
    </message>
    <message>
        <source>Find what sounds like the selected stretch, in the whole file (Ctrl+L). Experimental.</source>
        <translation>選択した部分に似た音をファイル全体から探します (Ctrl+L)。試験的な機能です。</translation>
    </message>
    <message>
        <source>HEARD IN THIS FILE</source>
        <translation>このファイルで聞こえる音</translation>
    </message>
    <message>
        <source>Hear three ways to say it on ten seconds from the playhead (Ctrl+Shift+P)</source>
        <translation>再生ヘッドから10秒間で3通りの言い方を聴く (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>How long it will take</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>聴いています…</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>どこにある？</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>分離</translation>
    </message>
    <message>
        <source>Separate (Enter)</source>
        <translation>分離 (Enter)</translation>
    </message>
    <message>
        <source>Show where it is heard, without separating (Ctrl+Shift+F)</source>
        <translation>分離せずに、聞こえる位置を表示 (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>Sounds like the selection</source>
        <translation>選択範囲に似た音</translation>
    </message>
    <message>
        <source>Try phrasings</source>
        <translation>言い回しを試す</translation>
    </message>
    <message>
        <source>Use {words}, heard in this file</source>
        <translation>このファイルで聞こえる{words}を使う</translation>
    </message>
    <message>
        <source>WHAT DO YOU WANT TO HEAR?</source>
        <translation>聴きたい音は？</translation>
    </message>
    <message>
        <source>What do you want to hear?</source>
        <translation>聴きたい音は？</translation>
    </message>
    <message>
        <source>a dog barking</source>
        <translation>a dog barking</translation>
    </message>
    <message>
        <source>another sound</source>
        <translation>別の音</translation>
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
        <translation>忘れる</translation>
    </message>
    <message>
        <source>Keep the words that are there as a set, and use it again</source>
        <translation>今の言葉をセットとして保存し、再利用する</translation>
    </message>
    <message>
        <source>Keep “{words}” as a set</source>
        <translation>「{words}」をセットとして保存</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>セット</translation>
    </message>
    <message>
        <source>Sets of words</source>
        <translation>言葉のセット</translation>
    </message>
</context>
<context>
    <name>PromptStrength</name>
    <message>
        <source>Clean</source>
        <translation>クリーン</translation>
    </message>
    <message>
        <source>How strictly “{name}” is cut out</source>
        <translation>「{name}」をどれだけ厳密に切り出すか</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>ナチュラル</translation>
    </message>
    <message>
        <source>{name}: natural to clean</source>
        <translation>{name}：ナチュラル～クリーン</translation>
    </message>
</context>
<context>
    <name>RecentPrompts</name>
    <message>
        <source>RECENT PROMPTS</source>
        <translation>最近のプロンプト</translation>
    </message>
</context>
<context>
    <name>RecipeHandler</name>
    <message>
        <source>The command line is copied.</source>
        <translation>コマンドラインをコピーしました。</translation>
    </message>
    <message>
        <source>The recipe is copied as JSON.</source>
        <translation>レシピを JSON としてコピーしました。</translation>
    </message>
    <message>
        <source>The stem that it was separated from is left out: it asks the recording.</source>
        <translation>分離元のステムは省かれます：録音を対象にします。</translation>
    </message>
</context>
<context>
    <name>RecoveryController</name>
    <message>
        <source>Another window of AudioSep is recovering “{name}”.</source>
        <translation>AudioSep の別のウィンドウが「{name}」を復元中です。</translation>
    </message>
    <message>
        <source>The sound of these stems could not be recovered: {names}.</source>
        <translation>次のステムの音を復元できませんでした：{names}。</translation>
    </message>
    <message>
        <source>its recording cannot be read any more</source>
        <translation>録音を読み取れなくなっています</translation>
    </message>
    <message>
        <source>“{name}” could not be recovered ({why}). What is left of it stays where it is.</source>
        <translation>「{name}」を復元できませんでした ({why})。残っているものはそのまま保管されます。</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>AudioSep was not closed properly. Nothing that was finished is lost.</source>
        <translation>AudioSep は正常に終了しませんでした。完了した作業は失われていません。</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>後で決める</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>No stems</source>
        <translation>ステムなし</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Recover it to go on where you were. What you discard cannot be brought back.</source>
        <translation>復元すると続きから作業できます。破棄したものは元に戻せません。</translation>
    </message>
    <message>
        <source>Recover unsaved work</source>
        <translation>未保存の作業を復元</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>未保存の作業</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}、他 {count} 件</translation>
    </message>
</context>
<context>
    <name>RegionLane</name>
    <message>
        <source>Name of the region</source>
        <translation>リージョンの名前</translation>
    </message>
    <message>
        <source>Region {n}</source>
        <translation>リージョン {n}</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>リージョン</translation>
    </message>
</context>
<context>
    <name>RegionLine</name>
    <message>
        <source>Regions</source>
        <translation>リージョン</translation>
    </message>
</context>
<context>
    <name>RulerView</name>
    <message>
        <source>Time ruler</source>
        <translation>タイムルーラー</translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message>
        <source>, {low}–{high} Hz</source>
        <translation>、{low}～{high} Hz</translation>
    </message>
    <message>
        <source>Ask within the recording again</source>
        <translation>再び録音を対象にする</translation>
    </message>
    <message>
        <source>No recording open</source>
        <translation>録音が開かれていません</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>選択範囲</translation>
    </message>
    <message>
        <source>Selection {start}–{end}</source>
        <translation>選択範囲 {start}～{end}</translation>
    </message>
    <message>
        <source>What is separated</source>
        <translation>分離の対象</translation>
    </message>
    <message>
        <source>Whole file</source>
        <translation>ファイル全体</translation>
    </message>
    <message>
        <source>Whole file ({length})</source>
        <translation>ファイル全体 ({length})</translation>
    </message>
    <message>
        <source>Within “{name}”</source>
        <translation>「{name}」の中</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>1:02.5, 62.5 s, 500 ms or 44100 samples</source>
        <translation>1:02.5、62.5 s、500 ms、44100 samples など</translation>
    </message>
    <message>
        <source>440 or 2.5k; empty is everything</source>
        <translation>440 や 2.5k、空欄は全体</translation>
    </message>
    <message>
        <source>Drag over a lane to select</source>
        <translation>トラック上をドラッグして選択</translation>
    </message>
    <message>
        <source>Draw boxes in the spectrogram</source>
        <translation>スペクトログラムにボックスを描く</translation>
    </message>
    <message>
        <source>Highest frequency in Hz</source>
        <translation>最高周波数 (Hz)</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>Keep the selection as a region</source>
        <translation>選択範囲をリージョンとして保存</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Length of the selection</source>
        <translation>選択範囲の長さ</translation>
    </message>
    <message>
        <source>Lowest frequency in Hz</source>
        <translation>最低周波数 (Hz)</translation>
    </message>
    <message>
        <source>Region {n}</source>
        <translation>リージョン {n}</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>選択範囲</translation>
    </message>
    <message>
        <source>Selection ends at</source>
        <translation>選択範囲の終わり</translation>
    </message>
    <message>
        <source>Selection starts at</source>
        <translation>選択範囲の始まり</translation>
    </message>
    <message>
        <source>Snap to zero crossings</source>
        <translation>ゼロクロスにスナップ</translation>
    </message>
</context>
<context>
    <name>SeparationController</name>
    <message>
        <source>Engine: starting</source>
        <translation>エンジン：起動中</translation>
    </message>
    <message>
        <source>Engine: stopped</source>
        <translation>エンジン：停止</translation>
    </message>
    <message>
        <source>There is not enough memory to go on. {done} of {total} parts are done and kept.</source>
        <translation>メモリが足りず続けられません。{total} 個中 {done} 個は完了し、保存されています。</translation>
    </message>
    <message>
        <source>To find a sound by an example of it, use a published AudioSep model.</source>
        <translation>例から音を探すには、公開されている AudioSep モデルを使ってください。</translation>
    </message>
    <message>
        <source>like {0}–{1} s</source>
        <translation>{0}～{1} s に似た音</translation>
    </message>
    <message>
        <source>“{model}” can only be asked with words.</source>
        <translation>「{model}」は言葉でのみ指定できます。</translation>
    </message>
</context>
<context>
    <name>SeparationJobs</name>
    <message>
        <source>Loading the model</source>
        <translation>モデルを読み込み中</translation>
    </message>
    <message>
        <source>Separating</source>
        <translation>分離中</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>「{name}」</translation>
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
        <translation>すべて</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>帯域</translation>
    </message>
    <message>
        <source>Bats and other high sounds</source>
        <translation>コウモリなどの高い音</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>Cents in the read-out</source>
        <translation>読み取り値にセントを表示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>カスタム</translation>
    </message>
    <message>
        <source>Do not follow</source>
        <translation>追わない</translation>
    </message>
    <message>
        <source>Dynamic range</source>
        <translation>ダイナミックレンジ</translation>
    </message>
    <message>
        <source>FFT size</source>
        <translation>FFT サイズ</translation>
    </message>
    <message>
        <source>Follow playback</source>
        <translation>再生に追従</translation>
    </message>
    <message>
        <source>Frequency scale</source>
        <translation>周波数スケール</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>グレー</translation>
    </message>
    <message>
        <source>Highest frequency</source>
        <translation>最高周波数</translation>
    </message>
    <message>
        <source>Inverse grey</source>
        <translation>グレー（反転）</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>リニア</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>対数</translation>
    </message>
    <message>
        <source>Low rumble</source>
        <translation>低い轟音</translation>
    </message>
    <message>
        <source>Lowest frequency</source>
        <translation>最低周波数</translation>
    </message>
    <message>
        <source>Magma</source>
        <translation>マグマ</translation>
    </message>
    <message>
        <source>Mel</source>
        <translation>メル</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>音楽</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Opacity of the waveform</source>
        <translation>波形の不透明度</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show all frequencies</source>
        <translation>すべての周波数を表示</translation>
    </message>
    <message>
        <source>Smoothly</source>
        <translation>なめらかに</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>スペクトログラム</translation>
    </message>
    <message>
        <source>Spectrogram settings</source>
        <translation>スペクトログラムの設定</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>話し声</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation>ページをめくる</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>ビリディス</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Waveform over the spectrogram</source>
        <translation>スペクトログラムに波形を重ねる</translation>
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
        <translation>ピッチを保つ(&amp;K)</translation>
    </message>
    <message>
        <source>Off, it sounds like a tape that runs faster or slower</source>
        <translation>オフにすると、速さを変えたテープのように聴こえます</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>速度(&amp;D)</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>Keep these words as favourites</source>
        <translation>この言葉をお気に入りに保存</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>スターを外す</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>, {count} more waiting</source>
        <translation>、他 {count} 件待機中</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>エンジンは停止しています</translation>
    </message>
    <message>
        <source>Engine: off</source>
        <translation>エンジン：オフ</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Jobs ({count})</source>
        <translation>ジョブ ({count})</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Reading “{name}”</source>
        <translation>「{name}」を読み込み中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Saving: {percent} %</source>
        <translation>保存中：{percent} %</translation>
    </message>
    <message>
        <source>Separating “{name}”</source>
        <translation>「{name}」を分離中</translation>
    </message>
    <message>
        <source>Separating “{name}”: part {done} of {total}</source>
        <translation>「{name}」を分離中：{done} / {total}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the work; finished parts are kept (Ctrl+.)</source>
        <translation>作業を停止、完了分は残ります (Ctrl+.)</translation>
    </message>
    <message>
        <source>Stop; what was downloaded is kept (Ctrl+.)</source>
        <translation>停止、ダウンロード済みの分は残ります (Ctrl+.)</translation>
    </message>
    <message>
        <source>Stopping “{name}”…</source>
        <translation>「{name}」を停止中…</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation>ポインター位置</translation>
    </message>
    <message>
        <source>What runs, what waits and what is over</source>
        <translation>実行中、待機中、終了したもの</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>残り {time}</translation>
    </message>
    <message>
        <source>“{name}”: loading the model</source>
        <translation>「{name}」：モデルを読み込み中</translation>
    </message>
    <message>
        <source>“{name}”: waiting for the engine</source>
        <translation>「{name}」：エンジンを待っています</translation>
    </message>
</context>
<context>
    <name>StrengthSlider</name>
    <message>
        <source>As it was made</source>
        <translation>生成時のまま</translation>
    </message>
    <message>
        <source>{percent} % cleaner</source>
        <translation>{percent} % クリーン寄り</translation>
    </message>
    <message>
        <source>{percent} % more natural</source>
        <translation>{percent} % ナチュラル寄り</translation>
    </message>
</context>
<context>
    <name>TrackArea</name>
    <message>
        <source>Everything else</source>
        <translation>その他すべて</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>録音</translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation>時間方向にスクロール</translation>
    </message>
    <message>
        <source>Stems</source>
        <translation>ステム</translation>
    </message>
</context>
<context>
    <name>TrackHandler</name>
    <message>
        <source>“{name}” is ready to be pasted into a folder or another program.</source>
        <translation>「{name}」をフォルダーや他のプログラムに貼り付けられます。</translation>
    </message>
</context>
<context>
    <name>TrackHeader</name>
    <message>
        <source>Clean</source>
        <translation>クリーン</translation>
    </message>
    <message>
        <source>Cleaner leaves less of other sounds, more natural fewer artefacts. Double-click: as it was made</source>
        <translation>クリーンは他の音が減り、ナチュラルは雑音が減ります。ダブルクリック：生成時のまま</translation>
    </message>
    <message>
        <source>Colour of {name}</source>
        <translation>{name} の色</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
    <message>
        <source>Count {name} in the sum</source>
        <translation>{name} を合計に含める</translation>
    </message>
    <message>
        <source>Counts in the sum: “Everything else” is without this sound</source>
        <translation>合計に含める：「その他すべて」にこの音は入りません</translation>
    </message>
    <message>
        <source>Gain of {name} in dB</source>
        <translation>{name} のゲイン (dB)</translation>
    </message>
    <message>
        <source>Gain. Double-click: 0 dB, Shift: fine</source>
        <translation>ゲイン。ダブルクリック：0 dB、Shift：微調整</translation>
    </message>
    <message>
        <source>Grip of {name}</source>
        <translation>{name} のグリップ</translation>
    </message>
    <message>
        <source>Isolate</source>
        <translation>分離</translation>
    </message>
    <message>
        <source>Left: less of this sound, down to none. Right: less of everything else. Double-click: as it was</source>
        <translation>左：この音を減らし、最後は無音。右：他の音を減らす。ダブルクリック：元のまま</translation>
    </message>
    <message>
        <source>Level of {name}</source>
        <translation>{name} のレベル</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>ミュート</translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation>{name} をミュート</translation>
    </message>
    <message>
        <source>Name of {name}</source>
        <translation>{name} の名前</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>ナチュラル</translation>
    </message>
    <message>
        <source>Pan of {name}</source>
        <translation>{name} のパン</translation>
    </message>
    <message>
        <source>Pan. Drag up and down; double-click: centre, Shift: fine</source>
        <translation>パン。上下にドラッグ、ダブルクリック：中央、Shift：微調整</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>除去</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Solo {name}</source>
        <translation>{name} をソロ</translation>
    </message>
    <message>
        <source>Solo: hear only this</source>
        <translation>ソロ：これだけを聴く</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>{name}: natural to clean</source>
        <translation>{name}：ナチュラル～クリーン</translation>
    </message>
    <message>
        <source>{name}: remove to isolate</source>
        <translation>{name}：除去～分離</translation>
    </message>
</context>
<context>
    <name>TrackRow</name>
    <message>
        <source>Frequencies of {name}</source>
        <translation>{name} の周波数</translation>
    </message>
    <message>
        <source>Spectrogram of {name}</source>
        <translation>{name} のスペクトログラム</translation>
    </message>
    <message>
        <source>Waveform of {name}</source>
        <translation>{name} の波形</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>The sound output stopped answering. Press play to try again.</source>
        <translation>サウンド出力が応答しなくなりました。再生を押して再試行してください。</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>, the pitch goes with it</source>
        <translation>、ピッチも変わります</translation>
    </message>
    <message>
        <source>, the pitch stays</source>
        <translation>、ピッチは保たれます</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Export stems</source>
        <translation>ステムを書き出す</translation>
    </message>
    <message>
        <source>Gaps since it was opened: {count}</source>
        <translation>開いてからの音切れ：{count}</translation>
    </message>
    <message>
        <source>Loop the selection</source>
        <translation>選択範囲をループ</translation>
    </message>
    <message>
        <source>No sound output</source>
        <translation>サウンド出力なし</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>録音を開く</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>一時停止 (Space)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>再生 (Space)</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>再生または一時停止</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Sound output</source>
        <translation>サウンド出力</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed {speed}</source>
        <translation>速度 {speed}</translation>
    </message>
    <message>
        <source>Stop and return</source>
        <translation>停止して戻る</translation>
    </message>
    <message>
        <source>System output</source>
        <translation>システム出力</translation>
    </message>
    <message>
        <source>Volume in dB</source>
        <translation>音量 (dB)</translation>
    </message>
    <message>
        <source>Volume {db} dB</source>
        <translation>音量 {db} dB</translation>
    </message>
    <message>
        <source>Whole recording</source>
        <translation>録音全体</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
</context>
<context>
    <name>ViewHandler</name>
    <message>
        <source>&amp;Theme: dark</source>
        <translation>テーマ：ダーク(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Theme: high contrast</source>
        <translation>テーマ：ハイコントラスト(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Theme: light</source>
        <translation>テーマ：ライト(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Theme: system</source>
        <translation>テーマ：システム(&amp;T)</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Being tested…</source>
        <translation>テスト中…</translation>
    </message>
    <message>
        <source>Everything runs on this computer. No account, nothing is uploaded.</source>
        <translation>すべてこのコンピューター上で動作します。アカウント不要、アップロードもありません。</translation>
    </message>
    <message>
        <source>Hear an example</source>
        <translation>サンプルを聴く</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Models go to</source>
        <translation>モデルの保存先</translation>
    </message>
    <message>
        <source>Opens “{title}” and separates it</source>
        <translation>「{title}」を開いて分離します</translation>
    </message>
    <message>
        <source>Say what you want to hear</source>
        <translation>聴きたい音を言葉で</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>分離</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>サウンド</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>Welcome to AudioSep</source>
        <translation>AudioSep へようこそ</translation>
    </message>
    <message>
        <source>{folder} ({free} free)</source>
        <translation>{folder} (空き {free})</translation>
    </message>
</context>
<context>
    <name>accessible</name>
    <message>
        <source>, {low} to {high} Hz</source>
        <translation>、{low}～{high} Hz</translation>
    </message>
    <message>
        <source>Playhead {at}</source>
        <translation>再生ヘッド {at}</translation>
    </message>
    <message>
        <source>in view {start} to {end}</source>
        <translation>{start}～{end} を表示中</translation>
    </message>
    <message>
        <source>nothing selected</source>
        <translation>選択なし</translation>
    </message>
    <message>
        <source>selected {start} to {end}</source>
        <translation>{start}～{end} を選択中</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>AudioSep could not start.</source>
        <translation>AudioSep を起動できませんでした。</translation>
    </message>
    <message>
        <source>Your recordings and projects are safe. “--safe-mode” starts with default settings.

The log is {path}</source>
        <translation>録音とプロジェクトは無事です。「--safe-mode」を付けると既定の設定で起動します。

ログ：{path}</translation>
    </message>
    <message>
        <source>nowhere: its folder cannot be written</source>
        <translation>なし：フォルダーに書き込めません</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Amount of “{name}”</source>
        <translation>「{name}」の量</translation>
    </message>
    <message>
        <source>Clean or natural “{name}”</source>
        <translation>「{name}」のクリーン／ナチュラル</translation>
    </message>
    <message>
        <source>Colour of “{name}”</source>
        <translation>「{name}」の色</translation>
    </message>
    <message>
        <source>Count “{name}” in the sum</source>
        <translation>「{name}」を合計に含める</translation>
    </message>
    <message>
        <source>Duplicate “{name}”</source>
        <translation>「{name}」を複製</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>その他すべて</translation>
    </message>
    <message>
        <source>Gain of “{name}”</source>
        <translation>「{name}」のゲイン</translation>
    </message>
    <message>
        <source>Leave “{name}” out of the sum</source>
        <translation>「{name}」を合計から除く</translation>
    </message>
    <message>
        <source>Make “{name}” again</source>
        <translation>「{name}」を作り直す</translation>
    </message>
    <message>
        <source>Move “{name}”</source>
        <translation>「{name}」を移動</translation>
    </message>
    <message>
        <source>Mute “{name}”</source>
        <translation>「{name}」をミュート</translation>
    </message>
    <message>
        <source>Pan of “{name}”</source>
        <translation>「{name}」のパン</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>録音</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>「{name}」を削除</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>「{name}」の名前を変更</translation>
    </message>
    <message>
        <source>Separate “{name}”</source>
        <translation>「{name}」を分離</translation>
    </message>
    <message>
        <source>Separate “{name}” and {count} more</source>
        <translation>「{name}」他 {count} 件を分離</translation>
    </message>
    <message>
        <source>Solo “{name}”</source>
        <translation>「{name}」をソロ</translation>
    </message>
    <message>
        <source>Unmute “{name}”</source>
        <translation>「{name}」のミュートを解除</translation>
    </message>
    <message>
        <source>Unsolo “{name}”</source>
        <translation>「{name}」のソロを解除</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Audacity labels (*.txt)</source>
        <translation>Audacity ラベル (*.txt)</translation>
    </message>
    <message>
        <source>Audio and video ({patterns})</source>
        <translation>音声と動画 ({patterns})</translation>
    </message>
    <message>
        <source>Audio, video and projects ({patterns})</source>
        <translation>音声、動画、プロジェクト ({patterns})</translation>
    </message>
    <message>
        <source>AudioSep project (*.asproj)</source>
        <translation>AudioSep プロジェクト (*.asproj)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>カンマ区切り値 (*.csv)</translation>
    </message>
    <message>
        <source>Save labels</source>
        <translation>ラベルを保存</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>プロジェクトを別名で保存</translation>
    </message>
    <message>
        <source>Where is the recording now?</source>
        <translation>録音は今どこにありますか？</translation>
    </message>
    <message>
        <source>Models ({patterns})</source>
        <translation>モデル ({patterns})</translation>
    </message>
    <message>
        <source>Open a project (a folder that ends in “.asproj”)</source>
        <translation>プロジェクトを開く (「.asproj」で終わるフォルダー)</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>録音を開く</translation>
    </message>
    <message>
        <source>Use a model file</source>
        <translation>モデルファイルを使う</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source> · memory {used} of {there} GB</source>
        <translation> · メモリ {used} / {there} GB</translation>
    </message>
    <message>
        <source>the Apple GPU</source>
        <translation>Apple GPU</translation>
    </message>
    <message>
        <source>the graphics card</source>
        <translation>グラフィックカード</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>{model} on {device}</source>
        <translation>{model}（{device}）</translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>A piano with drums</source>
        <translation>ドラムとピアノ</translation>
    </message>
    <message>
        <source>A siren in a street</source>
        <translation>通りのサイレン</translation>
    </message>
    <message>
        <source>A voice in the rain</source>
        <translation>雨の中の声</translation>
    </message>
</context>
<context>
    <name>leaving</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>保存しない</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>作業を続ける</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation>保存せずに終了</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save and quit</source>
        <translation>保存して終了</translation>
    </message>
    <message>
        <source>Save “{name}”?</source>
        <translation>「{name}」を保存しますか？</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>停止して終了</translation>
    </message>
    <message>
        <source>Stopping keeps nothing of it but downloads, which go on the next time. Exported files are safe.</source>
        <translation>停止すると、次回続けられるダウンロード以外は残りません。書き出し済みのファイルは無事です。</translation>
    </message>
    <message>
        <source>The stem {names} is lost if you don’t save it.</source>
        <translation>保存しないとステム {names} は失われます。</translation>
    </message>
    <message>
        <source>The stems {names} are lost if you don’t save them.</source>
        <translation>保存しないとステム {names} は失われます。</translation>
    </message>
    <message>
        <source>Work is still running.</source>
        <translation>作業がまだ実行中です。</translation>
    </message>
    <message>
        <source>Work is still running: quitting stops it. What is finished of it can be saved.</source>
        <translation>作業がまだ実行中です：終了すると停止します。完了した分は保存できます。</translation>
    </message>
    <message>
        <source>Your changes are lost if you don’t save them.</source>
        <translation>保存しないと変更は失われます。</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}、他 {count} 件</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names}、{last}</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>「{name}」</translation>
    </message>
</context>
<context>
    <name>match</name>
    <message>
        <source>Good match</source>
        <translation>よく一致</translation>
    </message>
    <message>
        <source>May not be there</source>
        <translation>ない可能性あり</translation>
    </message>
    <message>
        <source>Weak match</source>
        <translation>弱い一致</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Another program is getting it; waiting for that</source>
        <translation>他のプログラムが取得中です。待っています</translation>
    </message>
    <message>
        <source>Checking what is here</source>
        <translation>取得済みの分を確認中</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>プログラムに付属</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Downloading “{title}”: {done} of {total}</source>
        <translation>「{title}」をダウンロード中：{done} / {total}</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>ライセンス：{licence}</translation>
    </message>
    <message>
        <source>Making it ready for use</source>
        <translation>使用準備中</translation>
    </message>
    <message>
        <source>Making “{title}” ready for use</source>
        <translation>「{title}」を使用準備中</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>ファイルを読み込み中</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>削除中</translation>
    </message>
    <message>
        <source>Removing “{title}”</source>
        <translation>「{title}」を削除中</translation>
    </message>
    <message>
        <source>Waiting for the one before</source>
        <translation>前の処理を待っています</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{size} on this computer</source>
        <translation>このコンピューターで {size}</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>ダウンロード {size}</translation>
    </message>
    <message>
        <source>“{title}”: {what}</source>
        <translation>「{title}」：{what}</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>But not: {words}</source>
        <translation>除外：{words}</translation>
    </message>
    <message>
        <source>Does not count in the sum, and is heard only in solo. Σ lets it count.</source>
        <translation>合計に含まれず、ソロでのみ聴こえます。Σ で合計に含めます。</translation>
    </message>
    <message>
        <source>Does not sum to the original</source>
        <translation>合計が原音と一致しません</translation>
    </message>
    <message>
        <source>Failed, nothing was made</source>
        <translation>失敗、何も作られていません</translation>
    </message>
    <message>
        <source>Failed, parts are kept</source>
        <translation>失敗、一部は残っています</translation>
    </message>
    <message>
        <source>Measured in places all over: the stems that count and this are the recording, {level}.</source>
        <translation>各所で測定：合計に含まれるステムとこれで録音になります ({level})。</translation>
    </message>
    <message>
        <source>Measured on what is played: the stems that count and this are the recording, {level}.</source>
        <translation>再生音で測定：合計に含まれるステムとこれで録音になります ({level})。</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>モデル：{name}</translation>
    </message>
    <message>
        <source>Nothing matched above −60 dB</source>
        <translation>−60 dB を超える一致なし</translation>
    </message>
    <message>
        <source>Overlapping stems claim more than there is at
{places}:
the same sound is in two of them.</source>
        <translation>重なったステムが、実際にある音より多くを占めています:
{places}
同じ音が2つのステムに入っています。</translation>
    </message>
    <message>
        <source>Recording minus the stems</source>
        <translation>録音からステムを除いたもの</translation>
    </message>
    <message>
        <source>Separating {percent} %</source>
        <translation>分離中 {percent} %</translation>
    </message>
    <message>
        <source>Stems overlap in one place</source>
        <translation>ステムの重なり 1 か所</translation>
    </message>
    <message>
        <source>Stems overlap in {n} places</source>
        <translation>ステムの重なり {n} か所</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>Stopped, parts are kept</source>
        <translation>停止、一部は残っています</translation>
    </message>
    <message>
        <source>Sums to the original ✓</source>
        <translation>合計が原音と一致 ✓</translation>
    </message>
    <message>
        <source>Take one of them out of the sum (Σ).</source>
        <translation>どれか1つを合計から外してください (Σ)。</translation>
    </message>
    <message>
        <source>The stems and this do not give the recording back. Separate again what sounds wrong.</source>
        <translation>ステムとこれを合わせても録音に戻りません。おかしく聴こえるものを再分離してください。</translation>
    </message>
    <message>
        <source>The whole recording: no stem counts</source>
        <translation>録音全体：合計に含まれるステムなし</translation>
    </message>
    <message>
        <source>Waiting for the engine</source>
        <translation>エンジンを待っています</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>完全に一致</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>モノラル</translation>
    </message>
    <message>
        <source>not in the sum</source>
        <translation>合計に含めない</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>ステレオ</translation>
    </message>
    <message>
        <source>to {db} dBFS</source>
        <translation>差 {db} dBFS</translation>
    </message>
    <message>
        <source>{n} channels</source>
        <translation>{n} チャンネル</translation>
    </message>
    <message>
        <source>{places} and {count} more</source>
        <translation>{places}、ほか{count}か所</translation>
    </message>
</context>
<context>
    <name>preferences</name>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Cache folder</source>
        <translation>キャッシュフォルダー</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Everything runs on this computer</source>
        <translation>すべてこのコンピューターで動作</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>システムに従う</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Keep the computer awake while a job runs</source>
        <translation>ジョブの実行中はスリープしない</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>キーとマウス</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Models and storage</source>
        <translation>モデルと保存領域</translation>
    </message>
    <message>
        <source>Models folder</source>
        <translation>モデルフォルダー</translation>
    </message>
    <message>
        <source>Models stay where they are; another folder is used from the next start.</source>
        <translation>モデルは移動しません。別のフォルダーは次回の起動から使われます。</translation>
    </message>
    <message>
        <source>Otherwise it scrolls the stems, and Ctrl+wheel zooms.</source>
        <translation>オフの場合はステムをスクロールし、Ctrl+ホイールでズームします。</translation>
    </message>
    <message>
        <source>Output device</source>
        <translation>出力デバイス</translation>
    </message>
    <message>
        <source>Play a sound when a long job is done</source>
        <translation>長いジョブの完了時に音を鳴らす</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>プライバシー</translation>
    </message>
    <message>
        <source>Recordings, words and results stay here. There is no telemetry, no account and no check for updates, so there is nothing to switch off. The internet is used only when you download a model.</source>
        <translation>録音、言葉、結果はすべてこのコンピューターに留まります。テレメトリ、アカウント、更新確認はないため、オフにする項目もありません。インターネットはモデルのダウンロード時にのみ使われます。</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>サウンド</translation>
    </message>
    <message>
        <source>Stopping goes back to where playing began</source>
        <translation>停止すると再生開始位置に戻る</translation>
    </message>
    <message>
        <source>Tell when a long job is done</source>
        <translation>長いジョブの完了を知らせる</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字サイズ</translation>
    </message>
    <message>
        <source>The wheel zooms</source>
        <translation>ホイールでズーム</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Translations other than English are machine-made and not yet reviewed.</source>
        <translation>英語以外の翻訳は機械によるもので、まだ確認されていません。</translation>
    </message>
    <message>
        <source>Unfinished work and the pictures of recordings. Another folder is used from the next start.</source>
        <translation>未完了の作業と録音の画像。別のフォルダーは次回の起動から使われます。</translation>
    </message>
    <message>
        <source>With a notification, while another window is in front.</source>
        <translation>他のウィンドウが前面にあるとき、通知で知らせます。</translation>
    </message>
</context>
<context>
    <name>recipe</name>
    <message>
        <source>Asked for: {words}</source>
        <translation>指定した音：{words}</translation>
    </message>
    <message>
        <source>But not: {words}</source>
        <translation>除外：{words}</translation>
    </message>
    <message>
        <source>From {start} to {end}</source>
        <translation>{start}～{end}</translation>
    </message>
    <message>
        <source>Model: {name}</source>
        <translation>モデル：{name}</translation>
    </message>
    <message>
        <source>Together with: {words}</source>
        <translation>同時に指定：{words}</translation>
    </message>
</context>
<context>
    <name>region_commands</name>
    <message>
        <source>Add region</source>
        <translation>リージョンを追加</translation>
    </message>
    <message>
        <source>Add {n} regions</source>
        <translation>{n} 個のリージョンを追加</translation>
    </message>
    <message>
        <source>Change region</source>
        <translation>リージョンを変更</translation>
    </message>
    <message>
        <source>Delete region</source>
        <translation>リージョンを削除</translation>
    </message>
    <message>
        <source>Delete {n} regions</source>
        <translation>{n} 個のリージョンを削除</translation>
    </message>
    <message>
        <source>Rename region</source>
        <translation>リージョンの名前を変更</translation>
    </message>
</context>
<context>
    <name>registry</name>
    <message>
        <source>&amp;About</source>
        <translation>AudioSep について(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back 1 s</source>
        <translation>1 秒戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>一括処理(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>両方(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Close recording</source>
        <translation>録音を閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Compare: recording / stems</source>
        <translation>比較：録音／ステム(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>レポートをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Count in the sum, or not</source>
        <translation>合計に含める／含めない(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete region</source>
        <translation>リージョンを削除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>複製(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>はじめに(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Forward 1 s</source>
        <translation>1 秒進む(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Free memory</source>
        <translation>メモリを解放(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全画面表示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Hear alone</source>
        <translation>単独で聴く(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Import more…</source>
        <translation>さらに取り込む(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>ジョブ(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>キーとマウス(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>ループ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Make the stem again</source>
        <translation>ステムを作り直す(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>モデル(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>ミュート(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>再生(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>設定(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Previous region</source>
        <translation>前のリージョン(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Recording alone</source>
        <translation>録音のみ(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Remove stem</source>
        <translation>ステムを削除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>プロジェクトを保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Separate</source>
        <translation>分離(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop and return</source>
        <translation>停止して戻る(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme: follow the system</source>
        <translation>テーマ：システムに従う(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>ツール(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Usual speed</source>
        <translation>通常の速度(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;What can I ask?</source>
        <translation>何を指定できますか？(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Where is it?</source>
        <translation>どこにある？(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Whole recording</source>
        <translation>録音全体(&amp;W)</translation>
    </message>
    <message>
        <source>Add re&amp;gion</source>
        <translation>リージョンを追加(&amp;G)</translation>
    </message>
    <message>
        <source>All fre&amp;quencies</source>
        <translation>全周波数(&amp;Q)</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+ホイール</translation>
    </message>
    <message>
        <source>Ask w&amp;ithin this stem</source>
        <translation>このステムの中を対象にする(&amp;I)</translation>
    </message>
    <message>
        <source>Back 0.1 s</source>
        <translation>0.1 秒戻る</translation>
    </message>
    <message>
        <source>Back 5 s</source>
        <translation>5 秒戻る</translation>
    </message>
    <message>
        <source>Clear loop ran&amp;ge</source>
        <translation>ループ範囲を消去(&amp;G)</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>クリック</translation>
    </message>
    <message>
        <source>Com&amp;pact rows</source>
        <translation>コンパクト表示(&amp;P)</translation>
    </message>
    <message>
        <source>Compare bl&amp;ind</source>
        <translation>ブラインド比較(&amp;I)</translation>
    </message>
    <message>
        <source>Copy as &amp;file</source>
        <translation>ファイルとしてコピー(&amp;F)</translation>
    </message>
    <message>
        <source>Copy as command li&amp;ne</source>
        <translation>コマンドラインとしてコピー(&amp;N)</translation>
    </message>
    <message>
        <source>Copy the recipe (&amp;JSON)</source>
        <translation>レシピをコピー (JSON)(&amp;J)</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Ctrl+ドラッグ</translation>
    </message>
    <message>
        <source>Ctrl+wheel, pinch</source>
        <translation>Ctrl+ホイール、ピンチ</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>ダブルクリック</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Drag in the ruler</source>
        <translation>ルーラーをドラッグ</translation>
    </message>
    <message>
        <source>Drag in the spectrogram (Q)</source>
        <translation>スペクトログラムをドラッグ (Q)</translation>
    </message>
    <message>
        <source>Draw a time × frequency box; drag its edges and corners to adjust it</source>
        <translation>時間×周波数のボックスを描く。辺や角をドラッグして調整</translation>
    </message>
    <message>
        <source>Draw the loop range; drag its edges to adjust it</source>
        <translation>ループ範囲を描く。端をドラッグして調整</translation>
    </message>
    <message>
        <source>Export selected s&amp;tem…</source>
        <translation>選択したステムを書き出す(&amp;T)…</translation>
    </message>
    <message>
        <source>Extend to the &amp;left by 1 s</source>
        <translation>左へ 1 秒広げる(&amp;L)</translation>
    </message>
    <message>
        <source>Extend to the &amp;right by 1 s</source>
        <translation>右へ 1 秒広げる(&amp;R)</translation>
    </message>
    <message>
        <source>Forward 0.1 s</source>
        <translation>0.1 秒進む</translation>
    </message>
    <message>
        <source>Forward 5 s</source>
        <translation>5 秒進む</translation>
    </message>
    <message>
        <source>Hear the first phrasing</source>
        <translation>1つ目の言い回しを聴く</translation>
    </message>
    <message>
        <source>Hear the second phrasing</source>
        <translation>2つ目の言い回しを聴く</translation>
    </message>
    <message>
        <source>Hear the third phrasing</source>
        <translation>3つ目の言い回しを聴く</translation>
    </message>
    <message>
        <source>Hits to &amp;regions</source>
        <translation>検出箇所をリージョンに(&amp;R)</translation>
    </message>
    <message>
        <source>Middle-drag</source>
        <translation>中ボタンドラッグ</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上へ移動(&amp;U)</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>下へ移動(&amp;W)</translation>
    </message>
    <message>
        <source>Move it finely; double-click resets it</source>
        <translation>微調整する。ダブルクリックでリセット</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>表示位置を動かす</translation>
    </message>
    <message>
        <source>Next &amp;hit</source>
        <translation>次の検出箇所(&amp;H)</translation>
    </message>
    <message>
        <source>Next reg&amp;ion</source>
        <translation>次のリージョン(&amp;I)</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>ログフォルダーを開く(&amp;L)</translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
        <translation>プロジェクトを開く(&amp;P)…</translation>
    </message>
    <message>
        <source>Place the playhead</source>
        <translation>再生ヘッドを置く</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>前の検出箇所</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>名前を変更(&amp;N)</translation>
    </message>
    <message>
        <source>Rena&amp;me region</source>
        <translation>リージョンの名前を変更(&amp;M)</translation>
    </message>
    <message>
        <source>Restart the en&amp;gine</source>
        <translation>エンジンを再起動(&amp;G)</translation>
    </message>
    <message>
        <source>Right-click</source>
        <translation>右クリック</translation>
    </message>
    <message>
        <source>S&amp;olo</source>
        <translation>ソロ(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;pectrogram</source>
        <translation>スペクトログラム(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;top the work</source>
        <translation>作業を停止(&amp;C)</translation>
    </message>
    <message>
        <source>Save hits as la&amp;bels…</source>
        <translation>検出箇所をラベルとして保存(&amp;B)…</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>プロジェクトを別名で保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Say wh&amp;at to hear</source>
        <translation>聴きたい音を入力(&amp;A)</translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation>時間方向にスクロール</translation>
    </message>
    <message>
        <source>Scroll the stems</source>
        <translation>ステムをスクロール</translation>
    </message>
    <message>
        <source>Scrub</source>
        <translation>スクラブ</translation>
    </message>
    <message>
        <source>Se&amp;lect</source>
        <translation>選択(&amp;L)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>選択を解除(&amp;N)</translation>
    </message>
    <message>
        <source>Select &amp;what is visible</source>
        <translation>表示範囲を選択(&amp;W)</translation>
    </message>
    <message>
        <source>Select a stretch; drag an edge to adjust it, Shift+click to extend it</source>
        <translation>範囲を選択。端をドラッグで調整、Shift+クリックで拡張</translation>
    </message>
    <message>
        <source>Select the region or hit; elsewhere everything, or nothing</source>
        <translation>リージョンや検出箇所を選択。それ以外では全体または解除</translation>
    </message>
    <message>
        <source>Separate in e&amp;very region</source>
        <translation>各リージョンで分離(&amp;V)</translation>
    </message>
    <message>
        <source>Shift+drag on a slider</source>
        <translation>スライダー上で Shift+ドラッグ</translation>
    </message>
    <message>
        <source>Shift+wheel, sideways swipe</source>
        <translation>Shift+ホイール、横スワイプ</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>遅く(&amp;W)</translation>
    </message>
    <message>
        <source>Snap to &amp;zero crossings</source>
        <translation>ゼロクロスにスナップ(&amp;Z)</translation>
    </message>
    <message>
        <source>Ste&amp;m</source>
        <translation>ステム(&amp;M)</translation>
    </message>
    <message>
        <source>Stop &amp;always returns</source>
        <translation>停止時に必ず戻る(&amp;A)</translation>
    </message>
    <message>
        <source>Wavefor&amp;m</source>
        <translation>波形(&amp;M)</translation>
    </message>
    <message>
        <source>Zoom to&amp;ggle</source>
        <translation>ズームを切り替え(&amp;G)</translation>
    </message>
    <message>
        <source>Selection &amp;ends at playhead</source>
        <translation>再生ヘッドを選択範囲の終わりに(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Play / pause</source>
        <translation>再生／一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Compare e&amp;qually loud</source>
        <translation>同じ音量で比較(&amp;Q)</translation>
    </message>
    <message>
        <source>Faste&amp;r</source>
        <translation>速く(&amp;R)</translation>
    </message>
    <message>
        <source>Loop s&amp;election</source>
        <translation>選択範囲をループ(&amp;E)</translation>
    </message>
    <message>
        <source>Pla&amp;y selection</source>
        <translation>選択範囲を再生(&amp;Y)</translation>
    </message>
    <message>
        <source>Selection &amp;starts at playhead</source>
        <translation>再生ヘッドを選択範囲の始まりに(&amp;S)</translation>
    </message>
    <message>
        <source>Sounds &amp;like the selection</source>
        <translation>選択範囲に似た音(&amp;L)</translation>
    </message>
    <message>
        <source>Spectrogram s&amp;ettings…</source>
        <translation>スペクトログラムの設定(&amp;E)…</translation>
    </message>
    <message>
        <source>Stem &amp;1 alone</source>
        <translation>ステム &amp;1 のみ</translation>
    </message>
    <message>
        <source>Stem &amp;2 alone</source>
        <translation>ステム &amp;2 のみ</translation>
    </message>
    <message>
        <source>Stem &amp;3 alone</source>
        <translation>ステム &amp;3 のみ</translation>
    </message>
    <message>
        <source>Stem &amp;4 alone</source>
        <translation>ステム &amp;4 のみ</translation>
    </message>
    <message>
        <source>Stem &amp;5 alone</source>
        <translation>ステム &amp;5 のみ</translation>
    </message>
    <message>
        <source>Stem &amp;6 alone</source>
        <translation>ステム &amp;6 のみ</translation>
    </message>
    <message>
        <source>Stem &amp;7 alone</source>
        <translation>ステム &amp;7 のみ</translation>
    </message>
    <message>
        <source>Stem &amp;8 alone</source>
        <translation>ステム &amp;8 のみ</translation>
    </message>
    <message>
        <source>Stem &amp;9 alone</source>
        <translation>ステム &amp;9 のみ</translation>
    </message>
    <message>
        <source>Time × frequency &amp;box</source>
        <translation>時間×周波数のボックス(&amp;B)</translation>
    </message>
    <message>
        <source>To the e&amp;nd</source>
        <translation>末尾へ(&amp;N)</translation>
    </message>
    <message>
        <source>To the s&amp;tart</source>
        <translation>先頭へ(&amp;T)</translation>
    </message>
    <message>
        <source>Try &amp;phrasings</source>
        <translation>言い回しを試す(&amp;P)</translation>
    </message>
    <message>
        <source>Waveform over spect&amp;rogram</source>
        <translation>スペクトログラムに波形を重ねる(&amp;R)</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>ここでできること</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>ホイール</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>ポインター位置でズーム</translation>
    </message>
    <message>
        <source>Zoom in frequency</source>
        <translation>周波数方向にズーム</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>選択範囲にズーム(&amp;S)</translation>
    </message>
</context>
<context>
    <name>spoken</name>
    <message>
        <source>, from {low} to {high} hertz</source>
        <translation>、{low}～{high} ヘルツ</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 時間</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 秒</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>選択なし</translation>
    </message>
    <message>
        <source>Selected from {start} to {end}, {length} long</source>
        <translation>{start}～{end} を選択中、長さ {length}</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} 時間</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} 秒</translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>Its sounds are in its folder “stems”.</source>
        <translation>音は中の「stems」フォルダーにあります。</translation>
    </message>
    <message>
        <source>This project is damaged: it could not be read. Nothing in it was changed.</source>
        <translation>このプロジェクトは破損していて読み取れませんでした。中身は何も変更されていません。</translation>
    </message>
    <message>
        <source>This project was saved by a newer version of AudioSep ({version}). Nothing in it was changed.</source>
        <translation>このプロジェクトはより新しい AudioSep ({version}) で保存されました。中身は何も変更されていません。</translation>
    </message>
    <message>
        <source>Update AudioSep to open it.</source>
        <translation>開くには AudioSep を更新してください。</translation>
    </message>
</context>
</TS>
