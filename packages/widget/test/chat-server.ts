import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import pino from "pino";
import { hashToken, newLinkToken } from "../../meetbot/src/secrets/token.ts";
import { startServer } from "../../meetbot/src/server/start-server.ts";
import { openTestStore, textEvent, turnSaying } from "../../meetbot/src/store/store.fixture.ts";
import { signIdentity } from "../../sdk/src/signature/sign-identity.ts";

/** What a page of a shop consists of, by path. */
export type Pages = Record<string, { type: string; body: string }>;

/** A Meetbot server with a bot, and a website of another origin whose pages may chat. */
export async function startChatServer(t: TestContext, pages: Pages = {}) {
  let stop = async () => {};
  t.after(() => stop()); // before the store, which ends with the test too
  const { store, run } = await openTestStore(t);
  const siteUrl = await serve(t, pages);
  const { bot, secrets } = newBot({
    id: "bot_shop",
    name: "Lantern Street",
    pageId: "231231232134111",
    endpoint: "http://127.0.0.1:9/webhook",
    origins: [siteUrl],
  });
  await store.bots.create(bot, secrets);

  const start = (port: number) =>
    startServer({
      store,
      mailer: null,
      host: "127.0.0.1",
      port,
      hosts: null,
      waitForMoreMs: 0,
      ownOrigins: (port) => [`http://127.0.0.1:${port}`],
      log: pino({ level: "silent" }),
    });
  let server = await start(0);
  let isRunning = true;
  const { url } = server;
  stop = async () => {
    if (isRunning) await server.close();
    isRunning = false;
  };

  return {
    url,
    siteUrl,
    botId: bot.id,
    bots: store.bots,
    stop,
    /** On the same port again. */
    async restart() {
      server = await start(Number(new URL(url).port));
      isRunning = true;
    },
    /** A token as the shop's server signs it for a shopper who is signed in. */
    identify: (account: string) =>
      signIdentity({ identitySecret: secrets.identitySecret, botId: bot.id, account }),
    /** Makes all conversations as old as those that a token no longer opens. */
    expire: () => run("update conversations set active_at = now() - interval '25 hours'"),
    /** Leaves all conversations alone for so long, and has the server forget what it forgets by then. */
    async leaveFor(time: string) {
      await run(`update conversations set active_at = active_at - interval '${time}'`);
      await store.forgetExpired();
    },
    /** What customers think of answers. */
    feedback: async () =>
      (await run("select value from feedback order by seq")).map(({ value }) => value),
    /** Has the bot say so many numbered lines in the newest conversation. */
    async sayLines(count: number) {
      const [row] = await run("select conversation_id from conversations order by created_at desc");
      const ref = { botId: bot.id, conversationId: String(row.conversation_id) };
      const { lease } = await store.mailbox.enqueueAndTake(ref, textEvent("more"));
      assert(lease);
      const lines = Array.from({ length: count }, (_, nth) => `Line ${nth + 1}`);
      await store.mailbox.commitTurn(lease, turnSaying(...lines));
    },
    /** A link as mails have it, which leads back into the newest conversation. */
    async returnLink() {
      const [row] = await run("select conversation_id from conversations order by created_at desc");
      const ref = { botId: bot.id, conversationId: String(row.conversation_id) };
      const token = newLinkToken();
      const link = { tokenHash: hashToken(token), email: "yilia@meetbot.biz", shownFrom: 0 };
      assert(await store.waiting.makeReturnLink(ref, link));
      return `${url}/chat/${bot.id}/r/${token}`;
    },
    /** How many conversations there are, and how many events of customers, their openings included. */
    async count() {
      const [counts] = await run(
        `select (select count(*)::int from conversations) as conversations,
           (select count(*)::int from messages where direction = 'in') as events`,
      );
      return counts as { conversations: number; events: number };
    },
  };
}

async function serve(t: TestContext, pages: Pages): Promise<string> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://site").pathname;
    const page = pages[path];
    if (!page) response.statusCode = path === "/favicon.ico" ? 204 : 404;
    response.setHeader("content-type", page?.type ?? "text/plain");
    response.end(page?.body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  t.after(async () => {
    server.closeAllConnections();
    await once(server.close(), "close");
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
