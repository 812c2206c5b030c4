import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { type TestContext, test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import { createWebhook, refuse, toNodeHandler } from "@meetbot/sdk";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { createMachine } from "../../../../test/fixtures/machine.ts";
import { SIGNING_SECRET } from "../../../merchant/scripted-merchant.fixture.ts";
import { askedBot, startListening } from "../../../server/admin-api/webhook/listener.fixture.ts";

const patienceMs = 60_000;

/** A webhook of a developer's, on this machine alone. */
async function startWebhook(t: TestContext, handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}/webhook`;
}

const sdkWebhook = (signingSecret: string, url: string) =>
  toNodeHandler(
    createWebhook({
      ...{ signingSecret, url },
      orders: () => refuse.orderNotFound(),
      packages: () => refuse.orderNotFound(),
    }),
  );

async function startListener(
  t: TestContext,
  {
    server,
    forwardTo,
    token,
    secret = "",
  }: Record<"server" | "forwardTo" | "token", string> & {
    secret?: string;
  },
  ...more: string[]
) {
  const machine = createMachine(t);
  const at = ["--forward-to", forwardTo, "--server", server, "--bot", askedBot.id];
  const env = { MEETBOT_API_TOKEN: token, MEETBOT_SIGNING_SECRET: secret };
  const child = machine.launch(["listen", ...at, ...more], env);
  const [lines, notes]: [string[], string[]] = [[], []];
  createInterface({ input: child.stdout! }).on("line", (line) => lines.push(line));
  createInterface({ input: child.stderr! }).on("line", (line) => notes.push(line));
  const ended = once(child, "close").then(([code]) => code as number | null);
  const says = (what: RegExp, where = lines) =>
    eventually(patienceMs, async () => assert.match(where.join("\n"), what));
  return { child, lines, notes, ended, says };
}

test("a webhook that no server can reach answers the bot, across a restart, until Ctrl-C", async (t) => {
  const { url, ask, shop, makeToken, restart, store, auditOf } = await startListening(t);
  const forwardTo = await startWebhook(t, sdkWebhook(SIGNING_SECRET, shop.endpoint.url));
  const listener = await startListener(t, { server: url, forwardTo, token: await makeToken() });
  const { child, lines, notes, ended, says } = listener;
  await says(/Listening[\s\S]*They are signed for http:\/\/127\.0\.0\.1/);
  assert.deepEqual(await ask().then(({ outcome }) => outcome), "order_not_found");
  await says(/^\d\d:\d\d:\d\d {2}orders order_number=\S+ {2}200 {2}\d+ ms$/m);
  assert(!lines.join().includes("12345678902"), "numbers are masked as in the delivery log");

  await restart();
  await eventually(patienceMs, async () =>
    assert.notEqual(await store.listeners.find(askedBot.id), null),
  );
  assert.equal((await ask()).outcome, "order_not_found");
  assert.equal(shop.received.length, 0);

  child.kill("SIGINT");
  assert.equal(await ended, 0, notes.join("\n"));
  assert.equal(lines.at(-1), "The bot's endpoint is asked again.");
  assert.match((await auditOf()).at(-1) ?? "", /listening_ended stopped$/);
  assert.equal((await ask()).outcome, "order_not_found");
  assert.equal(shop.received.length, 1);
});

test("a refused signature is explained, no redirect is followed, and a lost place ends it", async (t) => {
  const { url, ask, call, makeToken, shop, begin } = await startListening(t);
  const [token, secret] = [await makeToken(), newSecret()];
  let elsewhere = "";
  const byTurns: RequestListener[] = [
    sdkWebhook(secret, shop.endpoint.url),
    (_, response) => response.writeHead(307, { location: elsewhere }).end(),
    (_, response) => response.writeHead(200).end("<h1>It works</h1>"),
  ];
  const forwardTo = await startWebhook(t, (request, response) =>
    byTurns.shift()?.(request, response),
  );
  elsewhere = shop.endpoint.url;
  const given = { server: url, forwardTo, token, secret };
  const { lines, notes, ended } = await startListener(t, given, "--json");
  const told = async (count: number) => {
    await eventually(patienceMs, async () => assert.equal(lines.length, count, notes.join("\n")));
    return JSON.parse(lines[count - 1] ?? "");
  };
  assert.deepEqual(await told(1), {
    ...{ listening: true, forward_to: forwardTo, signed_for: shop.endpoint.url },
  });
  assert.equal((await ask()).outcome, "signature_refused");
  const refused = await told(2);
  assert.deepEqual([refused.method, refused.status], ["orders", 401]);
  assert.match(refused.detail, /compare the signing secret/);
  assert.match(refused.why, /MEETBOT_SIGNING_SECRET is none of this bot's/);
  assert(!lines.join().includes("12345678902"));
  assert.equal((await ask()).outcome, "redirect");
  assert.equal((await told(3)).outcome, "redirect");
  assert.equal((await ask()).outcome, "invalid_json");
  assert.equal((await told(4)).outcome, "invalid_json");
  assert.equal(shop.received.length, 0);

  const other = await makeToken();
  const second = await begin(other, { take_over: true });
  assert.equal(await ended, 1);
  assert.match(notes.at(-1) ?? "", /Somebody listens already: ada@shop\.example/);
  assert.equal((await call(other, `DELETE ?listener_id=${second}`)).status, 204);
});

test("a proxy's page in Meetbot's place and an answer that is refused are told with what to do", async (t) => {
  const forwardTo = await startWebhook(t, (_, response) => response.end("{}"));
  const page = { status: 200, said: "<h1>Sign in</h1>" };
  const body = Buffer.from('{"request":{"id":"q_1","method":"orders"}}').toString("base64");
  const data = [{ query_id: "q_1", headers: {}, body }];
  const byTurns = {
    listener: [
      page,
      { status: 201, said: '{"listener_id":"l_1","endpoint":"https://s.example/"}' },
    ],
    queries: [{ status: 200, said: JSON.stringify({ data }) }, page, { status: 200, said: "" }],
    answer: [{ status: 422, said: '{"code":"no","detail":"It has a header that none has."}' }],
  };
  const server = await startWebhook(t, (request, response) => {
    const [, last] = /(\w+)(?:\?.*)?$/.exec(request.url ?? "") ?? [];
    const { status, said } = byTurns[last as keyof typeof byTurns]?.shift() ?? {
      ...{ status: 404, said: '{"code":"unknown","detail":"It is over."}' },
    };
    response.writeHead(status).end(said);
  });
  const given = { server, forwardTo, token: "mbt_x" };
  const behind = await startListener(t, given);
  assert.equal(await behind.ended, 1);
  assert.match(behind.notes.join("\n"), /^meetbot: No Meetbot answers at \S+, .*proxy.* --server/);
  const { ended, notes } = await startListener(t, given);
  assert.equal(await ended, 1);
  const told = notes.join("\n");
  assert.match(
    told,
    /not take this answer: It has a header that none has\. Change what your webhook/,
  );
  assert.equal(told.match(/No Meetbot answers at \S+, .*proxy.* Trying again/g)?.length, 1);
  assert.match(notes.at(-1) ?? "", /It is over\./);
  assert(!/Nobody waits|SyntaxError/.test(told), told);
});

test("wrong use is said before anything is asked", async (t) => {
  const machine = createMachine(t);
  const at = ["listen", "--bot", "b", "--forward-to", "http://localhost:3000"];
  const env = { MEETBOT_API_TOKEN: "mbt_x" };
  for (const [args, given, why] of [
    [["--server", "http://chat.example.com"], env, /https:\/\//],
    [["--server", "chat.example.com"], env, /https:\/\//],
    [["--server", "https://chat.example.com"], {}, /webhook:listen/],
  ] as const) {
    const { code, stderr } = await machine.run([...at, ...args], { env: { ...given } });
    assert.equal(code, 2);
    assert.match(stderr, why);
  }
  const nowhere = await machine.run([...at, "--server", "http://127.0.0.1:9"], { env });
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.stderr, /No Meetbot answers at http:\/\/127\.0\.0\.1:9/);
});
