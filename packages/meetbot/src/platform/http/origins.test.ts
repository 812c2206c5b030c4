import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { refused } from "../../../test/fixtures/probes.ts";
import { startTestServer } from "../../server/server.fixture.ts";
import { bot } from "../../store/store.fixture.ts";

/** Sends a page's request to a server of its own, and counts the log lines for the operator. */
async function tryPage(t: TestContext) {
  const { url, logged } = await startTestServer(t);
  const open = (headers: Record<string, string>) =>
    fetch(`${url}/chat/${bot.id}/conversations`, { method: "POST", headers });
  const told = () => logged.filter((line) => line.includes("MEETBOT_PUBLIC_URL")).length;

  return { url, open, logged, told };
}

test("where the server's own page may not chat, the operator reads once in the log what is missing", async (t) => {
  const { url, open, told } = await tryPage(t);
  await refused(await open({ origin: "https://evil.example" }), 403, "origin_not_allowed");
  assert.equal(told(), 0);
  for (let time = 0; time < 3; time++) {
    await refused(await open({ origin: url }), 403, "origin_not_allowed");
    assert.equal(told(), 1);
  }
});

test("a proxy may have changed the host: the browser knows that the page is the server's own", async (t) => {
  const { open, logged, told } = await tryPage(t);
  const proxied = { origin: "https://chat.example", "sec-fetch-site": "same-origin" };
  await refused(await open(proxied), 403, "origin_not_allowed");
  assert.equal(told(), 1);
  assert.doesNotMatch(logged.join(), /chat\.example/);
});

test("what is asked without a page is not handed to a page by a cache", async (t) => {
  const { url } = await startTestServer(t);
  const look = await fetch(`${url}/chat/${bot.id}/look`);
  assert.equal(look.status, 200);
  assert.match(look.headers.get("vary") ?? "", /\borigin\b/i);
});

test("the developer of a page that may not chat reads what to add, and where", async (t) => {
  const { url } = await startTestServer(t);
  const look = async (origin: string) => {
    const answer = await fetch(`${url}/chat/${bot.id}/look`, { headers: { origin } });
    assert.equal(answer.headers.get("access-control-allow-origin"), "*");
    return ((await answer.json()) as { error: { message: string } }).error.message;
  };
  const said = await look("http://127.0.0.1:5180");
  assert.ok(said.includes(`/console/bots/${bot.id}/channels`), said);
  assert.ok(said.includes(`bot set ${bot.id} --origins http://127.0.0.1:5180 `), said);
  assert.match(await look("null"), /Open the page over http or https/);
  assert.doesNotMatch(await look("https://shop.example/'); alert(1)"), /alert/);
});
