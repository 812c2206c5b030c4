import { connectorNameOf } from "@meetbot/admin-api/settings/connector-endpoint.ts";
import type { GivenConfig } from "@meetbot/model/connector/connection.ts";
import { noteWords, problemWords } from "@meetbot/model/connector/connector-words.ts";
import {
  type CheckedShop,
  checkOverKept,
  storeConnection,
  type Wished,
} from "../../../features/connectors/connecting/connect-shop.ts";
import { ConfigRefusedError } from "../form/config-file-error.ts";
import type { Place } from "../form/place.ts";
import { readSecret, secretReference } from "../form/read-secret.ts";
import type { BotSection, PlannedBot, Planning } from "../form/section.ts";

/** The fields that connect a shop on a known platform; the setting `endpoint` names its connector. */
export const connectionSection: BotSection = {
  name: "connection",
  async plan(place, bot, planning) {
    const name = connectorNameOf(bot.after.endpoint);
    const kept = await planning.store.connections.open(bot.id);
    const isConnected = kept?.name === name && bot.before?.endpoint === bot.after.endpoint;
    if (place.value === undefined && (name === null || isConnected)) return;
    if (name === null) {
      return place.fault("It belongs to an endpoint connector:NAME; a webhook's URL has none.");
    }
    const before = isConnected ? (kept?.config ?? {}) : {};
    const config = readFields(name, place, before, planning);
    if (config === null) return;
    const differs = Object.entries(config).some(([field, value]) => before[field] !== value);
    if (isConnected && !differs) planning.plan.same(place.name);
    else await planConnecting({ name, config }, place, bot, planning);
  },
  async export({ id }, { store }) {
    const connection = await store.connections.find(id);
    if (!connection) return undefined;
    const fields = Object.entries(connection.shown).map(([field, one]) => [
      field,
      one.kind === "secret" ? secretReference(id, field) : one.value,
    ]);
    return Object.fromEntries(fields);
  },
};

/**
 * Reads each field from the file and adds lines to the plan. Returns `null` if the connector does not exist or a field
 * is wrong.
 */
function readFields(
  connector: string,
  place: Place,
  before: GivenConfig,
  { host, secrets, plan }: Planning,
): GivenConfig | null {
  const offered = host.offered.find((one) => one.name === connector);
  if (!offered) {
    const names = host.offered.map(({ name }) => name).join(", ");
    place.fault(`There is no connector ${connector}. Allowed in the endpoint: ${names}.`);
    return null;
  }
  if (!place.allows(offered.fields.map(({ name }) => name))) return null;
  const config: Record<string, string> = {};
  for (const { name, kind } of offered.fields) {
    const at = place.at(name);
    if (at.value === undefined) continue;
    const isSecret = kind === "secret";
    const value = isSecret ? readSecret(at, secrets, before[name] !== undefined) : readText(at);
    if (value === null) return null;
    if (value === undefined) continue;
    config[name] = value;
    if (!isSecret) plan.compare(at.name, before[name], value);
    else if (before[name] === undefined) plan.create(at.name, "set");
    else if (before[name] !== value) plan.change(at.name, "changed");
  }
  return config;
}

function readText(place: Place): string | null {
  if (typeof place.value === "string") return place.value.trim();
  place.fault("It is a text; put it in quotes.");
  return null;
}

/**
 * Checks the connection with the shop before anything is stored, so that refused fields never replace accepted ones.
 */
async function planConnecting(
  wished: Wished,
  place: Place,
  { id }: PlannedBot,
  planning: Planning,
): Promise<void> {
  const { plan, store } = planning;
  const { checked, config } = await checkOverKept(id, wished, store, planning);
  if (checked.outcome !== "ok") return reportProblem(checked, place);
  plan.notes.push(...checked.notes.map((one) => `Note: ${noteWords[one].en} (${id})`));
  plan.steps.push(async ({ connections }) => {
    const whole = { name: wished.name, config };
    const isKept = await storeConnection(id, whole, checked, { connections }, planning);
    if (!isKept) throw new ConfigRefusedError(`${place.name}: there is no bot ${id} any more.`);
  });
}

function reportProblem(checked: Exclude<CheckedShop, { outcome: "ok" }>, place: Place): void {
  switch (checked.outcome) {
    case "bad_config":
      place.fault(checked.message, [checked.field]);
      break;
    case "no_connector":
      place.fault("There is no such connector.");
      break;
    case "trouble": {
      const { what, why, fix } = problemWords[checked.problem].en;
      const detail = checked.detail && ` (${checked.problem}: ${checked.detail})`;
      place.fault(`${what} ${why} ${fix}${detail}`);
    }
  }
}
