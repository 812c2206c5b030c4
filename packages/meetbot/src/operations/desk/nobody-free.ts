import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { languages } from "@meetbot/presentation";
import { waitedInVain } from "../../dialog/dialogs/while-waiting.ts";
import { newChoiceToken } from "../../secrets/token.ts";
import { issueTokens } from "../../turn/choice-tokens.ts";

/** Returns the bot's message to a customer who waited in vain, and the state that stores the button below it. */
export function nobodyFree(
  before: ConversationState | null,
  { bot, mailsReplies, now }: { bot: Bot; mailsReplies: boolean; now: number },
): { reply: OutboundReply | null; state: ConversationState | null } {
  const { locale, zone } = before?.dialog ?? { locale: bot.locale };
  const { officeHours, holidays } = bot;
  // A button that nothing is remembered of would do nothing.
  const office = { officeHours, holidays, now, mailsReplies: mailsReplies && before !== null };
  const { sentences, choices } = waitedInVain({ locale, ...(zone && { zone }) }, office);
  const text = sentences.join(languages[locale].sentenceSpace);
  const said = issueTokens(
    [{ kind: "text", text, choices }],
    locale,
    before?.choices ?? [],
    newChoiceToken,
  );
  const [reply = null] = said.replies;
  return { reply, state: before && { ...before, choices: said.choices } };
}
