import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import pino from "pino";
import { post, readUntil, takeSeat } from "../../test/fixtures/conversation.ts";
import { bot, openTestStore } from "../store/store.fixture.ts";
import type { Store } from "../store/store.ts";
import { startServer } from "./start-server.ts";

const question = "do you sell gift cards";

const saying = (text: string): AnswerBook => ({
  answers: {
    own_gifts: { texts: { en: { text, buttons: [] } }, validFrom: null, validUntil: null },
  },
  ownTopics: [{ id: "own_gifts", name: "Gift cards", examples: [question] }],
  taught: [],
});

async function startNode(t: TestContext, store: Store): Promise<string> {
  const where = { host: "127.0.0.1", port: 0, hosts: null, ownOrigins: () => [] };
  const log = pino({ level: "silent" });
  const server = await startServer({ store, mailer: null, ...where, log });
  t.after(server.close);
  return server.url;
}

/** What a node says to it in a conversation of its own. */
async function answerAt(url: string): Promise<string> {
  const seat = await takeSeat(url, bot.id);
  // Reads the welcome first, so that the answer comes after it.
  await readUntil(seat, () => true);
  await post(seat, { text: question });
  const said: string[] = [];
  let isAsked = false;
  await readUntil(seat, (message) => {
    isAsked ||= message.from === "customer";
    if (!isAsked || message.from === "customer") return false;
    said.push(message.reply.text ?? "");
    return true;
  });
  return said.join();
}

test("an answer that is saved at one node is said by another in its next turn", async (t) => {
  const { store, openAgain, run } = await openTestStore(t);
  const url = await startNode(t, await openAgain());
  const save = { what: "answer_set", topic: "own_gifts" } as const;
  for (const [after, text] of ["Yes, from 10 euros on.", "Not any more."].entries()) {
    await store.answers.save(bot.id, { after, book: saying(text), ...save });
    assert.match(await answerAt(url), new RegExp(text));
  }
  const counted = await run("select topic, answered from topic_requests");
  assert.deepEqual(counted, Array(2).fill({ topic: "own_gifts", answered: true }));
});
