import assert from "node:assert/strict";
import { test } from "node:test";
import { newToken } from "../src/secrets/token.ts";
import { bot } from "../src/store/store.fixture.ts";
import { ada, startCompanyServer as start } from "./fixtures/company-server.ts";
import { openWalkingBrowser } from "./fixtures/walking-browser.ts";

// Operators sign in by their company's identity provider: oidc-provider, a certified one.

test("who is let in has what the company's claim gives, and loses what it takes away", async (t) => {
  const { signIn, me, company, said } = await start(t, {
    roles: [
      { value: "it", gives: "administrator" },
      { value: "support", gives: { botId: bot.id, role: "agent" } },
      { value: "leads", gives: { botId: bot.id, role: "editor" } },
      { value: "leads", gives: { botId: "bot_that_is_not_there", role: "editor" } },
    ],
  });
  const first = await signIn(openWalkingBrowser(), { next: `/bots/${bot.id}/keys?kind=signing` });
  assert.equal(first.at, `/console/bots/${bot.id}/keys?kind=signing`);
  const seen = await me(first.browser);
  assert.partialDeepStrictEqual(seen, { administrator: true, by_provider: true, roles: [] });
  assert.partialDeepStrictEqual(seen.operator, { email: "ada@company.example", name: "Ada" });

  company.state.person = { ...ada, email: "renamed@company.example", groups: ["support", "leads"] };
  const second = await signIn();
  const roles = [{ bot_id: bot.id, role: "editor" }];
  assert.partialDeepStrictEqual(await me(second.browser), { administrator: false, roles });
  // The same person, whatever they are called by now; and what was taken away counts everywhere at once.
  assert.equal((await me(second.browser)).operator?.id, seen.operator?.id);
  assert.equal((await me(first.browser)).administrator, false);

  company.state.person = { ...ada, groups: ["sales"] };
  assert.equal((await signIn()).at, "/console/sign-in?fault=no_role");
  // An operator who lost access is signed out everywhere.
  assert.equal((await me(second.browser)).status, 401);
  const changes = (await said()).filter(({ action }) => action === "role_changed");
  assert.deepEqual(
    changes.map(({ actor, detail }) => [actor, detail.to]),
    [
      ["single sign-on", "administrator"],
      ["single sign-on", "operator"],
      ["single sign-on", "editor"],
      ["single sign-on", null],
    ],
  );
});

test("a company signs somebody out: everywhere, or the one session it names, and each token once", async (t) => {
  const { signIn, me, company, backChannel, run } = await start(t);
  const [one, other] = [await signIn(), await signIn()];
  const [row] = await run("select provider_session from operator_sessions limit 1");
  assert(row);
  const token = await company.signOutToken({ sid: row.provider_session as string });
  const taken = await backChannel(token);
  assert.deepEqual([taken.status, taken.headers.get("cache-control")], [200, "no-store"]);
  const statuses = async () => [(await me(one.browser)).status, (await me(other.browser)).status];
  assert.deepEqual((await statuses()).sort(), [200, 401]);
  assert.equal((await backChannel(token)).status, 400);
  assert.equal((await backChannel(await company.signOutToken({ sub: "ada-1" }))).status, 200);
  assert.deepEqual(await statuses(), [401, 401]);
});

test("whoever signs out here is led to sign out at the company, and back from there", async (t) => {
  const { signIn, me, company, post, origin } = await start(t);
  const { browser } = await signIn();
  const { url } = await post(browser, "/single-sign-on/sign-out", {});
  assert(url);
  assert(url.startsWith(`${company.issuer}/session/end?`));
  assert.match(url, /id_token_hint=/);
  assert.equal((await me(browser)).status, 401);

  const elsewhere = await signIn();
  // The provider's own page asks once more; the form on it is what its button sends.
  const { url: end } = await post(elsewhere.browser, "/single-sign-on/sign-out", {});
  const page = await (await elsewhere.browser.call(end ?? company.issuer)).text();
  const xsrf = /name="xsrf" value="(\w+)"/.exec(page)?.[1] ?? "";
  const confirmed = await elsewhere.browser.call(`${company.issuer}/session/end/confirm`, {
    method: "POST",
    body: new URLSearchParams({ xsrf, logout: "yes" }),
  });
  assert.equal(confirmed.headers.get("location"), `${origin}/console/sign-in`);
});

test("whoever signs out at the company is signed out here: it says so by itself", async (t) => {
  const { signIn, me, company } = await start(t);
  const { browser } = await signIn();
  assert.equal((await me(browser)).status, 200);
  const page = await (await browser.call(`${company.issuer}/session/end`)).text();
  const xsrf = /name="xsrf" value="(\w+)"/.exec(page)?.[1] ?? "";
  await browser.call(`${company.issuer}/session/end/confirm`, {
    method: "POST",
    body: new URLSearchParams({ xsrf, logout: "yes" }),
  });
  assert.equal((await me(browser)).status, 401);
});

test("a session by the company ends after its hours, however much it is used", async (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() });
  const { signIn, me } = await start(t, { sessionHours: 2 });
  const { browser } = await signIn();
  t.mock.timers.tick(119 * 60_000);
  assert.equal((await me(browser)).status, 200);
  t.mock.timers.tick(60_000);
  assert.equal((await me(browser)).status, 401);
});

test("what takes a fresh sign-in is proved at the company, which asks again", async (t) => {
  const { signIn, company, begin, isBack, origin, run } = await start(t);
  const { browser } = await signIn();
  const makeToken = () =>
    browser.call(`${origin}/api/v1/me/tokens`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: origin },
      body: JSON.stringify({ name: "CI", scopes: ["bots:read"], expires_in_days: 30 }),
    });
  // As where the provider let them in without asking: its own session is hours old.
  await run("update operator_sessions set proved_at = now() - interval '2 hours'");
  const refused = await makeToken();
  assert.equal(((await refused.json()) as { code: string }).code, "reauthentication_required");
  await browser.follow(await begin(browser, { again: true }), isBack);
  assert.equal(company.state.asked.at(-1)?.get("prompt"), "login");
  assert.equal((await makeToken()).status, 201);
});

test("a provider that is away closes its own way and no other", async (t) => {
  const { post, company, store, origin, signIn, begin, isBack, isCallback } = await start(t);
  const browser = openWalkingBrowser();
  const url = await begin(browser);
  const callback = await browser.follow(url, isCallback);
  company.state.isAway = true;
  const at = await browser.follow(callback.href, isBack);
  assert.equal(at.search, "?fault=provider_away");
  const token = newToken();
  await store.operators.createLink({ token, livesForS: 60, createdBy: "test" });
  const who = { name: "Bo", email: "bo@shop.example", password: "correct horse battery" };
  assert.equal((await post(browser, "/one-time-link/open", { token, ...who })).status, 200);
  assert.equal((await post(browser, "/sign-in/email", who)).status, 200);
  company.state.isAway = false;
  assert.equal((await signIn()).at, "/console/");
  const ways = await (await fetch(`${origin}/api/auth/ways`)).json();
  assert.deepEqual(ways, { provider: { label: "Example Login" }, only_provider: false });
});

test("where the company is the only way, all others are shut but the server's own terminal", async (t) => {
  // An operator who gets in through the terminal gets full access, even when all others need a second factor.
  const more = { secondFactor: "everybody" } as const;
  const { post, store, signIn, me, origin } = await start(t, { isOnlyWay: true }, more);
  const browser = openWalkingBrowser();
  const who = { name: "Bo", email: "bo@shop.example", password: "correct horse battery" };
  const linkBy = async (creatorId: string | null) => {
    const token = newToken();
    await store.operators.createLink({ token, livesForS: 60, createdBy: "test", creatorId });
    return post(browser, "/one-time-link/open", { token, ...who });
  };
  const boss = await store.operators.create({
    name: "C",
    email: "c@x.example",
    administrator: true,
  });
  assert.equal((await linkBy(boss.id)).code, "ONLY_PROVIDER");
  assert.equal((await linkBy(null)).status, 200);
  assert.equal((await me(browser)).operator?.email, "bo@shop.example");
  assert.equal((await browser.call(`${origin}/api/v1/bots`)).status, 200);
  assert.equal((await post(browser, "/sign-in/email", who)).code, "ONLY_PROVIDER");
  const passkey = await post(browser, "/passkey/verify-authentication", { response: {} });
  assert.equal(passkey.code, "ONLY_PROVIDER");
  assert.equal((await signIn()).at, "/console/");
});

test("an invitation's rights are whose it was made for, once the company has verified that email", async (t) => {
  const { store, signIn, me } = await start(t, { roles: [{ value: "*", gives: "operator" }] });
  await store.operators.createLink({
    ...{ token: newToken(), livesForS: 60, createdBy: "test", email: "ada@company.example" },
    grant: { botId: bot.id, role: "viewer" },
  });
  const { browser } = await signIn();
  assert.deepEqual((await me(browser)).roles, [{ bot_id: bot.id, role: "viewer" }]);
  assert.deepEqual(await store.operators.invitations(), []);
});
