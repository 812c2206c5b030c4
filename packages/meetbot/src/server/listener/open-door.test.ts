import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import { openListener } from "./open-listener.ts";

const address = { host: "127.0.0.1", port: 0 };

test("a node lives and is not ready, before its routes are there and when it leaves", async (t) => {
  const door = await openListener(address);
  t.after(door.close);
  const url = `http://127.0.0.1:${door.port}`;
  const routes = new Hono().all("*", (c) => c.text("a route"));

  for (const change of [null, door.leave]) {
    change?.();
    const alive = await fetch(`${url}/healthz`);
    assert.deepEqual([alive.status, await alive.json()], [200, { alive: true }]);
    for (const path of ["/readyz", "/chat/bot_1/conversations", "/api/v1/me"]) {
      const response = await fetch(url + path, { method: path === "/readyz" ? "GET" : "POST" });
      assert.equal(response.status, 503, path);
      assert.match(response.headers.get("retry-after") ?? "", /^\d+$/);
      assert.equal(response.headers.get("connection"), "close");
      assert.partialDeepStrictEqual(await response.json(), { error: { code: "not_ready" } });
    }
    if (change) return;
    door.open(routes);
    assert.equal(await (await fetch(`${url}/readyz`)).text(), "a route");
  }
});

test("an answer that is on its way is given before the door closes", async () => {
  const door = await openListener(address);
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  door.open(
    new Hono().get("/", async (c) => {
      asked.resolve();
      await answer.promise;
      return c.text("here it is");
    }),
  );
  const url = `http://127.0.0.1:${door.port}/`;
  const response = fetch(url);
  await asked.promise;
  door.leave();
  const closed = door.close();
  answer.resolve();
  assert.equal(await (await response).text(), "here it is");
  await closed;
  await assert.rejects(fetch(url));
});
