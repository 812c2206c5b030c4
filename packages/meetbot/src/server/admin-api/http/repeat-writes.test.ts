import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { type TestContext, test } from "node:test";
import { z } from "@hono/zod-openapi";
import { adminRoute, jsonAnswer, jsonBody } from "@meetbot/admin-api/contract/shape/admin-route.ts";
import { openTestStore } from "../../../store/store.fixture.ts";
import { createSignIn } from "../../sign-in/create-sign-in.ts";
import { createAdminApp } from "./admin-app.ts";
import { ApiError, describeProblem } from "./api-error.ts";

const adminToken = "t".repeat(32);

/** An admin API with one write, which counts how often it was done. */
async function startWrites(t: TestContext, write: (n: number) => Promise<void> = async () => {}) {
  const { store, run } = await openTestStore(t);
  const ownOrigins = ["http://localhost:1"];
  const signIn = createSignIn({ ...store, ownOrigins, isSecure: false });
  const { app, mount } = createAdminApp({
    ...store,
    signIn,
    adminToken,
    ownOrigins,
    takeBody: (_, next) => next(),
  });
  let done = 0;
  const route = adminRoute(
    { role: "administrator", scope: "bots:write" },
    {
      method: "post",
      path: "/things",
      "x-meetbot-personal": "none",
      request: { body: jsonBody(z.object({ name: z.string() })) },
      responses: { 201: jsonAnswer(z.object({ n: z.number(), name: z.string() }), "Made.") },
    },
  );
  mount(route, async (c) => {
    done += 1;
    const n = done;
    await write(n);
    return c.json({ n, name: c.req.valid("json").name }, 201);
  });
  app.onError((error, c) =>
    describeProblem(
      c,
      error instanceof ApiError ? error : new ApiError(500, "internal", "Failed."),
    ),
  );
  const post = async (name: string, key?: string) => {
    const response = await app.request("/things", {
      method: "POST",
      headers: {
        Authorization: `Bearer ${adminToken}`,
        "Content-Type": "application/json",
        ...(key && { "Idempotency-Key": key }),
      },
      body: JSON.stringify({ name }),
    });
    const said = (await response.json()) as { n?: number; code?: string };
    return { status: response.status, said, replayed: response.headers.get("idempotent-replayed") };
  };
  return { post, run, done: () => done };
}

test("a write that is sent again with its key is done once, and answered the same", async (t) => {
  const { post, done } = await startWrites(t);
  const key = randomUUID();
  const first = await post("one", key);
  const again = await post("one", key);
  assert.deepEqual([first.status, first.said], [201, { n: 1, name: "one" }]);
  assert.deepEqual([again.status, again.said, again.replayed], [201, first.said, "true"]);
  assert.equal(done(), 1);
  assert.equal((await post("one")).said.n, 2);
});

test("a key that stood for another request is refused", async (t) => {
  const { post, done } = await startWrites(t);
  const key = randomUUID();
  await post("one", key);
  const other = await post("two", key);
  assert.deepEqual([other.status, other.said.code], [422, "idempotency_key_reused"]);
  assert.equal(done(), 1);
});

test("of a write that is sent twice at the same moment one is done, and the other told to wait", async (t) => {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const { post, done } = await startWrites(t, () => {
    begin();
    return finished;
  });
  const key = randomUUID();
  const first = post("one", key);
  await begun;
  const meanwhile = await post("one", key);
  assert.deepEqual([meanwhile.status, meanwhile.said.code], [409, "write_in_progress"]);
  finish();
  assert.equal((await first).status, 201);
  assert.equal((await post("one", key)).replayed, "true");
  assert.equal(done(), 1);
});

test("a write that failed may be sent again with the same key", async (t) => {
  const { post } = await startWrites(t, async (n) => {
    if (n === 1) throw new Error("The disk is full.");
  });
  const key = randomUUID();
  assert.equal((await post("one", key)).status, 500);
  assert.deepEqual((await post("one", key)).said, { n: 2, name: "one" });
});

test("what was answered lies sealed in the database", async (t) => {
  const { post, run } = await startWrites(t);
  await post("a secret", randomUUID());
  const [{ sealed }] = await run("select sealed from idempotency_keys");
  assert(!sealed.includes("a secret"));
});

test("a key that no header should hold is refused", async (t) => {
  const { post, done } = await startWrites(t);
  for (const key of ["with a space", "k".repeat(129)]) {
    const { status, said } = await post("one", key);
    assert.deepEqual([status, said.code], [400, "invalid_idempotency_key"]);
  }
  assert.equal(done(), 0);
});
