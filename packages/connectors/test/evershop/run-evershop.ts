import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { createTestDatabase } from "../../../meetbot/test/database.ts";

export interface RunningEvershop extends AsyncDisposable {
  url: string;
  /** Of its database: orders are written into it as the checkout writes them. */
  databaseUrl: string;
  /** Of a user of the admin. */
  email: string;
  password: string;
}

const email = "Meetbot@shop.example";
const password = "long-Password-1";

const secrets = Object.fromEntries(
  ["ADMIN", "ADMIN_REFRESH", "CUSTOMER", "CUSTOMER_REFRESH"].map((of) => [
    `JWT_${of}_SECRET`,
    `a secret of this test for ${of}, long enough`,
  ]),
);

/** Starts an empty EverShop on a database of its own, until it is disposed of. The first time it is built, which takes minutes. */
export async function runEvershop(installed: string): Promise<RunningEvershop> {
  const database = await createTestDatabase();
  const {
    username,
    password: secret,
    pathname,
    port,
    hostname,
    searchParams,
  } = new URL(database.url);
  const ownPort = await freePort();
  const env = {
    ...process.env,
    ...{ NODE_ENV: "production", PORT: String(ownPort), ...secrets },
    ...{ DB_USER: username, DB_PASSWORD: secret, DB_NAME: pathname.slice(1) },
    DB_HOST: searchParams.get("host") ?? hostname,
    ...{ DB_PORT: searchParams.get("port") ?? port, DB_SSLMODE: "disable" },
  };
  const command = join(installed, "node_modules/@evershop/evershop/dist/bin/evershop.js");
  const start = (...args: string[]) =>
    spawn(process.execPath, [command, ...args], {
      ...{ cwd: installed, env },
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
  async function run(...args: string[]): Promise<void> {
    const child = start(...args);
    child.stdout.resume();
    const [code] = await once(child, "exit");
    if (code !== 0) throw new Error(`evershop ${args[0]} ends with ${code}.`);
  }
  mkdirSync(join(installed, "config"), { recursive: true });
  writeFileSync(join(installed, "config/default.json"), '{"shop":{"currency":"EUR"}}');
  if (!existsSync(join(installed, "built"))) {
    await run("build");
    writeFileSync(join(installed, "built"), "");
  }
  const server = start("start");
  const exited = once(server, "exit");
  await isReady(server.stdout);
  await run("user:create", "--name", "Meetbot", "--email", email, "--password", password);
  return {
    url: `http://127.0.0.1:${ownPort}`,
    databaseUrl: database.url,
    ...{ email: email.toLowerCase(), password },
    async [Symbol.asyncDispose]() {
      // With what it started itself.
      if (server.pid !== undefined) process.kill(-server.pid, "SIGKILL");
      await exited;
      await database.drop();
    },
  };
}

async function isReady(output: Readable): Promise<void> {
  for await (const line of createInterface(output)) {
    if (!line.includes("is running at")) continue;
    output.resume();
    return;
  }
  throw new Error("EverShop ended before it listened.");
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
