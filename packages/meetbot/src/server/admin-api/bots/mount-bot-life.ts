import type { Bot } from "../../../model/bot.ts";
import type { Sighting, SightingKind } from "../../../model/sighting.ts";
import type { Store } from "../../../store/store.ts";
import { type ChecklistParts, gatherFacts } from "../../checklist/gather-facts.ts";
import { judgeChecklist } from "../../checklist/judge-checklist.ts";
import type { AdminApp } from "../admin-app.ts";
import { ApiError, notFound } from "../api-error.ts";
import { botRoutes } from "../contract/bots.ts";

export interface BotLifeParts
  extends Pick<Store, "bots" | "health" | "sightings" | "deliveries">,
    Omit<ChecklistParts, "store"> {
  /** Origins of pages that this server shows itself. */
  ownOrigins: readonly string[];
}

/** How a bot is doing on its way to customers, and what was changed about it. */
export function mountBotLife({ mount }: AdminApp, parts: BotLifeParts): void {
  const { bots, sightings } = parts;

  mount(botRoutes.readChecklist, async (c) => {
    const bot = await bots.find(c.req.valid("param").bot_id);
    if (!bot) throw notFound("bot");
    const items = judgeChecklist(await gatherFacts(bot, { ...parts, store: parts }));
    const data = items.map(({ at, ...item }) => ({ ...item, at: at?.toISOString() ?? null }));
    return c.json({ data }, 200);
  });

  mount(botRoutes.readChannels, async (c) => {
    const bot = await bots.find(c.req.valid("param").bot_id);
    if (!bot) throw notFound("bot");
    const seen = await sightings.of(bot.id);
    const base = (parts.publicUrl ?? parts.ownOrigins[0] ?? new URL(c.req.url).origin).replace(
      /\/$/,
      "",
    );
    return c.json(
      {
        chat_url: `${base}/chat/${bot.id}`,
        loader_url: `${base}/widget/loader.js`,
        pages: pagesOf(bot, seen),
        conversation_at: lastOf(seen, "conversation"),
        identity_at: lastOf(seen, "identity"),
      },
      200,
    );
  });

  mount(botRoutes.listChanges, async (c) => {
    const { limit, cursor, action } = c.req.valid("query");
    if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) throw unknownCursor;
    const wish = { limit: limit + 1, before: cursor, action };
    const found = await bots.auditPage(c.req.valid("param").bot_id, wish);
    const data = found
      .slice(0, limit)
      .map(({ entry, at, ...change }) => ({ id: entry, at: at.toISOString(), ...change }));
    const next = found.length > limit ? (data.at(-1)?.id ?? null) : null;
    return c.json({ data, next_cursor: next }, 200);
  });
}

const unknownCursor = new ApiError(
  400,
  "invalid_cursor",
  "The cursor is none that a page before ended with. Begin with the first page.",
);

/** The origins that may chat, and those that did and may no longer. */
function pagesOf({ origins }: Bot, seen: readonly Sighting[]) {
  const pages = seen.filter(({ kind }) => kind === "page");
  const all = new Set([...origins, ...pages.map(({ name }) => name)]);
  return [...all].map((origin) => ({
    origin,
    allowed: origins.includes(origin),
    seen_at: pages.find(({ name }) => name === origin)?.seenAt.toISOString() ?? null,
  }));
}

function lastOf(seen: readonly Sighting[], wanted: SightingKind): string | null {
  return seen.find(({ kind }) => kind === wanted)?.seenAt.toISOString() ?? null;
}
