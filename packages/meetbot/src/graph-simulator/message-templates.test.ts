import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { startGraphSimulator } from "./start-graph-simulator.ts";
import { startWebhook } from "./webhook.fixture.ts";

const app = { id: "1517776481860111", secret: "an app secret" };
const page = { id: "1029384756", name: "A shop", token: "a page token" };
const user = "5647382910";

interface Answer {
  id?: string;
  status?: string;
  error?: { code: number; error_subcode?: number; message: string };
  data?: Record<string, unknown>[];
  paging?: { next?: string; cursors: { after: string } };
}

async function start(t: TestContext) {
  const graph = await startGraphSimulator({ app, pages: [page], requiresProof: false });
  t.after(() => graph.close());
  await graph.act(page.id, user, { message: { mid: "m1", text: "hi" } });
  async function call(method: string, edge: string, body?: object): Promise<Answer> {
    const response = await fetch(`${graph.url}/v25.0/${page.id}${edge}`, {
      method,
      headers: { authorization: `Bearer ${page.token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as Answer;
  }
  const create = (changes: object = {}) =>
    call("POST", "/message_templates", { ...shipped, ...changes });
  const send = (template: object, more: object = {}) =>
    call("POST", "/messages", {
      recipient: { id: user },
      messaging_type: "UTILITY",
      message: { template },
      ...more,
    });
  return { graph, call, create, send };
}

const chars = (count: number) => "x".repeat(count);
const body = (text: string, ...samples: string[]) => ({
  ...{ type: "BODY", text },
  ...(samples.length > 0 && { example: { body_text: [samples] } }),
});
const buttons = (...all: object[]) => ({ type: "BUTTONS", buttons: all });
const postback = { type: "POSTBACK", text: "Where is it?" };
const shipped = {
  ...{ name: "shipped", language: "en", category: "UTILITY" },
  components: [body("Your parcel from {{1}} left.", "A shop"), buttons(postback)],
};
const filled = (text = "A shop") => ({ type: "body", parameters: [{ type: "text", text }] });
const tapped = { type: "buttons", parameters: [{ type: "POSTBACK", payload: "where" }] };
const message = { name: "shipped", language: { code: "en" }, components: [filled(), tapped] };

test("a template is taken at each limit of Meta's, and refused beyond, by Meta's numbers", async (t) => {
  const { create } = await start(t);
  let made = 0;
  const withButtons = (...all: object[]) => ({ components: [body("Hello."), buttons(...all)] });
  const pairs: [taken: object, refused: object, subcode?: number][] = [
    [{ name: "a_1" }, { name: "A-1" }],
    [{ language: "zh_CN" }, { language: "zh-CN" }],
    [{ components: [body(chars(1024))] }, { components: [body(chars(1025))] }],
    [{ components: [body("{{1}} and {{2}}.", "a", "b")] }, { components: [body("{{2}}.", "a")] }],
    [{ components: [body("{{1}} left.", "a")] }, { components: [body("{{1}} left.")] }],
    [
      withButtons(postback, postback, postback),
      withButtons(postback, postback, postback, postback),
    ],
    [withButtons({ ...postback, text: chars(20) }), withButtons({ ...postback, text: chars(21) })],
    [withButtons(postback), withButtons({ type: "QUICK_REPLY", text: "Where?" }), 2018416],
    [withButtons(postback), withButtons({ ...postback, example: ["a"] }), 2388051],
    [withButtons(postback), { category: "MARKETING" }],
    [withButtons(postback), { components: [buttons(postback)] }],
    [withButtons(postback), { components: [body("a"), body("b")] }],
  ];
  for (const [taken, refused, subcode] of pairs) {
    const said = JSON.stringify(taken);
    assert.equal((await create({ name: `taken_${++made}`, ...taken })).status, "PENDING", said);
    const { error } = await create({ name: `refused_${made}`, ...refused });
    assert.equal(error?.code, 100, JSON.stringify(refused));
    assert.equal(error.error_subcode, subcode, JSON.stringify(refused));
  }
});

test("page, name and language make a template: none is edited, and one language is deleted by its id", async (t) => {
  const { create, call } = await start(t);
  const [en, zh] = [await create(), await create({ language: "zh_CN" })];
  assert.equal((await create()).error?.code, 100);
  const list = async (query: string) => (await call("GET", `/message_templates?${query}`)).data;
  assert.deepEqual(await list("fields=language,status"), [
    { language: "en", status: "PENDING" },
    { language: "zh_CN", status: "PENDING" },
  ]);
  const first = await call("GET", "/message_templates?limit=1");
  assert(first.paging?.next);
  const rest = `limit=1&after=${first.paging.cursors.after}&fields=id`;
  assert.deepEqual(await list(rest), [{ id: zh.id }]);
  const remove = (query: string) => call("DELETE", `/message_templates?${query}`);
  assert.equal((await remove(`name=shipped&hsm_id=1`)).error?.code, 100);
  await remove(`name=shipped&hsm_id=${en.id}`);
  assert.deepEqual(await list("fields=id"), [{ id: zh.id }]);
  await create();
  await remove("name=shipped");
  assert.deepEqual(await list("fields=id"), []);
});

test("a review approves what offers nothing, and tells the webhook", async (t) => {
  const { create, call, graph } = await start(t);
  const verifyToken = "agreed";
  const { url, bodies } = await startWebhook(t, { verifyToken, appSecret: app.secret });
  await graph.connectWebhook({ url, verifyToken });
  await create();
  await create({ name: "offer", components: [body("A discount waits for you.")] });
  await graph.reviewTemplates(page.id);
  assert.deepEqual(bodies, [], "nobody subscribed");
  const { data } = await call("GET", "/message_templates?fields=name,status,rejected_reason");
  assert.deepEqual(data, [
    { name: "shipped", status: "APPROVED", rejected_reason: "NONE" },
    { name: "offer", status: "REJECTED", rejected_reason: "TAG_SHOULD_BE_MARKETING" },
  ]);
  graph.page(page.id).subscribedFields = ["message_template_status_update"];
  await create({ language: "de" });
  await graph.reviewTemplates(page.id);
  assert.match(bodies.join(), /"event":"APPROVED".*"message_template_language":"de"/);
});

test("an approved template goes out at any time, filled in exactly, and no other does", async (t) => {
  const { create, send, graph } = await start(t);
  await create();
  assert.equal((await send(message)).error?.code, 100, "it waits for approval");
  await graph.reviewTemplates(page.id);
  graph.user(page.id, user).lastActAtMs = Date.now() - 30 * 86_400_000;
  assert.equal((await send(message)).error, undefined);
  const wrong: [template: object, subcode?: number][] = [
    [{ ...message, name: "another" }],
    [{ ...message, language: { code: "de" } }],
    [{ ...message, components: [tapped] }],
    [{ ...message, components: [filled("two\nlines"), tapped] }],
    [{ ...message, components: [filled("a     b"), tapped] }],
    [{ ...message, components: [filled(), { ...tapped, index: 0 }] }],
    [{ ...message, components: [filled()] }, 1893029],
    [{ ...message, components: [filled(), tapped, tapped] }, 1893029],
  ];
  for (const [template, subcode] of wrong) {
    const { error } = await send(template);
    assert.deepEqual([error?.code, error?.error_subcode], [100, subcode], JSON.stringify(template));
  }
  assert.equal((await send(message, { messaging_type: "RESPONSE" })).error?.code, 100);
  assert.equal(graph.sent.length, 1);
});

test("a page without the right has no templates, and sends none", async (t) => {
  const { create, send, call, graph } = await start(t);
  await create();
  await graph.reviewTemplates(page.id);
  graph.page(page.id).scopes = ["pages_messaging"];
  const refused = [await create({ name: "b" }), await send(message)];
  refused.push(await call("GET", "/message_templates"), await call("DELETE", "/message_templates"));
  for (const { error } of refused) assert.match(error?.message ?? "", /^\(#10\)/);
});

test("Meta has templates ready, by topic", async (t) => {
  const { call } = await start(t);
  const { data = [] } = await call("GET", "/message_template_library?topic=ORDER_MANAGEMENT");
  assert(data.some(({ name }) => name === "delivery_confirmation_1"));
  assert.deepEqual((await call("GET", "/message_template_library?topic=NONE")).data, []);
});
