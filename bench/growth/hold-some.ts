import type { Turn } from "../../packages/meetbot/src/store/mailbox/turn.ts";
import {
  delivery,
  openConversation,
  textEvent,
} from "../../packages/meetbot/src/store/store.fixture.ts";
import type { Store } from "../../packages/meetbot/src/store/store.ts";
import {
  answerAs,
  callPerson,
  close,
  takeTurnWith,
} from "../../packages/meetbot/src/store/waiting/waiting.fixture.ts";

/** More than a page of any list has. */
const held = 60;
/** More often than anything else was said. */
const said = 4;

/**
 * Holds the newest conversations in earnest: what first pages open can be opened. In each something is said that nobody
 * understands, an order is followed, and a person answers; every sixth waits still.
 */
export async function holdSome(store: Store, botId: string): Promise<void> {
  for (let nth = 0; nth < held; nth++) {
    const ref = await openConversation(store, { botId, conversationId: `held_${nth}` });
    for (let time = 0; time < said; time++) {
      if (time > 0) await store.mailbox.enqueue(ref, textEvent(`again ${time}`));
      const likeness = `what of ${nth}`;
      const turn: Partial<Turn> = { unanswered: { reason: "not_understood", likeness } };
      turn.deliveries = [{ ...delivery, id: `held_${nth}_${time}`, startedAt: Date.now() }];
      if (time === 0) turn.subscription = { kind: "begin", subscription: wish(nth) };
      await takeTurnWith(store, ref, turn);
    }
    await callPerson(store, ref);
    if (nth % 6 === 0) continue;
    await answerAs(store, ref, "Yes?");
    await close(store, ref);
  }
}

const wish = (nth: number) => ({
  ...({ scope: "order", source: "choice", wording: 1, known: [] } as const),
  subject: `100${nth}`,
});
