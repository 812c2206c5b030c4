/** Japanese customers' questions about one order or several. */
export const orderQuestions: Readonly<Record<string, string>> = {
  // When the order arrives, and who received it.
  "[本当に|ほんとに|ちゃんと]明日[届|着|来]": "will it arrive tomorrow",
  "[本当に|ほんとに|ちゃんと]今日[届|着|来]": "will it arrive today",
  "[誰が|だれが][受け取った|受け取りました|受け取ったの|サインした|サインしました]":
    "who signed for it",
  // Which carrier brings the order, and how to track it.
  "[ヤマト|ヤマト運輸|佐川|佐川急便|日本郵便|ゆうパック|郵便局|クロネコ][で来ます|で届きます|ですか|で届く|で来る|で送られて]":
    "is it with yamato",
  "[お問い合わせ番号|問い合わせ番号|送り状番号|伝票番号|追跡ナンバー|トラッキング番号]":
    "tracking number",
  "[追跡用のリンク|追跡リンク|追跡のリンク|追跡用リンク|追跡ページ][はあります|はありません|を教えて|ください|教えて|を送って|]":
    "tracking link",
  "[URL|url|リンク][を教えて|教えて|を送って|送って|ください|をください|ちょうだい]":
    "send me the tracking link",
  "[急ぎで|急いで|早め][お願いでき|お願いし|届けて|でき]": "can it come sooner",
  "もっと早く[届きます|届けて|着きます|もらえ|来ます]": "can it come sooner",
  // Questions about the cost.
  "[全部で|合計で|結局|合計]いくら[だった|でした|払った|だったっけ|かかった|かかりました]":
    "how much did it cost",
  "送料[はいくらかかった|いくらかかった|はいくらでした|いくらでした|はいくらだった|いくらだった|いくら払]":
    "how much was shipping",
  "割引[されています|されてます|されている|されてる|は適用され|ありました|は効いて|きいて]":
    "did i get a discount",
  "[クーポン|割引コード|クーポンコード][使えてる|は使えて|は適用され|使えました|が適用され|効いてる|きいてる]":
    "was my coupon used",
  "[送料込み|送料込|送料は含まれて|送料も含まれて|送料が含まれて]": "is shipping included",
  "[税込み|税込|税込みの金額|税金は含まれて|消費税は含まれて]": "is tax included",
  // Questions about the contents.
  "[何|なに]買った[っけ|]": "what did i buy",
  "[何|なに][頼んだ|注文した][っけ|]": "what did i order",
  "全部で[何点|何個|いくつ]": "how many items are in it",
  "[靴下|シャツ|靴|本|マグカップ|コップ|皿|タオル]は[何足|何枚|何個|いくつ|何冊][頼み|注文し|買い|頼ん|買っ]":
    "how many socks did i order",
  "[何足|何枚|何冊|何個][頼み|注文し|買い|頼ん|買っ]": "how many did i order",
  // Questions about an order's destination, recipient and order date.
  "どの住所に[送られ|届|送り|配達され]": "to which address is it going",
  "[受取人|受け取り人|お届け先の名前|宛先の名前][は誰|は誰になって|はだれ|]":
    "who is the recipient",
  "[宛名|あて名|名義][は誰|は誰になって|はだれ|は何|]": "who is the recipient",
  "[注文日はいつ|いつ頼んだ|いつ注文した|いつの注文|いつ買った|注文したのはいつ]":
    "when did i order it",
  "[注文は何件|いくつ注文して|何件注文して|注文はいくつ|注文いくつ][あり|ある|い|]":
    "how many orders do i have",
  "[準備中|処理中|手配中]": "processing",
  "[出荷済み|発送済み]": "shipped",
  "[準備中|処理中|手配中][とは|って][どういう意味|どういうこと|何|なに]":
    "what does processing mean",
  "[出荷済み|発送済み|発送済|出荷済][とは|って][どういう意味|どういうこと|何|なに]":
    "what does shipped mean",
  "[配達中|輸送中|持ち出し中][とは|って][どういう意味|どういうこと|何|なに]":
    "what does out for delivery mean",
  "[どういう意味|どういうこと]": "what does that mean",
  // Paying.
  "[まだ|今からでも][払え|支払え|支払いでき|払うことはでき|支払いは間に合]":
    "can i still pay for it",
  "[支払いはどう|支払いはどうすれば|どうやって払えば|どこで払え|どこで支払え|支払いはどこで|どうやって払う|どうやって支払えば][いい|いいの|ます|]":
    "how do i pay for it",
  // Lists.
  "[キャンセルした|キャンセル済みの|取り消した|キャンセルされた]注文": "my canceled orders",
  "[もう発送された|もう出荷された|発送済みの|すでに発送された|もう送られた][のはどれ|注文はどれ|のは|注文]":
    "which one has already shipped",
  "[一番|いちばん|最も][新しい|最近の]注文": "my newest order",
  "[一番|いちばん|最も][古い|最初の]注文": "my oldest order",
  "[全部の|すべての|全ての|これまでの|今までの]注文": "all my orders",
  "[未払いの注文|支払っていない注文|払っていない注文|支払いがまだの注文|未払いの]":
    "my unpaid orders",
  "まだ[払っていない|支払っていない|払ってない|支払ってない][注文はどれ|注文|のはどれ|]":
    "my unpaid orders",
  // Questions about several orders at once.
  "[全部|すべて|全て|みんな|注文は全部|注文は全て][支払い済み|支払済み|払ってある|払って|払いました|支払いました|支払ってある]":
    "are they all paid",
  "まだ[発送|出荷]されていない[のは|注文は]どれ": "which one has not been sent yet",
  "[発送|出荷]されて[いない|ない][のは|注文は]どれ": "which one has not been sent yet",
  "[全部の|すべての|全ての|注文は全部]注文[が|は][発送され|出荷され|送られ]":
    "have all my orders been shipped",
  "[全部|すべて][発送され|発送しま|出荷され]": "has everything been sent",
  "まだ[届いていない|届いてない|来ていない|来てない|着いていない][のは|注文は]どれ":
    "which one has not arrived yet",
  "どの注文がまだ[来てない|届いてない|届いていない|来ていない|着いてない]":
    "which one has not arrived yet",
  "[届いていない|届いてない][のは|注文は]どれ": "which one has not arrived yet",
  "[注文は全部で|注文は合計で|全部の注文で|すべての注文で|注文全部で]いくら":
    "how much did i spend on all my orders",
  "[合計で|全部で|これまでに|今まで]いくら使": "how much did i spend on all my orders",
  "[一番|いちばん|最も]安[い|かった][注文|の|][はどれ|は|]": "which order was the cheapest",
  "[一番|いちばん|最も]高[い|かった][注文|の|][はどれ|は|]": "which order was the most expensive",
  "[最初に|一番早く|一番先に|先に]届く[のは|注文は]どれ": "which one comes first",
  "次に届く[のは|注文は][どれ|いつ|]": "which order arrives next",
  "[最後に|最近|一番最近]届いた[のはどれ|注文は|注文|のは]": "which order arrived last",
  // What the order contains and how it was shipped.
  "[送料を除いて|送料を除くと|送料抜きで|送料なしで|商品代だけで|商品だけで|送料別で][いくら|いくらです|]":
    "how much for just the items",
  "[商品代金|商品代|小計]": "subtotal",
  "[一つあたり|1つあたり|一個あたり|1個あたり|一足あたり|一枚あたり|ひとつ]いくら":
    "how much is one of them",
  単価: "price per piece",
  "[いつ|何日に][発送しました|発送した|出荷しました|出荷した|発送されました|発送された|出荷された|送りました|送った|出荷されました]":
    "when was it shipped",
  "[荷物は|]何[個に分かれて|個口|箱に分かれて|箱で届|個の荷物|個に分け]": "how many packages is it",
  "[全部|まとめて|一緒に]一箱で[来る|届|来]": "does it come in one package",
  "[まとめて|一緒に]届[く|き]": "does it come in one package",
  届いた: "did it arrive",
  "[どこの会社|どの会社|何の会社]が[届けて|配達して|運んで]": "which company delivers it",
  "[支払い|お支払い|入金]は[完了して|済んで|できて|確認でき]": "is it paid",
  "[注文した日|買った日|購入日|購入した日]": "order date",
  "[注文の中身|注文した中身|注文の内容]": "what is in it",
  "[月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日|週末][に|までに][間に合|届|着|来]":
    "will it arrive by friday",
  "[請求額|請求金額][はいくら|は|]": "how much was i charged",
  "[どこで|どうやって]追跡でき": "where can i track it",
  "誰に[渡し|渡さ|預け|届け]": "who took the parcel",
  "注文してから[どのくらい|どれくらい|何日][経|たち|たっ|]": "how long ago did i order it",
  "[何日前|何週間前|どのくらい前]に[注文|買|頼]": "how long ago did i order it",
  "[なぜ|なんで|どうして|何で][注文が|]キャンセル[された|されました|になった|になって|されて]":
    "why was my order canceled",
  "[それは|これは|]何日前です": "how many days ago was that",
  "[届くまで|配達に|配送に|到着まで][何日|どのくらい][かかった|かかりました]":
    "how long did delivery take",
};
