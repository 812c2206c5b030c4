import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { discardDatabase } from "@meetbot/embedded-postgres/discard-database.ts";

/** Installing from an empty cache brings a Node and a PostgreSQL over the network. */
const overdueMs = 240_000;

/** A folder with nothing in it, on a machine that has Node and npm, and never heard of Meetbot. */
export interface EmptyFolder {
  folder: string;
  /** Runs a program to its end; rejects with what it said where it fails. */
  run(program: string, args: string[]): Promise<string>;
  /** Starts a server and resolves with the JSON of its first line that has a `url`. */
  start(program: string, args: string[]): Promise<Started>;
}

export interface Started {
  line: Record<string, string>;
  /** As Ctrl-C does in a terminal: all that was started ends, in its own time. */
  stop(): Promise<void>;
}

/** `node`: the program that `node` is there; without it, the system's own. */
export function emptyFolder(
  scope: { after(end: () => Promise<void>): void },
  { env = {}, node }: { env?: Record<string, string>; node?: string } = {},
): EmptyFolder {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-empty-"));
  const home = join(folder, "home");
  mkdirSync(home);
  const groups = new Set<ChildProcess>();
  scope.after(async () => {
    await Promise.all([...groups].map((group) => end(group, "SIGKILL")));
    discardDatabase(join(folder, ".meetbot"));
    rmSync(folder, { recursive: true, force: true });
  });

  function launch(program: string, args: string[]): ChildProcess {
    const PATH = [...(node ? [dirname(node)] : []), systemPath()].join(delimiter);
    const child = spawn(program, args, {
      cwd: folder,
      // A group of its own: npm starts a shell, and that the program.
      detached: true,
      env: {
        PATH,
        HOME: home,
        npm_config_update_notifier: "false",
        npm_config_yes: "true",
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    groups.add(child);
    child.once("close", () => groups.delete(child));
    return child;
  }

  return {
    folder,
    async run(program, args) {
      const child = launch(program, args);
      const overdue = setTimeout(() => void end(child, "SIGKILL"), overdueMs);
      const [stdout, stderr, [code]] = await Promise.all([
        text(child.stdout!),
        text(child.stderr!),
        once(child, "close"),
      ]);
      clearTimeout(overdue);
      if (code !== 0) throw new Error(`${program} ${args.join(" ")}: ${code}\n${stdout}${stderr}`);
      return stdout;
    },
    async start(program, args) {
      const child = launch(program, args);
      const overdue = setTimeout(() => void end(child, "SIGKILL"), overdueMs);
      const line = await readyLine(child).finally(() => clearTimeout(overdue));
      return { line, stop: () => end(child, "SIGTERM") };
    },
  };
}

/** Without what npm puts before it for the workspace: there `node` is the workspace's. */
function systemPath(): string {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.filter((folder) => !folder.includes("node_modules")).join(delimiter);
}

async function end(group: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (group.stdout!.closed && group.stderr!.closed) return;
  const closed = once(group, "close");
  process.kill(-group.pid!, signal);
  await closed;
}

async function readyLine(child: ChildProcess): Promise<Record<string, string>> {
  let said = "";
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      const whole = said.split("\n").slice(0, -1);
      const line = whole.find((one) => one.startsWith("{") && one.includes('"url":'));
      if (line) resolve(JSON.parse(line));
    };
    child.stdout!.on("data", hear);
    child.stderr!.on("data", hear);
    child.once("close", (code) => reject(new Error(`It ended with ${code}. ${said}`)));
  });
}
