import type { NewsWords } from "../../contract/language.ts";

/** 包裹或订单的最新情况，一句话，可以显示在锁屏上：没有单号、姓名和日期。 */
export const newsWords: NewsWords = {
  package: {
    preparing: "您的包裹正在准备中。",
    info_received: "物流公司正在等待揽收您的包裹。",
    picked_up: "您的包裹已被揽收。",
    in_transit: "您的包裹正在运输途中。",
    customs: "您的包裹正在清关。",
    ready_for_pickup: "您的包裹可以取件了。",
    out_for_delivery: "您的包裹正在派送。",
    attempt_failed: "您的包裹这次没能送达。",
    exception: "您的包裹在途中遇到了问题。",
    damaged: "您的包裹在途中破损了。",
    returning: "您的包裹正在退回寄件方。",
    delivered: "您的包裹已送达。",
    returned: "您的包裹已退回寄件方。",
    lost: "物流公司反馈您的包裹丢失了。",
    canceled: "您的包裹已取消寄送。",
    other: "您的包裹有新消息。",
  },
  order: {
    placed: "我们已收到您的订单。",
    paid: "我们已收到您的订单付款。",
    processing: "您的订单正在处理。",
    partially_shipped: "您的订单已部分发货。",
    shipped: "您的订单已发货。",
    delivered: "您的订单已送达。",
    delayed: "您的订单会晚一些到。",
    canceled: "您的订单已取消。",
    refunded: "您的订单已退款。",
    other: "您的订单有新消息。",
  },
};
