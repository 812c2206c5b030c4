import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { after, test } from "node:test";
import { yiliaChen } from "../../../examples/demo-store/src/seed/shoppers/yilia-chen.ts";
import { post, readUntil, type WireMessage } from "./fixtures/conversation.ts";
import { eventually } from "./fixtures/eventually.ts";
import { follower, openGuest } from "./fixtures/guest.ts";
import { createMachine } from "./fixtures/machine.ts";
import { withoutStage } from "./fixtures/without-stage.ts";

// The whole of it as a stranger meets it: `meetbot demo`, its shop and its database are processes of
// their own, and everything goes over HTTP.

const question = "where is my order? my email is yilia@meetbot.biz";
const botId = "bot_demo";

/** A change of a bot's settings is followed within seconds; a busy machine may take longer. */
const followsWithinMs = 60_000;

const machine = createMachine({ after });
const demo = await machine.start(["demo", "--no-samples", "--json", "--port", "0"]);

/** As the shop lists them: newest first. The seed files keep that order. */
const openOrders = yiliaChen.orders.filter(({ status }) =>
  ["processing", "shipped"].includes(status),
);
/** An order of 12 characters with two packages. */
const shipped = openOrders.find(({ packages }) => packages?.length === 2)!;

test("the demo prints one JSON line when it is ready", async () => {
  const [line = "", ...others] = demo.printed.stdout.trimEnd().split("\n");
  assert.deepEqual(others, []);
  const { ready, url, bot_id, merchant_url } = JSON.parse(line);
  assert.deepEqual([ready, url, bot_id], [true, demo.url, botId]);
  assert.equal((await fetch(merchant_url, { method: "POST" })).status, 401);
});

test("a guest meets the ladder, gives an order number, and gets the order and its packages", async () => {
  const guest = await openGuest(demo.url, botId);

  const [heading, list] = await guest.say(question, 2);
  assert.match(heading?.text ?? "", /3 or more.*Send me an order number/);
  assert.deepEqual(
    list?.orders?.map((order) => Object.keys(withoutStage(order)).sort()),
    Array(3).fill(["order_number", "placed_month", "status"]),
  );
  assert.deepEqual(
    list?.orders?.map((order) => order.order_number),
    // The second is letters and then digits, as numbers are that count up: it is masked whole.
    ["····5W56", "····", "····9878"],
  );

  const [, card] = await guest.say(shipped.number, 2);
  const [order] = card?.orders ?? [];
  assert.equal(order?.order_number, shipped.number);
  assert.equal(order?.elements?.length, Object.keys(shipped.lines).length);
  assert.deepEqual(Object.keys(withoutStage(order ?? {})).sort(), [
    "adjustments",
    "currency",
    "elements",
    "order_number",
    "parcel",
    "status",
    "status_code",
    "summary",
    "timestamp",
  ]);

  const [, packages] = await guest.tap("Where is it?", 2);
  assert.deepEqual(
    packages?.packages?.map((pkg) => [pkg.order_number, pkg.tracking_number]),
    shipped.packages?.map((pkg) => [shipped.number, pkg.trackingNumber]),
  );
});

test("no number that is masked, and no action, hides in what leaves the server", async () => {
  const guest = await openGuest(demo.url, botId);
  await guest.say(question, 2);
  const seen = JSON.stringify(guest.heard);
  for (const { number } of yiliaChen.orders.filter(({ number }) => number.length > 4)) {
    assert(!seen.includes(number), `${number} is on the wire`);
  }
  for (const person of [yiliaChen.name, ...Object.values(yiliaChen.addresses)]) {
    const secret = typeof person === "string" ? person : person.street1;
    assert(!seen.includes(secret), "a name or an address is on the wire");
  }
});

test("under the policy off, set beside the running server, a new guest sees everything and pages on", async (t) => {
  const machine = createMachine(t);
  const { url } = await machine.start(["demo", "--json", "--port", "0"]);
  const set = await machine.run(["bot", "set", botId, "--policy", "off", "--json"]);
  assert.equal(set.code, 0, set.stderr);
  assert.equal(JSON.parse(set.stdout).policy, "off");
  assert.match(set.stderr, /anyone who types an email/);

  const { guest, list } = await eventually(followsWithinMs, async () => {
    const guest = await openGuest(url, botId);
    const [, list] = await guest.say(question, 2);
    assert(list?.orders?.[0]?.recipient_name, "the policy is not followed yet");
    return { guest, list };
  });
  const [more] = await guest.tap("More", 1);
  assert.deepEqual(
    [...(list.orders ?? []), ...(more?.orders ?? [])].map((order) => order.order_number),
    openOrders.map(({ number }) => number),
  );
  for (const order of list.orders ?? []) {
    assert(order.address?.street_1 && order.payment_method && order.order_url);
  }
});

test("a stream with Last-Event-ID gives exactly what follows", async () => {
  const guest = await openGuest(demo.url, botId);
  await guest.say(question, 2);
  await guest.say("help", 1);
  const whole = guest.heard;
  const last = whole.at(-1)!.seq;
  for (const { seq } of whole.slice(0, -1)) {
    const rest = await readUntil(guest.seat, (message) => message.seq === last, String(seq));
    assert.deepEqual(rest, whole.slice(whole.findIndex((message) => message.seq === seq) + 1));
  }
});

test("the same message id again changes nothing", async () => {
  const guest = await openGuest(demo.url, botId);
  const id = crypto.randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => post(guest.seat, { text: "help" }, id)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [202, 202, 202],
  );
  await guest.replies(1);
  assert.equal((await post(guest.seat, { text: "thanks" }, id.toUpperCase())).status, 202);
  await guest.say("cancel", 1);
  const said = guest.heard.flatMap((one) => (one.from === "customer" ? [[one.id, one.text]] : []));
  assert.deepEqual(said.slice(0, -1), [[id, "help"]]);
  assert.deepEqual(
    guest.heard.map(({ from }) => from),
    ["bot", "customer", "bot", "customer", "bot"],
  );
});

test("two streams of one conversation see the same sequence", async () => {
  const guest = await openGuest(demo.url, botId);
  const beside = await follower(guest.seat);
  await guest.say(question, 2);
  await guest.say("cancel", 1);
  await beside.replies(3);
  assert.deepEqual(beside.heard, guest.heard);
  assert.deepEqual(
    guest.heard.map(({ seq }) => seq),
    guest.heard.map(({ seq }) => seq).toSorted((a, b) => a - b),
  );
});

test("the second start keeps the bot, the conversations and their tokens", async (t) => {
  const machine = createMachine(t);
  const first = await machine.start(["demo", "--json", "--port", "0"]);
  const guest = await openGuest(first.url, botId);
  await guest.say(question, 2);
  const named = await machine.run(["bot", "set", botId, "--name", "Lantern Street"]);
  assert.equal(named.code, 0, named.stderr);
  assert.equal(await first.stop(), 0);

  const second = await machine.start(["demo", "--json", "--port", "0"]);
  const seat = { ...guest.seat, base: `${second.url}/chat/${botId}` };
  const returned = await follower(seat, 3);
  assert.deepEqual(returned.heard, guest.heard);
  const [, card] = await returned.say(shipped.number, 2);
  assert.equal(card?.orders?.[0]?.order_number, shipped.number);
  const [welcome] = (await openGuest(second.url, botId)).heard;
  assert.match(textOf(welcome!), /Lantern Street/);
});

test("a port that is taken is said, and the next is tried", async (t) => {
  const blocker = createServer().listen(0, "127.0.0.1");
  t.after(() => void blocker.close());
  await once(blocker, "listening");
  const { port } = blocker.address() as AddressInfo;

  const machine = createMachine(t);
  const demo = await machine.start(["demo", "--port", String(port)]);
  assert.match(demo.printed.stdout, new RegExp(`Port ${port} is taken; trying ${port + 1}\\.`));
  assert(Number(new URL(demo.url).port) > port);
  assert.equal((await fetch(`${demo.url}/healthz`)).status, 200);
});

test("a process that watches over Meetbot can ask how it is", async () => {
  const [health, readiness, metrics] = await Promise.all(
    ["/healthz", "/readyz", "/metrics"].map((path) => fetch(demo.url + path)),
  );
  assert.deepEqual([health?.status, await health?.json()], [200, { alive: true }]);
  assert.deepEqual([readiness?.status, await readiness?.json()], [200, { ready: true }]);
  const guest = await openGuest(demo.url, botId);
  await guest.say(question, 2);
  await guest.say(question, 2);
  const text = await (await fetch(`${demo.url}/metrics`)).text();
  assert.equal(metrics?.status, 200);
  assert.match(text, /^meetbot_turn_seconds_count [1-9]/m);
  assert.match(text, /^meetbot_deliveries_total\{method="orders",outcome="answered"\} [1-9]/m);
  assert.match(text, /^meetbot_turn_outcomes_total\{outcome="answered"\} [1-9]/m);
  assert.match(text, /^meetbot_asked_again_total [1-9]/m);
  assert.match(text, /^meetbot_open_streams [1-9]/m);
  assert.doesNotMatch(text, /yilia|bot_demo/);
});

function textOf(message: WireMessage): string {
  return message.from === "customer" ? message.text : (message.reply.text ?? "");
}
