import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import type { TestContext } from "node:test";
import { post, takeSeat } from "../../../../test/fixtures/conversation.ts";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { startMailServer } from "../../../../test/fixtures/mail-server.ts";
import { createSmtpMailer } from "../../../mail/smtp-mailer.ts";
import { json, startAdminServer } from "../../../server/admin-api/call-admin.fixture.ts";
import { bot } from "../../../store/store.fixture.ts";

export const mailbox = "help@shop.example";

/** A server whose bot hands conversations to a mailbox; its mail server listens once it is started. */
export async function startMailedDesk(t: TestContext) {
  const port = await freePort();
  const logged: object[] = [];
  const mailer = createSmtpMailer({
    ...{ url: `smtp://127.0.0.1:${port}`, from: "Meetbot <bot@meetbot.example>" },
    log: { warn: (fields) => void logged.push(fields) },
  });
  const server = await startAdminServer(t, { mailer, publicUrl: "https://bots.example/" });
  const { run, call } = server;
  const set = await call("owner", "PUT /bridge", {
    body: { kind: "email", fields: { email: mailbox } },
  });
  assert.equal(set.status, 200, await set.clone().text());
  return {
    ...server,
    mailer,
    startMails: () => startMailServer(t, port),
    /** Calls a route of the bot, which works. */
    async tell(...[role, route, body]: [Parameters<typeof call>[0], string, object?]) {
      const response = await call(role, route, body ? { body } : {});
      const text = await response.text();
      assert(response.ok, `${route}: ${response.status} ${text}`);
      return text === "" ? null : JSON.parse(text);
    },
    refused: async (...[role, route, body]: [Parameters<typeof call>[0], string, object?]) =>
      (await json(await call(role, route, body ? { body } : {}))).code,
    /** A customer who asks for a person. */
    async callPerson(text = "I want to talk to a person") {
      const seat = await takeSeat(server.url, bot.id);
      const say = async (words: string) =>
        assert.equal((await post(seat, { text: words })).status, 202);
      await say(text);
      return { seat, say, id: seat.conversationId };
    },
    /** Nobody waits: neither for a letter to be whole, nor for a desk to be well again. */
    async hurry() {
      await run("update bridge_conversations set rests_until = null where rests_until is not null");
      await run("update bridges set next_at = now()");
    },
    /** Until the desk knows all. */
    untilTold: () =>
      eventually(15_000, async () => {
        const behind = await run("select from bridge_conversations where due_at is not null");
        const events = await run("select from desk_events where not is_bridged");
        assert.deepEqual([behind.length, events.length], [0, 0]);
      }),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
