import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Demand, Personal } from "@meetbot/admin-api/contract/shape/admin-route.ts";
import { maxLookupsAnHour } from "@meetbot/admin-api/limits/max-lookups.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { scopes } from "@meetbot/model/operator.ts";
import { startAdminServer } from "../../src/server/admin-api/call-admin.fixture.ts";
import { commitOneTurn, deliveryWith } from "../../src/store/logs/log.fixture.ts";
import { bot, conformanceRun, openConversation, textEvent } from "../../src/store/store.fixture.ts";
import type { Store } from "../../src/store/store.ts";
import { givesTokens } from "../fixtures/operator-tokens.ts";

// Operators who look at customers: what they see without the right to, and who hears of it.

const email = "yilia@meetbot.biz";
const pictureId = `p_${"0".repeat(32)}`;
const number = "12345678902";
const secrets = [email, number, "Yilia Meetbot"];
const order = { order_number: number, recipient_name: "Yilia Meetbot", status: "Shipped" };
const shown: OutboundReply = {
  kind: "orders",
  locale: "en",
  orders: [{ level: 2, expires: 1, item: order }],
};
const requestBody = JSON.stringify({ params: { user_account: email, order_number: number } });

async function seed({ store }: { store: Store }): Promise<void> {
  const ref = await openConversation(store, { conversationId: "one" });
  await commitOneTurn(store, ref);
  await store.mailbox.enqueue(ref, textEvent("second", `where is order ${number} of ${email}`));
  const deliveries = [deliveryWith({ id: "d1", startedAt: Date.now(), requestBody })];
  await commitOneTurn(store, ref, { replies: [shown], deliveries, accounts: [email] });
  await store.pictures.keep(ref, {
    ...{ id: pictureId, dedupeKey: "second", place: 0, type: "image/png", width: 1, height: 1 },
    ...{ bytes: 13, receivedBytes: 13, isScanned: false, body: Buffer.from("Yilia Meetbot") },
  });
  await store.runs.keep(bot.id, {
    ...conformanceRun,
    result: {
      ...conformanceRun.result,
      exchanges: conformanceRun.result.exchanges.map((one) => ({
        ...one,
        recipe: { id: "test_1", body: requestBody },
      })),
    },
  });
}

async function startSeeded(t: TestContext) {
  const server = await startAdminServer(t, {}, seed);
  return { ...server, byToken: givesTokens(server) };
}

interface Described {
  method: string;
  path: string;
  demand: Demand;
  personal: Personal;
}

async function routesOf(url: string): Promise<Described[]> {
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      demand: operation["x-meetbot-demand"] as Demand,
      personal: operation["x-meetbot-personal"] as Personal,
    })),
  );
}

/** The same below the bot, with the ids of what was seeded. */
function fill({ method, path }: Described): string {
  return `${method} ${path}`
    .replace("/bots/{bot_id}", "")
    .replace("{conversation_id}", "one")
    .replace("{delivery_id}", "d1")
    .replace("{picture_id}", pictureId)
    .replace("{run_id}", "run_1")
    .replace("{rule}", "test.token")
    .replace(/\{\w+\}/g, "unknown");
}

/** What each route that shows personal data is called with. */
const bodies: Record<string, object | undefined> = {
  "POST /conversations/search": { account: email },
  "POST /conversations/one/reveal": undefined,
  "GET /conversations/one/export": undefined,
  "POST /conversations/one/notes/reveal": undefined,
  "POST /conversations/one/panel/reveal": undefined,
  "POST /conversations/one/look-up": { order_number: number },
  "GET /conversations/one/draft": undefined,
  "POST /inbox/search": { text: email },
  "POST /deliveries/d1/reveal": undefined,
  [`GET /conversations/one/pictures/${pictureId}`]: undefined,
  "GET /deliveries/export": undefined,
  "POST /runs": { account: email, only: ["test"] },
  "POST /runs/run_1/reveal": undefined,
  "GET /runs/run_1/findings/test.token/code": undefined,
  "POST /connector/sample": undefined,
  "POST /queries": { trial: { kind: "order", order_number: number } },
};

/** Open only to a token for one bot, which the audit records as listening: see listener.test.ts. */
const toTokens = ["POST /listener/unknown/queries"];

/** The same, as it would show the most. */
const revealing = (route: string) => (route.endsWith("/export") ? `${route}?reveal=true` : route);

const isOfBot = ({ path }: Described) => path.startsWith("/bots/{bot_id}");

test("each route says what it tells of customers, and who shows personal data may write", async (t) => {
  const { url } = await startAdminServer(t);
  const routes = await routesOf(url);
  const reveal = routes.filter(({ personal }) => personal === "revealed");
  const known = [...Object.keys(bodies), ...toTokens];
  assert.deepEqual(reveal.map(fill).sort(), known.sort());
  for (const route of routes) {
    assert(["none", "masked", "revealed"].includes(route.personal), `${fill(route)} says nothing`);
  }
  for (const { demand, ...route } of reveal) {
    const { role, scope } = demand.reveal ?? demand;
    assert(["editor", "owner"].includes(role), route.path);
    assert.match(scope, /:(write|listen)$/, route.path);
  }
});

test("a viewer and a token that may read everything see nobody on any route", async (t) => {
  const { url, call, byToken } = await startSeeded(t);
  const reads = scopes.filter((scope) => scope.endsWith(":read"));
  const token = await byToken("owner", reads);
  const routes = (await routesOf(url)).filter(isOfBot);
  assert(routes.length > 40);
  for (const what of ["/deliveries/export", "/conversations/one/export"]) {
    for (const odd of ["reveal=false&reveal=true", "reveal=true&reveal=false", "reveal=TRUE"]) {
      assert.equal((await token(`GET ${what}?${odd}`)).status, 400, odd);
    }
  }
  for (const route of routes.filter(({ path }) => !/\/(live|events)$/.test(path))) {
    const [what, body] = [fill(route), bodies[fill(route)] ?? {}];
    const isRead = route.method === "GET";
    for (const ask of new Set([revealing(what), what])) {
      const answers = [
        await call("viewer", ask, isRead ? {} : { body }),
        await token(ask, isRead ? undefined : body),
      ];
      for (const response of answers) {
        const text = await response.text();
        for (const secret of secrets) assert(!text.includes(secret), `${ask}: ${secret}`);
        const isKept = route.personal === "revealed" && ask === revealing(what);
        if (isKept) assert.equal(response.status, 403, ask);
      }
    }
  }
});

test("each look stands in the audit, by whom and at what, and nothing of what was seen", async (t) => {
  const { call, store, run } = await startSeeded(t);
  for (const [route, body] of Object.entries(bodies)) {
    const response = await call("editor", revealing(route), body ? { body } : {});
    assert.equal(response.status, 200, route);
    await response.text();
    const [entry] = await store.bots.auditOf(bot.id, 1);
    assert.equal(entry?.actor, "editor@shop.example", route);
    assert.match(
      entry?.action ?? "",
      /revealed|exported|searched|query_sent|looked_up|viewed|conformance/,
      route,
    );
  }
  const audit = JSON.stringify(await run("select * from audit"));
  for (const secret of secrets) assert(!audit.includes(secret), secret);
  assert.deepEqual(await run("select count(*)::integer from idempotency_keys"), [{ count: 0 }]);
});

test("where the audit cannot be written nobody sees anything", async (t) => {
  const { call, run } = await startSeeded(t);
  await run("alter table audit add constraint full_disk check (actor = 'nobody') not valid");
  for (const [route, body] of Object.entries(bodies)) {
    const response = await call("editor", revealing(route), body ? { body } : {});
    const text = await response.text();
    assert.equal(response.status, 500, route);
    for (const secret of secrets) assert(!text.includes(secret), `${route}: ${secret}`);
  }
});

test("an operator walks through no shop's orders, with however many tokens", async (t) => {
  const { call, store, byToken, run } = await startSeeded(t);
  const query = (n: number | string) => ({ trial: { kind: "order", order_number: `${n}` } });
  const { operators } = store;
  const first = await byToken("editor", ["webhook:write"]);
  await first("POST /queries", query(1));
  const [{ detail }] = (await run("select detail from audit where action = 'query_sent'")) as [
    { detail: { operator: string } },
  ];
  const again = await byToken("editor", ["webhook:write"], await operators.find(detail.operator));
  // What the hour held before: as many entries as that lookup would have made.
  await run(
    `insert into audit (bot_id, actor, action, detail)
     select bot_id, actor, action, detail from audit, generate_series(3, ${maxLookupsAnHour})
     where action = 'query_sent'`,
  );
  assert.equal((await again("POST /queries", query(2))).status, 200);
  for (const [route, body] of [
    ["POST /queries", query(3)],
    ["POST /runs", { order_number: "4", only: ["test"] }],
  ] as const) {
    const response = await again(route, body);
    const said = (await response.json()) as { code: string; detail: string };
    assert.deepEqual([response.status, said.code], [429, "too_many_look_ups"]);
    // The oldest of the hour is a few seconds old.
    const retryAfterS = Number(response.headers.get("retry-after"));
    assert(retryAfterS > 3_480 && retryAfterS <= 3_600, String(retryAfterS));
    assert.match(said.detail, /Ask again in (59|60) minutes/);
  }
  assert.equal((await again("POST /queries", { trial: { kind: "test" } })).status, 200);
  assert.equal((await call("owner", "POST /queries", { body: query(5) })).status, 200);
  await run("update audit set at = at - interval '61 minutes'");
  assert.equal((await again("POST /queries", query(6))).status, 200);
});
