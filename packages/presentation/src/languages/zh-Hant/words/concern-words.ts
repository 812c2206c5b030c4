import type { ConcernWords } from "../../contract/language.ts";

/** 顧客遇到麻煩，或是要辦機器人辦不到的事時，機器人說的繁體中文。 */
export const concernWords: ConcernWords = {
  sorryLate: "讓您久等了，很抱歉。",
  sorryStuck: "物流一直沒有更新，很抱歉。如果兩天內還是沒有動靜，可以請真人客服聯絡物流業者。",
  sorryNotHere:
    "很抱歉。物流顯示已經送達。請看看平常放包裹的地方，也問問管理員或鄰居；有的包裹會提前一天登記送達。如果明天還是沒找到，請真人客服向物流業者查證。",
  sorryMissing: "少了東西，很抱歉。請看看是不是分開寄出的；如果不是，真人客服會協助您處理。",
  sorryWrong: "寄錯了東西，很抱歉。請先維持原狀，拍張照片，真人客服會協助您處理。",
  cannotHurry: "我沒辦法讓它更快，不過真人客服可以幫您問問能不能加快。",
  sorryComplaint: "讓您不滿意了，很抱歉。這件事應該讓真人客服知道。",
  sorryAnger: "很抱歉，我了解您的心情。真人客服能幫您更多。",
  robot: "是的，我是機器人，可以在商店系統裡查訂單和包裹。想找真人的話，直接說「真人客服」就可以。",
  notHuman:
    "不是真人，我是機器人，可以在商店系統裡查訂單和包裹。想找真人的話，直接說「真人客服」就可以。",
  who: "我是{bot}的機器人，可以幫您查訂單和包裹。想查什麼呢？",
  speaks: "可以的，我會說{languages}。您用哪一種都可以。",
  privacy: "我自己沒辦法刪除資料。商店可以刪除關於您和這段聊天的全部紀錄，請找真人客服。",
  notify: "我目前還不能主動通知您。您隨時來問我就可以；不少物流業者的追蹤頁面可以訂閱通知。",
  waiting: "不急，您慢慢找，我在這裡。",
  noProblem: "沒關係。",
  resigned: "好的，那先這樣，需要時隨時找我。",
  whatNumber: "訂單編號在訂單確認信裡，也在您的商店帳戶裡。用下單時的電子信箱查也可以。",
  noEmail:
    "那用訂單編號就可以：它在訂單確認信或簡訊裡，發票上也有。都沒有的話，真人客服可以幫您找到訂單。",
  byName:
    "用姓名或手機號碼查不了，因為別人也可能知道。可以用訂單編號，或是下單時的電子信箱。您有哪一個？",
  byNameSignedIn: "不用報姓名或手機號碼：您已經登入，我看得到您帳戶裡的訂單。",
  asGuest: "沒註冊也能查：有訂單編號，或是下單時填的電子信箱就行。您有哪一個？",
  onBehalf:
    "別人下的訂單，請向下單的人要訂單編號或物流單號，有了它我就能告訴您進度；其他內容只給下單的本人看。請問編號是多少？",
  otherPeople: "訂單只給下單的本人看，您的訂單也一樣，別人看不到。",
  whyEmail:
    "電子信箱只用來在商店系統裡找您的訂單。不想提供的話，用訂單編號也可以。密碼和卡號我都不需要，請不要傳。",
  signedInAs: "您現在登入的是 {account}。想換帳戶的話，請先傳送「登出」。",
  signedInNot: "這裡沒有登入任何帳戶。用下單時的電子信箱或訂單編號就能查，您有哪一個？",
  lookingAt: "現在查的是 {account} 的訂單。要換的話，把另一個電子信箱傳給我就行。",
  hiddenLines: "這份清單裡每筆訂單只能顯示狀態和下單月份。想看哪一筆，把它的訂單編號傳給我就行。",
  hiddenAgain: "沒有訂單編號，也沒確認是您本人，這些訂單我就只能顯示這些。",
  whichStatus: "我可以說明訂單的狀態，例如「已出貨」。您問的是哪一個？其他說法可以問真人客服。",
  whichOne: "您說的是哪一個？",
  leftOut: "一次查不了這麼多，其餘的請接著問我。",

  listOpen1: "您有 1 筆進行中的訂單：",
  listOpen: "您有 {count} 筆進行中的訂單：",
  listOpenMore: "您進行中的訂單超過 {count} 筆，先看這些：",
  listUnpaid1: "您有 1 筆待付款的訂單：",
  listUnpaid: "您有 {count} 筆待付款的訂單：",
  listUnpaidMore: "您待付款的訂單超過 {count} 筆，先看這些：",
  listPast1: "您有 1 筆過去的訂單：",
  listPast: "您有 {count} 筆過去的訂單：",
  listPastMore: "您過去的訂單超過 {count} 筆，先看這些：",
  listPlaced: "您{span}的訂單：",
  listCanceled: "您{span}已取消的訂單：",
  listDelivered: "您{span}已送達的訂單：",
  listShipped: "您{span}在路上的訂單：",
  listRefunded: "您{span}已退款的訂單：",
  listAll: "您的訂單，最新的在前面：",
  goodsNone: "您的訂單裡找不到這樣的商品。",
  listNone: "您的訂單裡沒有找到這樣的。",

  notUnderstoodStill: "抱歉，我還是沒看懂。可以換個說法，或是找真人客服幫您。",
  greetingAgain: "我在，請問您想查什麼？",
  helpAgain:
    "例如可以輸入「我的訂單到哪裡了」，或是直接傳訂單編號、追蹤編號。其他事情請找真人客服。",
  thanksAgain: "別客氣！",
  notedAgain: "好的。",
  lookOnlyAgain: "這個也只能請真人客服處理。",

  sorryForThat: "很抱歉造成您的困擾。",
  shopWroteIn: "以下內容，商店只提供{language}：",
  shopWroteAll: "關於這個，商店寫的就是這些。想了解更多，可以找真人客服。",
};
