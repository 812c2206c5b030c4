import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";
import { startTelegramSimulator } from "../../../telegram-simulator/start-telegram-simulator.ts";

const token = `7000000001:${"a".repeat(35)}`;
const otherToken = `7000000002:${"b".repeat(35)}`;
const botOf = (token: string, name: string) => ({ token, name, username: `${name}_bot` });

let serverUrl = "";
const telegram = await startTelegramSimulator({
  reach: (url) => url.replace("https://chat.example.com", serverUrl),
  bots: [botOf(token, "Shop"), botOf(otherToken, "Other")],
});
after(() => telegram.close());
const machine = createMachine({ after }, await createDatabaseEnv({ after }));
const env = { MEETBOT_TELEGRAM_URL: telegram.url, MEETBOT_PUBLIC_URL: "https://chat.example.com/" };

// It keeps the database running, and follows what the commands change.
const server = await machine.start(["serve", "--port", "0"], env);
serverUrl = server.url;

const run = async (line: string, input = "", more: Record<string, string> = {}) => {
  const ran = await machine.run(line.split(" "), { env: { ...env, ...more }, input });
  const printed = ran.stdout + ran.stderr;
  for (const secret of secrets()) assert(!printed.includes(secret), printed);
  return ran;
};
/** None of these is ever seen. */
const secrets = () => [
  ...[token, otherToken, token.slice(11), otherToken.slice(11)],
  ...[7000000001, 7000000002].flatMap((id) => telegram.bot(id).webhook?.secretToken ?? []),
];
const create = async (name: string): Promise<string> => {
  const made = await run(`bot create --name ${name} --endpoint https://shop.example/ --json`);
  return JSON.parse(made.stdout).bot_id;
};
const botId = await create("Lanterns");
const status = async () =>
  JSON.parse((await run(`channel telegram status --bot ${botId} --json`)).stdout);

test("refuses what is no token of a bot's, says what to do, and keeps nothing", async () => {
  const unknown = `7000000009:${"c".repeat(35)}`;
  const wrong: [token: string, reason: RegExp][] = [
    ["no token", /not the form of a bot's token.*@BotFather/],
    [unknown, /whose token this is \(code 401\).*@BotFather/],
  ];
  for (const [text, reason] of wrong) {
    const { code, stdout, stderr } = await run(
      `channel telegram connect --bot ${botId} --token -`,
      text,
    );
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, reason);
    assert(!stderr.includes(text), stderr);
  }
  const { code, stderr } = await run(`channel telegram connect --bot ${botId}`);
  assert.equal(code, 2);
  assert.match(stderr, /MEETBOT_TELEGRAM_TOKEN/);
  const nowhere = await run(`channel telegram connect --bot ${botId} --token -`, token, {
    MEETBOT_PUBLIC_URL: "",
  });
  assert.match(nowhere.stderr, /MEETBOT_PUBLIC_URL is missing/);
  const plain = await run(`channel telegram connect --bot ${botId} --token -`, token, {
    MEETBOT_PUBLIC_URL: "http://chat.example.com",
  });
  assert.match(plain.stderr, /did not take this server's address.*https at port 443/);
  const none = await run(`channel telegram status --bot ${botId}`);
  assert.match(none.stderr, /No Telegram bot is connected.*--token -/);
  assert.equal(telegram.bot(7000000001).webhook, null);
});

test("connects with a token alone: webhook, secret, commands and descriptions", async () => {
  const { code, stdout, stderr } = await run(
    `channel telegram connect --bot ${botId} --token -`,
    `${token}\n`,
  );
  assert.deepEqual([code, stderr], [0, ""]);
  const webhookUrl = `https://chat.example.com/channels/telegram/${botId}`;
  assert(stdout.includes(webhookUrl) && stdout.includes("https://t.me/Shop_bot"), stdout);
  const { webhook, commands, descriptions } = telegram.bot(7000000001);
  assert.equal(webhook?.url, webhookUrl);
  assert.match(webhook?.secretToken ?? "", /^[\w-]{43}$/);
  assert.match(JSON.stringify(commands.get("")), /"command":"orders"/);
  assert.match(descriptions.get("") ?? "", /Lanterns/);
  assert.partialDeepStrictEqual(await status(), {
    ...{ bot_id: botId, telegram_id: "7000000001", username: "Shop_bot", state: "connected" },
    ...{ stopped_for: null, last_event_at: null, last_failure: null, waiting: 0, failed: 0 },
  });
});

test("a customer is answered, told of in the status, and deleted by their id on Telegram", async () => {
  await telegram.say(7000000001, 7711223344, "hello");
  await eventually(10_000, async () => assert.equal(telegram.sent.length, 1));
  await eventually(10_000, async () => assert((await status()).last_event_at));
  const remove = (line: string) => run(`customer delete ${line}`);
  const one = `--telegram-chat 7711223344 --bot ${botId}`;
  assert.equal((await remove(one)).stdout, "1 conversation deleted.\n");
  assert.equal((await remove(one)).stdout, "0 conversations deleted.\n");
  for (const line of ["--telegram-chat 7", `${one} --messenger-user 7`, `${one} --email a@b.c`]) {
    assert.equal((await remove(line)).code, 2, line);
  }
});

test("one Telegram bot speaks for one bot: another one is refused, and changes nothing", async () => {
  const other = await create("Other");
  const before = structuredClone(telegram.bot(7000000001).webhook);
  const refused = await run(`channel telegram connect --bot ${other} --token -`, token);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /speaks for another bot.*disconnect --bot ID/);
  assert.deepEqual(telegram.bot(7000000001).webhook, before);
});

test("`status --check` asks Telegram, and says where the updates go instead", async () => {
  assert.equal((await run(`channel telegram status --bot ${botId} --check`)).code, 0);
  const { webhook } = telegram.bot(7000000001);
  const url = webhook!.url;
  webhook!.url = "https://elsewhere.example/hook/with-a-secret";
  const checked = await run(`channel telegram status --bot ${botId} --check`);
  assert.equal(checked.code, 1);
  assert.match(checked.stderr, /to elsewhere\.example, not here/);
  assert(!checked.stderr.includes("with-a-secret"));
  webhook!.url = url;
});

test("connecting again takes a new secret; another Telegram bot takes its place, and the first hears no more", async () => {
  const before = telegram.bot(7000000001).webhook?.secretToken;
  const again = await run(`channel telegram connect --bot ${botId}`, "", {
    MEETBOT_TELEGRAM_TOKEN: token,
  });
  assert.equal(again.code, 0, again.stderr);
  assert.notEqual(telegram.bot(7000000001).webhook?.secretToken, before);
  const replaced = await run(`channel telegram connect --bot ${botId} --token -`, otherToken);
  assert.equal(replaced.code, 0, replaced.stderr);
  assert.equal(telegram.bot(7000000001).webhook, null);
  assert.equal((await status()).telegram_id, "7000000002");
});

test("disconnecting ends the webhook and deletes the token, also where that is not valid any more", async () => {
  const ended = await run(`channel telegram disconnect --bot ${botId}`);
  assert.deepEqual([ended.code, ended.stderr], [0, ""]);
  assert.match(ended.stdout, /Other_bot is disconnected/);
  assert.equal(telegram.bot(7000000002).webhook, null);
  await run(`channel telegram connect --bot ${botId} --token -`, token);
  telegram.meetNext({ error: { code: 401, description: "Unauthorized" } });
  const revoked = await run(`channel telegram disconnect --bot ${botId}`);
  assert.equal(revoked.code, 0);
  assert.match(
    revoked.stderr,
    /did not end the sending of updates \(code 401\).*answered with 404/,
  );
  assert.equal((await run(`channel telegram disconnect --bot ${botId}`)).code, 1);
  const printed = server.printed.stdout + server.printed.stderr;
  for (const secret of secrets()) assert(!printed.includes(secret));
});
