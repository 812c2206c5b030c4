import assert from "node:assert/strict";
import { test } from "node:test";
import type { JWTHeaderParameters } from "jose";
import { newToken } from "../../src/secrets/token.ts";
import { ada, startCompanyServer as start } from "../fixtures/company-server.ts";
import { openWalkingBrowser } from "../fixtures/walking-browser.ts";

// An attacker who wants to be an operator of a server with company sign-in: forges the provider's answers, presents
// tokens for other audiences, and takes the email of an existing operator.

type Change = { header?: Record<string, unknown>; claims?: Record<string, unknown> };

const hourAgo = () => Math.floor(Date.now() / 1_000) - 3_600;

const forgeries: Record<string, () => Change> = {
  "another nonce": () => ({ claims: { nonce: "of another sign-in" } }),
  "no nonce": () => ({ claims: { nonce: undefined } }),
  "another audience": () => ({ claims: { aud: "another-client" } }),
  "two audiences, and meant for the other": () => ({
    claims: { aud: ["meetbot", "another-client"], azp: "another-client" },
  }),
  "another issuer": () => ({ claims: { iss: "https://other.example" } }),
  "an hour too old": () => ({ claims: { iat: hourAgo() - 600, exp: hourAgo() } }),
  "no end": () => ({ claims: { exp: undefined } }),
  "issued in an hour": () => ({ claims: { nbf: hourAgo() + 7_200 } }),
  "no signature": () => ({ header: { alg: "none", kid: undefined } }),
  "signed by the client's secret": () => ({ header: { alg: "HS256", kid: undefined } }),
  "a key that the provider does not show": () => ({ header: { kid: "another" } }),
  "a person without an id": () => ({ claims: { sub: "" } }),
};

test("an ID token that is not the provider's, or is meant for others, lets nobody in", async (t) => {
  const { company, signIn, store, logged } = await start(t);
  for (const [name, forge] of Object.entries(forgeries)) {
    company.state.change = ({ header, claims }) => {
      const forged = forge();
      return {
        header: { ...header, ...forged.header } as JWTHeaderParameters,
        claims: { ...claims, ...forged.claims },
      };
    };
    assert.equal((await signIn()).at, "/console/sign-in?fault=refused", name);
  }
  // As it is, and changed by nobody, it is taken.
  company.state.change = (token) => token;
  assert.equal(await store.operators.count(), 0);
  assert.equal((await signIn()).at, "/console/");
  assert.doesNotMatch(logged.join("\n"), /company\.example|ada-1/);
});

test("a token by a key of yesterday is refused, and one by a new key is taken at once", async (t) => {
  const { company, signIn, backChannel } = await start(t);
  assert.equal((await signIn()).at, "/console/");
  const old = await company.signOutToken({ sub: "ada-1" });
  await company.rotate();
  assert.equal((await signIn()).at, "/console/");
  assert.equal((await backChannel(old)).status, 400);
});

test("what comes back counts in the browser that began, once, with its own state", async (t) => {
  const { begin, isBack, isCallback, me, origin } = await start(t);
  const victim = openWalkingBrowser();
  const attacker = openWalkingBrowser();
  // Login CSRF: the attacker's own code in the victim's browser, which began nothing, or something else.
  const theirs = await attacker.follow(await begin(attacker), isCallback);
  assert.equal((await victim.follow(theirs.href, isBack)).search, "?fault=flow_over");
  const own = await victim.follow(await begin(victim), isCallback);
  assert.equal((await victim.follow(theirs.href, isBack)).search, "?fault=flow_over");
  assert.equal((await me(victim)).status, 401);
  // Code injection: the victim's code with the attacker's state, in the attacker's browser.
  const again = await attacker.follow(await begin(attacker), isCallback);
  const stolen = new URL(again);
  stolen.searchParams.set("code", own.searchParams.get("code") ?? "");
  assert.equal((await attacker.follow(stolen.href, isBack)).search, "?fault=refused");
  assert.equal((await me(attacker)).status, 401);
  // The wrong guesses of others ended nothing: but a flow is begun anew after each that was its own.
  const fresh = await victim.follow(await begin(victim), isCallback);
  const secrets = new Map(victim.cookiesOf(origin));
  assert.equal((await victim.follow(fresh.href, isBack)).pathname, "/console/");
  // Replay: the same code, by a thief who has even the cookie.
  const thief = openWalkingBrowser();
  for (const [name, value] of secrets) thief.cookiesOf(origin).set(name, value);
  assert.equal((await thief.follow(fresh.href, isBack)).search, "?fault=flow_over");
});

test("a provider that answers for another one is not believed", async (t) => {
  const { begin, isBack, isCallback } = await start(t);
  const browser = openWalkingBrowser();
  const callback = await browser.follow(await begin(browser), isCallback);
  callback.searchParams.set("iss", "https://other.example");
  assert.equal((await browser.follow(callback.href, isBack)).search, "?fault=refused");
});

test("a sign-in leads to a page of the console, wherever it was asked to lead", async (t) => {
  const { signIn } = await start(t);
  const elsewhere = ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:1"];
  for (const next of [...elsewhere, "/\t/evil.example", "evil.example"]) {
    assert.equal((await signIn(openWalkingBrowser(), { next })).at, "/console/", next);
  }
});

test("no page of another site begins a sign-in, and the session before ends with the new one", async (t) => {
  const { origin, signIn, me } = await start(t);
  const { browser } = await signIn();
  const foreign = await browser.call(`${origin}/api/auth/single-sign-on/begin`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: "https://evil.example" },
    body: "{}",
  });
  assert.equal(foreign.status, 403);
  // Session fixation: the cookie from before the sign-in gives no access to the new session.
  const known = openWalkingBrowser();
  for (const [name, value] of browser.cookiesOf(origin)) known.cookiesOf(origin).set(name, value);
  await signIn(browser);
  assert.deepEqual([(await me(known)).status, (await me(browser)).status], [401, 200]);
});

test("nobody becomes an operator who is there by giving the provider their email", async (t) => {
  const { company, signIn, store, me } = await start(t, { linksByEmail: true });
  const email = "boss@company.example";
  const boss = await store.operators.create({ name: "Boss", email, administrator: true });
  const invited = { email: "new@company.example", administrator: true };
  await store.operators.createLink({
    token: newToken(),
    livesForS: 60,
    createdBy: "t",
    ...invited,
  });
  for (const email_verified of [false, undefined]) {
    for (const taken of [email, invited.email]) {
      company.state.person = { ...ada, sub: "mallory", email: taken, email_verified };
      assert.equal((await signIn()).at, "/console/sign-in?fault=email_unverified");
    }
  }
  company.state.person = { sub: "mallory", groups: ["it"] };
  assert.equal((await signIn()).at, "/console/sign-in?fault=no_email");
  // The one it belongs to is known by the provider's id from then on, and nobody else by the email.
  company.state.person = { ...ada, sub: "boss-1", email, email_verified: true };
  const { browser } = await signIn();
  assert.equal((await me(browser)).operator?.id, boss.id);
  company.state.person = { ...ada, sub: "mallory", email, email_verified: true };
  assert.equal((await signIn()).at, "/console/sign-in?fault=operator_exists");
});

test("an operator who is there is taken for nobody where the server is not set so", async (t) => {
  const { company, signIn, store } = await start(t, { trustsEmails: true });
  const email = "ada@company.example";
  await store.operators.create({ name: "Ada", email, administrator: true });
  assert.equal((await signIn()).at, "/console/sign-in?fault=operator_exists");
  company.state.person = {
    ...ada,
    sub: "eve",
    email: "eve@company.example",
    email_verified: false,
  };
  assert.equal((await signIn()).at, "/console/sign-in?fault=email_unverified");
});

test("who has come by the company comes by nothing else: what is left here of them opens nothing", async (t) => {
  const { company, signIn, post, store, me, origin } = await start(t, { linksByEmail: true });
  const who = { name: "Ada", email: "ada@company.example", password: "correct horse battery" };
  const linkBy = async (order: object) => {
    const token = newToken();
    await store.operators.createLink({ token, livesForS: 60, createdBy: "test", ...order });
    return post(openWalkingBrowser(), "/one-time-link/open", { token, ...who });
  };
  await linkBy({ administrator: true });
  const before = openWalkingBrowser();
  assert.equal((await post(before, "/sign-in/email", who)).status, 200);
  const { browser } = await signIn();
  const { operator } = await me(browser);
  assert(operator);
  // A person removed at the company has no key left here: no password, no passkey, no link from a friend.
  assert.equal((await post(openWalkingBrowser(), "/sign-in/email", who)).code, "ONLY_PROVIDER");
  const register = `${origin}/api/auth/passkey/generate-register-options`;
  assert.equal((await browser.call(register)).status, 403);
  assert.equal((await before.call(register)).status, 401);
  const friend = await store.operators.create({
    name: "F",
    email: "f@x.example",
    administrator: true,
  });
  const byFriend = { operatorId: operator.id, creatorId: friend.id };
  assert.equal((await linkBy(byFriend)).code, "ONLY_PROVIDER");
  assert.equal((await linkBy({ operatorId: operator.id })).status, 200);
  company.state.person = { ...ada, groups: [] };
  assert.equal((await signIn()).at, "/console/sign-in?fault=no_role");
  for (const one of [browser, before]) assert.equal((await me(one)).status, 401);
});

test("what is no logout token of the provider's signs nobody out", async (t) => {
  const { company, signIn, me, backChannel } = await start(t);
  const { browser } = await signIn();
  const sub = "ada-1";
  const tokens = {
    "an ID token": company.signOutToken({ sub, events: undefined }),
    "with a nonce": company.signOutToken({ sub, nonce: "n" }),
    "about nobody": company.signOutToken({}),
    "another audience": company.signOutToken({ sub, aud: "another-client" }),
    "another issuer": company.signOutToken({ sub, iss: "https://other.example" }),
    "an hour too old": company.signOutToken({ sub, iat: hourAgo(), exp: undefined }),
    "no id": company.signOutToken({ sub, jti: undefined }),
    "no signature": company.signOutToken({ sub }, { alg: "none", kid: undefined }),
    "the client's secret": company.signOutToken({ sub }, { alg: "HS256", kid: undefined }),
    "another kind of token": company.signOutToken({ sub }, { typ: "at+jwt" }),
    "another event": company.signOutToken({ sub, events: { "https://x.example/e": {} } }),
    nonsense: Promise.resolve("a.b.c"),
  };
  for (const [name, token] of Object.entries(tokens)) {
    assert.equal((await backChannel(await token)).status, 400, name);
  }
  assert.equal((await me(browser)).status, 200);
});
