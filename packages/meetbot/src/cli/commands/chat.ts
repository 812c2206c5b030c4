import { createInterface } from "node:readline";
import { WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { print, printText, prompt } from "@meetbot/conformance/terminal/print.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { TokenChoice, VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { customerLocales, matchLocale, toCalendarDate } from "@meetbot/presentation";
import type { Command } from "commander";
import { render } from "../../channels/text/render.ts";
import { readConfig } from "../../config.ts";
import { type ChatClient, openChat } from "../chat/chat-client.ts";
import { demoBotId } from "../demo/demo-bot.ts";

/** Replies of one turn arrive together; the turn is over when this long passes without another reply. */
const turnEndsAfterMs = 200;

interface ChatOptions {
  bot: string;
  url?: string;
  identity?: string;
}

export function addChatCommand(program: Command): void {
  program
    .command("chat")
    .description("Talk to a bot in the terminal. Ctrl-D ends it.")
    .option("--bot <id>", "the bot; default: the demo's", demoBotId)
    .option("--url <url>", "where Meetbot runs; default: this machine")
    .option("--identity <token>", "an identity that the shop signed; default: a guest")
    .action(async ({ bot, url, identity }: ChatOptions) => {
      const config = readConfig(process.env);
      if (url && !URL.canParse(url))
        throw new WrongUseError("--url is a URL such as http://127.0.0.1:4400.");
      const server = url ?? config.publicUrl ?? `http://127.0.0.1:${config.port}`;
      const wishes = { locale: terminalLocale(process.env), ...(identity ? { identity } : {}) };
      await converse(await openChat(server.replace(/\/$/, ""), bot, wishes));
    });
}

/**
 * Prints the bot's replies and sends each typed line. A choice's number taps that choice; the number of a line in a
 * list is sent as text and refers to that line.
 */
async function converse(client: ChatClient): Promise<void> {
  const ended = new AbortController();
  const screen = createScreen();
  const showing = (async () => {
    for await (const message of client.messages(ended.signal)) {
      if (message === "typing") screen.typing();
      else if (message.from !== "customer") screen.show(message.reply);
    }
  })();
  await screen.quiet();
  for await (const line of typedLines()) {
    const choice = screen.choiceFor(line);
    screen.expectReply();
    await client.say(choice ? { payload: choice.payload } : { text: line });
    await screen.quiet();
  }
  ended.abort();
  await showing;
}

/** Yields lines that are not blank, with a prompt before each. Piped input is shown as if it were typed. */
async function* typedLines(): AsyncGenerator<string> {
  const lines = createInterface({ input: process.stdin });
  prompt("> ");
  for await (const line of lines) {
    if (!process.stdin.isTTY) print(line);
    if (line.trim() !== "") yield line;
    prompt("> ");
  }
  print("");
}

/** State of the screen: the last choices, and whether the bot has finished its reply. */
function createScreen() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  let choices: TokenChoice[] = [];
  let firstNumber = 1;
  let spoken = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  return {
    typing: () => print("  …"),
    show(reply: VisibleReply) {
      const firstChoice = afterLines(reply);
      const context = { timeZone, today: toCalendarDate(new Date()), firstChoice };
      printText(`\n${render(reply, context).replace(/^/gm, "  ")}`);
      if (reply.choices) {
        choices = reply.choices;
        firstNumber = firstChoice;
      }
      clearTimeout(timer);
      timer = setTimeout(spoken.resolve, turnEndsAfterMs);
    },
    choiceFor: (line: string): TokenChoice | undefined =>
      /^\s*\d{1,2}\s*$/.test(line) ? choices[Number(line) - firstNumber] : undefined,
    expectReply() {
      spoken = Promise.withResolvers<void>();
    },
    quiet: () => spoken.promise,
  };
}

/** Returns the number of the first choice: a list's lines are numbered too, and its choices follow them. */
const afterLines = (reply: VisibleReply): number =>
  reply.kind === "orders" && reply.orders.length > 1 ? reply.orders.length + 1 : 1;

function terminalLocale(environment: Record<string, string | undefined>): Locale {
  const language = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return matchLocale(language.split(/[.@]/)[0] ?? "", customerLocales) ?? "en";
}
