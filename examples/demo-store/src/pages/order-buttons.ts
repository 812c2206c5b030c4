import type { Order } from "@meetbot/sdk";
import { escapeHtml, toProse } from "../html/html.ts";
import { findStepsFrom, type OrderStep } from "../orders/order-steps.ts";

const labels: Readonly<Record<OrderStep, string>> = {
  pay: "Pay 付款",
  ship: "Ship 发货",
  deliver: "Deliver 送达",
  cancel: "Cancel 取消",
};

/** The steps an order can take, as buttons. `back` is the page they lead back to. */
export function renderOrderButtons({ order_number, status }: Order, back: string): string {
  const steps = findStepsFrom(status);
  if (steps.length === 0) return "";
  const number = escapeHtml(order_number);
  const buttons = steps.map(
    (step) =>
      `<button class="${step === "cancel" ? "plain" : "strong"}" name="step" value="${step}" aria-label="${labels[step]}: ${number}">${toProse(labels[step])}</button>`,
  );
  return `<form class="steps" method="post" action="/orders/${number}">
<input type="hidden" name="next" value="${escapeHtml(back)}">
${buttons.join("\n")}
</form>`;
}
