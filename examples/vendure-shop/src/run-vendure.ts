import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Any GraphQL answer: the caller knows its shape. */
// biome-ignore lint/suspicious/noExplicitAny: the shape follows the query
export type Data = any;

/** Somebody who asks a Vendure server: its owner, or one customer. */
export interface Caller {
  ask(query: string, variables?: object): Promise<Data>;
}

export interface RunningVendure extends AsyncDisposable {
  url: string;
  /** Who may do everything. */
  owner: Caller;
  /** A customer with a session of their own. */
  visit(): Caller;
}

/** More that belongs to a Vendure server. */
interface VendureOptions {
  /** A module whose `tellMeetbot` is given the server. */
  module?: string;
  env?: Record<string, string>;
}

/** Starts a Vendure with a small shop, as a process of its own, until it is disposed of. */
export async function runVendure(
  folder: string,
  { module, env }: VendureOptions = {},
): Promise<RunningVendure> {
  const program = fileURLToPath(new URL("../vendure/server.cjs", import.meta.url));
  const server = spawn(
    process.execPath,
    [...process.execArgv, program, folder, ...(module ? [module] : [])],
    {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, ...env, VENDURE_DISABLE_TELEMETRY: "true" },
    },
  );
  const exited = once(server, "exit");
  const port = await Promise.race([portOf(server.stdout), exited.then(() => null)]);
  if (port === null) throw new Error("Vendure ended before it listened.");
  const url = `http://127.0.0.1:${port}`;
  const owner = callerOf(`${url}/admin-api`);
  await owner.ask(
    `mutation { login(username: "superadmin", password: "superadmin") { __typename } }`,
  );
  return {
    url,
    owner,
    visit: () => callerOf(`${url}/shop-api`),
    async [Symbol.asyncDispose]() {
      server.kill();
      await exited;
    },
  };
}

async function portOf(output: NodeJS.ReadableStream): Promise<string | null> {
  for await (const line of createInterface(output)) {
    const [, port] = /^listening (\d+)$/.exec(line) ?? [];
    if (port !== undefined) return port;
  }
  return null;
}

function callerOf(url: string): Caller {
  let token: string | null = null;
  return {
    async ask(query, variables = {}) {
      const answer = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query, variables }),
      });
      token = answer.headers.get("vendure-auth-token") ?? token;
      const { data, errors } = (await answer.json()) as Data;
      if (errors) throw new Error(JSON.stringify(errors, null, 1));
      return data;
    },
  };
}
