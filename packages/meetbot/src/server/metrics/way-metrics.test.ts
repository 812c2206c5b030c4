import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { Registry } from "prom-client";
import { takeSeat } from "../../../test/fixtures/conversation.ts";
import { bot } from "../../store/store.fixture.ts";
import { startTestServer } from "../server.fixture.ts";
import { createDoors } from "./doors.ts";
import { createAgents, watchAgent, watchMails } from "./watch-calls.ts";
import { createWayMetrics, type WayMetrics } from "./way-metrics.ts";

const requests = (metrics: string) =>
  [...metrics.matchAll(/^meetbot_request_seconds_count\{(.*)\} (\d+)$/gm)]
    .map(([, labels = "", count]) => `${labels.replaceAll('"', "")} ${count}`)
    .toSorted();

test("a request counts by its route, its method and its class of status, never by its path", async (t) => {
  const { url } = await startTestServer(t);
  await takeSeat(url, bot.id);
  const ask = (path: string, method = "GET") => fetch(`${url}${path}`, { method });
  await ask(`/chat/${bot.id}/messages`, "POST");
  await ask(`/chat/${bot.id}/messages`);
  await ask(`/chat/bot_unknown/push`);
  await ask("/api/v1/bots/bot_1/deliveries/live");
  await ask("/api/v1/bots/bot_1/deliveries");
  await ask("/api/auth/get-session");
  await ask("/channels/telegram/bot_1", "POST");
  await ask("/bridges/chatwoot/bot_1", "POST");
  await ask("/push/bot_1", "POST");
  await ask("/");
  await ask("/wp-login.php?user=lena", "PROPFIND");
  await ask("/healthz");
  const metrics = await (await ask("/metrics")).text();
  const route = (facts: string) => {
    const [door, path, method, status] = facts.split(" ");
    return `door=${door},route=${path},method=${method},status=${status} 1`;
  };
  assert.deepEqual(requests(metrics), [
    route("admin /api/v1/bots/:bot_id/deliveries GET 4xx"),
    route("bridge /bridges/:bot_id/:token POST 4xx"),
    route("chat /chat/:bot_id/:route GET 4xx"),
    route("chat /chat/:bot_id/conversations POST 2xx"),
    route("chat /chat/:bot_id/messages POST 4xx"),
    route("chat /chat/:bot_id/push GET 4xx"),
    route("other none other 4xx"),
    route("page / GET 4xx"),
    route("probe /healthz GET 2xx"),
    route("push /push/:bot_id POST 4xx"),
    route("sign_in /api/auth/* GET 4xx"),
    route("stream /api/v1/bots/:bot_id/deliveries/live GET 4xx"),
    route("webhook /channels/telegram/:bot_id POST 4xx"),
  ]);
});

test("the demo's pages have a door too", () => {
  const pages = new Hono().get("/", (c) => c.text("")).get("/shop/:name", (c) => c.text(""));
  const { routes } = new Hono().route("/demo", pages);
  const doors = createDoors(routes);
  assert.deepEqual(
    routes.map(({ path }) => doors.get(path)?.door),
    ["page", "page"],
  );
});

test("a route that nobody gave a door is noticed when the server starts", () => {
  const { routes } = new Hono().get("/new/:bot_id", (c) => c.text(""));
  assert.throws(() => createDoors(routes), /\/new\/:bot_id has no door/);
});

const source = fileURLToPath(new URL("../..", import.meta.url));

/** What opens a way out of the process. */
const opensAWay = [
  /\bcreateMerchantAgent\(/,
  /\bcreateTransport\(/,
  /^import \{[^}]*\b(?:Agent|request|fetch)\b[^}]*\} from "undici"/m,
  /^import \{[^}]*\bconnect\b[^}]*\} from "node:(?:net|tls)"/m,
  /^import (?!type)[^;]* from "node:https?"/m,
  /(?<![.\w])fetch\(/,
];

/**
 * The files that open a way out, and the name under which their calls are counted. A command of the command line counts
 * nothing.
 */
const ways: Record<string, string> = {
  "channels/messenger/graph/graph.ts": "messenger, by watchApis",
  "channels/telegram/api/telegram-api.ts": "telegram, by watchApis",
  "features/pictures/opening/open-pictures.ts": "picture, by createAgents; clamd, by watchScan",
  "mail/smtp-mailer.ts": "mail, by watchMails",
  "operations/endpoint/open-language-model.ts": "language_model, by watchAgent",
  "features/pictures/files/clamd.ts": "clamd, by watchScan",
  "single-sign-on/create-provider-fetch.ts": "identity_provider, by watchAgent",
  "single-sign-on/open-provider.ts": "nothing by itself: it is given that way",
  "features/connectors/host/serve-apart.ts": "nothing: it is the way in of a command",
  "features/connectors/host/serve-orders.ts":
    "merchant, by watchAgent: one call with all that a connector asks for it",
  "server/doors/forward-moved.ts":
    "nothing by itself: what it answers counts at the door that was called",
  "server/node/open-outside.ts": "merchant, web_push, alert, bridge, picture, by createAgents",
  "server/listener/open-listener.ts": "nothing: it is the way in",
  "server/pages/return-page.ts": "nothing: the browser calls",
};

test("whoever opens a way out is watched, or it is written down here why not", () => {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      /\.ts$/.test(file) &&
      !/\.(?:test|fixture|contract)\.ts$|-simulator\/|^cli\/|^features\/[^/]+\/cli\//.test(file),
  );
  const opening = files.filter((file) => {
    const text = readFileSync(join(source, file), "utf8");
    return opensAWay.some((form) => form.test(text));
  });
  assert.deepEqual(opening.toSorted(), Object.keys(ways).toSorted());
});

test("a call counts by who is called and how it ended, also where it did not", async () => {
  const metrics = await told(async (onCall) => {
    const answers = [204, 503, new Error("nobody there")];
    const agent = {
      async post() {
        const answer = answers.shift();
        if (typeof answer !== "number") throw answer;
        return { statusCode: answer, headers: {}, body: Buffer.alloc(0), fault: null };
      },
      async close() {},
    };
    const merchant = watchAgent(agent, "merchant", onCall);
    const { alert } = createAgents(agent, agent, onCall);
    const post = { headers: {}, signals: [], limitBytes: () => 0, body: Buffer.alloc(0) };
    const once = { ...post, phases: { lookupMs: 0, connectMs: 0 } };
    await merchant.post("https://shop.example", once);
    await alert.post("https://shop.example", once);
    await assert.rejects(merchant.post("https://shop.example", once), /nobody there/);
    const mail = { to: "", subject: "", text: "", html: "" };
    await watchMails({ send: async () => "address_refused" }, onCall).send(mail);
  });
  assert.deepEqual(metrics.match(/^meetbot_call_seconds_count.*$/gm), [
    'meetbot_call_seconds_count{to="merchant",status="2xx"} 1',
    'meetbot_call_seconds_count{to="alert",status="5xx"} 1',
    'meetbot_call_seconds_count{to="merchant",status="failed"} 1',
    'meetbot_call_seconds_count{to="mail",status="refused"} 1',
  ]);
});

async function told(calling: (onCall: WayMetrics["onCall"]) => Promise<void>): Promise<string> {
  const registry = new Registry();
  await calling(createWayMetrics([registry]).onCall);
  return registry.metrics();
}
