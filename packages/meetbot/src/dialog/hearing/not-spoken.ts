import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import type { Reply } from "@meetbot/model/conversation/reply.ts";
import { languages, listLanguages, say } from "@meetbot/presentation";
import { menu } from "../dialogs/choices.ts";
import { askFor } from "../dialogs/form.ts";
import {
  type DialogContext,
  first,
  type Step,
  spoken,
  tell,
  text,
  unanswered,
} from "../dialogs/moves.ts";

/** People who write in other languages also say “hola” and “danke”. */
const isLoan: ReadonlySet<Recognition["intent"]> = new Set(["greeting", "thanks_bye"]);

/**
 * Lists the bot's languages for a customer who writes in another one; `null` when the bot has theirs. The reply is in
 * the customer's language where Meetbot has words for it. If the trained recognition understands the customer, the bot
 * answers them.
 */
export function notSpoken(
  { locale }: DialogState,
  said: Recognition,
  speaker: DialogContext,
): Reply | null {
  if (said.isOtherLanguage) return inLanguage(locale, speaker);
  const isAnswered = languages[said.locale].reading.glossary === null || isLoan.has(said.intent);
  return isAnswered || spoken(said.locale, speaker) === said.locale
    ? null
    : inLanguage(said.locale, speaker);
}

/** Puts the notice before a step that found something to do, and in place of one that did not. */
export function answerUnsupportedLanguage(
  notice: Reply,
  before: DialogState,
  step: Step,
  speaker: DialogContext,
): Step {
  if (step.ask || !step.unanswered) return first(notice, step);
  const { form, locale } = before;
  const goOn = form
    ? first(notice, askFor(before, form, speaker))
    : tell(before, { ...notice, choices: menu(locale, speaker) });
  return unanswered("not_understood", goOn);
}

function inLanguage(locale: Locale, { languages: own }: DialogContext): Reply {
  const named = listLanguages(own, languages[locale].cards.tag);
  return text(say(locale, "notSpoken", { languages: named }));
}
