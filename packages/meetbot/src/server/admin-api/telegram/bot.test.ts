import assert from "node:assert/strict";
import { test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import { bot } from "../../../store/store.fixture.ts";
import { otherBot, publicUrl, shopBot, startTelegramArea } from "./telegram.fixture.ts";

const outcomes = (checks: { check: string; outcome: string }[]) =>
  checks.map(({ check, outcome }) => `${check} ${outcome}`);
const webhookUrl = `${publicUrl}/channels/telegram/${bot.id}`;

test("a Telegram bot is connected by its token alone, which is told to nobody", async (t) => {
  const { connect, say, simulator, logged, store } = await startTelegramArea(t);
  const none = (await say("viewer", "GET /telegram")).said;
  assert.deepEqual(none, { webhook_url: webhookUrl, bot: null });
  const { status, said } = await connect();
  assert.deepEqual([status, said.connected, said.replaced_host], [200, true, null]);
  assert.deepEqual(
    outcomes(said.checks),
    ["token", "bot", "webhook", "updates", "delivery", "free"].map((one) => `${one} ok`),
  );
  const { webhook } = simulator.bot(shopBot.id);
  assert.equal(webhook?.url, webhookUrl);
  const { bot: told } = (await say("viewer", "GET /telegram")).said;
  assert.partialDeepStrictEqual(told, {
    ...{ telegram_id: String(shopBot.id), name: shopBot.name, username: shopBot.username },
    ...{ link: "https://t.me/a_shop_bot", state: "connected", last_failure: null, waiting: 0 },
  });
  assert(told.checked_at);
  const audit = await store.bots.auditOf(bot.id, 5);
  assert.deepEqual([audit[0]?.action, audit[0]?.actor], ["page_connected", "owner@shop.example"]);
  assert.partialDeepStrictEqual(audit[0]?.detail, { channel: "telegram", username: "a_shop_bot" });
  const everything = [JSON.stringify([said, told, audit]), ...logged].join("");
  for (const secret of [shopBot.token, webhook?.secretToken ?? ""]) {
    assert(secret.length > 30 && !everything.includes(secret));
  }
});

test("what is wrong is said, with what to do in both languages, and nothing is kept or changed", async (t) => {
  const { connect, say, simulator, store } = await startTelegramArea(t);
  const form = (await connect({ token: "a token" })).said;
  assert.deepEqual(outcomes(form.checks).slice(0, 2), ["token failed", "bot not_made"]);
  assert.match(form.checks[0].problem.what.en, /Copy it from @BotFather/);
  assert.match(form.checks[0].problem.what.zh, /请从 Telegram 的 @BotFather 复制/);
  const wrong = (await connect({ token: `${shopBot.id}:AAAnotherToken` })).said.checks[0].problem;
  assert.deepEqual([wrong.kind, wrong.code], ["refused", 401]);
  simulator.meetNext({ vanishes: true });
  const away = (await connect()).said.checks[0].problem;
  assert.match(away.what.en, /may not be reachable from here \(MEETBOT_TELEGRAM_URL/);
  assert.equal((await say("viewer", "GET /telegram")).said.bot, null);

  const second = { ...bot, id: "bot_2" };
  const secrets = { signingSecret: newSecret(), identitySecret: newSecret() };
  await store.bots.create(second, secrets);
  const held = { channel: "telegram", externalId: String(shopBot.id), details: {}, secrets: {} };
  await store.channels.links.connect(second.id, held);
  const taken = (await connect({ take_over: true })).said;
  assert.equal(taken.connected, false);
  assert.deepEqual(outcomes(taken.checks).slice(1), [
    ...["bot ok", "webhook not_made", "updates not_made", "delivery not_made", "free failed"],
  ]);
  assert.match(taken.checks[5].problem.what.en, /another bot of this server/);
  assert.equal(simulator.bot(shopBot.id).webhook, null);
});

test("a server that is not found by https is told what Telegram wants", async (t) => {
  const { connect, say } = await startTelegramArea(t, null);
  const { connected, checks } = (await connect()).said;
  assert.deepEqual([connected, outcomes(checks)[2]], [false, "webhook failed"]);
  assert.match(checks[2].problem.what.en, /https at port 443.*MEETBOT_PUBLIC_URL/);
  assert.equal((await say("viewer", "GET /telegram")).said.bot, null);
});

test("a webhook of another program is replaced only by who says so", async (t) => {
  const { connect, simulator } = await startTelegramArea(t);
  const elsewhere = { url: "https://else.example/hook/secret", secretToken: "" };
  const there = { ...elsewhere, allowedUpdates: ["message"], maxConnections: 40 };
  simulator.bot(shopBot.id).webhook = { ...there, lastError: null, waiting: 0 };
  const { connected, checks } = (await connect()).said;
  assert.equal(connected, false);
  assert.deepEqual(outcomes(checks).slice(1, 4), ["bot ok", "webhook failed", "updates not_made"]);
  assert.match(checks[2].problem.what.en, /to else\.example, not here/);
  assert.doesNotMatch(checks[2].problem.what.en, /secret/);
  assert.equal(simulator.bot(shopBot.id).webhook?.url, elsewhere.url);
  const taken = (await connect({ take_over: true })).said;
  assert.deepEqual([taken.connected, taken.replaced_host], [true, "else.example"]);
  assert.equal(simulator.bot(shopBot.id).webhook?.url, webhookUrl);
});

test("owners alone connect and disconnect, and only soon after they signed in", async (t) => {
  const { connect, say, run } = await startTelegramArea(t);
  for (const role of ["viewer", "editor"] as const) {
    assert.equal((await connect({}, role)).said.code, "role_too_low");
    assert.equal((await say(role, "DELETE /telegram/bot")).said.code, "role_too_low");
  }
  assert.equal((await say("viewer", "POST /telegram/check", {})).said.code, "role_too_low");
  await connect();
  await run("update operator_sessions set created_at = now() - interval '16 minutes'");
  assert.equal((await connect()).said.code, "reauthentication_required");
  const late = await say("owner", "DELETE /telegram/bot");
  assert.equal(late.said.code, "reauthentication_required");
});

test("updates that go elsewhere or wait are found by asking Telegram, and are sent here again", async (t) => {
  const { connect, say, simulator } = await startTelegramArea(t);
  const check = async (body = {}) => (await say("editor", "POST /telegram/check", body)).said;
  assert.equal((await check()).code, "no_telegram_bot");
  await connect();
  const { webhook } = simulator.bot(shopBot.id);
  assert(webhook);
  webhook.waiting = 3;
  assert.deepEqual((await check()).pending_updates, 3);
  webhook.lastError = { atMs: Date.now(), message: "Connection refused" };
  const late = await check();
  assert.deepEqual([outcomes(late.checks)[4], late.pending_updates], ["delivery failed", 3]);
  assert.match(late.checks[4].problem.what.en, /3 updates wait.*Connection refused/);
  webhook.url = "https://else.example/";
  const lost = await check();
  assert.deepEqual([outcomes(lost.checks)[2], lost.pending_updates], ["webhook failed", null]);
  const again = await check({ subscribe: true });
  assert.deepEqual([outcomes(again.checks)[2], again.can_join_groups], ["webhook ok", true]);
  assert.equal(simulator.bot(shopBot.id).webhook?.url, webhookUrl);
});

test("a bot that is disconnected is heard no more, also where Telegram does not answer", async (t) => {
  const { connect, say, simulator } = await startTelegramArea(t);
  await connect();
  const { said } = await say("owner", "DELETE /telegram/bot");
  assert.deepEqual(said, { telegram_id: String(shopBot.id), problem: null });
  assert.equal(simulator.bot(shopBot.id).webhook, null);
  assert.equal((await say("owner", "DELETE /telegram/bot")).said.code, "not_found");
  await connect();
  simulator.meetNext({ error: { code: 500, description: "Internal Server Error" } });
  const late = (await say("owner", "DELETE /telegram/bot")).said;
  assert.match(late.problem.zh, /没有停止发送更新/);
  assert.equal((await say("viewer", "GET /telegram")).said.bot, null);
});

test("another token in place of the first ends what the first bot was sent", async (t) => {
  const { connect, say, simulator } = await startTelegramArea(t);
  await connect();
  await connect({ token: otherBot.token });
  assert.equal((await say("viewer", "GET /telegram")).said.bot.username, otherBot.username);
  assert.equal(simulator.bot(shopBot.id).webhook, null);
});

test("the profile is shown in each language, published, and compared with what Telegram has", async (t) => {
  const { connect, say, simulator, store } = await startTelegramArea(t);
  const { said } = await say("viewer", "GET /telegram/profile");
  const [own] = said.languages;
  // Telegram knows one Chinese.
  const codes = new Set(bot.languages.map((language) => language.slice(0, 2)));
  assert.equal(said.languages.length, codes.size);
  assert.deepEqual([own.locale, own.is_default], [bot.locale, true]);
  assert.deepEqual(own.commands[0], { command: "orders", description: "My orders" });
  const publish = () => say("editor", "POST /telegram/profile/publish");
  assert.equal((await publish()).said.code, "no_telegram_bot");
  await connect();
  const compare = async () => (await say("editor", "POST /telegram/profile/compare")).said.differs;
  assert.deepEqual(await compare(), [
    ...["commands", "description", "short_description", "menu_button"],
  ]);
  assert((await publish()).said.published_at);
  assert.deepEqual(await compare(), []);
  await store.bots.change(bot.id, { menu: ["help"] });
  assert.deepEqual(await compare(), ["commands"]);
  simulator.meetNext({ error: { code: 401, description: "Unauthorized" } });
  const refused = (await publish()).said;
  assert.equal(refused.code, "telegram_refused");
  assert.match(refused.detail, /did not take the bot's commands and descriptions \(code 401/);
  const [change] = await store.bots.auditOf(bot.id, 1);
  assert.notEqual(change?.action, "profile_published");
});
