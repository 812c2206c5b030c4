import { readFile } from "node:fs/promises";
import { Socket } from "node:net";
import pg from "pg";
import type { Address } from "./address.ts";
import { type Cluster, passwordFile } from "./cluster.ts";
import { EmbeddedDatabaseError } from "./embedded-database-error.ts";

/**
 * A process's sign that it uses the server: a connection that holds a shared lock. Whoever leaves
 * and then gets the lock for itself was the last. PostgreSQL drops the lock when a process dies,
 * however it dies, so there is nothing to clean up and no stale sign to trust.
 */
export interface Presence {
  address: Address;
  /** Resolves when the server is gone or has closed this connection. */
  lost: Promise<void>;
  /** Gives the sign up; true: nobody else shows one, and nobody can until the server has stopped. */
  leave(): Promise<boolean>;
  close(): Promise<void>;
}

/** Locks belong to one database: this one keeps them apart from those that Meetbot takes in its own. */
const presenceDatabase = "postgres";
const presenceLock = 1;

/** A server that takes longer than this to answer on its own machine is taken for not there yet. */
const connectTimeoutMs = 5_000;

/** SQLSTATEs of a server that is starting, stopping or recovering. */
const comingOrGoing = new Set(["57P01", "57P02", "57P03"]);
const passwordRefused = "28P01";

/** Connects and shows the sign; null: no server answers there now, or it is about to stop. */
export async function appear(cluster: Cluster, address: Address): Promise<Presence | null> {
  const socket = new Socket();
  const client = new pg.Client({
    ...address,
    user: "meetbot",
    password: await readFile(passwordFile(cluster.home, "meetbot"), "utf8"),
    database: presenceDatabase,
    application_name: "meetbot presence",
    connectionTimeoutMillis: connectTimeoutMs,
    stream: () => socket,
  });
  const lost = new Promise<void>((resolve) => client.once("end", () => resolve()));
  client.on("error", () => {}); // "end" follows
  try {
    await client.connect();
    if (await ask(client, "pg_try_advisory_lock_shared")) {
      socket.unref(); // a sign alone keeps no process alive
      return { address, lost, ...departure(client, socket) };
    }
  } catch (error) {
    if (!isComingOrGoing(error)) throw refused(cluster, error);
  }
  socket.destroy();
  return null;
}

function departure(client: pg.Client, socket: Socket): Pick<Presence, "leave" | "close"> {
  return {
    async leave() {
      socket.ref();
      await ask(client, "pg_advisory_unlock_shared");
      return ask(client, "pg_try_advisory_lock");
    },
    async close() {
      socket.destroy();
    },
  };
}

async function ask(client: pg.Client, lockFunction: string): Promise<boolean> {
  const { rows } = await client.query(`select ${lockFunction}(${presenceLock}) as yes`);
  return rows[0]?.yes === true;
}

function isComingOrGoing(error: unknown): boolean {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  return (
    syscall !== undefined ||
    comingOrGoing.has(code ?? "") ||
    /terminated|timeout/.test(message ?? "")
  );
}

function refused({ home }: Cluster, cause: unknown): unknown {
  if ((cause as { code?: string }).code !== passwordRefused) return cause;
  return new EmbeddedDatabaseError(
    "password_refused",
    `Meetbot's own database refuses the password in ${passwordFile(home, "meetbot")}. Put back the file that was made with the database.`,
    { cause },
  );
}
