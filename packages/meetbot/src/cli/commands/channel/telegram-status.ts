import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { LinkState } from "@meetbot/model/channel-link.ts";
import type { Command } from "commander";
import { telegram as channel, type TelegramCheck } from "../../../channels/telegram/telegram.ts";
import { checkLink, linkOn } from "../../../operations/channels/connect-link.ts";
import { telegramLinkDeps } from "../../../operations/channels/telegram/connect-bot.ts";
import { explainProblem } from "../../../operations/channels/telegram/explain-problem.ts";
import type { Store } from "../../../store/store.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { withStore } from "../../options/storage.ts";
import { writeTable } from "../../terminal/table.ts";
import { noTelegramBot, telegramDeps } from "./telegram-deps.ts";

interface StatusOptions {
  bot: string;
  check?: boolean;
  json?: boolean;
}

/** `meetbot channel telegram status`: how a bot's Telegram bot is doing. */
export function addTelegramStatusCommand(telegram: Command): void {
  telegram
    .command("status")
    .description("Show how a bot's Telegram bot is doing, and what of its messages is not sent.")
    .requiredOption("--bot <id>", "which bot")
    .option("--check", "ask Telegram too, and fail where something is not in order there")
    .option("--json", "print one JSON object")
    .action(showStatus);
}

async function showStatus({ bot: botId, check: asks, json }: StatusOptions): Promise<void> {
  const { state, lastEventAt, check } = await withStore(async (store) => {
    if (!(await store.bots.find(botId))) throw noSuchBot(botId);
    const check = asks ? await ask(botId, store) : null;
    const seen = (await store.usage.of(botId)).find(
      ({ kind, name }) => kind === "conversation" && name === channel.name,
    );
    const state = await store.channels.links.stateOf(linkOn(channel, botId));
    return { state, check, lastEventAt: seen?.seenAt ?? null };
  });
  if (!state) throw noTelegramBot(botId);
  const facts = toFacts(botId, state, lastEventAt);
  if (json) printJson(facts);
  else print(...writeTable(facts));
  if (!json && state.stoppedFor) print("", whyStopped[state.stoppedFor]);
  if (check?.ok === false) throw new CommandError(explainProblem(check.problem));
}

async function ask(botId: string, { channels: { links } }: Store): Promise<TelegramCheck> {
  const link = await links.find(linkOn(channel, botId));
  if (!link) throw noTelegramBot(botId);
  const deps = telegramLinkDeps(botId, telegramDeps(links));
  return checkLink(botId, link, { ...deps, subscribes: false });
}

/** The keys are a public contract. */
function toFacts(botId: string, state: LinkState, lastEventAt: Date | null) {
  const { lastFailure, stoppedFor, pausedUntil } = state;
  return {
    bot_id: botId,
    telegram_id: state.externalId,
    username: state.details.username,
    state: stoppedFor ? "stopped" : pausedUntil ? "paused" : "connected",
    stopped_for: stoppedFor,
    paused_until: pausedUntil?.toISOString() ?? null,
    connected_at: state.connectedAt.toISOString(),
    checked_at: state.checkedAt?.toISOString() ?? null,
    last_event_at: lastEventAt?.toISOString() ?? null,
    last_failure: lastFailure && { at: lastFailure.at.toISOString(), code: lastFailure.code },
    waiting: state.waiting,
    failed: state.failed,
  };
}

const whyStopped = {
  auth: "The token is not valid any more, and nothing is sent. Copy the bot's token from @BotFather once more, and connect the bot again: what waits is then sent.",
  restricted:
    "Telegram has frozen the bot, and nothing is sent. Its owner finds out more from @SpamBot in Telegram; once it is let go, connect the bot again.",
};
