import { fill } from "@meetbot/presentation";
import type { ChatState, Entry } from "../chat/chat.ts";
import { summarize } from "./cards/summarize.ts";
import type { Announce } from "./live-region.ts";
import type { ChatWords } from "./parts/words.ts";

/**
 * Announces the changes between two states: messages and status in separate regions, so that neither interrupts the
 * other. Messages loaded on connecting or at the top are not announced; customers read them by browsing.
 */
export function announceNews(
  before: ChatState,
  after: ChatState,
  words: ChatWords,
  message: Announce,
  status: Announce,
): void {
  const { phrases, bot, reader } = words;
  const first = after.entries.findIndex(({ key }) => key === before.entries[0]?.key);
  const news = before.phase === "connecting" ? [] : after.entries.slice(Math.max(first, 0));
  for (const entry of news) {
    const old = before.entries.find(({ key }) => key === entry.key);
    if (entry.from === "customer") {
      if (hasFailed(entry) && !hasFailed(old)) status(`${phrases.notSent} ${entry.text}`);
    } else if (!old) {
      const { reply, locale } = entry;
      const spoken = reply.kind === "text" ? locale : reader.language.tag;
      message(
        `${fill(phrases.bot, { bot: entry.name ?? bot })} ${summarize(reply, words)}`,
        spoken,
      );
    }
  }
  if (after.typing === true && !before.typing) status(fill(phrases.typing, { bot }));
  if (after.phase === before.phase) return;
  if (after.phase !== "open") status(phrases[after.phase]);
  else if (before.phase === "offline") status(phrases.connected);
}

function hasFailed(entry: Entry | undefined): boolean {
  return entry?.from === "customer" && entry.state === "failed";
}
