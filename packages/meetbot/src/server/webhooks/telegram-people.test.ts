import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { languages } from "@meetbot/presentation";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { createAda } from "./people.fixture.ts";
import { botId, createCustomer, startTelegram, textOf } from "./telegram.fixture.ts";

// Persons of the shop answer on Telegram, in Meetbot's inbox.

const soonMs = 60_000;
const { botAgain } = languages.en.dialog;

/** A customer whom a person answers. */
async function startTalk(t: TestContext) {
  const server = await startTelegram(t);
  const ada = await createAda(server, botId);
  const customer = createCustomer(server.telegram);
  await customer.say("/start");
  await customer.reads(1);
  const [row] = await server.run("select conversation_id as id from conversations");
  const { id } = row as { id: string };
  await ada.says(id, "Good morning!");
  const [here, said] = await customer.reads(2);
  assert.match(textOf(here!), /^Ada from /);
  assert.equal(textOf(said!), "Ada: Good morning!");
  return { ...server, ada, customer, id };
}

test("the bot is silent beside a person, whatever the customer writes or sends", async (t) => {
  const { ada, customer, id, rests } = await startTalk(t);
  await customer.say("where is my order?");
  await customer.say({ photo: [{ file_id: "f", file_unique_id: "u", width: 9, height: 9 }] });
  await rests();
  customer.hasReadAll();
  const row = await ada.sees(id);
  assert.deepEqual([row.holder, row.unanswered], ["person", true]);
});

for (const said of ["/start", "/help", "bot"]) {
  test(`${said} brings the bot back, told in one line`, async (t) => {
    const { ada, customer, id, rests } = await startTalk(t);
    await customer.say(said);
    const [again] = await customer.reads(1);
    assert(textOf(again!).startsWith(`${botAgain}\n\n`), textOf(again!));
    await rests();
    customer.hasReadAll();
    assert.equal((await ada.sees(id)).holder, "bot");
  });
}

test("what a person writes to a customer who has blocked the bot has failed, and waits for nobody", async (t) => {
  const { ada, customer, id, run } = await startTalk(t);
  await customer.block(true);
  await ada.says(id, "Are you there?");
  const failures = "select seq, class from outbound_failures";
  await eventually(soonMs, async () => assert.equal((await run(failures)).length, 1));
  assert.equal((await run("select from outbound_failures where class = 'gone'")).length, 1);
  await customer.block(false);
  await ada.says(id, "Good morning again!");
  const [again] = await customer.reads(1);
  assert.equal(textOf(again!), "Ada: Good morning again!");
});
