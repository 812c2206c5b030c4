import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { createTestDatabase, type TestDatabase } from "../../../meetbot/test/database.ts";
import { type Caller, callerOf } from "./call-medusa.ts";

export interface RunningMedusa extends AsyncDisposable {
  url: string;
  /** Who may do everything. */
  owner: Caller;
}

/** What a shop's developers add to its project. */
export interface OwnCode {
  /** A subscriber to what happens in the shop. */
  subscriber: string;
  /** What it reads of its environment. */
  env: Readonly<Record<string, string>>;
}

const sdk = fileURLToPath(new URL("../../../sdk", import.meta.url));

const email = "owner@shop.example";
const password = "a password";

/** Starts an empty Medusa on a database of its own, as a process of its own, until it is disposed of. */
export async function runMedusa(installed: string, own: OwnCode): Promise<RunningMedusa> {
  const database = await createTestDatabase();
  const project = makeProject(installed, own);
  const command = join(project, "node_modules/@medusajs/cli/cli.js");
  const env = {
    ...process.env,
    ...{ DATABASE_URL: withHost(database), NODE_ENV: "production" },
    ...{ MEDUSA_DISABLE_TELEMETRY: "true", ...own.env },
  };
  const start = (...args: string[]) =>
    spawn(process.execPath, ["--conditions=meetbot-source", command, ...args], {
      ...{ cwd: project, env },
      stdio: ["ignore", "pipe", "inherit"],
    });
  async function run(...args: string[]): Promise<void> {
    const child = start(...args);
    child.stdout.resume();
    const [code] = await once(child, "exit");
    if (code !== 0) throw new Error(`medusa ${args[0]} ends with ${code}.`);
  }
  await run("db:migrate", "--execute-safe-links");
  await run("user", "-e", email, "-p", password);
  const port = await freePort();
  const server = start("start", "-p", String(port), "-H", "127.0.0.1");
  const exited = once(server, "exit");
  await isReady(server.stdout);
  const url = `http://127.0.0.1:${port}`;
  const { token } = await callerOf(url).post("/auth/user/emailpass", { email, password });
  return {
    url,
    owner: callerOf(url, { authorization: `Bearer ${token}` }),
    async [Symbol.asyncDispose]() {
      server.kill();
      await exited;
      await database.drop();
      rmSync(project, { recursive: true, force: true });
    },
  };
}

async function isReady(output: Readable): Promise<void> {
  for await (const line of createInterface(output)) {
    if (!line.includes("Server is ready on port")) continue;
    output.resume();
    return;
  }
  throw new Error("Medusa ended before it listened.");
}

const config = `
const { defineConfig } = require("@medusajs/framework/utils");
const cors = "http://localhost";
module.exports = defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    http: {
      storeCors: cors, adminCors: cors, authCors: cors,
      jwtSecret: "a secret of this test", cookieSecret: "another one",
    },
  },
});
`;

/** A project as Medusa's command wants one: it names Medusa, and what it has installed lies in it. */
function makeProject(installed: string, { subscriber }: OwnCode): string {
  const project = mkdtempSync(join(tmpdir(), "meetbot-medusa-"));
  symlinkSync(join(installed, "node_modules"), join(project, "node_modules"));
  const manifest = { private: true, dependencies: { "@medusajs/medusa": "*" } };
  writeFileSync(join(project, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(project, "medusa-config.js"), config);
  mkdirSync(join(project, "src/subscribers"), { recursive: true });
  mkdirSync(join(project, "src/node_modules/@meetbot"), { recursive: true });
  symlinkSync(sdk, join(project, "src/node_modules/@meetbot/sdk"));
  writeFileSync(join(project, "src/subscribers/meetbot.js"), stripTypeScriptTypes(subscriber));
  return project;
}

/** Medusa reads no query: a socket's folder is written as a host. */
function withHost({ url }: TestDatabase): string {
  const { username, password, pathname, searchParams } = new URL(url);
  const host = encodeURIComponent(searchParams.get("host") ?? "");
  return `postgres://${username}:${password}@${host}:${searchParams.get("port")}${pathname}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
