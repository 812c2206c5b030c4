import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import { type CarrierKind, carrierKinds } from "@meetbot/model/carrier/carrier.ts";
import { type Command, Option } from "commander";
import { noSuchBot } from "../../../cli/options/no-such-bot.ts";
import { withStore } from "../../../cli/options/storage.ts";
import { stdinLines } from "../../../cli/terminal/read-stdin.ts";
import { readConfig } from "../../../config.ts";
import { connectCarrier, explainSecret } from "../connecting/connect-carrier.ts";

interface ConnectOptions {
  bot: string;
  kind: CarrierKind;
  secret: string;
  json?: boolean;
}

/** `meetbot carrier connect`: lets a parcel-tracking system report parcel changes to a bot. */
export function addConnectCommand(carrier: Command): void {
  carrier
    .command("connect")
    .description("Let a system that follows parcels tell a bot that one has moved.")
    .requiredOption("--bot <id>", "which bot")
    .addOption(kindOption())
    .option("--secret <secret>", "what it signs under; -: a line of standard input", "")
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      "\nPrints the address that it is to call, which is a secret and shown this once. Connecting again makes a new one, and the former is dead.\n\nAnyone who lists the processes of this machine sees the command line, and the shell keeps it. Write - and give the secret on standard input. 快递100 alone may have none: its salt is optional.\n\nMEETBOT_PUBLIC_URL has to say where this server is found from outside.",
    )
    .action(connect);
}

/** Which one, by its name. */
export function kindOption(): Option {
  return new Option("--kind <kind>", "which one").choices(carrierKinds).makeOptionMandatory();
}

async function connect({ bot: botId, kind, secret: given, json }: ConnectOptions): Promise<void> {
  const { publicUrl } = readConfig(process.env);
  if (publicUrl === null) {
    throw new CommandError(
      "MEETBOT_PUBLIC_URL is missing: the carrier is told where to call. Set it to the https address under which this server is found from outside, for this command and for the server.",
    );
  }
  const secret = given === "-" ? String((await stdinLines().next()).value ?? "") : given;
  const connected = await withStore(({ carriers }) =>
    connectCarrier(botId, { kind, secret }, carriers),
  );
  const { outcome } = connected;
  if (outcome === "no_such_bot") throw noSuchBot(botId);
  if (outcome !== "connected") throw new CommandError(explainSecret(kind, outcome));
  const url = `${publicUrl.replace(/(?<!\/)\/+$/, "")}${connected.path}`;
  if (json) printJson({ kind, hook_url: url });
  else print(`${kind} is connected. It is to call this address, which is not shown again:`, url);
}
