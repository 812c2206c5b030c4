import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";
import { startGraphSimulator } from "../../../graph-simulator/start-graph-simulator.ts";

const app = { id: "1517776481860111", secret: "an app secret" };
const page = { id: "1029384756", name: "A shop", token: "a page token" };
const other = { id: "5647382910", name: "Another shop", token: "another token" };

const graph = await startGraphSimulator({ app, pages: [page, other] });
after(() => graph.close());
const machine = createMachine({ after }, await createDatabaseEnv({ after }));
const env = { MEETBOT_GRAPH_URL: graph.url, MEETBOT_PUBLIC_URL: "https://chat.example.com/" };

// It keeps the database running, and follows what the commands change.
const server = await machine.start(["serve", "--port", "0"], env);

const run = (args: string[], input?: string) =>
  machine.run(args, { env, ...(input === undefined ? {} : { input }) });
const messenger = (...args: string[]) => run(["channel", "messenger", ...args]);

const create = ["bot", "create", "--name", "Shop", "--endpoint", "https://shop.example/", "--json"];
const created = await run([...create, "--page-id", page.id]);
const { bot_id: botId } = JSON.parse(created.stdout);

const options = {
  "--bot": botId,
  "--page-id": page.id,
  "--page-token": page.token,
  "--app-secret": app.secret,
  "--verify-token": "a verify token",
};
const connect = (changes: Partial<typeof options> = {}, ...more: string[]) =>
  messenger("connect", ...Object.entries({ ...options, ...changes }).flat(), ...more);

test("refuses what is wrong at Meta's side, says what, and keeps nothing", async () => {
  const wrong: [Partial<typeof options>, RegExp][] = [
    [{ "--page-token": "expired" }, /whose token this is.*code 190.*make a new one/is],
    [{ "--page-token": other.token }, /belongs to the page 5647382910/],
  ];
  for (const [changes, reason] of wrong) {
    const { code, stdout, stderr } = await connect(changes);
    assert.deepEqual([code, stdout], [1, ""], stderr);
    assert.match(stderr, reason);
    assert(!stderr.includes(page.token) && !stderr.includes(app.secret), stderr);
  }
  assert.match((await messenger("status", "--bot", botId)).stderr, /No page is connected/);
});

test("connects a page, subscribes to its events and shows the bot's menu there", async () => {
  const { code, stdout, stderr } = await connect({}, "--profile");
  assert.deepEqual([code, stderr], [0, ""]);
  assert.match(stdout, new RegExp(`https://chat.example.com/channels/messenger/${botId}`));
  assert(!stdout.includes(page.token) && !stdout.includes(app.secret), stdout);
  assert(graph.page(page.id).subscribedFields.includes("message_echoes"));
  assert.deepEqual(graph.page(page.id).profile.get_started, { payload: "start" });
  const status = JSON.parse((await messenger("status", "--bot", botId, "--json")).stdout);
  assert.deepEqual(
    [status.page_id, status.app_id, status.state, status.waiting, status.last_failure],
    [page.id, app.id, "connected", 0, null],
  );
  const webhook = `${server.url}/channels/messenger/${botId}`;
  const token = options["--verify-token"];
  assert.equal(await graph.connectWebhook({ url: webhook, verifyToken: token }), true);
  const audit = await run(["bot", "audit", botId]);
  assert.match(audit.stdout, /page connected/);
});

test("takes secrets from standard input, and no page that another bot has", async () => {
  const args = ["--page-token", "-", "--app-secret", "-", "--verify-token", "-"];
  const secrets = `${page.token}\n${app.secret}\nanother verify token\n`;
  const base = ["channel", "messenger", "connect", "--page-id", page.id, ...args];
  const again = await run([...base, "--bot", botId], secrets);
  assert.deepEqual([again.code, again.stderr], [0, ""]);
  const short = await run([...base, "--bot", botId], "one line\n");
  assert.equal(short.code, 2);
  assert.match(short.stderr, /--app-secret is empty/);

  const second = JSON.parse((await run(create)).stdout).bot_id;
  const taken = await run([...base, "--bot", second], secrets);
  assert.equal(taken.code, 1);
  assert.match(taken.stderr, /speaks through another bot/);
});

test("publishes templates, follows what Meta says of them, and deletes one in one language", async () => {
  const templates = (...args: string[]) => messenger("templates", ...args, "--bot", botId);
  assert.match((await templates()).stdout, /^meetbot_placed_1 {12}en {5}none$/m);
  const published = await templates("publish");
  assert.deepEqual([published.code, published.stderr], [0, ""]);
  assert.match(published.stdout, /^meetbot_placed_1 {12}zh_CN {2}pending$/m);
  const [first] = graph.page(page.id).templates;
  Object.assign(first ?? {}, { status: "REJECTED", rejectedReason: "TAG_SHOULD_BE_MARKETING" });
  const again = JSON.parse((await templates("publish", "--json")).stdout).templates;
  const { name, language, state, reason } = again[0];
  assert.deepEqual([name, state, reason], [first?.name, "rejected", "TAG_SHOULD_BE_MARKETING"]);
  const which = ["--name", name, "--language", language];
  assert.match((await templates("delete", ...which)).stdout, /is deleted in en/);
  const gone = await templates("delete", ...which);
  assert.deepEqual([gone.code, /is known to be at Meta/.test(gone.stderr)], [1, true]);
  graph.page(page.id).scopes = ["pages_messaging", "pages_manage_metadata"];
  const refused = await templates("publish");
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /pages_utility_messaging is missing/);
});

test("disconnects a page, and deletes its secrets", async () => {
  const { code, stdout } = await messenger("disconnect", "--bot", botId);
  assert.equal(code, 0);
  assert.match(stdout, /1029384756 is disconnected/);
  assert.deepEqual(graph.page(page.id).subscribedFields, []);
});

test("chats are unlinked from one account, or from all, of a bot that there is", async () => {
  const bot = ["--bot", botId];
  for (const whose of [["--email", "yilia@meetbot.biz"], ["--all"]]) {
    const { code, stdout } = await run(["customer", "unlink", ...bot, ...whose]);
    assert.deepEqual([code, stdout], [0, "0 chats unlinked.\n"]);
  }
  for (const whose of [[], ["--email", "yilia@meetbot.biz", "--all"]]) {
    const { code, stderr } = await run(["customer", "unlink", ...bot, ...whose]);
    assert.equal(code, 2);
    assert.match(stderr, /--email or --account, or --all/);
  }
  assert.equal((await run(["customer", "unlink", "--bot", "bot_none", "--all"])).code, 1);
});

test("a customer is named by an email, or by an id of Messenger's and its bot", async () => {
  const none = await run(["customer", "delete", "--messenger-user", "1", "--bot", botId]);
  assert.equal(none.stdout, "0 conversations deleted.\n");
  const { code, stderr } = await run(["customer", "delete", "--messenger-user", "1"]);
  assert.equal(code, 2);
  assert.match(
    stderr,
    /by --email or --account, or by --messenger-user or --telegram-chat and --bot/,
  );
});
