import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { EmbeddedDatabase } from "./start-embedded.ts";

/** For tests: another process of Meetbot that uses the database of a folder. */
export interface TestProcess {
  child: ChildProcess;
  connection: EmbeddedDatabase["connection"];
  /** Lets it stop its database and end. */
  leave(): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

interface TestProcessOptions {
  uid?: number;
  gid?: number;
  /** It neither waits for anything nor stops its database. */
  walksAway?: boolean;
}

/** Starts such a process, which is in a process group of its own as in a terminal. */
export function spawnProcess(dataDir: string, { walksAway, ...owner }: TestProcessOptions = {}) {
  const program = fileURLToPath(new URL("./test-process-main.fixture.ts", import.meta.url));
  const nodeArguments = ["--conditions=meetbot-source", program, dataDir];
  return spawn(process.execPath, [...nodeArguments, ...(walksAway ? ["walks-away"] : [])], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
    ...owner,
  });
}

/** Starts one and waits until it has its database; throws the code of its error if it has none. */
export async function startProcess(
  dataDir: string,
  options: TestProcessOptions = {},
): Promise<TestProcess> {
  const child = spawnProcess(dataDir, options);
  const ended = once(child, "exit");
  const [line] = await once(createInterface(child.stdout), "line");
  const { connection, error } = JSON.parse(line);
  if (error) throw new Error(error);
  return {
    child,
    connection,
    async leave() {
      child.stdin.end();
      const [code] = await ended;
      if (code !== 0) throw new Error(`The process ended with ${code}.`);
    },
    async kill(signal) {
      process.kill(-child.pid!, signal);
      await ended;
    },
  };
}
