import assert from "node:assert/strict";
import { test } from "node:test";
import { noteLimits } from "@meetbot/model/desk/note.ts";
import { json } from "../call-admin.fixture.ts";
import { startInbox } from "./inbox.fixture.ts";

const markup = "<script>alert(1)</script> **bold** [x](javascript:y) @bo";

test("a note is kept as it was written, calls whom it names, and is masked until somebody reveals it", async (t) => {
  const { tell, refused, run, ada, bo } = await startInbox(t);
  const written = await tell("ada", "POST {one}/notes", {
    text: `${markup} call kim@shop.example about 12345678902`,
  });
  const person = ({ id, name }: { id: string; name: string }) => ({ operator_id: id, name });
  assert.deepEqual([written.author, written.mentions], [person(ada), [person(bo)]]);
  const shown = await tell("bo", "POST {one}/notes/reveal");
  assert.equal(shown.masked, false);
  assert.equal(shown.data[0].text, `${markup} call kim@shop.example about 12345678902`);
  assert.equal(shown.data[0].own, false);
  const masked = await tell("viewer", "GET {one}/notes");
  assert.equal(masked.masked, true);
  for (const secret of ["kim@shop", "12345678902"]) {
    assert(!JSON.stringify(masked).includes(secret), secret);
  }
  assert.match(masked.data[0].text, /call k•••/);
  assert.deepEqual(await refused("viewer", "POST {one}/notes/reveal"), [403, "role_too_low"]);
  const [told] = await run("select type, facts from desk_events where type = 'note.mentioned'");
  assert.deepEqual(told, {
    type: "note.mentioned",
    facts: { note: written.note_id, by: ada.id, mentioned: [bo.id] },
  });
  const audited = await run(
    "select actor, action, detail from audit where action like 'note%' order by entry",
  );
  assert.deepEqual(audited, [
    {
      actor: "ada@shop.example",
      action: "note_written",
      detail: { conversation: "one", note: written.note_id },
    },
    { actor: "bo@shop.example", action: "notes_revealed", detail: { conversation: "one" } },
  ]);
  const [{ sealed }] = (await run("select sealed from inbox_notes")) as [{ sealed: Buffer }];
  assert.doesNotMatch(sealed.toString("latin1"), /script|kim|bold/);
});

test("the same note is written once, however often it is sent", async (t) => {
  const { tell, run } = await startInbox(t);
  const key = { "Idempotency-Key": "once" };
  const send = (who: "ada" | "bo") => tell(who, "POST {one}/notes", { text: "@bo look" }, key);
  const [first, again] = [await send("ada"), await send("ada")];
  assert.equal(first.note_id, again.note_id);
  assert.notEqual((await send("bo")).note_id, first.note_id, "a key is its operator's own");
  assert.equal((await run("select from desk_events where type = 'note.mentioned'")).length, 2);
});

test("whoever a note calls is told until they opened its conversation, and nobody else is", async (t) => {
  const { tell, ada } = await startInbox(t);
  const calls = async (who: "ada" | "bo") => (await tell(who, "GET /inbox/mentions")).data;
  const { note_id: id } = await tell("ada", "POST {one}/notes", { text: "@bo and @ada look" });
  const [call] = await calls("bo");
  assert.deepEqual(
    [call.note_id, call.conversation_id, call.by],
    [id, "one", { operator_id: ada.id, name: ada.name }],
  );
  assert.deepEqual(await calls("ada"), [], "nobody calls themselves");
  await tell("ada", "DELETE {one}/mentions");
  assert.equal((await calls("bo")).length, 1);
  await tell("bo", "DELETE {one}/mentions");
  assert.deepEqual(await calls("bo"), []);
  const { note_id: gone } = await tell("ada", "POST {one}/notes", { text: "@bo again" });
  assert.equal((await calls("bo")).length, 1);
  await tell("ada", `DELETE {one}/notes/${gone}`);
  assert.deepEqual(await calls("bo"), []);
});

test("a note is deleted by who wrote it, and by nobody else", async (t) => {
  const { tell, ask, refused, run } = await startInbox(t);
  const { note_id: id } = await tell("ada", "POST {one}/notes", { text: "mine" });
  assert.deepEqual(await refused("bo", `DELETE {one}/notes/${id}`), [403, "not_yours"]);
  assert.equal((await ask("ada", `DELETE {one}/notes/${id}`)).status, 204);
  assert.deepEqual(await refused("ada", `DELETE {one}/notes/${id}`), [404, "not_found"]);
  assert.deepEqual(await run("select from inbox_notes"), []);
  assert.equal((await run("select from audit where action = 'note_deleted'")).length, 1);
});

test("a note has as many characters as fit, and some", async (t) => {
  const { ask, refused } = await startInbox(t);
  const long = "@ada ".repeat(noteLimits.longest / 5).trim();
  const answer = await ask("ada", "POST {one}/notes", { text: long });
  assert.equal(answer.status, 201);
  assert.equal((await json(answer)).mentions.length, 1);
  for (const text of ["", "  ", "n".repeat(noteLimits.longest + 1)]) {
    assert.deepEqual(await refused("ada", "POST {one}/notes", { text }), [400, "invalid_request"]);
  }
  assert.deepEqual(await refused("ada", "POST /conversations/none/notes", { text: "x" }), [
    404,
    "not_found",
  ]);
});
