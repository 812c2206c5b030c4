import { readSecrets } from "@meetbot/conformance/command/signature-options.ts";
import { note, print, printJson } from "@meetbot/conformance/terminal/print.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { Command } from "commander";
import { readConfig } from "../../../config.ts";
import { readConnector } from "../../../connector-host/connector-host.ts";
import { serveApart } from "../../../connector-host/serve-apart.ts";
import { explainChecked, readConnectorConfig } from "../../options/connector-config.ts";
import { openedGuard } from "../../options/guard-of.ts";
import { endWhileStarting, untilStopped } from "../../terminal/until-stopped.ts";
import { port } from "../serve.ts";

interface ServeOptions {
  config: string;
  port: number;
  host: string;
  json?: boolean;
}

/** `meetbot connector serve`: a connector as a process of its own, a webhook like any other. */
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
    .option("--json", "print one JSON line when ready")
    .addHelpText(
      "after",
      "\nThe bot's signing secret, whsec_…, stands in MEETBOT_SIGNING_SECRET (both, separated by a comma, while it is rotated), or in the configuration as signingSecret. The shop's credentials stay in this process.\n\nMeetbot calls https: put a proxy with a certificate before it, or open its host in MEETBOT_OUTBOUND_ALLOW.",
    )
    .action(serve);
}

async function serve(name: string, options: ServeOptions): Promise<void> {
  endWhileStarting();
  const { signingSecret, ...given } = await readConnectorConfig(options.config);
  const fromFile = signingSecret?.split(",").map((secret) => secret.trim());
  const signingSecrets = readSecrets(process.env.MEETBOT_SIGNING_SECRET ? undefined : fromFile);
  const read = readConnector(name, given);
  if (!read) throw explainChecked(name, { outcome: "no_connector" });
  if (!read.isRead) throw explainChecked(name, { outcome: "bad_config", ...read });
  const agent = createMerchantAgent(openedGuard(read.origin, readConfig(process.env)));
  const { host, port, json } = options;
  const onError = (problem: string) => note(`The shop did not answer: ${problem}`);
  const served = await serveApart({
    ...{ name, config: read.config, signingSecrets, host, port, agent, onError },
  });
  try {
    // Whoever reads that it is ready may stop it at once.
    const stopped = untilStopped();
    if (json) printJson({ ready: true, connector: name, url: served.url });
    else print(`The webhook of ${name} is ready: ${served.url}`);
    await stopped;
  } finally {
    await served.close();
    await agent.close();
  }
}
