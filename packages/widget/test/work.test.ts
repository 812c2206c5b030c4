import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { WorkMode } from "../../meetbot/src/platform/limits/ask-for-work.ts";
import { startTestServer } from "../../meetbot/src/server/server.fixture.ts";
import { bot } from "../../meetbot/src/store/store.fixture.ts";
import { createLine } from "../src/connection/line.ts";

// What of a page's work arrives at a server.

/** Opens a conversation, writes in it, and returns for each message whether it carried work. */
async function workOf(t: TestContext, proofOfWork: WorkMode, texts: string[]) {
  const { url, store } = await startTestServer(t, { proofOfWork });
  const line = createLine(`${url}/`, bot.id);
  const token = await line.open({ locale: "en", identity: null });
  assert(typeof token === "string");
  for (const text of texts) {
    const unsent = { id: crypto.randomUUID(), at: 0, text, payload: null, failed: false };
    assert.equal(await line.post(token, unsent), "stored");
  }
  const ref = await store.mailbox.find(bot.id, token);
  assert(ref);
  const messages = await store.mailbox.messagesAfter(ref, 0, 100);
  return messages.flatMap((one) =>
    one.from === "customer" && one.event.content.kind === "text"
      ? [one.event.content.worked ?? false]
      : [],
  );
}

test("where work is asked for, each message brings some of its own", async (t) => {
  assert.deepEqual(await workOf(t, "always", ["hello", "help"]), [true, true]);
});

test("where nothing is asked for, none is done", async (t) => {
  assert.deepEqual(await workOf(t, "on-pressure", ["hello"]), [false]);
});
