import assert from "node:assert/strict";
import { once } from "node:events";
import { connect as connectSocket } from "node:net";
import { test } from "node:test";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { bot } from "../../store/store.fixture.ts";
import { createCustomer, startTelegram, telegramId, token } from "./telegram.fixture.ts";

const update = (fields: object = {}) => ({
  update_id: 1,
  message: {
    ...{ message_id: 1, date: 1_790_000_000, text: "hello" },
    ...{ from: { id: 7, is_bot: false, first_name: "Ada" }, chat: { id: 7, type: "private" } },
    ...fields,
  },
});

test("whoever does not know the secret is refused with 401, and nothing is kept", async (t) => {
  const { telegram, webhook, post, run, url } = await startTelegram(t);
  const body = JSON.stringify(update());
  const secret = telegram.bot(telegramId).webhook!.secretToken;
  const wrong = ["", "x", `${secret}x`, secret.slice(1), secret.toUpperCase(), token, " "];
  for (const forged of wrong) {
    const answer = await post(body, forged);
    assert.equal(answer.status, 401, forged);
    assert.match(await answer.text(), /invalid_secret/);
  }
  const without = await fetch(webhook, { method: "POST", body });
  assert.equal(without.status, 401);
  const other = await fetch(`${url}/channels/telegram/bot_other`, {
    ...{ method: "POST", body, headers: { "x-telegram-bot-api-secret-token": secret } },
  });
  assert.equal(other.status, 404);
  assert.equal((await fetch(webhook)).status, 404);
  assert.deepEqual(await run("select 1 from conversations"), []);
});

test("of a body with a wrong secret nothing is read: it is refused while it is still being sent", async (t) => {
  const { url, webhook } = await startTelegram(t);
  const { hostname, port, pathname } = new URL(webhook);
  const socket = connectSocket(Number(port), hostname);
  t.after(() => void socket.destroy());
  socket.write(
    `POST ${pathname} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\nX-Telegram-Bot-Api-Secret-Token: forged\r\n\r\n{`,
  );
  const [answer] = await once(socket, "data");
  assert.match(String(answer), /^HTTP\/1\.1 401 /);
});

test("a body without end is refused, and what is Telegram's and means nothing gets 200", async (t) => {
  const { post, run } = await startTelegram(t);
  assert.equal((await post(JSON.stringify(update({ text: " ".repeat(5 * 2 ** 20) })))).status, 413);
  const bodies = [
    ...["not JSON", "[]", "null", "{}", '{"update_id":1}', "[".repeat(5000)],
    ...[{ from: { id: 7, is_bot: true } }, { chat: { id: -7, type: "group" } }, { chat: {} }].map(
      (fields) => JSON.stringify(update(fields)),
    ),
  ];
  for (const body of bodies) assert.equal((await post(body)).status, 200, body.slice(0, 50));
  assert.deepEqual(await run("select 1 from conversations"), []);
});

test("one Telegram bot speaks for one bot: another one cannot take its updates away", async (t) => {
  const { telegram, store, connect } = await startTelegram(t);
  const secrets = { signingSecret: "a".repeat(43), identitySecret: "b".repeat(43) };
  await store.bots.create({ ...bot, id: "bot_second" }, secrets);
  const before = structuredClone(telegram.bot(telegramId).webhook);
  assert.deepEqual(await connect("bot_second"), { outcome: "taken", check: null });
  assert.deepEqual(telegram.bot(telegramId).webhook, before);
  const customer = createCustomer(telegram);
  await customer.say("hello");
  await customer.reads(1);
});

test("no log line, metric or stored row holds the token, the secret, a customer's id or a text", async (t) => {
  const { telegram, logged, url, run, state } = await startTelegram(t);
  const customer = createCustomer(telegram, 7711223344);
  await customer.say("my canary is 5599");
  await customer.reads(1);
  telegram.meetNext({ vanishes: true }, { error: { code: 401, description: `bad ${token}` } });
  await customer.say("my canary is 5599");
  await eventually(15_000, async () => assert.equal((await state())?.stoppedFor, "auth"));
  const rows = await run(
    "select row_to_json(channel_links)::text as row from channel_links union all select row_to_json(outboxes)::text from outboxes union all select row_to_json(messages)::text from messages union all select row_to_json(audit)::text from audit",
  );
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const told = `${logged.join("")}${metrics}${JSON.stringify(rows)}`;
  const secret = telegram.bot(telegramId).webhook!.secretToken;
  for (const word of ["7711223344", "canary", token, token.slice(11), secret]) {
    assert(!told.includes(word), word);
  }
});
