import type { StageWords } from "../../contract/card-language.ts";

/** 各個狀態的意思，接在 `stageMeans` 後面。 */
export const stageMeanings: StageWords = {
  unpaid: "商店在等您付款，付款後才會出貨。",
  paid: "商店已收到款項，還沒出貨。",
  pending: "還沒處理完，商店或物流那邊還有一步要做。",
  ordered: "商店已收到訂單，還沒開始備貨。",
  confirmed: "商店已接單，接下來備貨。",
  processing: "商店正在備貨包裝，還沒寄出。",
  awaiting_pickup: "已經包裝好，等物流來取件。",
  picked_up: "物流已經從商店取走包裹，開始運送。",
  partially_shipped: "訂單先寄了一部分，其餘的會另外寄出。",
  shipped: "商店已把包裹交給物流，正在送往您那裡。",
  in_transit: "包裹在物流手上，正在各個站點之間運往您那裡。",
  delayed: "還在路上，只是比預計的晚。",
  out_for_delivery: "配送員正在派送，一般當天送到。",
  ready_for_pickup: "包裹在取貨點，等您去取。",
  delivered: "物流顯示已經交到收件人手上，或放在收貨地點。",
  not_delivered: "沒有送到，包裹還在物流那裡，或正在退回。",
  delivery_failed: "物流送過但沒送成，一般會再送一次。",
  completed: "訂單已經結束，沒有後續了。",
  canceled: "訂單已作廢，不會出貨。",
  refunded: "商店已把款項退回，入帳可能要等幾天。",
  returning: "包裹正在退回商店。",
  returned: "包裹已經回到商店。",
  on_file: "物流已有這個單號的紀錄，還沒收到包裹。",
};
