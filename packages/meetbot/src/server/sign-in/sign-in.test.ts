import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { newToken } from "../../secrets/token.ts";
import { bot } from "../../store/store.fixture.ts";
import { startTestServer } from "../server.fixture.ts";

const who = { name: "Ada", email: "Ada@Shop.example", password: "correct horse battery" };

async function startSignIn(t: TestContext) {
  const server = await startTestServer(t, {
    ownOrigins: (port) => [`http://localhost:${port}`],
  });
  const origin = server.url.replace("127.0.0.1", "localhost");
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${origin}/api/auth${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: origin, ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    const said = (isJson ? JSON.parse(text) : null) as { code?: string; message?: string } | null;
    const setCookies = response.headers.getSetCookie();
    const cookie = setCookies.map((one) => one.split(";")[0]).join("; ");
    return { status: response.status, said, cookie, setCookies };
  };
  const me = async (cookie: string) =>
    (await fetch(`${origin}/api/v1/me`, { headers: { Cookie: cookie } })).status;
  const newLink = async (order: object = { administrator: true }) => {
    const token = newToken();
    const link = { token, livesForS: 60, createdBy: "test", ...order };
    await server.store.operators.createLink(link);
    return token;
  };
  return { ...server, origin, post, me, newLink };
}

test("a one-time link works once, also for two who open it at the same moment", async (t) => {
  const { post, newLink, store } = await startSignIn(t);
  const token = await newLink();
  const opened = await Promise.all(
    [1, 2, 3, 4].map((n) =>
      post("/one-time-link/open", { token, ...who, email: `ada${n}@shop.example` }),
    ),
  );
  assert.deepEqual(opened.map(({ status }) => status).sort(), [200, 404, 404, 404]);
  assert.equal(await store.operators.count(), 1);
  assert.equal((await post("/one-time-link/open", { token, ...who })).said?.code, "LINK_DEAD");
});

test("a link whose operator is described wrongly can be opened again", async (t) => {
  const { post, newLink, me } = await startSignIn(t);
  const token = await newLink();
  const short = await post("/one-time-link/open", { token, ...who, password: "short" });
  assert.equal(short.status, 400);
  assert.match(short.said?.message ?? "", /password/);
  for (const password of ["passwordpassword", "ada-Ada-ada-1"]) {
    const easy = await post("/one-time-link/open", { token, ...who, password });
    assert.deepEqual([easy.status, easy.said?.code], [422, "PASSWORD_TOO_EASY"], password);
  }
  const opened = await post("/one-time-link/open", { token, ...who });
  assert.equal(opened.status, 200);
  assert.equal(await me(opened.cookie), 200);
});

test("a link whose time is over opens nothing", async (t) => {
  const { post, newLink, run } = await startSignIn(t);
  const token = await newLink();
  await run("update one_time_links set expires_at = now()");
  assert.equal((await post("/one-time-link/look", { token })).status, 404);
  assert.equal((await post("/one-time-link/open", { token, ...who })).status, 404);
});

test("whoever holds an invitation is told the bot's name and who invites, and no more of either", async (t) => {
  const { post, newLink, store } = await startSignIn(t);
  const inviter = { name: "Ada", email: "ada@shop.example", administrator: true };
  const { id } = await store.operators.create(inviter);
  const grant = { botId: bot.id, role: "viewer" };
  const invitation = { email: "new@shop.example", grant, createdBy: inviter.email, creatorId: id };
  const { said } = await post("/one-time-link/look", { token: await newLink(invitation) });
  assert.partialDeepStrictEqual(said, { bot_name: bot.name, invited_by: "Ada", role: "viewer" });
  assert.ok(!JSON.stringify(said).includes(inviter.email));
  const byCommand = { ...invitation, createdBy: "command line", creatorId: null };
  const other = await post("/one-time-link/look", { token: await newLink(byCommand) });
  assert.partialDeepStrictEqual(other.said, { bot_name: bot.name, invited_by: null });
});

test("nobody signs up without a link", async (t) => {
  const { post, store } = await startSignIn(t);
  assert.notEqual((await post("/sign-up/email", who)).status, 200);
  assert.equal(await store.operators.count(), 0);
});

test("a session's cookie is for the server alone, and goes with no other page's request", async (t) => {
  const { post, newLink } = await startSignIn(t);
  const { setCookies } = await post("/one-time-link/open", { token: await newLink(), ...who });
  const session = setCookies.find((cookie) => cookie.startsWith("meetbot.session_token="));
  assert.match(session ?? "", /; HttpOnly/);
  assert.match(session ?? "", /; SameSite=Strict/i);
});

test("a session that ended opens nothing", async (t) => {
  const { post, newLink, me } = await startSignIn(t);
  const { cookie } = await post("/one-time-link/open", { token: await newLink(), ...who });
  assert.equal(await me(cookie), 200);
  assert.equal((await post("/sign-out", {}, { Cookie: cookie })).status, 200);
  assert.equal(await me(cookie), 401);
});

test("another site's page signs nobody in and out", async (t) => {
  const { post, newLink, me } = await startSignIn(t);
  const { cookie } = await post("/one-time-link/open", { token: await newLink(), ...who });
  const foreign = { Cookie: cookie, Origin: "https://evil.example" };
  assert.equal((await post("/sign-out", {}, foreign)).status, 403);
  assert.equal(await me(cookie), 200);
});

test("after ten wrong passwords for one email the right one is refused too, for a while", async (t) => {
  const { post, newLink, run } = await startSignIn(t);
  await post("/one-time-link/open", { token: await newLink(), ...who });
  const email = who.email.toLowerCase();
  for (let n = 0; n < 10; n++) {
    assert.equal((await post("/sign-in/email", { email, password: `wrong ${n}` })).status, 401);
  }
  const right = { email, password: who.password };
  const refused = await post("/sign-in/email", right);
  assert.deepEqual([refused.status, refused.said?.code], [429, "TOO_MANY_FAILURES"]);
  await run("update sign_in_failures set at = at - interval '16 minutes'");
  assert.equal((await post("/sign-in/email", right)).status, 200);
});

test("requests to sign in are counted by network", async (t) => {
  const { post } = await startSignIn(t);
  const tries = Array.from({ length: 25 }, (_, n) =>
    post("/sign-in/email", { email: `nobody${n}@shop.example`, password: "wrong password" }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 401).length, 20);
  assert.equal(statuses.filter((status) => status === 429).length, 5);
});

test("neither an email nor a password is in the log", async (t) => {
  const { post, newLink, logged } = await startSignIn(t);
  await post("/one-time-link/open", { token: await newLink(), ...who });
  await post("/sign-in/email", { email: "other@shop.example", password: "wrong password" });
  await post("/sign-in/email", { email: "ada@shop.example", password: "wrong password" });
  assert.doesNotMatch(logged.join("\n"), /shop\.example|password|correct horse/);
});

test("signing in again ends the session before, and no other", async (t) => {
  const { post, newLink, me, run } = await startSignIn(t);
  const first = await post("/one-time-link/open", { token: await newLink(), ...who });
  const right = { email: who.email.toLowerCase(), password: who.password };
  const elsewhere = await post("/sign-in/email", right);
  const again = await post("/sign-in/email", right, { Cookie: first.cookie });
  assert.equal(again.status, 200);
  assert.deepEqual([await me(first.cookie), await me(again.cookie)], [401, 200]);

  const wrong = { ...right, password: "wrong password" };
  assert.equal((await post("/sign-in/email", wrong, { Cookie: again.cookie })).status, 401);
  assert.equal(await me(again.cookie), 200);

  const [{ id }] = await run("select id from operators");
  const token = await newLink({ operatorId: id });
  const linked = await post("/one-time-link/open", { token }, { Cookie: again.cookie });
  assert.deepEqual([await me(again.cookie), await me(linked.cookie)], [401, 200]);
  assert.equal(await me(elsewhere.cookie), 200);
});
