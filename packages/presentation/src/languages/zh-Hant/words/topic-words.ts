import type { TopicWords } from "../../contract/language.ts";

/** 商店沒有提供答案的話題，機器人說的繁體中文。 */
export const topicWords: TopicWords = {
  topicReturns: "退貨的詳細規定我不清楚，真人客服可以告訴您怎麼退、幾天內能退。",
  topicRefund: "退款進度我查不到，真人客服可以幫您看退到哪裡、什麼時候入帳。",
  topicExchange: "換貨我沒辦法直接辦理，真人客服可以告訴您怎麼換。",
  topicCancel: "我沒辦法取消訂單。還沒出貨的話，請盡快聯絡真人客服；已經出貨的，可以辦理退貨。",
  topicChangeAddress:
    "我沒辦法改地址。還沒出貨的話，請盡快聯絡真人客服；已經出貨的，可以問問物流公司。",
  topicChangeOrder: "我沒辦法改訂單裡的商品。還沒出貨的話，請盡快聯絡真人客服。",
  topicDamaged: "收到的商品有問題，很抱歉。請先都留著，拍一兩張照片，真人客服會協助您處理。",
  topicInvoice: "發票我沒辦法開立，真人客服可以幫您開立或補寄。",
  topicDeliveryTime: "多久能送到，我說不準，真人客服可以告訴您。下單以後，到哪裡了可以隨時問我。",
  topicDeliveryCost: "運費多少我不清楚，結帳時會顯示，也可以問真人客服。",
  topicAbroad: "能不能送到那裡、要不要關稅，我不清楚，真人客服可以告訴您。",
  topicCarriers: "店家用哪家物流我不清楚，真人客服可以告訴您。出貨以後，是哪家物流我查得到。",
  topicPickUp: "能不能自取我不清楚，真人客服可以告訴您。",
  topicPaymentMethods: "可以用哪些方式付款，結帳時會顯示；有特別需要的話，可以問真人客服。",
  topicPaymentProblem: "付款不順利，很抱歉。付款紀錄我看不到，真人客服可以幫您查。",
  topicDiscount: "優惠活動我不清楚，有什麼優惠、優惠碼為什麼不能用，真人客服可以告訴您。",
  topicPriceProtection: "能不能補差價我說不準，真人客服可以告訴您。",
  topicStock: "庫存我看不到，有沒有貨、什麼時候補貨，真人客服可以幫您查。",
  topicSize: "哪個尺寸合適我說不準。商品頁面通常有尺寸表，也可以問真人客服。",
  topicProduct: "商品的細節我不太了解，真人客服可以告訴您。",
  topicWarranty: "保固多久、保不保，我不清楚，真人客服可以告訴您。購買憑證請留好。",
  topicRepair: "維修、零件和安裝的事我不清楚，真人客服可以幫您安排。",
  topicOpeningHours: "營業時間和地址我不清楚，商店的聯絡頁面上有，也可以問真人客服。",
  topicComplaint: "讓您不滿意了，很抱歉。這件事應該讓真人客服知道。",
  topicPrivacy: "商店存了您哪些資料，我看不到，也沒辦法刪除。商店都可以辦，請找真人客服。",
  topicAccount: "您的帳號我進不去。忘記密碼可以在登入頁面找回，其他問題請找真人客服。",
  topicDeliveryWish:
    "這個我沒辦法跟物流約定。多數物流的查詢頁面可以改時間，或選擇超商取件、管理室代收、放置地點；也可以請真人客服聯絡物流。",
  topicPickupCode:
    "取件碼會在包裹到店後由物流直接傳簡訊或郵件給您，我這邊看不到；沒收到的話，可以請真人客服幫您問。",
  topicGift: "能不能禮物包裝、附卡片，我不清楚，真人客服可以告訴您。",
};
