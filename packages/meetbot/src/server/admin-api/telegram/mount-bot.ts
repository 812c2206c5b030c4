import { telegramRoutes } from "@meetbot/admin-api/contract/telegram.ts";
import type { Context } from "hono";
import { telegram } from "../../../channels/telegram/telegram.ts";
import { checkLink, disconnectLink, linkOn } from "../../../operations/channels/connect-link.ts";
import {
  connectTelegram,
  telegramLinkDeps,
} from "../../../operations/channels/telegram/connect-bot.ts";
import { explainRefusal } from "../../../operations/channels/telegram/explain-problem.ts";
import type { ChannelAreaDeps } from "../channels/channel-area.ts";
import { inWords } from "../channels/serialize-checks.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { notFound } from "../http/api-error.ts";
import { findBot } from "../http/find-secret.ts";
import { serializeBotChecks, serializeConnecting } from "./serialize-checks.ts";
import { serializeBot } from "./serialize-telegram-bot.ts";
import { findTelegram, telegramDeps } from "./telegram-deps.ts";

/** Mounts the routes for the Telegram bot: its connection, and its state according to Telegram. */
export function mountBot({ mount }: AdminApp, deps: ChannelAreaDeps): void {
  const { bots, channels, usage, log } = deps;
  const linkDeps = (c: Context, botId: string) => telegramLinkDeps(botId, telegramDeps(c, deps));

  async function serializeState(c: Context, botId: string) {
    const on = linkOn(telegram, botId);
    const [state, seen] = await Promise.all([channels.links.stateOf(on), usage.of(botId)]);
    return { webhook_url: linkDeps(c, botId).webhookUrl, bot: state && serializeBot(state, seen) };
  }

  mount(telegramRoutes.readTelegram, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    return c.json(await serializeState(c, id), 200);
  });

  mount(telegramRoutes.connectTelegramBot, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const { token, take_over: takesOver } = c.req.valid("json");
    const connecting = await connectTelegram(id, token, { ...telegramDeps(c, deps), takesOver });
    const { outcome, check } = connecting;
    if (outcome === "no_such_bot") throw notFound("bot");
    const connected = outcome === "connected";
    if (connected) log.info({ bot: id, telegram: check.externalId }, "Telegram bot connected");
    const replaced = check?.ok ? check.replacedHost : null;
    const told = { connected, checks: serializeConnecting(connecting), replaced_host: replaced };
    return c.json({ ...told, state: await serializeState(c, id) }, 200);
  });

  mount(telegramRoutes.disconnectTelegramBot, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const disconnected = await disconnectLink(id, linkDeps(c, id));
    if (!disconnected) throw notFound("Telegram bot");
    const { link, ended } = disconnected;
    log.warn({ bot: id, telegram: link.externalId }, "Telegram bot disconnected");
    const problem = ended.ok
      ? null
      : inWords((locale) => explainRefusal("deleteWebhook", ended, locale));
    return c.json({ telegram_id: link.externalId, problem }, 200);
  });

  mount(telegramRoutes.checkTelegramBot, async (c) => {
    const { id } = await findBot(bots, c.req.valid("param").bot_id);
    const link = await findTelegram(channels.links, id);
    const { subscribe: subscribes } = c.req.valid("json");
    const check = await checkLink(id, link, { ...linkDeps(c, id), subscribes });
    const facts = {
      pending_updates: check.ok ? check.waitingUpdates : waitingIn(check.problem),
      can_join_groups: check.ok ? check.canJoinGroups : null,
    };
    return c.json({ checks: serializeBotChecks(check), ...facts }, 200);
  });
}

function waitingIn(problem: { kind: string; waiting?: number }): number | null {
  return problem.waiting ?? null;
}
