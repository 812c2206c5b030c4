import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { type Package, signIdentity } from "@meetbot/sdk";
import { post, takeSeat } from "../fixtures/conversation.ts";
import { dump, embeddedDatabase, runSql } from "../fixtures/dump.ts";
import { eventually } from "../fixtures/eventually.ts";
import { type Guest, openGuest } from "../fixtures/guest.ts";
import { createBot } from "../fixtures/installation.ts";
import { createMachine } from "../fixtures/machine.ts";
import { startMailServer } from "../fixtures/mail-server.ts";
import { lookUpsOf, startBabble, startOwnShop } from "../fixtures/own-shop.ts";
import { assertSees, createShopper } from "../fixtures/shopper.ts";
import { hasTrace } from "../fixtures/traces.ts";

// A stranger has copies of the database, of its log, of the server's log at its wordiest and of the
// metrics, and looks for what customers said, are and were shown.

const shopper = createShopper("canaryguest");
const member = createShopper("canarymember");
const pkg = {
  order_number: shopper.orders[0]!.order_number,
  package_number: "CANARYPKG99114",
  product_name: "A canary in a package",
  carrier: "Canary Carrier",
  tracking_number: "CANARYTRACK55123",
  tracking_url: "https://carrier.example/canary-tracking",
  package_status: "in transit",
} satisfies Package;
const refusedEmail = "canary-refused@shopper.example";
const ownWords = "my street is 7 Canary Square and my phone is 555 0173 9241";
const badPayload = "canary-payload";
const badToken = "canary-token";
const login = { name: "canary-login", password: "canary-mail-password" };
const babbleText = '{"orders":[{"recipient_name":"Canary Babble"';

const shop = await startOwnShop(
  { after },
  { ...lookUpsOf([shopper, member]), packages: () => ({ packages: [pkg] }) },
);
const babble = await startBabble({ after }, babbleText);
const mail = await startMailServer({ after });
mail.refuse(refusedEmail);
const machine = createMachine({ after });
const env = {
  MEETBOT_LOG_LEVEL: "debug",
  MEETBOT_SMTP_URL: mail.url.replace("//", `//${login.name}:${login.password}@`),
  MEETBOT_MAIL_FROM: "Shop <orders@shop.example>",
};
const server = await machine.start(["serve", "--port", "0"], env);
const bot = await createBot(machine, env, shop);
const babbling = await createBot(machine, env, { endpoint: babble, serve() {} });
const database = await embeddedDatabase(machine.dataDir);
const newSecrets = [await rotate("signing"), await rotate("identity"), await rotate("push")];
await runHere("secret", "promote", "--bot", bot.botId, "--untested");
await runHere("bot", "test", babbling.botId);

const home = join(machine.dataDir, "postgres");
const read = (...path: string[]) => readFileSync(join(...path), "utf8").trim();

/** What must not be found, and where it was said: filled by the tests that say it. */
const canaries = [
  ...shopper.everything,
  ...member.everything,
  ...[pkg.package_number, pkg.product_name, pkg.tracking_number, pkg.tracking_url],
  ...["Canary Square", "555 0173 9241", refusedEmail, badPayload, badToken, "Canary Babble"],
  ...[login.name, login.password, read(machine.dataDir, "master.key")],
  ...[read(home, "meetbot.password"), read(home, "postgres.password")],
  ...[bot, babbling].flatMap(({ signingSecret, identitySecret, pushSecret }) => [
    signingSecret,
    identitySecret,
    pushSecret,
  ]),
  ...newSecrets,
];

/** Runs a command as the operator does who has the server's settings. */
async function runHere(...args: string[]): Promise<string> {
  return (await machine.run(args, { env })).stdout;
}

/** Makes a new secret of a bot, and returns it. */
async function rotate(kind: "signing" | "identity" | "push"): Promise<string> {
  const which = kind === "signing" ? [] : [`--${kind}`];
  const printed = await runHere("secret", "rotate", "--bot", bot.botId, ...which, "--json");
  return JSON.parse(printed)[`${kind}_secret`];
}

/** Talks about everything there is, and has everything fail that can. */
async function talk() {
  const guest = await openGuest(server.url, bot.botId);
  await guest.say(`show order ${pkg.order_number}, my email is ${shopper.email}`, 2);
  await guest.tap("See all details", 1);
  await guest.say(shopper.email, 1);
  const right = mail.codeFor(shopper.email);
  const wrong = right === "480213" ? "480214" : "480213";
  await guest.say(wrong, 1);
  await guest.say(right, 3);
  await guest.tap("Where is it?", 2);
  await guest.say(`where is package ${pkg.package_number}?`, 2);
  await guest.say(`my orders, ${shopper.email}`, 2);
  assertSees(guest, shopper);
  await guest.say(ownWords, 1);
  await post(guest.seat, { payload: badPayload });
  await guest.replies(1);

  const { botId, identitySecret } = bot;
  const identity = signIdentity({ identitySecret, botId, account: member.email });
  const signedIn = await openGuest(server.url, botId, { identity });
  await signedIn.say("my orders in progress", 2);
  assertSees(signedIn, member);
  const forged = `${identity.slice(0, -4)}AAAA`;
  await assert.rejects(takeSeat(server.url, botId, { identity: forged }));
  const headers = { authorization: `Bearer ${badToken}` };
  await fetch(`${server.url}/chat/${botId}/events`, { headers });

  const unmailed = await openGuest(server.url, botId);
  await unmailed.say(`my orders, ${member.email}`, 2);
  await unmailed.tap("Get a code by email", 1);
  const other = mail.codeFor(member.email);
  await unmailed.say(refusedEmail, 1);
  const unanswered = await openGuest(server.url, babbling.botId);
  await unanswered.say(`where is ${pkg.order_number}? ${shopper.email}`, 1);
  await talkWhileBroken(guest);

  const guests = [guest, signedIn, unmailed, unanswered];
  const [head, claims, signature] = identity.split(".");
  canaries.push(right, wrong, other, identity, `${head}.${claims}`, `${claims}`, `${signature}`);
  canaries.push(...guests.map(({ seat }) => seat.token));
  canaries.push(...guests.flatMap(choiceTokens));
  return { guest, signedIn, unmailed, unanswered };
}

/** Makes the database refuse the rows to be stored: its own error quotes the row. */
async function talkWhileBroken(guest: Guest): Promise<void> {
  const refuse = (what: string) =>
    `alter table messages add constraint broken check (${what}) not valid`;
  const mend = "alter table messages drop constraint broken";
  await runSql(database, refuse("false"));
  const response = await post(guest.seat, { text: ownWords });
  assert.equal(response.status, 500);
  await runSql(database, mend, refuse("direction = 'in'"));
  await post(guest.seat, { text: ownWords });
  await eventually(5_000, async () =>
    assert.match(server.printed.stderr, /work in a conversation failed/),
  );
  await runSql(database, mend);
  await guest.replies(1);
}

const conversations = await talk();
const dumped = await dump(database);

test("a copy of the database shows nothing that customers said, are or were shown", () => {
  for (const name of [
    ...["messages", "conversations", "deliveries", "attempts", "bot_secrets"],
    ...["endpoint_tests", "audit", "lookup_root"],
  ]) {
    assert(dumped.find((table) => table.name === `public.${name}`)?.rows.length, name);
  }
  for (const { name, bytes } of dumped) assertClean(name, bytes);
});

test("the server's log at its wordiest shows none of it, whatever failed", () => {
  const log = server.printed.stderr + server.printed.stdout;
  for (const failure of [
    /"reason":"signature".*"a signed identity was refused"/,
    /"outcome":"invalid_json".*"the shop did not answer"/,
    /"outcome":"address_refused".*"A mail was not sent/,
    /"work in a conversation failed"/,
    /"request failed"/,
  ]) {
    assert.match(log, failure);
  }
  assertClean("the server's log", Buffer.from(log));
});

test("PostgreSQL's own log shows none of it", () => {
  const log = readFileSync(join(home, "server.log"));
  assert.match(log.toString(), /ready to accept connections/);
  assertClean("PostgreSQL's log", log);
});

test("the metrics show none of it", async () => {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  assert.match(metrics, /^meetbot_code_mails_total\{outcome="address_refused"\} 1$/m);
  assertClean("the metrics", Buffer.from(metrics));
});

test("what is counted of a customer is stored under a key, and not as a plain hash", () => {
  const { email } = shopper;
  const scope = [bot.botId, "email_codes", email];
  const guesses = [email, email.toUpperCase(), JSON.stringify(scope), scope.join(" ")];
  const hashes = ["sha256", "sha512-256", "sha3-256", "blake2s256"].flatMap((algorithm) =>
    guesses.map((guess) => createHash(algorithm).update(guess).digest("hex")),
  );
  const rowsOf = (name: string) => dumped.find((table) => table.name === `public.${name}`)!.rows;
  const stored = [
    ...rowsOf("attempts").flatMap(({ scope, item }) => [scope, item]),
    ...rowsOf("conversation_accounts").map(({ lookup }) => lookup),
  ];
  for (const value of stored) {
    assert(Buffer.isBuffer(value) && value.length === 32);
    assert(!hashes.includes(value.toString("hex")));
  }
});

test("of a customer who was deleted, no row of any conversation is left, of others all is", async () => {
  const { guest, unanswered, signedIn, unmailed } = conversations;
  const idsOf = (...guests: Guest[]) => guests.map(({ seat }) => seat.conversationId);
  const [theirs, others] = [idsOf(guest, unanswered), idsOf(signedIn, unmailed)];
  const before = Buffer.concat((await dump(database)).map(({ bytes }) => bytes));
  for (const id of [...theirs, ...others]) assert(hasTrace(id, before));

  const email = shopper.email.toUpperCase();
  const deleted = await machine.run(["customer", "delete", "--email", email], { env });
  assert.deepEqual([deleted.stdout, deleted.stderr], ["2 conversations deleted.\n", ""]);

  const tables = await dump(database);
  for (const { name, bytes } of tables) {
    for (const id of theirs) assert(!hasTrace(id, bytes), `${id} is in ${name}`);
  }
  for (const name of ["conversations", "messages", "conversation_accounts"]) {
    const { bytes } = tables.find((table) => table.name === `public.${name}`)!;
    for (const id of others) assert(hasTrace(id, bytes), `${id} is no longer in ${name}`);
  }
  const attempts = tables.find(({ name }) => name === "public.attempts")!.rows;
  assert(attempts.length > 0);
  assert.deepEqual(Object.keys(attempts[0]!).sort(), ["bot_id", "expires_at", "item", "scope"]);
});

function assertClean(where: string, bytes: Buffer): void {
  for (const canary of canaries) assert(!hasTrace(canary, bytes), `${canary} is in ${where}`);
}

/** The tokens of the choices a guest was offered, less the names that are everybody's. */
function choiceTokens({ heard }: Guest): string[] {
  const choices = heard.flatMap((one) => (one.from === "bot" ? (one.reply.choices ?? []) : []));
  return choices.map(({ payload }) => payload).filter((payload) => !payload.startsWith("menu:"));
}
