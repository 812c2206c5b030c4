import type { Stage } from "./stages.ts";

/** Whole statuses, normalized, that tell one stage: by the language they are written in. */
type Written = Record<string, RegExp>;

/**
 * Every status that is surely known. The whole status must be one of these: what is not listed has no
 * stage, for a wrong stage is worse than none, and a shop can write anything in a status, in any language
 * ("not delivered", "Delivered to carrier", "Shipped on Nov 3", "2 days late", "明天送达"). The stages are as
 * fine as the words, so that telling one in another language loses nothing. Those that tell a stage to
 * whoever may see little stand in docs/protocol.md too.
 */
export const orderStatuses: Partial<Record<Stage, Written>> = {
  unpaid: {
    en: /^(unpaid|(pending|awaiting) payment|payment pending)$/,
    zh: /^([待未]付款|待支付|等待(买家)?付款)$/,
  },
  paid: { en: /^(paid|payment received)$/, zh: /^((买家)?已付款|已支付)$/ },
  confirmed: { en: /^(order )?confirmed$/, zh: /^已确认$/ },
  processing: {
    en: /^(processing|preparing|being prepared|in preparation|unfulfilled|awaiting (fulfillment|shipment)|ready to ship)$/,
    zh: /^([待未]发货|处理中|备货中|配货中|待出库|等待(卖家)?发货)$/,
  },
  partially_shipped: { en: /^partially (shipped|fulfilled)$/, zh: /^部分发货$/ },
  shipped: { en: /^(shipped|dispatched|fulfilled)$/, zh: /^((卖家)?已发货|已出库|待收货)$/ },
  in_transit: { en: /^(in ?transit|on (its|the) way)$/, zh: /^运输中$/ },
  out_for_delivery: { en: /^out ?for ?delivery$/, zh: /^(配送中|派[送件]中)$/ },
  delivered: { en: /^delivered$/, zh: /^(已?签收|已?妥投|已送达|已收货)$/ },
  completed: { en: /^completed?$/, zh: /^(已完成|交易(成功|完成))$/ },
  canceled: { en: /^cancel(l)?ed$/, zh: /^(已取消|交易关闭)$/ },
  refunded: { en: /^refunded$/, zh: /^已退款$/ },
  on_file: { en: /^on file$/ },
};

/** The same of a package. To whoever may see little, being held up or about to come is being on its way. */
export const packageStatuses: Partial<Record<Stage, Written>> = {
  pending: { en: /^pending$/ },
  ordered: { en: /^(ordered|order placed)$/, zh: /^已下单$/ },
  confirmed: { en: /^(order )?confirmed$/, zh: /^已确认$/ },
  processing: { en: /^(preparing|processing)$/, zh: /^(待发货|备货中)$/ },
  awaiting_pickup: { en: /^(label created|info(rmation)? received)$/, zh: /^待揽收$/ },
  picked_up: { en: /^(carrier )?picked up( by carrier)?$/, zh: /^已揽[收件]$/ },
  shipped: { en: /^(shipped|dispatched)$/, zh: /^已发货$/ },
  in_transit: {
    en: /^(in ?transit|on (its|the) way|delivery in progress)$/,
    zh: /^(运输中|在途中?|转运中)$/,
  },
  delayed: { en: /^delayed$/ },
  out_for_delivery: {
    en: /^out ?for ?delivery$/,
    zh: /^(派[送件]中|正在派[送件]|配送中)$/,
  },
  ready_for_pickup: { en: /^(ready|available) for pick ?up$/, zh: /^(待取件|待自提)$/ },
  delivered: { en: /^(successfully |package )?delivered$/, zh: /^(已?签收|已?妥投|已送达)$/ },
  not_delivered: {
    en: /^(not delivered|undelivered|could not be delivered)$/,
    zh: /^(未签收|未送达|未妥投)$/,
  },
  delivery_failed: { en: /^(delivery failed|failed delivery)$/, zh: /^(派[送件]|配送|投递)失败$/ },
  returning: { en: /^returning to sender$/, zh: /^退回中$/ },
  returned: { en: /^returned to sender$/, zh: /^已退回$/ },
  on_file: { en: /^on file$/ },
};
