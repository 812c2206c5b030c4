import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { makeDataDir } from "../test-folder.fixture.ts";
import { findPrograms } from "./find-programs.ts";

const onLinux = { skip: process.platform !== "linux" && "elsewhere npm's is used" };

/** A system with servers of some major versions, and clients of others. */
function makeSystem(
  t: { after(undo: () => void): void },
  servers: number[],
  clients: number[] = [],
) {
  const systemFolder = makeDataDir(t, "postgresql");
  for (const major of [...servers, ...clients]) {
    mkdirSync(join(systemFolder, `${major}/bin`), { recursive: true });
    const programs = servers.includes(major) ? ["initdb", "pg_ctl", "postgres"] : ["psql"];
    for (const name of programs) writeFileSync(join(systemFolder, `${major}/bin`, name), "");
  }
  return { dataDir: systemFolder, systemFolder };
}

describe("the PostgreSQL that is run", onLinux, () => {
  it("is the system's newest that Meetbot is tested with, for a new database", async (t) => {
    const system = makeSystem(t, [15, 17]);
    const { major, from, folder } = await findPrograms({ ...system, writtenBy: null });
    assert.deepEqual([major, from, folder], [17, "system", join(system.systemFolder, "17")]);
    const newer = makeSystem(t, [17, 18, 42]);
    assert.equal((await findPrograms({ ...newer, writtenBy: null })).major, 18);
  });

  it("is of the version that wrote the data, whatever else the system has", async (t) => {
    const system = makeSystem(t, [17]);
    const npms = await findPrograms({ ...system, writtenBy: 18 });
    assert.deepEqual([npms.major, npms.from], [18, "npm"]);
    const both = makeSystem(t, [17, 18]);
    const own = await findPrograms({ ...both, writtenBy: 17 });
    assert.deepEqual([own.major, own.from], [17, "system"]);
  });

  it("is npm's where the system has none, only clients, or only one that is not tested", async (t) => {
    for (const system of [makeSystem(t, []), makeSystem(t, [], [18]), makeSystem(t, [15])]) {
      assert.equal((await findPrograms({ ...system, writtenBy: null })).from, "npm");
    }
  });
});
