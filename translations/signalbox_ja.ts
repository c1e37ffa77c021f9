<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_US">
<context>
    <name>Activity</name>
    <message>
        <source>Cancelled</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>The agent&apos;s run failed</source>
        <translation>エージェントの実行が失敗</translation>
    </message>
    <message>
        <source>Healed: %1</source>
        <translation>修復済み: %1</translation>
    </message>
    <message>
        <source>Retry passed, recorded as flaky test</source>
        <translation>再試行で成功、不安定なテストとして記録</translation>
    </message>
    <message>
        <source>Passed, nothing to heal</source>
        <translation>成功、修復不要</translation>
    </message>
    <message>
        <source>Escalated, left to people</source>
        <translation>エスカレート済み、人に委ねました</translation>
    </message>
    <message>
        <source>The pipeline was cancelled</source>
        <translation>パイプラインがキャンセルされました</translation>
    </message>
    <message>
        <source>Rejected as not a failure</source>
        <translation>却下、失敗ではない</translation>
    </message>
    <message>
        <source>Waits for a person there, nothing to heal</source>
        <translation>先方で人を待機中、修復不要</translation>
    </message>
</context>
<context>
    <name>Aside</name>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>passed after %1</source>
        <translation>%1 で成功</translation>
    </message>
    <message>
        <source>still failing after %1</source>
        <translation>%1 後も失敗</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>%1 を待機</translation>
    </message>
    <message>
        <source>offered after %1</source>
        <translation>%1 後に提案</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Re-runs failed jobs</source>
        <translation>失敗ジョブを再実行</translation>
    </message>
    <message>
        <source>Re-ran failed jobs</source>
        <translation>失敗ジョブを再実行した</translation>
    </message>
    <message>
        <source>Re-runs with debug output</source>
        <translation>デバッグ出力付きで再実行</translation>
    </message>
    <message>
        <source>Re-ran with debug output</source>
        <translation>デバッグ出力付きで再実行した</translation>
    </message>
    <message>
        <source>Re-runs after the cache</source>
        <translation>キャッシュ削除後に再実行</translation>
    </message>
    <message>
        <source>Re-ran after the cache</source>
        <translation>キャッシュ削除後に再実行した</translation>
    </message>
    <message>
        <source>Deletes cache</source>
        <translation>キャッシュを削除</translation>
    </message>
    <message>
        <source>Deleted cache</source>
        <translation>キャッシュを削除した</translation>
    </message>
    <message>
        <source>Empties package cache</source>
        <translation>パッケージキャッシュを空にする</translation>
    </message>
    <message>
        <source>Emptied package cache</source>
        <translation>パッケージキャッシュを空にした</translation>
    </message>
    <message>
        <source>Runs npm</source>
        <translation>npm を実行</translation>
    </message>
    <message>
        <source>Ran npm</source>
        <translation>npm を実行した</translation>
    </message>
    <message>
        <source>Writes the lockfile</source>
        <translation>ロックファイルを書き込む</translation>
    </message>
    <message>
        <source>Wrote the lockfile</source>
        <translation>ロックファイルを書き込んだ</translation>
    </message>
    <message>
        <source>Copies the project</source>
        <translation>プロジェクトを複製</translation>
    </message>
    <message>
        <source>Copied the project</source>
        <translation>プロジェクトを複製した</translation>
    </message>
    <message>
        <source>Begins a step</source>
        <translation>ステップを開始</translation>
    </message>
    <message>
        <source>Did a step</source>
        <translation>ステップを実行した</translation>
    </message>
    <message>
        <source>Began the log</source>
        <translation>ログを開始</translation>
    </message>
    <message>
        <source>Started pipeline</source>
        <translation>パイプラインを開始</translation>
    </message>
    <message>
        <source>Added line</source>
        <translation>ラインを追加</translation>
    </message>
    <message>
        <source>Accepted policy</source>
        <translation>ポリシーを承認</translation>
    </message>
    <message>
        <source>Asked for a decision</source>
        <translation>判断を依頼</translation>
    </message>
    <message>
        <source>Took back</source>
        <translation>取り消し</translation>
    </message>
    <message>
        <source>Closed approval</source>
        <translation>承認を終了</translation>
    </message>
    <message>
        <source>Marked an outcome</source>
        <translation>結果を評価</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Cancelled run</source>
        <translation>実行を中止</translation>
    </message>
    <message>
        <source>Resumed run</source>
        <translation>実行を再開</translation>
    </message>
    <message>
        <source>Forked run</source>
        <translation>実行を分岐</translation>
    </message>
    <message>
        <source>Forgot a pattern</source>
        <translation>パターンを削除</translation>
    </message>
    <message>
        <source>Imported patterns</source>
        <translation>パターンを取り込み</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>却下済み</translation>
    </message>
    <message>
        <source>Asked for more</source>
        <translation>追加情報を求めた</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>決定済み</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>実行 %1</translation>
    </message>
    <message>
        <source>all lines</source>
        <translation>すべてのライン</translation>
    </message>
    <message>
        <source>Step failed</source>
        <translation>ステップ失敗</translation>
    </message>
    <message>
        <source>%1, automatic</source>
        <translation>%1、自動</translation>
    </message>
    <message>
        <source>%1, escalated</source>
        <translation>%1、エスカレーション</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>回答済み</translation>
    </message>
    <message>
        <source>Switched a pattern</source>
        <translation>パターンを切り替え</translation>
    </message>
    <message>
        <source>Proposed policy</source>
        <translation>ポリシーを提案</translation>
    </message>
    <message>
        <source>Changed retention</source>
        <translation>保存期間を変更</translation>
    </message>
    <message>
        <source>Pruned the store</source>
        <translation>ストアを整理</translation>
    </message>
    <message>
        <source>Hidden until the second decides</source>
        <translation>2 人目が決めるまで非表示</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 から %2</translation>
    </message>
    <message>
        <source>store</source>
        <translation>ストア</translation>
    </message>
    <message>
        <source>The first policy of the line</source>
        <translation>このラインの最初のポリシー</translation>
    </message>
    <message>
        <source>Nothing in it is looser</source>
        <translation>緩くなった箇所なし</translation>
    </message>
    <message>
        <source>Approves deployment</source>
        <translation>デプロイを承認中</translation>
    </message>
    <message>
        <source>Approved deployment</source>
        <translation>デプロイを承認</translation>
    </message>
    <message>
        <source>Rejects deployment</source>
        <translation>デプロイを却下中</translation>
    </message>
    <message>
        <source>Rejected deployment</source>
        <translation>デプロイを却下</translation>
    </message>
    <message>
        <source>Removed line</source>
        <translation>ラインを削除</translation>
    </message>
    <message>
        <source>Added receiver</source>
        <translation>通知先を追加</translation>
    </message>
    <message>
        <source>Removed receiver</source>
        <translation>通知先を削除</translation>
    </message>
    <message>
        <source>Set the model</source>
        <translation>モデルを設定</translation>
    </message>
    <message>
        <source>Removed the model</source>
        <translation>モデルを解除</translation>
    </message>
    <message>
        <source>Turned healing on</source>
        <translation>修復を有効化</translation>
    </message>
    <message>
        <source>Turned healing off</source>
        <translation>修復を無効化</translation>
    </message>
    <message>
        <source>Replaced token</source>
        <translation>トークンを置き換え</translation>
    </message>
    <message>
        <source>Kept secret</source>
        <translation>シークレットを保管</translation>
    </message>
    <message>
        <source>Removed secret</source>
        <translation>シークレットを削除</translation>
    </message>
    <message>
        <source>Turned webhooks on</source>
        <translation>Webhook をオンにした</translation>
    </message>
    <message>
        <source>Turned webhooks off</source>
        <translation>Webhook をオフにした</translation>
    </message>
    <message>
        <source>Moved webhooks</source>
        <translation>Webhook のアドレスを変更</translation>
    </message>
    <message>
        <source>Writes to the issue</source>
        <translation>Issue に書き込み中</translation>
    </message>
    <message>
        <source>Wrote to the issue</source>
        <translation>Issue に書き込みました</translation>
    </message>
    <message>
        <source>Asks the model</source>
        <translation>モデルに問い合わせ中</translation>
    </message>
    <message>
        <source>Asked the model</source>
        <translation>モデルに問い合わせました</translation>
    </message>
    <message>
        <source>Checks out the commit</source>
        <translation>コミットを取得中</translation>
    </message>
    <message>
        <source>Checked out the commit</source>
        <translation>コミットを取得しました</translation>
    </message>
    <message>
        <source>Looks at the gate</source>
        <translation>ゲートを確認中</translation>
    </message>
    <message>
        <source>Looked at the gate</source>
        <translation>ゲートを確認しました</translation>
    </message>
    <message>
        <source>Offers a change</source>
        <translation>変更を提案中</translation>
    </message>
    <message>
        <source>Offered a change</source>
        <translation>変更を提案しました</translation>
    </message>
</context>
<context>
    <name>ChartNotes</name>
    <message>
        <source>no data</source>
        <translation>データなし</translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>steady</source>
        <translation>横ばい</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>上昇中</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>下降中</translation>
    </message>
    <message>
        <source>%1, passed at %2.</source>
        <translation>%1、%2 に通過。</translation>
    </message>
    <message>
        <source>%1, not passed.</source>
        <translation>%1、未通過。</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 時間</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1前の値</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>%1 時点</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, no data.</source>
        <translation>%1、データなし。</translation>
    </message>
    <message>
        <source>%1, %2, from %3 to %4, %5.</source>
        <translation>%1、%2、%3 から %4、%5。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>Computer</name>
    <message>
        <source>Disk space</source>
        <translation>ディスク容量</translation>
    </message>
    <message>
        <source>Sandbox (bubblewrap)</source>
        <translation>サンドボックス (bubblewrap)</translation>
    </message>
    <message>
        <source>keeps local jobs apart</source>
        <translation>ローカルジョブを隔離</translation>
    </message>
    <message>
        <source>C++ compiler</source>
        <translation>C++ コンパイラー</translation>
    </message>
    <message>
        <source>for one line of the demo</source>
        <translation>デモの 1 ラインで使用</translation>
    </message>
    <message>
        <source>npm</source>
        <translation>npm</translation>
    </message>
    <message>
        <source>for npm installs</source>
        <translation>npm インストールで使用</translation>
    </message>
    <message>
        <source>Job supervisor</source>
        <translation>ジョブ監視</translation>
    </message>
    <message>
        <source>%1 free, %2 needed</source>
        <translation>空き %1、必要 %2</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>Not found. Optional, %1.</source>
        <translation>見つからない。任意、%1。</translation>
    </message>
    <message>
        <source>Needed: %1</source>
        <translation>必要: %1</translation>
    </message>
    <message>
        <source>for a .gitlab-ci.yml</source>
        <translation>.gitlab-ci.yml で使用</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>%L1&#x202f;s</source>
        <translation>%L1&#x202f;秒</translation>
    </message>
    <message numerus="yes">
        <source>%n rights missing</source>
        <translation>
            <numerusform>権限不足 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No data for %1</source>
        <translation>%1 データなし</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>未テスト</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>none is set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>環境変数</translation>
    </message>
    <message>
        <source>file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>キーチェーン</translation>
    </message>
    <message>
        <source>sealed file</source>
        <translation>暗号化ファイル</translation>
    </message>
    <message>
        <source>this session only</source>
        <translation>このセッションのみ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, expires %2</source>
        <translation>%1、有効期限 %2</translation>
    </message>
    <message>
        <source>Webhook, polling every %1 when silent</source>
        <translation>Webhook、無通知時は %1 ごとに確認</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Polling every %1</source>
        <translation>%1 ごとに確認</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>No connections.</source>
        <translation>接続はありません。</translation>
    </message>
    <message>
        <source>Lines of this computer need none.</source>
        <translation>このコンピューターのラインには不要です。</translation>
    </message>
    <message numerus="yes">
        <source>%n lack a right</source>
        <translation>
            <numerusform>%n 件は権限不足</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n give no data</source>
        <translation>
            <numerusform>%n 件はデータなし</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not tried yet</source>
        <translation>
            <numerusform>%n 件は未テスト</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n connections work.</source>
        <translation>
            <numerusform>%n 件中 %1 件の接続が正常です。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Local CI</source>
        <translation>ローカル CI</translation>
    </message>
    <message>
        <source>No connections</source>
        <translation>接続なし</translation>
    </message>
    <message>
        <source>No data from %1.</source>
        <translation>%1 からデータがありません。</translation>
    </message>
    <message>
        <source>It is asked again by itself. Check its address and the connection of this computer.</source>
        <translation>自動的に再度問い合わせます。アドレスとこのコンピュータの接続を確認してください。</translation>
    </message>
    <message>
        <source>%1 did not take the last message.</source>
        <translation>%1 は最後のメッセージを受け取りませんでした。</translation>
    </message>
    <message>
        <source>What was not taken waits, and is sent again.</source>
        <translation>受け取られなかったものは待機し、再送されます。</translation>
    </message>
    <message>
        <source>It does not work now.</source>
        <translation>現在動作していません。</translation>
    </message>
</context>
<context>
    <name>ContributionWords</name>
    <message>
        <source>%1 lowers risk by %2.</source>
        <translation>%1 はリスクを %2 下げます。</translation>
    </message>
    <message>
        <source>%1 raises risk by %2.</source>
        <translation>%1 はリスクを %2 上げます。</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>%1 Reason: %2</source>
        <translation>%1 理由: %2</translation>
    </message>
    <message>
        <source>The approval ended. The run does not wait for it any more.</source>
        <translation>承認は終了。実行はもう待っていない。</translation>
    </message>
    <message>
        <source>The approval ended. %1 replaces %2.</source>
        <translation>承認は終了。%1 が %2 を置き換え。</translation>
    </message>
    <message>
        <source>Time passed at %1. %2.</source>
        <translation>%1 に期限切れ。%2。</translation>
    </message>
    <message>
        <source>%1 is of another commit, %2.</source>
        <translation>%1 は別のコミット %2 のもの。</translation>
    </message>
    <message>
        <source>%1 is %2&#x202f;min old, limit %3&#x202f;min.</source>
        <translation>%1 は %2&#x202f;分前の値、上限 %3&#x202f;分。</translation>
    </message>
    <message>
        <source>Approve is locked.</source>
        <translation>承認はロック中。</translation>
    </message>
    <message>
        <source>%1 does not answer since %2.</source>
        <translation>%1 は %2 から応答なし。</translation>
    </message>
    <message>
        <source>Approving is an override.</source>
        <translation>承認は根拠に反する。</translation>
    </message>
    <message>
        <source>%1. Decided at %2 by %3.</source>
        <translation>%1。%2 に %3 が決定。</translation>
    </message>
    <message>
        <source>The approval ended. A newer commit or request replaces it, or its run has passed meanwhile.</source>
        <translation>承認は終了しました。新しいコミットまたは要求に置き換えられたか、実行がその後成功しました。</translation>
    </message>
    <message>
        <source>A question is needed.</source>
        <translation>質問が必要です。</translation>
    </message>
    <message>
        <source>An answer needs words.</source>
        <translation>回答の文が必要です。</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>理由が必要です。</translation>
    </message>
    <message>
        <source>Approving is an override here. A reason of at least %1 characters is needed.</source>
        <translation>この承認は根拠に反する。%1 文字以上の理由が必要です。</translation>
    </message>
    <message>
        <source>The risk is critical. Type %1 to approve.</source>
        <translation>リスクは重大です。承認するには %1 と入力してください。</translation>
    </message>
    <message>
        <source>Your approval does not count for this request. Another person has to decide.</source>
        <translation>あなたの承認はこの依頼では数えられません。別の人が決定する必要があります。</translation>
    </message>
    <message>
        <source>The evidence is stale: %1</source>
        <translation>根拠が古くなっています: %1</translation>
    </message>
    <message>
        <source>You have approved already. The second approval comes from another person.</source>
        <translation>すでに承認しています。2 件目の承認は別の人が行います。</translation>
    </message>
    <message>
        <source>Nothing was asked that waits for an answer.</source>
        <translation>回答待ちの質問はありません。</translation>
    </message>
    <message>
        <source>It is held already. It can be approved or rejected.</source>
        <translation>すでに保留中です。承認または却下できます。</translation>
    </message>
</context>
<context>
    <name>Deployment</name>
    <message>
        <source>What changes</source>
        <translation>変更内容</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>コミット</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>ブランチ</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>不明: %1</translation>
    </message>
    <message>
        <source>%1 knows of nothing that was deployed there.</source>
        <translation>%1 にはそこへのデプロイの記録がありません。</translation>
    </message>
    <message>
        <source>There now</source>
        <translation>現在のバージョン</translation>
    </message>
    <message numerus="yes">
        <source>%n commits</source>
        <translation>
            <numerusform>%n コミット</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n files</source>
        <translation>
            <numerusform>%1、%n ファイル</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, at least %n files</source>
        <translation>
            <numerusform>%1、%n ファイル以上</numerusform>
        </translation>
    </message>
    <message>
        <source>By rule: the policy always asks for %1.</source>
        <translation>規則による: %1 は常に承認が必要です。</translation>
    </message>
    <message>
        <source>By rule: the name %1 says production.</source>
        <translation>規則による: 名前 %1 は本番を示します。</translation>
    </message>
    <message>
        <source>By rule: every deployment is at least medium.</source>
        <translation>規則による: デプロイは少なくとも中です。</translation>
    </message>
    <message>
        <source>Release risk</source>
        <translation>リリースリスク</translation>
    </message>
    <message>
        <source>No score. This release was not measured.</source>
        <translation>スコアなし。このリリースは測定されていません。</translation>
    </message>
    <message>
        <source>Changes are frozen: %1</source>
        <translation>変更凍結中: %1</translation>
    </message>
    <message>
        <source>The policy cannot be read: %1</source>
        <translation>ポリシーを読めません: %1</translation>
    </message>
    <message>
        <source>team %1</source>
        <translation>チーム %1</translation>
    </message>
    <message>
        <source>Any of %1 may approve there, the policy needs %2.</source>
        <translation>そこでは %1 人の誰でも承認できますが、ポリシーは %2 人を求めます。</translation>
    </message>
    <message numerus="yes">
        <source>Any member of %n teams may approve there, the policy needs %1.</source>
        <translation>
            <numerusform>そこでは %n チームの誰でも承認できますが、ポリシーは %1 人を求めます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Any of %1 and of %n teams may approve there, the policy needs %2.</source>
        <translation>
            <numerusform>そこでは %1 人と %n チームの誰でも承認できますが、ポリシーは %2 人を求めます。</numerusform>
        </translation>
    </message>
    <message>
        <source>One reviewer is enough on %1.</source>
        <translation>%1 ではレビュアー 1 人で足ります。</translation>
    </message>
    <message>
        <source>Administrators may skip the gate.</source>
        <translation>管理者はゲートを省略できます。</translation>
    </message>
    <message>
        <source>&quot;Allow administrators to bypass&quot; is on.</source>
        <translation>「Allow administrators to bypass」がオンです。</translation>
    </message>
    <message>
        <source>Turn off on %1</source>
        <translation>%1 でオフにする</translation>
    </message>
    <message>
        <source>The author may approve.</source>
        <translation>作成者が承認できます。</translation>
    </message>
    <message>
        <source>&quot;Prevent self-review&quot; is off.</source>
        <translation>「Prevent self-review」がオフです。</translation>
    </message>
    <message>
        <source>Turn on on %1</source>
        <translation>%1 でオンにする</translation>
    </message>
    <message>
        <source>Any branch may ask</source>
        <translation>どのブランチも要求できます</translation>
    </message>
    <message>
        <source>Protected branches only</source>
        <translation>保護ブランチのみ</translation>
    </message>
    <message>
        <source>Selected branches and tags only</source>
        <translation>選択したブランチとタグのみ</translation>
    </message>
    <message>
        <source>Who can let this through</source>
        <translation>通過させられる人</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>レビュアー</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>ブランチ</translation>
    </message>
    <message>
        <source>Its other ways around are not known: %1</source>
        <translation>ほかの迂回路は不明: %1</translation>
    </message>
    <message>
        <source>%1 does not tell whether administrators may skip the gate.</source>
        <translation>管理者がゲートを省略できるかは %1 から得られません。</translation>
    </message>
    <message>
        <source>%1 does not tell whether the author may approve.</source>
        <translation>作成者が承認できるかは %1 から得られません。</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>jobs of this run</source>
        <translation>この実行のジョブ</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>影響範囲</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>The jobs of %1 start</source>
        <translation>%1 のジョブが始まります</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>They do not run, the run fails</source>
        <translation>ジョブは動かず、実行は失敗します</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>タイマー</translation>
    </message>
    <message numerus="yes">
        <source>They start %n minutes after the run reached the gate, or later</source>
        <translation>
            <numerusform>実行がゲートに着いてから %n 分後以降に始まります</numerusform>
        </translation>
    </message>
    <message>
        <source>What %1 gets</source>
        <translation>%1 に送る内容</translation>
    </message>
    <message>
        <source>review of environment %1</source>
        <translation>環境 %1 のレビュー</translation>
    </message>
    <message>
        <source>Agent view</source>
        <translation>エージェントの見解</translation>
    </message>
    <message>
        <source>Shown last on purpose</source>
        <translation>意図的に最後に表示</translation>
    </message>
    <message>
        <source>%1 refused the last decision: %2</source>
        <translation>%1 が前回の決定を拒否: %2</translation>
    </message>
    <message>
        <source>The token here is no reviewer of %1. Decide on %2, it is honoured here.</source>
        <translation>ここのトークンは %1 のレビュアーではありません。%2 で決定してください。ここでも有効です。</translation>
    </message>
    <message>
        <source>No recommendation. The run waits at a gate of %1, nothing was judged.</source>
        <translation>推奨なし。実行は %1 のゲートで待機中で、判定はしていません。</translation>
    </message>
    <message>
        <source>Asked by %1 at %2, environment %3, run #%4.</source>
        <translation>%2 に %1 が依頼、環境 %3、実行 #%4。</translation>
    </message>
    <message>
        <source>Enforced</source>
        <translation>強制</translation>
    </message>
    <message>
        <source>Advisory</source>
        <translation>強制なし</translation>
    </message>
    <message>
        <source>Not known whether enforced</source>
        <translation>強制かどうか不明</translation>
    </message>
    <message numerus="yes">
        <source>Advisory: %n ways around this gate, listed below.</source>
        <translation>
            <numerusform>強制なし: このゲートの迂回路が %n 件、以下に表示。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Sent 5&#x202f;s after you approve, your reason at the end. Sent once; if %1 does not answer, it is asked first whether it was taken.</source>
        <translation>承認の 5&#x202f;秒後に、末尾に理由を付けて送信。送信は一度だけで、%1 が応答しないときは、届いたかをまず確かめます。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 を %2 へ</translation>
    </message>
    <message>
        <source>Job %1 starts</source>
        <translation>ジョブ %1 が始まります</translation>
    </message>
    <message>
        <source>It is cancelled, the run ends there</source>
        <translation>ジョブは取り消され、実行はそこで終わります</translation>
    </message>
    <message>
        <source>%1 is told to start or to cancel the job, and keeps no comment: your reason stays here.</source>
        <translation>%1 にはジョブの開始か取り消しだけが伝わり、コメントは残りません。理由はここに残ります。</translation>
    </message>
    <message>
        <source>Nobody is asked there.</source>
        <translation>そこでは誰にも確認されません。</translation>
    </message>
    <message>
        <source>Whoever may run the job on %1 can start it, its author too.</source>
        <translation>%1 でジョブを実行できる人は誰でも、作成者でも開始できます。</translation>
    </message>
    <message>
        <source>Administrators may approve too.</source>
        <translation>管理者も承認できます。</translation>
    </message>
    <message>
        <source>%1 lets them approve any deployment.</source>
        <translation>%1 では管理者がどのデプロイも承認できます。</translation>
    </message>
    <message>
        <source>&quot;Allow pipeline triggerer to approve deployment&quot; is on.</source>
        <translation>「Allow pipeline triggerer to approve deployment」がオンです。</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <translation>%1 が承認</translation>
    </message>
    <message>
        <source>rejected by %1</source>
        <translation>%1 が却下</translation>
    </message>
    <message>
        <source>Said before</source>
        <translation>これまでの判断</translation>
    </message>
    <message>
        <source>Needed there</source>
        <translation>そこで必要</translation>
    </message>
    <message numerus="yes">
        <source>%n approvals</source>
        <translation>
            <numerusform>承認 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has not taken it yet.</source>
        <translation>%1 はまだ受け取っていません。</translation>
    </message>
    <message>
        <source>%1 has taken it.</source>
        <translation>%1 が受け取りました。</translation>
    </message>
    <message>
        <source>%1 refused it, a person is asked again.</source>
        <translation>%1 が拒否しました。もう一度確認されます。</translation>
    </message>
    <message>
        <source>%1 refused it, a person is asked again: %2</source>
        <translation>%1 が拒否しました。もう一度確認されます: %2</translation>
    </message>
    <message>
        <source>%1 did not get it.</source>
        <translation>%1 には届きませんでした。</translation>
    </message>
    <message>
        <source>%1 did not get it: %2</source>
        <translation>%1 には届きませんでした: %2</translation>
    </message>
    <message>
        <source>%1 has taken it. It is approved here, and had %2 of %3 approvals there then.</source>
        <translation>%1 が受け取りました。こちらでは承認済みで、その時点での先方の承認は %3 件中 %2 件でした。</translation>
    </message>
    <message>
        <source>answer of protection rule %1</source>
        <translation>保護ルール %1 の回答</translation>
    </message>
    <message>
        <source>Gate by protection rule</source>
        <translation>保護ルールで守る</translation>
    </message>
    <message>
        <source>Protection rule</source>
        <translation>保護ルール</translation>
    </message>
    <message>
        <source>%1, which only Signalbox answers</source>
        <translation>%1。回答できるのは Signalbox だけです</translation>
    </message>
    <message>
        <source>Reviewers besides</source>
        <translation>別に必要なレビュアー</translation>
    </message>
    <message>
        <source>Nobody answers for this rule on %1. A reviewer who rejects there is honoured and recorded here, once.</source>
        <translation>%1 でこのルールに代わって回答する人はいません。そこでレビュアーが却下した場合は有効とし、ここに一度だけ記録します。</translation>
    </message>
    <message>
        <source>What is decided on %1 ends this here.</source>
        <translation>%1 で判断されると、ここでの待機も終わります。</translation>
    </message>
    <message>
        <source>The jobs of %1 start once protection rule %2 lets them through.</source>
        <translation>保護ルール %2 が通すと %1 のジョブが始まります。</translation>
    </message>
    <message>
        <source>Waits for protection rule %1 on %2. That is not decided here.</source>
        <translation>%2 の保護ルール %1 を待っています。ここでは判断しません。</translation>
    </message>
    <message>
        <source>Waits for rule %1</source>
        <translation>ルール %1 を待機中</translation>
    </message>
    <message>
        <source>%1 has taken it, but has not started the job: %2</source>
        <translation>%1 は受け付けましたが、ジョブを開始しませんでした: %2</translation>
    </message>
    <message>
        <source>On %1: %2.</source>
        <translation>%1 では: %2。</translation>
    </message>
    <message>
        <source>The jobs of %1 start once the others have let them through: %2</source>
        <translation>ほかの承認がそろうと %1 のジョブが始まります: %2</translation>
    </message>
    <message>
        <source>%1 has taken it. It goes on once the others have decided: %2.</source>
        <translation>%1 が受け付けました。ほかの判断がそろうと先に進みます: %2。</translation>
    </message>
    <message>
        <source>protection rule %1</source>
        <translation>保護ルール %1</translation>
    </message>
    <message>
        <source>Rules besides</source>
        <translation>ほかのルール</translation>
    </message>
    <message>
        <source>A decision made on %1 is honoured and recorded here, once. One that breaks the policy is marked in Audit and told to both approvers.</source>
        <translation>%1 での決定はここでも有効で、一度だけ記録されます。ポリシーに反するものは監査に印が付き、両方の承認者に知らされます。</translation>
    </message>
    <message>
        <source>Past releases</source>
        <translation>過去のリリース</translation>
    </message>
    <message>
        <source>%1 tells of no release to %2 that has ended.</source>
        <translation>%1 には、%2 への終了したリリースがありません。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the last %n to %2 went well</source>
        <translation>
            <numerusform>%2 への直近 %n 件中 %1 件が成功</numerusform>
        </translation>
    </message>
    <message>
        <source>rejected there</source>
        <translation>先方で却下</translation>
    </message>
    <message>
        <source>approved there</source>
        <translation>先方で承認</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>間に合わず</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>not taken yet</source>
        <translation>未受理</translation>
    </message>
    <message>
        <source>refused there</source>
        <translation>先方が拒否</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>What %1 was to get</source>
        <translation>%1 に送られるはずだった内容</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>This is no longer in the store.</source>
        <translation>これはもうストアにない。</translation>
    </message>
    <message>
        <source>Go back to the list.</source>
        <translation>一覧に戻る。</translation>
    </message>
    <message>
        <source>This was refused as incomplete.</source>
        <translation>不完全なため拒否された。</translation>
    </message>
    <message>
        <source>Fill in the marked field and try again.</source>
        <translation>印の付いた欄を入力して再試行。</translation>
    </message>
    <message>
        <source>The decision was not recorded, it was decided, changed or timed out meanwhile.</source>
        <translation>決定は記録されなかった。その間に決定、変更、または期限切れ。</translation>
    </message>
    <message>
        <source>Look at the newest state and decide again.</source>
        <translation>最新の状態を確認して再度判断。</translation>
    </message>
    <message>
        <source>The store or a file could not be read or written.</source>
        <translation>ストアまたはファイルを読み書きできなかった。</translation>
    </message>
    <message>
        <source>Check free space and rights of the data folder, then try again.</source>
        <translation>データフォルダーの空き容量と権限を確認して再試行。</translation>
    </message>
    <message>
        <source>The CI system cannot be reached.</source>
        <translation>CI システムに接続できない。</translation>
    </message>
    <message>
        <source>Check the connection and try again.</source>
        <translation>接続を確認して再試行。</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>時間内に応答がなかった。</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>1 分後に再試行。</translation>
    </message>
    <message>
        <source>This was cancelled before it ended.</source>
        <translation>終了前に中止された。</translation>
    </message>
    <message>
        <source>Start it again when you want it.</source>
        <translation>必要なら再度開始。</translation>
    </message>
    <message>
        <source>Signalbox made a mistake, nothing was changed.</source>
        <translation>Signalbox の誤り。何も変更されていない。</translation>
    </message>
    <message>
        <source>Try again, then report it.</source>
        <translation>再試行し、続くなら報告。</translation>
    </message>
    <message>
        <source>The others are shown. Put a backup of the store in its place.</source>
        <translation>ほかは表示しています。ストアをバックアップに置き換えてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) cannot be read: %1.</source>
        <translation>
            <numerusform>%n 件の実行を読み取れません: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approval(s) cannot be read: %1.</source>
        <translation>
            <numerusform>%n 件の承認を読み取れません: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>the store cannot be written</source>
        <translation>保存先に書き込めません</translation>
    </message>
    <message>
        <source>The token was not accepted.</source>
        <translation>トークンが受け付けられませんでした。</translation>
    </message>
    <message>
        <source>Put a valid one in its place and try again.</source>
        <translation>有効なものに替えて再試行。</translation>
    </message>
</context>
<context>
    <name>Escalation</name>
    <message>
        <source>What failed</source>
        <translation>失敗した箇所</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>終了コード %1</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Decides for</source>
        <translation>決定の対象</translation>
    </message>
    <message>
        <source>and those that join</source>
        <translation>および追加されるもの</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>No line of the log explains the failure.</source>
        <translation>失敗を説明するログ行なし。</translation>
    </message>
    <message>
        <source>Confidence %1</source>
        <translation>確信度 %1</translation>
    </message>
    <message>
        <source>the policy asks a person</source>
        <translation>ポリシーにより人が判断</translation>
    </message>
    <message>
        <source>the policy forbids it</source>
        <translation>ポリシーで禁止</translation>
    </message>
    <message>
        <source>the limit is spent</source>
        <translation>上限に到達</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未試行</translation>
    </message>
    <message numerus="yes">
        <source>%1, worked %2 of %n times before</source>
        <translation>
            <numerusform>%1、以前は %n 回中 %2 回有効</numerusform>
        </translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>試した内容</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%2 件中 %1 件失敗</translation>
    </message>
    <message>
        <source>attempt %1, passed</source>
        <translation>試行 %1、成功</translation>
    </message>
    <message>
        <source>attempt %1, still failing</source>
        <translation>試行 %1、失敗のまま</translation>
    </message>
    <message>
        <source>Nothing was tried. %1</source>
        <translation>何も試していない。%1</translation>
    </message>
    <message>
        <source>You repair it. The run ends as escalated</source>
        <translation>あなたが修正。実行はエスカレーションで終了</translation>
    </message>
    <message>
        <source>The fix runs once, then the job is verified</source>
        <translation>修正を 1 回実行し、ジョブを検証</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>影響範囲</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>No other job</source>
        <translation>ほかのジョブなし</translation>
    </message>
    <message>
        <source>Counts as not a failure, nothing runs</source>
        <translation>失敗とみなさず、何も実行しない</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Stays here, the clock runs on</source>
        <translation>ここに残り、時計は進む</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>The job ran isolated</source>
        <translation>ジョブは隔離して実行</translation>
    </message>
    <message>
        <source>The job ran without isolation</source>
        <translation>ジョブは隔離なしで実行</translation>
    </message>
    <message>
        <source>Not seen before</source>
        <translation>初めての失敗</translation>
    </message>
    <message numerus="yes">
        <source>Seen %n times before</source>
        <translation>
            <numerusform>以前に %n 回発生</numerusform>
        </translation>
    </message>
    <message>
        <source>Transient, may pass when run again</source>
        <translation>一時的、再実行で成功しうる</translation>
    </message>
    <message>
        <source>Not transient, a re-run changes nothing</source>
        <translation>一時的でない、再実行しても変わらない</translation>
    </message>
    <message>
        <source>Not known whether it is transient</source>
        <translation>一時的かどうか不明</translation>
    </message>
    <message>
        <source>Strongest reason against: %1 has not been tried.</source>
        <translation>最大の反対理由: %1 は未試行。</translation>
    </message>
    <message>
        <source>Strongest reason against: it is transient and may pass when run again.</source>
        <translation>最大の反対理由: 一時的で、再実行で成功しうる。</translation>
    </message>
    <message>
        <source>No reason against is known.</source>
        <translation>反対理由は不明。</translation>
    </message>
    <message>
        <source>Agent view</source>
        <translation>エージェントの見解</translation>
    </message>
    <message>
        <source>Shown last on purpose</source>
        <translation>意図的に最後に表示</translation>
    </message>
    <message>
        <source>Recommends: %1.</source>
        <translation>推奨: %1。</translation>
    </message>
    <message>
        <source>the pattern is only suggested</source>
        <translation>このパターンは提案のみ</translation>
    </message>
    <message>
        <source>the pattern is off</source>
        <translation>このパターンはオフ</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>The run is looked at anew, once what keeps it from being seen is mended</source>
        <translation>妨げが解消された後、実行をもう一度確認します</translation>
    </message>
    <message>
        <source>checked, offered for review</source>
        <translation>検証済み、レビュー待ち</translation>
    </message>
    <message>
        <source>Pull request</source>
        <translation>プルリクエスト</translation>
    </message>
    <message>
        <source>The month&apos;s budget for the model is spent. Rules go on alone.</source>
        <translation>モデルの今月の予算を使い切りました。ルールだけで続けます。</translation>
    </message>
    <message>
        <source>The model&apos;s answer is left out: it was not of the form that was asked for.</source>
        <translation>モデルの回答は求めた形式ではなかったため、採用していません。</translation>
    </message>
    <message>
        <source>The model did not answer. Rules go on alone.</source>
        <translation>モデルから回答がありません。ルールだけで続けます。</translation>
    </message>
    <message>
        <source>The model did not answer a moment ago, and was not asked again. Rules go on alone.</source>
        <translation>モデルは直前に回答しなかったため、再び尋ねていません。ルールだけで続けます。</translation>
    </message>
    <message>
        <source>The model could not be asked: %1</source>
        <translation>モデルに尋ねられませんでした: %1</translation>
    </message>
    <message>
        <source>The model %1 recommends: %2. By its own word it is %3 % sure.</source>
        <translation>モデル %1 の推奨: %2。自己申告の確信度は %3 % です。</translation>
    </message>
    <message>
        <source>Against it, by the model: %1</source>
        <translation>モデルが挙げる反対理由: %1</translation>
    </message>
    <message>
        <source>Merge request</source>
        <translation>マージリクエスト</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>No issue</source>
        <translation>Issue なし</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>What was begun</source>
        <translation>開始した処理</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全区分</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>影響範囲</translation>
    </message>
    <message>
        <source>Counts as not happened, it is done once more</source>
        <translation>未実施とみなし、もう一度実行</translation>
    </message>
    <message>
        <source>Agent view</source>
        <translation>エージェントの見解</translation>
    </message>
    <message>
        <source>Shown last on purpose</source>
        <translation>意図的に最後に表示</translation>
    </message>
    <message>
        <source>The program ended between the act and its record. Nobody can tell whether it happened.</source>
        <translation>操作と記録の間でプログラムが終了。実施の有無は確認できない。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>取り消し済み</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>却下済み</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Approvers</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>Said so far</source>
        <translation>これまでの発言</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Nobody has decided yet.</source>
        <translation>まだ誰も決定していない。</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Escalated: %1</source>
        <translation>エスカレーション: %1</translation>
    </message>
    <message>
        <source>Unknown outcome: %1</source>
        <translation>結果不明: %1</translation>
    </message>
    <message>
        <source>A fork is about to act: %1</source>
        <translation>分岐が操作しようとしている: %1</translation>
    </message>
    <message>
        <source>Rehearsal: whatever is decided, nothing is done.</source>
        <translation>リハーサル: どう決めても何も実行されない。</translation>
    </message>
    <message>
        <source>Asked by %1 agent at %2.</source>
        <translation>%2 に %1 エージェントが依頼。</translation>
    </message>
    <message>
        <source>Commit by %1.</source>
        <translation>%1 のコミット。</translation>
    </message>
    <message numerus="yes">
        <source>%n approvers</source>
        <translation>
            <numerusform>承認者 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Policy: %1.</source>
        <translation>ポリシー: %1。</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>引き継ぐ</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>No decision: %1</source>
        <translation>決定なし: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, reason hidden until you decide</source>
        <translation>%1、理由は判断まで非表示</translation>
    </message>
    <message>
        <source>Second approver</source>
        <translation>2 人目の承認者</translation>
    </message>
    <message>
        <source>you are the author</source>
        <translation>あなたが作成者</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>あなたが依頼者</translation>
    </message>
    <message>
        <source>you do not count here</source>
        <translation>あなたは対象外</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>別の人</translation>
    </message>
    <message>
        <source>You, second approver</source>
        <translation>あなた、2 人目の承認者</translation>
    </message>
    <message>
        <source>not the author, not the first</source>
        <translation>作成者と 1 人目を除く</translation>
    </message>
    <message>
        <source>Two approvers</source>
        <translation>承認者 2 人</translation>
    </message>
    <message>
        <source>one approver, not the author</source>
        <translation>承認者 1 人、作成者を除く</translation>
    </message>
    <message>
        <source>one approver</source>
        <translation>承認者 1 人</translation>
    </message>
    <message>
        <source>two approvers, neither the author</source>
        <translation>承認者 2 人、作成者を除く</translation>
    </message>
    <message>
        <source>two approvers</source>
        <translation>承認者 2 人</translation>
    </message>
    <message numerus="yes">
        <source>%n approvers, not the author</source>
        <translation>
            <numerusform>承認者 %n 人、作成者を除く</numerusform>
        </translation>
    </message>
    <message>
        <source>The agent advises against it.</source>
        <translation>エージェントは反対。</translation>
    </message>
    <message>
        <source>A check failed.</source>
        <translation>検証が失敗。</translation>
    </message>
    <message>
        <source>Evidence is missing.</source>
        <translation>根拠が不足。</translation>
    </message>
    <message>
        <source>Changes are frozen now.</source>
        <translation>現在は変更凍結中。</translation>
    </message>
    <message>
        <source>Approving is an override.</source>
        <translation>承認は根拠に反する。</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>回答済み</translation>
    </message>
    <message>
        <source>Counts as failed, the step goes on without it</source>
        <translation>失敗とみなし、ステップはそれなしで続行</translation>
    </message>
    <message>
        <source>Approve: %1</source>
        <translation>承認: %1</translation>
    </message>
    <message>
        <source>Asked for more</source>
        <translation>追加情報を求めた</translation>
    </message>
    <message>
        <source>Approved: %1</source>
        <translation>承認済み: %1</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度確認</translation>
    </message>
    <message>
        <source>No decision: it waits there still</source>
        <translation>決定がない場合: そちらで引き続き待機</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>リスク</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>影響</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>送信内容</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>過去</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>見解</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>発言</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Not understood: %1.</source>
        <translation>解釈できません: %1。</translation>
    </message>
</context>
<context>
    <name>Gone</name>
    <message>
        <source>attempt %1 of the run has begun</source>
        <translation>実行の試行 %1 が始まりました</translation>
    </message>
    <message>
        <source>the run has ended, and passed</source>
        <translation>実行は成功して終わりました</translation>
    </message>
    <message>
        <source>the run has ended, and failed</source>
        <translation>実行は失敗して終わりました</translation>
    </message>
    <message>
        <source>the run has ended at a time limit</source>
        <translation>実行は制限時間で終わりました</translation>
    </message>
    <message>
        <source>the run was cancelled</source>
        <translation>実行は中止されました</translation>
    </message>
    <message>
        <source>the run was skipped</source>
        <translation>実行はスキップされました</translation>
    </message>
    <message>
        <source>the run has ended</source>
        <translation>実行は終わりました</translation>
    </message>
    <message>
        <source>it was let through there without a review</source>
        <translation>そこでレビューなしに通されました</translation>
    </message>
    <message>
        <source>it was let through there</source>
        <translation>そこで通されました</translation>
    </message>
    <message>
        <source>it was cancelled there</source>
        <translation>そこで中止されました</translation>
    </message>
    <message>
        <source>the run is not there any more</source>
        <translation>その実行はもうありません</translation>
    </message>
    <message>
        <source>run %1 deploys to %2 in its place</source>
        <translation>代わりに実行 %1 が %2 にデプロイします</translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes %1</source>
        <comment>%1: seconds, in words</comment>
        <translation>
            <numerusform>%n 分 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未到達</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>edge not taken</source>
        <translation>未通過</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>実行中 %1</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>待機中 %1</translation>
    </message>
    <message>
        <source>next in %1</source>
        <translation>次まで %1</translation>
    </message>
    <message>
        <source>failed, %1</source>
        <translation>失敗、%1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>waiting for a person</source>
        <translation>人の判断待ち</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1、%2 後</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, step %2 of %3</source>
        <translation>%1、ステップ %2 / %3</translation>
    </message>
    <message>
        <source>%1, attempt %2 of %3</source>
        <translation>%1、試行 %2 / %3</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>表示中</translation>
    </message>
    <message>
        <source>live</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 / %3</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), %1</source>
        <translation>
            <numerusform>%n ステップ、%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s) folded, press Enter to open</source>
        <translation>
            <numerusform>%1、%n ステップを折りたたみ中、Enter で開く</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lockfile</name>
    <message>
        <source>new, %1</source>
        <translation>新規、%1</translation>
    </message>
    <message>
        <source>removed, was %1</source>
        <translation>削除、以前は %1</translation>
    </message>
    <message>
        <source>%1, was %2</source>
        <translation>%1、以前は %2</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>パッケージ</translation>
    </message>
    <message numerus="yes">
        <source>%n change, %1 stay as they are</source>
        <translation>
            <numerusform>%n 件変更、%1 件はそのまま</numerusform>
        </translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>ほか %1 件。</translation>
    </message>
    <message>
        <source>No package changes its version.</source>
        <translation>バージョンの変わるパッケージなし。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message numerus="yes">
        <source>%n lines more are not shown.</source>
        <translation>
            <numerusform>ほか %n 行は非表示。</numerusform>
        </translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>失敗した箇所</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Healed by</source>
        <translation>修復方法</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>影響範囲</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>%1 is replaced, nothing else</source>
        <translation>%1 のみ置き換え</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>From then on</source>
        <translation>以後</translation>
    </message>
    <message>
        <source>npm ci needs %1</source>
        <translation>npm ci に %1 が必要</translation>
    </message>
    <message>
        <source>Agent view</source>
        <translation>エージェントの見解</translation>
    </message>
    <message>
        <source>Shown last on purpose</source>
        <translation>意図的に最後に表示</translation>
    </message>
    <message>
        <source>A clean install with this lockfile has passed in a copy of the project.</source>
        <translation>プロジェクトの複製で、このロックファイルによるクリーンインストールに成功。</translation>
    </message>
    <message>
        <source>new, a folder</source>
        <translation>新規、フォルダー</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Go to line</source>
        <translation>行へ移動</translation>
    </message>
    <message>
        <source>Line, 1 to %1</source>
        <translation>行、1 から %1</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>answered before, at no cost</source>
        <translation>以前の回答を使用、費用なし</translation>
    </message>
    <message>
        <source>%1 tokens read, %2 written</source>
        <translation>入力 %1 トークン、出力 %2 トークン</translation>
    </message>
    <message>
        <source>Asked %1, %2</source>
        <translation>%1 に質問、%2</translation>
    </message>
    <message>
        <source>%1 gave no answer</source>
        <translation>%1 から回答なし</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 の回答</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>不採用: %1</translation>
    </message>
    <message>
        <source>left out: %1; %2</source>
        <translation>不採用: %1; %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1 of %2 approvers. Rejects at %3.</source>
        <translation>承認者 %1 / %2。%3 に却下。</translation>
    </message>
    <message>
        <source>Kept held. Rejects at %1.</source>
        <translation>保留を継続。%1 に却下。</translation>
    </message>
    <message>
        <source>Rejects at %1.</source>
        <translation>%1 に却下。</translation>
    </message>
    <message>
        <source>Stays held at %1.</source>
        <translation>%1 以降も保留。</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>Time passed</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Waits there</source>
        <translation>先方で待機</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Approval: %1</source>
        <translation>承認: %1</translation>
    </message>
    <message>
        <source>Rejected at %1 without a decision.</source>
        <translation>決定がなければ %1 に却下。</translation>
    </message>
    <message>
        <source>Stays held at %1 without a decision.</source>
        <translation>決定がなければ %1 以降も保留。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>%1, risk %2. Decide by %3.</source>
        <translation>%1、リスク %2。%3 までに判断。</translation>
    </message>
    <message>
        <source>Second approval: %1</source>
        <translation>2 人目の承認: %1</translation>
    </message>
    <message>
        <source>%1. First approval at %2. Decide by %3.</source>
        <translation>%1。1 人目の承認 %2。%3 までに判断。</translation>
    </message>
    <message>
        <source>5&#x202f;min left: %1</source>
        <translation>残り 5&#x202f;分: %1</translation>
    </message>
    <message>
        <source>1&#x202f;min left: %1</source>
        <translation>残り 1&#x202f;分: %1</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>却下: %1</translation>
    </message>
    <message>
        <source>No decision by %1.</source>
        <translation>%1 までに決定なし。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message numerus="yes">
        <source>%n events in 10&#x202f;min</source>
        <translation>
            <numerusform>10&#x202f;分間に %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held for you.</source>
        <translation>
            <numerusform>%n 件承認待ち。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open overview</source>
        <translation>概要を開く</translation>
    </message>
    <message>
        <source>Let through by %1.</source>
        <translation>%1 が通過させました。</translation>
    </message>
    <message>
        <source>They are the author.</source>
        <translation>作成者本人です。</translation>
    </message>
    <message>
        <source>They may not decide this.</source>
        <translation>この人には判断する資格がありません。</translation>
    </message>
    <message>
        <source>The policy needs %1.</source>
        <translation>ポリシーでは %1 人が必要です。</translation>
    </message>
    <message>
        <source>Policy broken: %1</source>
        <translation>ポリシー違反: %1</translation>
    </message>
    <message numerus="yes">
        <source>Silent for %n min.</source>
        <translation>
            <numerusform>%n 分間応答なし。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n releases are held.</source>
        <translation>
            <numerusform>%n 件のリリースが保留中です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines show their last state.</source>
        <translation>ラインは最後の状態を表示しています。</translation>
    </message>
    <message>
        <source>No data: %1</source>
        <translation>データなし: %1</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Now</source>
        <translation>今</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>ライン</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Held, %1 left</source>
        <translation>保留中、残り %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Locked: not possible now</source>
        <translation>ロック中: 今は不可</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>ロック中: %1</translation>
    </message>
    <message>
        <source>People</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>監査記録</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>実行はまだない</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Asks a person</source>
        <translation>人に確認</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Time to decide, min</source>
        <translation>決定までの時間 (分)</translation>
    </message>
    <message>
        <source>A person below confidence</source>
        <translation>人に渡す確信度の下限</translation>
    </message>
    <message>
        <source>Retries a run</source>
        <translation>実行ごとの再試行</translation>
    </message>
    <message>
        <source>Automatic actions an hour</source>
        <translation>1 時間の自動操作</translation>
    </message>
    <message>
        <source>Money a month, $</source>
        <translation>月の費用 ($)</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Agents on their own</source>
        <translation>エージェント単独</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 から %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>PolicyReview</name>
    <message>
        <source>the default</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>%1, was %2</source>
        <translation>%1、以前は %2</translation>
    </message>
    <message>
        <source>looser</source>
        <translation>緩和</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>変更内容</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) looser</source>
        <translation>
            <numerusform>%n 件を緩和</numerusform>
        </translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>影響範囲</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>It is in force from then on</source>
        <translation>以後このポリシーが有効になります</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>The policy accepted last stays in force</source>
        <translation>最後に承認されたポリシーが引き続き有効です</translation>
    </message>
    <message>
        <source>Until then</source>
        <translation>それまで</translation>
    </message>
    <message>
        <source>The policy accepted last is in force</source>
        <translation>最後に承認されたポリシーが有効です</translation>
    </message>
    <message>
        <source>Policy of %1</source>
        <translation>%1 のポリシー</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>%1. %2 of %3 approved</source>
        <translation>%1。%3 件中 %2 件承認</translation>
    </message>
    <message>
        <source>%1, escalated</source>
        <translation>%1、エスカレーション</translation>
    </message>
    <message>
        <source>%1, outcome unknown</source>
        <translation>%1、結果不明</translation>
    </message>
    <message>
        <source>%1, rehearsal</source>
        <translation>%1、リハーサル</translation>
    </message>
    <message>
        <source>%1. Held</source>
        <translation>%1。保留中</translation>
    </message>
    <message>
        <source>%1 by you</source>
        <translation>%1（あなた）</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Approved here</source>
        <translation>ここで承認</translation>
    </message>
    <message>
        <source>Rejected here</source>
        <translation>ここで却下</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>HTTP %1 in %L2&#x202f;ms</source>
        <translation>HTTP %1、%L2&#x202f;ミリ秒</translation>
    </message>
    <message>
        <source>Token expires %1</source>
        <translation>トークンの有効期限 %1</translation>
    </message>
    <message>
        <source>%1, token expires %2</source>
        <translation>%1、トークンの有効期限 %2</translation>
    </message>
    <message>
        <source>Allowed, there are none yet</source>
        <translation>許可、まだありません</translation>
    </message>
    <message numerus="yes">
        <source>Read %n runs, newest %1 ago</source>
        <translation>
            <numerusform>%n 件の実行、最新は %1 前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n runs, newest of %1</source>
        <translation>
            <numerusform>%n 件の実行、最新は %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Allowed, there are none</source>
        <translation>許可、ありません</translation>
    </message>
    <message>
        <source>A message was taken</source>
        <translation>メッセージは受け付けられました</translation>
    </message>
    <message>
        <source>It answered in %1</source>
        <translation>%1 で応答</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>Nothing can be watched here until it works.</source>
        <translation>動作するまで、ここでは何も監視できません。</translation>
    </message>
    <message>
        <source>Watching and healing work, the gate does not.</source>
        <translation>監視と修復は動作しますが、ゲートは動作しません。</translation>
    </message>
    <message>
        <source>Watching and the gate work, healing does not.</source>
        <translation>監視とゲートは動作しますが、修復は動作しません。</translation>
    </message>
    <message>
        <source>Failed jobs are re-run, but no change can be offered.</source>
        <translation>失敗したジョブは再実行されますが、変更は提案できません。</translation>
    </message>
    <message>
        <source>Watching and healing work; a decision would not get there.</source>
        <translation>監視と修復は動作しますが、決定は届きません。</translation>
    </message>
    <message>
        <source>What is to be told waits, and is sent once it works.</source>
        <translation>通知は待機し、動作したら送信されます。</translation>
    </message>
    <message>
        <source>Agents go on by rules alone.</source>
        <translation>エージェントはルールのみで続行します。</translation>
    </message>
    <message>
        <source>Signalbox cannot reach the server.</source>
        <translation>Signalbox はサーバーに接続できません。</translation>
    </message>
    <message>
        <source>Signalbox cannot sign in.</source>
        <translation>Signalbox はサインインできません。</translation>
    </message>
    <message>
        <source>Signalbox cannot read runs and logs.</source>
        <translation>Signalbox は実行とログを読めません。</translation>
    </message>
    <message>
        <source>Signalbox cannot read environments.</source>
        <translation>Signalbox は環境を読めません。</translation>
    </message>
    <message>
        <source>Signalbox cannot re-run failed jobs.</source>
        <translation>Signalbox は失敗したジョブを再実行できません。</translation>
    </message>
    <message>
        <source>Signalbox cannot open pull requests.</source>
        <translation>Signalbox はプルリクエストを作成できません。</translation>
    </message>
    <message>
        <source>Signalbox cannot review deployments.</source>
        <translation>Signalbox はデプロイをレビューできません。</translation>
    </message>
    <message>
        <source>Signalbox cannot deliver messages.</source>
        <translation>Signalbox はメッセージを届けられません。</translation>
    </message>
    <message>
        <source>The model does not answer.</source>
        <translation>モデルが応答しません。</translation>
    </message>
    <message>
        <source>Reach the server</source>
        <translation>サーバーへの接続</translation>
    </message>
    <message>
        <source>Reach %1</source>
        <translation>%1 への接続</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Read runs and logs</source>
        <translation>実行とログの読み取り</translation>
    </message>
    <message>
        <source>Read environments</source>
        <translation>環境の読み取り</translation>
    </message>
    <message>
        <source>Re-run failed jobs</source>
        <translation>失敗したジョブの再実行</translation>
    </message>
    <message>
        <source>Open pull requests</source>
        <translation>プルリクエストの作成</translation>
    </message>
    <message>
        <source>Review deployments</source>
        <translation>デプロイのレビュー</translation>
    </message>
    <message>
        <source>Deliver a message</source>
        <translation>メッセージの送信</translation>
    </message>
    <message>
        <source>Answer a question</source>
        <translation>質問への応答</translation>
    </message>
    <message>
        <source>Waits for the steps above</source>
        <translation>上の項目を待機中</translation>
    </message>
    <message>
        <source>The token lacks %1</source>
        <translation>トークンに %1 がありません</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Nothing is watched here</source>
        <translation>ここでは監視なし</translation>
    </message>
    <message>
        <source>Watching, healing</source>
        <translation>監視、修復</translation>
    </message>
    <message>
        <source>The gate is off here</source>
        <translation>ここではゲートがオフ</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>デプロイ</translation>
    </message>
    <message>
        <source>Healing is off here</source>
        <translation>ここでは修復がオフ</translation>
    </message>
    <message>
        <source>Healing</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>No change is offered</source>
        <translation>変更の提案なし</translation>
    </message>
    <message>
        <source>Healing, builds</source>
        <translation>修復、ビルド</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>助言</translation>
    </message>
    <message>
        <source>The token lacks %1.</source>
        <translation>トークンに %1 がありません。</translation>
    </message>
    <message>
        <source>%1 Add the right to the token and test again.</source>
        <translation>%1 トークンに権限を追加して再テストしてください。</translation>
    </message>
    <message>
        <source>Watching works, healing and the gate do not.</source>
        <translation>監視は動作しますが、修復とゲートは動作しません。</translation>
    </message>
    <message>
        <source>Watching and re-runs work, changes and the gate do not.</source>
        <translation>監視と再実行は動作しますが、変更とゲートは動作しません。</translation>
    </message>
    <message>
        <source>What a person must mend is told here, but not as an issue.</source>
        <translation>人が直すべきことはここに表示されますが、Issue にはなりません。</translation>
    </message>
    <message>
        <source>Signalbox cannot open issues.</source>
        <translation>Signalbox は Issue を作成できません。</translation>
    </message>
    <message>
        <source>Open issues</source>
        <translation>Issue の作成</translation>
    </message>
    <message>
        <source>No issue is opened</source>
        <translation>Issue は作成されません</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>エスカレーション</translation>
    </message>
    <message>
        <source>Missed deliveries are found by polling.</source>
        <translation>届かなかった通知は定期的な確認で見つけます。</translation>
    </message>
    <message>
        <source>Signalbox cannot read webhooks.</source>
        <translation>Signalbox は Webhook を読めません。</translation>
    </message>
    <message>
        <source>Read webhooks</source>
        <translation>Webhook の読み取り</translation>
    </message>
    <message>
        <source>Found by polling</source>
        <translation>定期的な確認で検出</translation>
    </message>
    <message>
        <source>Missed deliveries</source>
        <translation>届かなかった通知</translation>
    </message>
    <message>
        <source>A job that its time limit ended looks cancelled, and is not healed.</source>
        <translation>制限時間で終わったジョブは中止に見え、修復されません。</translation>
    </message>
    <message>
        <source>Signalbox cannot read why jobs ended.</source>
        <translation>Signalbox はジョブの終了理由を読み取れません。</translation>
    </message>
    <message>
        <source>Read why jobs ended</source>
        <translation>ジョブの終了理由の読み取り</translation>
    </message>
    <message>
        <source>Time-outs look cancelled</source>
        <translation>時間切れが中止に見える</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>制限時間</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>No runs yet.</source>
        <translation>実行なし。</translation>
    </message>
    <message>
        <source>No runs in progress.</source>
        <translation>進行中の実行なし。</translation>
    </message>
    <message numerus="yes">
        <source>%n runs in progress.</source>
        <translation>
            <numerusform>%n 件実行中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs in progress, %1 healing.</source>
        <translation>
            <numerusform>%n 件実行中、うち %1 件修復中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held for you.</source>
        <translation>
            <numerusform>%n 件承認待ち。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n 件失敗。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n healed.</source>
        <translation>
            <numerusform>%n 件修復済み。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed on a retry.</source>
        <translation>
            <numerusform>%n 件再試行で成功。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued.</source>
        <translation>
            <numerusform>%n 件待機中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs, more below</source>
        <translation>
            <numerusform>%n 件の実行、下に続きます</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n 件の実行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, looking on</source>
        <translation>%1、検索中</translation>
    </message>
    <message>
        <source>%1, more below</source>
        <translation>%1、下に続きます</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>%1, %2, line %3</source>
        <translation>%1、%2、%3 行目</translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message>
        <source>Next try in %1&#x202f;s.</source>
        <translation>%1&#x202f;秒後に再試行します。</translation>
    </message>
    <message>
        <source>Next try in %1&#x202f;min.</source>
        <translation>%1&#x202f;分後に再試行します。</translation>
    </message>
    <message>
        <source>Lines show their last state.</source>
        <translation>ラインは最後の状態を表示しています。</translation>
    </message>
    <message>
        <source>%1 does not answer since %2.</source>
        <translation>%2 から %1 が応答しません。</translation>
    </message>
    <message>
        <source>No data from %1 since %2.</source>
        <translation>%2 から %1 のデータがありません。</translation>
    </message>
    <message>
        <source>Decisions for it are sent once it answers again.</source>
        <translation>再び応答すると決定を送信します。</translation>
    </message>
    <message>
        <source>Runs of %1 are %2 old, it does not answer.</source>
        <translation>%1 の実行は %2 前のもので、応答がありません。</translation>
    </message>
    <message>
        <source>No data from %1 for %2.</source>
        <translation>%1 から %2 間データがありません。</translation>
    </message>
    <message>
        <source>No data from %1.</source>
        <translation>%1 からデータがありません。</translation>
    </message>
    <message>
        <source>No data: %1.</source>
        <translation>データなし: %1。</translation>
    </message>
</context>
<context>
    <name>StateEdit</name>
    <message>
        <source>true or false</source>
        <translation>真偽値</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字列</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>リスト</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>オブジェクト</translation>
    </message>
    <message>
        <source>This is not JSON: %1.</source>
        <translation>JSON ではない: %1。</translation>
    </message>
    <message>
        <source>A state is an object: its channels stand between { and }.</source>
        <translation>状態はオブジェクト。チャネルは { と } の間に書く。</translation>
    </message>
    <message>
        <source>This JSON nests too deep, or has a number that cannot be stored.</source>
        <translation>この JSON は入れ子が深すぎるか、保存できない数値を含む。</translation>
    </message>
    <message>
        <source>%1 was %2, and steps read it as such.</source>
        <translation>%1 は%2だった。ステップはそのように読む。</translation>
    </message>
    <message>
        <source>%1 has null in it, which a fork cannot set. Take the line out to remove it.</source>
        <translation>%1 は null を含み、分岐では設定できない。除くには行を削除。</translation>
    </message>
    <message>
        <source>%1 has a masked secret in it, which a fork cannot write. Leave it as it was.</source>
        <translation>%1 には伏せられた秘密情報があり、フォークでは書き込めません。元のままにしてください。</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Clear</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Off baseline</source>
        <translation>基準外</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>重大</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>データなし</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Healed</source>
        <translation>修復済み</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>置き換え済み</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>ロールバック済み</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>古い値</translation>
    </message>
    <message>
        <source>warning, off baseline</source>
        <translation>警告、基準外</translation>
    </message>
    <message>
        <source>queued, no runner yet</source>
        <translation>待機中、ランナーなし</translation>
    </message>
    <message>
        <source>Retrying, attempt %1 of %2</source>
        <translation>再試行 %1/%2</translation>
    </message>
    <message>
        <source>Retrying, attempt %1</source>
        <translation>再試行 %1</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>エスカレーション</translation>
    </message>
    <message>
        <source>Retried</source>
        <translation>再試行済み</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>時間切れ</translation>
    </message>
    <message>
        <source>Runner lost</source>
        <translation>ランナー消失</translation>
    </message>
    <message>
        <source>Failed, exit %1</source>
        <translation>失敗、終了コード %1</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>却下済み</translation>
    </message>
    <message>
        <source>No decision, rejected</source>
        <translation>決定なし、却下</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Not a failure</source>
        <translation>失敗ではない</translation>
    </message>
    <message>
        <source>Waits there</source>
        <translation>先方で待機</translation>
    </message>
    <message>
        <source>Approved, not started</source>
        <translation>承認済み、未開始</translation>
    </message>
    <message>
        <source>Rehearsal: %1</source>
        <translation>リハーサル：%1</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Detect</source>
        <translation>検出</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>エスカレーション</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>still failing</source>
        <translation>失敗のまま</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Input received</source>
        <translation>入力を受信</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>実行中 %1</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>待機中 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n issues opened</source>
        <translation>
            <numerusform>Issue を %n 件作成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comments on an issue</source>
        <translation>
            <numerusform>Issue にコメント %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issues that told of it already</source>
        <translation>
            <numerusform>既に伝えていた Issue %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issues</source>
        <translation>
            <numerusform>Issue %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>pull request or issue</source>
        <translation>プルリクエストまたは Issue</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>提示</translation>
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
        <translation>%1%2秒</translation>
    </message>
    <message>
        <source>%1%2%</source>
        <translation>%1%2%</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>a format of QLocale</comment>
        <translation>M月d日(ddd)</translation>
    </message>
    <message>
        <source>%1%2min</source>
        <translation>%1%2分</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a format of QLocale</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>%1%3h %2%3min</source>
        <translation>%1%3時間 %2%3分</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a format of QLocale</comment>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>on the critical path</source>
        <translation>クリティカルパス上</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4.</source>
        <translation>%1、%2、%3、%4。</translation>
    </message>
    <message>
        <source>%1, %2, %3 to %4, slack until %5.</source>
        <translation>%1、%2、%3 から %4、余裕は %5 まで。</translation>
    </message>
    <message>
        <source>%1, %2, %3 to %4, %5.</source>
        <translation>%1、%2、%3 から %4、%5。</translation>
    </message>
</context>
<context>
    <name>Tracks</name>
    <message>
        <source>Held for you</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Healing, attempt %1</source>
        <translation>修復中、試行 %1</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>ビルド</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>リスク</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>ステージング</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>本番</translation>
    </message>
    <message>
        <source>No lines yet.</source>
        <translation>ラインなし。</translation>
    </message>
    <message numerus="yes">
        <source>All %n lines clear.</source>
        <translation>
            <numerusform>全 %n ライン正常。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held for you.</source>
        <translation>
            <numerusform>%n 件承認待ち。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n 件失敗。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs healing.</source>
        <translation>
            <numerusform>%n 件修復中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs in progress.</source>
        <translation>
            <numerusform>%n 件実行中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines clear.</source>
        <translation>
            <numerusform>%n ライン正常。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, no run yet.</source>
        <translation>%1、実行なし。</translation>
    </message>
    <message>
        <source>%1, clear, press Enter to open.</source>
        <translation>%1、正常、Enter で開く。</translation>
    </message>
    <message>
        <source>%1, %2 for %3, press Enter to open.</source>
        <translation>%1、%2、%3、Enter で開く。</translation>
    </message>
    <message>
        <source>%1, clear, run %2 at %3, press Enter to open.</source>
        <translation>%1、正常、実行 %2、%3、Enter で開く。</translation>
    </message>
    <message>
        <source>%1, %2 for %3, run %4 at %5, press Enter to open.</source>
        <translation>%1、%2、%3、実行 %4、%5、Enter で開く。</translation>
    </message>
    <message numerus="yes">
        <source>All %n lines held, nothing abnormal.</source>
        <translation>
            <numerusform>全 %n ラインを保留中、異常なし。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines held.</source>
        <translation>
            <numerusform>%n ラインを保留中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a rule of others.</source>
        <translation>
            <numerusform>ほかのルール待ち %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n releases held for you.</source>
        <translation>
            <numerusform>リリース %n 件承認待ち。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n healing.</source>
        <translation>
            <numerusform>%n 件修復中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in progress.</source>
        <translation>
            <numerusform>%n 件実行中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clear.</source>
        <translation>
            <numerusform>%n 件正常。</numerusform>
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
            <numerusform>最近の実行 %n 件: %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, clear, line held, run %2 at %3, press Enter to open.</source>
        <translation>%1、正常、ライン保留中、実行 %2、%3、Enter で開く。</translation>
    </message>
    <message numerus="yes">
        <source>%n clear as of %1.</source>
        <translation>
            <numerusform>%1 時点で %n 正常。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines clear as of %1.</source>
        <translation>
            <numerusform>%1 時点で %n ライン正常。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on hold.</source>
        <translation>
            <numerusform>%n 件保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a run.</source>
        <translation>
            <numerusform>実行なし %n。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines without a run yet.</source>
        <translation>
            <numerusform>実行がまだない %n ライン。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued.</source>
        <translation>
            <numerusform>%n 件待機中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Webhooks</name>
    <message>
        <source>%1 ago</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>%1 is not set</source>
        <translation>%1 は未設定</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>No delivery yet</source>
        <translation>通知はまだありません</translation>
    </message>
    <message>
        <source>Status and metrics</source>
        <translation>状態とメトリクス</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>このコンピューターのみ</translation>
    </message>
    <message>
        <source>With the token</source>
        <translation>トークンで</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>This address can be reached from elsewhere, so a token is needed.</source>
        <translation>このアドレスは外部から到達できるため、トークンが必要です。</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>まだ開いていません</translation>
    </message>
    <message>
        <source>Not open</source>
        <translation>開いていません</translation>
    </message>
    <message>
        <source>No route is on</source>
        <translation>有効な経路なし</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Not received here</source>
        <translation>ここでは受信しません</translation>
    </message>
    <message>
        <source>Webhooks are not received.</source>
        <translation>Webhook を受信していません。</translation>
    </message>
    <message>
        <source>A secret cannot be read.</source>
        <translation>シークレットを読めません。</translation>
    </message>
    <message>
        <source>Every route is off.</source>
        <translation>すべての経路がオフです。</translation>
    </message>
    <message>
        <source>Set %1 or %2, or keep one by signalboxctl secret set. Runs are found by polling meanwhile.</source>
        <translation>%1 か %2 を設定するか、signalboxctl secret set で保管してください。それまで実行は定期的な確認で見つけます。</translation>
    </message>
    <message>
        <source>Another secret there</source>
        <translation>別のシークレット</translation>
    </message>
    <message numerus="yes">
        <source>%n refused, %1</source>
        <translation>
            <numerusform>%n 件拒否、%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Deliveries refused</source>
        <translation>配信を拒否</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Heal</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>ビルド</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>戦略</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>ロールバック</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>監視</translation>
    </message>
    <message>
        <source>Heal failing run</source>
        <translation>失敗した実行を修復</translation>
    </message>
    <message>
        <source>Heal npm install</source>
        <translation>npm install を修復</translation>
    </message>
    <message>
        <source>Detect failure</source>
        <translation>失敗を検出</translation>
    </message>
    <message>
        <source>Analyse failure</source>
        <translation>失敗を分析</translation>
    </message>
    <message>
        <source>Attempt fix</source>
        <translation>修正を試行</translation>
    </message>
    <message>
        <source>Verify fix</source>
        <translation>修正を検証</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>エスカレーション</translation>
    </message>
    <message>
        <source>Copy project</source>
        <translation>プロジェクトを複製</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>インストール</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>診断</translation>
    </message>
    <message>
        <source>Choose strategy</source>
        <translation>戦略を選択</translation>
    </message>
    <message>
        <source>Apply strategy</source>
        <translation>戦略を適用</translation>
    </message>
    <message>
        <source>Offer result</source>
        <translation>結果を提示</translation>
    </message>
    <message>
        <source>Store pattern</source>
        <translation>パターンを保存</translation>
    </message>
    <message>
        <source>Create issue</source>
        <translation>Issue を作成</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Re-run failed jobs</source>
        <translation>失敗ジョブを再実行</translation>
    </message>
    <message>
        <source>Re-run failed jobs with debug output</source>
        <translation>失敗ジョブをデバッグ出力付きで再実行</translation>
    </message>
    <message>
        <source>Clear cache, re-run failed jobs</source>
        <translation>キャッシュを削除し、失敗ジョブを再実行</translation>
    </message>
    <message>
        <source>Write the lockfile anew</source>
        <translation>ロックファイルを作り直す</translation>
    </message>
    <message>
        <source>Update the dependency</source>
        <translation>依存関係を更新</translation>
    </message>
    <message>
        <source>Raise the time limit</source>
        <translation>制限時間を延長</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>ディスク容量を空ける</translation>
    </message>
    <message>
        <source>Quarantine the test</source>
        <translation>テストを隔離</translation>
    </message>
    <message>
        <source>Install again with longer time-outs</source>
        <translation>制限時間を延ばして再インストール</translation>
    </message>
    <message>
        <source>Check the package cache</source>
        <translation>パッケージキャッシュを検査</translation>
    </message>
    <message>
        <source>Empty the package cache, download again</source>
        <translation>パッケージキャッシュを空にして再取得</translation>
    </message>
    <message>
        <source>Install with --legacy-peer-deps</source>
        <translation>--legacy-peer-deps でインストール</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>観察</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Pull request</source>
        <translation>プルリクエスト</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>ワークスペース</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>デプロイ</translation>
    </message>
    <message>
        <source>Destructive</source>
        <translation>破壊的</translation>
    </message>
    <message>
        <source>Corrupt cache</source>
        <translation>キャッシュ破損</translation>
    </message>
    <message>
        <source>Cache failure</source>
        <translation>キャッシュ障害</translation>
    </message>
    <message>
        <source>Compile error</source>
        <translation>コンパイルエラー</translation>
    </message>
    <message>
        <source>Link error</source>
        <translation>リンクエラー</translation>
    </message>
    <message>
        <source>Test failure</source>
        <translation>テスト失敗</translation>
    </message>
    <message>
        <source>Flaky test</source>
        <translation>不安定なテスト</translation>
    </message>
    <message>
        <source>Flaky test, network</source>
        <translation>不安定なテスト、ネットワーク</translation>
    </message>
    <message>
        <source>Test time-out</source>
        <translation>テストの時間切れ</translation>
    </message>
    <message>
        <source>Test crash</source>
        <translation>テストのクラッシュ</translation>
    </message>
    <message>
        <source>Module not found</source>
        <translation>モジュールが見つからない</translation>
    </message>
    <message>
        <source>npm dependency conflict</source>
        <translation>npm 依存関係の競合</translation>
    </message>
    <message>
        <source>npm checksum mismatch</source>
        <translation>npm チェックサム不一致</translation>
    </message>
    <message>
        <source>npm registry refuses the login</source>
        <translation>npm レジストリがログインを拒否</translation>
    </message>
    <message>
        <source>Wrong version of node or npm</source>
        <translation>node または npm のバージョン違い</translation>
    </message>
    <message>
        <source>npm registry unreachable</source>
        <translation>npm レジストリに接続不可</translation>
    </message>
    <message>
        <source>npm package not found</source>
        <translation>npm パッケージが見つからない</translation>
    </message>
    <message>
        <source>Lockfile out of sync</source>
        <translation>ロックファイルの不整合</translation>
    </message>
    <message>
        <source>Network time-out</source>
        <translation>ネットワークの時間切れ</translation>
    </message>
    <message>
        <source>Host name not resolved</source>
        <translation>ホスト名を解決できない</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>ディスク満杯</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>メモリー不足</translation>
    </message>
    <message>
        <source>Job time-out</source>
        <translation>ジョブの時間切れ</translation>
    </message>
    <message>
        <source>Unknown cause</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>No failure</source>
        <translation>失敗なし</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>プッシュ</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>The cause is not known.</source>
        <translation>原因は不明。</translation>
    </message>
    <message>
        <source>No fix is known for this failure.</source>
        <translation>この失敗の修正は未知。</translation>
    </message>
    <message>
        <source>The limit of attempts is spent.</source>
        <translation>試行の上限に到達。</translation>
    </message>
    <message>
        <source>The confidence is too low to act.</source>
        <translation>確信度が低く、操作しない。</translation>
    </message>
    <message>
        <source>The policy asks a person.</source>
        <translation>ポリシーにより人が判断。</translation>
    </message>
    <message>
        <source>A checksum does not match. It is never bypassed.</source>
        <translation>チェックサムが不一致。回避しない。</translation>
    </message>
    <message>
        <source>The fix made no difference.</source>
        <translation>修正の効果なし。</translation>
    </message>
    <message>
        <source>Several runs fail in the same way at once.</source>
        <translation>複数の実行が同時に同じ失敗。</translation>
    </message>
    <message>
        <source>The new attempt was cancelled.</source>
        <translation>新しい試行は中止された。</translation>
    </message>
    <message>
        <source>It was marked as not a failure before.</source>
        <translation>以前に失敗ではないと評価済み。</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>重大</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>実行 %1</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Wait for human</source>
        <translation>人の判断待ち</translation>
    </message>
    <message>
        <source>Accept result</source>
        <translation>結果を受け入れる</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>承認を依頼</translation>
    </message>
    <message>
        <source>Accept policy</source>
        <translation>ポリシーを受け入れる</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>決定済み</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受け入れ</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>辞退</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Healed</source>
        <translation>修復済み</translation>
    </message>
    <message>
        <source>No use</source>
        <translation>効果なし</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>疑わしい</translation>
    </message>
    <message>
        <source>The pattern is only suggested, or off.</source>
        <translation>このパターンは提案のみ、またはオフです。</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>確認できず</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度確認</translation>
    </message>
    <message>
        <source>The CI system refuses.</source>
        <translation>CI システムが拒否しています。</translation>
    </message>
    <message>
        <source>The run is not there any more.</source>
        <translation>実行はもう存在しません。</translation>
    </message>
    <message>
        <source>The policy cannot be read.</source>
        <translation>ポリシーを読み取れません。</translation>
    </message>
    <message>
        <source>The fix could not be made.</source>
        <translation>修正を作成できませんでした。</translation>
    </message>
    <message>
        <source>A change with the fix is open for review. Merging it is for a person.</source>
        <translation>修正を含む変更がレビュー待ちです。マージは人が行います。</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>Ask for a deployment</source>
        <translation>デプロイの承認を依頼</translation>
    </message>
    <message>
        <source>Look at the gate</source>
        <translation>ゲートを確認</translation>
    </message>
    <message>
        <source>Send the decision</source>
        <translation>決定を送信</translation>
    </message>
    <message>
        <source>Verify the gate</source>
        <translation>ゲートを検証</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>Waits no more</source>
        <translation>待機終了</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>Overtaken</source>
        <translation>追い越された</translation>
    </message>
    <message>
        <source>Tell</source>
        <translation>伝える</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>尋ねる</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ActionBar</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Ask for more</source>
        <translation>追加情報を求める</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Type %1 to unlock</source>
        <translation>解除するには %1 と入力</translation>
    </message>
    <message>
        <source>Approving means</source>
        <translation>承認の内容</translation>
    </message>
    <message>
        <source>Reason, needed to reject or hold, and to approve high or critical</source>
        <translation>理由（却下、保留、高・重大の承認に必要）</translation>
    </message>
    <message>
        <source>Reason, needed to reject or hold</source>
        <translation>理由（却下、保留に必要）</translation>
    </message>
    <message>
        <source>Question, Enter sends it</source>
        <translation>質問（Enter で送信）</translation>
    </message>
    <message>
        <source>Reason to hold, Enter sends it</source>
        <translation>保留の理由（Enter で送信）</translation>
    </message>
    <message>
        <source>Reason to reject, Enter sends it</source>
        <translation>却下の理由（Enter で送信）</translation>
    </message>
    <message>
        <source>Reason, at least %1 characters</source>
        <translation>理由、%1 文字以上</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answer, Enter sends it</source>
        <translation>回答（Enter で送信）</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ActivityModel</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1、%2、%3、%4</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>エージェント</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>動作</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ActivityPanel</name>
    <message>
        <source>Agent activity</source>
        <translation>エージェントの動き</translation>
    </message>
    <message>
        <source>Showing changes of state only</source>
        <translation>状態の変化のみ表示</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AddRepository</name>
    <message>
        <source>Add repository</source>
        <translation>リポジトリを追加</translation>
    </message>
    <message>
        <source>Where it lives</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>接続テスト</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>接続テスト</translation>
    </message>
    <message>
        <source>Heal failing runs</source>
        <translation>失敗した実行を修復</translation>
    </message>
    <message>
        <source>Watch only</source>
        <translation>監視のみ</translation>
    </message>
    <message>
        <source>Healing</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>Runs that end from now on are looked after. It is one entry in Audit.</source>
        <translation>これ以降に終了する実行を扱います。監査に1件記録されます。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>It was not added.</source>
        <translation>追加されませんでした。</translation>
    </message>
    <message>
        <source>A token of %1 that may use %2.</source>
        <translation>%2 を使用できる %1 のトークン。</translation>
    </message>
    <message>
        <source>Scope api, with the role Developer; for protected environments that of their approvers. With read_api alone it is watched only.</source>
        <translation>スコープ api、ロール Developer。保護された環境では承認者のロール。read_api のみの場合は監視だけです。</translation>
    </message>
    <message>
        <source>Of a fine-grained token: Actions, Contents, Pull requests, Issues and Deployments, read and write; Environments, read. With read alone it is watched only.</source>
        <translation>Fine-grained トークン: Actions、Contents、Pull requests、Issues、Deployments は読み書き、Environments は読み取り。読み取りのみの場合は監視だけです。</translation>
    </message>
    <message>
        <source>Reading signalbox.yaml…</source>
        <translation>signalbox.yaml を読み込み中…</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. The defaults are in force.</source>
        <translation>ファイルを読めません: %1。既定値が有効です。</translation>
    </message>
    <message>
        <source>As signalbox.yaml on %1 says. A change of it that loosens it needs a person.</source>
        <translation>%1 の signalbox.yaml の通り。緩める変更には人の承認が必要です。</translation>
    </message>
    <message>
        <source>There is no signalbox.yaml on %1: the defaults are in force.</source>
        <translation>%1 に signalbox.yaml がないため、既定値が有効です。</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>リポジトリ</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Failing runs are healed</source>
        <translation>失敗した実行を修復</translation>
    </message>
    <message>
        <source>Watched only</source>
        <translation>監視のみ</translation>
    </message>
    <message>
        <source>signalbox.yaml, %1</source>
        <translation>signalbox.yaml、%1</translation>
    </message>
    <message>
        <source>the defaults</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>being added</source>
        <translation>追加中</translation>
    </message>
    <message>
        <source>being tested</source>
        <translation>テスト中</translation>
    </message>
    <message>
        <source>it cannot be watched so</source>
        <translation>このままでは監視できません</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>Go on with healing off</source>
        <translation>修復なしで続行</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>ロック中: %1</translation>
    </message>
    <message>
        <source>the token may not re-run jobs</source>
        <translation>トークンはジョブを再実行できません</translation>
    </message>
    <message>
        <source>What fails is diagnosed and shown. No agent changes anything here.</source>
        <translation>失敗は診断して表示します。エージェントはここでは何も変更しません。</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>入力内容を破棄しますか？</translation>
    </message>
    <message>
        <source>Nothing has been added, and no token was kept.</source>
        <translation>何も追加されておらず、トークンも保存されていません。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 of the environment</source>
        <translation>環境変数の %1</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation>空欄: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Additions</name>
    <message>
        <source>Import a workspace</source>
        <translation>ワークスペースを取り込む</translation>
    </message>
    <message>
        <source>Workspaces (*.workspace.json)</source>
        <translation>ワークスペース (*.workspace.json)</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Announcer</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1、%2。</translation>
    </message>
    <message>
        <source>%1 %2, %3.</source>
        <translation>%1 %2、%3。</translation>
    </message>
    <message numerus="yes">
        <source>%n more lines changed.</source>
        <translation>
            <numerusform>ほか %n ラインが変化。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalListModel</name>
    <message>
        <source>%1 by %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1. %2 of %3 approved</source>
        <translation>%1。%3 件中 %2 件承認</translation>
    </message>
    <message>
        <source>%1. Held by a person</source>
        <translation>%1。人が保留中</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1、%2、%3</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalPrompt</name>
    <message>
        <source>Five approvals in a row took under 10&#x202f;s each. The evidence is above.</source>
        <translation>5 回連続の承認が各 10&#x202f;秒未満。根拠は上に表示。</translation>
    </message>
    <message>
        <source>you are the author</source>
        <translation>あなたが作成者</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>あなたが依頼者</translation>
    </message>
    <message>
        <source>second approver needed</source>
        <translation>2 人目の承認者が必要</translation>
    </message>
    <message>
        <source>evidence incomplete</source>
        <translation>根拠が不足</translation>
    </message>
    <message>
        <source>%1 not typed</source>
        <translation>%1 が未入力</translation>
    </message>
    <message>
        <source>reason needed</source>
        <translation>理由が必要</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>ロック中: %1</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Reason needed</source>
        <translation>理由が必要</translation>
    </message>
    <message>
        <source>Ready in %1&#x202f;s.</source>
        <translation>%1&#x202f;秒後に操作可能。</translation>
    </message>
    <message>
        <source>Ctrl+Enter again within 5&#x202f;s</source>
        <translation>5&#x202f;秒以内に再度 Ctrl+Enter</translation>
    </message>
    <message>
        <source>Keep pressed for 1&#x202f;s</source>
        <translation>1&#x202f;秒間押し続ける</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>you do not count here</source>
        <translation>あなたは対象外</translation>
    </message>
    <message>
        <source>evidence stale</source>
        <translation>根拠が古い</translation>
    </message>
    <message>
        <source>reason needed, at least %1 characters</source>
        <translation>理由が必要、%1 文字以上</translation>
    </message>
    <message>
        <source>Again within 5&#x202f;s</source>
        <translation>5&#x202f;秒以内に再度</translation>
    </message>
    <message>
        <source>Click twice, 1 to 5&#x202f;s apart</source>
        <translation>1 から 5&#x202f;秒の間隔で 2 回クリック</translation>
    </message>
    <message>
        <source>the token is no reviewer there</source>
        <translation>トークンはそこのレビュアーではありません</translation>
    </message>
    <message>
        <source>Already decided.</source>
        <translation>決定済み。</translation>
    </message>
    <message>
        <source>The decision was not sent.</source>
        <translation>決定は送信されなかった。</translation>
    </message>
    <message>
        <source>Ctrl+Enter twice, 1 to 5&#x202f;s apart</source>
        <translation>1 から 5&#x202f;秒の間隔で Ctrl+Enter を 2 回</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalQueue</name>
    <message>
        <source>Approvals</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>Decided today</source>
        <translation>本日の決定</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalWindow</name>
    <message>
        <source>Approval: %1</source>
        <translation>承認: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ApprovalsPage</name>
    <message>
        <source>Nothing is held.</source>
        <translation>保留なし。</translation>
    </message>
    <message>
        <source>Show decided</source>
        <translation>決定済みを表示</translation>
    </message>
    <message>
        <source>Approvals cannot be read.</source>
        <translation>承認を読み込めない。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Approval %1 is not among those shown.</source>
        <translation>承認 %1 は表示中の一覧にありません。</translation>
    </message>
    <message>
        <source>Approvals are not loaded yet.</source>
        <translation>承認はまだ読み込まれていません。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AuditAside</name>
    <message>
        <source>No entry selected</source>
        <translation>エントリ未選択</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>エントリ %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 を開く</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>ライン</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前</translation>
    </message>
    <message>
        <source>This</source>
        <translation>本件</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>The evidence has changed since. Its hash then is below.</source>
        <translation>根拠はその後変わった。当時のハッシュは下に表示。</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>未証明</translation>
    </message>
    <message>
        <source>As it was shown at %1</source>
        <translation>%1 に表示された内容</translation>
    </message>
    <message>
        <source>%1 left then</source>
        <translation>そのとき残り %1</translation>
    </message>
    <message>
        <source>Break at %1</source>
        <translation>%1 で切断</translation>
    </message>
    <message>
        <source>What breaks</source>
        <translation>切断の内容</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>保存値</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>計算値</translation>
    </message>
    <message>
        <source>The content of %1 was changed after it was written. All before it fit.</source>
        <translation>%1 の内容は書き込み後に変更されました。それより前は整合しています。</translation>
    </message>
    <message>
        <source>Entry %1 is missing. All before it fit.</source>
        <translation>エントリ %1 がありません。それより前は整合しています。</translation>
    </message>
    <message>
        <source>Entry %1 is not the one that was signed outside the store.</source>
        <translation>エントリ %1 はストアの外で署名されたものと異なります。</translation>
    </message>
    <message>
        <source>Entry %1 does not follow the one before it: one of them was put there later.</source>
        <translation>エントリ %1 は直前のものに続いていません。どちらかが後から置かれています。</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>意味</translation>
    </message>
    <message>
        <source>What stands from here on cannot be proved from this log. Up to %1 it stays proof. An earlier export may hold the original.</source>
        <translation>ここから先はこのログでは証明できません。%1 までは証拠のままです。以前の書き出しに元の内容があるかもしれません。</translation>
    </message>
    <message>
        <source>The entry</source>
        <translation>エントリ</translation>
    </message>
    <message>
        <source>Open approval</source>
        <translation>承認を開く</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>実行を開く</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AuditFilterBar</name>
    <message>
        <source>Filter, for example actor:you action:approved since:10:30</source>
        <translation>フィルター（例 actor:you action:approved since:10:30）</translation>
    </message>
    <message>
        <source>Filter entries</source>
        <translation>エントリを絞り込む</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>証明済み</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>未証明</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AuditModel</name>
    <message>
        <source>Entry %1, %2, %3 %4</source>
        <translation>エントリ %1、%2、%3 %4</translation>
    </message>
    <message>
        <source>Entry %1, %2, %3 %4, not proven</source>
        <translation>エントリ %1、%2、%3 %4、未証明</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>エントリ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries from %1 on are not proven: their chain starts from a hash that entry %2 no longer has</source>
        <translation>
            <numerusform>%1 以降の %Ln 件は未証明です。エントリ %2 にもうないハッシュから連鎖が始まっています</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries from %1 on are not proven: entry %1 is missing</source>
        <translation>
            <numerusform>%1 以降の %Ln 件は未証明です。エントリ %1 がありません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries from %1 on are not proven: entry %1 does not follow the one before it</source>
        <translation>
            <numerusform>%1 以降の %Ln 件は未証明です。エントリ %1 は直前のものに続いていません</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry %1, %2, %3 %4, changed after it was written</source>
        <translation>エントリ %1、%2、%3 %4、書き込み後に変更</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::AuditPage</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>監査</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>再検証</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>監査ログ</translation>
    </message>
    <message>
        <source>Entries are only added. Hashes show their first 8 of 64 digits; select an entry for all.</source>
        <translation>エントリは追加のみ。ハッシュは 64 桁中先頭 8 桁。全桁はエントリを選択。</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>%1 に書き出し済み</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Entries are not loaded yet.</source>
        <translation>エントリは未読み込み。</translation>
    </message>
    <message>
        <source>No entries match.</source>
        <translation>一致するエントリなし。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>The chain is being checked.</source>
        <translation>チェーンを検証中。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries, chain complete.</source>
        <translation>
            <numerusform>%Ln 件、チェーンは完全。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its end is not proven.</source>
        <translation>末尾は未証明。</translation>
    </message>
    <message>
        <source>The chain breaks at entry %1.</source>
        <translation>チェーンはエントリ %1 で切れている。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries not proven.</source>
        <translation>
            <numerusform>%Ln 件が未証明。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>監査ログを書き出す</translation>
    </message>
    <message>
        <source>Back to newest</source>
        <translation>最新へ戻る</translation>
    </message>
    <message>
        <source>Showing what stands around entry %1. Nothing is repaired or hidden by Signalbox.</source>
        <translation>エントリ %1 の前後を表示しています。Signalbox は何も修復せず、隠しません。</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl);;JSON (*.json);;CSV (*.csv)</source>
        <translation>JSON Lines (*.jsonl);;JSON (*.json);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Button</name>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, locked, %2</source>
        <translation>%1、ロック中、%2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ChainPanel</name>
    <message>
        <source>Not checked yet</source>
        <translation>未検証</translation>
    </message>
    <message>
        <source>Export both parts</source>
        <translation>両方を書き出し</translation>
    </message>
    <message>
        <source>Checked %1 in %2</source>
        <translation>検証 %1、所要 %2</translation>
    </message>
    <message>
        <source>Chain complete</source>
        <translation>チェーンは完全</translation>
    </message>
    <message>
        <source>No change, loss or reordering. The end is proven by a signed head.</source>
        <translation>変更、欠落、並べ替えなし。末尾は署名で証明済み。</translation>
    </message>
    <message>
        <source>No change or reordering. No signed head of it is kept for this user.</source>
        <translation>変更、並べ替えなし。このユーザーには署名済みの末尾がない。</translation>
    </message>
    <message>
        <source>No change or reordering. The signed head cannot be trusted.</source>
        <translation>変更、並べ替えなし。署名済みの末尾は信頼できない。</translation>
    </message>
    <message>
        <source>The chain breaks at entry %1.</source>
        <translation>チェーンはエントリ %1 で切れている。</translation>
    </message>
    <message>
        <source>Entries after it are not proven. Export both parts and tell your administrator.</source>
        <translation>それ以降のエントリは未証明です。両方を書き出し、管理者に知らせてください。</translation>
    </message>
    <message>
        <source>%1. New decisions go on from the last entry and stay possible.</source>
        <translation>%1。新しい決定は最後のエントリに続き、引き続き可能です。</translation>
    </message>
    <message>
        <source>No change or reordering. Its signed head was begun at entry %1: a loss before would not show.</source>
        <translation>変更や並べ替えはありません。署名済みの先頭は記録 %1 から始まったため、それ以前の欠落は分かりません。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ChartPlot</name>
    <message>
        <source>%1 Table: Control Shift T.</source>
        <translation>%1 表: Control Shift T。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ChartTable</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CheckpointBar</name>
    <message>
        <source>Go to live</source>
        <translation>最新へ</translation>
    </message>
    <message>
        <source>start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>the present is shown</source>
        <translation>最新を表示中</translation>
    </message>
    <message>
        <source>No checkpoint yet</source>
        <translation>チェックポイントなし</translation>
    </message>
    <message>
        <source>Checkpoint %1 of %2</source>
        <translation>チェックポイント %1 / %2</translation>
    </message>
    <message>
        <source>input received, %1</source>
        <translation>入力を受信、%1</translation>
    </message>
    <message>
        <source>after %1, %2</source>
        <translation>%1 の後、%2</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n checkpoints before it are not kept any more, as the run ended long ago</source>
        <translation>
            <numerusform>%1。それ以前の %n 件は、実行の終了から時間が経ち保持していない</numerusform>
        </translation>
    </message>
    <message>
        <source>Fork from here</source>
        <translation>ここから分岐</translation>
    </message>
    <message>
        <source>Locked: %1.</source>
        <translation>ロック中: %1。</translation>
    </message>
    <message>
        <source>no checkpoint yet</source>
        <translation>チェックポイントなし</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>%1 cannot be rehearsed, so it cannot be forked</source>
        <translation>%1 はリハーサルできないため分岐できない</translation>
    </message>
    <message>
        <source>Stop the replay</source>
        <translation>再生を停止</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>再生</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::CheckpointSlider</name>
    <message>
        <source>Checkpoint</source>
        <translation>チェックポイント</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Add repository…</source>
        <translation>リポジトリを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Import workspace…</source>
        <translation>ワークスペースを取り込む(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Filter runs</source>
        <translation>実行を絞り込む(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Copy commit</source>
        <translation>コミットをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation>判断(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Hold all</source>
        <translation>すべて保留(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Release all…</source>
        <translation>すべて解除(&amp;R)…</translation>
    </message>
    <message>
        <source>Hold &amp;line</source>
        <translation>ラインを保留(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Cancel run</source>
        <translation>実行を中止(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>ツール(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Re-run selected line</source>
        <translation>選択ラインを再実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キー一覧(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Signalbox</source>
        <translation>Signalbox について(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Follow system</source>
        <translation>システムに従う(&amp;F)</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>概要(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Approvals</source>
        <translation>承認(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Knowledge</source>
        <translation>ナレッジ(&amp;K)</translation>
    </message>
    <message>
        <source>A&amp;udit</source>
        <translation>監査(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>設定(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Open selected run</source>
        <translation>選択した実行を開く(&amp;O)</translation>
    </message>
    <message>
        <source>First that &amp;needs you</source>
        <translation>対応が必要な最初の項目(&amp;N)</translation>
    </message>
    <message>
        <source>Search or run a &amp;command</source>
        <translation>検索またはコマンド(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>進む(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>ハイコントラスト(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Collapse rail</source>
        <translation>レールを折りたたむ(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Wall</source>
        <translation>ウォール表示(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Open in own window</source>
        <translation>別ウィンドウで開く(&amp;O)</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>ロック中: %1</translation>
    </message>
    <message>
        <source>Next time &amp;zone</source>
        <translation>次のタイムゾーン(&amp;Z)</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ComputerList</name>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再確認</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ConnectionPane</name>
    <message>
        <source>Replace token</source>
        <translation>トークンを置換</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用元</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>権限</translation>
    </message>
    <message>
        <source>Open token page</source>
        <translation>トークンのページを開く</translation>
    </message>
    <message>
        <source>Turn healing on</source>
        <translation>修復をオンにする</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>再テスト</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Replace and test</source>
        <translation>置換してテスト</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>シークレット</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n ライン</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 tried</source>
        <translation>%2 件中 %1 件テスト済み</translation>
    </message>
    <message>
        <source>Each is tried once with a harmless call</source>
        <translation>無害な呼び出しで1回ずつテストします</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>未テスト</translation>
    </message>
    <message numerus="yes">
        <source>%n tried %1</source>
        <translation>
            <numerusform>%n 件テスト、%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tried</source>
        <translation>
            <numerusform>%n 件テスト</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Healing is off for %n lines on this server.</source>
        <translation>
            <numerusform>このサーバーの %n ラインで修復がオフです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each tried once with a harmless call, %n done in %1</source>
        <translation>
            <numerusform>無害な呼び出しで1回ずつテスト、%n 件完了、%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are watched no longer. Their runs stay.</source>
        <translation>
            <numerusform>%n ラインの監視を終了します。実行は残ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is told nothing any more.</source>
        <translation>今後は通知されません。</translation>
    </message>
    <message>
        <source>Agents go on by rules alone.</source>
        <translation>エージェントはルールのみで続行します。</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 を削除しますか?</translation>
    </message>
    <message>
        <source>being tested</source>
        <translation>テスト中</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>being changed</source>
        <translation>変更中</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>保存中</translation>
    </message>
    <message numerus="yes">
        <source>%n are watched only.</source>
        <translation>
            <numerusform>監視のみです。</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace secret</source>
        <translation>シークレットを置き換え</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換え</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ConnectionsSection</name>
    <message>
        <source>Connections</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>No connections. A repository on a server brings the first one.</source>
        <translation>接続はありません。サーバー上のリポジトリを追加すると作成されます。</translation>
    </message>
    <message>
        <source>Add repository</source>
        <translation>リポジトリを追加</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>権限</translation>
    </message>
    <message>
        <source>Test all</source>
        <translation>すべてテスト</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>Passphrase of the sealed file</source>
        <translation>暗号化ファイルのパスフレーズ</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>nothing to test</source>
        <translation>テスト対象なし</translation>
    </message>
    <message>
        <source>being tested</source>
        <translation>テスト中</translation>
    </message>
    <message>
        <source>Secrets in the sealed file cannot be read without its passphrase.</source>
        <translation>暗号化ファイルのシークレットはパスフレーズなしでは読めません。</translation>
    </message>
    <message>
        <source>Secrets are in the sealed file, which is open.</source>
        <translation>シークレットは解除済みの暗号化ファイルにあります。</translation>
    </message>
    <message>
        <source>There is no keychain. Secrets come from the environment.</source>
        <translation>キーチェーンがありません。シークレットは環境変数から読みます。</translation>
    </message>
    <message>
        <source>Secrets can be kept in the system keychain.</source>
        <translation>シークレットはシステムのキーチェーンに保存できます。</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhook</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ContributionTable</name>
    <message>
        <source>Factor</source>
        <translation>要因</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>寄与</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DataSection</name>
    <message>
        <source>For ever</source>
        <translation>無期限</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln 日</numerusform>
        </translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>保存場所</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ストア</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>ワークスペース</translation>
    </message>
    <message>
        <source>Signed audit heads</source>
        <translation>署名済み監査ヘッド</translation>
    </message>
    <message>
        <source>In the store</source>
        <translation>ストアの内容</translation>
    </message>
    <message>
        <source>Everything stays on this machine: runs, approvals, the audit log, what was learned. Logs are redacted before they are stored. To keep a copy, close Signalbox and copy the store with what stands beside it. Audit and Knowledge export what they show.</source>
        <translation>すべてこのコンピューターに残ります: 実行、承認、監査ログ、学習内容。ログは保存前に秘匿化されます。複製するには Signalbox を閉じ、ストアとその隣のものをコピーします。監査とナレッジは表示内容を書き出せます。</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>保存期間</translation>
    </message>
    <message>
        <source>Checkpoints of ended runs</source>
        <translation>終了した実行のチェックポイント</translation>
    </message>
    <message>
        <source>Prune runs that ended longer ago than</source>
        <translation>次より前に終了した実行を整理</translation>
    </message>
    <message>
        <source>Prune now</source>
        <translation>今すぐ整理</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>チェックポイント</translation>
    </message>
    <message>
        <source>After a run has ended. The first, the newest and those of forks stay.</source>
        <translation>実行の終了後。最初、最新、分岐元は残ります。</translation>
    </message>
    <message>
        <source>Older than</source>
        <translation>次より古いもの</translation>
    </message>
    <message>
        <source>Events, effects</source>
        <translation>イベント、作用</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>無期限</translation>
    </message>
    <message>
        <source>Decisions, audit</source>
        <translation>決定、監査</translation>
    </message>
    <message>
        <source>Done. It is one entry in Audit.</source>
        <translation>完了しました。監査に 1 件記録されます。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Runs %1, checkpoints %2, audit entries %3</source>
        <translation>実行 %1、チェックポイント %2、監査エントリ %3</translation>
    </message>
    <message>
        <source>%1 checkpoints of %2 runs go, about %3. The store&apos;s file keeps its size; the room is used again. Events, decisions and the audit log stay.</source>
        <translation>%2 件の実行のチェックポイント %1 件、約 %3 が消えます。ストアのファイルの大きさは変わらず、空きは再利用されます。イベント、決定、監査ログは残ります。</translation>
    </message>
    <message numerus="yes">
        <source>Keep checkpoints for %Ln days?</source>
        <translation>
            <numerusform>チェックポイントを %Ln 日保存しますか?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep for %Ln days</source>
        <translation>
            <numerusform>%Ln 日保存</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is that old.</source>
        <translation>それほど古いものはありません。</translation>
    </message>
    <message numerus="yes">
        <source>Prune runs that ended more than %Ln days ago?</source>
        <translation>
            <numerusform>%Ln 日より前に終了した実行を整理しますか?</numerusform>
        </translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>Everything stays on this machine.</source>
        <translation>すべてこのコンピューターに残ります。</translation>
    </message>
    <message>
        <source>%1 in the store, %2 of logs.</source>
        <translation>ストア %1、ログ %2。</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>ロック中: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DiffModel</name>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>%1

%2</source>
        <translation>%1

%2</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <translation>%1 を %2 から %3 に変更</translation>
    </message>
    <message>
        <source>%1 added, %2</source>
        <translation>%1 を追加、%2</translation>
    </message>
    <message>
        <source>%1 removed, was %2</source>
        <translation>%1 を削除、以前は %2</translation>
    </message>
    <message>
        <source>%1 unchanged, %2</source>
        <translation>%1 は変更なし、%2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::DiffView</name>
    <message>
        <source>State diff</source>
        <translation>状態の差分</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::EmptyState</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
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
        <translation>未試行</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>healed %1</source>
        <translation>修復 %1</translation>
    </message>
    <message>
        <source>no effect</source>
        <translation>効果なし</translation>
    </message>
    <message>
        <source>%1, run %2</source>
        <translation>%1、実行 %2</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正しい</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>no failure</source>
        <translation>失敗ではない</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>印なし</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>印</translation>
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
        <translation>変更</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Line %1, root cause, %2</source>
        <translation>%1 行目、根本原因、%2</translation>
    </message>
    <message>
        <source>Line %1, %2</source>
        <translation>%1 行目、%2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::EvidenceView</name>
    <message>
        <source>Sections of the evidence</source>
        <translation>根拠の区分</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>To be looked at before you approve</source>
        <translation>承認の前に確認が必要</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Figure</name>
    <message>
        <source>%1 as a table</source>
        <translation>%1（表）</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::FirstRun</name>
    <message>
        <source>Nothing was started.</source>
        <translation>何も開始されなかった。</translation>
    </message>
    <message>
        <source>No lines yet.</source>
        <translation>ラインなし。</translation>
    </message>
    <message>
        <source>A line is one repository and the places it is released to. Signalbox watches its runs, repairs what it can, and holds what needs a person.</source>
        <translation>ラインは 1 つのリポジトリとそのリリース先。Signalbox は実行を見守り、直せるものは修復し、人の判断が要るものは保留する。</translation>
    </message>
    <message>
        <source>Open the demo workspace</source>
        <translation>デモのワークスペースを開く</translation>
    </message>
    <message>
        <source>Runs for real on this computer. About ten seconds.</source>
        <translation>このコンピューターで実際に実行。約 10 秒。</translation>
    </message>
    <message>
        <source>Open demo</source>
        <translation>デモを開く</translation>
    </message>
    <message>
        <source>Add a repository</source>
        <translation>リポジトリを追加</translation>
    </message>
    <message>
        <source>Add repository</source>
        <translation>リポジトリを追加</translation>
    </message>
    <message>
        <source>Import a workspace</source>
        <translation>ワークスペースを取り込む</translation>
    </message>
    <message>
        <source>The lines of another workspace, from its file.</source>
        <translation>別のワークスペースのラインをファイルから取り込む。</translation>
    </message>
    <message>
        <source>Import file</source>
        <translation>ファイルを取り込む</translation>
    </message>
    <message>
        <source>Starts small repositories</source>
        <translation>小さなリポジトリを開始</translation>
    </message>
    <message>
        <source>Real git, real jobs, run on this computer.</source>
        <translation>本物の git とジョブをこのコンピューターで実行。</translation>
    </message>
    <message>
        <source>Breaks a build</source>
        <translation>ビルドを壊す</translation>
    </message>
    <message>
        <source>A corrupt cache. The Heal agent finds and fixes it.</source>
        <translation>破損したキャッシュ。修復エージェントが見つけて直す。</translation>
    </message>
    <message>
        <source>Runs a flaky test</source>
        <translation>不安定なテストを実行</translation>
    </message>
    <message>
        <source>It is retried, and passes the second time.</source>
        <translation>再試行し、2 回目に成功する。</translation>
    </message>
    <message>
        <source>Hands over to you</source>
        <translation>あなたに引き渡す</translation>
    </message>
    <message>
        <source>A compile error. You see the evidence and decide.</source>
        <translation>コンパイルエラー。根拠を見て判断する。</translation>
    </message>
    <message>
        <source>What the demo does</source>
        <translation>デモの内容</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>データは外に出ない</translation>
    </message>
    <message>
        <source>No account, no model key. Agents use the built-in rules.</source>
        <translation>アカウントもモデルのキーも不要。エージェントは内蔵ルールを使う。</translation>
    </message>
    <message>
        <source>Locked: starting.</source>
        <translation>ロック中: 開始しています。</translation>
    </message>
    <message>
        <source>On GitHub, GitLab or this computer. Tested before it is saved.</source>
        <translation>GitHub、GitLab、またはこのコンピューター。保存前にテストします。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ForkEditor</name>
    <message>
        <source>The original never changes. In a rehearsal the record answers, and nothing has effects.</source>
        <translation>元の実行は変わらない。リハーサルでは記録が応答し、作用はない。</translation>
    </message>
    <message>
        <source>State of the fork</source>
        <translation>分岐の状態</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Fork live</source>
        <translation>本番で分岐</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Fork live? Steps after checkpoint %1 run again, with real effects.</source>
        <translation>本番で分岐？チェックポイント %1 以降のステップを実際の作用付きで再実行。</translation>
    </message>
    <message>
        <source>Rehearse instead</source>
        <translation>代わりにリハーサル</translation>
    </message>
    <message>
        <source>Fork from checkpoint %1</source>
        <translation>チェックポイント %1 から分岐</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1 行目: %2</translation>
    </message>
    <message>
        <source>Nothing is changed: the steps after it run again as they did.</source>
        <translation>変更なし。以降のステップは前と同じに実行。</translation>
    </message>
    <message>
        <source>Changed: %1. The run has never had: %2.</source>
        <translation>変更: %1。実行になかったもの: %2。</translation>
    </message>
    <message>
        <source>Changed: %1.</source>
        <translation>変更: %1。</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>ロック中: %1</translation>
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
        <translation>この実行にエージェントは不要だった。</translation>
    </message>
    <message>
        <source>Graph as a table</source>
        <translation>グラフを表で表示</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>led to %1</source>
        <translation>次は %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::GraphView</name>
    <message>
        <source>Graph</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Graph, %1 steps</source>
        <translation>グラフ、%1 ステップ</translation>
    </message>
    <message>
        <source>Solid line: taken. Dashed line: not taken.</source>
        <translation>実線: 通過。破線: 未通過。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::HeaderBar</name>
    <message>
        <source>Hold all</source>
        <translation>すべて保留</translation>
    </message>
    <message>
        <source>No step, fix or promotion starts. Ctrl+Shift+H</source>
        <translation>ステップ、修正、拡大は始まらない。Ctrl+Shift+H</translation>
    </message>
    <message>
        <source>Release all</source>
        <translation>すべて解除</translation>
    </message>
    <message>
        <source>Needs a reason</source>
        <translation>理由が必要</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::HoldBanner</name>
    <message>
        <source>Reason, needed to release</source>
        <translation>理由（解除に必要）</translation>
    </message>
    <message>
        <source>Release all</source>
        <translation>すべて解除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>reason missing</source>
        <translation>理由がない</translation>
    </message>
    <message>
        <source>Locked: reason missing</source>
        <translation>ロック中: 理由がない</translation>
    </message>
    <message>
        <source>you</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>Held by %1 at %2.</source>
        <translation>%2 に %1 が保留。</translation>
    </message>
    <message>
        <source>Held by %1 at %2: %3.</source>
        <translation>%2 に %1 が保留: %3。</translation>
    </message>
    <message>
        <source>All lines held.</source>
        <translation>すべてのラインを保留中。</translation>
    </message>
    <message>
        <source>%1 No step, fix or promotion starts.</source>
        <comment>who holds</comment>
        <translation>%1 ステップ、修正、拡大は始まらない。</translation>
    </message>
    <message>
        <source>%1 is held.</source>
        <translation>%1 を保留中。</translation>
    </message>
    <message>
        <source>Release line</source>
        <translation>ラインを解除</translation>
    </message>
    <message numerus="yes">
        <source>%n lines are held.</source>
        <translation>
            <numerusform>%n ラインを保留中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Release all lines?</source>
        <translation>すべてのラインを解除？</translation>
    </message>
    <message>
        <source>Release %1?</source>
        <translation>%1 を解除？</translation>
    </message>
    <message numerus="yes">
        <source>%n runs continue.</source>
        <translation>
            <numerusform>%n 件の実行が続く。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::HoldButton</name>
    <message>
        <source>%1, locked, %2</source>
        <translation>%1、ロック中、%2</translation>
    </message>
    <message>
        <source>%1. Press Control Enter twice, one to five seconds apart, or keep the mouse button pressed for one second.</source>
        <translation>%1。Control Enter を 1 から 5 秒の間隔で 2 回押すか、マウスボタンを 1 秒間押し続ける。</translation>
    </message>
    <message>
        <source>%1. Press Control Enter twice, or click twice, one to five seconds apart.</source>
        <translation>%1。Control Enter を 2 回押すか 2 回クリックする。間隔は 1 から 5 秒。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ImportModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Worked here</source>
        <translation>ここでの効果</translation>
    </message>
    <message>
        <source>Worked by the file</source>
        <translation>ファイルでの効果</translation>
    </message>
    <message>
        <source>Autonomy</source>
        <translation>自律度</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ImportPanel</name>
    <message>
        <source>What the file would change</source>
        <translation>ファイルによる変更</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>引き継ぐ</translation>
    </message>
    <message numerus="yes">
        <source>%1 changes %n patterns.</source>
        <translation>
            <numerusform>%1 は %n 件のパターンを変更します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its records say no more than what is known here. They change nothing.</source>
        <translation>
            <numerusform>%n 件の記録はここで既知の内容以上を含まず、何も変更しません。</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing would change</source>
        <translation>変更はありません</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::KeysPanel</name>
    <message>
        <source>Keys</source>
        <translation>キー一覧</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全画面共通</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>上、下</translation>
    </message>
    <message>
        <source>Choose a run</source>
        <translation>実行を選択</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the selected run</source>
        <translation>選択した実行を開く</translation>
    </message>
    <message>
        <source>Run detail</source>
        <translation>実行の詳細</translation>
    </message>
    <message>
        <source>Step back, step forward</source>
        <translation>前のステップ、次のステップ</translation>
    </message>
    <message>
        <source>Go to live</source>
        <translation>最新へ</translation>
    </message>
    <message>
        <source>Show unchanged keys of the state</source>
        <translation>状態の変更なしのキーを表示</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>ログを検索</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>The graph as a table</source>
        <translation>グラフを表で表示</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Ask for more</source>
        <translation>追加情報を求める</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Ctrl+Enter twice</source>
        <translation>Ctrl+Enter 2 回</translation>
    </message>
    <message>
        <source>Section of the evidence</source>
        <translation>根拠の区分</translation>
    </message>
    <message>
        <source>Approve, 1 to 5&#x202f;s apart</source>
        <translation>承認、間隔 1 から 5&#x202f;秒</translation>
    </message>
    <message>
        <source>Fork from this checkpoint</source>
        <translation>このチェックポイントからフォーク</translation>
    </message>
    <message>
        <source>Match case, whole words, expressions</source>
        <translation>大文字小文字、単語単位、正規表現</translation>
    </message>
    <message>
        <source>Root cause, failing step</source>
        <translation>根本原因、失敗したステップ</translation>
    </message>
    <message>
        <source>Sections, go to line</source>
        <translation>セクション、指定行へ移動</translation>
    </message>
    <message>
        <source>Times, invisible characters, wrapped lines, follow the end</source>
        <translation>時刻、不可視文字、折り返し、末尾を追う</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::KnowledgeModel</name>
    <message>
        <source>Failure and fix</source>
        <translation>失敗と修正</translation>
    </message>
    <message>
        <source>Worked, 95 % interval</source>
        <translation>有効、95 % 区間</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>最終使用</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 から %2</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Locked: policy wants a pull request.</source>
        <translation>ロック: ポリシーはプルリクエストを求めています。</translation>
    </message>
    <message>
        <source>Locked: it is destructive and always asks.</source>
        <translation>ロック: 破壊的なため常に確認します。</translation>
    </message>
    <message>
        <source>Locked: policy asks a person.</source>
        <translation>ロック: ポリシーは人に確認します。</translation>
    </message>
    <message>
        <source>Locked: policy forbids it.</source>
        <translation>ロック: ポリシーが禁じています。</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>実行 %1</translation>
    </message>
    <message>
        <source>%1, %2, %3, worked %4 of %5</source>
        <translation>%1、%2、%3、%5 回中 %4 回有効</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>発生</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>出所</translation>
    </message>
    <message>
        <source>Autonomy</source>
        <translation>自律度</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::KnowledgePage</name>
    <message>
        <source>Knowledge</source>
        <translation>ナレッジ</translation>
    </message>
    <message>
        <source>Nothing learned yet. Patterns appear after the first verified fix.</source>
        <translation>まだ学習なし。最初の検証済み修正の後にパターンが現れる。</translation>
    </message>
    <message>
        <source>What was learned is not loaded yet.</source>
        <translation>学習内容は未読み込み。</translation>
    </message>
    <message>
        <source>Nothing learned yet.</source>
        <translation>まだ学習なし。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Import patterns</source>
        <translation>パターンを読み込み</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export patterns</source>
        <translation>パターンを書き出し</translation>
    </message>
    <message>
        <source>Policy of each line</source>
        <translation>ラインごとのポリシー</translation>
    </message>
    <message>
        <source>Marked. The figures follow.</source>
        <translation>印を付けました。数値に反映されます。</translation>
    </message>
    <message>
        <source>Taken over. It is one entry in Audit.</source>
        <translation>取り込みました。監査に 1 件記録されます。</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>%1 に書き出し済み</translation>
    </message>
    <message>
        <source>Turn off %1?</source>
        <translation>%1 をオフにしますか?</translation>
    </message>
    <message numerus="yes">
        <source>%1 has fixed %2 of %n runs. It would not even be suggested.</source>
        <translation>
            <numerusform>%1 は %n 件中 %2 件の実行を直しました。今後は提案もされません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Suggest only</source>
        <translation>提案のみ</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>オフにする</translation>
    </message>
    <message>
        <source>Switched. It counts for the next choice of a fix.</source>
        <translation>切り替えました。次の修正の選択から有効です。</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>%1 を忘れますか?</translation>
    </message>
    <message>
        <source>Every fix against it goes, with its switch and the marks of its runs. The entries in Audit stay. Export first to keep a copy.</source>
        <translation>これに対するすべての修正が、切り替えと実行の印とともに消えます。監査のエントリは残ります。複製が必要なら先に書き出してください。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘れる</translation>
    </message>
    <message>
        <source>Forgotten. The entries in Audit stay.</source>
        <translation>忘れました。監査のエントリは残ります。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln fixes worked.</source>
        <translation>
            <numerusform>%Ln 回の修正のうち %1 回が有効。</numerusform>
        </translation>
    </message>
    <message>
        <source>No patterns match.</source>
        <translation>一致するパターンはありません。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>Auto stays within the limits of each line&apos;s policy. Locked where every policy wants a pull request or a person.</source>
        <translation>自動は各ラインのポリシーの上限内です。すべてのポリシーがプルリクエストか人を求める場合はロックされます。</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1、%2。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln patterns</source>
        <translation>
            <numerusform>%Ln 件のパターン</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln act on their own</source>
        <translation>
            <numerusform>%Ln 件が自動で動作</numerusform>
        </translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>パターン</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LineChart</name>
    <message>
        <source>No data yet.</source>
        <translation>データはまだありません。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LineDiffModel</name>
    <message>
        <source>added: %1</source>
        <translation>追加: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>削除: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LogPane</name>
    <message>
        <source>Job and attempt</source>
        <translation>ジョブと試行</translation>
    </message>
    <message>
        <source>No log yet. It starts with the first line of output.</source>
        <translation>ログなし。最初の出力行から始まる。</translation>
    </message>
    <message>
        <source>Copied the first %1 of %2 lines.</source>
        <translation>%2 行中先頭の %1 行をコピー。</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <translation>%1、試行 %2</translation>
    </message>
    <message>
        <source>%1, failed</source>
        <translation>%1、失敗</translation>
    </message>
    <message>
        <source>The log stops at line %1.</source>
        <translation>ログは %1 行目で止まっている。</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>No line matches</source>
        <translation>一致する行なし</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>検索を解除</translation>
    </message>
    <message>
        <source>This log has no sections.</source>
        <translation>このログにセクションはない。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LogSearch</name>
    <message>
        <source>Search the log</source>
        <translation>ログを検索</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 lines match</source>
        <translation>%2 行中 %1 行が一致</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>現在 %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LogStrip</name>
    <message>
        <source>The whole log</source>
        <translation>ログ全体</translation>
    </message>
    <message numerus="yes">
        <source>Root cause at %1 of %2, %n error(s).</source>
        <translation>
            <numerusform>根本原因は %2 行中 %1 行目、エラー %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s).</source>
        <translation>
            <numerusform>エラー %n 件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LogSwitches</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Invisible</source>
        <translation>不可視文字</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>折り返し</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追従</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Line %1, root cause, %2</source>
        <translation>%1 行目、根本原因、%2</translation>
    </message>
    <message>
        <source>Line %1, %2</source>
        <translation>%1 行目、%2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>End of the failing step</source>
        <translation>失敗ステップの終わり</translation>
    </message>
    <message>
        <source>Go to line…</source>
        <translation>行へ移動…</translation>
    </message>
    <message>
        <source>Sections…</source>
        <translation>セクション…</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Invisible</source>
        <translation>不可視文字</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>折り返し</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追従</translation>
    </message>
    <message>
        <source>Failing step ended here</source>
        <translation>失敗したステップの終了位置</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LogWindow</name>
    <message>
        <source>Log: %1, %2</source>
        <translation>ログ: %1、%2</translation>
    </message>
    <message>
        <source>Root cause at %1.</source>
        <translation>根本原因は %1 行目。</translation>
    </message>
    <message>
        <source>No root cause is known.</source>
        <translation>根本原因は不明です。</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>none is known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Failing step</source>
        <translation>失敗したステップ</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>指定行へ移動</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>セクション</translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>%1 行目 / 全 %2 行</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::LongText</name>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>一部だけ表示</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::MainWindow</name>
    <message>
        <source>New workspace</source>
        <translation>新しいワークスペース</translation>
    </message>
    <message>
        <source>%1 – Signalbox</source>
        <translation>%1 – Signalbox</translation>
    </message>
    <message>
        <source>No line was added.</source>
        <translation>ラインは追加されなかった。</translation>
    </message>
    <message>
        <source>Commit copied.</source>
        <translation>コミットをコピー済み。</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>Signalbox について</translation>
    </message>
    <message>
        <source>Signalbox %1
The place from which releases are let through or held.
GPL-3.0-or-later</source>
        <translation>Signalbox %1
リリースを通すか保留するかを決める場所。
GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>The audit log is not proven.</source>
        <translation>監査ログは未証明。</translation>
    </message>
    <message>
        <source>The store cannot be written.</source>
        <translation>ストアに書き込めない。</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>対応が必要な項目なし。</translation>
    </message>
    <message>
        <source>all lines are held</source>
        <translation>すべてのラインを保留中</translation>
    </message>
    <message>
        <source>nothing is held</source>
        <translation>保留なし</translation>
    </message>
    <message>
        <source>Select an approval first.</source>
        <translation>先に承認を選択。</translation>
    </message>
    <message>
        <source>1 agent stops.</source>
        <translation>1 エージェントが停止。</translation>
    </message>
    <message numerus="yes">
        <source>%n agents stop.</source>
        <translation>
            <numerusform>%n エージェントが停止。</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit Signalbox?</source>
        <translation>Signalbox を終了？</translation>
    </message>
    <message>
        <source>Quit Signalbox? %1</source>
        <translation>Signalbox を終了？%1</translation>
    </message>
    <message>
        <source>Keep running in tray</source>
        <translation>トレイで実行を続ける</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>There is no log yet.</source>
        <translation>ログはまだありません。</translation>
    </message>
    <message>
        <source>A connection does not work.</source>
        <translation>接続が動作していません。</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>no run selected</source>
        <translation>実行未選択</translation>
    </message>
    <message>
        <source>no line selected</source>
        <translation>ライン未選択</translation>
    </message>
    <message>
        <source>run has ended</source>
        <translation>実行は終了済み</translation>
    </message>
    <message>
        <source>run without a commit</source>
        <translation>コミットのない実行</translation>
    </message>
    <message>
        <source>run is open</source>
        <translation>実行は表示中</translation>
    </message>
    <message>
        <source>no run selected on the page Runs</source>
        <translation>「実行」ページで実行未選択</translation>
    </message>
    <message>
        <source>nothing was shown before</source>
        <translation>これより前の表示なし</translation>
    </message>
    <message>
        <source>nothing was shown after</source>
        <translation>これより後の表示なし</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Open Audit and verify it again.</source>
        <translation>監査を開いて再検証してください。</translation>
    </message>
    <message>
        <source>Times are told in %1.</source>
        <translation>時刻は %1 で表示します。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ModelPane</name>
    <message>
        <source>Model messages</source>
        <translation>モデルとのやり取り</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::NeedCard</name>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Review %1, %2</source>
        <translation>%1 を確認、%2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open %1, %2</source>
        <translation>%1 を開く、%2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::NeedsYou</name>
    <message>
        <source>Needs you</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Open the first item</source>
        <translation>最初の項目を開く</translation>
    </message>
    <message>
        <source>Ctrl J</source>
        <translation>Ctrl J</translation>
    </message>
    <message>
        <source>Approvals are not loaded yet.</source>
        <translation>承認はまだ読み込まれていません。</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>対応が必要な項目なし</translation>
    </message>
    <message>
        <source>Approvals, escalations and lines off baseline appear here.</source>
        <translation>承認、エスカレーション、基準外のラインがここに現れる。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>ライン</translation>
    </message>
    <message>
        <source>Lines are not loaded yet.</source>
        <translation>ラインは未読み込み。</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>要対応</translation>
    </message>
    <message>
        <source>Needs you %1</source>
        <translation>要対応 %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Page</name>
    <message>
        <source>As of %1</source>
        <translation>%1 時点</translation>
    </message>
    <message>
        <source>Updated %1 ago</source>
        <translation>%1前に更新</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Palette</name>
    <message>
        <source>Search or run a command</source>
        <translation>検索またはコマンド</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>検索結果</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Decisions are made on the approval, not here</source>
        <translation>決定は承認で行い、ここでは行わない</translation>
    </message>
    <message>
        <source>Nothing found for %1.</source>
        <translation>%1 に一致なし。</translation>
    </message>
    <message>
        <source>&gt; commands   # runs   @ people</source>
        <translation>&gt; コマンド   # 実行   @ 担当者</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>people</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1、%3 件中 %2 件目</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Look for %1 in all runs</source>
        <translation>すべての実行から %1 を検索</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>open in window</source>
        <translation>別ウィンドウで開く</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PaletteModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PatternAside</name>
    <message>
        <source>Forget</source>
        <translation>忘れる</translation>
    </message>
    <message>
        <source>Evidence runs</source>
        <translation>根拠の実行</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正しい</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>Not a failure</source>
        <translation>失敗ではない</translation>
    </message>
    <message>
        <source>A mark changes the figures and the choice of the next run. It is kept in Audit.</source>
        <translation>印は数値と次の実行での選択を変えます。監査に記録されます。</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>シグネチャ</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>最終使用</translation>
    </message>
    <message>
        <source>What was tried against it</source>
        <translation>試した修正</translation>
    </message>
    <message>
        <source>worked, of tried</source>
        <translation>有効 / 試行</translation>
    </message>
    <message>
        <source>%1, %2, worked %3 of %4</source>
        <translation>%1、%2、有効 %3 / %4</translation>
    </message>
    <message>
        <source>Few tries say little: the interval is wide.</source>
        <translation>試行が少なく判断できない。区間が広い。</translation>
    </message>
    <message>
        <source>newest %1 of %2</source>
        <translation>%2 件中、最新 %1 件</translation>
    </message>
    <message>
        <source>Was the pattern right about %1?</source>
        <translation>%1 についてパターンは正しかったですか?</translation>
    </message>
    <message>
        <source>No run here to mark.</source>
        <translation>印を付ける実行はありません。</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>ロック中: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PatternFilterBar</name>
    <message>
        <source>Filter, for example cache origin:here worked:&lt;50</source>
        <translation>フィルター、例: cache origin:here worked:&lt;50</translation>
    </message>
    <message>
        <source>Filter patterns</source>
        <translation>パターンを絞り込み</translation>
    </message>
    <message>
        <source>Acting alone</source>
        <translation>単独で動作</translation>
    </message>
    <message>
        <source>Below 50&#x202f;%</source>
        <translation>50&#x202f;% 未満</translation>
    </message>
    <message>
        <source>Learned here</source>
        <translation>ここで学習</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>読み込み済み</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PendingBar</name>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>%1 Takes effect in %2&#x202f;s.</source>
        <translation>%1 %2&#x202f;秒後に有効。</translation>
    </message>
    <message>
        <source>Reason hidden until you decide.</source>
        <translation>理由は判断まで非表示。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1. Decided by %2.</source>
        <translation>%1。決定者: %2。</translation>
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
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Where it lives</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>リポジトリ</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>A folder with a signalbox.yaml</source>
        <translation>signalbox.yaml のあるフォルダー</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Empty: gitlab.com. One of your own: https://gitlab.acme.com</source>
        <translation>空欄: gitlab.com。自社サーバー: https://gitlab.acme.com</translation>
    </message>
    <message>
        <source>Empty: github.com. One of your own: https://github.acme.com</source>
        <translation>空欄: github.com。自社サーバー: https://github.acme.com</translation>
    </message>
    <message>
        <source>With its group, as in the address of its page</source>
        <translation>グループ付き、ページのアドレスの通り</translation>
    </message>
    <message>
        <source>With its owner, as in the address of its page</source>
        <translation>所有者付き、ページのアドレスの通り</translation>
    </message>
    <message>
        <source>a folder is needed</source>
        <translation>フォルダーが必要です</translation>
    </message>
    <message>
        <source>the repository is needed, with its owner</source>
        <translation>所有者付きのリポジトリが必要です</translation>
    </message>
    <message>
        <source>Add a repository</source>
        <translation>リポジトリを追加</translation>
    </message>
    <message>
        <source>the server is an address such as %1</source>
        <translation>サーバーは %1 のようなアドレスです</translation>
    </message>
    <message>
        <source>the address names no repository</source>
        <translation>アドレスにリポジトリがありません</translation>
    </message>
    <message>
        <source>the repository is a name such as %1</source>
        <translation>リポジトリは %1 のような名前です</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PolicyForm</name>
    <message>
        <source>Freezes and environments</source>
        <translation>凍結と環境</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>凍結</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Always asks</source>
        <translation>常に確認</translation>
    </message>
    <message>
        <source>no environment</source>
        <translation>環境なし</translation>
    </message>
    <message>
        <source>Approvers</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>one, two for critical risk and overrides</source>
        <translation>1 人、重大なリスクと例外は 2 人</translation>
    </message>
    <message>
        <source>No decision</source>
        <translation>決定なし</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation>遮断</translation>
    </message>
    <message>
        <source>one failure in three runs at once stops retrying</source>
        <translation>3 件の実行で同時に同じ失敗が出ると再試行を止めます</translation>
    </message>
    <message>
        <source>Used this hour</source>
        <translation>この 1 時間の使用</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>以前 %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PolicySection</name>
    <message>
        <source>Line</source>
        <translation>ライン</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Nothing changed. An edit shows here what it makes of the file, before it is proposed.</source>
        <translation>変更はありません。編集すると、提案する前にファイルの変化がここに表示されます。</translation>
    </message>
    <message>
        <source>Change of the file</source>
        <translation>ファイルの変更</translation>
    </message>
    <message>
        <source>Reason, needed</source>
        <translation>理由 (必須)</translation>
    </message>
    <message>
        <source>Reason of the change</source>
        <translation>変更の理由</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Propose change</source>
        <translation>変更を提案</translation>
    </message>
    <message>
        <source>Proposed on the branch %1. It is in force once it is merged. It is one entry in Audit.</source>
        <translation>ブランチ %1 で提案しました。マージされると有効になります。監査に 1 件記録されます。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>signalbox.yaml, %1</source>
        <translation>signalbox.yaml、%1</translation>
    </message>
    <message>
        <source>no file on %1: the defaults</source>
        <translation>%1 にファイルなし: 既定値</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. The policy accepted last is in force.</source>
        <translation>ファイルを読めません: %1。最後に承認されたポリシーが有効です。</translation>
    </message>
    <message>
        <source>Waits for a person, as it is looser: %1</source>
        <translation>緩くなるため人の承認待ち: %1</translation>
    </message>
    <message>
        <source>In force since %1, accepted by %2.</source>
        <translation>%1 から有効、承認者 %2。</translation>
    </message>
    <message>
        <source>In force with the next run. A change that loosens it needs a person.</source>
        <translation>次の実行から有効です。緩める変更には人の承認が必要です。</translation>
    </message>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1 は数値ではありません。</translation>
    </message>
    <message>
        <source>No lines yet.</source>
        <translation>ラインなし。</translation>
    </message>
    <message>
        <source>The policy of each line.</source>
        <translation>ラインごとのポリシー。</translation>
    </message>
    <message numerus="yes">
        <source>%n changes.</source>
        <translation>
            <numerusform>%n 件の変更。</numerusform>
        </translation>
    </message>
    <message>
        <source>It says what agents may do on their own.</source>
        <translation>エージェントが単独でできることを定めます。</translation>
    </message>
    <message>
        <source>Looser: a person approves it once it is merged.</source>
        <translation>緩くなります: マージ後に人が承認します。</translation>
    </message>
    <message>
        <source>In force once it is merged.</source>
        <translation>マージされると有効になります。</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>a reason is needed</source>
        <translation>理由が必要</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>変更 %1</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>ロック中: %1</translation>
    </message>
    <message>
        <source>The policy is not loaded yet.</source>
        <translation>ポリシーはまだ読み込まれていません。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PromptBanners</name>
    <message>
        <source>The decision was not sent.</source>
        <translation>決定は送信されなかった。</translation>
    </message>
    <message>
        <source>The evidence changed while you decided. Look at the marked sections and decide again.</source>
        <translation>判断中に根拠が変わった。印の付いた区分を確認して再度判断。</translation>
    </message>
    <message>
        <source>The decision could not be taken back.</source>
        <translation>決定を取り消せなかった。</translation>
    </message>
    <message>
        <source>Approvals cannot be sent.</source>
        <translation>承認を送信できない。</translation>
    </message>
    <message>
        <source>%1 Your decision is not lost: it stays here until you send it again.</source>
        <translation>%1 決定は失われない。再送信までここに残る。</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再送信</translation>
    </message>
    <message>
        <source>Refresh evidence</source>
        <translation>根拠を更新</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>更新中…</translation>
    </message>
    <message>
        <source>The evidence was not refreshed.</source>
        <translation>根拠は更新されませんでした。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::PromptHeader</name>
    <message>
        <source>Open run</source>
        <translation>実行を開く</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>Decide by %1</source>
        <translation>%1 までに判断</translation>
    </message>
    <message>
        <source>Time passed at %1</source>
        <translation>%1 に期限切れ</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left, decide by %1, then %2.</source>
        <translation>
            <numerusform>残り %n 分、%1 までに判断、その後 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved here</source>
        <translation>ここで承認済み</translation>
    </message>
    <message>
        <source>Rejected here</source>
        <translation>ここで却下済み</translation>
    </message>
    <message>
        <source>Waits there</source>
        <translation>先方で待機</translation>
    </message>
    <message>
        <source>Approved, not started</source>
        <translation>承認済み、未開始</translation>
    </message>
    <message>
        <source>Open there</source>
        <translation>先方で開く</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>更新中…</translation>
    </message>
    <message>
        <source>Refresh evidence</source>
        <translation>根拠を更新</translation>
    </message>
    <message>
        <source>%1 Read anew at %2.</source>
        <translation>%1 %2 に再取得。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::QuestionBar</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Rail</name>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>ナレッジ</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>監査</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>ワークスペース</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RailItem</name>
    <message>
        <source>%1, %2 held for you</source>
        <translation>%1、%2 件承認待ち</translation>
    </message>
    <message>
        <source>%1, %2 in progress</source>
        <translation>%1、%2 件実行中</translation>
    </message>
    <message>
        <source>%1, critical</source>
        <translation>%1、重大</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RawDetails</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>詳細を隠す</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>詳細を表示</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ReceptionPane</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>オンにする</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>受信アドレス</translation>
    </message>
    <message>
        <source>Listen there</source>
        <translation>ここで受信</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>経路</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>reachable from elsewhere</source>
        <translation>外部から到達可能</translation>
    </message>
    <message>
        <source>this computer only</source>
        <translation>このコンピューターのみ</translation>
    </message>
    <message>
        <source>being changed</source>
        <translation>変更中</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>オフにする</translation>
    </message>
    <message>
        <source>an address is needed</source>
        <translation>アドレスが必要です</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>ロック中: %1</translation>
    </message>
    <message>
        <source>GitHub and GitLab deliver here what has happened, sooner than polling finds it. They have to reach this address; nothing comes in while Signalbox is closed.</source>
        <translation>GitHub と GitLab は起きたことを、定期的な確認より早くここに通知します。両者からこのアドレスに到達できる必要があり、Signalbox を閉じている間は届きません。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RehearsalBanner</name>
    <message>
        <source>Open original</source>
        <translation>元の実行を開く</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>Of run %1, from checkpoint %2. The record answered, nothing had effects.</source>
        <translation>実行 %1 のチェックポイント %2 から。記録が応答し、作用はない。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RightsModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>権限</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>テスト結果</translation>
    </message>
    <message>
        <source>Needed for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>未テスト</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RightsTable</name>
    <message>
        <source>Rights</source>
        <translation>権限</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RowListModel</name>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1、%2、%3、%4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunAside</name>
    <message>
        <source>Open run</source>
        <translation>実行を開く</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>ログを開く</translation>
    </message>
    <message>
        <source>Re-run</source>
        <translation>再実行</translation>
    </message>
    <message>
        <source>No run selected</source>
        <translation>実行未選択</translation>
    </message>
    <message>
        <source>The agent&apos;s run failed</source>
        <translation>エージェントの実行が失敗</translation>
    </message>
    <message>
        <source>Root cause, line %1</source>
        <translation>根本原因、%1 行目</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>Fixes tried by the %1 agent</source>
        <translation>%1 エージェントが試した修正</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Jobs of attempt %1</source>
        <translation>試行 %1 のジョブ</translation>
    </message>
    <message>
        <source>no run selected</source>
        <translation>実行未選択</translation>
    </message>
    <message>
        <source>all lines held</source>
        <translation>すべてのラインを保留中</translation>
    </message>
    <message>
        <source>held for a decision</source>
        <translation>判断待ちで保留中</translation>
    </message>
    <message>
        <source>heal in progress</source>
        <translation>修復中</translation>
    </message>
    <message>
        <source>run in progress</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Runs the jobs of %1 on its newest commit</source>
        <translation>%1 のジョブを最新のコミットで実行</translation>
    </message>
    <message>
        <source>Locked: %1</source>
        <translation>ロック中: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, last %n run(s)</source>
        <translation>
            <numerusform>%1、直近 %n 件の実行</numerusform>
        </translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>中央値 %1</translation>
    </message>
    <message>
        <source>this one %1</source>
        <translation>この実行 %1</translation>
    </message>
    <message>
        <source>Why it ended so</source>
        <translation>このように終わった理由</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>runs of a server are started there</source>
        <translation>サーバーの実行はサーバー側で開始します</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunDetailBody</name>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunDetailPage</name>
    <message>
        <source>Run %1</source>
        <translation>実行 %1</translation>
    </message>
    <message>
        <source>rehearsal of run %1</source>
        <translation>実行 %1 のリハーサル</translation>
    </message>
    <message>
        <source>local CI</source>
        <translation>ローカル CI</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunTableModel</name>
    <message>
        <source>run %1</source>
        <translation>実行 %1</translation>
    </message>
    <message>
        <source>%1, %2, %3, started %4, press Enter to open</source>
        <translation>%1、%2、%3、開始 %4、Enter で開く</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>ライン</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>ブランチ</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>トリガー</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Duration, | median</source>
        <translation>所要、| 中央値</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>エージェント</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunTabs</name>
    <message>
        <source>%1, exit %2</source>
        <translation>%1、終了コード %2</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Tool calls %1</source>
        <translation>ツール呼び出し %1</translation>
    </message>
    <message>
        <source>Failed jobs %1</source>
        <translation>失敗ジョブ %1</translation>
    </message>
    <message>
        <source>Tool calls</source>
        <translation>ツール呼び出し</translation>
    </message>
    <message>
        <source>Failed jobs</source>
        <translation>失敗ジョブ</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
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
        <translation>試行 %1</translation>
    </message>
    <message>
        <source>attempt %1, %2</source>
        <translation>試行 %1、%2</translation>
    </message>
    <message>
        <source>Model messages %1</source>
        <translation>モデルとのやり取り %1</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Filter, for example state:failed line:search</source>
        <translation>フィルター（例 state:failed line:search）</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>実行を絞り込む</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Healed</source>
        <translation>修復済み</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>No runs yet. A run appears when a line&apos;s jobs start.</source>
        <translation>実行なし。ラインのジョブが始まると現れる。</translation>
    </message>
    <message>
        <source>No runs match</source>
        <translation>一致する実行なし</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>選択中</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Of %1 runs.</source>
        <translation>%1 件の実行のうち。</translation>
    </message>
    <message>
        <source>Looking at older runs…</source>
        <translation>古い実行を検索しています…</translation>
    </message>
    <message>
        <source>Runs are not loaded yet.</source>
        <translation>実行はまだ読み込まれていない。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Screenshots</name>
    <message>
        <source>There is no such screen.</source>
        <translation>そのような画面はない。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 に書き込めない。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SearchBox</name>
    <message>
        <source>Search or run a command</source>
        <translation>検索またはコマンド</translation>
    </message>
    <message>
        <source>Search or run a command, Control K</source>
        <translation>検索またはコマンド、Control K</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SearchOptions</name>
    <message>
        <source>Match case</source>
        <translation>大文字と小文字を区別</translation>
    </message>
    <message>
        <source>Whole word</source>
        <translation>単語単位</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表現</translation>
    </message>
    <message>
        <source>Last match</source>
        <translation>前の一致</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>次の一致</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SectionColumn</name>
    <message>
        <source>Sections</source>
        <translation>セクション</translation>
    </message>
    <message>
        <source>time, first line</source>
        <translation>時間、先頭行</translation>
    </message>
    <message>
        <source>Times come from the log itself.</source>
        <translation>時間はログ自体の値です。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SectionList</name>
    <message>
        <source>Sections</source>
        <translation>セクション</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>キーボード</translation>
    </message>
    <message>
        <source>Language and time</source>
        <translation>言語と時刻</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Follow system</source>
        <translation>システムに従う</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation>画面の大きさ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Taken up at the next start.</source>
        <translation>次回の起動から有効。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Two clicks</source>
        <translation>2 回クリック</translation>
    </message>
    <message>
        <source>Keep pressed</source>
        <translation>押し続ける</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>For 1&#x202f;s, or 1 to 5&#x202f;s apart. Ctrl+Enter twice always works.</source>
        <translation>1&#x202f;秒間、または 1 から 5&#x202f;秒の間隔。Ctrl+Enter 2 回は常に有効。</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>動き</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>減らす</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Reduced: nothing moves of its own.</source>
        <translation>減らす: 自動では何も動きません。</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) have a key.</source>
        <translation>
            <numerusform>%n 個のコマンドにキーがあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>A question mark lists those of the page.</source>
        <translation>? でページのキーを一覧します。</translation>
    </message>
    <message>
        <source>%1, %2%3%.</source>
        <translation>%1、%2%3%。</translation>
    </message>
    <message>
        <source>The size is taken up at the next start.</source>
        <translation>サイズは次回起動時に反映されます。</translation>
    </message>
    <message>
        <source>%1, times of %2.</source>
        <translation>%1、時刻は %2。</translation>
    </message>
    <message>
        <source>The language is taken up at the next start.</source>
        <translation>言語は次回起動時に反映されます。</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>A change of connections, policy or data is one entry in Audit.</source>
        <translation>接続、ポリシー、データの変更は監査に1件記録されます。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Letter keys on</source>
        <translation>文字キー オン</translation>
    </message>
    <message>
        <source>Letter keys off</source>
        <translation>文字キー オフ</translation>
    </message>
    <message>
        <source>Letter keys</source>
        <translation>文字キー</translation>
    </message>
    <message>
        <source>Off: no key is a command without Ctrl or Alt.</source>
        <translation>オフ: Ctrl や Alt のないキーは操作になりません。</translation>
    </message>
    <message>
        <source>Zone of the workspace</source>
        <translation>ワークスペースのタイムゾーン</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>このコンピュータと同じ</translation>
    </message>
    <message>
        <source>The one that a team agrees on.</source>
        <translation>チームで決めたもの。</translation>
    </message>
    <message>
        <source>Times are told in</source>
        <translation>時刻の表示</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Zone of this computer</source>
        <translation>このコンピュータのタイムゾーン</translation>
    </message>
    <message>
        <source>Ctrl+Shift+U goes on to the next. A tool tip tells all.</source>
        <translation>Ctrl+Shift+U で次へ。ツールチップにすべて表示します。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::ShareRow</name>
    <message>
        <source>%1, worked %2 of %3</source>
        <translation>%1、有効 %2 / %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::SideItem</name>
    <message numerus="yes">
        <source>%1, %n off baseline</source>
        <translation>
            <numerusform>%1、%n 件要確認</numerusform>
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
        <translation>読み込み中。</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
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
        <translation>起きたこと: %1</translation>
    </message>
    <message>
        <source>Store: %1</source>
        <translation>ストア: %1</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ストア</translation>
    </message>
    <message>
        <source>Signalbox cannot use its workspace.</source>
        <translation>Signalbox はワークスペースを使えません。</translation>
    </message>
    <message>
        <source>Signalbox cannot use its store.</source>
        <translation>Signalbox はストアを使えません。</translation>
    </message>
    <message>
        <source>Mend the file that is named above, or put a backup in its place. Then start Signalbox again.</source>
        <translation>上記のファイルを直すか、バックアップに置き換えてください。その後 Signalbox を起動し直してください。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Check free space and the rights of its folder. Where the store is damaged, put a backup in its place. Then start Signalbox again.</source>
        <translation>空き容量とフォルダの権限を確認してください。ストアが壊れている場合はバックアップに置き換え、Signalbox を再起動してください。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StatePanel</name>
    <message>
        <source>State diff</source>
        <translation>状態の差分</translation>
    </message>
    <message>
        <source>Full state</source>
        <translation>全状態</translation>
    </message>
    <message>
        <source>Checkpoint %1 to</source>
        <translation>チェックポイント %1 →</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>チェックポイント</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n keys changed</source>
        <translation>
            <numerusform>%n キー中 %1 件変更</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n キー</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys unchanged.</source>
        <translation>
            <numerusform>%n キー変更なし。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show changed</source>
        <translation>変更のみ表示</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>No checkpoint yet</source>
        <translation>チェックポイントなし</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StatusLine</name>
    <message>
        <source>Agents %1 running</source>
        <translation>エージェント %1 実行中</translation>
    </message>
    <message>
        <source>Store cannot be written</source>
        <translation>ストアに書き込めません</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::StepsPanel</name>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>実行を中止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Side effects</source>
        <translation>副作用</translation>
    </message>
    <message>
        <source>Rehearsal of</source>
        <translation>リハーサル元</translation>
    </message>
    <message>
        <source>Fork of</source>
        <translation>分岐元</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>the run has ended</source>
        <translation>実行は終了</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>実行 %1</translation>
    </message>
    <message>
        <source>From checkpoint</source>
        <translation>開始チェックポイント</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以後</translation>
    </message>
    <message>
        <source>Steps %1 to %2 of %3</source>
        <translation>ステップ %1～%2、全 %3</translation>
    </message>
    <message>
        <source>Locked: %1.</source>
        <translation>ロック中: %1。</translation>
    </message>
    <message>
        <source>Model calls</source>
        <translation>モデル呼び出し</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TestStep</name>
    <message>
        <source>Open token page</source>
        <translation>トークンのページを開く</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>再テスト</translation>
    </message>
    <message>
        <source>Each right is tried once with a harmless call. Nothing is changed in %1.</source>
        <translation>各権限を無害な呼び出しで1回テストします。%1 は変更されません。</translation>
    </message>
    <message>
        <source>The connection could not be tested.</source>
        <translation>接続をテストできませんでした。</translation>
    </message>
    <message>
        <source>being tested</source>
        <translation>テスト中</translation>
    </message>
    <message>
        <source>%1 of %2 tried</source>
        <translation>%2 件中 %1 件テスト済み</translation>
    </message>
    <message>
        <source>%1 of %2 done in %3</source>
        <translation>%2 件中 %1 件完了、%3</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Timeline</name>
    <message numerus="yes">
        <source>%n item(s). Table: Control Shift T.</source>
        <translation>
            <numerusform>%n 件。表: Control Shift T。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing happened in this time.</source>
        <translation>この期間には何も起きていません。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TimelineTable</name>
    <message>
        <source>Lane</source>
        <translation>レーン</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TokenForm</name>
    <message>
        <source>System keychain</source>
        <translation>システムのキーチェーン</translation>
    </message>
    <message>
        <source>Sealed file, under a passphrase</source>
        <translation>暗号化ファイル(パスフレーズ)</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>このセッションのみ</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Keep it in</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
    <message>
        <source>that of the file</source>
        <translation>ファイルのパスフレーズ</translation>
    </message>
    <message numerus="yes">
        <source>at least %n characters</source>
        <translation>
            <numerusform>%n 文字以上</numerusform>
        </translation>
    </message>
    <message>
        <source>Signalbox asks the keychain for it at each start.</source>
        <translation>起動のたびにキーチェーンから読みます。</translation>
    </message>
    <message>
        <source>Encrypted beside the store. The passphrase is asked for once after each start.</source>
        <translation>ストアの隣に暗号化して保存します。起動ごとに1回パスフレーズを尋ねます。</translation>
    </message>
    <message>
        <source>It is forgotten when Signalbox is closed.</source>
        <translation>Signalbox を閉じると消去されます。</translation>
    </message>
    <message>
        <source>a token is needed</source>
        <translation>トークンが必要です</translation>
    </message>
    <message>
        <source>there is no keychain that can be used</source>
        <translation>使用できるキーチェーンがありません</translation>
    </message>
    <message>
        <source>a passphrase is needed</source>
        <translation>パスフレーズが必要です</translation>
    </message>
    <message>
        <source>the passphrase is too short</source>
        <translation>パスフレーズが短すぎます</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>パスフレーズ(確認)</translation>
    </message>
    <message>
        <source>the passphrases differ</source>
        <translation>パスフレーズが一致しません</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>シークレット</translation>
    </message>
    <message>
        <source>a secret is needed</source>
        <translation>シークレットが必要です</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TrackHeading</name>
    <message>
        <source>Line</source>
        <translation>ライン</translation>
    </message>
    <message>
        <source>Last 20 runs</source>
        <translation>直近 20 件</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::TrackModel</name>
    <message numerus="yes">
        <source>%1, and %n more runs in progress</source>
        <translation>
            <numerusform>%1、ほか %n 件実行中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Tray</name>
    <message>
        <source>Hold all</source>
        <translation>すべて保留</translation>
    </message>
    <message>
        <source>Do not disturb for 1&#x202f;h</source>
        <translation>1&#x202f;時間通知しない</translation>
    </message>
    <message>
        <source>Do not disturb until morning</source>
        <translation>翌朝まで通知しない</translation>
    </message>
    <message>
        <source>Disturb again</source>
        <translation>通知を再開</translation>
    </message>
    <message>
        <source>Open Signalbox</source>
        <translation>Signalbox を開く</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Signalbox: no data since %1.</source>
        <translation>Signalbox: %1 からデータなし。</translation>
    </message>
    <message numerus="yes">
        <source>Signalbox: %n held for you, next by %1.</source>
        <translation>
            <numerusform>Signalbox: %n 件承認待ち、次は %1 まで。</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications off until %1</source>
        <translation>%1 まで通知オフ</translation>
    </message>
    <message>
        <source>Notifications on</source>
        <translation>通知オン</translation>
    </message>
    <message>
        <source>Signalbox: 1 line clear.</source>
        <translation>Signalbox: 1 ライン正常。</translation>
    </message>
    <message numerus="yes">
        <source>Signalbox: %n lines clear.</source>
        <translation>
            <numerusform>Signalbox: %n ライン正常。</numerusform>
        </translation>
    </message>
    <message>
        <source>Review %1, %2</source>
        <translation>%1 を確認、%2</translation>
    </message>
    <message>
        <source>Signalbox: all lines held.</source>
        <translation>Signalbox: 全ラインを保留中。</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::Waiting</name>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::WallView</name>
    <message>
        <source>Signalbox, wall</source>
        <translation>Signalbox、ウォール表示</translation>
    </message>
    <message>
        <source>1 more line</source>
        <translation>ほか 1 ライン</translation>
    </message>
    <message numerus="yes">
        <source>%n more lines</source>
        <translation>
            <numerusform>ほか %n ライン</numerusform>
        </translation>
    </message>
    <message>
        <source>1 agent</source>
        <translation>1 エージェント</translation>
    </message>
    <message numerus="yes">
        <source>%n agents</source>
        <translation>
            <numerusform>%n エージェント</numerusform>
        </translation>
    </message>
    <message>
        <source>F11 leaves</source>
        <translation>F11 で戻る</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Store cannot be written</source>
        <translation>ストアに書き込めません</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::WizardSteps</name>
    <message>
        <source>Step %1 of %2, %3</source>
        <translation>ステップ %1 / %2、%3</translation>
    </message>
</context>
<context>
    <name>signalbox::ui::WrappedText</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
</context>
</TS>
