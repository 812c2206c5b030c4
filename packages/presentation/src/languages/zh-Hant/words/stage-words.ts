import type { StageWords } from "../../contract/card-language.ts";

/** 各個狀態的繁體中文。 */
export const stageWords: StageWords = {
  unpaid: "待付款",
  paid: "已付款",
  pending: "待處理",
  ordered: "已下單",
  confirmed: "已確認",
  processing: "備貨中",
  awaiting_pickup: "待物流取件",
  picked_up: "物流已取件",
  partially_shipped: "部分出貨",
  shipped: "已出貨",
  in_transit: "運送中",
  delayed: "配送延誤",
  out_for_delivery: "派送中",
  ready_for_pickup: "待取貨",
  delivered: "已送達",
  not_delivered: "未送達",
  delivery_failed: "配送失敗",
  completed: "已完成",
  canceled: "已取消",
  refunded: "已退款",
  returning: "退回中",
  returned: "已退回",
  on_file: "已登錄",
};
