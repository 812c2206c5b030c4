import { inboxLiveRoutes } from "@meetbot/admin-api/contract/inbox/live.ts";
import type { Logger } from "pino";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { notFound } from "../http/api-error.ts";
import { endWithRights } from "../http/end-with-rights.ts";
import { readCursor, toCursor } from "../http/log-cursor.ts";
import { recordReading } from "../http/record-reading.ts";
import { streamText } from "../http/stream-text.ts";
import { followInbox } from "./follow-inbox.ts";
import { createInboxHub } from "./inbox-hub.ts";
import { listRows } from "./list-rows.ts";

export interface LiveAreaDeps
  extends Pick<Store, "bots" | "desk" | "operators" | "readings" | "hints"> {
  closing: AbortSignal;
  log: Logger;
}

const streamHeaders = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-store",
  "X-Accel-Buffering": "no",
};

/** Mounts the inbox's live updates and its search. */
export function mountLive({ mount }: AdminApp, deps: LiveAreaDeps): void {
  const { desk, readings, closing, log } = deps;
  const hub = createInboxHub(deps);

  mount(inboxLiveRoutes.followInbox, async (c) => {
    // The router handles HEAD as GET and drops the body: a stream without a reader would never end.
    if (c.req.method === "HEAD") return c.body(null, 200, streamHeaders);
    const { bot_id: botId } = c.req.valid("param");
    const operatorId = c.get("caller").operator?.id ?? null;
    const gone = new AbortController();
    const end = () => gone.abort();
    const subscription = hub.subscribe(botId, operatorId ?? "", end);
    const stopLooking = endWithRights(c.get("stillMay"), end, log);
    gone.signal.addEventListener("abort", stopLooking);
    const signal = AbortSignal.any([gone.signal, c.req.raw.signal, closing]);
    signal.addEventListener("abort", subscription.end, { once: true });
    const events = followInbox(subscription, () => desk.count(botId, operatorId), signal);
    return c.body(streamText(events, end), 200, streamHeaders);
  });

  mount(inboxLiveRoutes.searchInbox, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { limit, cursor } = c.req.valid("query");
    const { text } = c.req.valid("json");
    const { actor } = c.get("caller");
    const detail = { searched: readings.fingerprint(text) };
    const reading = { actor, action: "conversations_searched", detail } as const;
    if (!(await recordReading(c, readings.note(botId, reading)))) throw notFound("bot");
    const page = { limit, below: readCursor(cursor) };
    const { rows, next } = await desk.search(botId, text, page);
    const data = await listRows(deps, botId, rows);
    return c.json({ data, next_cursor: toCursor(next) }, 200);
  });
}
