import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { type TestContext, test } from "node:test";
import type { BridgeSecrets, DeskPlace } from "@meetbot/model/bridge/bridge.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { BridgeMeans, DeskOpening } from "../form/bridge.ts";
import { chatwoot } from "../kinds/chatwoot.ts";
import { startChatwoot } from "./chatwoot-desk.fixture.ts";
import { deskKeys } from "./desk-state.fixture.ts";

const agent = createMerchantAgent(
  createEndpointGuard({ allow: () => parseAllowList(["127.0.0.1"]), ownPort: 0 }),
);
const means: BridgeMeans = { agent, mailer: null, now: Date.now };

const opening: DeskOpening = {
  bot: { id: "bot_1", name: "Peter & Sons" },
  conversationId: "conversation_1",
  channel: "web",
  locale: "de",
  deskLocale: "en",
  email: null,
  url: "https://bots.example/console/bots/bot_1/conversations/conversation_1",
};

const words = (text: string, id: string = randomUUID()) => ({ id, text });

async function openDesk(t: TestContext, given: Partial<typeof deskKeys> = {}) {
  const desk = await startChatwoot(t);
  const read = chatwoot.read({ url: desk.url, ...deskKeys, ...given }, true);
  assert("secrets" in read);
  const { secrets } = read;
  const open = async (from = opening): Promise<DeskPlace> => {
    const opened = await chatwoot.open(from, secrets, means);
    assert(opened.kind === "done", JSON.stringify(opened));
    return opened.place;
  };
  return { desk, secrets, open };
}

const numberOf = (place: DeskPlace) => Number(place.conversation);

const done = { kind: "done" };

test("a contact nobody can guess gets a conversation, with the words in order and notes for the desk's people alone", async (t) => {
  const { desk, secrets, open } = await openDesk(t);
  const place = await open();
  assert.deepEqual(
    await chatwoot.note(place, words("Asked: order ****1234"), secrets, means),
    done,
  );
  for (const text of ["Where is it?", "Hello?"]) {
    assert.deepEqual(await chatwoot.say(place, words(text), secrets, means), done);
  }
  assert.deepEqual(desk.read(numberOf(place)), [
    "note: Asked: order ****1234",
    "customer: Where is it?",
    "customer: Hello?",
  ]);
  const [contact] = desk.state.contacts;
  assert.match(contact!.identifier!, /^meetbot-[0-9a-f]{40}$/);
  assert.match(contact!.name, /^Peter & Sons [0-9a-f]{6}$/);
  assert.equal(contact!.email, null);
  const { custom_attributes: attributes } = desk.state.conversations.get(numberOf(place))!;
  assert.equal(attributes.meetbot_url, opening.url);
});

test("a proved email joins the contact that the desk knows by it, and none is sent where nothing is proved", async (t) => {
  const { desk, open } = await openDesk(t);
  desk.state.contacts.push({ id: 4, identifier: null, email: "eva@mail.example", name: "Eva" });
  const place = await open({ ...opening, email: "eva@mail.example" });
  assert.equal(desk.state.conversations.get(numberOf(place))!.contact.name, "Eva");
  const stranger = await open({ ...opening, conversationId: "conversation_2" });
  assert.notEqual(desk.state.conversations.get(numberOf(stranger))!.contact.name, "Eva");
});

test("what was opened and whose answer was lost is found again, whichever answer it was", async (t) => {
  for (const before of [0, 1, 2]) {
    const { desk, secrets, open } = await openDesk(t);
    // Of contact, list and conversation, the answer to one is lost.
    const troubles = Array.from({ length: before }, () => ({ kind: "none" }) as const);
    desk.trouble(...troubles, { kind: "taken" });
    const lost = await chatwoot.open(opening, secrets, means);
    assert.equal(lost.kind, "failed");
    await open();
    assert.equal(desk.state.contacts.length, 1);
    assert.equal(desk.state.conversations.size, 1, `after ${before} calls`);
  }
});

test("a conversation that was resolved is not opened again, and one of another customer with the same email is not taken", async (t) => {
  const { desk, open } = await openDesk(t);
  const first = await open({ ...opening, email: "eva@mail.example" });
  const second = await open({ ...opening, conversationId: "c2", email: "eva@mail.example" });
  assert.notDeepEqual(first, second);
  assert.equal(desk.state.contacts.length, 1);
  await desk.webhooks.resolve(numberOf(first));
  const third = await open({ ...opening, email: "eva@mail.example" });
  assert.notDeepEqual(third, first);
});

test("words whose answer was lost are not written a second time, and other words that read the same are", async (t) => {
  const { desk, secrets, open } = await openDesk(t);
  const place = await open();
  const hello = words("Hello?");
  for (const write of [chatwoot.say, chatwoot.note]) {
    desk.trouble({ kind: "none" }, { kind: "taken" });
    const lost = await write(place, hello, secrets, means);
    assert.equal(lost.kind, "failed");
    assert.deepEqual(await write(place, hello, secrets, means), done);
  }
  assert.deepEqual(desk.read(numberOf(place)), ["customer: Hello?", "note: Hello?"]);
  await chatwoot.say(place, words("Hello?"), secrets, means);
  assert.equal(desk.read(numberOf(place)).length, 3);
});

test("a desk that fails, is limited, shows a page or hangs up is a failure with its own words, and nothing is lost", async (t) => {
  const { desk, secrets, open } = await openDesk(t);
  const place = await open();
  const say = () => chatwoot.say(place, words("Hello?", "w1"), secrets, means);
  desk.trouble({ kind: "status", status: 500 });
  const problem = "HTTP 500: Internal Server Error";
  assert.deepEqual(await say(), { kind: "failed", httpStatus: 500, problem });
  desk.trouble({ kind: "status", status: 429, retryAfterS: 7 });
  const limited = await say();
  assert(limited.kind === "rate");
  assert.equal(limited.afterMs, 7_000);
  desk.trouble({ kind: "status", status: 404, html: true });
  assert.equal((await say()).kind, "failed", "a page is none of Chatwoot's refusals");
  desk.trouble({ kind: "garbled" }, { kind: "garbled" });
  const page = await say();
  assert(page.kind === "failed");
  assert.match(page.problem, /not Chatwoot's/);
  desk.trouble({ kind: "dropped" });
  assert.equal((await say()).kind, "failed");
  assert.deepEqual(await say(), done);
  assert.deepEqual(desk.read(numberOf(place)), ["customer: Hello?"]);
});

test("a conversation that the desk deleted is gone, and so is one of the Chatwoot that was connected before", async (t) => {
  const { desk, secrets, open } = await openDesk(t);
  const place = await open();
  desk.state.conversations.clear();
  for (const call of [
    chatwoot.say(place, words("Hello?"), secrets, means),
    chatwoot.note(place, words("Hello?"), secrets, means),
    chatwoot.status(place, "waiting", secrets, means),
    chatwoot.close(place, secrets, means),
  ]) {
    assert.equal((await call).kind, "gone");
  }
  const before = desk.calls.length;
  const moved: BridgeSecrets = { ...secrets, account: "4" };
  assert.equal((await chatwoot.note(place, words("Hello?"), moved, means)).kind, "gone");
  assert.equal(desk.calls.length, before, "nobody else's conversation is written to");
});

test("wrong keys are refused in Chatwoot's words, and identities are hashed where the inbox enforces it", async (t) => {
  const wrongToken = await openDesk(t, { token: "another-token-of-nobody" });
  const place = await wrongToken.open();
  const said = await chatwoot.say(place, words("Hello?"), wrongToken.secrets, means);
  assert(said.kind === "failed");
  assert.match(said.problem, /^HTTP 401: Invalid Access Token$/);
  const wrongInbox = await openDesk(t, { inbox: "another-inbox" });
  const opened = await chatwoot.open(opening, wrongInbox.secrets, means);
  assert(
    opened.kind === "failed",
    "an inbox that is not there is a mistake, and not a lost conversation",
  );

  const strict = await startChatwoot(t, { enforcesIdentity: true });
  const { identity, ...keys } = deskKeys;
  for (const [given, kind] of [
    [{ ...keys, identity }, "done"],
    [keys, "failed"],
  ] as const) {
    const read = chatwoot.read({ url: strict.url, ...given }, true);
    assert("secrets" in read);
    assert.equal((await chatwoot.open(opening, read.secrets, means)).kind, kind);
  }
});

test("a desk that lies about ids leads nowhere else, and one that talks too much is not believed", async (t) => {
  const { desk, secrets, open } = await openDesk(t);
  for (const sourceId of ["../../contacts", "a/b", "", 5, null, "x".repeat(101)]) {
    desk.trouble({ kind: "says", text: JSON.stringify({ source_id: sourceId }) });
    const opened = await chatwoot.open(opening, secrets, means);
    assert(opened.kind === "failed", JSON.stringify(sourceId));
    assert.equal(desk.calls.length, 1);
    desk.calls.length = 0;
  }
  for (const id of ["12", -1, 1.5, 1e30, { id: 12 }, null]) {
    desk.trouble(
      { kind: "none" },
      { kind: "none" },
      { kind: "says", text: JSON.stringify({ id }) },
    );
    assert.equal((await chatwoot.open(opening, secrets, means)).kind, "failed", JSON.stringify(id));
  }
  desk.state.conversations.clear();
  const place = await open();
  // What cannot be looked through does not keep a customer's words back.
  for (const text of ["[]", '{"payload":{"0":1}}', `{"payload":"${"x".repeat(300_000)}"}`]) {
    desk.trouble({ kind: "says", text });
    assert.deepEqual(await chatwoot.say(place, words(text.slice(0, 9)), secrets, means), done);
  }
  assert.equal(desk.read(numberOf(place)).length, 3);
});

test("a test says what is wrong with the inbox, and leaves nothing behind", async (t) => {
  const { desk, secrets } = await openDesk(t);
  const tried = async (given = secrets) => {
    const outcome = await chatwoot.test(opening.bot, given, { ...means, locale: "en" });
    return outcome.kind === "done" ? null : outcome.problem;
  };
  assert.equal(await tried(), null);
  const { identity: _, ...bare } = secrets;
  Object.assign(desk.state.inbox, { hmac_mandatory: true });
  assert.equal(await tried(), null);
  assert.match((await tried(bare))!, /user identity validation/);
  Object.assign(desk.state.inbox, { secret: "another-secret-of-it" });
  assert.match((await tried())!, /signs with another secret/);
  Object.assign(desk.state.inbox, { webhook_url: null });
  assert.match((await tried())!, /no webhook URL/);
  assert.match((await tried({ ...secrets, inbox: "another-inbox" }))!, /no API inbox with this/);
  assert.equal(await tried({ ...secrets, token: "of-nobody" }), "HTTP 401: Invalid Access Token");
  desk.setDown(true);
  assert.match((await tried())!, /closed the connection|reset the connection/);
  assert.equal(desk.state.contacts.length, 0);
});

test("customers run no templates of the desk's, neither in their words nor in notes", async (t) => {
  const { desk, secrets, open } = await openDesk(t);
  const place = await open();
  const text = "{{contact.email}} {% for i in (1..99) %}x{% endfor %} {{{y}}}";
  await chatwoot.say(place, words(text), secrets, means);
  await chatwoot.note(place, words(text), secrets, means);
  assert.deepEqual(desk.read(numberOf(place)), [
    `customer: ${text}`,
    "note: { {contact.email}} { % for i in (1..99) %}x{ % endfor %} { { {y}}}",
  ]);
});

test("who answers decides in whose queue a conversation is: open, pending while the bot has it, resolved at its end", async (t) => {
  const { desk, secrets, open } = await openDesk(t);
  const place = await open();
  const status = () => desk.state.conversations.get(numberOf(place))!.status;
  const set = async (holder: "waiting" | "person" | "bot") => {
    assert.deepEqual(await chatwoot.status(place, holder, secrets, means), done);
    return status();
  };
  assert.equal(await set("waiting"), "open");
  const toggled = () => desk.calls.filter((call) => call.endsWith("/toggle_status")).length;
  assert.equal(toggled(), 0, "setting it anew would assign it to the token's person");
  assert.equal(await set("bot"), "pending");
  assert.equal(await set("person"), "open");
  await chatwoot.close(place, secrets, means);
  assert.equal(status(), "resolved");
  assert.equal(await set("bot"), "resolved", "the bot does not open what is settled");
  assert.equal(await set("waiting"), "open");
});

test("an operator gives the root of an https address and what Chatwoot shows, and is told which of it is wrong", () => {
  const given = { url: "https://app.chatwoot.com", ...deskKeys };
  const read = chatwoot.read({ ...given, url: " https://app.chatwoot.com/ " }, false);
  assert.deepEqual(read, {
    secrets: { ...deskKeys, url: "https://app.chatwoot.com" },
    shown: "app.chatwoot.com · 3",
  });
  for (const [wrong, fault, field] of [
    [{ url: "http://desk.example" }, "not_https", "url"],
    [{ url: "https://app.chatwoot.com/app/accounts/3/dashboard" }, "not_root", "url"],
    [{ url: "https://a:b@app.chatwoot.com" }, "invalid_url", "url"],
    [{ url: "ftp://app.chatwoot.com" }, "invalid_url", "url"],
    [{ account: "3/../4" }, "invalid_account", "account"],
    [{ inbox: "../../x" }, "invalid_inbox", "inbox"],
    [{ token: "a b" }, "invalid_token", "token"],
    [{ token: "line\r\nbreak-line" }, "invalid_token", "token"],
    [{ secret: undefined }, "invalid_secret", "secret"],
  ] as const) {
    assert.deepEqual(chatwoot.read({ ...given, ...wrong }, false), { fault, field });
  }
});
