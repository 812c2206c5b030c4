import { botRoutes } from "@meetbot/admin-api/contract/bots.ts";
import { connectorNameOf } from "@meetbot/admin-api/settings/connector-endpoint.ts";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { type GivenChanges, readChanges } from "@meetbot/admin-api/settings/read-changes.ts";
import type { Bot, BotChanges } from "@meetbot/model/bot/bot.ts";
import type { Rank } from "@meetbot/model/operator.ts";
import { canBeOpened, explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import type { Context } from "hono";
import type { Logger } from "pino";
import type { ChecklistDeps } from "../../../operations/checklist/gather-facts.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import type { AdminEnv } from "../http/admin-env.ts";
import { notFound } from "../http/api-error.ts";
import { refuseFaults } from "./refuse-faults.ts";
import { serializeBot, serializeCreated, serializeForAgent } from "./serialize-bot.ts";

export interface BotAreaDeps
  extends Pick<Store, "bots" | "connections" | "operators" | "health" | "usage" | "deliveries">,
    Omit<ChecklistDeps, "store"> {
  log: Logger;
}

const needsCredentials =
  "A shop is connected together with its credentials: PUT /bots/{bot_id}/connector, or POST /connectors/{connector}/bots for a new bot.";

/** The bots and their settings. */
export function mountBots({ mount }: AdminApp, deps: BotAreaDeps): void {
  const { bots, operators, guard, health, log } = deps;
  const tell = async (bot: Bot, role: Rank) => serializeBot(bot, role, await health.find(bot.id));
  /** Returns the caller's role on a route that admits no agents. */
  const rankIn = (c: Context<AdminEnv>): Rank => {
    const role = c.get("role");
    if (role === "agent") throw new Error("The route lets agents in, and tells settings.");
    return role;
  };

  /** Reads the given changes of a bot, or refuses all of them. */
  async function read(given: GivenChanges, stays: Bot): Promise<BotChanges> {
    const { changes, faults } = readChanges(given, stays);
    if (changes.endpoint === stays.endpoint) delete changes.endpoint;
    if (changes.endpoint !== undefined && connectorNameOf(changes.endpoint) !== null) {
      faults.push({ pointer: "/endpoint", message: needsCredentials });
    } else if (changes.endpoint !== undefined) {
      const { allowed, reason } = await guard.judge(changes.endpoint);
      // A host name that does not exist yet may be created later.
      if (!allowed && reason !== "name_not_found") {
        faults.push({ pointer: "/endpoint", message: `${explainVerdict(reason)}.` });
      }
    }
    refuseFaults(faults);
    return changes;
  }

  mount(botRoutes.listBots, async (c) => {
    const { operator, administrator, onlyBot } = c.get("caller");
    const all = await bots.list();
    const roles = operator && !administrator ? await operators.rolesOf(operator.id) : [];
    const roleOn = ({ id }: Bot) =>
      administrator ? "owner" : roles.find(({ botId }) => botId === id)?.role;
    const told = all.map(async (bot) => {
      const role = onlyBot === null || onlyBot === bot.id ? roleOn(bot) : undefined;
      if (role === "agent") return [serializeForAgent(bot)];
      return role ? [await tell(bot, role)] : [];
    });
    return c.json({ data: (await Promise.all(told)).flat() }, 200);
  });

  mount(botRoutes.createBot, async (c) => {
    const given = c.req.valid("json");
    // A bot created on a demo server belongs to the demo, which would not start next to a real bot.
    const demo = (await bots.list()).some((bot) => bot.demo);
    const { bot: begun, secrets } = newBot({ name: given.name, endpoint: given.endpoint });
    // A new bot's endpoint counts as new too, so it is checked.
    const bot = { ...begun, ...(await read(given, { ...begun, endpoint: "" })), demo };
    const { actor } = c.get("caller");
    await bots.as(actor).create(bot, secrets);
    log.info({ bot: bot.id }, "bot created");
    return c.json(serializeCreated(bot, secrets, await health.find(bot.id)), 201);
  });

  mount(botRoutes.checkNewEndpoint, async (c) => {
    const { url } = c.req.valid("json");
    const verdict = await guard.judge(url);
    const isOpenable = !verdict.allowed && canBeOpened(verdict.reason);
    return c.json({ url, ...verdict, can_be_opened: isOpenable }, 200);
  });

  mount(botRoutes.readBot, async (c) => {
    const bot = await bots.find(c.req.valid("param").bot_id);
    if (!bot) throw notFound("bot");
    return c.json(await tell(bot, rankIn(c)), 200);
  });

  mount(botRoutes.changeBot, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const before = await bots.find(botId);
    if (!before) throw notFound("bot");
    const changes = await read(c.req.valid("json"), before);
    const bot = await bots.as(c.get("caller").actor).change(botId, changes);
    if (!bot) throw notFound("bot");
    return c.json(await tell(bot, rankIn(c)), 200);
  });

  mount(botRoutes.deleteBot, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { actor, operator } = c.get("caller");
    const bot = await bots.find(botId);
    if (!bot || !(await bots.delete(botId))) throw notFound("bot");
    await operators.record(actor, "bot_deleted", { bot_id: botId, name: bot.name });
    log.warn({ bot: botId, operator: operator?.id ?? "admin token" }, "bot deleted");
    return c.body(null, 204);
  });
}
