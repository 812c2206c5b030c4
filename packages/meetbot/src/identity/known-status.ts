/** What level 0 says where a status is not surely known: that the shop has it, and nothing else. */
const onFile = "on_file";

/** Whole statuses, and the stage that each of them tells. */
type Stages = readonly (readonly [pattern: RegExp, stage: string])[];

/**
 * Stages of an order that level 0 tells: those that last and that many orders are in. "Out for delivery"
 * is today, so it is told as what it is a part of; what is rare ("returned") tells one order from others.
 * What is not listed is not told, for a shop can write any moment in a status, in any language ("Shipped
 * on Nov 3", "2 days late", "明天送达").
 */
const orderStages: Stages = [
  [
    /^(unpaid|(pending|awaiting) payment|payment pending|[待未]付款|待支付|等待(买家)?付款)$/,
    "unpaid",
  ],
  [/^(paid|payment received|(买家)?已付款|已支付)$/, "paid"],
  [
    /^(processing|preparing|being prepared|in preparation|(order )?confirmed|unfulfilled|awaiting (fulfillment|shipment)|ready to ship|[待未]发货|处理中|备货中|配货中|待出库|已确认|等待(卖家)?发货)$/,
    "processing",
  ],
  [
    /^(shipped|dispatched|fulfilled|in ?transit|on (its|the) way|out ?for ?delivery|(卖家)?已发货|已出库|待收货|运输中|配送中|派[送件]中)$/,
    "shipped",
  ],
  [/^(delivered|已?签收|已?妥投|已送达|已收货)$/, "delivered"],
  [/^(completed?|已完成|交易(成功|完成))$/, "completed"],
  [/^(cancel(l)?ed|已取消|交易关闭)$/, "canceled"],
  [/^(refunded|已退款)$/, "refunded"],
];

/** The same of a package; that it is held up is told by a moment, so it is on its way. */
const packageStages: Stages = [
  [
    /^(ordered|order placed|(order )?confirmed|preparing|processing|label created|info(rmation)? received|已下单|已确认|待揽收|待发货|备货中)$/,
    "processing",
  ],
  [
    /^((carrier )?picked up( by carrier)?|in ?transit|on (its|the) way|shipped|dispatched|delayed|delivery in progress|out ?for ?delivery|(ready|available) for pick ?up|已揽[收件]|运输中|在途中?|转运中|已发货|派[送件]中|正在派[送件]|配送中|待取件|待自提)$/,
    "shipped",
  ],
  [/^((successfully |package )?delivered|已?签收|已?妥投|已送达)$/, "delivered"],
];

/** The stage of an order as level 0 tells it, a code that every channel has words for. */
export const knownOrderStatus = (status: string): string => stageOf(status, orderStages);

/** The stage of a package as level 0 tells it, a code that every channel has words for. */
export const knownPackageStatus = (status: string): string => stageOf(status, packageStages);

function stageOf(status: string, stages: Stages): string {
  const words = status
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_.!。-]+/g, " ")
    .trim();
  return stages.find(([pattern]) => pattern.test(words))?.[1] ?? onFile;
}
