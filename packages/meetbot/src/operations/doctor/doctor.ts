import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { freeSpaceAt } from "@meetbot/embedded-postgres/free-space.ts";
import { startEmbedded } from "@meetbot/embedded-postgres/start-embedded.ts";
import type { Config } from "../../config.ts";
import type { AgentOf } from "../../merchant/agent-of.ts";
import type { DatabaseConnection } from "../../platform/postgres/connection-to.ts";
import { type KeyRing, parseKeyRing } from "../../secrets/key-ring.ts";
import type { Store } from "../../store/store.ts";
import { type DatabaseFacts, inspectDatabase } from "../../store/upgrade/inspect-database.ts";
import { type Check, fail, ok, warn } from "./check.ts";
import { checkDatabase } from "./check-database.ts";
import { checkEndpoints } from "./check-endpoints.ts";
import { checkTrustedProxies } from "./check-trusted-proxies.ts";
import { explainUnreachable } from "./explain-unreachable.ts";

const MiB = 1024 * 1024;
/** Below the first nothing new is begun; an update may need the second for its tables. */
const minFreeMiB = 512;
const enoughFreeMiB = 2_048;

export interface DoctorOptions {
  config: Config;
  /** Opens the agents that query the endpoints of a store's bots; `null` to query no endpoint. */
  agentOf: ((store: Store) => AgentOf) | null;
}

/**
 * Looks at all that a start or an update needs. Nothing is changed: no table, no key; a database of
 * Meetbot's own that does not run is started meanwhile.
 */
export async function examine({ config, agentOf }: DoctorOptions): Promise<Check[]> {
  const machine = [
    ok("node", `Node ${process.versions.node}`),
    publicUrl(config),
    ...checkTrustedProxies(config.trustedProxies),
    mail(config),
  ];
  const keys = await readKeys(config);
  if (keys instanceof Error) {
    return [...machine, fail("master_key", keys.message, "Correct the key, and ask again.")];
  }
  return [
    ...machine,
    ...(await (config.databaseUrls ? ofServer : ofFolder)(config, keys, agentOf)),
  ];
}

async function ofServer(config: Config, ring: KeyRing | null, agentOf: DoctorOptions["agentOf"]) {
  const { databaseUrls: connection, listenUrls: listenConnection } = config;
  const at = { connection: connection ?? [], listenConnection, ring };
  return inspect(at, { isOwn: false, agentOf });
}

async function ofFolder(config: Config, ring: KeyRing | null, agentOf: DoctorOptions["agentOf"]) {
  const { dataDir } = config;
  if (!existsSync(join(dataDir, "postgres"))) {
    return [ok("database", `the first start makes one in ${dataDir}`)];
  }
  const space = await disk(dataDir);
  try {
    const { connection, stop } = await startEmbedded({ dataDir, log: { info() {}, warn() {} } });
    const at = { connection, listenConnection: null, ring };
    return [space, ...(await inspect(at, { isOwn: true, agentOf }).finally(stop))];
  } catch (error) {
    return [space, fail("database", (error as Error).message, "See above, and ask again.")];
  }
}

async function inspect(
  at: {
    connection: DatabaseConnection;
    listenConnection: readonly string[] | null;
    ring: KeyRing | null;
  },
  { isOwn, agentOf }: { isOwn: boolean; agentOf: DoctorOptions["agentOf"] },
): Promise<Check[]> {
  let facts: DatabaseFacts;
  try {
    facts = await inspectDatabase(at);
  } catch (error) {
    return [explainUnreachable(error)];
  }
  const checks = [ok("database", "the database answers"), ...checkDatabase(facts, { isOwn })];
  const { isNew, pending } = facts.schema;
  const isUsable =
    !isNew && pending.length === 0 && checks.every(({ status }) => status !== "fail");
  if (!agentOf || !isUsable || !at.ring) return checks;
  return [...checks, ...(await checkEndpoints({ ...at, keyRing: at.ring }, agentOf))];
}

/** The keys that a start would use; null: it would make one. */
async function readKeys({
  masterKey,
  databaseUrls,
  dataDir,
}: Config): Promise<KeyRing | null | Error> {
  const file = join(dataDir, "master.key");
  try {
    if (masterKey) return parseKeyRing(masterKey);
    if (databaseUrls || !existsSync(file)) return null;
    return parseKeyRing(await readFile(file, "utf8"), file);
  } catch (error) {
    return error as Error;
  }
}

async function disk(dataDir: string): Promise<Check> {
  const { freeBytes } = await freeSpaceAt(dataDir);
  const free = Math.floor(freeBytes / MiB);
  const found = `${free} MiB are free where ${dataDir} lies`;
  const todo = "Make room: in a database without room nothing is stored.";
  if (free < minFreeMiB) return fail("disk", found, todo);
  return free < enoughFreeMiB ? warn("disk", found, todo) : ok("disk", found);
}

function publicUrl({ publicUrl: url }: Config): Check {
  if (!url) {
    const todo = "Set MEETBOT_PUBLIC_URL to where customers and operators reach the server.";
    return warn("public_url", "the chat is reached on this machine alone", todo);
  }
  const { protocol, hostname } = new URL(url);
  const isSafe = protocol === "https:" || /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  return isSafe
    ? ok("public_url", url)
    : warn("public_url", `${url} is not encrypted`, "Put a proxy with TLS in front.");
}

function mail({ mail: server }: Config): Check {
  if (server) return ok("mail", "codes are sent by email");
  return warn(
    "mail",
    "no codes are offered: who is not signed in at the shop sees little of an order",
    "Set MEETBOT_SMTP_URL and MEETBOT_MAIL_FROM.",
  );
}
