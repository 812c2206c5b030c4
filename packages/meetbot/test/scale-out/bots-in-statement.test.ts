import assert from "node:assert/strict";
import { test } from "node:test";
import { botsInStatement } from "./bots-in-statement.ts";

const spread = new Set(["conversations", "messages", "bots"]);

for (const [statement, mixed, isGiven] of [
  ["select state from conversations where bot_id = $1", 0, true],
  ["select state from conversations where conversation_id = $1", 0, false],
  [
    "select m.seq from conversations c join messages m using (bot_id, seq) where c.bot_id = $1",
    0,
    true,
  ],
  ["select m.seq from conversations c join messages m using (conversation_id)", 2, false],
  ["select m.seq from conversations c, messages m where c.bot_id = $1 and m.bot_id = $1", 0, true],
  ["select m.seq from conversations c, messages m where c.bot_id = $1 and m.bot_id = $2", 2, true],
  [
    "select 1 from conversations c where exists (select from messages m where m.seq = c.last)",
    2,
    false,
  ],
  [
    "select 1 from conversations c where exists (select from messages m where m.bot_id = c.bot_id)",
    0,
    false,
  ],
  [
    "with due as (select bot_id from conversations limit 1) delete from messages m using due where m.bot_id = due.bot_id",
    0,
    false,
  ],
  [
    "with due as (select bot_id from conversations limit 1) delete from messages m using due where m.seq = 1",
    2,
    false,
  ],
  [
    "insert into messages (bot_id, seq) select bot_id, 1 from conversations where bot_id = $1",
    0,
    true,
  ],
  ["insert into messages (seq, bot_id) values (1, $1)", 0, true],
  [
    "update conversations c set state = '' from unnest($1::text[]) as given (bot_id) where c.bot_id = given.bot_id",
    0,
    true,
  ],
  [
    "delete from messages where (bot_id, seq) in (select bot_id, seq from conversations where bot_id = any($1))",
    0,
    true,
  ],
  [
    "with c as (update conversations set last = 1 where bot_id = $1 returning last) insert into messages (seq, bot_id) select last, $1 from c",
    0,
    true,
  ],
  ["select * from operators", 0, true],
  ["with a as (delete from messages), b as (delete from conversations) select 1", 0, false],
  ["with a as (select max(seq) as top from messages) select 1 from conversations, a", 2, false],
  ["select seq from messages union all select count(*) from conversations", 0, false],
  ["select 1 from operators where exists (select from conversations)", 0, false],
] as const) {
  test(`${mixed} mixed, ${isGiven ? "given" : "any"}: ${statement}`, async () => {
    const found = await botsInStatement({ text: statement }, spread);
    assert.deepEqual([found.mixes.length, found.isGiven], [mixed, isGiven]);
  });
}

test("two values are of one bot where they are the same", async () => {
  const text = "select from conversations c, messages m where c.bot_id = $1 and m.bot_id = $2";
  const mixesOf = async (values: string[]) =>
    (await botsInStatement({ text, values }, spread)).mixes;
  assert.deepEqual(await mixesOf(["bot_1", "bot_1"]), []);
  assert.deepEqual(await mixesOf(["bot_1", "bot_2"]), ["conversations", "messages"]);
});
