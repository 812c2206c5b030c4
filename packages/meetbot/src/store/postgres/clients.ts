import { Client, type ClientConfig } from "pg";

/** The one server of several that can be written to. */
interface Place {
  host: string;
  port: number;
}

/** A server that says nothing within this time is none: sooner than whoever waits for a connection gives up. */
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

/** What makes connections: to a single server, or to that of several which can be written to. */
export function clientsOf(urls: readonly string[]): typeof Client {
  if (urls.length <= 1) return Client;
  let found: Promise<Place> | null = null;
  const find = () => {
    found ??= findPrimary(urls);
    return found;
  };
  return class extends Client {
    constructor(config?: string | ClientConfig) {
      super(config);
      // It is connected before the pool that asked for it listens: lost in between, it would end the process.
      this.on("error", () => {});
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
        Object.assign(this, await find());
        await super.connect();
        await refuseReadOnly(this);
        return this;
      } catch (error) {
        // Another one may have taken its place.
        found = null;
        throw error;
      }
    }
  } as typeof Client;
}

/** The first in their order that can be written to; all are asked at once. */
async function findPrimary(urls: readonly string[]): Promise<Place> {
  const asked = urls.map((url) => ask(url));
  for (const one of asked) one.catch(() => {});
  const reasons: unknown[] = [];
  for (const one of asked) {
    try {
      return await one;
    } catch (reason) {
      reasons.push(reason);
    }
  }
  throw new NoPrimaryError(reasons);
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
