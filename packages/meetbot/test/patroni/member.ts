import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { systemFolder } from "@meetbot/embedded-postgres/system-programs.fixture.ts";
import { blockOf, type MemberName, machines, network, onMachine } from "./page.ts";

const execute = promisify(execFile);

/** Where things lie on the page's machines, each of which is a folder here. */
const places = /(?<![\w/])\/(?:etc|run|var\/lib)\//g;

/** One machine of the page: etcd, Patroni with PostgreSQL, and PgBouncer. */
export interface ClusterMember {
  name: MemberName;
  address: string;
  /** Starts what does not run. */
  start(): void;
  /** Ends all of it as a loss of power does. */
  kill(): Promise<void>;
  /** Runs a command of the page there. */
  run(command: string): Promise<void>;
  /** What its programs have said last. */
  said(): string;
}

/** Whom its programs run as, where the test is root: PostgreSQL refuses to be. */
export type Owner = { uid?: number; gid?: number };

export interface MemberOptions {
  name: MemberName;
  folder: string;
  /** Stands for the page's network. */
  network: string;
  owner: Owner;
}

/** Writes the files that the page shows, in a folder instead of a machine. */
export function setUpMember({ name, folder, network: own, owner }: MemberOptions): ClusterMember {
  const here = (code: string) =>
    onMachine(code, name)
      .replaceAll(network, own)
      .replaceAll(places, (place) => `${folder}${place}`)
      .replaceAll("/usr/lib/postgresql", systemFolder);
  const write = (path: string, code: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, here(code), { mode: 0o600 });
    return file;
  };
  const patroni = write("etc/patroni/config.yml", blockOf("yaml", "scope:"));
  const pgbouncer = write("etc/pgbouncer/pgbouncer.ini", blockOf("ini", "[pgbouncer]"));
  write("etc/pgbouncer/userlist.txt", blockOf("text", '"meetbot"'));
  for (const path of ["var/lib/postgresql/17", "var/lib/etcd", "run/postgresql"])
    mkdirSync(join(folder, path), { recursive: true });
  execFileSync("chmod", ["-R", "go-rwx", folder]);
  if (owner.uid !== undefined) {
    execFileSync("chown", ["-R", `${owner.uid}:${owner.gid}`, folder]);
  }
  const usual = { PATH: "/usr/bin:/bin:/usr/sbin", HOME: folder, LC_ALL: "C.UTF-8" };
  const etcd = Object.fromEntries(
    here(blockOf("ini", "ETCD_NAME"))
      .split("\n")
      .flatMap((line) => {
        const [, variable = "", value = ""] = /^(\w+)=(.*)$/.exec(line) ?? [];
        return variable ? [[variable, value]] : [];
      }),
  );

  const said: string[] = [];
  const children = new Map<string, ChildProcess>();
  const launch = (program: string, words: string[], env = {}) => {
    if (children.has(program)) return;
    const options = { ...owner, cwd: folder, env: { ...usual, ...env } };
    const child = spawn(program, words, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data) => said.push(`${name} ${data}`));
    }
    children.set(program, child);
  };
  const end = async (program: string) => {
    const child = children.get(program);
    children.delete(program);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  };
  return {
    name,
    address: machines[name].replace(network, own),
    start() {
      launch("etcd", [], { ...etcd, ETCD_LOG_LEVEL: "error" });
      launch("patroni", [patroni]);
      launch("/usr/sbin/pgbouncer", [pgbouncer]);
    },
    async kill() {
      // First what would start the server again.
      await end("patroni");
      killServer(join(folder, "var/lib/postgresql/17/meetbot"));
      await Promise.all([end("/usr/sbin/pgbouncer"), end("etcd")]);
    },
    async run(command) {
      const [program = "", ...words] = here(command).trim().split(" ");
      await execute(program, words, { ...owner, cwd: folder, env: usual });
    },
    said: () => said.slice(-60).join(""),
  };
}

/** PostgreSQL is no child of Patroni's. */
function killServer(dataFolder: string): void {
  try {
    const pid = Number.parseInt(readFileSync(join(dataFolder, "postmaster.pid"), "utf8"), 10);
    process.kill(pid, "SIGKILL");
  } catch {
    // It does not run.
  }
}
