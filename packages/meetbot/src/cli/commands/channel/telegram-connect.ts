import { CommandError, WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { note, print } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { type TelegramCheck, telegram } from "../../../channels/telegram/telegram.ts";
import { linkOn, publishProfile } from "../../../operations/channels/connect-link.ts";
import {
  connectTelegram,
  explainReplaced,
  type TelegramDeps,
  telegramLinkDeps,
} from "../../../operations/channels/telegram/connect-bot.ts";
import {
  explainProblem,
  explainRefusal,
} from "../../../operations/channels/telegram/explain-problem.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { withStore } from "../../options/storage.ts";
import { stdinLines } from "../../terminal/read-stdin.ts";
import { writeTable } from "../../terminal/table.ts";
import { telegramDeps } from "./telegram-deps.ts";

type Checked = Extract<TelegramCheck, { ok: true }>;

interface ConnectOptions {
  bot: string;
  token?: string;
}

/** `meetbot channel telegram connect`: a Telegram bot speaks for a bot from now on. */
export function addTelegramConnectCommand(telegram: Command): void {
  telegram
    .command("connect")
    .description("Let a Telegram bot speak for a bot, once all is well at Telegram's side.")
    .requiredOption("--bot <id>", "which bot")
    .option(
      "--token <token>",
      "the Telegram bot's token, from @BotFather; -: a line of standard input; default: MEETBOT_TELEGRAM_TOKEN",
    )
    .addHelpText(
      "after",
      "\nAnyone who lists the processes of this machine sees the command line, and the shell keeps it. Write - and give the token on standard input.\n\nMEETBOT_PUBLIC_URL has to say where this server is found from outside. Telegram's commands, menu button and descriptions of the bot are set too. Connecting again replaces the token and the webhook's secret, shows what the bot has now, and lets a bot that was stopped go on.",
    )
    .action(connectAndTell);
}

async function connectAndTell({ bot: botId, token: given }: ConnectOptions): Promise<void> {
  const token = await readToken(given);
  await withStore(async ({ bots, channels: { links } }) => {
    const deps = telegramDeps(links);
    const bot = await bots.find(botId);
    if (!bot) throw noSuchBot(botId);
    const check = await connect(botId, token, deps);
    const linkDeps = telegramLinkDeps(botId, deps);
    print(...connected(check, linkDeps.webhookUrl));
    const link = await links.find(linkOn(telegram, botId));
    const shown = link && (await publishProfile(bot, link, linkDeps));
    if (shown?.ok === false) {
      throw new CommandError(`The bot is connected. ${explainRefusal("profile", shown)}`);
    }
    if (check.replacedHost) {
      note(explainReplaced(check.replacedHost));
    }
  });
}

async function connect(botId: string, token: string, deps: TelegramDeps): Promise<Checked> {
  const connecting = await connectTelegram(botId, token, deps);
  switch (connecting.outcome) {
    case "connected":
      return connecting.check;
    case "no_such_bot":
      throw noSuchBot(botId);
    case "refused":
      throw new CommandError(explainProblem(connecting.check.problem));
    case "taken":
      throw new CommandError(
        `${explainProblem({ kind: "taken" })} With: meetbot channel telegram disconnect --bot ID`,
      );
  }
}

function connected({ facts, externalId, details, canJoinGroups }: Checked, webhook: string) {
  const { username = "" } = details;
  const bot = `${facts.name} (${externalId})`;
  const groups =
    "It can be brought into groups, which it leaves at once, and answers nobody there. /setjoingroups at @BotFather ends that.";
  return [
    ...writeTable({ bot, customers: `https://t.me/${username}`, webhook }),
    ...(canJoinGroups ? ["", groups] : []),
  ];
}

async function readToken(given = process.env.MEETBOT_TELEGRAM_TOKEN ?? ""): Promise<string> {
  const token = given === "-" ? String((await stdinLines().next()).value ?? "") : given;
  if (token.trim() !== "") return token.trim();
  throw new WrongUseError(
    "There is no token: give --token - and a line of standard input, or MEETBOT_TELEGRAM_TOKEN.",
  );
}
