import assert from "node:assert/strict";
import { test } from "node:test";
import { bot } from "../../../store/store.fixture.ts";
import { newcomer, otherBot, startPeople } from "./people.fixture.ts";

const people = `/bots/${bot.id}/people`;
const invitations = `/bots/${bot.id}/invitations`;
const wish = (role: string, email = "New@shop.example") => ({ email, role });

test("an owner invites, and who opens the link has exactly that role", async (t) => {
  const { call, person, open, logged } = await startPeople(t);
  const owner = await person("owner", { [bot.id]: "owner" });
  const { status, said } = await call(owner, `POST ${invitations}`, wish("editor"));
  assert.equal(status, 201);
  assert.match(said.link, /^http:\/\/localhost:\d+\/console\/welcome#[\w-]{43}$/);
  assert.partialDeepStrictEqual(said.invitation, {
    email: "new@shop.example",
    role: "editor",
    bot_id: bot.id,
    administrator: false,
    created_by: "owner@shop.example",
  });
  const token = said.link.split("#")[1];
  const listed = await call(owner, `GET ${people}`);
  assert.deepEqual(listed.said.invitations, [said.invitation]);
  assert(!JSON.stringify(listed.said).includes(token));

  const opened = await open(said.link, newcomer);
  assert.equal(opened.status, 200);
  const me = (await call({ ...owner, cookie: opened.cookie }, "GET /me")).said;
  assert.partialDeepStrictEqual(me, {
    operator: { email: "new@shop.example" },
    administrator: false,
    roles: [{ bot_id: bot.id, role: "editor" }],
  });
  const after = await call(owner, `GET ${people}`);
  assert.deepEqual(after.said.invitations, []);
  assert.deepEqual(
    after.said.members.map(({ email, role }: { email: string; role: string }) => [email, role]),
    [
      ["owner@shop.example", "owner"],
      ["new@shop.example", "editor"],
    ],
  );
  assert(!logged.join("\n").includes(token));
  assert.doesNotMatch(logged.join("\n"), /shop\.example/);
});

test("viewers and editors see who is there, and neither invite, change nor remove", async (t) => {
  const { call, person, store } = await startPeople(t);
  const owner = await person("owner", { [bot.id]: "owner" });
  const { said } = await call(owner, `POST ${invitations}`, wish("viewer"));
  const id = said.invitation.invitation_id;
  for (const role of ["viewer", "editor"] as const) {
    const low = await person(role, { [bot.id]: role, [otherBot.id]: "owner" });
    const own = `${people}/${low.operator.id}`;
    for (const [route, body] of [
      [`POST ${invitations}`, wish("owner")],
      [`DELETE ${invitations}/${id}`],
      [`PUT ${own}`, { role: "owner" }],
      [`PUT ${people}/${owner.operator.id}`, { role: "viewer" }],
      [`DELETE ${people}/${owner.operator.id}`],
    ] as const) {
      const { status, code } = await call(low, route, body);
      assert.deepEqual([status, code], [403, "role_too_low"], `${role}: ${route}`);
    }
    const seen = (await call(low, `GET ${people}`)).said;
    assert.equal(seen.members[0].email, "owner@shop.example");
    assert.deepEqual(seen.invitations, []);
    assert.equal(await store.operators.roleOn(bot.id, low.operator), role);
  }
});

test("an owner of another bot reaches neither people nor invitations of this one", async (t) => {
  const { call, person, store } = await startPeople(t);
  const owner = await person("owner", { [bot.id]: "owner" });
  const stranger = await person("stranger", { [otherBot.id]: "owner" });
  const made = await call(owner, `POST ${invitations}`, wish("viewer"));
  const id = made.said.invitation.invitation_id;
  assert.equal((await call(stranger, `GET ${people}`)).status, 404);
  assert.equal((await call(stranger, `POST ${invitations}`, wish("owner"))).status, 404);
  // By way of their own bot they reach no other bot's, either.
  const own = `/bots/${otherBot.id}`;
  assert.equal((await call(stranger, `DELETE ${own}/invitations/${id}`)).status, 404);
  const path = `${own}/people/${owner.operator.id}`;
  assert.equal((await call(stranger, `PUT ${path}`, { role: "viewer" })).status, 404);
  assert.equal((await call(stranger, `DELETE ${path}`)).status, 404);
  assert.equal((await store.operators.invitations(bot.id)).length, 1);
  assert.equal(await store.operators.roleOn(bot.id, owner.operator), "owner");
});

test("who is an operator already has the role at once, and no link is made", async (t) => {
  const { call, person, store } = await startPeople(t);
  const owner = await person("owner", { [bot.id]: "owner" });
  const known = await person("known", {});
  const { status, said } = await call(
    owner,
    `POST ${invitations}`,
    wish("editor", "KNOWN@shop.example"),
  );
  assert.equal(status, 201);
  assert.partialDeepStrictEqual(said, {
    link: null,
    invitation: null,
    given_to: { email: "known@shop.example", name: "known" },
  });
  assert.equal(await store.operators.roleOn(bot.id, known.operator), "editor");
  const again = await call(owner, `POST ${invitations}`, wish("viewer", "known@shop.example"));
  assert.deepEqual([again.status, again.code], [409, "has_role"]);
  assert.equal(await store.operators.roleOn(bot.id, known.operator), "editor");
});

test("administrators own every bot: no owner changes or removes them", async (t) => {
  const { call, person } = await startPeople(t);
  const owner = await person("owner", { [bot.id]: "owner" });
  const admin = await person("admin", "administrator");
  const path = `${people}/${admin.operator.id}`;
  for (const [route, body] of [
    [`PUT ${path}`, { role: "viewer" }],
    [`DELETE ${path}`],
    [`POST ${invitations}`, wish("viewer", "admin@shop.example")],
  ] as const) {
    const { status, code } = await call(owner, route, body);
    assert.deepEqual([status, code], [409, "owns_every_bot"], route);
  }
  const { members } = (await call(owner, `GET ${people}`)).said;
  assert.partialDeepStrictEqual(members[1], { role: "owner", administrator: true });
});

test("an owner may lower and remove themselves, and is out at once", async (t) => {
  const { call, person } = await startPeople(t);
  const owner = await person("owner", { [bot.id]: "owner" });
  const second = await person("second", { [bot.id]: "owner" });
  const lowered = await call(owner, `PUT ${people}/${owner.operator.id}`, { role: "viewer" });
  assert.equal(lowered.said.role, "viewer");
  const back = await call(owner, `PUT ${people}/${owner.operator.id}`, { role: "owner" });
  assert.equal(back.status, 403);
  assert.equal((await call(second, `DELETE ${people}/${second.operator.id}`)).status, 204);
  assert.equal((await call(second, `GET ${people}`)).status, 404);
  assert.equal((await call(second, `DELETE ${people}/${second.operator.id}`)).status, 404);
});

test("invitations of who is owner no longer open nothing", async (t) => {
  const { call, person, open } = await startPeople(t);
  const first = await person("first", { [bot.id]: "owner", [otherBot.id]: "owner" });
  const second = await person("second", { [bot.id]: "owner" });
  const made = async (as: typeof first, path: string, email: string) =>
    (await call(as, `POST ${path}`, wish("owner", email))).said.link as string;
  const lowered = await made(first, invitations, "a@shop.example");
  const elsewhere = await made(first, `/bots/${otherBot.id}/invitations`, "b@shop.example");
  const removed = await made(second, invitations, "c@shop.example");
  const path = `${people}/${first.operator.id}`;
  assert.equal((await call(second, `PUT ${path}`, { role: "editor" })).status, 200);
  assert.equal((await open(lowered, newcomer)).said.code, "LINK_DEAD");
  assert.equal((await open(elsewhere, newcomer)).status, 200);
  assert.equal((await call(null, `DELETE ${people}/${second.operator.id}`)).status, 204);
  assert.equal((await open(removed, newcomer)).said.code, "LINK_DEAD");
});

test("of an owner who is lowered while they invite, no invitation is left", async (t) => {
  const { call, person, store } = await startPeople(t);
  for (let round = 0; round < 6; round += 1) {
    const owner = await person(`owner${round}`, { [bot.id]: "owner" });
    const path = `${people}/${owner.operator.id}`;
    await Promise.all([
      call(owner, `POST ${invitations}`, wish("owner", `a${round}@shop.example`)),
      call(null, `PUT ${path}`, { role: "viewer" }),
      call(owner, `POST ${invitations}`, wish("owner", `b${round}@shop.example`)),
    ]);
    assert.deepEqual(await store.operators.invitations(bot.id), []);
  }
});

test("a revoked invitation opens nothing, and a newer one ends the one before", async (t) => {
  const { call, person, open } = await startPeople(t);
  const owner = await person("owner", { [bot.id]: "owner" });
  const invite = async () => (await call(owner, `POST ${invitations}`, wish("viewer"))).said;
  const [first, second] = [await invite(), await invite()];
  assert.equal((await open(first.link, newcomer)).status, 404);
  const path = `DELETE ${invitations}/${second.invitation.invitation_id}`;
  assert.equal((await call(owner, path)).status, 204);
  assert.equal((await open(second.link, newcomer)).status, 404);
  assert.equal((await call(owner, path)).status, 404);
});

test("who was invited to two bots opens the second link signed in, and nobody else does", async (t) => {
  const { call, person, open, store } = await startPeople(t);
  const owner = await person("owner", { [bot.id]: "owner", [otherBot.id]: "owner" });
  const first = (await call(owner, `POST ${invitations}`, wish("viewer"))).said.link;
  const path = `POST /bots/${otherBot.id}/invitations`;
  const second = (await call(owner, path, wish("editor"))).said.link;
  const { cookie } = await open(first, newcomer);
  assert.equal((await open(second, newcomer)).said.code, "OPERATOR_EXISTS");
  assert.equal((await open(second, newcomer, owner.cookie)).said.code, "OPERATOR_EXISTS");
  assert.equal((await open(second, {}, cookie)).status, 200);
  const known = await store.operators.findByEmail("new@shop.example");
  assert(known);
  assert.equal(await store.operators.roleOn(otherBot.id, known), "editor");
});

test("every change of people stands in both logs, with who made it and without a link", async (t) => {
  const { call, person, open, store } = await startPeople(t);
  const owner = await person("owner", { [bot.id]: "owner" });
  const gone = (await call(owner, `POST ${invitations}`, wish("owner", "x@shop.example"))).said;
  await call(owner, `DELETE ${invitations}/${gone.invitation.invitation_id}`);
  const { link } = (await call(owner, `POST ${invitations}`, wish("viewer"))).said;
  await open(link, newcomer);
  const known = await store.operators.findByEmail("new@shop.example");
  await call(owner, `PUT ${people}/${known?.id}`, { role: "editor" });
  await call(owner, `DELETE ${people}/${known?.id}`);

  const who = "new@shop.example";
  const changes = await store.bots.auditOf(bot.id, 6);
  assert.deepEqual(
    changes.map(({ actor, action, detail }) => [actor, action, detail]),
    [
      ["owner@shop.example", "role_changed", { for: who, from: "editor", to: null }],
      ["owner@shop.example", "role_changed", { for: who, from: "viewer", to: "editor" }],
      ["owner@shop.example", "role_changed", { for: who, from: null, to: "viewer" }],
      ["owner@shop.example", "invitation_created", { for: who, role: "viewer" }],
      ["owner@shop.example", "invitation_revoked", { for: "x@shop.example", role: "owner" }],
      ["owner@shop.example", "invitation_created", { for: "x@shop.example", role: "owner" }],
    ],
  );
  const page = (await call(null, "GET /operators/audit?action=role_changed")).said;
  assert.deepEqual(
    page.data.map(({ detail }: { detail: object }) => detail),
    changes.slice(0, 3).map(({ detail }) => ({ bot_id: bot.id, ...detail })),
  );
  const all = JSON.stringify((await call(null, "GET /operators/audit")).said);
  for (const url of [link, gone.link]) assert(!all.includes(url.split("#")[1]));
});

test("changing people takes a sign-in of the last quarter of an hour; revoking does not", async (t) => {
  const { call, person, run } = await startPeople(t);
  const owner = await person("owner", { [bot.id]: "owner" });
  const made = (await call(owner, `POST ${invitations}`, wish("viewer"))).said;
  await run("update operator_sessions set created_at = now() - interval '16 minutes'");
  const path = `${people}/${owner.operator.id}`;
  for (const [route, body] of [
    [`POST ${invitations}`, wish("viewer")],
    [`PUT ${path}`, { role: "viewer" }],
    [`DELETE ${path}`],
  ] as const) {
    assert.equal((await call(owner, route, body)).code, "reauthentication_required", route);
  }
  const id = made.invitation.invitation_id;
  assert.equal((await call(owner, `DELETE ${invitations}/${id}`)).status, 204);
});

test("what is no email, no role or no id at all is refused with its place", async (t) => {
  const { call, person } = await startPeople(t);
  const owner = await person("owner", { [bot.id]: "owner" });
  const wrong = await call(owner, `POST ${invitations}`, wish("owner", "ada"));
  assert.deepEqual([wrong.status, wrong.said.errors[0].pointer], [400, "/email"]);
  const role = await call(owner, `POST ${invitations}`, wish("administrator"));
  assert.deepEqual([role.status, role.said.errors[0].pointer], [400, "/role"]);
  assert.equal((await call(owner, `DELETE ${people}/op_%00`)).status, 404);
  assert.equal((await call(owner, `DELETE ${invitations}/%00`)).status, 404);
});
