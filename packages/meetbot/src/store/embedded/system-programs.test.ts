import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { debianFolder } from "./find-programs.ts";
import { startEmbedded } from "./start-embedded.ts";
import { makeDataDir, query, silent } from "./test-folder.ts";

/** Unpacked, not installed: an installed one would be run by all other tests too, in npm's place. */
const unpacked = fileURLToPath(
  new URL(
    "../../../../../node_modules/.cache/debian-postgresql/usr/lib/postgresql",
    import.meta.url,
  ),
);
const hasIt = (folder: string) =>
  spawnSync(join(folder, "17/bin/initdb"), ["--version"]).status === 0 &&
  spawnSync(join(folder, "17/bin/postgres"), ["--version"]).status === 0;
const systemFolder = hasIt(unpacked) ? unpacked : debianFolder;
const withDebians = { skip: !hasIt(systemFolder) && "Debian's postgresql-17 is not here" };

it("runs on the system's PostgreSQL, and stays with it", withDebians, async (t) => {
  const dataDir = makeDataDir(t);
  const lines: object[] = [];
  const log = { warn() {}, info: (line: unknown) => void lines.push(line as object) };
  for (const statement of ["create table kept as select 42 as answer", "select answer from kept"]) {
    const { connection, stop } = await startEmbedded({ dataDir, systemFolder, log });
    const answer = await query(connection, statement);
    assert.equal(answer, statement.startsWith("select") ? 42 : undefined);
    assert.equal(
      await query(connection, "select current_setting('server_version_num')::int / 10000"),
      17,
    );
    await stop();
  }
  assert.partialDeepStrictEqual(lines.at(-1), { postgresql: 17, from: "system" });

  // The package is gone: what npm brings cannot read it, and the message says what to install.
  const gone = startEmbedded({ dataDir, systemFolder: "/nonexistent", log: silent });
  await assert.rejects(gone, { code: "version_mismatch", message: /apt install postgresql-17/ });
});
