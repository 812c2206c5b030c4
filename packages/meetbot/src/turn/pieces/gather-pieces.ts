import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { mayAskNothing } from "../../recognition/pieces/asks-nothing.ts";
import type { Lease } from "../../store/mailbox/lease.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import { readText } from "../understand.ts";
import { joinPieces, type Pieces } from "./join-pieces.ts";

/** More messages than this are no thought in pieces. */
const maxPieces = 8;

/** The dependencies for gathering pieces. */
export interface GatherDeps {
  mailbox: Pick<Mailbox, "putOff" | "readBehind">;
  bookOf(botId: string, version: number): Promise<AnswerBook>;
  /** How long a message that asks for nothing waits for the next one; 0 to never wait. */
  waitForMoreMs: number;
}

/** The messages that the turn of a lease answers, or that it was put off and how long at the longest. */
export type Gathered = { pieces: Pieces; leftMs: null } | { pieces: null; leftMs: number };

/**
 * Gathers the messages that one turn answers. If a message by itself asks for nothing, its turn is put off for a moment
 * and runs as soon as another message arrives, so that a text sent in pieces is read as one. The database stores that
 * it waits, and since when. Returns `null` if the message is answered by itself, as nearly all are.
 */
export async function joinSplitMessage(
  lease: Lease,
  bot: Bot,
  { mailbox, bookOf, waitForMoreMs: waitMs }: GatherDeps,
): Promise<Gathered | null> {
  if (waitMs === 0 || !mayWait(lease)) return null;
  const book = await bookOf(lease.botId, lease.bookVersion);
  const { waitedMs = 0, isFollowed = false } = lease.queued ?? {};
  const readBehind = () => mailbox.readBehind(lease, maxPieces - 1);
  let behind = isFollowed ? await readBehind() : [];
  for (;;) {
    const pieces = joinPieces(
      [lease.event, ...behind],
      lease.state?.dialog.locale ?? bot.locale,
      (text, locale) => readText(text, locale, { bot, book }),
    );
    const isOver = waitedMs >= waitMs || pieces.events.length === maxPieces;
    if (pieces.isWhole || isOver) return { pieces, leftMs: null };
    const lastSeq = pieces.events.at(-1)!.seq;
    const leftMs = await mailbox.putOff(lease, { lastSeq, waitMs });
    if (leftMs !== null) return { pieces: null, leftMs };
    const known = behind.length;
    behind = await readBehind();
    // Its time is over, or the lease is lost, which the turn finds out when it is stored.
    if (behind.length === known) return { pieces, leftMs: null };
  }
}

/**
 * Whether the turn may wait for more. An email or the words for a rating that the bot asked for are no opener, and the
 * bot does not answer customers whom an agent serves.
 */
const mayWait = ({ held, state, event: { content } }: Lease): boolean =>
  content.kind === "text" &&
  mayAskNothing(content.text) &&
  held.holder === "bot" &&
  content.quiet !== true &&
  state?.dialog.besides === undefined;
