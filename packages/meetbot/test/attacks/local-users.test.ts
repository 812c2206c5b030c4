import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { startEmbedded } from "../../src/store/embedded/start-embedded.ts";
import { databaseUser } from "../../src/store/embedded/system-user.ts";
import {
  makeDataDir,
  query,
  serverPid,
  serverProcesses,
  silent,
} from "../../src/store/embedded/test-folder.ts";
import type { Target } from "../fixtures/local-user.ts";

// Meetbot runs as root on a machine whose daemons run as `nobody`. What such a process can do to
// Meetbot's own database: whoever gets into that is an administrator, or makes one.

const nobody = { uid: 65534, gid: 65534 };
/** Some daemon's number: no person, not nobody, and not root. */
const someDaemon = { uid: 64_017, gid: 64_017 };
const isRootOnLinux = process.platform === "linux" && process.getuid?.() === 0;
const asRoot = { skip: !isRootOnLinux && "only root on Linux can be every user" };

/** Node and the stranger's program, where everybody can run them. */
const tools = mkdtempSync("/tmp/meetbot-stranger-");
chmodSync(tools, 0o755);
after(() => rmSync(tools, { recursive: true, force: true }));
const node = join(tools, "node");
const program = join(tools, "local-user.mts");
copyFileSync(process.execPath, node);
copyFileSync(fileURLToPath(new URL("../fixtures/local-user.ts", import.meta.url)), program);
chmodSync(program, 0o644);

/** Lets a stranger try for as long as `meanwhile` takes, once at least; what they got. */
async function whatGets(
  stranger: { uid: number; gid: number },
  target: Partial<Target>,
  meanwhile: () => Promise<unknown> = async () => {},
): Promise<string[]> {
  const whole: Target = { folders: [], pids: [], secrets: [], socket: "/nowhere", ...target };
  const child = spawn(
    node,
    ["--disable-warning=ExperimentalWarning", program, JSON.stringify(whole)],
    {
      stdio: ["pipe", "pipe", "inherit"],
      cwd: "/",
      ...stranger,
    },
  );
  const lines: string[] = [];
  const reader = createInterface(child.stdout).on("line", (line) => lines.push(line));
  const closed = once(child, "close");
  await once(reader, "line");
  try {
    await meanwhile();
  } finally {
    child.stdin.end();
  }
  await closed;
  return JSON.parse(lines.at(-1) ?? "");
}

function passwordsOf(dataDir: string): string[] {
  return ["postgres", "meetbot"].map((role) =>
    readFileSync(join(dataDir, `postgres/${role}.password`), "utf8"),
  );
}

/** All that a stranger who knows this server well would try. */
function targetOf(dataDir: string, host: string): Target {
  return {
    folders: [dataDir, host],
    socket: join(host, ".s.PGSQL.5432"),
    pids: serverProcesses(dataDir),
    secrets: passwordsOf(dataDir),
  };
}

/** An open folder around the data, as a careless operator has it. */
function makeOpenDataDir(t: { after(undo: () => void): void }, below?: string): string {
  const dataDir = makeDataDir(t, below);
  mkdirSync(dataDir, { mode: 0o755, recursive: true });
  return dataDir;
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return [folder, ...entries.map((entry) => join(entry.parentPath, entry.name))];
}

/** Makes a data folder what the versions before left: all that PostgreSQL reads is nobody's. */
async function makeOldDataDir(t: { after(undo: () => void): void }): Promise<string> {
  const dataDir = makeOpenDataDir(t);
  await (await startEmbedded({ dataDir, log: silent })).stop();
  const files = [
    ...filesBelow(join(dataDir, "postgres/cluster")),
    join(dataDir, "postgres/postgres.password"),
  ];
  for (const file of files) chownSync(file, nobody.uid, nobody.gid);
  return dataDir;
}

describe("a process of another user, where root runs Meetbot", {
  ...asRoot,
  concurrency: 2,
}, () => {
  for (const [name, stranger] of Object.entries({ nobody, "some daemon": someDaemon })) {
    it(`gets nothing as ${name}: no file, no socket, no look into a process`, async (t) => {
      const dataDir = makeOpenDataDir(t);
      const { connection, stop } = await startEmbedded({ dataDir, log: silent });
      const got = await whatGets(stranger, targetOf(dataDir, connection.host));
      // Its home may be looked into where the data folder may: names, and nothing in them.
      assert.deepEqual(got, [`looked into ${dataDir}`]);
      await stop();
    });
  }

  it("gets nothing while the database is being made", async (t) => {
    const dataDir = makeOpenDataDir(t);
    const got = await whatGets(nobody, { folders: [dataDir] }, async () => {
      await (await startEmbedded({ dataDir, log: silent })).stop();
    });
    assert.deepEqual(got, [`looked into ${dataDir}`]);
  });

  it("gets nothing at a socket that had to move out of a folder with a long path", async (t) => {
    const dataDir = makeOpenDataDir(t, `${"long".repeat(30)}/data`);
    const { connection, stop } = await startEmbedded({ dataDir, log: silent });
    assert.equal(dirname(connection.host), "/tmp");
    const got = await whatGets(nobody, targetOf(dataDir, connection.host));
    assert.deepEqual(got, [`looked into ${dataDir}`]);
    await stop();
  });

  it("loses what the versions before gave to nobody, at the next start", async (t) => {
    const dataDir = await makeOldDataDir(t);
    const before = await whatGets(nobody, { folders: [dataDir] });
    assert.ok(before.includes(`read ${join(dataDir, "postgres/postgres.password")}`));

    const { connection, stop } = await startEmbedded({ dataDir, log: silent });
    assert.equal(await query(connection, "select 1"), 1);
    const got = await whatGets(nobody, targetOf(dataDir, connection.host));
    assert.deepEqual(got, [`looked into ${dataDir}`]);
    await stop();
    const left = filesBelow(join(dataDir, "postgres")).filter(
      (file) => lstatSync(file).uid === nobody.uid,
    );
    assert.deepEqual(left, []);
  });

  it("keeps a server for itself that nobody else's number runs", async (t) => {
    const dataDir = makeOpenDataDir(t);
    const { stop } = await startEmbedded({ dataDir, log: silent });
    const { uid } = statSync(`/proc/${serverPid(dataDir)}`);
    const accounts = readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => line.split(":"));
    const names = accounts.filter(([, , number]) => Number(number) === uid).map(([name]) => name);
    assert.deepEqual(names, [databaseUser]);
    const ownFiles = new Set(
      filesBelow(join(dataDir, "postgres")).map((file) => lstatSync(file).uid),
    );
    assert.deepEqual([...ownFiles].sort(), [0, uid].sort());
    for (const role of ["postgres", "meetbot"]) {
      assert.equal(statSync(join(dataDir, `postgres/${role}.password`)).uid, 0);
    }
    await stop();
  });
});
