import { Client, type ClientConfig } from "pg";

/** The one server of several that can be written to. */
interface Place {
  host: string;
  port: number;
}

/** A server that does not answer within this time counts as none: callers wait longer than this for a connection. */
const answersWithinMs = 3_000;

/** None of a database's servers can be written to right now. It is an `AggregateError`, as a network's failures are. */
export class NoPrimaryError extends AggregateError {
  override name = "NoPrimaryError";
  readonly code = "no_primary";

  constructor(reasons: unknown[]) {
    const said = reasons.map((reason) => (reason instanceof Error ? reason.message : reason));
    super(
      reasons,
      `None of the ${reasons.length} servers of the database URL can be written to: ${said.join("; ")}`,
    );
  }
}

/**
 * Returns the class of client that connects to a single server, or to the one of several that accepts writes. When a
 * statement finds that its server is read-only, all connections are dropped: a pooler in front of them would keep using
 * a demoted server.
 */
export function clientsOf(urls: readonly string[]): typeof Client {
  const open = new Set<Client>();
  let found: Promise<Place> | null = null;
  const find = () => {
    found ??= findPrimary(urls);
    return found;
  };
  const dropAll = () => {
    found = null;
    for (const client of open) client.connection.stream.destroy();
  };
  return class extends Client {
    constructor(config?: string | ClientConfig) {
      super(config);
      // The client connects before the pool that requested it listens for errors; a loss in between would end the
      // process. After a loss, another server may have taken over.
      this.on("error", () => {
        found = null;
      });
      this.once("end", () => open.delete(this));
    }

    override connect(): Promise<this>;
    override connect(callback: (error: Error | null, client?: this) => void): void;
    override connect(callback?: (error: Error | null, client?: this) => void) {
      const connected = this.#connect();
      if (!callback) return connected;
      connected.then(() => callback(null, this), callback);
    }

    async #connect(): Promise<this> {
      try {
        if (urls.length > 1) Object.assign(this, await find());
        await super.connect();
        if (urls.length > 1) await refuseReadOnly(this);
      } catch (error) {
        // Another server may have taken over.
        found = null;
        throw error;
      }
      open.add(this);
      this.connection.on("errorMessage", ({ code }: { code?: string }) => {
        if (code === readOnly) dropAll();
      });
      return this;
    }
  } as typeof Client;
}

/** PostgreSQL's code for a write in a read-only transaction or on a read-only server. */
const readOnly = "25006";

/** The first that answers that it can be written to; none waits for another, which may be off. */
async function findPrimary(urls: readonly string[]): Promise<Place> {
  try {
    return await Promise.any(urls.map(ask));
  } catch (error) {
    throw new NoPrimaryError((error as AggregateError).errors);
  }
}

async function ask(connectionString: string): Promise<Place> {
  const config: ClientConfig = {
    connectionString,
    connectionTimeoutMillis: answersWithinMs,
    query_timeout: answersWithinMs,
  };
  const client = new Client(config);
  client.on("error", () => {});
  try {
    await client.connect();
    await refuseReadOnly(client);
    return { host: client.host, port: client.port };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${client.host}:${client.port}: ${why}`, { cause });
  } finally {
    await client.end();
  }
}

async function refuseReadOnly(client: Client): Promise<void> {
  const { rows } = await client.query<{ isReadOnly: string }>(
    `select current_setting('transaction_read_only') as "isReadOnly"`,
  );
  if (rows[0]?.isReadOnly === "on") throw new Error("it can only be read");
}
