import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { ConversationLog } from "../../../store/logs/conversation-log.ts";
import { joinLooks } from "../messenger/messenger-look.ts";
import { createTelling, type TellingDeps, type ToldEntry } from "./serialize-transcript.ts";

/** How many messages are held in memory at once. */
const atOnce = 200;

/** The dependencies of reading a transcript. */
export interface ReadingDeps extends TellingDeps {
  log: ConversationLog;
  ref: ConversationRef;
}

/**
 * Reads a transcript from its beginning, a batch at a time. Messages up to `afterSeq` are read but not returned: the
 * choices offered there identify later taps.
 */
export async function* readTranscript(
  { log, ref, ...deps }: ReadingDeps,
  afterSeq = 0,
): AsyncGenerator<ToldEntry[]> {
  const tell = createTelling(deps);
  for (let seq = 0; ; ) {
    const messages = await log.messagesAfter(ref, seq, atOnce);
    const told = joinEntries(messages.map(tell)).filter((entry) => entry.seq > afterSeq);
    if (told.length > 0) yield told;
    if (messages.length < atOnce) return;
    seq = messages.at(-1)?.seq ?? seq;
  }
}

/** Joins entries as Messenger would show them where several replies are sent as one message. */
function joinEntries(entries: ToldEntry[]): ToldEntry[] {
  const looks = joinLooks(
    entries.map((entry) =>
      entry.from !== "customer"
        ? { reply: { ...entry.reply, locale: entry.locale } as VisibleReply, look: entry.messenger }
        : null,
    ),
  );
  return entries.map((entry, place) =>
    entry.from !== "customer" ? { ...entry, messenger: looks[place] ?? entry.messenger } : entry,
  );
}

/** Returns a page of a transcript; `next` is the message after which the next page begins, `null` on the last page. */
export async function readPage(
  deps: ReadingDeps,
  { afterSeq, limit }: { afterSeq: number; limit: number },
): Promise<{ entries: ToldEntry[]; next: number | null }> {
  const entries: ToldEntry[] = [];
  for await (const batch of readTranscript(deps, afterSeq)) {
    entries.push(...batch);
    if (entries.length > limit) break;
  }
  const page = entries.slice(0, limit);
  return { entries: page, next: entries.length > limit ? (page.at(-1)?.seq ?? null) : null };
}
