import assert from "node:assert/strict";
import { test } from "node:test";
import { hashToken, newToken } from "../../../secrets/token.ts";
import { bot } from "../../../store/store.fixture.ts";
import { newcomer, type Person, startPeople } from "./people.fixture.ts";

test("who is no administrator reaches nothing of the operators, whatever they own", async (t) => {
  const { call, person, store } = await startPeople(t);
  const owner = await person("owner", { [bot.id]: "owner" });
  const own = `/operators/${owner.operator.id}`;
  for (const [route, body] of [
    ["GET /operators"],
    ["GET /operators/audit"],
    ["GET /audit"],
    ["POST /operators/invitations", { email: "new@shop.example", administrator: true }],
    [`PATCH ${own}`, { administrator: true }],
    [`POST ${own}/link`, {}],
    [`DELETE ${own}`],
    ["DELETE /operators/invitations/link_1"],
  ] as const) {
    const { status, code } = await call(owner, route, body);
    assert.deepEqual([status, code], [403, "role_too_low"], route);
  }
  assert.equal((await store.operators.find(owner.operator.id))?.administrator, false);
});

test("an administrator sees everybody, with their roles and when they were last here", async (t) => {
  const { call, person } = await startPeople(t);
  const admin = await person("admin", "administrator");
  const owner = await person("owner", { [bot.id]: "owner" });
  const path = `POST /bots/${bot.id}/invitations`;
  const { invitation } = (await call(owner, path, { email: "a@shop.example", role: "viewer" }))
    .said;
  const { said } = await call(admin, "GET /operators");
  assert.partialDeepStrictEqual(said.data, [
    { email: "admin@shop.example", administrator: true, roles: [] },
    { email: "owner@shop.example", roles: [{ bot_id: bot.id, role: "owner" }] },
  ]);
  assert.match(said.data[1].signed_in_at, /^\d{4}-/);
  assert.deepEqual(said.invitations, [invitation]);
  const revoked = await call(admin, `DELETE /operators/invitations/${invitation.invitation_id}`);
  assert.equal(revoked.status, 204);
});

test("an administrator invites another, who then is one", async (t) => {
  const { call, person, open } = await startPeople(t);
  const admin = await person("admin", "administrator");
  const order = { email: "new@shop.example", administrator: true };
  const { link } = (await call(admin, "POST /operators/invitations", order)).said;
  const { cookie } = await open(link, newcomer);
  const me = (await call({ ...admin, cookie }, "GET /me")).said;
  assert.equal(me.administrator, true);
  const again = await call(admin, "POST /operators/invitations", order);
  assert.equal(again.code, "owns_every_bot");
});

test("who is invited without a bot signs in and has nothing; who is an operator cannot be again", async (t) => {
  const { call, person, open } = await startPeople(t);
  const admin = await person("admin", "administrator");
  const order = { email: "new@shop.example" };
  const { link } = (await call(admin, "POST /operators/invitations", order)).said;
  const { cookie } = await open(link, newcomer);
  const me = (await call({ ...admin, cookie }, "GET /me")).said;
  assert.partialDeepStrictEqual(me, { administrator: false, roles: [] });
  assert.equal((await call(admin, "POST /operators/invitations", order)).code, "is_operator");
  const raised = await call(admin, "POST /operators/invitations", {
    ...order,
    administrator: true,
  });
  assert.equal(raised.said.given_to.email, "new@shop.example");
  assert.equal((await call({ ...admin, cookie }, "GET /operators")).status, 200);
});

test("the only administrator is neither demoted nor removed, not even by the admin token", async (t) => {
  const { call, person } = await startPeople(t);
  const admin = await person("admin", "administrator");
  const path = `/operators/${admin.operator.id}`;
  for (const as of [admin, null]) {
    const demoted = await call(as, `PATCH ${path}`, { administrator: false });
    assert.deepEqual([demoted.status, demoted.code], [409, "last_administrator"]);
    const removed = await call(as, `DELETE ${path}`);
    assert.deepEqual([removed.status, removed.code], [409, "last_administrator"]);
  }
  assert.equal((await call(admin, "GET /operators")).status, 200);
});

test("of administrators who demote and remove one another at once, one is left", async (t) => {
  const { call, person, store } = await startPeople(t);
  const admins: Person[] = [];
  for (const name of ["a", "b", "c", "d"]) admins.push(await person(name, "administrator"));
  const results = await Promise.all(
    admins.flatMap((admin, index) => {
      const path = `/operators/${admin.operator.id}`;
      const by = admins[(index + 1) % admins.length] ?? null;
      return [
        call(by, `PATCH ${path}`, { administrator: false }),
        call(admin, `PATCH ${path}`, { administrator: false }),
        call(null, `DELETE ${path}`),
      ];
    }),
  );
  const left = (await store.operators.list()).filter(({ administrator }) => administrator);
  assert.equal(left.length, 1, JSON.stringify(results.map(({ status, code }) => [status, code])));
  assert(results.every(({ status }) => status < 500));
});

test("who is demoted is no administrator from the next request on, and their links end", async (t) => {
  const { call, person, open } = await startPeople(t);
  const [admin, other] = [
    await person("admin", "administrator"),
    await person("other", "administrator"),
  ];
  const order = { email: "new@shop.example", administrator: true };
  const invitation = (await call(other, "POST /operators/invitations", order)).said.link;
  const path = `POST /operators/${admin.operator.id}/link`;
  const { link, expires_at } = (await call(other, path)).said;
  assert(new Date(expires_at).getTime() > Date.now());
  const demotion = await call(admin, `PATCH /operators/${other.operator.id}`, {
    administrator: false,
  });
  assert.equal(demotion.status, 204);
  assert.equal((await call(other, "GET /operators")).status, 403);
  assert.equal((await call(other, `GET /bots/${bot.id}`)).status, 404);
  assert.equal((await open(invitation, newcomer)).said.code, "LINK_DEAD");
  assert.equal((await open(link)).said.code, "LINK_DEAD");
});

test("of who is removed nothing opens anything: session, API token, invitation, sign-in link", async (t) => {
  const { call, person, open, store } = await startPeople(t);
  const admin = await person("admin", "administrator");
  const gone = await person("gone", { [bot.id]: "owner" });
  const token = newToken();
  await store.operators.database
    .insertInto("apiTokens")
    .values({
      tokenId: "token_1",
      tokenHash: hashToken(token),
      operatorId: gone.operator.id,
      name: "a script",
      scopes: ["bots:read"],
      botId: null,
      expiresAt: null,
    })
    .execute();
  assert.equal((await call(token, `GET /bots/${bot.id}`)).status, 200);
  const path = `POST /bots/${bot.id}/invitations`;
  const invited = (await call(gone, path, { email: "new@shop.example", role: "owner" })).said.link;
  const { link } = (await call(admin, `POST /operators/${gone.operator.id}/link`)).said;

  assert.equal((await call(admin, `DELETE /operators/${gone.operator.id}`)).status, 204);

  assert.equal((await call(gone, "GET /me")).status, 401);
  assert.equal((await call(token, `GET /bots/${bot.id}`)).status, 401);
  assert.equal((await open(invited, newcomer)).status, 404);
  assert.equal((await open(link)).status, 404);
  const { data } = (await call(admin, "GET /operators/audit?limit=3")).said;
  assert.deepEqual(
    data.map(({ action, detail }: { action: string; detail: { for: string } }) => [
      action,
      detail.for,
    ]),
    [
      ["operator_removed", "gone@shop.example"],
      ["link_revoked", "new@shop.example"],
      ["link_created", "gone@shop.example"],
    ],
  );
});

test("a link for who is locked out signs them in once, and a new one ends the one before", async (t) => {
  const { call, person, open } = await startPeople(t);
  const admin = await person("admin", "administrator");
  const locked = await person("locked", { [bot.id]: "viewer" });
  const path = `POST /operators/${locked.operator.id}/link`;
  const [first, second] = [(await call(admin, path)).said, (await call(admin, path)).said];
  assert.equal((await open(first.link)).status, 404);
  const { cookie, status } = await open(second.link);
  assert.equal(status, 200);
  const me = (await call({ ...admin, cookie }, "GET /me")).said;
  assert.equal(me.operator.email, "locked@shop.example");
  assert.equal((await open(second.link)).status, 404);
  assert.equal((await call(admin, "POST /operators/op_nobody/link")).status, 404);
});

test("the log of operators comes page by page, newest first, and by action", async (t) => {
  const { call, person, store } = await startPeople(t);
  const admin = await person("admin", "administrator");
  for (let n = 1; n <= 5; n += 1) {
    await store.operators.record("somebody", "password_changed", { n });
  }
  const page = async (query: string) => (await call(admin, `GET /operators/audit?${query}`)).said;
  const first = await page("limit=2&action=password_changed");
  const next = await page(`limit=3&action=password_changed&cursor=${first.next_cursor}`);
  const numbers = [...first.data, ...next.data].map(({ detail }) => detail.n);
  assert.deepEqual(numbers, [5, 4, 3, 2, 1]);
  assert.equal(next.next_cursor, null);
  assert.equal((await page("cursor=nonsense")).code, "invalid_cursor");
});

test("both logs are exported in their order, each entry once, and the last minute later", async (t) => {
  const { call, person, run } = await startPeople(t);
  const admin = await person("admin", "administrator");
  await run("delete from audit");
  await run("delete from operator_audit");
  await run(
    `
    insert into audit (bot_id, at, actor, action, detail)
    select $1, timestamptz '2026-01-01' + nth / 2 * interval '1 microsecond', 'ada', 'bot_changed',
      jsonb_build_object('nth', nth)
    from generate_series(1, 5) as nth`,
    [bot.id],
  );
  await run(`
    insert into operator_audit (at, actor, action, detail)
    select timestamptz '2026-01-01' + nth * interval '1 microsecond', 'ada', 'signed_in', '{}'
    from generate_series(1, 2) as nth`);
  await run("insert into operator_audit (actor, action, detail) values ('ada', 'signed_in', '{}')");

  const ids: string[] = [];
  const bots: (string | null)[] = [];
  for (let query = "?limit=2"; ids.length < 10; query = `?limit=2&after=${ids.at(-1)}`) {
    const { said } = await call(admin, `GET /audit${query}`);
    if (said.data.length === 0) break;
    ids.push(...said.data.map(({ id }: { id: string }) => id));
    bots.push(...said.data.map(({ bot_id }: { bot_id: string | null }) => bot_id));
  }
  assert.deepEqual([ids.length, new Set(ids).size], [7, 7]);
  assert.deepEqual(bots, [bot.id, bot.id, bot.id, null, bot.id, bot.id, null]);
  assert.equal((await call(admin, "GET /audit?after=1.bot")).status, 400);
});
