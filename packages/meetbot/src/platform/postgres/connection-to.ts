import type { Client, PoolConfig } from "pg";
import { clientsOf } from "./clients.ts";

type Fields = Pick<PoolConfig, "host" | "port" | "user" | "password" | "database">;

/** URLs as in MEETBOT_DATABASE_URL, one for each server that may be the primary, or the fields of one. */
export type DatabaseConnection = string | readonly string[] | Fields;

/** A request fails within this time, rather than hang, when the database is full or away. */
const connectTimeoutMs = 5_000;
/** After this long without traffic, a connection checks whether the other end is still there. */
const keepAliveAfterMs = 10_000;

/** How to connect: to the only server, or to that of several which can be written to. */
export function connectionTo(connection: DatabaseConnection): {
  config: PoolConfig;
  clients: typeof Client;
} {
  const urls = urlsOf(connection);
  const clients = clientsOf(urls);
  const config: PoolConfig = {
    ...(isFields(connection) ? connection : { connectionString: urls[0] }),
    Client: clients,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveAfterMs,
  };
  return { config, clients };
}

const isFields = (connection: DatabaseConnection): connection is Fields =>
  typeof connection === "object" && !Array.isArray(connection);

function urlsOf(connection: DatabaseConnection): readonly string[] {
  if (isFields(connection)) return [];
  return typeof connection === "string" ? [connection] : connection;
}
