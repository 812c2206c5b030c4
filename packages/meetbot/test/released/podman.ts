import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { eventually } from "../fixtures/eventually.ts";
import { freePort } from "../fixtures/free-port.ts";
import type { CgroupScope } from "../fixtures/machine.ts";

const run = promisify(execFile);

const installs = (program: string) => spawnSync(program, ["--version"]).error === undefined;

/** Whether this machine lets its root have namespaces and mounts of their own, as containers do: sandboxes may not. */
const allowsContainers = () =>
  spawnSync("unshare", ["--mount", "--pid", "--fork", "mount", "-t", "tmpfs", "none", "/mnt"])
    .status === 0;

/** For tests of images, which need root to make a Debian, and are left out elsewhere. `.ci/run` installs what they run. */
export const withPodman = { skip: whyLeftOut() };

function whyLeftOut(): string | false {
  const isInstalled = process.env.CI || ["podman", "runc", "debootstrap"].every(installs);
  if (process.getuid?.() !== 0 || !isInstalled) {
    return "images are built by root: apt install podman runc netavark debootstrap";
  }
  return !allowsContainers() && "this machine allows its root no containers";
}

/** Images and containers of one test's own. */
export interface Podman {
  /** Runs podman; rejects with what it said where it fails. */
  run(...args: string[]): Promise<string>;
  /** Runs another program that runs podman. */
  runProgram(program: string, args: string[], env?: Record<string, string>): Promise<string>;
}

/** A podman whose images, containers and volumes are below a folder, and go with it. */
export function createPodman(scope: CgroupScope): Podman {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-podman-"));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const env = {
    CONTAINERS_CONF: file("containers.conf", settings),
    CONTAINERS_STORAGE_CONF: file("storage.conf", storageIn(folder)),
    PODMAN_IGNORE_CGROUPSV1_WARNING: "1",
    TMPDIR: folder,
  };
  const runProgram: Podman["runProgram"] = async (program, args, further = {}) => {
    const all = { env: { ...process.env, ...env, ...further }, maxBuffer: 16 * 1024 * 1024 };
    return (await run(program, args, all)).stdout;
  };
  const podman = { runProgram, run: (...args: string[]) => runProgram("podman", args) };
  scope.after(async () => {
    await podman.run("rm", "--all", "--force", "--time", "0");
    // Unmounts what is left of it.
    await podman.run("image", "unmount", "--all");
    rmSync(folder, { recursive: true, force: true });
  });
  return podman;
}

/**
 * What a container may open and start is left as it is, which not everywhere root may raise; all use the machine's
 * own network.
 */
const settings = `
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
netns = "host"
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "none"
`;

const storageIn = (folder: string) => `
[storage]
driver = "overlay"
graphroot = "${folder}/storage"
runroot = "${folder}/run"
`;

/** Makes an image of a plain Debian 13 from its packages, as Docker Hub's \`debian:trixie-slim\` is made; returns its name. */
export async function makeDebian({ run: podman, runProgram }: Podman): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-debian-"));
  try {
    const root = join(folder, "root");
    mkdirSync(root);
    await runProgram("debootstrap", ["--variant=minbase", "trixie", root]);
    const left = ["doc", "man", "locale", "info"].map((name) => `usr/share/${name}`);
    for (const path of [...left, "var/cache/apt", "var/lib/apt/lists"]) {
      rmSync(join(root, path), { recursive: true });
    }
    const archive = join(folder, "root.tar");
    await runProgram("tar", ["--create", "--file", archive, "--directory", root, "."]);
    const name = "localhost/debian:trixie-slim";
    await podman("import", "--quiet", archive, name);
    return name;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A server in a container that has said that it is ready. */
export interface Contained {
  url: string;
  /** Runs a program beside it; rejects where it fails. */
  exec(...command: string[]): Promise<string>;
  /** Milliseconds from nothing to its first answer. */
  startedInMs: number;
  /** Sends a signal to its first process alone; resolves with the exit code. */
  stop(signal?: string): Promise<number>;
}

/** Starts a server on its own port; `options` holds its other settings, before the image's name. */
export async function startContained(
  { run }: Podman,
  options: readonly string[],
  image: readonly string[],
  until = "/readyz",
): Promise<Contained> {
  const port = await freePort();
  const began = performance.now();
  const listens = ["--env", `MEETBOT_PORT=${port}`, "--env", "MEETBOT_OUTBOUND_ALLOW=127.0.0.1"];
  const id = (await run("run", "--detach", ...listens, ...options, ...image)).trim();
  const url = `http://127.0.0.1:${port}`;
  await eventually(60_000, async () => {
    const answer = await fetch(`${url}${until}`).catch(() => null);
    if (!answer?.ok) throw new Error(await run("logs", id));
  });
  return {
    url,
    startedInMs: Math.round(performance.now() - began),
    exec: (...command) => run("exec", id, ...command),
    async stop(signal = "SIGTERM") {
      await run("kill", "--signal", signal, id);
      return Number(await run("wait", id));
    },
  };
}
