import type { DeliveryFilter } from "@meetbot/model/log/delivery-log.ts";
import type { LogCursor } from "@meetbot/model/log/log-page.ts";
import type { DeliveryLog } from "../../../store/logs/delivery-log.ts";
import { serializeDelivery } from "./serialize-delivery.ts";

/** The number of deliveries held in memory at once: with their bodies, a few megabytes. */
const atOnce = 100;

/** All deliveries that match, newest first, one JSON object a line; read page by page. */
export async function* exportDeliveries(
  log: DeliveryLog,
  botId: string,
  filter: DeliveryFilter,
  isMasked: boolean,
): AsyncGenerator<string> {
  for (let below: LogCursor | null = null; ; ) {
    const { rows, next } = await log.read(botId, filter, { limit: atOnce, below });
    const lines = rows.map(
      ({ logged, delivery }) =>
        `${JSON.stringify(serializeDelivery(logged, delivery, isMasked))}\n`,
    );
    if (lines.length > 0) yield lines.join("");
    if (!next) return;
    below = next;
  }
}
