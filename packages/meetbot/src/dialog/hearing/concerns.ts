import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Concern, OfPeople } from "@meetbot/model/conversation/recognition.ts";
import { formatAccount, languages, listLanguages, say } from "@meetbot/presentation";
import { callPerson } from "../dialogs/call-person.ts";
import { accountChoice, menuChoice } from "../dialogs/choices.ts";
import { inputOf, prompt } from "../dialogs/form.ts";
import { type DialogContext, type Step, tell, text } from "../dialogs/moves.ts";
import { withMenu } from "../dialogs/small-talk.ts";
import { withContact } from "../dialogs/with-contact.ts";
import { aside } from "./aside.ts";
import { answerOwnWords } from "./own-words.ts";
import { fillSlot, otherWay } from "./slots.ts";
import { subscribeToShown } from "./subscribe-to-shown.ts";
import { answerWhose } from "./whose.ts";

/** Returns the step that answers a remark about the bot or the chat itself; `null` when it is no such remark. */
export function answerTalk(
  state: DialogState,
  concern: Concern | null,
  ofPeople: OfPeople | null,
  speaker: DialogContext,
): Step | null {
  const { locale, form } = state;
  switch (concern) {
    case "threat":
      return callPerson(state, speaker, { opening: "calledAtOnce" });
    case "robot":
      return aside(state, say(locale, ofPeople === "human" ? "notHuman" : "robot"), speaker);
    case "who":
      return aside(state, say(locale, "who", { bot: speaker.name }), speaker);
    case "languages": {
      const named = listLanguages(speaker.languages, languages[locale].cards.tag);
      return aside(state, say(locale, "speaks", { languages: named }), speaker);
    }
    case "privacy":
      return aside(state, withContact(locale, say(locale, "privacy"), speaker), speaker);
    case "notify":
      return subscribeToShown(state, speaker);
    case "wait":
      return tell(
        state,
        text(say(locale, "waiting"), form ? { ask: inputOf(state, form.awaiting, speaker) } : {}),
      );
    case "apology":
      return aside(state, say(locale, "noProblem"), speaker);
    case "resignation":
      return form ? withMenu(state, "stopped", speaker) : withMenu(state, "resigned", speaker);
    case "no_number":
      return form && form.awaiting !== "code"
        ? otherWay(state, form, speaker)
        : fillSlot(state, "email", speaker);
    case "what_number":
      return withWays(state, formatAccount(locale, speaker.accountKind, "whatNumber"), speaker);
    case "no_email":
      return withoutEmail(state, speaker);
    case "doubt":
    case "what_now":
    case "misread":
      return answerOwnWords(state, concern, speaker);
    default:
      return answerWhose(state, concern, speaker);
  }
}

/** Asks a customer without an email for an order number, or for a telephone number where the bot takes those. */
function withoutEmail(state: DialogState, speaker: DialogContext): Step {
  const { accountKind } = speaker;
  const words = formatAccount(state.locale, accountKind, "noEmail");
  return fillSlot(state, accountKind === "email" ? "order_number" : "email", speaker, words);
}

function withWays(state: DialogState, words: string, speaker: DialogContext): Step {
  const { form, locale } = state;
  if (form) return tell(state, prompt(state, form.awaiting, words, speaker));
  const choices = [accountChoice(locale, "choiceUseEmail", speaker), menuChoice(locale, "person")];
  return tell(state, text(words, { choices }));
}
