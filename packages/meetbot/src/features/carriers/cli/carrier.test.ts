import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";
import { callOf, sent } from "../carriers.fixture.ts";

const secret = "salt-of-the-shop";
const machine = createMachine({ after }, await createDatabaseEnv({ after }));
const env = { MEETBOT_PUBLIC_URL: "https://chat.example.com/" };
// It keeps the database running, and hears what the commands connect.
const server = await machine.start(["serve", "--port", "0"], env);

const run = async (line: string, input = "", more: Record<string, string> = {}) => {
  const ran = await machine.run(line.split(" "), { env: { ...env, ...more }, input });
  assert(!(ran.stdout + ran.stderr).includes(secret));
  return ran;
};
const made = await run("bot create --name Lanterns --endpoint https://shop.example/ --json");
const bot = `--bot ${JSON.parse(made.stdout).bot_id}`;
const list = async () => JSON.parse((await run(`carrier list ${bot} --json`)).stdout);

test("a carrier is connected, heard by the running server, listed and disconnected", async () => {
  assert.deepEqual(await list(), []);
  const connected = await run(`carrier connect ${bot} --kind kuaidi100 --secret -`, `${secret}\n`);
  assert.deepEqual([connected.code, connected.stderr], [0, ""]);
  const [, path = ""] =
    /https:\/\/chat\.example\.com(\/carriers\/\S+)/.exec(connected.stdout) ?? [];
  const { body } = callOf("kuaidi100", sent.kuaidi100, secret);
  const send = async () =>
    (await fetch(`${server.url}${path}`, { method: "POST", body: new Uint8Array(body) })).status;
  assert.equal(await send(), 200);
  const [one] = await list();
  assert.partialDeepStrictEqual(one, { kind: "kuaidi100", signed: true });
  assert(one.last_heard_at);
  assert.match((await run(`carrier list ${bot}`)).stdout, /^kuaidi100 {2}signed .* last heard 20/);
  assert.equal((await run(`carrier disconnect ${bot} --kind kuaidi100`)).code, 0);
  assert.equal(await send(), 404);
  assert(!(server.printed.stdout + server.printed.stderr).includes(path.split("/").at(-1) ?? ""));
});

test("what is missing is said, with what to do", async () => {
  const wrong: [line: string, code: number, reason: RegExp, env?: Record<string, string>][] = [
    [`carrier connect ${bot} --kind aftership`, 1, /give the webhook secret/],
    [`carrier connect ${bot} --kind pigeon`, 2, /aftership/],
    [`carrier connect ${bot}`, 2, /--kind/],
    ["carrier connect --bot nope --kind kuaidi100", 1, /no bot nope/],
    ["carrier list --bot nope", 1, /no bot nope/],
    [`carrier disconnect ${bot} --kind easypost`, 1, /not connected.*carrier list/],
    [
      `carrier connect ${bot} --kind kuaidi100`,
      1,
      /MEETBOT_PUBLIC_URL/,
      { MEETBOT_PUBLIC_URL: "" },
    ],
  ];
  for (const [line, code, reason, more] of wrong) {
    const ran = await run(line, "", more);
    assert.equal(ran.code, code, line);
    assert.match(ran.stderr, reason, line);
  }
});
