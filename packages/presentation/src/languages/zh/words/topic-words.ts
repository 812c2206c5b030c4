import type { TopicWords } from "../../contract/language.ts";

/** 店铺没有给出答案的话题，机器人说的中文。 */
export const topicWords: TopicWords = {
  topicReturns: "退货的具体规则我不清楚，人工客服可以告诉您怎么退、几天内能退。",
  topicRefund: "退款的进度我查不到，人工客服可以帮您看退到哪里、什么时候到账。",
  topicExchange: "换货我不能直接办，人工客服可以告诉您怎么换。",
  topicCancel: "我不能取消订单。还没发货的话，请尽快联系人工客服；已经发货的，可以走退货。",
  topicChangeAddress: "我不能改地址。还没发货的话，请尽快联系人工客服；已经发货的，可以问问快递。",
  topicChangeOrder: "我不能改订单里的商品。还没发货的话，请尽快联系人工客服。",
  topicDamaged: "收到的商品有问题，很抱歉。请先都留着，拍一两张照片，人工客服会帮您处理。",
  topicInvoice: "发票我开不了，人工客服可以帮您开或补发。",
  topicDeliveryTime: "多久能送到，我说不准，人工客服可以告诉您。下单以后，到哪了可以随时问我。",
  topicDeliveryCost: "运费多少我不清楚，结算时会显示，也可以问人工客服。",
  topicAbroad: "能不能送到那里、要不要关税，我不清楚，人工客服可以告诉您。",
  topicCarriers: "店里发什么快递我不清楚，人工客服可以告诉您。发货以后，是哪家快递我能查到。",
  topicPickUp: "能不能自提我不清楚，人工客服可以告诉您。",
  topicPaymentMethods: "支持哪些付款方式，结算时会显示；有特别需要的话，可以问人工客服。",
  topicPaymentProblem: "付款不顺利，很抱歉。付款记录我看不到，人工客服可以帮您查。",
  topicDiscount: "优惠活动我不清楚，有什么优惠、优惠码为什么用不了，人工客服可以告诉您。",
  topicPriceProtection: "能不能补差价我说不准，人工客服可以告诉您。",
  topicStock: "库存我看不到，有没有货、什么时候补货，人工客服可以帮您查。",
  topicSize: "哪个尺码合适我说不准。商品页面一般有尺码表，也可以问人工客服。",
  topicProduct: "商品的细节我不太了解，人工客服可以告诉您。",
  topicWarranty: "保修多久、保不保，我不清楚，人工客服可以告诉您。购买凭证请留好。",
  topicRepair: "维修、配件和安装的事我不清楚，人工客服可以帮您安排。",
  topicOpeningHours: "营业时间和地址我不清楚，店铺的联系页面上有，也可以问人工客服。",
  topicComplaint: "让您不满意了，很抱歉。这件事应该让人工客服知道。",
  topicPrivacy: "店铺存了您哪些信息，我看不到，也删不了。店铺都可以办，请联系人工客服。",
  topicAccount: "您的账号我进不去。忘了密码可以在登录页面找回，其他问题请找人工客服。",
  topicDeliveryWish:
    "这个我没法跟快递约定。多数快递的查询页面上可以改约时间，或选择放驿站、放快递柜、由他人代收；也可以请人工客服联系快递。",
  topicPickupCode:
    "取件码由快递在包裹到站后直接发短信或消息给您，我这边看不到；没收到的话，可以请人工客服帮您问。",
  topicGift: "能不能礼品包装、写贺卡，我不清楚，人工客服可以告诉您。",
};
