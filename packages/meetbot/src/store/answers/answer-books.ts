import type { AnswerBook, BookChange } from "@meetbot/model/answers/answer-book.ts";
import { answerLimits } from "@meetbot/model/answers/answer-limits.ts";
import type { Kysely } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { sealContext } from "../../platform/sealing/seal-context.ts";
import { type KeyRing, openUnderMaster, sealUnderMaster } from "../../secrets/key-ring.ts";
import { recordChange } from "../bots/audit.ts";
import { type LockedBot, withLockedBot } from "../bots/locked-bot.ts";

/** When, by whom and why a version was written. */
export interface BookVersion {
  version: number;
  createdAt: Date;
  createdBy: string;
  what: BookChange;
  /** `null`: more than one. */
  topic: string | null;
}

/** A version with its content. */
export interface StoredBook extends BookVersion {
  book: AnswerBook;
}

/** A version to be written. */
export interface NewVersion extends Pick<StoredBook, "book" | "what" | "topic"> {
  /** The newest version that its author looked at; 0: none. */
  after: number;
}

/** `newer`: another version was saved meanwhile, and nothing is changed. */
export type SavedVersion =
  | { outcome: "saved"; version: number }
  | { outcome: "newer"; newest: BookVersion };

/** Stores the shops' own answers, sealed under a master key, version by version. */
export function createAnswerBooks(
  db: Kysely<Tables>,
  keyRing: KeyRing,
  actor = "command line",
): AnswerBooks {
  const open = (botId: string, row: SealedRow | undefined): StoredBook | null =>
    row ? openBook(keyRing, botId, row) : null;
  return {
    as: (other) => createAnswerBooks(db, keyRing, other),
    newest: async (botId) => open(botId, await selectBooks(db, botId).limit(1).executeTakeFirst()),
    find: async (botId, version) => {
      const row = selectBooks(db, botId).where("version", "=", version);
      return open(botId, await row.executeTakeFirst());
    },
    versions: (botId) => selectVersions(db, botId).execute(),
    save: (botId, given) =>
      withLockedBot({ db, keyRing, actor }, botId, (bot) => saveBook(bot, given)),
  };
}

/** (A type that returns itself must be an interface.) */
export interface AnswerBooks {
  /** Returns the same store, recording changes under this actor's name. */
  as(actor: string): AnswerBooks;
  /** Returns the live version; `null` if there is none yet. */
  newest(botId: string): Promise<StoredBook | null>;
  find(botId: string, version: number): Promise<StoredBook | null>;
  /** Returns all stored versions, newest first. */
  versions(botId: string): Promise<BookVersion[]>;
  /** Saves a new version, unless there is a newer one than its author saw. `null` if the bot does not exist. */
  save(botId: string, given: NewVersion): Promise<SavedVersion | null>;
}

/** Returns the seal context of a version. */
export function bookContext(botId: string, version: number): string {
  return sealContext(botId, "answers", String(version));
}

type SealedRow = BookVersion & { keyId: string; sealed: Buffer };

function selectVersions(db: Kysely<Tables>, botId: string) {
  return db
    .selectFrom("answerBooks")
    .select(["version", "createdAt", "createdBy", "what", "topic"])
    .where("botId", "=", isStorable(botId) ? botId : "")
    .orderBy("version", "desc");
}

const selectBooks = (db: Kysely<Tables>, botId: string) =>
  selectVersions(db, botId).select(["keyId", "sealed"]);

/** The seal proves that we wrote it: it is not read again. */
function openBook(
  keyRing: KeyRing,
  botId: string,
  { keyId, sealed, ...row }: SealedRow,
): StoredBook {
  const context = bookContext(botId, row.version);
  const book: AnswerBook = JSON.parse(
    openUnderMaster(keyRing, { keyId, sealed }, context).toString(),
  );
  return { ...row, book };
}

async function saveBook(
  bot: LockedBot,
  { after, book, what, topic }: NewVersion,
): Promise<SavedVersion> {
  const { db, botId, keyRing, actor } = bot;
  const newest = await selectVersions(db, botId).limit(1).executeTakeFirst();
  if (newest && newest.version !== after) return { outcome: "newer", newest };
  const version = (newest?.version ?? 0) + 1;
  const sealed = sealUnderMaster(keyRing, JSON.stringify(book), bookContext(botId, version));
  await db
    .insertInto("answerBooks")
    .values({ botId, version, ...sealed, createdBy: actor, what, topic })
    .execute();
  await db
    .deleteFrom("answerBooks")
    .where("botId", "=", botId)
    .where("version", "<=", version - answerLimits.versions)
    .execute();
  await recordChange(bot, "answers_changed", { what, ...(topic !== null && { topic }), version });
  return { outcome: "saved", version };
}
