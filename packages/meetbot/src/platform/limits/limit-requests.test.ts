import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import { limitRequests } from "./limit-requests.ts";

test("a request too many is told to come back, and the next one is taken when one is done", async () => {
  let turnedAway = 0;
  const done = Promise.withResolvers<void>();
  const app = new Hono();
  app.use(
    limitRequests(
      { strangerOf: () => null, onTurnedAway: () => (turnedAway += 1) },
      { max: 2, maxOfOne: 1 },
    ),
  );
  app.get("/wait", (c) => done.promise.then(() => c.text("done")));
  app.get("/fail", () => Promise.reject(new Error("a fault")));
  app.onError((_, c) => c.text("failed", 500));

  assert.equal((await app.request("/fail")).status, 500);
  const waiting = [app.request("/wait"), app.request("/wait")];
  const tooMany = await app.request("/wait");
  assert.equal(tooMany.status, 503);
  assert.match(tooMany.headers.get("retry-after") ?? "", /^\d+$/);
  assert.partialDeepStrictEqual(await tooMany.json(), { error: { code: "busy" } });
  assert.equal(turnedAway, 1);

  done.resolve();
  for (const response of await Promise.all(waiting)) assert.equal(response.status, 200);
  assert.equal((await app.request("/wait")).status, 200);
});
