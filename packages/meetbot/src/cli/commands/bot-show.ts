import type { Command } from "commander";
import { type EndpointState, endpointState } from "../../merchant/endpoint-state.ts";
import type { Bot } from "../../model/bot.ts";
import type { BotShelf } from "../../store/store.ts";
import { toPublic } from "../bot-settings.ts";
import { noSuchBot } from "../failure.ts";
import { withStore } from "../storage.ts";
import { writeTable } from "../table.ts";

/** `meetbot bot show`: a bot's settings, and what the last test of its endpoint came to. */
export function addShowCommand(bot: Command): void {
  bot
    .command("show")
    .description("Show a bot's settings, and what the last test of its endpoint came to.")
    .argument("<id>")
    .option("--json", "print one JSON object")
    .action((id: string, { json }: { json?: boolean }) =>
      withStore(async ({ bots }) => {
        const bot = await bots.find(id);
        if (!bot) throw noSuchBot(id);
        const settings = toPublic(bot);
        const state = await stateOf(bots, bot);
        console.log(
          json
            ? JSON.stringify({ ...settings, endpoint_test: publicState(state) })
            : writeTable({ ...settings, endpoint_test: inWords(id, state) }),
        );
      }),
    );
}

async function stateOf(bots: BotShelf, { id, endpoint: url }: Bot): Promise<EndpointState> {
  const secrets = await bots.listSecrets(id);
  const current = secrets.find(({ kind, stage }) => kind === "signing" && stage === "current");
  return endpointState({ url, secretFingerprint: current?.fingerprint }, await bots.testsOf(id));
}

function publicState({ state, at, secretFingerprint, why }: EndpointState) {
  return { state, at: at && new Date(at).toISOString(), secret: secretFingerprint, why };
}

function inWords(id: string, endpoint: EndpointState): string {
  const { state, at, secret, why } = publicState(endpoint);
  if (state === "verified") return `verified ${at} with secret ${secret}`;
  const seen = at === null ? "not known" : `${state.replace("_", " ")} ${at} with secret ${secret}`;
  return `${seen}: ${why} (meetbot bot test ${id})`;
}
