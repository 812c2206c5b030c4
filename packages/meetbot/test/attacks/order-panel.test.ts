import assert from "node:assert/strict";
import { test } from "node:test";
import { json } from "../../src/server/admin-api/call-admin.fixture.ts";
import { startDesk } from "../../src/server/admin-api/inbox/panel.fixture.ts";

// A customer who wants an agent to show them another customer's order, and an agent who would.

const of = (conversationId: string) => `/conversations/${conversationId}`;

test("nothing is sent of an order that the customer may not see, and the error says why", async (t) => {
  const { call, jane, mallory, enter, says, messagesOf } = await startDesk(t);
  const number = jane.orders[0]?.order_number;
  for (const seat of [await enter(), await enter(mallory.email)]) {
    await says(seat, "hello");
    const before = (await messagesOf(seat)).length;
    const route = `POST ${of(seat.conversationId)}/cards`;
    await call("agent", `POST ${of(seat.conversationId)}/look-up`, {
      body: { order_number: number },
    });
    const refused = await call("agent", route, { body: { order_number: number } });
    assert.deepEqual([refused.status, (await json(refused)).code], [409, "nothing_to_show"]);
    const none = await call("agent", route, { body: { order_number: "NONE12345678" } });
    assert.deepEqual([none.status, (await json(none)).code], [409, "number_unknown"]);
    assert.equal((await messagesOf(seat)).length, before);
  }
});

test("who only typed an email stands beside nobody's earlier conversations, and nobody's beside theirs", async (t) => {
  const { call, jane, enter, says } = await startDesk(t);
  const own = await enter(jane.email);
  const stranger = await enter();
  await says(stranger, `my orders, my email is ${jane.email}`);
  for (const { conversationId } of [own, stranger]) {
    const panel = await json(await call("editor", `POST ${of(conversationId)}/panel/reveal`));
    assert.deepEqual(panel.earlier, []);
  }
});

test("a message with a place that nothing was filled into is not said, and the error names the place", async (t) => {
  const { call, enter, messagesOf } = await startDesk(t);
  const seat = await enter();
  const before = (await messagesOf(seat)).length;
  const body = { text: "Order {{order.number}} is {{ order.status }}." };
  const refused = await call("agent", `POST ${of(seat.conversationId)}/messages`, { body });
  const said = await json(refused);
  assert.deepEqual([refused.status, said.code], [400, "unfilled_variable"]);
  assert.match(said.detail, /\{\{order\.number\}\}, \{\{order\.status\}\}/);
  assert.equal((await messagesOf(seat)).length, before);
});
