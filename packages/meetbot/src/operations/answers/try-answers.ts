import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { stateBefore, step } from "../../dialog/step.ts";
import { visibleReply } from "../../identity/visible-reply.ts";
import { phonesOf } from "../../recognition/entities/read-phone.ts";
import { recognize } from "../../recognition/recognize.ts";
import { issueTokens } from "../../turn/choice-tokens.ts";
import { dialogContext } from "../../turn/dialog-context.ts";
import { withPlainEmails } from "../../turn/plain-emails.ts";

/** The bot's response to a sentence that starts a conversation. */
export interface TriedSentence {
  replies: VisibleReply[];
  /** Whether the bot would query the shop first. */
  asksShop: boolean;
}

/** Runs a customer's sentence against a bot through the same steps as in a turn, but sends no query. */
export function tryAnswers(
  text: string,
  { bot, book, locale, now }: { bot: Bot; book: AnswerBook; locale: Locale; now: number },
  sendsCodes: boolean,
): TriedSentence {
  const { orderNumberFormat } = bot;
  const known = { fallbackLocale: locale, orderNumberFormat, book, phones: phonesOf(bot) };
  const said = withPlainEmails(recognize(text, known));
  const speaker = dialogContext(bot, { sendsCodes, offersLinks: false, answers: book, now });
  const { replies, ask } = step(stateBefore(locale), { kind: "utterance", said }, speaker);
  let choice = 0;
  const outbound = issueTokens(replies, said.locale, [], () => `choice:${choice++}`);
  return {
    replies: outbound.replies.map((reply) => visibleReply(reply, now)),
    asksShop: ask !== null,
  };
}
