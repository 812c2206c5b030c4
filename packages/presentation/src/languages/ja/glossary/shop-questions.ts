/** Japanese customers' questions to a shop that are not about their orders. */
export const shopQuestions: Readonly<Record<string, string>> = {
  "[配送には何日|配達には何日|発送には何日|お届けまで何日|届くまで何日|配送に何日|お届けまでどのくらい|届くまでどのくらい|配送日数|配送期間]":
    "how long does shipping usually take",
  "[今日|今|いま]注文[したら|すると|すれば]いつ[届|着|来|もらえ]":
    "if i order today when does it come",
  "送料[はいくら|っていくら|いくら]": "what does shipping cost",
  "送料[はいくらです|はいくらかかり|いくらかかり|はどのくらい|はどれくらい]":
    "what does shipping cost",
  "[いくらから|何円から|いくら以上で|何円以上で][送料無料|送料が無料|送料がかかりません]":
    "from what amount is shipping free",
  送料無料: "free shipping",
  "[海外|国外|外国][に|へ|にも|へも][発送|配送|送れ|送って|届け|郵送]":
    "do you ship internationally",
  "[海外発送|海外配送|国際配送]": "do you ship internationally",
  "[アメリカ|韓国|中国|台湾|カナダ|フランス|ドイツ|タイ|イギリス|オーストラリア][に|へ|にも|へも][発送|配送|送れ|送って|届け|郵送]":
    "do you ship to canada",
  "[関税|税関]": "do i have to pay customs",
  "[配送|発送|配達|宅配]は[どの会社|どこの会社|どの業者|どこの業者|どこ]":
    "which carriers do you ship with",
  "[配送業者は選べ|配送会社は選べ|業者を選べ|佐川も選べ|ヤマトも選べ]":
    "which carriers do you ship with",
  "発送は[佐川|ヤマト|郵便|ゆうパック][も|で|を]": "do you also ship with dhl",
  "[店舗|お店|店頭|店][で|でも]受け取": "can i pick it up in your store",
  "[直接|お店に|店に]取りに行": "can i pick it up in your store",
  店舗受け取り: "store pickup",
  "[どの|どんな|使える|利用できる]支払い方法[が使え|があり|は|]":
    "which payment methods do you accept",
  "[支払い方法|決済方法]は[何が|どんなもの|何があり|どれが]": "which payment methods do you accept",
  "[PayPay|paypay|ペイペイ|クレジットカード|クレカ|カード|コンビニ|代引き|銀行振込|PayPal|現金|後払い|分割][で|でも|は|][払え|支払え|支払い|払い|使え|決済|でき]":
    "can i pay with paypal",
  "[クーポンコード|クーポン|割引コード|割引クーポン][はあり|はある|ありません|あります|って]":
    "do you have a discount code",
  "[今|いま|][セール|キャンペーン][やって|して|はあり|中]": "are there any promo codes right now",
  "[値下がりした|安くなった|値下げされた][ので|の]": "it is cheaper now",
  "差額[を|]": "do i get the difference back",
  "[差額|差額を|差額は][返して|返金|もらえ|返し]": "do i get the difference back",
  "[値下がりした|安くなった|値下げされた|値下がり][ので|から|ため|]": "it is cheaper now",
  "[買った後に|買ったあと|購入後に|買ってすぐ][安くなって|値下がり|値下げ|安くなり]":
    "the price dropped after i bought it",
  "[の在庫は|在庫は|在庫][あり|ある|あります|ありません|まだあり|]": "is it in stock",
  "[再入荷|次の入荷|入荷][は|]いつ": "when is it back in stock",
  "[再入荷はいつ|次の入荷はいつ|入荷はいつ|いつ再入荷|いつ入荷|再入荷の予定]":
    "when is it back in stock",
  "[売り切れ|品切れ|在庫切れ]": "out of stock",
  "どのサイズ[を選べば|を買えば|がいい|が合|にすれば][いい|]": "which size do i need",
  "[靴|服|サイズ|シャツ|ズボン|パンツ][は|って][小さめ|大きめ]": "do the shoes run small",
  "[サイズ表|サイズガイド|サイズ感]": "size chart",
  "[素材|材質|生地]は[何|なに|]": "what material is it made of",
  "[食洗機|洗濯機|電子レンジ|レンジ][で|に|対応][洗え|使え|かけ|入れ|です|対応|]":
    "is it dishwasher safe",
  "[防水です|防水|水に濡れて]": "is it waterproof",
  "保証期間[は|って][どのくらい|どれくらい|何年|いつまで|]": "how long is the warranty",
  "[まだ|]保証[きき|きく|は効き|期間内|がつい|はつい|はあり|対象]": "is it still under warranty",
  "[修理して|修理でき|修理は|直して|修理をお願い|修理に出]": "can you repair it",
  "[部品だけ|交換部品|スペアパーツ|替えの部品|部品][買え|はあり|を買|は買え|を注文|購入|]":
    "where do i get spare parts",
  "[営業時間|受付時間|開店時間][は何時まで|は何時|は何時から|は|を教えて|]":
    "what are your opening hours",
  "[土曜日|日曜日|土日|祝日|週末|月曜日|今日|明日][は|も|に][開いて|営業して|やって|空いて]":
    "are you open on saturdays",
  "[何時に開き|何時に閉ま|何時まで開いて|何時まで営業]": "when are you open",
  "パスワード[を忘れ|忘れ|がわから|が分から|をわすれ]": "i forgot my password",
  "[ログインできない|ログインできません|ログインでき|サインインできない|入れません|ログインが]":
    "i can not log in to my account",
  "は[まだ|]あります[か|でしょうか]": "is it in stock",
  "は[綿|コットン|革|本革|ウール|シルク|プラスチック|麻]です": "what material is it made of",
};
