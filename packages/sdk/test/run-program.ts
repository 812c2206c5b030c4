import { spawn } from "node:child_process";
import { once } from "node:events";

/** A server running as its own process, until it is disposed of. */
export interface RunningProgram extends AsyncDisposable {
  /** Where it answers, without a path. */
  origin: string;
}

/** How the runtimes say where they listen: a URL for people, or workerd's line for programs. */
const listening = /https?:\/\/[\w.]+:(\d+)|"event":"listen".*"port":(\d+)/;

/** A runtime that needs longer to start does not start at all. */
const startTimeoutMs = 60_000;

/** Starts a server and waits until it says where it listens, on any of its outputs. */
export async function runProgram(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<RunningProgram> {
  const program = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const ended = once(program, "close");
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = "";
  for (const output of program.stdio.slice(1)) {
    output?.on("data", (chunk) => {
      said += chunk;
      const [, port, controlPort] = listening.exec(said) ?? [];
      if (port ?? controlPort) resolve(`http://127.0.0.1:${port ?? controlPort}`);
    });
  }
  const timer = setTimeout(() => program.kill(), startTimeoutMs);
  ended.then(
    () => reject(new Error(`${command} ended before it listened. It said: ${said}`)),
    reject,
  );
  const origin = await promise.finally(() => clearTimeout(timer));
  return {
    origin,
    async [Symbol.asyncDispose]() {
      program.kill();
      await ended;
    },
  };
}
