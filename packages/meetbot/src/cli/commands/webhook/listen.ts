import { webhookUrl } from "@meetbot/conformance/command/signature-options.ts";
import { WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { print } from "@meetbot/conformance/terminal/print.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { Command } from "commander";
import { listen } from "../../listen/listen.ts";
import { createListenerClient } from "../../listen/listener-client.ts";
import { openedGuard } from "../../options/guard-of.ts";
import { untilStopped } from "../../terminal/until-stopped.ts";

interface ListenOptions {
  forwardTo: string;
  server: string;
  bot: string;
  takeOver?: boolean;
  yes?: boolean;
  json?: boolean;
}

export function addListenCommand(program: Command): void {
  program
    .command("listen")
    .description(
      "Answer a bot's queries by a webhook on this machine, which no server can reach. The API token is in MEETBOT_API_TOKEN.",
    )
    .requiredOption("--forward-to <url>", "the webhook on this machine", webhookUrl)
    .requiredOption("--server <url>", "where Meetbot runs")
    .requiredOption("--bot <id>", "the bot")
    .option("--take-over", "end the listening of somebody else")
    .option("--yes", "also where the bot's endpoint works, and customers may depend on it")
    .option("--json", "one JSON object a line")
    .addHelpText(
      "after",
      `
MEETBOT_API_TOKEN is an API token of an owner, for this bot alone, with the scope webhook:listen.
With MEETBOT_SIGNING_SECRET, as your webhook has it, refused signatures are explained.`,
    )
    .action(async (options: ListenOptions) => {
      const { forwardTo, server, bot, takeOver = false, yes = false, json = false } = options;
      refuseOpenLine(server);
      const token = process.env.MEETBOT_API_TOKEN?.trim() ?? "";
      if (!/^\S+$/.test(token)) throw new WrongUseError(noToken);
      const agent = createMerchantAgent(openedGuard(forwardTo, { outboundAllow: [], port: 0 }));
      const stopping = new AbortController();
      void untilStopped().then(() => stopping.abort());
      try {
        await listen({
          client: createListenerClient(server, bot, token),
          ...{ agent, forwardTo },
          secrets: (process.env.MEETBOT_SIGNING_SECRET ?? "").split(/[,\s]/).filter(Boolean),
          wish: { take_over: takeOver, instead_of_working: yes },
          isJson: json,
          signal: stopping.signal,
        });
        if (!json) print("The bot's endpoint is asked again.");
      } finally {
        await agent.close();
      }
    });
}

const noToken =
  "There is no API token. An owner of the bot makes one in the console, on the account page: for this bot alone, with the scope webhook:listen. Pass it in MEETBOT_API_TOKEN.";

/** Rejects an unencrypted connection, on which others could read the token and customers' questions. */
function refuseOpenLine(server: string): void {
  const url = URL.canParse(server) ? new URL(server) : null;
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(url?.hostname ?? "");
  if (url?.protocol === "https:" || (url?.protocol === "http:" && isLocal)) return;
  throw new WrongUseError(
    "--server is where Meetbot runs, with https:// (or http:// on this machine): https://chat.example.com",
  );
}
