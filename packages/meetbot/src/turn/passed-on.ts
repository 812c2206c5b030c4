import type { Held } from "../model/desk/holder.ts";
import type { Turn } from "../store/mailbox/turn.ts";

/**
 * Once the bot has said that a person is called, the conversation is passed to where that one answers; whoever
 * calls again meanwhile is passed on already.
 */
export function passedOn<Taken extends Turn>(turn: Taken, { holder }: Held): Taken {
  const last = turn.replies.at(-1);
  if (turn.move?.to !== "waiting" || holder === "waiting" || !last) return turn;
  return { ...turn, replies: [...turn.replies.slice(0, -1), { ...last, passesOn: true }] };
}
