import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { startTestServer } from "../../../server/server.fixture.ts";
import { bot, openConversation } from "../../../store/store.fixture.ts";
import { takeTurnWith } from "../../../store/waiting/waiting.fixture.ts";

/** Two conversations whose customers are mailed. */
async function openMailed(t: TestContext) {
  const refs: ConversationRef[] = [];
  const server = await startTestServer(t, {}, async ({ store }) => {
    for (const conversationId of ["one", "other"]) {
      const ref = await openConversation(store, { conversationId });
      const newsEmail = { email: `${conversationId}@meetbot.biz`, begins: true };
      await takeTurnWith(store, ref, { newsEmail });
      refs.push(ref);
    }
    await store.bots.create({ ...bot, id: "bot_2" }, { signingSecret: "s", identitySecret: "i" });
  });
  const { store, url } = server;
  const [ref, other] = refs as [ConversationRef, ConversationRef];
  const token = await store.ways.stopTokenOf(ref);
  const page = (id = bot.id, one = token) => `${url}/chat/${id}/u/${one}`;
  const mailed = async (one: ConversationRef) => (await store.ways.newsEmailOf(one)) !== null;
  return { ...server, ref, other, token, page, mailed };
}

/** As mail programs post it: RFC 8058. */
const oneClick = {
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: "List-Unsubscribe=One-Click",
};

test("looking at a mail's link changes nothing; one tap ends the mails of that conversation, and once more is fine", async (t) => {
  const { page, mailed, ref, other } = await openMailed(t);
  const shown = await fetch(page(), { headers: { "accept-language": "de" } });
  const text = await shown.text();
  assert.equal(shown.status, 200);
  assert.match(text, /<html lang="de-DE"/);
  assert.match(text, /<form method="post">/);
  assert.match(
    shown.headers.get("content-security-policy") ?? "",
    /form-action 'self'.*frame-ancestors 'none'/,
  );
  await fetch(page(), { method: "HEAD" });
  assert.equal(await mailed(ref), true);
  assert.equal((await fetch(page(), oneClick)).status, 200);
  assert.equal(await mailed(ref), false);
  assert.equal((await fetch(page(), oneClick)).status, 200);
  assert.equal(await mailed(other), true);
});

test("a form's own page tells nobody where it is, and its tap counts", async (t) => {
  const { page, mailed, ref } = await openMailed(t);
  const answer = await fetch(page(), {
    ...oneClick,
    headers: { ...oneClick.headers, origin: "null" },
  });
  assert.equal(answer.status, 200);
  assert.equal(await mailed(ref), false);
});

test("a token of another bot or conversation, and what is none, ends nothing and is told the same", async (t) => {
  const { page, mailed, ref, other, token } = await openMailed(t);
  const mark = token.slice(token.lastIndexOf("."));
  const answers = await Promise.all(
    [page("bot_2"), page(bot.id, `other${mark}`), page(bot.id, "one."), page(bot.id, "x")].map(
      (url) => fetch(url, oneClick),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200],
  );
  assert.equal((await fetch(page("no_bot"), oneClick)).status, 404);
  assert.deepEqual([await mailed(ref), await mailed(other)], [true, true]);
});
