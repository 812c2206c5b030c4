import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Archive } from "./archives.ts";

const run = promisify(execFile);

/** A registry on this machine, to which anyone may publish. */
export interface LocalRegistry {
  /** What npm is to know of it, as environment variables; its cache is empty at first. */
  env: Record<string, string>;
  publish(archive: Archive): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the registry (Verdaccio), which keeps what it holds in an empty folder. What is not ours it has from
 * the registry that npm asks on this machine; what is ours it has from nobody, or the proof would be of theirs.
 */
export async function startRegistry(options: {
  folder: string;
  /** Where `verdaccio` lies. */
  tools: string;
}): Promise<LocalRegistry> {
  const { folder, tools } = options;
  const upstream = (await run("npm", ["config", "get", "registry"], { cwd: folder })).stdout.trim();
  const config = join(folder, "verdaccio.yaml");
  await writeFile(config, JSON.stringify(settings(folder, upstream)));
  const program = join(tools, "verdaccio");
  const url = `http://127.0.0.1:${await freePort()}/`;
  const server = spawn(process.execPath, [program, "--config", config, "--listen", url], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  await untilListening(server, url);
  const userConfig = join(folder, ".npmrc");
  // npm publishes with a token only; this registry asks nobody who they are.
  await writeFile(userConfig, `//${new URL(url).host}/:_authToken=nobody\n`);
  const env = {
    npm_config_registry: url,
    npm_config_userconfig: userConfig,
    npm_config_cache: join(folder, "cache"),
  };
  return {
    env,
    async publish({ path }) {
      const args = ["publish", path, "--provenance=false", "--tag=latest", "--loglevel=error"];
      await run("npm", args, { cwd: folder, env: { ...process.env, ...env } });
    },
    async stop() {
      if (server.exitCode !== null) return;
      server.kill("SIGKILL");
      await once(server, "exit");
    },
  };
}

/** JSON is YAML too. */
function settings(folder: string, upstream: string): object {
  const ours = { access: "$all", publish: "$all" };
  return {
    storage: join(folder, "storage"),
    uplinks: { upstream: { url: upstream, maxage: "1h", timeout: "60s" } },
    packages: { "@meetbot/*": ours, meetbot: ours, "**": { access: "$all", proxy: "upstream" } },
    max_body_size: "100mb",
    log: { type: "stdout", format: "json", level: "http" },
  };
}

/** It says so once; what it says of each request is read by nobody. */
async function untilListening(server: ChildProcess, url: string): Promise<void> {
  let said = "";
  for (const stream of [server.stdout!, server.stderr!]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-10_000);
      if (said.includes(url)) server.emit("listening");
    });
  }
  const ended = once(server, "exit").then(() => false);
  const isListening = await Promise.race([once(server, "listening").then(() => true), ended]);
  if (!isListening) throw new Error(`The registry did not start. It said: ${said}`);
}

/** The registry takes a port by its number only. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
