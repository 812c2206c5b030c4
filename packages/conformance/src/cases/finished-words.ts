import type { Order } from "@meetbot/protocol";

/**
 * Texts that mark a whole order as finished, as in section 6 of the protocol. Texts that also fit an order in progress
 * are left out: many shops call an order "completed" once it is sent.
 */
const finished = new Set(
  [
    "delivered, canceled, cancelled, refunded, order canceled, order cancelled, fully refunded",
    "已签收, 签收, 已妥投, 已送达, 已收货, 已取消, 交易关闭, 已退款",
    "已簽收, 簽收, 已送達, 已收貨, 訂單已取消, 已退款",
    "entregado, cancelado, anulado, reembolsado, zugestellt, geliefert, storniert, erstattet",
  ].flatMap((line) => line.split(", ")),
);

const finishedCodes: ReadonlySet<string | undefined> = new Set([
  "delivered",
  "canceled",
  "refunded",
]);

type Said = Pick<Order, "status" | "status_code">;

/** Whether an order's status text or code certainly means finished; a status that only might mean so does not count. */
export function saysFinished({ status, status_code: code }: Said): boolean {
  return finished.has(status.trim().toLowerCase()) || finishedCodes.has(code);
}

/** Whether an order's status code marks it as returned. */
export function saysReturned({ status_code: code }: Said): boolean {
  return code === "returned";
}
