import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { access, customer, startGraph } from "../graph/graph.fixture.ts";
import { parseOutboxId } from "../graph/outbox-id.ts";
import { deleteTemplate, listTemplates, publishTemplates } from "./manage-templates.ts";
import { ownTemplates } from "./own-templates.ts";
import { sendTemplate, templateProblemOf, toParameter } from "./send-template.ts";

const to = { user: customer, isUserRef: false };
const template = { name: "meetbot_shipped_1", language: "zh_CN" };
const message = { template, parameters: ["灯笼\n 与\t织机"], metadata: "push.push_1" };

async function startPublished(t: TestContext) {
  const { graph, simulator } = await startGraph(t);
  const publishing = await publishTemplates(ownTemplates, access, graph);
  assert.equal(publishing.refused, null);
  return { graph, simulator, publishing, page: simulator.page(access.pageId) };
}

test("all of ours are taken by Meta as they are, once, and approved", async (t) => {
  const { graph, simulator, publishing, page } = await startPublished(t);
  assert.equal(publishing.templates?.length, ownTemplates.length);
  await publishTemplates(ownTemplates, access, graph);
  assert.equal(page.templates.length, ownTemplates.length);
  await simulator.reviewTemplates(access.pageId);
  const listed = await listTemplates(access, graph);
  assert(listed.ok);
  assert.deepEqual(
    listed.templates.map(({ name, language, state }) => [name, language, state]),
    ownTemplates.map(({ name, language }) => [name, language, "approved"]),
  );
});

test("a longer list is read to its end", async (t) => {
  const { graph, simulator } = await startPublished(t);
  const [some] = simulator.page(access.pageId).templates;
  assert(some);
  for (let index = 0; index < 210; index++) {
    simulator.page(access.pageId).templates.push({ ...some, name: `other_${index}` });
  }
  const listed = await listTemplates(access, graph);
  assert(listed.ok && listed.templates.length === 210 + ownTemplates.length);
});

test("a template goes out in Meta's form, its parameter as one line, and its echo is of no message of ours", async (t) => {
  const { graph, simulator } = await startPublished(t);
  await simulator.reviewTemplates(access.pageId);
  simulator.user(access.pageId, customer).lastActAtMs = Date.now() - 60 * 86_400_000;
  const sent = await sendTemplate(to, message, access, graph);
  assert.deepEqual(sent, { ok: true, mid: "m_simulated-1" });
  assert.partialDeepStrictEqual(simulator.sent[0], {
    messagingType: "UTILITY",
    message: {
      template: {
        name: "meetbot_shipped_1",
        language: { code: "zh_CN" },
        components: [
          { type: "body", parameters: [{ type: "text", text: "灯笼 与 织机" }] },
          { type: "buttons", parameters: [{ type: "POSTBACK", payload: "where_is_it" }] },
        ],
      },
      metadata: "push.push_1",
    },
  });
  assert.equal(parseOutboxId("push.push_1"), null);
  assert.equal(toParameter(" \n "), "…");
  assert.equal(toParameter("x".repeat(200)).length, 80);
});

test("one language is deleted and the others stay; without the right nothing is", async (t) => {
  const { graph, page } = await startPublished(t);
  const [first] = page.templates;
  assert(first);
  const held = { name: first.name, externalId: first.id };
  assert((await deleteTemplate(held, access, graph)).ok);
  assert.equal(page.templates.length, ownTemplates.length - 1);
  page.scopes = ["pages_messaging"];
  const refused = await deleteTemplate(held, access, graph);
  assert(!refused.ok && templateProblemOf(refused) === "permission");
  const { templates, refused: why } = await publishTemplates(ownTemplates, access, graph);
  assert.equal(templates, null);
  assert.equal(why?.code, 10);
});

test("each refusal of a template means what is to be done about it", async (t) => {
  const { graph, simulator } = await startPublished(t);
  const waiting = await sendTemplate(to, message, access, graph);
  assert(!waiting.ok && templateProblemOf(waiting) === "template", "not approved yet");
  const table: [code: number, subcode: number | undefined, problem: string][] = [
    [100, 2018416, "shape"],
    [100, 2388051, "shape"],
    [100, 1893029, "shape"],
    [10, undefined, "permission"],
    [200, undefined, "permission"],
    [10, 2018278, "window"],
    [131047, undefined, "window"],
    [190, undefined, "link"],
    [10, 1893063, "link"],
    [100, undefined, "template"],
    [613, undefined, "call"],
    [551, undefined, "call"],
    [2, undefined, "call"],
    [10, 2018300, "call"],
  ];
  for (const [code, subcode, problem] of table) {
    simulator.meetNext({ error: { code, ...(subcode !== undefined && { subcode }) } });
    const outcome = await sendTemplate(to, message, access, graph);
    assert(!outcome.ok);
    assert.equal(templateProblemOf(outcome), problem, `${code}/${subcode}`);
  }
});

test("publishing goes on behind a template that Meta refuses, and stops where the next would meet the same", async (t) => {
  const { graph, simulator } = await startGraph(t);
  const [listing, bad] = [{}, { error: { code: 100, subcode: 2388024 } }];
  simulator.meetNext(listing, bad);
  const one = await publishTemplates(ownTemplates, access, graph);
  assert.equal(one.refused?.subcode, 2388024);
  assert.equal(one.templates?.length, ownTemplates.length - 1);
  simulator.page(access.pageId).templates = [];
  simulator.meetNext(listing, {}, { error: { code: 4 } });
  const stopped = await publishTemplates(ownTemplates, access, graph);
  assert.deepEqual([stopped.refused?.failure, stopped.templates?.length], ["rate", 1]);
});
