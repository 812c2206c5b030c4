import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Message } from "@meetbot/model/conversation/conversation.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { languages, say } from "@meetbot/presentation";
import { render } from "../../channels/text/render.ts";
import { withoutName } from "../../channels/without-name.ts";
import { visibleReply } from "../../identity/visible-reply.ts";
import type { TranscriptLine } from "../../mail/transcript-mail.ts";

/** Returns a conversation as lines for a mail: only what may be shown now, and each tap as the title of its choice. */
export function readLines(
  messages: readonly Message[],
  { bot, locale, now }: { bot: Pick<Bot, "name" | "timeZone">; locale: Locale; now: number },
): TranscriptLine[] {
  const clock = new Intl.DateTimeFormat(languages[locale].cards.tag, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: bot.timeZone,
  });
  const titles = new Map<string, string>();
  return messages.flatMap((message) => {
    const at = message.at ? clock.format(message.at) : "";
    if (message.from === "customer") {
      const text = textOf(message, titles);
      return text ? [{ from: say(locale, "transcriptYou"), at, text }] : [];
    }
    const { choices = [], ...reply } = withoutName(visibleReply(message.reply, now));
    for (const { payload, title } of choices) titles.set(payload, title);
    const from = message.from === "person" ? message.name : bot.name;
    return [{ from, at, text: render(reply, { timeZone: bot.timeZone }) }];
  });
}

/** Returns what a customer wrote or chose; nothing if the event contains no words. */
function textOf(
  { event: { content } }: Extract<Message, { from: "customer" }>,
  titles: ReadonlyMap<string, string>,
): string | undefined {
  if (content.kind === "text") return content.text;
  return content.kind === "tap" ? titles.get(content.payload) : undefined;
}
