import assert from "node:assert/strict";
import { test } from "node:test";
import { refused } from "../../test/fixtures/probes.ts";
import { bot } from "../store/store.fixture.ts";
import { startTestServer } from "./server.fixture.ts";

test("where the server's own page may not chat, the operator reads in the log what is missing", async (t) => {
  const { url, logged } = await startTestServer(t);
  const open = (headers: Record<string, string>) =>
    fetch(`${url}/chat/${bot.id}/conversations`, { method: "POST", headers });
  const told = () => logged.filter((line) => line.includes("MEETBOT_PUBLIC_URL")).length;

  await refused(await open({ origin: "https://evil.example" }), 403, "origin_not_allowed");
  assert.equal(told(), 0);
  await refused(await open({ origin: url }), 403, "origin_not_allowed");
  assert.equal(told(), 1);
  // A proxy may have changed the host; the browser knows that the page is the server's own.
  const proxied = { origin: "https://chat.example", "sec-fetch-site": "same-origin" };
  await refused(await open(proxied), 403, "origin_not_allowed");
  assert.equal(told(), 2);
  assert.doesNotMatch(logged.join(), /chat\.example|evil\.example/);
});
