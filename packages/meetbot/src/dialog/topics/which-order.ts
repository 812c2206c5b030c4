import type { Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState, Form, OnScreen } from "@meetbot/model/conversation/dialog-state.ts";
import { say } from "@meetbot/presentation";
import { goodsTitle, menuChoice, orderChoice } from "../dialogs/choices.ts";
import { type Step, tell, text } from "../dialogs/moves.ts";

/** More buttons would push the question off a phone's screen; a number can be typed. */
const maxChoices = 5;

/** Asks which order the shop's answer is about; the customer may also type a number. */
export function askWhichOrder(state: DialogState, orders: readonly OnScreen[], wish: Wish): Step {
  const { locale } = state;
  const form: Form = {
    goal: "orders",
    filter: "open",
    awaiting: "order_number",
    orderNumber: null,
    misses: 0,
    wish,
  };
  const titles = orders.map(({ titles, number }) => goodsTitle(titles, number ?? ""));
  const choices = orders.slice(0, maxChoices).flatMap(({ number, ...proof }, place) => {
    if (number === null) return [];
    const title = titles[place] ?? number;
    const isAlike = titles.filter((other) => other === title).length > 1;
    return [orderChoice(isAlike ? number : title, number, proof, wish)];
  });
  const ways = [...choices, menuChoice(locale, "person")];
  return tell(
    { ...state, form },
    text(say(locale, "whichOne"), { ask: "order_number", choices: ways }),
  );
}
