import type { z } from "@hono/zod-openapi";
import {
  type ConversationFilterQuery,
  conversationRoutes,
} from "@meetbot/admin-api/contract/conversations.ts";
import type { PageQuery } from "@meetbot/admin-api/contract/shape/paging.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type {
  ConversationFilter,
  LoggedConversation,
} from "@meetbot/model/log/conversation-log.ts";
import type { Role } from "@meetbot/model/operator.ts";
import type { Context } from "hono";
import { liveBook } from "../../../operations/answers/live-book.ts";
import { pictureHeaders } from "../../../platform/http/picture-headers.ts";
import type { Store } from "../../../store/store.ts";
import { fileStamp } from "../deliveries/mount-deliveries.ts";
import { serializeLogged } from "../deliveries/serialize-delivery.ts";
import type { AdminApp } from "../http/admin-app.ts";
import type { AdminEnv } from "../http/admin-env.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { conversationKeptUntil } from "../http/kept-until.ts";
import { readCursor, toCursor } from "../http/log-cursor.ts";
import { recordReading } from "../http/record-reading.ts";
import { streamText } from "../http/stream-text.ts";
import { toRef } from "../http/to-ref.ts";
import { exportConversation } from "./export-conversation.ts";
import { type ReadingDeps, readPage } from "./read-transcript.ts";
import { serializeConversation, serializeEntry } from "./serialize-conversation.ts";
import { withoutPlace } from "./serialize-transcript.ts";

export type ConversationAreaDeps = Pick<
  Store,
  "answers" | "conversationLog" | "bots" | "hints" | "pictures" | "readings"
>;

/** Mounts the routes for the conversations between customers and bots. */
export function mountConversations({ mount }: AdminApp, deps: ConversationAreaDeps): void {
  const { answers, conversationLog, bots, hints, pictures, readings } = deps;
  const logAs = (c: Context<AdminEnv>) => conversationLog.as(c.get("caller").actor);

  const find = async (ref: ConversationRef) => {
    const found = await conversationLog.find(ref);
    if (!found) throw notFound("conversation");
    return found;
  };
  const readingOf = async (ref: ConversationRef, isMasked: boolean, role: Role) => {
    const [bot, book, deliveries] = await Promise.all([
      bots.find(ref.botId),
      liveBook(answers, ref.botId),
      role === "agent" ? [] : conversationLog.deliveriesOf(ref),
    ]);
    if (!bot) throw notFound("bot");
    return { log: conversationLog, ref, bot, book, deliveries, isMasked } satisfies ReadingDeps;
  };
  const tell = async (
    ref: ConversationRef,
    logged: LoggedConversation,
    { isMasked, role }: { isMasked: boolean; role: Role },
    { cursor = "0", limit }: { cursor?: string | undefined; limit: number },
  ) => {
    const reading = await readingOf(ref, isMasked, role);
    const { entries, next } = await readPage(reading, { afterSeq: Number(cursor), limit });
    return {
      ...serializeConversation(logged),
      masked: isMasked,
      entries: entries.map(serializeEntry),
      next_cursor: next === null ? null : String(next),
      deliveries_without_place: withoutPlace(reading.deliveries).map(serializeLogged),
      kept_until: conversationKeptUntil(reading.bot, logged.activeAt),
    };
  };

  const list = async (botId: string, query: ListQuery, account?: string) => {
    const { limit, cursor, ...wanted } = query;
    const page = { limit, below: readCursor(cursor) };
    const { rows, next } = await conversationLog.list(botId, readFilter(wanted, account), page);
    return { data: rows.map(serializeConversation), next_cursor: toCursor(next) };
  };

  mount(conversationRoutes.listConversations, async (c) =>
    c.json(await list(c.req.valid("param").bot_id, c.req.valid("query")), 200),
  );

  mount(conversationRoutes.findConversations, async (c) => {
    const { account } = c.req.valid("json");
    const { bot_id: botId } = c.req.valid("param");
    const detail = { account: readings.fingerprint(account) };
    const { actor } = c.get("caller");
    const reading = { actor, action: "conversations_searched", detail } as const;
    if (!(await recordReading(c, readings.note(botId, reading)))) throw notFound("bot");
    return c.json(await list(botId, c.req.valid("query"), account), 200);
  });

  mount(conversationRoutes.readConversation, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const how = { isMasked: true, role: c.get("role") };
    return c.json(await tell(ref, await find(ref), how, c.req.valid("query")), 200);
  });

  mount(conversationRoutes.revealConversation, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const found = await find(ref);
    // Recorded before it is shown, so that no access goes unrecorded.
    if (!(await recordReading(c, logAs(c).recordRevealed(ref)))) throw notFound("conversation");
    const how = { isMasked: false, role: c.get("role") };
    return c.json(await tell(ref, found, how, c.req.valid("query")), 200);
  });

  mount(conversationRoutes.viewPicture, async (c) => {
    const { picture_id: id, ...path } = c.req.valid("param");
    const ref = toRef(path);
    const found = await pictures.read(ref, id);
    if (!found) throw notFound("picture");
    if (c.req.method === "HEAD") return c.body(null, 200);
    // Recorded before it is shown, so that no access goes unrecorded.
    if (!(await recordReading(c, logAs(c).recordPictureViewed(ref, id)))) throw notFound("picture");
    return c.body(new Uint8Array(found.body), 200, pictureHeaders(found.picture));
  });

  mount(conversationRoutes.redactMessage, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const outcome = await logAs(c).redact(ref, c.req.valid("json").seq);
    if (outcome === "not_found") throw notFound("message");
    if (outcome === "waits") throw stillWaits;
    hints.give(ref);
    return c.body(null, 204);
  });

  mount(conversationRoutes.exportConversation, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const found = await find(ref);
    const { format, reveal } = c.req.valid("query");
    if (c.req.method === "HEAD") return c.body(null, 200);
    const isMasked = reveal !== "true";
    const reading = await readingOf(ref, isMasked, c.get("role"));
    const noted = await recordReading(c, logAs(c).recordExported(ref, { masked: isMasked }));
    if (!noted) throw notFound("conversation");
    const name = `conversation-${ref.conversationId.replace(/[^\w-]/g, "_")}-${fileStamp()}`;
    return c.body(streamText(exportConversation(found, reading, format)), 200, {
      "Content-Type":
        format === "json" ? "application/json" : "application/x-ndjson; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.${format}"`,
    });
  });

  mount(conversationRoutes.deleteConversation, async (c) => {
    const ref = toRef(c.req.valid("param"));
    if (!(await logAs(c).delete(ref))) throw notFound("conversation");
    return c.body(null, 204);
  });
}

type Wanted = z.output<typeof ConversationFilterQuery>;
type ListQuery = Wanted & z.output<typeof PageQuery>;

/** Returns the filter for the log that a request specifies. */
function readFilter(wanted: Wanted, account: string | undefined): ConversationFilter {
  return {
    id: wanted.conversation_id,
    account,
    channel: wanted.channel,
    locale: wanted.locale,
    personAsked: wanted.person_asked === "true",
    hasFailed: wanted.failed === "true",
    isDisliked: wanted.disliked === "true",
    from: wanted.from === undefined ? undefined : new Date(wanted.from),
    until: wanted.to === undefined ? undefined : new Date(wanted.to),
  };
}

const stillWaits = new ApiError(
  409,
  "message_waits",
  "The bot is about to answer this message. Overwrite it when it has.",
);
