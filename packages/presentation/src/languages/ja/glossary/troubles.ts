/** Japanese customers' problems, their requests that go beyond a fact, and their small talk with the bot. */
export const troubles: Readonly<Record<string, string>> = {
  "[人間|人|スタッフ|オペレーター][に代わって|に替わって|に繋いで|につないで|と話したい|と話させて|を出して]":
    "i want to talk to a person",
  "[やめる|やめます|中止します|やめて]": "cancel",
  "[もう|とっくに]届いている[はず|べき]": "it should be here by now",
  "[届くはず|着くはず|届いているはず|届いてるはず]": "it should be here by now",
  "[時間がかかりすぎ|時間かかりすぎ|かかりすぎ|遅すぎる]": "it takes far too long",
  "[動きがない|動きがありません|変化がない|進んでいない|進んでない|止まって]":
    "the tracking has not moved for days",
  "[配達完了|配達済み|お届け済み][になってるけど|になっているのに|なのに|となっているが|になっていますが|のはずなのに|なってるのに][受け取って|届いて|来て|もらって]":
    "it says delivered but nothing came",
  "[配達完了|配達済み|お届け済み][になってるけど|になっているのに|なのに|となっているが|になっていますが|のはずなのに|なってるのに][受け取ってない|届いてない|受け取っていません|届いていません|届いていない|来ていない|来てない|受け取っていない]":
    "it says delivered but nothing came",
  "[割れてた|割れていました|割れてました|ひびが入って|ヒビが入って|欠けて|折れて]":
    "it arrived broken",
  "[半分しか|一部しか|一個しか|一つしか][入って|届いて|来て|届か][なかった|ない|いません|ません|いない]":
    "an item is missing",
  "[色|サイズ|商品|品物|中身]が[間違って|違って|違い|ちがう]": "you sent the wrong color",
  "[間違った|違う|別の][色|サイズ|商品|もの|品][が届|が来|を送|が入って]":
    "you sent the wrong item",
  "返品[ってどうやる|はどうやって|はどうすれば|の仕方|のやり方|はどうする]": "how do i return it",
  "[お金|代金|返金][は|]いつ[戻って|返って|戻り|振り込まれ]": "when do i get my money back",
  "[お金|代金|返金|お金は|代金は|返金は][いつ][戻って|返って|戻り|振り込まれ]":
    "when do i get my money back",
  "[別のサイズ|違うサイズ|大きいサイズ|小さいサイズ|別の色|他の色|違う色][に替えて|に変えて|に交換|と交換|に代えて]":
    "i want to exchange it for another size",
  "[まだ|今から|もう]キャンセル[でき|は可能|はでき]": "can i still cancel the order",
  "[注文を|注文の|]キャンセル[したい|して|でき|をお願い|お願い]": "cancel my order",
  "注文に[追加でき|追加し|もう一つ追加|商品を追加|追加は]": "can i add something to my order",
  "[商品を追加|追加で注文|一つ追加]": "add something to my order",
  "[対応|サービス|態度]が[ひどすぎる|ひどい|最悪|悪すぎる|悪い]": "this is bad service",
  "[許せない|馬鹿にして|バカにして|呆れ|信じられない]": "this is outrageous",
  "[これって人|人|本当の人間|人間][が答えてる|が対応して|が返事して|が答えて]":
    "are you a real person",
  "[AIです|AIなの|機械です|自動応答|自動返信]": "are you a robot",
  "[どちら様|どなた|何者]": "who are you",
  "[英語|中国語|韓国語|スペイン語|フランス語|ドイツ語|ポルトガル語|日本語][でもいい|で大丈夫|でも大丈夫|でいい|は通じ|は使え|対応して|わかり]":
    "do you speak english",
  "[どんな情報|どのような情報|何の情報|どんなデータ|どんな個人情報]を[保存|持って|集めて|保管]":
    "what do you store about me",
  "[発送されたら|発送したら|届いたら|着いたら|配達されたら|出荷されたら][連絡して|連絡ください|連絡を|知らせて|教えて|通知して]":
    "tell me when it arrives",
  "[打ち間違え|書き間違え|入力ミス|タイプミス|間違いでした|勘違い]": "my mistake typo",
  // The number, the email, the account.
  "注文番号[なくした|をなくし|を失くし|がわから|が見つから|が分から|忘れた|わからない|分からない|ない|ないです|不明|を紛失]":
    "i lost the order number",
  "[注文番号は|注文番号が][どこにあり|どこにある|どこに書いて|どこで確認|どこで見]":
    "where do i find the order number",
  "[どの番号|何の番号|番号って何|番号とは]": "which number",
  "注文番号[って何|とは何|とは|ってなに]": "what is an order number",
  "[メアド|メール|メルアド|アドレス|メールアドレス][持ってない|がない|持っていない|ない|はない|を持って|持ってません|使ってない]":
    "i do not have an email",
  "[名前|電話番号|氏名|苗字|電話][でも|で|からでも|から][探せ|調べ|検索|見つけ|照会|確認でき|わかり]":
    "can you find it by my name",
  "[会員登録せず|会員登録しない|登録せず|登録なし|ゲストで|非会員で|ゲスト][に|][買い|購入|注文|買っ]":
    "i bought it as a guest",
  "[会員登録せずに|会員登録しないで|登録せずに|登録なしで|ゲストで|非会員で|ゲスト|ゲストとして][買い|購入|注文|買っ]":
    "i bought it as a guest",
  "[アカウントがない|アカウントを持って|会員じゃない|会員ではありません|会員登録して|アカウントはありません]":
    "i do not have an account",
  "[どのアカウント|何のアカウント|どのメール]で[ログインして|ログイン|入って]":
    "which account am i signed in as",
  "[今|いま|]ログインして[る|い|いま|いる]": "am i signed in",
  "[母|父|夫|妻|主人|家内|娘|息子|兄|姉|弟|妹|祖母|祖父|友達|友人|彼女|彼氏|家族]の注文":
    "it is my mother's order",
  "[母|父|夫|妻|主人|家内|娘|息子|兄|姉|弟|妹|祖母|祖父|友達|友人|家族]の代わりに":
    "i am asking for my husband",
  "[他の人|ほかの人|別の人|他人|他のお客|他のお客さん|ほかのお客さん]の注文":
    "show me other people's orders",
  "[隣の人|隣の家|友達|近所の人|あの人]は何を[買った|買い|注文した|注文し|頼んだ]":
    "what did my neighbor order",
  "[なぜ|なんで|どうして|何のために][メールアドレス|メアド|メール|アドレス][が必要|を聞く|聞く|を教え|がいる|が要る|が必要なの]":
    "why do you need my email",
  "[多く|余分に|余計に|高く][引き落とされ|請求され|取られ|払わされ]": "you charged me too much",
  // Requests that only the carrier can fulfill, and gifts.
  "[玄関の前|ドアの前|玄関先|家の前|玄関|宅配ボックス|ガスメーター][に置いて|に入れて|に置き|に届けて]":
    "can you leave it at the door",
  "[隣の人|隣|お隣|隣の家|隣人|管理人さん][に預けて|に渡して|に届けて]":
    "leave it with my neighbor",
  "[隣の人|隣人|隣|家族][が|に|でも][受け取れ|受け取っても|受け取って|代わりに受け取れ]":
    "can my neighbor accept it",
  "[受取番号|受け取り番号|受取コード|受け取りコード|認証番号|引換番号|暗証番号][が届いて|が来て|がわから|が届か|が来ない|が届いていません]":
    "i did not get the pickup code",
  "[受取番号|受け取り番号|引換番号]": "pickup code",
  "[ギフト包装|ギフトラッピング|ラッピング|プレゼント包装|贈り物用に包装|包装][でき|は可能|して|はでき|お願い|]":
    "do you do gift wrapping",
  "[メッセージカード|カード|手紙|のし][を付け|をつけ|付けて|を入れ|は付け|をお願い|つけて|つけられ]":
    "can you add a greeting card",
  "[プレゼント用|贈り物|ギフトなので|プレゼントなので]": "it is a gift",
  // Reactions to the bot's last reply.
  "[間違いない|間違いありません|本当なの|ほんとに|ほんと|マジ|まじ|マジで|確実です]":
    "are you sure",
  "[じゃあ|では|それなら|それで]どう[したら|すれば|する][いい|いいの|良い|の|]":
    "then what do i do",
  "[そういうことじゃない|そうじゃない|そういう意味じゃない|違います|聞いてるのはそれじゃ|質問と違|聞きたいのはそれじゃ]":
    "that is not what i asked",
  本当にありがとう: "thank you very much",
  "[番号|名前]が違": "the number is wrong",
  "[十日|二日|三日|四日|五日|六日|何日|何週間|一ヶ月|二週間|三週間]も待って":
    "i have been waiting for days",
  "[青|赤|黒|白|緑|黄色|大|小|M|L|S]を[頼んだ|注文した|買った]のに": "you sent the wrong color",
  "[やっぱり|やはり|もう]注文をやめ": "cancel my order",
  "注文を[やめたい|やめます|取り消したい|取り消して|取りやめ]": "cancel my order",
  "注文番号が[見つかり|見つから|見当たら]": "i lost the order number",
  "[どうして|なんで|なぜ]こんなに[遅い|時間がかか|かか]": "why is it taking so long",
  "[つきません|つかない|動きません|点かない|点きません|充電できない|充電できません]":
    "it does not work",
  "[サポート|カスタマーサポート|カスタマーサービス]が[ひどい|悪い|最悪]":
    "your service is terrible",
};
