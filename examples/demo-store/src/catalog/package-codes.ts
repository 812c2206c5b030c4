import type { PackageStatusCode } from "@meetbot/sdk";

/** What the shop's words for its packages are to a program. */
export const packageCodes: Readonly<Record<string, PackageStatusCode>> = {
  Preparing: "preparing",
  备货中: "preparing",
  "Label created": "info_received",
  已揽收: "picked_up",
  "In transit": "in_transit",
  "On its way": "in_transit",
  运输中: "in_transit",
  "Held at customs": "customs",
  "Out for delivery": "out_for_delivery",
  派送中: "out_for_delivery",
  "Ready for pickup": "ready_for_pickup",
  待取件: "ready_for_pickup",
  "Delivery attempted": "attempt_failed",
  派送失败: "attempt_failed",
  物流异常: "exception",
  Delivered: "delivered",
  已签收: "delivered",
  "Returned to sender": "returned",
  已退回: "returned",
};

/** The same statuses in Chinese; a status missing here is shown unchanged. */
const inChinese: Readonly<Record<string, string>> = {
  Preparing: "备货中",
  "Label created": "待揽收",
  "In transit": "运输中",
  "On its way": "运输中",
  "Held at customs": "海关查验中",
  "Out for delivery": "派送中",
  "Ready for pickup": "待取件",
  "Delivery attempted": "派送失败",
  Delivered: "已签收",
  "Returned to sender": "已退回",
};

/** Returns a status in the reader's language, where the shop has it. */
export function statusIn(status: string, locale: string | undefined): string {
  return (locale === "zh" && inChinese[status]) || status;
}
