import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeFolder } from "./backup.fixture.ts";
import { pathIn, removeOldCopies } from "./backup-folder.ts";

test("a folder of backups keeps the newest ones, and every other file", async (t) => {
  const folder = makeFolder(t);
  const times = ["2026-11-30T23:59:59.999Z", "2026-12-01T03:30:00Z", "2026-12-02T03:30:00Z"];
  for (const time of times) writeFileSync(pathIn(folder, new Date(time)), "");
  const others = [".meetbot-2026-12-02T03-30-01Z.backup.ab12cd34.part", "before-update.backup"];
  for (const name of others) writeFileSync(join(folder, name), "");
  assert.equal(await removeOldCopies(folder, 3), 0);
  assert.equal(await removeOldCopies(folder, 2), 1);
  assert.deepEqual(readdirSync(folder).sort(), [
    ...others,
    "meetbot-2026-12-01T03-30-00Z.backup",
    "meetbot-2026-12-02T03-30-00Z.backup",
  ]);
  await assert.rejects(removeOldCopies(join(folder, "none"), 1), { code: "file_missing" });
});
