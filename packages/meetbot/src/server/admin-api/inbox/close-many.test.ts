import assert from "node:assert/strict";
import { test } from "node:test";
import { bot } from "../../../store/store.fixture.ts";
import { otherBot } from "../account/account.fixture.ts";
import { asks, startInbox } from "./inbox.fixture.ts";

test("a list is closed at once, but for what a colleague has, and the audit log and each customer hear of it", async (t) => {
  const { tell, run, open } = await startInbox(t);
  for (const id of ["two", "three"]) await open(id);
  await tell("bo", "POST /conversations/three/take", {});
  const close = () => tell("ada", "POST /conversations/close", { view: "all" });
  assert.deepEqual(await close(), { closed: 2, left: 1, next_cursor: null });
  const { data, counts } = await tell("ada", "GET /inbox?view=all");
  assert.deepEqual(
    data.map((row: { conversation_id: string }) => row.conversation_id),
    ["three"],
  );
  assert.equal(counts.waiting, 0);
  const audited = "select count(*)::integer from audit where action = 'conversation_closed'";
  assert.deepEqual(await run(audited), [{ count: 2 }]);
  assert.equal((await tell("ada", "GET /conversations/two/desk")).holder, "bot");
  assert.deepEqual(await close(), { closed: 0, left: 1, next_cursor: null });
  assert.deepEqual(await run(audited), [{ count: 2 }]);
});

test("a long list is closed page by page", async (t) => {
  const { tell, open } = await startInbox(t);
  await Promise.all(Array.from({ length: 101 }, (_, nth) => open(`c_${nth}`)));
  const first = await tell("ada", "POST /conversations/close", { view: "waiting" });
  assert.deepEqual([first.closed, first.left], [100, 0]);
  const cursor = first.next_cursor;
  const next = await tell("ada", "POST /conversations/close", { view: "waiting", cursor });
  assert.deepEqual(next, { closed: 2, left: 0, next_cursor: null });
});

test("those that are named are closed, each once, and no other bot's", async (t) => {
  const { tell, open, call, cookies } = await startInbox(t);
  await open("two");
  await open("theirs", asks, otherBot.id);
  const conversation_ids = ["one", "one", "theirs", "nowhere"];
  const said = await tell("ada", "POST /conversations/close", { conversation_ids });
  assert.deepEqual(said, { closed: 1, left: 0, next_cursor: null });
  assert.equal((await tell("ada", "GET /inbox?view=waiting")).data.length, 1);
  const theirs = await call(cookies.eve, `GET /bots/${otherBot.id}/inbox?view=waiting`);
  const { data } = (await theirs.json()) as { data: unknown[] };
  assert.equal(data.length, 1);
  const foreign = `POST /bots/${bot.id}/conversations/close`;
  assert.equal((await call(cookies.eve, foreign, { view: "all" })).status, 404);
});

test("who only reads closes nothing, and a list and names at once are neither", async (t) => {
  const { ask } = await startInbox(t);
  const status = async (who: "viewer" | "ada", body: object) =>
    (await ask(who, "POST /conversations/close", body)).status;
  assert.equal(await status("viewer", { view: "all" }), 403);
  assert.equal(await status("ada", { view: "closed" }), 400);
  assert.equal(await status("ada", { view: "all", conversation_ids: ["one"] }), 400);
  assert.equal(await status("ada", { conversation_ids: Array(101).fill("one") }), 400);
});
