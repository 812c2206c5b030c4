import assert from "node:assert/strict";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeFolder } from "./backup.fixture.ts";
import { pathIn, removeOldCopies } from "./backup-folder.ts";

test("a folder of backups keeps the newest ones and what is not theirs, and loses what was cut short", async (t) => {
  const folder = makeFolder(t);
  const times = ["2026-11-30T23:59:59.999Z", "2026-12-01T03:30:00Z", "2026-12-02T03:30:00Z"];
  for (const time of times) writeFileSync(pathIn(folder, new Date(time)), "");
  const underWay = ".meetbot-2026-12-02T03-30-01Z.backup.ab12cd34.part";
  const cutShort = ".meetbot-2026-11-29T03-30-00Z.backup.ef56ab78.part";
  const others = [underWay, ".another.backup.ef56ab78.part", "before-update.backup"];
  for (const name of [cutShort, ...others]) writeFileSync(join(folder, name), "");
  const yesterday = new Date(Date.now() - 24 * 3_600_000);
  for (const name of [cutShort, ...others.slice(1)]) {
    utimesSync(join(folder, name), yesterday, yesterday);
  }
  assert.equal(await removeOldCopies(folder, 3), 0);
  assert.equal(await removeOldCopies(folder, 2), 1);
  const newest = ["meetbot-2026-12-01T03-30-00Z.backup", "meetbot-2026-12-02T03-30-00Z.backup"];
  assert.deepEqual(readdirSync(folder).sort(), [...others, ...newest].sort());
  await assert.rejects(removeOldCopies(join(folder, "none"), 1), { code: "file_missing" });
});
