import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { messenger } from "../../channels/messenger/messenger.ts";
import { linkOn } from "../../operations/channels/connect-link.ts";
import { botId, createUser, page, startMessenger, textOf } from "./messenger.fixture.ts";

const soonMs = 60_000;

/** Starts Messenger with a shop that answers only when the test lets it. */
async function startWithSlowShop(t: TestContext) {
  const { promise: told, resolve: answer } = Promise.withResolvers<void>();
  t.after(() => answer());
  const messenger = await startMessenger(t, {}, ({ orders, packages }) => ({
    async orders(question) {
      await told;
      return orders(question);
    },
    packages,
  }));
  const user = createUser(messenger.graph);
  const { order_number: number } = messenger.shopper.orders[0]!;
  return { ...messenger, user, question: `show order ${number}`, answer };
}

test("a customer whose answer takes long sees once that it is coming", async (t) => {
  const { graph, user, question, answer } = await startWithSlowShop(t);
  await user.write(question);
  await eventually(soonMs, async () => assert.equal(graph.actions.length, 1));
  answer();
  const [order] = await user.reads(1);
  assert.match(textOf(order!), /^Your order \(Lamp/);
  await user.write("thank you");
  await user.reads(1);
  assert.deepEqual(graph.actions, [{ page: page.id, user: user.id, action: "typing_on" }]);
});

test("typing that Meta refuses is no outcome: the page goes on, and the answer comes once", async (t) => {
  const { graph, store, user, question, answer, logged } = await startWithSlowShop(t);
  graph.meetNext({ error: { code: 190 } });
  await user.write(question);
  await eventually(soonMs, async () => assert.match(logged.join(""), /typing was not shown/));
  answer();
  await user.reads(1);
  await graph.settled();
  user.hasReadAll();
  const state = await store.channels.links.stateOf(linkOn(messenger, botId));
  assert.deepEqual([state?.stoppedFor, state?.lastFailure], [null, null]);
  assert.deepEqual(graph.actions, []);
});

test("typing to which Meta says nothing holds nothing up, and is given up with the answer", async (t) => {
  const { graph, user, question, answer, logged } = await startWithSlowShop(t);
  graph.meetNext({ hangs: true });
  await user.write(question);
  await eventually(soonMs, async () => assert.equal(graph.actions.length, 1));
  answer();
  await user.reads(1);
  await eventually(soonMs, async () => assert.match(logged.join(""), /typing was not shown/));
});
