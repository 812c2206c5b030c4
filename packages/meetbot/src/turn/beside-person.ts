import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Held, ReturnReason } from "@meetbot/model/desk/holder.ts";
import { botAgain, remindOfCall } from "../dialog/step.ts";
import { elsewhere } from "../store/mailbox/held.ts";
import type { Turn } from "../store/mailbox/turn.ts";
import { isForPerson } from "./who-answers.ts";

/**
 * Adds to a turn of the bot what concerns agents: says once that the bot answers again, and reminds a waiting customer,
 * beside an answer, that an agent still comes.
 */
export function besidePerson<Taken extends Turn>(
  turn: Taken,
  { held, back, event }: { held: Held; back: ReturnReason | null; event: EventContent },
): Taken {
  const { locale } = turn.state.dialog;
  const read = { ...turn, isForPerson: isForPerson(held, event) };
  if (back) {
    const move = turn.move ?? { to: "bot" as const, reason: back };
    const line = { ...botAgain(locale), locale };
    return {
      ...read,
      move,
      replies: held.by === elsewhere ? turn.replies : [line, ...turn.replies],
    };
  }
  if (held.holder !== "waiting" || turn.move || turn.question !== "answered") return read;
  const { state, replies } = remindOfCall(turn.state.dialog);
  return {
    ...read,
    state: { ...turn.state, dialog: state },
    replies: [...turn.replies, ...replies.map((reply) => ({ ...reply, locale }))],
  };
}

/**
 * Once the bot has said that it calls a person, the conversation is passed to the agents' inbox; if the customer calls
 * again meanwhile, it is passed already.
 */
export function passedOn<Taken extends Turn>(turn: Taken, { holder }: Held): Taken {
  const last = turn.replies.at(-1);
  if (turn.move?.to !== "waiting" || holder === "waiting" || !last) return turn;
  return { ...turn, replies: [...turn.replies.slice(0, -1), { ...last, passesOn: true }] };
}
