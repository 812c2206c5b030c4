import { deliveryRoutes } from "@meetbot/admin-api/contract/deliveries.ts";
import type { FoundDelivery } from "@meetbot/model/log/delivery-log.ts";
import type { Context } from "hono";
import type { Logger } from "pino";
import { serializeTrouble } from "../../../features/connectors/api/serialize-connection.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import type { AdminEnv } from "../http/admin-env.ts";
import { notFound } from "../http/api-error.ts";
import { endWithRights } from "../http/end-with-rights.ts";
import { deliveryKeptUntil } from "../http/kept-until.ts";
import { readCursor, toCursor } from "../http/log-cursor.ts";
import { recordReading } from "../http/record-reading.ts";
import { streamText } from "../http/stream-text.ts";
import { deliveryToCurl } from "./delivery-to-curl.ts";
import { exportDeliveries } from "./export-deliveries.ts";
import { followLive } from "./follow-live.ts";
import { readFilter } from "./read-filter.ts";
import { readTrouble } from "./read-trouble.ts";
import { type ReplayDeps, replayDelivery } from "./replay-delivery.ts";
import { serializeDelivery, serializeLogged } from "./serialize-delivery.ts";

export interface DeliveryAreaDeps
  extends Pick<Store, "bots" | "deliveryLog" | "conversationLog">,
    ReplayDeps {
  log: Logger;
}

/** The delivery log. */
export function mountDeliveries({ mount }: AdminApp, deps: DeliveryAreaDeps): void {
  const { bots, deliveryLog, conversationLog, closing, log } = deps;
  const logAs = (c: Context<AdminEnv>) => deliveryLog.as(c.get("caller").actor);

  const tell = async (botId: string, found: FoundDelivery, isMasked: boolean) => {
    const { conversationId, startedAt } = found.logged;
    const conversation = await conversationLog.find({ botId, conversationId });
    const bot = await bots.find(botId);
    if (!bot) throw notFound("delivery");
    const trouble = readTrouble(found.delivery);
    return {
      ...serializeDelivery(found.logged, found.delivery, isMasked),
      trouble: trouble && serializeTrouble(trouble),
      replays: found.replays.map(serializeLogged),
      curl: isMasked ? null : deliveryToCurl(found.delivery),
      kept_until: deliveryKeptUntil(bot, startedAt, conversation?.activeAt ?? startedAt),
    };
  };

  mount(deliveryRoutes.listDeliveries, async (c) => {
    const { limit, cursor, ...wanted } = c.req.valid("query");
    const page = { limit, below: readCursor(cursor) };
    const { bot_id } = c.req.valid("param");
    const { rows, next } = await deliveryLog.list(bot_id, readFilter(wanted), page);
    return c.json({ data: rows.map(serializeLogged), next_cursor: toCursor(next) }, 200);
  });

  mount(deliveryRoutes.followDeliveries, async (c) => {
    const headers = {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    };
    // The router handles HEAD as GET and drops the body: a stream without a reader would never end.
    if (c.req.method === "HEAD") return c.body(null, 200, headers);
    const gone = new AbortController();
    const end = () => gone.abort();
    const stopLooking = endWithRights(c.get("stillMay"), end, log);
    gone.signal.addEventListener("abort", stopLooking);
    const signal = AbortSignal.any([gone.signal, c.req.raw.signal, closing]);
    const { bot_id } = c.req.valid("param");
    const events = followLive(deliveryLog, bot_id, readFilter(c.req.valid("query")), signal);
    return c.body(streamText(events, end), 200, headers);
  });

  mount(deliveryRoutes.exportDeliveries, async (c) => {
    const { bot_id } = c.req.valid("param");
    const { reveal, ...filter } = c.req.valid("query");
    if (c.req.method === "HEAD") return c.body(null, 200);
    const isMasked = reveal !== "true";
    await recordReading(c, logAs(c).recordExported(bot_id, { masked: isMasked, filter }));
    const lines = exportDeliveries(deliveryLog, bot_id, readFilter(filter), isMasked);
    return c.body(streamText(lines), 200, {
      "Content-Type": "application/x-ndjson; charset=utf-8",
      "Content-Disposition": `attachment; filename="deliveries-${fileStamp()}.ndjson"`,
    });
  });

  mount(deliveryRoutes.readDelivery, async (c) => {
    const { bot_id, delivery_id } = c.req.valid("param");
    const found = await deliveryLog.find(bot_id, delivery_id);
    if (!found) throw notFound("delivery");
    return c.json(await tell(bot_id, found, true), 200);
  });

  mount(deliveryRoutes.revealDelivery, async (c) => {
    const { bot_id, delivery_id } = c.req.valid("param");
    const found = await deliveryLog.find(bot_id, delivery_id);
    // Recorded before it is shown, so that no access goes unrecorded.
    const noted = found && (await recordReading(c, logAs(c).recordRevealed(bot_id, delivery_id)));
    if (!noted) throw notFound("delivery");
    return c.json(await tell(bot_id, found, false), 200);
  });

  mount(deliveryRoutes.replayDelivery, async (c) => {
    const { bot_id: botId, delivery_id: deliveryId } = c.req.valid("param");
    const replayed = await replayDelivery(logAs(c), { botId, deliveryId }, deps);
    return c.json(serializeLogged(replayed), 201);
  });
}

/** Returns the current time, to the second, for a file name. */
export function fileStamp(): string {
  return new Date().toISOString().slice(0, 19).replace(/[:T]/g, "-");
}
