import { overviewRoutes } from "@meetbot/admin-api/contract/overview.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { liveBook } from "../../../operations/answers/live-book.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { notFound } from "../http/api-error.ts";
import { readDays } from "./read-days.ts";
import { readOverview } from "./read-overview.ts";
import { readCursor, serializeUnanswered, toCursor } from "./serialize-unanswered.ts";
import { toCsv } from "./to-csv.ts";

export type OverviewAreaDeps = Pick<Store, "answers" | "bots" | "overview" | "waiting">;

type Days = Parameters<typeof readDays>[0];

/** Mounts the routes for a bot's figures and for the messages that it could not handle. */
export function mountOverview(
  { mount }: AdminApp,
  { answers, bots, overview, waiting }: OverviewAreaDeps,
): void {
  async function findBot(botId: string): Promise<Bot> {
    const bot = await bots.find(botId);
    if (!bot) throw notFound("bot");
    return bot;
  }

  async function read(botId: string, wishes: Days) {
    const { timeZone } = await findBot(botId);
    const now = new Date();
    const sources = { overview, waiting };
    return readOverview(sources, { botId, timeZone, now, ...readDays(wishes, timeZone, now) });
  }

  mount(overviewRoutes.readOverview, async (c) =>
    c.json(await read(c.req.valid("param").bot_id, c.req.valid("query")), 200),
  );

  mount(overviewRoutes.exportOverview, async (c) => {
    const { bot_id } = c.req.valid("param");
    const told = await read(bot_id, c.req.valid("query"));
    const name = `overview_${bot_id}_${told.from}_${told.to}.csv`;
    return c.body(toCsv(told), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    });
  });

  mount(overviewRoutes.listUnanswered, async (c) => {
    const bot = await findBot(c.req.valid("param").bot_id);
    const { limit, cursor, reason } = c.req.valid("query");
    const reasons = reason ? [reason] : (["not_understood", "asked_back", "other_topic"] as const);
    const after = readCursor(cursor);
    const [entries, book] = await Promise.all([
      overview.unanswered(bot.id, { reasons, after, limit: limit + 1 }),
      liveBook(answers, bot.id),
    ]);
    const page = entries.slice(0, limit);
    const last = entries.length > limit ? page.at(-1) : undefined;
    const data = page.map((entry) => serializeUnanswered(entry, bot, book));
    return c.json({ data, next_cursor: last ? toCursor(last.place) : null }, 200);
  });
}
