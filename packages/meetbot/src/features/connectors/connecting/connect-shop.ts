import type { GivenConfig, Trouble } from "@meetbot/model/connector/connection.ts";
import type { CheckNote } from "@meetbot/model/connector/connector-words.ts";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import { explainForAnother, layOverKept } from "../../../secrets/lay-over-kept.ts";
import type { Store } from "../../../store/store.ts";
import type { ConnectorHost } from "../host/connector-host.ts";

/** What connecting a shop requires. */
export interface ConnectDeps {
  host: Pick<ConnectorHost, "offered" | "read" | "check">;
  guard: Pick<EndpointGuard, "judge">;
}

/** An order of the shop and its account, with which all rules can be run. */
export interface Sample {
  account?: string;
  orderNumber?: string;
}

/** The result of querying a shop with a configuration. */
export type CheckedShop =
  | { outcome: "no_connector" }
  | { outcome: "bad_config"; field: string; message: string }
  | ({ outcome: "trouble" } & Trouble)
  | { outcome: "ok"; shop: string; notes: readonly CheckNote[]; sample: Sample | null };

/** Queries a shop with a configuration, and stores none of it. */
export async function checkShop(
  name: string,
  given: GivenConfig,
  { host, guard }: ConnectDeps,
): Promise<CheckedShop> {
  const read = host.read(name, given);
  if (!read) return { outcome: "no_connector" };
  if (!read.isRead) return { outcome: "bad_config", field: read.field, message: read.message };
  // Check the guard here: the connector would only learn that the connection failed.
  const verdict = await guard.judge(read.origin);
  if (!verdict.allowed) {
    return { outcome: "trouble", problem: "unreachable", detail: explainVerdict(verdict.reason) };
  }
  const check = await host.check(name, read.config);
  if (!check.isOk) return { outcome: "trouble", problem: check.problem, detail: check.detail };
  const { shop, notes, sample } = check;
  return { outcome: "ok", shop, notes, sample };
}

/** The requested connector and its configuration. */
export interface Wished {
  name: string;
  config: GivenConfig;
}

/** The stored connections of bots, which a new connection replaces. */
interface KeptConnections {
  connections: Pick<Store["connections"], "open" | "connect">;
}

/** The result of connecting a bot; only `ok` stores anything. */
export type ConnectedBot = CheckedShop | { outcome: "no_bot" };

/**
 * Connects a bot's shop through a connector. Queries the shop first, so that a configuration that the shop refuses does
 * not replace one that it accepted. An omitted field keeps its value, and an empty text removes an optional field.
 */
export async function connectShop(
  botId: string,
  { name, config: given }: Wished,
  store: KeptConnections,
  deps: ConnectDeps,
): Promise<ConnectedBot> {
  const { checked, config } = await checkOverKept(botId, { name, config: given }, store, deps);
  if (checked.outcome !== "ok") return checked;
  const isKept = await storeConnection(botId, { name, config }, checked, store, deps);
  return isKept ? checked : { outcome: "no_bot" };
}

/** Queries the shop as {@link connectShop} would, and stores nothing. */
export async function checkForBot(
  botId: string,
  wished: Wished,
  store: KeptConnections,
  deps: ConnectDeps,
): Promise<CheckedShop> {
  return (await checkOverKept(botId, wished, store, deps)).checked;
}

/**
 * Stores the result of a check for a bot, with the configuration that was checked. Returns false if there is no such
 * bot. Throws a `TypeError` if the configuration is not valid.
 */
export async function storeConnection(
  botId: string,
  { name, config }: Wished,
  { shop, notes }: Extract<CheckedShop, { outcome: "ok" }>,
  { connections }: KeptConnections,
  deps: ConnectDeps,
): Promise<boolean> {
  const read = deps.host.read(name, config);
  if (!read?.isRead) throw new TypeError("a configuration that was read is read again");
  const secretFields = secretsOf(name, deps);
  const given = { name, config: read.config, secretFields, shop, notes };
  return (await connections.connect(botId, given)) !== null;
}

/**
 * Queries the shop with the given configuration, laid over the stored one of the same connector. An empty field keeps a
 * stored secret that the connector requires. Meetbot never sends stored values to an address other than the one they
 * were given for.
 */
export async function checkOverKept(
  botId: string,
  { name, config }: Wished,
  { connections }: KeptConnections,
  deps: ConnectDeps,
): Promise<{ checked: CheckedShop; config: GivenConfig }> {
  const kept = await connections.open(botId);
  const before = kept?.name === name ? kept.config : {};
  const fields = fieldsOf(name, deps);
  const isRequired = (field: string) =>
    fields.some((one) => one.name === field && one.kind === "secret" && one.isRequired);
  const given = Object.entries(config).filter(
    ([field, value]) => value.trim() !== "" || before[field] === undefined || !isRequired(field),
  );
  const { whole, forAnother } = layOverKept(Object.fromEntries(given), before, {
    secretFields: secretsOf(name, deps),
    addressOf(fields) {
      const read = deps.host.read(name, fields);
      return read?.isRead ? read.address : null;
    },
  });
  if (forAnother === null) return { checked: await checkShop(name, whole, deps), config: whole };
  const message = explainForAnother(forAnother, isRequired(forAnother));
  return { checked: { outcome: "bad_config", field: forAnother, message }, config: whole };
}

const fieldsOf = (name: string, { host }: ConnectDeps) =>
  host.offered.find((one) => one.name === name)?.fields ?? [];

function secretsOf(name: string, deps: ConnectDeps): string[] {
  return fieldsOf(name, deps).flatMap((field) => (field.kind === "secret" ? [field.name] : []));
}

/** Checks the shop of a connected bot again and records the result in its audit; `null` if the bot is not connected. */
export async function checkAgain(
  botId: string,
  store: Pick<Store, "connections">,
  deps: ConnectDeps,
): Promise<CheckedShop | null> {
  const connection = await store.connections.open(botId);
  if (!connection) return null;
  const { name, version, config } = connection;
  const checked = await checkShop(name, config, deps);
  if (checked.outcome === "ok") {
    const { shop, notes } = checked;
    await store.connections.recordCheck(botId, version, { trouble: null, shop, notes });
  } else await store.connections.recordCheck(botId, version, { trouble: troubleOf(checked) });
  return checked;
}

/** Returns an order that a connected bot's shop has now; `null` when there is none or the shop does not return one. */
export async function findSample(
  botId: string,
  { connections }: Pick<Store, "connections">,
  deps: ConnectDeps,
): Promise<Sample | null> {
  const connection = await connections.open(botId);
  if (!connection) return null;
  const checked = await checkShop(connection.name, connection.config, deps);
  return checked.outcome === "ok" ? checked.sample : null;
}

/**
 * Returns what is wrong with an existing connection, including that its connector now requires more fields or no longer
 * exists.
 */
function troubleOf(checked: Exclude<CheckedShop, { outcome: "ok" }>): Trouble {
  switch (checked.outcome) {
    case "trouble":
      return { problem: checked.problem, detail: checked.detail };
    case "bad_config":
      return { problem: "unavailable", detail: `${checked.field}: ${checked.message}` };
    case "no_connector":
      return { problem: "unavailable", detail: "this Meetbot has no such connector" };
  }
}
