import type { Bot } from "../../../model/bot.ts";
import type { Role } from "../../../model/operator.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../admin-app.ts";
import { notFound } from "../api-error.ts";
import { botRoutes } from "../contract/bots.ts";

export type BotAreaParts = Pick<Store, "bots" | "operators">;

/** The bots and their settings. */
export function mountBots({ mount }: AdminApp, { bots, operators }: BotAreaParts): void {
  mount(botRoutes.listBots, async (c) => {
    const { operator, administrator, onlyBot } = c.get("caller");
    const all = await bots.list();
    const roles = operator && !administrator ? await operators.rolesOf(operator.id) : [];
    const roleOn = ({ id }: Bot) =>
      administrator ? "owner" : roles.find(({ botId }) => botId === id)?.role;
    const data = all.flatMap((bot) => {
      const role = onlyBot === null || onlyBot === bot.id ? roleOn(bot) : undefined;
      return role ? [tellBot(bot, role)] : [];
    });
    return c.json({ data }, 200);
  });

  mount(botRoutes.readBot, async (c) => {
    const bot = await bots.find(c.req.valid("param").bot_id);
    if (!bot) throw notFound("bot");
    return c.json(tellBot(bot, c.get("role")), 200);
  });
}

function tellBot({ id, name, pageId, endpoint, demo }: Bot, role: Role) {
  return { bot_id: id, name, page_id: pageId, endpoint, demo, role };
}
