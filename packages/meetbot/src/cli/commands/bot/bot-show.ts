import { toPublic } from "@meetbot/admin-api/settings/to-public.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Connection } from "@meetbot/model/connector/connection.ts";
import type { EndpointHealth } from "@meetbot/model/shop/endpoint-health.ts";
import type { Command } from "commander";
import { readConfig } from "../../../config.ts";
import { connectorHookUrl } from "../../../features/connectors/hook/hook-url.ts";
import { offeredConnectors } from "../../../features/connectors/host/connector-host.ts";
import { problemInLog } from "../../../features/connectors/host/problem-in-log.ts";
import type { ShopConnections } from "../../../features/connectors/store/shop-connections.ts";
import { type EndpointState, endpointState } from "../../../merchant/endpoint-state.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";
import type { Bots } from "../../../store/bots/bots.ts";
import { noSuchBot } from "../../options/no-such-bot.ts";
import { withStore } from "../../options/storage.ts";
import { writeTable } from "../../terminal/table.ts";

/** `meetbot bot show`: shows a bot's settings, its endpoint's health, and its last test result. */
export function addShowCommand(bot: Command): void {
  bot
    .command("show")
    .description(
      "Show a bot's settings, how its endpoint is doing, and what the last test of it came to.",
    )
    .argument("<id>")
    .option("--json", "print one JSON object")
    .action((id: string, { json }: { json?: boolean }) =>
      withStore(async ({ bots, health, connections }) => {
        const bot = await bots.find(id);
        if (!bot) throw noSuchBot(id);
        const settings = toPublic(bot);
        const state = await stateOf(bots, bot);
        const doing = await health.find(id);
        const push_fingerprint = await pushFingerprint(bots, id);
        const connection = await connections.find(id);
        const hook = connection && (await hookUrl(id, connection, connections));
        if (json) {
          const endpoint_health = publicHealth(doing);
          const endpoint_test = publicState(state);
          const more = connection && {
            connection: { ...publicConnection(connection), hook_url: hook },
          };
          printJson({ ...settings, push_fingerprint, endpoint_health, endpoint_test, ...more });
          return;
        }
        const endpoint_health = healthInWords(id, doing);
        const endpoint_test = inWords(id, state);
        const more = connection && {
          connection: connectionInWords(connection),
          ...(hook && { platform_webhook: hook }),
        };
        const rest = { endpoint_health, endpoint_test, ...more };
        print(
          ...writeTable({ ...settings, push_fingerprint: push_fingerprint ?? noPush(id), ...rest }),
        );
      }),
    );
}

/** Returns the hook URL as the server shows it, if this command knows the server's public address. */
function hookUrl(
  botId: string,
  { name }: Connection,
  connections: Pick<ShopConnections, "hookTokenOf">,
): Promise<string | null> {
  const base = (readConfig(process.env).publicUrl ?? "").replace(/(?<!\/)\/+$/, "");
  return connectorHookUrl({ botId, name }, base, connections, offeredConnectors());
}

/** Returns the fingerprint of the secret that signs event pushes; `null` if there is none yet. */
async function pushFingerprint(bots: Bots, botId: string): Promise<string | null> {
  const [current] = await bots.pushSecrets(botId);
  return current === undefined ? null : fingerprintOf(current);
}

const noPush = (id: string) => `none yet (meetbot secret rotate --bot ${id} --push)`;

async function stateOf(bots: Bots, { id, endpoint: url }: Bot): Promise<EndpointState> {
  const secrets = await bots.listSecrets(id);
  const current = secrets.find(({ kind, stage }) => kind === "signing" && stage === "current");
  return endpointState({ url, secretFingerprint: current?.fingerprint }, await bots.testsOf(id));
}

function publicState({ state, at, secretFingerprint, why }: EndpointState) {
  return { state, at: at && new Date(at).toISOString(), secret: secretFingerprint, why };
}

function publicHealth({ failingSince, stopped }: EndpointHealth) {
  return {
    failing_since: failingSince?.toISOString() ?? null,
    stopped_for: stopped?.for ?? null,
    stopped_at: stopped?.at.toISOString() ?? null,
  };
}

function publicConnection({ shop, shown, notes, trouble, notedAt }: Connection) {
  const fields = Object.entries(shown).map(([field, one]) => [
    field,
    one.kind === "secret" ? { fingerprint: one.fingerprint } : { value: one.value },
  ]);
  const problem = trouble?.problem ?? null;
  const { detail = null } = trouble ?? {};
  return {
    ...{ shop, fields: Object.fromEntries(fields), notes, problem, detail },
    noted_at: notedAt.toISOString(),
  };
}

function connectionInWords({ shop, trouble, notedAt }: Connection): string {
  if (!trouble) return `${shop} answers`;
  return `noted ${notedAt.toISOString()}: ${problemInLog(trouble.problem, trouble.detail)}`;
}

function healthInWords(id: string, health: EndpointHealth): string {
  const { failing_since: since, stopped_for: reason, stopped_at: at } = publicHealth(health);
  if (reason) {
    const why = reason === "gone" ? "it said that it is gone" : `it answers nothing since ${since}`;
    return `stopped ${at}: ${why} (meetbot bot test ${id})`;
  }
  return since ? `answers nothing since ${since}` : "nothing to complain about";
}

function inWords(id: string, endpoint: EndpointState): string {
  const { state, at, secret, why } = publicState(endpoint);
  if (state === "verified") return `verified ${at} with secret ${secret}`;
  const seen = at === null ? "not known" : `${state.replace("_", " ")} ${at} with secret ${secret}`;
  return `${seen}: ${why} (meetbot bot test ${id})`;
}
