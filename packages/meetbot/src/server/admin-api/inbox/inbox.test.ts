import assert from "node:assert/strict";
import { test } from "node:test";
import { bot } from "../../../store/store.fixture.ts";
import { startInbox } from "./inbox.fixture.ts";

type Told = Record<string, { name: string } | string | null>;

test("a conversation tells who was called, who took it, gave it back and closed it, in that order", async (t) => {
  const { tell } = await startInbox(t);
  const moves = async () => {
    const { moves } = await tell("viewer", "GET {one}/desk");
    return moves.map(({ kind, by, reason }: Told) => [
      ...[kind, typeof by === "object" ? (by?.name ?? null) : by, reason],
    ]);
  };
  await tell("ada", "POST {one}/take", {});
  await tell("bo", "POST {one}/take", { overtake: true });
  await tell("bo", "POST {one}/messages", { text: "Good morning!" });
  await tell("bo", "POST {one}/release", {});
  assert.deepEqual(await moves(), [
    ["waiting", null, "asked"],
    ["taken", "ada", null],
    ["taken", "bo", null],
    ["returned", "bo", "given_back"],
  ]);
});

test("a message that its platform refused says why", async (t) => {
  const { tell, run } = await startInbox(t);
  await tell("ada", "POST {one}/messages", { text: "Good morning!" });
  const at = `bot_id = '${bot.id}' and conversation_id = 'one' and author is not null`;
  await run(`update messages set status = 'failed' where ${at}`);
  await run(`insert into outbound_failures (bot_id, conversation_id, seq, class)
    select bot_id, conversation_id, seq, 'gone' from messages where ${at}`);
  const { entries } = await tell("viewer", "GET {one}");
  assert.deepEqual(
    entries
      .filter(({ from }: Told) => from !== "customer")
      .map(({ from, sending, failure }: Told) => [from, sending, failure])
      .slice(-1),
    [["person", "failed", "gone"]],
  );
});
