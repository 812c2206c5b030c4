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
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { databaseUser } from "@meetbot/embedded-postgres/server/system-user.ts";
import { type EmbeddedDatabase, startEmbedded } from "@meetbot/embedded-postgres/start-embedded.ts";
import {
  makeDataDir,
  query,
  serverPid,
  serverProcesses,
  silent,
} from "@meetbot/embedded-postgres/test-folder.fixture.ts";
import type { Target } from "../fixtures/local-user.ts";

// Meetbot runs as root on a machine whose daemons run as `nobody`. What such a process can do to Meetbot's own
// database: a process that gets into it is an administrator, or makes one.

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

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return [folder, ...entries.map((entry) => join(entry.parentPath, entry.name))];
}

/** Makes a data folder what the versions before left: all that PostgreSQL reads is nobody's. */
async function makeOldDataDir(t: { after(undo: () => void): void }): Promise<string> {
  // Of a path too long for a socket, which is in a folder of its own then.
  const dataDir = makeDataDir(t, `${"long".repeat(30)}/data`);
  mkdirSync(dataDir, { mode: 0o755, recursive: true });
  await (await startEmbedded({ dataDir, log: silent })).stop();
  const files = [
    ...filesBelow(join(dataDir, "postgres/cluster")),
    join(dataDir, "postgres/postgres.password"),
  ];
  for (const file of files) chownSync(file, nobody.uid, nobody.gid);
  return dataDir;
}

describe("a process of another user, where root runs Meetbot", asRoot, () => {
  const dataDir = makeDataDir({ after });
  /** What a stranger gets who may look at the data folder's names, and at nothing in it. */
  const nothing = [`looked into ${dataDir}`];
  let database: EmbeddedDatabase;
  let gotMeanwhile: string[];
  before(async () => {
    if (asRoot.skip) return;
    mkdirSync(dataDir, { mode: 0o755 });
    gotMeanwhile = await whatGets(nobody, { folders: [dataDir] }, async () => {
      database = await startEmbedded({ dataDir, log: silent });
    });
  });
  after(() => database?.stop());

  it("gets nothing while the database is being made", () => {
    assert.deepEqual(gotMeanwhile, nothing);
  });

  for (const [name, stranger] of Object.entries({ nobody, "some daemon": someDaemon })) {
    it(`gets nothing as ${name}: no file, no socket, no look into a process`, async () => {
      assert.deepEqual(
        await whatGets(stranger, targetOf(dataDir, database.connection.host)),
        nothing,
      );
    });
  }

  it("is never the server's own user, which nothing else is; the passwords are root's", () => {
    const { uid } = statSync(`/proc/${serverPid(dataDir)}`);
    const accounts = readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => line.split(":"));
    const names = accounts.filter(([, , number]) => Number(number) === uid).map(([name]) => name);
    assert.deepEqual(names, [databaseUser]);
    const home = join(dataDir, "postgres");
    const owners = new Set(filesBelow(home).map((file) => lstatSync(file).uid));
    assert.deepEqual(owners, new Set([0, uid]));
    for (const role of ["postgres", "meetbot"]) {
      assert.equal(statSync(join(home, `${role}.password`)).uid, 0);
    }
  });

  it("loses what the versions before gave to nobody, also a socket outside the folder", async (t) => {
    const old = await makeOldDataDir(t);
    const got = await whatGets(nobody, { folders: [old] });
    assert.ok(got.includes(`read ${join(old, "postgres/postgres.password")}`));

    const { connection, stop } = await startEmbedded({ dataDir: old, log: silent });
    assert.equal(dirname(connection.host), "/tmp");
    assert.equal(await query(connection, "select 1"), 1);
    const target = targetOf(old, connection.host);
    assert.deepEqual(await whatGets(nobody, target), [`looked into ${old}`]);
    await stop();
    const owners = filesBelow(join(old, "postgres")).map((file) => lstatSync(file).uid);
    assert.ok(!owners.includes(nobody.uid));
  });
});
