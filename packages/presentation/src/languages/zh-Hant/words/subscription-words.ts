import type { SubscriptionWords } from "../../contract/language.ts";

/** 主動告訴顧客最新動態時說的話：開啟、從哪裡收到、怎麼停。 */
export const subscriptionWords: SubscriptionWords = {
  choiceKeepPosted: "有變化告訴我",
  choiceKeepPostedAll: "所有訂單都告訴我",
  newsOfOrder: "好的，這筆訂單有變化我會告訴您：出貨、配送、送達，或是出了狀況的時候。",
  newsOfPackage: "好的，這個包裹有變化我會告訴您：配送、送達，或是出了狀況的時候。",
  newsOfAll: "好的，您的任何一筆訂單有變化我都會告訴您：出貨、配送、送達，或是出了狀況的時候。",
  newsFromShop: "您結帳時選擇了接收訂單動態，所以訂單出貨、配送、送達或出了狀況時，我會告訴您。",
  newsHere: "訊息會直接傳到這個聊天室。",
  newsOnReturn: "您回到這裡就能看到訊息。",
  newsOnReturnBrowser: "您回到這裡就能看到訊息；如果開啟了瀏覽器通知，也會從那裡收到。",
  newsOnReturnEmail: "您回到這裡就能看到訊息；您不在的時候，會寄電子郵件通知您。",
  newsOnReturnBoth:
    "您回到這裡就能看到訊息；您不在的時候，會寄電子郵件通知您，若開啟了瀏覽器通知則從瀏覽器收到。",
  newsStopHint: "回覆「退訂」即可停止。",
  newsOff: "好的，不會再通知您了。想重新開啟，回覆「訂閱」即可。",
  newsNone: "您沒有在這裡訂閱任何通知。",
  newsHowTo: "想追蹤某筆訂單，先查一下它，再點「有變化告訴我」。",
  newsOnAgain: "通知已重新開啟。回覆「退訂」即可停止。",
  newsFollowed: "目前追蹤的訂單和包裹：{count} 個。",
  newsEndedToo: "動態通知也一併停止了。",
  newsOrCancel: "您是想停止接收通知，還是想處理訂單本身？",
  choiceStopNews: "停止通知",
  choiceCancelOrder: "取消訂單",
  choiceReturnOrder: "退貨退款",
  newsNotProved: "現在無法確認這筆訂單可以給您看，所以沒有開啟通知。請先重新查一次。",
  newsFull: "這個聊天室能追蹤的訂單已達上限。",
  newsWhich: "想追蹤哪一筆訂單？請把訂單編號傳給我。",
  newsNothingToCome: "這裡沒有需要追蹤的了，之後不會再有變化。",
};
