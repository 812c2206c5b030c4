import assert from "node:assert/strict";
import { test } from "node:test";
import { startAdminServer } from "../../../server/admin-api/call-admin.fixture.ts";
import { bot } from "../../../store/store.fixture.ts";
import { mailbox, startMailedDesk } from "../sync/mailed-desk.fixture.ts";

test("a mailbox is set, tested, switched off and taken away, and nothing tells its address again", async (t) => {
  const desk = await startMailedDesk(t);
  const { tell, store, logged } = desk;
  const { bridge, has_links: hasLinks, has_mail: hasMail } = await tell("viewer", "GET /bridge");
  assert.deepEqual([hasLinks, hasMail], [true, true]);
  assert.partialDeepStrictEqual(bridge, {
    ...{ kind: "email", shown: "h…@shop.example", enabled: true, hears: false },
    ...{ with_numbers: false, locale: "en", behind: 0, problem: null },
  });
  const failed = await tell("editor", "POST /bridge/test");
  assert.equal(failed.done, false);
  assert.match(failed.problem, /mail server did not take the mail/);
  const { mails } = await desk.startMails();
  assert.deepEqual(await tell("editor", "POST /bridge/test"), { done: true, problem: null });
  assert.deepEqual(mails[0]?.recipients, [mailbox]);
  const off = await tell("editor", "PUT /bridge", { enabled: false });
  assert.deepEqual([off.bridge.enabled, off.hook_url], [false, null]);
  const numbers = await tell("owner", "PUT /bridge", { with_numbers: true, locale: "zh" });
  assert.partialDeepStrictEqual(numbers.bridge, { enabled: false, with_numbers: true });
  assert.equal(await tell("editor", "DELETE /bridge"), null);
  assert.equal((await tell("viewer", "GET /bridge")).bridge, null);
  const seen = JSON.stringify([await store.bots.auditOf(bot.id, 9), logged]);
  assert(!seen.includes(mailbox));
  const actions = (await store.bots.auditOf(bot.id, 9)).map(({ action }) => action);
  assert.deepEqual(actions.slice(0, 3), ["bridge_removed", "bridge_changed", "bridge_changed"]);
});

test("where customers' words go is an owner's to say; a viewer looks", async (t) => {
  const { call } = await startAdminServer(t);
  const codeOf = async (...asked: Parameters<typeof call>) => {
    const response = await call(...asked);
    return [
      response.status,
      response.ok ? null : ((await response.json()) as { code: string }).code,
    ];
  };
  const body = { kind: "email", fields: { email: mailbox } };
  assert.deepEqual(await codeOf("editor", "PUT /bridge", { body }), [403, "role_too_low"]);
  assert.deepEqual(await codeOf("owner", "PUT /bridge", { body }), [200, null]);
  for (const change of [{ fields: {} }, { with_numbers: true }, { new_address: true }]) {
    const refused = await codeOf("editor", "PUT /bridge", { body: change });
    assert.deepEqual(refused, [403, "role_too_low"], JSON.stringify(change));
  }
  for (const route of ["PUT /bridge", "DELETE /bridge", "POST /bridge/test"]) {
    const body = route.startsWith("PUT") ? { enabled: false } : undefined;
    assert.equal((await call("viewer", route, body && { body })).status, 403, route);
  }
});

test("what no desk asks for is refused by its field, and there is none without a kind", async (t) => {
  const { call } = await startAdminServer(t);
  const ask = async (body: object) => {
    const response = await call("owner", "PUT /bridge", { body });
    return [
      response.status,
      (await response.json()) as { code: string; errors?: object[] },
    ] as const;
  };
  const [status, said] = await ask({ kind: "email", fields: { email: "a b@x" } });
  assert.deepEqual([status, said.code], [422, "invalid_field"]);
  assert.deepEqual(said.errors, [{ pointer: "/fields/email", message: "invalid_email" }]);
  assert.equal((await ask({ enabled: true }))[0], 400);
  assert.equal((await ask({ kind: "pigeon", fields: {} }))[0], 400);
  const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`f${"a".repeat(n)}`, "x"]));
  assert.equal((await ask({ kind: "email", fields: many }))[0], 400);
});

test("at the door of desks nobody speaks who does not know its address, and no mailbox ever does", async (t) => {
  const { url, call, store, run, logged } = await startAdminServer(t);
  const body = { kind: "email", fields: { email: mailbox } };
  assert.equal((await call("owner", "PUT /bridge", { body })).status, 200);
  const knock = async (path: string, sent = "{}") => {
    const response = await fetch(`${url}/bridges/${path}`, { method: "POST", body: sent });
    const { error } = (await response.json()) as { error: { code: string } };
    return [response.status, error.code];
  };
  assert.deepEqual(await knock(`${bot.id}/guessed`), [404, "no_such_desk"]);
  assert.deepEqual(await knock("bot_2/guessed"), [404, "no_such_desk"]);
  assert.deepEqual(await knock("%00/guessed"), [404, "no_such_desk"]);
  await store.bridges.settings.set(bot.id, {
    ...{ kind: "email", shown: "x", secrets: { email: mailbox }, locale: "en", isOn: true },
    ...{ withNumbers: false, hookToken: "known" },
  });
  assert.deepEqual(await knock(`${bot.id}/known`), [404, "no_such_desk"]);
  const long = "x".repeat(257 * 1024);
  assert.deepEqual(await knock(`${bot.id}/known`, long), [413, "body_too_large"]);
  await run("update bridges set is_on = false");
  assert.deepEqual(await knock(`${bot.id}/known`), [404, "no_such_desk"]);
  assert(!logged.join("").includes("known"));
});
