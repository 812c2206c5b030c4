import assert from "node:assert/strict";
import { test } from "node:test";
import { cannedLimits } from "@meetbot/model/desk/canned-reply.ts";
import { bot } from "../../../store/store.fixture.ts";
import { json, startAdminServer } from "../call-admin.fixture.ts";

const all = "/canned-replies";
const hours = { name: "/Hours", locale: "en", text: "We are back {{hours.next_open}}." };

test("a reply is written, found by one word, changed as it was seen, and deleted; the audit says by whom", async (t) => {
  const { call, store } = await startAdminServer(t);
  const made = await json(await call("editor", `POST ${all}`, { body: hours }));
  assert.deepEqual([made.name, made.variables], ["hours", ["hours.next_open"]]);
  const one = `${all}/${made.reply_id}`;
  const body = { ...hours, text: "Tomorrow.", version: made.version };
  const changed = await json(await call("editor", `PUT ${one}`, { body }));
  assert(changed.version > made.version);
  const late = await call("editor", `PUT ${one}`, { body });
  const said = await json(late);
  assert.deepEqual(
    [late.status, said.code, said.reply.text],
    [409, "changed_meanwhile", "Tomorrow."],
  );
  assert.equal((await call("editor", `DELETE ${one}?version=${made.version}`)).status, 409);
  assert.equal((await call("editor", `DELETE ${one}?version=${changed.version}`)).status, 204);
  const again = await json(await call("editor", `POST ${all}`, { body: hours }));
  assert(again.version > changed.version, "what was seen before is never right again");
  const { data } = await json(await call("agent", `GET ${all}`));
  assert.deepEqual(data, [again]);
  const audit = await store.bots.auditOf(bot.id, 4);
  assert.deepEqual(
    audit.map(({ action, actor }) => `${action} ${actor}`),
    [
      "canned_reply_written editor@shop.example",
      "canned_reply_deleted editor@shop.example",
      "canned_reply_written editor@shop.example",
      "canned_reply_written editor@shop.example",
    ],
  );
});

test("a name of two words and a variable that nothing fills in are refused in plain words", async (t) => {
  const { call } = await startAdminServer(t);
  const refusals: [object, RegExp][] = [
    [{ name: "refund late" }, /one word, without spaces/],
    [{ name: "a/b" }, /one word/],
    [{ text: "Order {{order.nubmer}}" }, /\{\{order\.nubmer\}\}.*\{\{order\.number\}\}/],
  ];
  for (const [wrong, words] of refusals) {
    const response = await call("editor", `POST ${all}`, { body: { ...hours, ...wrong } });
    assert.equal(response.status, 400);
    assert.match((await json(response)).detail, words);
  }
  for (const text of ["", " ", "x".repeat(cannedLimits.textLength + 1)]) {
    const response = await call("editor", `POST ${all}`, { body: { ...hours, text } });
    assert.equal(response.status, 400);
  }
  await call("editor", `POST ${all}`, { body: hours });
  const twice = await call("editor", `POST ${all}`, { body: { ...hours, name: "HOURS" } });
  assert.deepEqual([twice.status, (await json(twice)).code], [409, "name_taken"]);
  const zh = await call("editor", `POST ${all}`, { body: { ...hours, locale: "zh" } });
  assert.equal(zh.status, 201);
});

test("a bot has so many of them, and they go with it", async (t) => {
  const { call, run, store } = await startAdminServer(t);
  await run(
    `insert into canned_replies (bot_id, reply_id, name, locale, text, updated_by)
     select '${bot.id}', 'r' || n, 'n' || n, 'en', 'text', 'test'
     from generate_series(1, ${cannedLimits.replies}) as n`,
  );
  const full = await call("editor", `POST ${all}`, { body: hours });
  assert.deepEqual([full.status, (await json(full)).code], [409, "too_many"]);
  await store.bots.delete(bot.id);
  assert.deepEqual(await run("select * from canned_replies"), []);
});

test("an agent and a viewer use replies and write none", async (t) => {
  const { call } = await startAdminServer(t);
  for (const role of ["agent", "viewer"] as const) {
    assert.equal((await call(role, `GET ${all}`)).status, 200);
    for (const route of [`POST ${all}`, `PUT ${all}/some`, `DELETE ${all}/some?version=1`]) {
      const response = await call(role, route, route.startsWith("D") ? {} : { body: hours });
      assert.equal(response.status, 403, `${role} ${route}`);
    }
  }
});
