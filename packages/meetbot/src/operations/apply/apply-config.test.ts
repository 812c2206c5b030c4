import assert from "node:assert/strict";
import { after, test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import { openServer, setUpRichly, startPlatforms, telegramToken } from "./apply.fixture.ts";

const platforms = await startPlatforms({ after });

const shop = `bots:
  bot_shop:
    settings:
      name: Lanterns
      endpoint: https://shop.example/meetbot
      contact: 0123 456
    secrets:
      signing: { env: SIGNING }
`;

test("what one server exports sets up an empty one, whose export is the same text", async (t) => {
  const [one, other] = [await openServer(t, platforms), await openServer(t, platforms)];
  const secrets = await setUpRichly(one.store);
  const text = await one.exported();
  for (const secret of Object.values(secrets)) assert(!text.includes(secret), secret);
  Object.assign(other.env, secrets);
  const applied = await other.apply(text);
  assert.equal(await other.exported(), text);
  for (const secret of Object.values(secrets)) {
    assert(!JSON.stringify(applied.lines).includes(secret), secret);
  }
  assert.deepEqual(applied.invitations.map(({ email }) => email).sort(), [
    ...["ada@shop.example", "lena@shop.example", "wei@shop.example"],
  ]);
  assert.equal(platforms.telegram.bot(7000000001).webhook !== null, true);

  const records = await other.countRecords();
  const again = await other.apply(text);
  assert.deepEqual([again.told, again.invitations], [[], []]);
  assert.equal(await other.countRecords(), records);
  for (const { actor } of await other.store.bots.auditOf("bot_rich", 99)) {
    assert.equal(actor, "apply");
  }
});

test("an exported file changes nothing where it comes from", async (t) => {
  const { store, env, apply, exported } = await openServer(t, platforms);
  Object.assign(env, await setUpRichly(store));
  assert.deepEqual((await apply(await exported())).told, []);
  for (const name of Object.keys(env)) delete env[name];
  await assert.rejects(apply(await exported()), /is not set.*the server keeps the secret/);
  assert.deepEqual((await apply(await exported(), { keepsStored: true })).told, []);
});

test("a dry run says each difference, secrets not by their value, and stores nothing", async (t) => {
  const { store, env, apply, countRecords } = await openServer(t);
  env.SIGNING = newSecret();
  const first = await apply(shop, { isDryRun: true });
  assert.deepEqual(first.told, [
    "create bots.bot_shop: a new bot",
    'create bots.bot_shop.settings.name: "Lanterns"',
    'create bots.bot_shop.settings.endpoint: "https://shop.example/meetbot"',
    'create bots.bot_shop.settings.contact: "0123 456"',
    "create bots.bot_shop.secrets.signing: set",
  ]);
  assert.deepEqual(await store.bots.list(), []);
  await apply(shop);
  const records = await countRecords();
  env.SIGNING = newSecret();
  const changed = await apply(shop.replace("0123 456", "0123 457"), { isDryRun: true });
  assert.deepEqual(changed.told, [
    'change bots.bot_shop.settings.contact: "0123 456" → "0123 457"',
    "change bots.bot_shop.secrets.signing: changed",
  ]);
  assert.equal(await countRecords(), records);
  await apply(shop);
  assert.equal(await store.bots.signingSecretAt("bot_shop", "next"), env.SIGNING);
  assert.deepEqual((await apply(shop)).told, []);
});

test("what the file does not name stays, and is named as left", async (t) => {
  const { store, env, apply } = await openServer(t, platforms);
  Object.assign(env, await setUpRichly(store));
  const { lines, told } = await apply(`bots:
  bot_rich:
    settings: { contact: call }
    channels: {}
    answers: { answers: { delivery_time: { texts: { en: { text: 3 days } } } } }
    alerts: {}
people:
  ada@shop.example: { administrator: true }
`);
  assert.deepEqual(told, [
    'change bots.bot_rich.settings.contact: "Call us: 0123 # or \\"write\\"" → "call"',
    'create bots.bot_rich.answers.answers.delivery_time.texts.en.text: "3 days"',
  ]);
  assert.deepEqual(
    lines.filter(({ fate }) => fate === "left").map(({ path }) => path),
    [
      ...["bots.bot_rich.channels.messenger", "bots.bot_rich.channels.telegram"],
      ...["bots.bot_rich.alerts.5a5a", "bots.bot_rich.alerts.anna", "bots.bot_platform"],
      "people.lena@shop.example",
    ],
  );
  const book = (await store.answers.newest("bot_rich"))?.book;
  assert.deepEqual(Object.keys(book?.answers ?? {}), ["returns", "own_gifts", "delivery_time"]);
});

const faulty: [what: string, file: string, says: RegExp[]][] = [
  [
    "a plain secret",
    shop.replace("{ env: SIGNING }", "whsec_plain"),
    [
      /^shop\.yaml:8: bots\.bot_shop\.secrets\.signing: A secret never stands in this file itself\. Write \{env: NAME\}/m,
    ],
  ],
  ["a variable that is not set", shop, [/^shop\.yaml:8: .*The variable SIGNING is not set/m]],
  [
    "a file that is not there",
    shop.replace("env: SIGNING", "file: nowhere"),
    [/:8: .*The file nowhere cannot be read \(ENOENT\)/m],
  ],
  [
    "names that are none",
    "bots:\n  bot_shop:\n    setings: {}\npersons: {}\n",
    [
      /:4: persons: .*Allowed: bots, people\./m,
      /:3: .*Allowed: settings, secrets, connection, channels, answers, alerts\./m,
    ],
  ],
  [
    "a setting of another kind",
    shop.replace("0123 456", "0123"),
    [/:6: bots\.bot_shop\.settings\.contact: It is a text; put it in quotes\./m],
  ],
  [
    "a policy that is none",
    shop.replace("contact: 0123 456", "policy: open"),
    [/:6: .*It is one of ladder, code, off\./m],
  ],
  [
    "a new bot without an endpoint",
    "bots:\n  bot_a:\n    settings: { name: A }\n",
    [/:3: .*settings\.endpoint: .*a new one needs this/m],
  ],
  ["no YAML", "bots: [", [/shop\.yaml:1: This is no YAML/]],
  [
    "an answer with a fault",
    `${shop}    answers:\n      answers:\n        returns: { texts: { en: { text: 'Hi {you}' } } }\n`,
    [
      /:11: bots\.bot_shop\.answers\.answers\.returns\.texts\.en\.text: There is no variable \{you\}/m,
    ],
  ],
  [
    "an alert with a plain URL",
    `${shop}    alerts:\n      desk: { kind: slack, name: Desk, events: [conversation.waiting], url: 'https://hooks.slack.com/services/x' }\n`,
    [/:10: .*alerts\.desk\.url: A secret never stands/m],
  ],
  [
    "a person of a bot that is none",
    "people:\n  a@shop.example:\n    roles: { bot_none: editor }\n",
    [/:3: .*There is no bot bot_none/m],
  ],
  [
    "a role that is none",
    "people:\n  a@shop.example:\n    roles: { bot_none: boss }\n",
    [/:3: .*It is one of owner, editor, viewer, agent\./m],
  ],
];

test("faults are named in the order of their lines, and names that are none with those that are", async (t) => {
  const { apply } = await openServer(t);
  const file = `bots:
  bot_shop:
    alerts:
      desk: { kind: fax, name: "", events: [] }
      hall: { kinds: fax }
    answers: { returns: hi }
    settings:
      policy: open
`;
  const error = await apply(file).catch(({ message }: Error) => message);
  assert.deepEqual(String(error).split("\n"), [
    "Nothing is changed.",
    "shop.yaml:2: bots.bot_shop.secrets.signing: A new bot needs the signing secret that its webhook has too: {env: NAME} or {file: PATH}. It is whsec_ and the base64 of 24 to 64 bytes. Make one with: echo whsec_$(openssl rand -base64 32)",
    "shop.yaml:4: bots.bot_shop.alerts.desk.kind: It is one of webhook, slack, teams, feishu, dingtalk, wecom, email.",
    "shop.yaml:4: bots.bot_shop.alerts.desk.name: It is too short: at least 1.",
    "shop.yaml:4: bots.bot_shop.alerts.desk.events: It is too short: at least 1.",
    "shop.yaml:5: bots.bot_shop.alerts.hall.kinds: Nothing is called kinds here. Allowed: kind, name, events, with_text, locale, enabled, url, secret, email.",
    "shop.yaml:6: bots.bot_shop.answers.returns: Nothing is called returns here. Allowed: answers, own_topics, taught.",
    "shop.yaml:7: bots.bot_shop.settings.name: There is no such bot yet, and a new one needs this.",
    "shop.yaml:7: bots.bot_shop.settings.endpoint: There is no such bot yet, and a new one needs this.",
    "shop.yaml:8: bots.bot_shop.settings.policy: It is one of ladder, code, off.",
  ]);
});

test("a file with a fault changes nothing, and each fault says its line and what is allowed", async (t) => {
  const { store, apply, countRecords } = await openServer(t, platforms);
  for (const [what, file, says] of faulty) {
    const error = await apply(file).then(
      () => assert.fail(what),
      (error: Error) => error,
    );
    assert.match(error.message, /^Nothing is changed\./, what);
    for (const one of says) assert.match(error.message, one, what);
    assert(!error.message.includes("whsec_plain"), what);
  }
  assert.deepEqual(await store.bots.list(), []);
  assert.equal(await countRecords(), 0);
});

test("where one step is refused, those before it are taken back", async (t) => {
  const { store, env, apply, countRecords } = await openServer(t);
  env.SIGNING = newSecret();
  await store.operators.create({ administrator: true, name: "Ada", email: "ada@shop.example" });
  const people = "people:\n  ada@shop.example: { administrator: false }\n";
  await assert.rejects(apply(shop + people), {
    code: "config_refused",
    message: /people\.ada@shop\.example: the last administrator stays one/,
  });
  assert.deepEqual(await store.bots.list(), []);
  assert.equal(await countRecords(), 0);
});

test("a platform that refuses as it is connected leaves the rest done, and a second run goes on", async (t) => {
  const { env, apply } = await openServer(t, platforms);
  Object.assign(env, { SIGNING: newSecret(), TOKEN: telegramToken });
  const file = `${shop}    channels:\n      telegram: { token: { env: TOKEN } }\n`;
  platforms.telegram.meetNext({}, {}, {}, {}, { proxySays: 502 });
  await assert.rejects(apply(file), /channels\.telegram: .*All else is done/s);
  assert.deepEqual((await apply(file)).told, ["create bots.bot_shop.channels.telegram.token: set"]);
  assert.deepEqual((await apply(file)).told, []);
});
