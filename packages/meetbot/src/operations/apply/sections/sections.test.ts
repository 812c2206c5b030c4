import assert from "node:assert/strict";
import { after, test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import type { CheckAnswer } from "../../../features/connectors/host/messages.ts";
import { app, openServer, page, startPlatforms } from "../apply.fixture.ts";

const platforms = await startPlatforms({ after });

const bot = (more: string) => `bots:
  bot_shop:
    settings: { name: Lanterns, endpoint: "https://shop.example/meetbot" }
    secrets: { signing: { env: SIGNING } }
${more}`;

test("a new signing secret waits to be promoted, and another one is refused as long as it does", async (t) => {
  const { store, env, apply, countRecords } = await openServer(t);
  env.SIGNING = newSecret();
  await apply(bot(""));
  env.SIGNING = newSecret();
  const rotated = await apply(bot(""));
  assert.match(rotated.notes.join(), /meetbot secret promote --bot bot_shop/);
  const records = await countRecords();
  env.SIGNING = newSecret();
  const refused = apply(bot("").replace("Lanterns", "Other"));
  await assert.rejects(refused, /secrets\.signing: the secret was rotated lately/);
  await assert.rejects(apply(bot(""), { isDryRun: true }), { code: "config_refused" });
  assert.equal((await store.bots.find("bot_shop"))?.name, "Lanterns");
  assert.equal(await countRecords(), records);
  env.SIGNING = "a password";
  await assert.rejects(apply(bot("")), /:4: .*This is no signing secret: it is whsec_/);
});

test("a destination follows the file; where it lies is shown for a mailbox only, and a robot's secret goes to no other host", async (t) => {
  const { store, env, apply } = await openServer(t);
  env.SIGNING = newSecret();
  const alert = (fields: string) => bot(`    alerts:\n      desk: { ${fields} }\n`);
  const robot = "kind: dingtalk, name: Desk, events: [conversation.waiting]";
  env.URL = "https://oapi.dingtalk.com/robot/send?access_token=5a";
  env.ROBOT = "SEC5a5a5a5a5a";
  await apply(alert(`${robot}, url: { env: URL }, secret: { env: ROBOT }`));
  const off = await apply(alert(`${robot}, enabled: false`));
  assert.deepEqual(off.told, ["change bots.bot_shop.alerts.desk.enabled: true → false"]);
  env.URL = "https://oapi.dingtalk.com/robot/send?access_token=5b";
  const moved = await apply(alert(`${robot}, enabled: false, url: { env: URL }`));
  assert.deepEqual(moved.told, ["change bots.bot_shop.alerts.desk.url: changed"]);
  const stored = await store.alerts.destinations.secretsOf("bot_shop", "desk");
  assert.deepEqual(stored, { url: env.URL, secret: env.ROBOT });
  env.URL = "https://elsewhere.example/robot/send?access_token=5b";
  const elsewhere = apply(alert(`${robot}, url: { env: URL }`));
  await assert.rejects(elsewhere, /:6: .*desk\.secret: secret was given for another address/);
  const other = apply(alert("kind: slack, name: Desk, events: [shop.unavailable]"));
  await assert.rejects(other, /:6: .*desk\.kind: It is a dingtalk on the server/);
  const unsigned = apply(
    alert("kind: webhook, name: Desk, events: [shop.unavailable], url: { env: URL }").replace(
      "desk:",
      "hook:",
    ),
  );
  await assert.rejects(unsigned, /hook\.secret: A webhook's requests are signed/);

  const mail = (email: string) =>
    alert(`kind: email, name: Anna, events: [shop.unavailable], email: ${email}`).replace(
      "desk:",
      "anna:",
    );
  await apply(mail("anna@shop.example"));
  assert.deepEqual((await apply(mail("wei@shop.example"))).told, [
    'change bots.bot_shop.alerts.anna.email: "anna@shop.example" → "wei@shop.example"',
  ]);
});

test("people get the roles of the file; who is no operator is invited once", async (t) => {
  const { store, env, apply, countRecords } = await openServer(t);
  env.SIGNING = newSecret();
  const lena = { administrator: false, name: "Lena", email: "lena@shop.example" };
  const { id } = await store.operators.create(lena);
  const people = (role: string) => `${bot("")}people:
  lena@shop.example: { roles: { bot_shop: ${role} } }
  wei@shop.example: { roles: { bot_shop: viewer } }
`;
  const { told, invitations } = await apply(people("editor"));
  assert.deepEqual(told.slice(-2), [
    'create people.lena@shop.example.roles.bot_shop: "editor"',
    'create people.wei@shop.example.roles.bot_shop: "viewer" (invited)',
  ]);
  assert.deepEqual(
    invitations.map(({ email }) => email),
    ["wei@shop.example"],
  );
  const changed = await apply(people("agent"));
  assert.deepEqual(changed.told, [
    'change people.lena@shop.example.roles.bot_shop: "editor" → "agent"',
  ]);
  assert.deepEqual(changed.invitations, []);
  assert.deepEqual(await store.operators.rolesOf(id), [{ botId: "bot_shop", role: "agent" }]);
  const records = await countRecords();
  assert.deepEqual((await apply(people("agent"))).invitations, []);
  assert.equal(await countRecords(), records);

  const administrator = "people:\n  lena@shop.example: { administrator: true }\n";
  assert.deepEqual((await apply(administrator)).told, [
    "change people.lena@shop.example.administrator: false → true",
  ]);
  await assert.rejects(apply(people("agent")), /:6: .*roles: Administrators own every bot/);
  const [entry] = await store.operators.auditPage({ limit: 1 });
  assert.deepEqual([entry?.actor, entry?.action], ["apply", "role_changed"]);
});

test("a shop is asked before its new key is stored, and what it refuses is a fault", async (t) => {
  const { store, env, apply, host } = await openServer(t);
  Object.assign(env, { KEY: "ck_1", SECRET: "cs_1" });
  const file = `bots:
  bot_shop:
    settings: { name: Lanterns, endpoint: "connector:woocommerce" }
    connection:
      url: https://shop.example/
      consumerKey: { env: KEY }
      consumerSecret: { env: SECRET }
`;
  await apply(file);
  assert.deepEqual((await apply(file)).told, []);
  env.KEY = "ck_2";
  assert.deepEqual((await apply(file)).told, [
    "change bots.bot_shop.connection.consumerKey: changed",
  ]);
  assert.equal((await store.connections.open("bot_shop"))?.config.consumerKey, "ck_2");
  const refusal: CheckAnswer = { isOk: false, problem: "unreachable", detail: "no answer" };
  host.check = async () => refusal;
  env.KEY = "ck_3";
  await assert.rejects(apply(file), /:4: bots\.bot_shop\.connection: .*\(unreachable: no answer\)/);
  assert.equal((await store.connections.open("bot_shop"))?.config.consumerKey, "ck_2");
  await assert.rejects(apply(file.replace("url:", "uri:")), /:5: .*Nothing is called uri here/);
});

test("a page's secrets are tried before they are stored, and stay where the file leaves them out", async (t) => {
  const { store, env, apply } = await openServer(t, platforms);
  Object.assign(env, { SIGNING: newSecret(), TOKEN: "no token", APP: app.secret, VERIFY: "v" });
  const file = bot(`    channels:
      messenger:
        page_id: "${page.id}"
        page_token: { env: TOKEN }
        app_secret: { env: APP }
        verify_token: { env: VERIFY }
`);
  await assert.rejects(apply(file), /:6: bots\.bot_shop\.channels\.messenger: Meta did not say/);
  assert.deepEqual(await store.bots.list(), []);
  env.TOKEN = page.token;
  await apply(file);
  env.VERIFY = "another";
  const left = file.replace(/ {8}(page_token|app_secret).*\n/g, "");
  assert.deepEqual((await apply(left)).told, [
    "change bots.bot_shop.channels.messenger.verify_token: changed",
  ]);
  assert.deepEqual((await apply(file)).told, []);
});
