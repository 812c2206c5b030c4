import type { Slot } from "@meetbot/model/conversation/action.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Concern } from "@meetbot/model/conversation/recognition.ts";
import { formatAccount, languages, say } from "@meetbot/presentation";
import { menuChoice } from "../dialogs/choices.ts";
import { prompt } from "../dialogs/form.ts";
import { aboutShown } from "../dialogs/leave-to-person.ts";
import { maskedAccount } from "../dialogs/masked-account.ts";
import { type DialogContext, type Step, tell, text } from "../dialogs/moves.ts";
import { aside, unlessSaid } from "./aside.ts";
import { fillSlot } from "./slots.ts";

/** Concerns that ask by which person or data orders can be found, besides a number and an email. */
type Whose = Extract<
  Concern,
  "by_name" | "as_guest" | "signed_in" | "on_behalf" | "other_people" | "why_email"
>;

type Answer = (state: DialogState, speaker: DialogContext) => Step;

/** The answer to each, with what works instead; the bot still asks for what it asked before. */
const answers: Record<Whose, Answer> = {
  by_name: (state, speaker) =>
    state.account === null
      ? askForOther(
          state,
          "email",
          formatAccount(state.locale, speaker.accountKind, "byName"),
          speaker,
        )
      : withOrders(state, say(state.locale, "byNameSignedIn"), speaker),
  as_guest: (state, speaker) => {
    const words = formatAccount(state.locale, speaker.accountKind, "asGuest");
    return askForOther(state, "email", words, speaker);
  },
  on_behalf: (state, speaker) =>
    askForOther(state, "order_number", say(state.locale, "onBehalf"), speaker),
  other_people: (state, speaker) => withOrders(state, say(state.locale, "otherPeople"), speaker),
  why_email: (state, speaker) => {
    const { form, locale } = state;
    const words = unlessSaid(state, formatAccount(locale, speaker.accountKind, "whyEmail"));
    if (form) return askStill(state, form.awaiting, words, speaker);
    if (state.account !== null || state.email !== null) return withOrders(state, words, speaker);
    return fillSlot({ ...state, misunderstood: 0 }, "email", speaker, words);
  },
  signed_in: answerWhichAccount,
};

const isWhose = (concern: Concern | null): concern is Whose =>
  concern !== null && concern in answers;

/** Answers whose orders can be found, or by which data; `null` for any other concern. */
export function answerWhose(
  state: DialogState,
  concern: Concern | null,
  speaker: DialogContext,
): Step | null {
  return isWhose(concern) ? answers[concern](state, speaker) : null;
}

/** Asks for what works instead; the bot still asks a customer with a pending code for that code. */
function askForOther(
  state: DialogState,
  slot: "email" | "order_number",
  said: string,
  speaker: DialogContext,
): Step {
  const words = unlessSaid(state, said);
  if (state.form?.awaiting === "code") return aside(state, words, speaker);
  return fillSlot({ ...state, misunderstood: 0 }, slot, speaker, words);
}

/** Asks again for the open slot, with these words. */
const askStill = (state: DialogState, slot: Slot, words: string, speaker: DialogContext): Step =>
  tell({ ...state, misunderstood: 0 }, prompt(state, slot, words, speaker));

/** Replies with the account whose orders are looked up, and how to look up another. */
function answerWhichAccount(state: DialogState, speaker: DialogContext): Step {
  const { locale, account, email, proving } = state;
  if (account === null && email === null) {
    const words = unlessSaid(state, formatAccount(locale, speaker.accountKind, "signedInNot"));
    return state.form
      ? askStill(state, state.form.awaiting, words, speaker)
      : fillSlot({ ...state, misunderstood: 0 }, "email", speaker, words);
  }
  const signedIn =
    account === null
      ? say(locale, "notSignedIn")
      : say(locale, "signedInAs", { account: maskedAccount(account) });
  const looking =
    email === null || email === account || proving !== null
      ? []
      : [
          formatAccount(locale, speaker.accountKind, "lookingAt", {
            account: maskedAccount(email),
          }),
        ];
  const words = [signedIn, ...looking].join(languages[locale].sentenceSpace);
  return withOrders(state, words, speaker, account !== null);
}

/** Replies with choices for the customer's own orders, and for signing out of an open account. */
function withOrders(
  state: DialogState,
  words: string,
  speaker: DialogContext,
  canSignOut = false,
): Step {
  const { form, locale } = state;
  if (form) return aside(state, words, speaker);
  const shown = aboutShown(state);
  const choices = [
    ...(shown.length > 0 ? shown : [menuChoice(locale, "orders")]),
    menuChoice(locale, canSignOut ? "sign_out" : "person"),
  ];
  return tell({ ...state, misunderstood: 0 }, text(unlessSaid(state, words), { choices }));
}
