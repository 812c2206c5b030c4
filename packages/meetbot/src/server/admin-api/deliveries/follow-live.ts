import type { DeliveryFilter, LoggedDelivery } from "@meetbot/model/log/delivery-log.ts";
import type { DeliveryLog } from "../../../store/logs/delivery-log.ts";
import { serializeLogged } from "./serialize-delivery.ts";

/** Below the idle limits of common proxies (60 s). */
const heartbeatEveryMs = 15_000;

/**
 * Streams a bot's deliveries as server-sent events, until the signal. Sends a heartbeat when nothing happens; only
 * thereby some proxies and servers notice that the listener has gone.
 */
export async function* followLive(
  log: DeliveryLog,
  botId: string,
  filter: DeliveryFilter,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const batches = log.follow(botId, filter, signal)[Symbol.asyncIterator]();
  let next = batches.next();
  let isReady = false;
  while (!signal.aborted) {
    const came = await withinHeartbeat(next);
    if (came === null) {
      yield ": still here\n\n";
      continue;
    }
    if (came.done) return;
    next = batches.next();
    if (!isReady) yield "event: ready\ndata: {}\n\n";
    isReady = true;
    for (const logged of came.value) yield toEvent(logged);
  }
  await batches.return?.();
}

function toEvent(logged: LoggedDelivery): string {
  return `event: delivery\ndata: ${JSON.stringify(serializeLogged(logged))}\n\n`;
}

async function withinHeartbeat<Value>(value: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), heartbeatEveryMs);
  });
  try {
    return await Promise.race([value, silence]);
  } finally {
    clearTimeout(timer);
  }
}
