import type { NewsWords } from "../../contract/language.ts";

/** 包裹或訂單的最新情況，一句話，可以顯示在鎖定畫面上：沒有編號、姓名和日期。 */
export const newsWords: NewsWords = {
  package: {
    preparing: "您的包裹正在準備中。",
    info_received: "物流公司正等著收取您的包裹。",
    picked_up: "物流公司已收取您的包裹。",
    in_transit: "您的包裹正在運送途中。",
    customs: "您的包裹正在清關。",
    ready_for_pickup: "您的包裹可以取件了。",
    out_for_delivery: "您的包裹正在配送。",
    attempt_failed: "您的包裹這次未能送達。",
    exception: "您的包裹在途中遇到了問題。",
    damaged: "您的包裹在途中受損了。",
    returning: "您的包裹正退回寄件方。",
    delivered: "您的包裹已送達。",
    returned: "您的包裹已退回寄件方。",
    lost: "物流公司表示您的包裹遺失了。",
    canceled: "您的包裹已取消寄送。",
    other: "您的包裹有新消息。",
  },
  order: {
    placed: "我們已收到您的訂單。",
    paid: "我們已收到您的訂單款項。",
    processing: "您的訂單正在處理。",
    partially_shipped: "您的訂單已部分出貨。",
    shipped: "您的訂單已出貨。",
    delivered: "您的訂單已送達。",
    delayed: "您的訂單會晚一些到。",
    canceled: "您的訂單已取消。",
    refunded: "您的訂單已退款。",
    other: "您的訂單有新消息。",
  },
};
