import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { ModelCall } from "@meetbot/model/conversation/model-command.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import type { DialogContext } from "../dialog/step.ts";
import { isOffered, spoken } from "../dialog/step.ts";
import { provedAccount } from "../identity/may-ask.ts";
import { isUnsure } from "../language-model/is-unsure.ts";
import { phonesOf } from "../recognition/entities/read-phone.ts";
import { settlePhones } from "../recognition/entities/settle-phones.ts";
import { recognize } from "../recognition/recognize.ts";
import { withCorrectedNumber } from "./corrected-number.ts";
import { withPlainEmails } from "./plain-emails.ts";
import type { TurnDeps } from "./turn-deps.ts";

/** The recognition of a customer's message. */
export interface Understood {
  /** The recognition that the dialog uses. */
  said: Recognition;
  /** The engine's own recognition: only this may prove anything or name an account. */
  read: Recognition;
  /** `null` if no language model was to be asked; a call that was skipped is recorded too. */
  modelCall: ModelCall | null;
}

/** Who is written to. */
export interface UnderstandOptions {
  bot: Bot;
  speaker: DialogContext;
  /** The result of {@link readText}, if it was already called. */
  read?: Recognition | null;
}

/**
 * Recognizes what the customer wrote; if that is unsure and the bot has a language model, asks the model which command
 * it is. While the bot waits for a code it does not ask the model: the customer's text then stays in this conversation.
 */
export async function understand(
  text: string,
  before: ConversationState,
  { bot, speaker, read: known = null }: UnderstandOptions,
  world: Pick<TurnDeps, "askModel" | "now">,
): Promise<Understood> {
  const { orderNumberFormat } = bot;
  const askedFor = before.dialog.form?.awaiting ?? null;
  const alone = known ?? readText(text, before.dialog.locale, { bot, book: speaker.answers });
  const settled = settlePhones(withPlainEmails(alone), askedFor);
  const read = withCorrectedNumber(settled, before.dialog);
  const { askModel } = world;
  if (!askModel || !bot.languageModel || !mayBeTold(before, read)) {
    return { said: read, read, modelCall: null };
  }
  const { said, call } = await askModel({
    ...{ said: read, orderNumberFormat },
    askedFor,
    ownTopics: speaker.answers.ownTopics,
    isSignedIn: provedAccount({ proofs: before.proofs, now: world.now() }) !== null,
  });
  return { said, read, modelCall: call };
}

/** Returns what a text says, regardless of what the bot asked before it. */
export function readText(
  text: string,
  locale: Locale,
  { bot, book }: { bot: Bot; book: AnswerBook },
): Recognition {
  const { orderNumberFormat } = bot;
  const fallbackLocale = spoken(locale, bot);
  return recognize(text, { fallbackLocale, orderNumberFormat, book, phones: phonesOf(bot) });
}

function mayBeTold({ dialog }: ConversationState, read: Recognition): boolean {
  const waitsForCode = dialog.form?.awaiting === "code" || dialog.proving !== null;
  return !waitsForCode && isUnsure(read) && !isOffered(dialog, read.text);
}
