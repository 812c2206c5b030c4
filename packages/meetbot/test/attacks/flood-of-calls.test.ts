import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { bot, openTestStore } from "../../src/store/store.fixture.ts";
import { openTalk, shopWith, textsOf, titlesOf } from "../../src/turn/talk.fixture.ts";

// An attacker opens chats by the hundred and calls a person in each. Agents must still find their customers.

/** Chats that call a person, each from a network, with limits that are kept. */
async function openCalls(t: TestContext) {
  const { store } = await openTestStore(t);
  let calls = 0;
  const counted: string[] = [];
  return {
    counted,
    async call(network: string | undefined) {
      const talk = openTalk(shopWith({ orders: [] }), { id: bot.id });
      talk.conversationId = `c_${++calls}`;
      talk.waiting = { usualWait: null, mailsReplies: true };
      talk.limits = {
        ...store.limits,
        count(botId, attempts) {
          counted.push(...attempts.map(({ limit }) => limit));
          return store.limits.count(botId, attempts);
        },
      };
      const say = (text: string) => talk.hear({ kind: "text", text, ...(network && { network }) });
      const said = await say("I want to talk to a person");
      return { talk, say, said, isWaiting: talk.turn?.move?.to === "waiting" };
    },
  };
}

test("of 120 chats of one network that call a person twenty wait, and the customer of another network too", async (t) => {
  const { call } = await openCalls(t);
  let waiting = 0;
  for (let nth = 0; nth < 120; nth++) waiting += Number((await call("203.0.113.0/24")).isWaiting);
  assert.equal(waiting, 20);
  assert(!(await call("203.0.113.0/24")).isWaiting);
  assert((await call("198.51.100.0/24")).isWaiting);
  assert((await call(undefined)).isWaiting, "who comes by a channel that tells no network");
});

test("nor do eighty networks of one IPv6 site fill the list", async (t) => {
  const { call } = await openCalls(t);
  let waiting = 0;
  for (let nth = 0; nth < 90; nth++) {
    const subnet = (nth * 256).toString(16);
    waiting += Number((await call(`2001:db8:1:${subnet}::/64`)).isWaiting);
  }
  assert.equal(waiting, 80);
});

test("who cannot be put on the list is told so, leaves an email, and then waits", async (t) => {
  const { call } = await openCalls(t);
  for (let nth = 0; nth < 20; nth++) await call("203.0.113.0/24");
  const { talk, say, said } = await call("203.0.113.0/24");
  assert.match(textsOf(said).join(), /So many customers wait for a person right now/);
  assert(!titlesOf(said).includes("Talk to a person"));
  assert.match(textsOf(await say("talk to a person please")).join(), /So many customers wait/);
  await talk.tap("Leave an email");
  await say("yilia@meetbot.biz");
  assert.equal(talk.turn?.leftEmail, "yilia@meetbot.biz");
  assert.deepEqual(talk.turn?.move, { to: "waiting", reason: "asked" });
});

test("a turn that calls nobody, and a second call of one conversation, count nothing", async (t) => {
  const { call, counted } = await openCalls(t);
  const { say } = await call("203.0.113.0/24");
  assert.deepEqual(counted, ["network_calls"]);
  await say("hello");
  await say("talk to a person please");
  assert.deepEqual(counted, ["network_calls"]);
});
