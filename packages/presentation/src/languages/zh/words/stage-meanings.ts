import type { StageWords } from "../../contract/card-language.ts";

/** 各个状态的意思，接在 `stageMeans` 后面。 */
export const stageMeanings: StageWords = {
  unpaid: "店铺在等您付款，付款后才会发货。",
  paid: "店铺已收到货款，还没发货。",
  pending: "还没处理完，店铺或快递那边还有一步要做。",
  ordered: "店铺已收到订单，还没开始备货。",
  confirmed: "店铺已接单，接下来备货。",
  processing: "店铺正在备货打包，还没发出。",
  awaiting_pickup: "已经打包好，等快递员来取件。",
  picked_up: "快递已经从店铺取走包裹，开始运输。",
  partially_shipped: "订单先发了一部分，其余的会另外发出。",
  shipped: "店铺已把包裹交给快递，正在送往您那里。",
  in_transit: "包裹在快递手里，正在各个站点之间运往您那里。",
  delayed: "还在路上，只是比预计的要晚。",
  out_for_delivery: "快递员正在派送，一般当天送到。",
  ready_for_pickup: "包裹在取件点，等您去取。",
  delivered: "快递显示已经交到收件人手里，或放在了收货地点。",
  not_delivered: "没有送到，包裹还在快递那里，或正在退回。",
  delivery_failed: "快递送过但没送成，一般会再送一次。",
  completed: "订单已经结束，没有后续了。",
  canceled: "订单已作废，不会发货。",
  refunded: "店铺已把钱退回，到账可能要等几天。",
  returning: "包裹正在退回店铺。",
  returned: "包裹已经回到店铺。",
  on_file: "快递已有这个单号的记录，还没收到包裹。",
};
