import type { StageWords } from "../../contract/card-language.ts";

/** 各个状态的中文。 */
export const stageWords: StageWords = {
  unpaid: "待付款",
  paid: "已付款",
  pending: "待处理",
  ordered: "已下单",
  confirmed: "已确认",
  processing: "待发货",
  awaiting_pickup: "待揽收",
  picked_up: "已揽收",
  partially_shipped: "部分发货",
  shipped: "已发货",
  in_transit: "运输中",
  delayed: "运输延误",
  out_for_delivery: "派送中",
  ready_for_pickup: "待取件",
  delivered: "已签收",
  not_delivered: "未送达",
  delivery_failed: "派送失败",
  completed: "已完成",
  canceled: "已取消",
  refunded: "已退款",
  returning: "退回中",
  returned: "已退回",
  on_file: "已登记",
};
