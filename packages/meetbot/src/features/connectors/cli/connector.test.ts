import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import { createDatabaseEnv } from "../../../../test/fixtures/database-env.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";

const apiKey = "vnd_canary_91be77a2c0d4";

/** Of Vendure's admin API only what a check asks. */
const platform = { key: apiKey, asked: 0 };
const vendure = createServer(async (request, response) => {
  platform.asked += 1;
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  const isKnown = request.headers["vendure-api-key"] === platform.key;
  const forbidden = { errors: [{ message: "no", extensions: { code: "FORBIDDEN" }, path: [] }] };
  const orders = { items: [{ code: "VND-0001", customer: { emailAddress: "a@shop.example" } }] };
  const isCheck = body.includes("activeChannel") && body.includes("orders");
  const data = { activeChannel: { code: "lanterns" }, orders };
  response
    .writeHead(200, { "content-type": "application/json" })
    .end(JSON.stringify(isKnown && isCheck ? { data } : { data: null, ...forbidden }));
});
vendure.listen(0, "127.0.0.1");
await once(vendure, "listening");
after(() => {
  vendure.close();
  vendure.closeAllConnections();
});
const { port } = vendure.address() as AddressInfo;
const url = `http://127.0.0.1:${port}`;

const folder = mkdtempSync(join(tmpdir(), "meetbot-connector-"));
after(() => rmSync(folder, { recursive: true }));
function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}
const right = file("right.json", { url, apiKey });
const wrong = file("wrong.json", { url, apiKey: `${apiKey}x` });

const machine = createMachine({ after }, await createDatabaseEnv({ after }));
const env = { MEETBOT_OUTBOUND_ALLOW: `127.0.0.1:${port}` };
const run = async (line: string, more: Record<string, string> = {}) => {
  const ran = await machine.run(line.split(" "), { env: { ...env, ...more } });
  assert(!(ran.stdout + ran.stderr).includes(apiKey), line);
  return ran;
};

test("the platforms that can be connected are listed with their fields", async () => {
  const listed = JSON.parse((await run("connector list --json")).stdout);
  const one = listed.find(({ name }: { name: string }) => name === "vendure");
  assert.equal(one.title, "Vendure");
  assert.deepEqual(one.fields[1], { name: "apiKey", kind: "secret", required: true, choices: [] });
  assert.match(
    (await run("connector list")).stdout,
    /^vendure +Vendure +url \(url\), apiKey \(secret\)/m,
  );
});

test("a configuration is checked, and what is in the way is said with what to do", async () => {
  const checked = await run(`connector check vendure --config ${right}`);
  assert.deepEqual([checked.code, checked.stdout], [0, "lanterns answers.\n"]);
  const told = JSON.parse((await run(`connector check vendure --config ${right} --json`)).stdout);
  assert.deepEqual(told, { ok: true, shop: "lanterns", notes: [], has_sample: true });
  const refused = await run(`connector check vendure --config ${wrong} --json`);
  assert.equal(refused.code, 1);
  assert.partialDeepStrictEqual(JSON.parse(refused.stdout), { ok: false, problem: "unauthorized" });
  const cases: [line: string, reason: RegExp][] = [
    [`vendure --config ${wrong}`, /refuses the key\. .*Make a new key .*unauthorized/],
    [`vendure --config ${file("no.json", "no")}`, /no\.json is no JSON\. It looks like/],
    [`vendure --config ${file("list.json", [1])}`, /no JSON object of texts/],
    [`vendure --config ${join(folder, "missing")}`, /cannot be read \(ENOENT\)/],
    [`vendure --config ${file("part.json", { url })}`, /apiKey is missing/],
    [`nope --config ${right}`, /no connector "nope".*connector list/],
    [`__proto__ --config ${right}`, /no connector/],
    [
      `vendure --config ${file("away.json", { url: "http://127.0.0.1:1", apiKey })}`,
      /could not be reached/,
    ],
  ];
  for (const [line, reason] of cases) {
    const ran = await run(`connector check ${line}`);
    assert.equal(ran.code, 1, line);
    assert.match(ran.stderr, reason, line);
  }
});

test("a bot is connected, tested, rotated and led to a webhook, and a wrong key changes nothing", async () => {
  const create = "bot create --name Lanterns --endpoint connector:vendure";
  assert.equal((await run(create)).code, 2);
  assert.equal(
    (await run(`bot create --name L --endpoint https://s.example/ --config ${right}`)).code,
    2,
  );
  const refused = await run(`${create} --config ${wrong}`);
  assert.match(refused.stderr, /Nothing is changed\. The shop refuses the key/);
  assert.equal((await run("bot list --json")).stdout.trim(), "[]");
  const closed = await run(`${create} --config ${right}`, { MEETBOT_OUTBOUND_ALLOW: "" });
  assert.match(closed.stderr, /could not be reached.*unreachable: /);
  const made = JSON.parse((await run(`${create} --config ${right} --json`)).stdout);
  assert.partialDeepStrictEqual(made, { connector: "vendure", shop: "lanterns" });
  const id = made.bot_id;
  const tested = await run(`bot test ${id}`);
  assert.deepEqual([tested.code, tested.stderr], [0, ""], tested.stdout);
  const shown = JSON.parse((await run(`bot show ${id} --json`)).stdout);
  assert.equal(shown.endpoint, "connector:vendure");
  assert.partialDeepStrictEqual(shown.connection, {
    shop: "lanterns",
    problem: null,
    hook_url: null,
  });
  assert.match(shown.connection.fields.apiKey.fingerprint, /^[0-9a-f]{8}$/);
  await run(`secret rotate --bot ${id}`);
  assert.equal((await run(`secret promote --bot ${id}`)).code, 0);
  assert.match((await run("doctor --endpoints")).stdout, new RegExp(`endpoint +${id} answers`));
  assert.equal((await run(`bot set ${id} --endpoint connector:vendure --config ${wrong}`)).code, 1);
  platform.key = "vnd_other";
  const other = file("other.json", { url, apiKey: platform.key });
  const set = await run(
    `bot set ${id} --contact 555 --endpoint connector:vendure --config ${other}`,
  );
  assert.equal(set.code, 0);
  await run(`bot set ${id} --endpoint https://93.184.216.34/`);
  const audit = (await run(`bot audit ${id} --json`)).stdout.trim().split("\n");
  const actions = audit.map((line) => JSON.parse(line).action);
  assert.deepEqual(
    actions.filter((action: string) => /shop|connection/.test(action)),
    ["shop_disconnected", "connection_replaced", "shop_connected"],
  );
  platform.key = apiKey;
});

test("a connector runs as a process of its own, which Meetbot asks like any webhook", async () => {
  const secret = newSecret();
  const config = file("serve.json", { url, apiKey, signingSecret: secret });
  const served = await machine.start(
    ["connector", "serve", "vendure", "--config", config, "--port", "0", "--json"],
    env,
  );
  const { url: webhook } = JSON.parse(served.printed.stdout.split("\n")[0] ?? "");
  assert.equal((await fetch(webhook, { method: "POST", body: "{}" })).status, 401);
  const tested = await run(`test ${webhook} --only test,security --secret ${secret}`);
  assert.match(tested.stdout, /0 failed/);
  await served.stop();
  assert.equal((await run(`connector serve vendure --config ${right} --port 0`)).code, 2);
  const pushing = file("push.json", { url, apiKey, signingSecret: secret, pushSecret: secret });
  const deaf = await run(
    `connector serve vendure --config ${pushing} --port 0 --push-to https://chat.example --bot b`,
  );
  assert.equal(deaf.code, 2);
  assert.match(deaf.stderr, /No webhook of vendure's is read.*Leave --push-to and --bot out/);
});
