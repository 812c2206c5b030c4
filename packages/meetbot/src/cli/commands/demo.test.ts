import assert from "node:assert/strict";
import { after, test } from "node:test";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { openGuest } from "../../../test/fixtures/guest.ts";
import { createMachine } from "../../../test/fixtures/machine.ts";
import { openLink } from "../../../test/fixtures/open-link.ts";
import { lookUpsOf, startOwnShop } from "../../../test/fixtures/own-shop.ts";
import { startGraphSimulator } from "../../graph-simulator/start-graph-simulator.ts";
import { placeDemo } from "../demo/demo-place.ts";

const machine = createMachine({ after });
// Nothing is opened for it: it opens its own shop by itself.
const demo = await machine.start(["demo", "--no-samples", "--json", "--port", "0"], {
  MEETBOT_OUTBOUND_ALLOW: "",
});
const { url, bot_id, merchant_url, demo_url, guest_url, console_url } = JSON.parse(
  demo.printed.stdout,
);
const shopUrl = new URL(merchant_url).origin;

/** Opens a page and follows nothing. */
const open = (address: string, headers: Record<string, string> = {}) =>
  fetch(address, { headers, redirect: "manual" });

/** The tag of the chat on the page that a link leads to. */
async function findTag(link: string): Promise<string> {
  const sent = await open(link);
  assert.equal(sent.status, 303);
  const cookie = sent.headers.get("set-cookie")?.split(";")[0] ?? "";
  const page = await open(new URL(sent.headers.get("location") ?? "", link).href, { cookie });
  return /<script async.*?><\/script>/.exec(await page.text())?.[0] ?? "";
}

test("the ready line tells where the shop is, signed in and as a guest", () => {
  assert.equal(demo_url, `${url}/demo`);
  assert.equal(guest_url, `${shopUrl}/demo/visit?as=guest`);
});

test("the bot is shown on Messenger where that is asked for, and nothing of it stays", async () => {
  assert.equal("messenger_url" in JSON.parse(demo.printed.stdout), false);
  assert.equal((await open(`${demo_url}/messenger`)).status, 404);

  const other = createMachine({ after });
  const args = ["demo", "--messenger", "--no-samples", "--json", "--port", "0"];
  const status = async () => {
    const told = await other.run(["channel", "messenger", "status", "--bot", bot_id, "--json"]);
    return told.code === 0 ? JSON.parse(told.stdout).page_id : told.code;
  };
  const started = await other.start(args);
  const ready = JSON.parse(started.printed.stdout);
  assert.equal(ready.messenger_url, `${ready.url}/demo/messenger`);
  const page = await open(ready.messenger_url);
  assert.match(page.headers.get("content-security-policy") ?? "", /^default-src 'none'; .*trusted/);
  assert.equal(await status(), "100200300400500");
  await started.stop();
  assert.equal(await status(), 1);

  // One that was killed leaves its page: the next demo takes it away before anything is sent.
  await (await other.start(args)).kill();
  const next = await other.start(["demo", "--no-samples", "--json", "--port", "0"]);
  assert.equal(await status(), 1);
  await next.stop();
});

test("the demo keeps away from a page that the operator has connected", async () => {
  const graph = await startGraphSimulator({
    app: { id: "100", secret: "an app secret" },
    pages: [{ id: "7", name: "A page", token: "a token" }],
  });
  after(() => graph.close());
  const other = createMachine({ after });
  await (await other.start(["demo", "--no-samples", "--json", "--port", "0"])).stop();
  const secrets = ["--page-token", "-", "--app-secret", "-", "--verify-token", "-"];
  const connect = [
    "channel",
    "messenger",
    "connect",
    "--bot",
    bot_id,
    "--page-id",
    "7",
    ...secrets,
  ];
  const env = { MEETBOT_GRAPH_URL: graph.url };
  const input = "a token\nan app secret\na verify token\n";
  assert.equal((await other.run(connect, { env, input })).code, 0);
  const { code, stderr } = await other.run(["demo", "--messenger", "--port", "0"]);
  assert.equal(code, 1);
  assert.match(stderr, /speaks through the page 7.*disconnect/);
});

test("the console's link signs in once, as an administrator who sees the demo's bot", async () => {
  const cookie = await openLink(console_url);
  const { origin } = new URL(console_url);
  const bots = await fetch(`${origin}/api/v1/bots`, { headers: { cookie } });
  const { data } = (await bots.json()) as { data: { bot_id: string; role: string }[] };
  assert.deepEqual(
    data.map(({ bot_id, role }) => [bot_id, role]),
    [[bot_id, "owner"]],
  );
  await assert.rejects(openLink(console_url), /404/);
});

test("/demo leads into the shop as a shopper whom the bot believes", async () => {
  const sent = await open(demo_url);
  assert.equal(sent.status, 303);
  const link = sent.headers.get("location") ?? "";
  assert.equal(link, `${shopUrl}/demo/visit?as=yilia@meetbot.biz`);

  const tag = await findTag(link);
  assert.ok(tag.includes(`src="${url}/widget/loader.js"`), tag);
  assert.ok(tag.includes(`data-bot="${bot_id}"`), tag);
  const identity = /data-identity="(.+?)"/.exec(tag)?.[1];
  const opened = await fetch(`${url}/chat/${bot_id}/conversations`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: shopUrl },
    body: JSON.stringify({ identity }),
  });
  assert.equal(opened.status, 201);
});

test("a guest's page has the chat without an identity", async () => {
  const tag = await findTag(guest_url);
  assert.ok(tag.includes(`data-bot="${bot_id}"`), tag);
  assert.doesNotMatch(tag, /data-identity/);
});

test("pages of the shop may chat by both of its names, and the mailbox is still below /demo", async () => {
  const look = `${url}/chat/${bot_id}/look`;
  const { port } = new URL(shopUrl);
  for (const origin of [shopUrl, `http://localhost:${port}`]) {
    const { status, headers } = await open(look, { origin });
    assert.deepEqual([status, headers.get("access-control-allow-origin")], [200, origin]);
  }
  assert.equal((await open(look, { origin: "http://127.0.0.1:9" })).status, 403);
  assert.equal((await open(`${demo_url}/mailbox`)).status, 200);
});

test("a demo that stopped leaves the bot's origins as they were", async () => {
  const other = createMachine({ after });
  const set = ["bot", "set", bot_id, "--origins", "https://own.example.com"];
  await (await other.start(["demo", "--json", "--port", "0"])).stop();
  assert.equal((await other.run(set)).code, 0);
  const again = await other.start(["demo", "--json", "--port", "0"]);
  const show = async () =>
    JSON.parse((await other.run(["bot", "show", bot_id, "--json"])).stdout).origins;
  const during = await show();
  assert.equal(during.length, 3);
  assert.ok(during.includes("https://own.example.com"));
  await again.stop();
  assert.deepEqual(await show(), ["https://own.example.com"]);
});

test("the bot asks the demo's own shop, and nothing else on this machine", async (t) => {
  const guest = await openGuest(url, bot_id);
  t.after(guest.leave);
  const question = "where is my order? my email is yilia@meetbot.biz";
  const answers = await guest.say(question, 2);
  assert(answers.some(({ kind }) => kind === "orders"));

  const { endpoint, asked } = await startOwnShop({ after }, lookUpsOf([]));
  const set = ["bot", "set", bot_id, "--endpoint", endpoint];
  assert.equal((await machine.run(set)).code, 0);
  const deliveries = async () => {
    const shown = await machine.run(["bot", "deliveries", bot_id, "--last", "1", "--json"]);
    return JSON.parse(shown.stdout).outcome;
  };
  await eventually(15_000, async () => {
    const other = await openGuest(url, bot_id);
    t.after(other.leave);
    await other.say(question, 1);
    assert.equal(await deliveries(), "address_refused");
  });
  assert.equal(asked.length, 0);
});

test("a demo that others may open says so, is called by one address that works, and ends with what to open", async (t) => {
  const other = createMachine(t);
  const args = ["demo", "--no-samples", "--port", "0"];
  const { printed } = await other.start(args, { MEETBOT_HOST: "0.0.0.0" });
  await eventually(15_000, async () => assert.match(printed.stdout, /\n {2}Demo shop {2}http/));
  assert.match(printed.stdout, /Everybody in this network can open the demo/);
  const told = printed.stdout.match(/http:\/\/\S+/g)!.map((link) => new URL(link));
  assert(told.length > 5);
  const { linkHost } = placeDemo("0.0.0.0");
  assert.deepEqual([...new Set(told.map(({ hostname }) => hostname))], [linkHost]);
  const lines = printed.stdout.trimEnd().split("\n");
  assert(lines.length < 24, printed.stdout);
  assert.match(lines.at(-1)!, /^ {2}Demo shop/);

  const shop = await open(told.at(-1)!.href);
  const visit = new URL(shop.headers.get("location") ?? "");
  assert.equal(visit.hostname, linkHost);
  assert.ok((await findTag(visit.href)).includes(`src="${told.at(-1)!.origin}/widget/loader.js"`));
});

test("a second demo on the same data is refused, and the first one goes on", async () => {
  const { code, stderr } = await machine.run(["demo", "--no-samples", "--port", "0"]);
  assert.equal(code, 1);
  assert.match(stderr, /A demo runs on .* already.*--data <folder>/);
  assert.equal((await open(demo_url)).status, 303);
});
