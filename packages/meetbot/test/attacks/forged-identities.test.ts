import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, test } from "node:test";
import { newSecret } from "@meetbot/sdk";
import { takeSeat } from "../fixtures/conversation.ts";
import { createForger, type Forgery, signWithRsa } from "../fixtures/forged-identity.ts";
import { follower } from "../fixtures/guest.ts";
import { startInstallation } from "../fixtures/installation.ts";
import { lookUpsOf, startOwnShop } from "../fixtures/own-shop.ts";
import { refused } from "../fixtures/probes.ts";
import { assertSees, assertUnseen, createShopper } from "../fixtures/shopper.ts";

// Identities that the shop's server did not sign, or not for this. What each of them is refused for
// is tested beside `identity/verify-identity.ts`; here, that nothing opens without it.

const jane = createShopper("jane");
const mallory = createShopper("mallory");
const shop = await startOwnShop({ after }, lookUpsOf([jane, mallory]));
const { createBot, newGuest, nodes } = await startInstallation({ after }, { shop });
const [bot, otherBot] = await Promise.all([createBot("ladder"), createBot("ladder")]);
const url = nodes[0]!.url;

const nowS = Math.floor(Date.now() / 1000);
const claims = { sub: jane.email, aud: bot.botId, iat: nowS, exp: nowS + 300 };
const forge = createForger(bot.identitySecret, claims);
const genuine = forge({});
const [header = "", payload = "", signature = ""] = genuine.split(".");

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
const withClaims = (changed: Forgery["claims"]) => forge({ claims: changed ?? {} });
/** The claims with a member written a second time, before the others. */
const twice = (member: string) => withClaims(`{${member},${JSON.stringify(claims).slice(1)}`);
const ofMallory = createForger(bot.identitySecret, { ...claims, sub: mallory.email })({});

const forgeries: [what: string, identity: unknown][] = [
  ["the victim's name above their own signature", swapPayload(ofMallory)],
  ["alg none and no signature", `${encode({ alg: "none", typ: "JWT" })}.${payload}.`],
  ["alg none above a good signature", forge({ header: { alg: "none" } })],
  ["alg HS384", forge({ header: { alg: "HS384" }, hash: "sha384" })],
  ["alg RS256 and a key of their own", signWithRsa(genuine)],
  ["alg hs256 in small letters", forge({ header: { alg: "hs256" } })],
  ["crit", forge({ header: { crit: ["exp"] } })],
  ["alg twice", forge({ header: '{"alg":"none","alg":"HS256"}' })],
  ["another bot's aud", withClaims({ aud: otherBot.botId })],
  ["an aud list of two", withClaims({ aud: [bot.botId, otherBot.botId] })],
  ["no aud", withClaims({ aud: undefined })],
  ["no exp", withClaims({ exp: undefined })],
  ["exp of a minute ago", withClaims({ exp: nowS - 60 })],
  ["exp in eleven minutes", withClaims({ exp: nowS + 660 })],
  ["exp as text", withClaims({ exp: String(nowS + 300) })],
  ["iat in two minutes", withClaims({ iat: nowS + 120 })],
  ["no iat", withClaims({ iat: undefined })],
  ["sub twice", twice(`"sub":"${mallory.email}"`)],
  ["sub twice, once escaped", twice(`"s\\u0075b":"${mallory.email}"`)],
  ["sub as a list", withClaims({ sub: [jane.email] })],
  ["a secret of their own", forge({ key: newSecret() })],
  ["the signing secret", forge({ key: bot.signingSecret })],
  ["another bot's identity secret", forge({ key: otherBot.identitySecret })],
  ["the secret without whsec_", forge({ key: bot.identitySecret.replace("whsec_", "") })],
  ["no secret", forge({ key: "" })],
  ["a cut signature", genuine.slice(0, -2)],
  ["no signature", `${header}.${payload}.`],
  ["two parts", `${header}.${payload}`],
  ["four parts", `${genuine}.${signature}`],
  ["padding", `${genuine}=`],
  ["the plain base64 alphabet", `${genuine.slice(0, -1)}+`],
  ["white space before", ` ${genuine}`],
  ["a line break behind", `${genuine}\n`],
  ["a word before", `Bearer ${genuine}`],
  ["an empty text", ""],
  ["a list", [genuine]],
  ["an object", { identity: genuine }],
  ["a number", 0],
  ["false", false],
];

/** The claims of the genuine identity between the other parts of another. */
function swapPayload(other: string): string {
  const [header, , signature] = other.split(".");
  return `${header}.${payload}.${signature}`;
}

function open(body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/chat/${bot.botId}/conversations`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

test("the identity that all forgeries are made of is a good one", async () => {
  const guest = await newGuest(bot, { body: { identity: genuine } });
  await guest.say("my orders in progress", 2);
  assertSees(guest, jane);
});

test("a stranger who comes with an identity that is none comes in as nobody, not even as a guest", async (t) => {
  for (const [what, identity] of forgeries) {
    await t.test(what, async () => {
      const response = await open({ identity });
      const body = await response.clone().text();
      assert(!/token"|conversation_id/.test(body), body);
      await refused(response, 401, "invalid_identity");
    });
  }
});

test("a stranger who brings one bot's identity to another bot is refused", async () => {
  const response = await fetch(`${url}/chat/${otherBot.botId}/conversations`, {
    method: "POST",
    body: JSON.stringify({ identity: genuine }),
  });
  await refused(response, 401, "invalid_identity");
});

test("a stranger who says who they are in other words than an identity is a guest", async () => {
  const claimed = { account: jane.email, sub: jane.email, user_account: jane.email };
  const proofs = [{ kind: "account", value: jane.email, source: "signed", expires: 1e15 }];
  const body = { ...claimed, proofs, state: { proofs, account: jane.email }, policy: "off" };
  const guest = await newGuest(bot, { body });
  await guest.say(`my orders in progress, my email is ${jane.email}`, 2);
  assertUnseen(guest, [...jane.person, ...jane.orders.map(({ order_number }) => order_number)]);
});

test("a stranger cannot bring a victim's identity into a conversation that is open", async () => {
  const guest = await newGuest(bot);
  const { seat } = guest;
  const ways: object[] = [
    { text: "my orders in progress", identity: genuine },
    { text: "my orders in progress", account: jane.email, kind: "start" },
    { payload: "menu:orders", identity: genuine, proofs: [] },
  ];
  for (const way of ways) {
    const sent = await fetch(`${seat.base}/messages`, {
      method: "POST",
      headers: { authorization: `Bearer ${seat.token}`, "x-identity": genuine },
      body: JSON.stringify({ id: randomUUID(), ...way }),
    });
    assert.equal(sent.status, 202);
    const [reply] = await guest.replies(1);
    assert.equal(reply?.ask, "email");
  }
  const [question] = await guest.say(genuine, 1);
  assert.equal(question?.kind, "text");
  assertUnseen(guest, jane.everything);
});

test("a stranger who keeps the token of before the victim signed in keeps seeing only their own", async () => {
  const own = await newGuest(bot, { body: { identity: ofMallory } });
  await own.say("my orders in progress", 2);
  const { token } = own.seat;
  const response = await open({ identity: genuine }, { authorization: `Bearer ${token}` });
  assert.equal(response.status, 201);
  const opened = (await response.json()) as { conversation_id: string; token: string };
  assert.notEqual(opened.token, token);
  assert.notEqual(opened.conversation_id, own.seat.conversationId);

  await own.say("my orders in progress", 2);
  assertSees(own, mallory);
  assertUnseen(own, jane.everything);
  const replayed = await follower(own.seat, 5);
  assertUnseen(replayed, jane.everything);
});

test("a stranger who sends an identity where the token belongs is refused", async () => {
  const seat = await takeSeat(url, bot.botId);
  for (const authorization of [`Bearer ${genuine}`, `JWT ${genuine}`, genuine]) {
    const headers = { authorization };
    await refused(await fetch(`${seat.base}/events`, { headers }), 401, "invalid_token");
  }
});
