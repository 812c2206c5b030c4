import { CommandError, WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { print } from "@meetbot/conformance/terminal/print.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ChannelConnection } from "@meetbot/model/channel-link.ts";
import type { Command } from "commander";
import { type Graph, graphAt } from "../../../channels/messenger/graph/graph.ts";
import { messenger } from "../../../channels/messenger/messenger.ts";
import type { PageCheck } from "../../../channels/messenger/page/check-page.ts";
import { toConnection } from "../../../channels/messenger/page.ts";
import { readConfig } from "../../../config.ts";
import {
  connectLink,
  type LinkDeps,
  publishProfile,
} from "../../../operations/channels/connect-link.ts";
import {
  explainProblem,
  explainRefusal,
} from "../../../operations/channels/messenger/explain-problem.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { withStore } from "../../options/storage.ts";
import { stdinLines } from "../../terminal/read-stdin.ts";
import { writeTable } from "../../terminal/table.ts";

type Checked = Extract<PageCheck, { ok: true }>;

interface ConnectOptions {
  bot: string;
  pageId: string;
  pageToken: string;
  appSecret: string;
  verifyToken: string;
  profile?: boolean;
}

/** `meetbot channel messenger connect`: a page speaks through a bot from now on. */
export function addConnectCommand(messenger: Command): void {
  messenger
    .command("connect")
    .description("Let a Facebook Page speak through a bot, once all is well at Meta's side.")
    .requiredOption("--bot <id>", "which bot")
    .requiredOption("--page-id <id>", "the page")
    .requiredOption("--page-token <token>", "the page's access token; -: a line of standard input")
    .requiredOption("--app-secret <secret>", "the secret of the app; -: a line of standard input")
    .requiredOption(
      "--verify-token <token>",
      "a text of your own that the app's webhook is set up with; -: a line of standard input",
    )
    .option("--profile", "show the bot's greeting, Get Started and menu on the page")
    .addHelpText(
      "after",
      "\nAnyone who lists the processes of this machine sees the command line. Write - for a secret, and give it on standard input: one line each, in the order token, secret, verify token.\n\nConnecting again replaces the secrets, and lets a page that was stopped go on.",
    )
    .action(connectAndTell);
}

async function connectAndTell(options: ConnectOptions): Promise<void> {
  const given = await readSecrets(options);
  const graph = graphOf();
  await withStore(async (store) => {
    const bot = await store.bots.find(given.bot);
    if (!bot) throw noSuchBot(given.bot);
    const { pageId, pageToken: token, appSecret, verifyToken } = given;
    const page = toConnection({ pageId, appId: "", token, appSecret, verifyToken });
    const deps = { channel: messenger, links: store.channels.links, api: graph };
    const checked = await connect(bot, page, deps);
    print(...connected(bot, pageId, checked));
    if (!options.profile) return;
    const shown = await publishProfile(bot, page, deps);
    if (!shown.ok)
      throw new CommandError(`The page is connected. ${explainRefusal("profile", shown)}`);
    print(
      "",
      "The page shows the bot's greeting and menu. Menus that people have open follow within a day.",
    );
  });
}

async function connect(
  bot: Bot,
  page: ChannelConnection,
  deps: LinkDeps<PageCheck>,
): Promise<Checked> {
  const connecting = await connectLink(bot.id, page, deps);
  if (connecting.outcome === "refused") {
    throw new CommandError(explainProblem(connecting.check.problem));
  }
  if (connecting.outcome === "no_such_bot") throw noSuchBot(bot.id);
  if (connecting.outcome === "connected") return connecting.check;
  throw new CommandError(
    `The page ${page.externalId} speaks through another bot, and its customers would be answered twice. Disconnect it there first: meetbot channel messenger disconnect --bot ID`,
  );
}

function connected(bot: Bot, pageId: string, check: Checked): string[] {
  const { publicUrl } = readConfig(process.env);
  const base = publicUrl?.replace(/(?<!\/)\/+$/, "") ?? "https://YOUR-SERVER";
  const facts = {
    page: `${check.facts.name} (${pageId})`,
    app: check.details.app_id,
    webhook: `${base}/channels/messenger/${bot.id}`,
    token: check.facts.tokenEndsAt
      ? `ends at ${check.facts.tokenEndsAt.toISOString()}`
      : "does not end",
  };
  const next =
    "Name this webhook and your verify token in the app's dashboard, under Messenger, Webhooks, if they do not stand there yet. Meta calls it at once; this server must be running.";
  const other =
    bot.pageId === pageId
      ? []
      : [
          "",
          `Note: the shop's webhook is still told the page_id ${bot.pageId}, which the bot was created with.`,
        ];
  return [...writeTable(facts), "", next, ...other];
}

/** Each `-` is a line of standard input. */
async function readSecrets(options: ConnectOptions): Promise<ConnectOptions> {
  const read = { ...options };
  const lines = stdinLines();
  for (const name of ["pageToken", "appSecret", "verifyToken"] as const) {
    if (read[name] === "-") read[name] = String((await lines.next()).value ?? "").trim();
    if (read[name] === "") {
      throw new WrongUseError(
        `${flags[name]} is empty. Where it is -, it is read from a line of standard input.`,
      );
    }
  }
  return read;
}

const flags = {
  pageToken: "--page-token",
  appSecret: "--app-secret",
  verifyToken: "--verify-token",
};

/** Returns the Graph API at the address from the environment. */
export function graphOf(): Graph {
  return graphAt(readConfig(process.env).graphUrl ?? undefined);
}
