import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createTestDatabase, type TestDatabase } from "../../../meetbot/test/database.ts";
import { type Caller, callerOf } from "./call-medusa.ts";

export interface RunningMedusa extends AsyncDisposable {
  url: string;
  /** Who may do everything. */
  owner: Caller;
}

/** Code of the shop's own, by its path in its project. */
export type OwnCode = Readonly<Record<string, string>>;

const email = "owner@shop.example";
const password = "a password";

/** Starts an empty Medusa on a database of its own, as a process of its own, until it is disposed of. */
export async function runMedusa(installed: string, ownCode: OwnCode = {}): Promise<RunningMedusa> {
  const database = await createTestDatabase();
  const project = makeProject(installed, ownCode);
  const env = {
    ...process.env,
    DATABASE_URL: withHost(database),
    NODE_ENV: "production",
    MEDUSA_DISABLE_TELEMETRY: "true",
  };
  const start = (...args: string[]) =>
    spawn(process.execPath, [join(project, "node_modules/@medusajs/cli/cli.js"), ...args], {
      ...{ cwd: project, env },
      stdio: ["ignore", "ignore", "inherit"],
    });
  const run = async (...args: string[]) => {
    const [code] = await once(start(...args), "exit");
    if (code !== 0) throw new Error(`medusa ${args[0]} ends with ${code}.`);
  };
  await run("db:migrate", "--execute-safe-links");
  await run("user", "-e", email, "-p", password);
  const port = await freePort();
  const server = start("start", "-p", String(port), "-H", "127.0.0.1");
  const exited = once(server, "exit");
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([
    answers(`${url}/health`),
    exited.then(() => Promise.reject(new Error("Medusa ended before it listened."))),
  ]);
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
function makeProject(installed: string, ownCode: OwnCode): string {
  const project = mkdtempSync(join(tmpdir(), "meetbot-medusa-"));
  symlinkSync(join(installed, "node_modules"), join(project, "node_modules"));
  const dependencies = { "@medusajs/medusa": "*" };
  const manifest = JSON.stringify({ private: true, dependencies });
  const files = { "package.json": manifest, "medusa-config.js": config, ...ownCode };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(project, path, ".."), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  return project;
}

/** Medusa reads no query: a socket's folder is written as a host. */
function withHost({ url }: TestDatabase): string {
  const { username, password, pathname, searchParams } = new URL(url);
  const host = encodeURIComponent(searchParams.get("host") ?? "");
  return `postgres://${username}:${password}@${host}:${searchParams.get("port")}${pathname}`;
}

/** Resolves when a server answers there. */
async function answers(url: string): Promise<void> {
  for (;;) {
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await wait(100);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
