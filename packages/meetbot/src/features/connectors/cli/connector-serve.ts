import { readSecrets, webhookUrl } from "@meetbot/conformance/command/signature-options.ts";
import { WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { Command } from "commander";
import { port } from "../../../cli/commands/serve.ts";
import { explainChecked, readConnectorConfig } from "../../../cli/options/connector-config.ts";
import { openedGuard } from "../../../cli/options/guard-of.ts";
import { endWhileStarting, untilStopped } from "../../../cli/terminal/until-stopped.ts";
import { readConfig } from "../../../config.ts";
import { offeredConnectors, readConnector } from "../host/connector-host.ts";
import { createGuardedFetch, maxResponseBytes } from "../host/guarded-fetch.ts";
import { serveApart } from "../host/serve-apart.ts";

interface ServeOptions {
  config: string;
  port: number;
  host: string;
  pushTo?: string;
  bot?: string;
  json?: boolean;
}

/** `meetbot connector serve`: runs a connector as its own process, a webhook like any other. */
export function addServeCommand(connector: Command): void {
  connector
    .command("serve")
    .description(
      "Run a connector as a webhook of its own, beside the shop; its URL is the bot's endpoint.",
    )
    .argument("<name>", "which platform, as `connector list` names it")
    .requiredOption("--config <file>", "the configuration, a JSON file; -: standard input")
    .requiredOption("--port <number>", "the port to listen on; 0: any free one", port)
    .option("--host <address>", "the address to listen on", "127.0.0.1")
    .option(
      "--push-to <url>",
      "where Meetbot is: what the platform's own webhook tells at /hook is pushed there",
      webhookUrl,
    )
    .option("--bot <id>", "whose customers are told, with --push-to")
    .option("--json", "print one JSON line when ready")
    .addHelpText(
      "after",
      "\nThe bot's signing secret, whsec_…, stands in MEETBOT_SIGNING_SECRET (both, separated by a comma, while it is rotated), or in the configuration as signingSecret. The shop's credentials stay in this process.\n\nWith --push-to and --bot, the bot's push secret stands in the configuration as pushSecret.\n\nMeetbot calls https: put a proxy with a certificate before it, or open its host in MEETBOT_OUTBOUND_ALLOW.",
    )
    .action(serve);
}

async function serve(name: string, options: ServeOptions): Promise<void> {
  endWhileStarting();
  const { signingSecret, pushSecret, ...given } = await readConnectorConfig(options.config);
  const fromFile = signingSecret?.split(",").map((secret) => secret.trim());
  const signingSecrets = readSecrets(process.env.MEETBOT_SIGNING_SECRET ? undefined : fromFile);
  const read = readConnector(name, given);
  if (!read) throw explainChecked(name, { outcome: "no_connector" });
  if (!read.isRead) throw explainChecked(name, { outcome: "bad_config", ...read });
  const { isHeard } = offeredConnectors().find((one) => one.name === name) ?? {};
  if (options.pushTo !== undefined && !isHeard) throw new WrongUseError(notHeard(name));
  const environment = readConfig(process.env);
  const agent = createMerchantAgent(openedGuard(read.origin, environment), {
    maxBytes: maxResponseBytes,
  });
  const { host, port, json, pushTo = null, bot: botId } = options;
  const pushAgent = createMerchantAgent(openedGuard(pushTo, environment));
  if ((pushTo !== null || botId) && !(pushTo && botId && pushSecret))
    throw new WrongUseError(needed);
  const push = pushTo !== null && {
    ...{ url: pushTo, botId: botId ?? "", pushSecret: pushSecret?.trim() ?? "" },
    fetch: createGuardedFetch(pushAgent, new URL(pushTo).origin),
  };
  const onError = (problem: string) => note(`The shop did not answer: ${problem}`);
  const served = await serveApart({
    ...{ name, config: read.config, signingSecrets, host, port, agent, onError },
    ...(push && { push }),
  });
  try {
    // A reader of the ready message may stop the server at once.
    const stopped = untilStopped();
    const { url, hookUrl } = served;
    if (json) printJson({ ready: true, connector: name, url, hook_url: hookUrl });
    else {
      print(`The webhook of ${name} is ready: ${url}`);
      if (hookUrl !== null) print(`The platform's own webhook may call: ${hookUrl}`);
    }
    await stopped;
  } finally {
    await served.close();
    await agent.close();
    await pushAgent.close();
  }
}

const notHeard = (name: string) =>
  `No webhook of ${name}'s is read, so that nothing would be pushed. Leave --push-to and --bot out: such a shop pushes by the SDK.`;

const needed =
  "To push what the platform's webhook tells takes all three: --push-to, --bot, and the push secret as pushSecret in the configuration.";
