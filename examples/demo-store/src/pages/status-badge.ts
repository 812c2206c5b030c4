import { escapeHtml, toProse } from "../html/html.ts";

/** What the shop's own words for a status are in Chinese. */
const chinese: Readonly<Record<string, string>> = {
  unpaid: "待付款",
  processing: "待发货",
  shipped: "已发货",
  delivered: "已签收",
  canceled: "已取消",
  refunded: "已退款",
};

/** Where an order stands, to be seen at a glance. */
export function renderStatus(status: string): string {
  const known = Object.hasOwn(chinese, status);
  const words = known ? `${status} ${chinese[status]}` : status;
  return `<span class="status"${known ? ` data-status="${escapeHtml(status)}"` : ""}>${toProse(words)}</span>`;
}
