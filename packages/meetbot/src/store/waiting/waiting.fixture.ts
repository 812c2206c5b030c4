import assert from "node:assert/strict";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { Turn } from "../mailbox/turn.ts";
import { textEvent, turnSaying } from "../store.fixture.ts";
import type { Store } from "../store.ts";

let writes = 0;

/** An operator of the shop. */
export const ada = { by: "operator_ada", actor: "ada" };

/** A turn in which something else than words came out. */
export async function takeTurnWith(
  store: Store,
  ref: ConversationRef,
  turn: Partial<Turn>,
): Promise<void> {
  const lease = await store.mailbox.take(ref);
  assert(lease);
  const done = await store.mailbox.commitTurn(lease, { ...turnSaying("Hello"), ...turn });
  assert.equal(done.outcome, "settled");
}

/** The customer asks for a person, who is called. */
export async function callPerson(store: Store, ref: ConversationRef): Promise<void> {
  await store.mailbox.enqueue(ref, textEvent(`call ${writes++}`, "A person please"));
  const move = { to: "waiting", reason: "asked" } as const;
  await takeTurnWith(store, ref, { personAsked: true, move });
}

/** A person of the shop answers; returns the number of the message. */
export async function answerAs(
  store: Store,
  ref: ConversationRef,
  text: string,
  name = "Ada",
): Promise<number> {
  const reply = (): OutboundReply => ({ kind: "text", text, person: { name }, locale: "en" });
  const said = await store.desk.say(ref, {
    ...ada,
    reply,
    writeKey: `write ${writes++}`,
    opening: () => null,
  });
  assert(said.outcome === "done");
  return said.lastSeq;
}

/** A person closes it. */
export async function close(store: Store, ref: ConversationRef): Promise<void> {
  const closed = await store.desk.giveBack(ref, {
    ...ada,
    reason: "closed",
    line: () => null,
    state: (before) => before,
  });
  assert.equal(closed.outcome, "done");
}
