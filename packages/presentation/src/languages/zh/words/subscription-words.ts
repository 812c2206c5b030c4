import type { SubscriptionWords } from "../../contract/language.ts";

/** 主动告诉顾客最新动态时说的话：开通、通过什么方式收到、怎么停。 */
export const subscriptionWords: SubscriptionWords = {
  choiceKeepPosted: "有变化告诉我",
  choiceKeepPostedAll: "所有订单都告诉我",
  newsOfOrder: "好的，这个订单有变化我会告诉您：发货、派送、签收，或者出了问题的时候。",
  newsOfPackage: "好的，这个包裹有变化我会告诉您：派送、签收，或者出了问题的时候。",
  newsOfAll: "好的，您的任何一个订单有变化我都会告诉您：发货、派送、签收，或者出了问题的时候。",
  newsFromShop: "您下单时选择了接收订单动态，所以订单发货、派送、签收或者出了问题时，我会告诉您。",
  newsHere: "消息会直接发到这个聊天里。",
  newsOnReturn: "您回到这里就能看到消息。",
  newsOnReturnBrowser: "您回到这里就能看到消息；如果开启了浏览器通知，也会从那里收到。",
  newsOnReturnEmail: "您回到这里就能看到消息；不在的时候，会发邮件告诉您。",
  newsOnReturnBoth:
    "您回到这里就能看到消息；不在的时候，会发邮件告诉您，开启了浏览器通知的话就从浏览器收到。",
  newsStopHint: "回复“退订”即可停止。",
  newsOff: "好的，不会再通知您了。想重新开启，回复“订阅”即可。",
  newsNone: "您没有在这里订阅任何通知。",
  newsHowTo: "想关注某个订单，先查一下它，再点“有变化告诉我”。",
  newsOnAgain: "通知已重新开启。回复“退订”即可停止。",
  newsFollowed: "目前关注的订单和包裹：{count} 个。",
  newsEndedToo: "动态通知也一并停了。",
  newsOrCancel: "您是想停止接收通知，还是想处理订单本身？",
  choiceStopNews: "停止通知",
  choiceCancelOrder: "取消订单",
  choiceReturnOrder: "退货退款",
  newsNotProved: "现在没法确认这个订单可以给您看，所以没有开启通知。请先重新查一下。",
  newsFull: "这个聊天里能关注的订单已经到上限了。",
  newsWhich: "想关注哪个订单？请把订单号发给我。",
  newsNothingToCome: "这里没有需要关注的了，后面不会再有变化。",
};
