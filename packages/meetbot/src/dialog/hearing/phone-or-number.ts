import type { Plan } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { say } from "@meetbot/presentation";
import { byAccount, byOrder } from "../dialogs/look-up.ts";
import { type Step, tell, text } from "../dialogs/moves.ts";
import type { Wanted } from "./wanted.ts";

/**
 * Asks what digits mean that may be a telephone number or an order's: a guess would look up somebody else, or report
 * that there is no such order. `null` when the customer wrote no such digits.
 */
export function askWhichNumber(
  state: DialogState,
  { entities }: Recognition,
  { wish, filter }: Wanted,
): Step | null {
  const phone = entities.phones?.find(({ number }) => number !== null);
  if (!phone || phone.number === null) return null;
  const { locale } = state;
  const choice = (title: string, plan: Plan) => ({ title, action: { kind: "ask" as const, plan } });
  const choices = [
    choice(say(locale, "choiceIsPhone"), byAccount(phone.value, filter ?? "open", wish)),
    choice(say(locale, "choiceIsNumber"), byOrder("orders", phone.number, wish)),
  ];
  const words = say(locale, "phoneOrNumber", { number: phone.text });
  return tell({ ...state, misunderstood: 0 }, text(words, { choices }));
}
