import { Socket } from "node:net";
import pg from "pg";
import type { Address } from "../cluster/address.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { EmbeddedDatabaseError } from "../cluster/embedded-database-error.ts";
import { passwordFile, readPassword } from "../cluster/passwords.ts";

/**
 * A process's sign that it uses the server: a connection that holds a shared lock. A process that releases it and then
 * gets the lock exclusively was the last. PostgreSQL frees the lock when a process dies, however it dies, so no sign is
 * ever stale.
 */
export interface Presence {
  address: Address;
  /** Resolves when the server is gone or has closed this connection. */
  lost: Promise<void>;
  /** Releases the lock. Returns true if no other process holds it, nor can until the server stops or `close`. */
  leave(): Promise<boolean>;
  close(): void;
}

/** Locks belong to a database, and Meetbot takes its own locks in a different one. */
const presenceDatabase = "postgres";
const presenceLock = 1;

/** A local server that takes longer to answer hangs, or has not started yet. */
const connectTimeoutMs = 5_000;

/** SQLSTATEs of a server that stops, recovers from a crash or starts. */
const comingOrGoing = new Set(["57P01", "57P02", "57P03"]);
const wrongPassword = "28P01";

/**
 * Connects and takes the presence lock. Returns null if no server answers there now, or if it is about to stop. Throws
 * an {@link EmbeddedDatabaseError} if the server refuses the password, and otherwise whatever pg throws.
 */
export async function appear(cluster: Cluster, address: Address): Promise<Presence | null> {
  const socket = new Socket();
  const client = new pg.Client({
    ...address,
    user: "meetbot",
    password: await readPassword(cluster.home, "meetbot"),
    database: presenceDatabase,
    application_name: "meetbot presence",
    connectionTimeoutMillis: connectTimeoutMs,
    stream: () => socket,
  });
  client.on("error", () => {}); // "end" follows
  const lost = new Promise<void>((resolve) => client.once("end", () => resolve()));
  try {
    await client.connect();
    if (await ask(client, "pg_try_advisory_lock_shared")) {
      socket.unref(); // a sign keeps no process alive
      return { address, lost, leave: () => leave(client, socket), close: () => socket.destroy() };
    }
  } catch (error) {
    if (!isComingOrGoing(error)) throw explained(cluster, error);
  }
  socket.destroy();
  return null;
}

async function leave(client: pg.Client, socket: Socket): Promise<boolean> {
  socket.ref();
  try {
    await ask(client, "pg_advisory_unlock_shared");
    return await ask(client, "pg_try_advisory_lock");
  } catch (error) {
    if (isComingOrGoing(error)) return false; // the server is not there to be stopped
    throw error;
  }
}

async function ask(client: pg.Client, lockFunction: string): Promise<boolean> {
  const { rows } = await client.query(`select ${lockFunction}(${presenceLock}) as yes`);
  return rows[0]?.yes === true;
}

/** pg reports some broken connections by a message alone, others as the system's error. */
function isComingOrGoing(error: unknown): boolean {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall !== undefined || comingOrGoing.has(code ?? "")) return true;
  return code === undefined && /terminated|timeout|not queryable/.test(message ?? "");
}

function explained({ home }: Cluster, cause: unknown): unknown {
  if ((cause as { code?: string }).code !== wrongPassword) return cause;
  return new EmbeddedDatabaseError(
    "password_refused",
    `Meetbot's own database refuses the password in ${passwordFile(home, "meetbot")}. Put back the file that was made with the database.`,
    { cause },
  );
}
