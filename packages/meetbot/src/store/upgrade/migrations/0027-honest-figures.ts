import { type Kysely, sql } from "kysely";

/** Whether a question was asked again, and whether conversations end with a refusal. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * Of a conversation's first day: the customer asked the same again shortly after, and the last that was asked
 * for was refused or missed.
 */
const conversations = `
  alter table conversations
    add column asked_again boolean not null default false,
    add column refused boolean not null default false`;

/** Conversations that began in the quarter, as the counts beside them. */
const tallies = `
  alter table tallies
    add column asked_again integer not null default 0,
    add column left_after_refusal integer not null default 0`;

/**
 * Since when conversations tell all that `self_served` asks for: more were counted before. Null: nothing was.
 */
const tallyProgress = "alter table tally_progress add column strict_since timestamptz";

const begin = `
  update tally_progress set strict_since = date_bin('15 minutes', now(), 'epoch') + interval '15 minutes'
  where exists (select from tallies where with_question > 0) or exists (select from conversations where asked)`;

const statements = [conversations, tallies, tallyProgress, begin];
