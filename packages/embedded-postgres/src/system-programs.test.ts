import assert from "node:assert/strict";
import { it } from "node:test";
import { startEmbedded } from "./start-embedded.ts";
import { systemFolder, withDebians } from "./system-programs.fixture.ts";
import { makeDataDir, query, silent } from "./test-folder.fixture.ts";

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

  // The system package is gone: npm's PostgreSQL cannot read the data, and the message says what to install.
  const gone = startEmbedded({ dataDir, systemFolder: "/nonexistent", log: silent });
  await assert.rejects(gone, { code: "version_mismatch", message: /apt install postgresql-17/ });
});
