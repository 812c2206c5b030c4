import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { newSecret, signIdentity } from "@meetbot/sdk";
import { follower } from "../../../test/fixtures/guest.ts";
import { bot as firstBot } from "../../store/store.fixture.ts";
import { startTestServer } from "../server.fixture.ts";

const bot = { ...firstBot, id: "bot_signed" };
const identitySecret = newSecret();
const identityOf = (account: string) => signIdentity({ identitySecret, botId: bot.id, account });

interface Opened {
  conversation_id: string;
  token: string;
  resumed?: true;
}

async function startServer(t: TestContext) {
  const server = await startTestServer(t);
  await server.store.bots.create(bot, { signingSecret: newSecret(), identitySecret });
  const base = `${server.url}/chat/${bot.id}`;
  const open = async (account: string | null, token?: string) => {
    const response = await fetch(`${base}/conversations`, {
      method: "POST",
      headers: token ? { authorization: `Bearer ${token}` } : {},
      body: JSON.stringify(account ? { identity: identityOf(account) } : {}),
    });
    return (await response.json()) as Opened;
  };
  const sit = ({ conversation_id: conversationId, token }: Opened, welcomes: number) =>
    follower({ base, conversationId, token }, welcomes);
  /** All conversations lie idle since the day before yesterday. */
  const leave = () => server.run("update conversations set active_at = now() - interval '2 days'");
  return { ...server, open, sit, leave };
}

test("a shopper whom the shop vouches for again goes on with the conversation of two days ago", async (t) => {
  const { open, sit, leave } = await startServer(t);
  const opened = await open("Olive@shop.example");
  const guest = await sit(opened, 1);
  await guest.say("hello", 1);
  guest.leave();
  await leave();
  const again = await open("olive@shop.example", opened.token);
  assert.deepEqual(again, { ...opened, resumed: true });
  const back = await sit(again, 3);
  assert.equal(back.heard.filter(({ from }) => from === "customer").length, 1);
  await back.say("thanks", 1);
  back.leave();
});

test("nobody else goes on with it: no other shopper, no guest, and no conversation that was a guest's", async (t) => {
  const { open, sit, leave } = await startServer(t);
  const opened = await open("olive@shop.example");
  const guest = await open(null);
  for (const one of [opened, guest]) (await sit(one, 1)).leave();
  await leave();
  const others = await Promise.all([
    open("emma@shop.example", opened.token),
    open(null, opened.token),
    open("olive@shop.example", guest.token),
    open("olive@shop.example", "no-such-token"),
  ]);
  for (const other of others) {
    assert.equal(other.resumed, undefined);
    assert.ok(![opened.token, guest.token].includes(other.token));
  }
});
