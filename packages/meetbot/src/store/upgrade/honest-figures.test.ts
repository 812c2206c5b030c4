import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { openStore } from "../open-store.ts";
import { createTablesBefore } from "./tables-before.fixture.ts";

const keyRing = [{ id: "00000000", bytes: Buffer.alloc(32, 7) }] as const;

test("figures that were counted by milder rules stay, and it is known until when", async (t) => {
  const { database, db } = await createTablesBefore("0027");
  await sql`
    insert into bots (bot_id, name, page_id, endpoint, policy, number_alone, locale, origins, demo)
    values ('bot_1', 'Shop', '1', 'https://shop.example', 'ladder', 'auto', 'en', '{}', false)`.execute(
    db,
  );
  await sql`
    insert into tallies (bot_id, quarter, conversations, with_question, self_served)
    values ('bot_1', '2026-01-02T10:15:00Z', 3, 2, 2)`.execute(db);
  await db.destroy();
  const store = await openStore({ connection: database.url, keyRing });
  t.after(async () => {
    await store.close();
    await database.drop();
  });
  const since = await store.overview.strictSince();
  assert(since);
  const quarterMs = 15 * 60_000;
  assert.equal(since.getTime() % quarterMs, 0);
  assert(since.getTime() > Date.now() - quarterMs && since.getTime() <= Date.now() + quarterMs);
  const days = [new Date("2026-01-02T00:00Z"), new Date("2026-01-03T00:00Z")];
  const [figures] = await store.overview.figures("bot_1", days);
  assert.partialDeepStrictEqual(figures, { selfServed: 2, askedAgain: 0, leftAfterRefusal: 0 });
});
