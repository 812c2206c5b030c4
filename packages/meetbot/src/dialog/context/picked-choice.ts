import type { Action } from "@meetbot/model/conversation/action.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import type { Choice } from "@meetbot/model/conversation/reply.ts";

/** The one offer that a customer's words point at (“more”, “yes”), if it is clear. */
export function pickedChoice(
  offered: readonly Choice[],
  { picked, text }: Pick<Recognition, "picked" | "text">,
): Choice | undefined {
  switch (picked) {
    case null:
    case "no":
    case "unknown":
    case "sign_out":
      return undefined;
    case "code":
      return offered.find(({ action }) => action.kind === "prove");
    case "yes": {
      const [first] = offered;
      // The bot offered to pass on a request that only a person can handle.
      if (first && isPerson(first) && !onlyAcknowledges.test(text)) return first;
      const ways = offered.filter(({ action }) => action.kind !== "menu");
      return ways.length === 1 ? ways[0] : undefined;
    }
    case "next":
      return nextPageIn(offered)[0];
    case "last":
      return undefined;
    // The customer counts the items shown, not the buttons, which do other things too; but where the bot asked which
    // one they mean, each button carries the question.
    default:
      return offered.filter(hasQuestion)[picked - 1];
  }
}

/** It was read, and nothing is wanted by it. */
const onlyAcknowledges = /^\P{L}*(?:ok(?:ay)?|k|alright|好的?|嗯+|哦+|行)\P{L}*$/iu;

const isPerson = ({ action }: Choice) => action.kind === "menu" && action.item === "person";

/** Returns the choice for the page after the one shown, if there is one. */
export const nextPageIn = (offered: readonly Choice[]): Choice[] =>
  offered.filter(({ action }) => pageOf(action) > 1).slice(0, 1);

const hasQuestion = ({ action }: Choice): boolean =>
  action.kind === "ask" && (action.plan.wish?.facts.length ?? 0) > 0;

function pageOf(action: Action): number {
  return action.kind === "ask" && "page" in action.plan.question ? action.plan.question.page : 1;
}
