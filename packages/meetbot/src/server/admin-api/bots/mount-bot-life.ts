import { botRoutes } from "@meetbot/admin-api/contract/bots.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Usage, UsageKind } from "@meetbot/model/bot/usage.ts";
import { evaluateChecklist } from "../../../operations/checklist/evaluate-checklist.ts";
import { type ChecklistDeps, gatherFacts } from "../../../operations/checklist/gather-facts.ts";
import { publicBase } from "../../../platform/http/public-base.ts";
import type { AuditPageRequest } from "../../../store/bots/audit.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { notFound } from "../http/api-error.ts";
import { serializeAuditPage } from "../http/audit-page.ts";

export interface BotLifeDeps
  extends Pick<Store, "bots" | "connections" | "health" | "usage" | "deliveries">,
    Omit<ChecklistDeps, "store"> {
  /** Origins of pages that this server shows itself. */
  ownOrigins: readonly string[];
}

/** Mounts the routes for a bot's checklist, its use by customers, and the log of its changes. */
export function mountBotLife({ mount }: AdminApp, deps: BotLifeDeps): void {
  const { bots, usage } = deps;

  mount(botRoutes.readChecklist, async (c) => {
    const bot = await bots.find(c.req.valid("param").bot_id);
    if (!bot) throw notFound("bot");
    const items = evaluateChecklist(await gatherFacts(bot, { ...deps, store: deps }));
    const data = items.map(({ at, ...item }) => ({ ...item, at: at?.toISOString() ?? null }));
    return c.json({ data }, 200);
  });

  mount(botRoutes.readChannels, async (c) => {
    const bot = await bots.find(c.req.valid("param").bot_id);
    if (!bot) throw notFound("bot");
    const seen = await usage.of(bot.id);
    const base = publicBase(c, deps);
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
    const { bot_id: botId } = c.req.valid("param");
    const read = (request: AuditPageRequest) => bots.auditPage(botId, request);
    return c.json(await serializeAuditPage(c.req.valid("query"), read), 200);
  });
}

/** Returns the origins that may chat, and those that chatted before but no longer may. */
function pagesOf({ origins }: Bot, seen: readonly Usage[]) {
  const pages = seen.filter(({ kind }) => kind === "page");
  const all = new Set([...origins, ...pages.map(({ name }) => name)]);
  return [...all].map((origin) => ({
    origin,
    allowed: origins.includes(origin),
    seen_at: pages.find(({ name }) => name === origin)?.seenAt.toISOString() ?? null,
  }));
}

function lastOf(seen: readonly Usage[], wanted: UsageKind): string | null {
  return seen.find(({ kind }) => kind === wanted)?.seenAt.toISOString() ?? null;
}
