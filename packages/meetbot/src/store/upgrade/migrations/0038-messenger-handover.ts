import { type Kysely, sql } from "kysely";

/** Where another app of a Page answers, it holds the conversation; and into which inbox persons are called. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Until now only the outbox knew of it. */
const held = `
  update conversations as own
  set holder = 'person', held_by = 'elsewhere', held_at = now(),
    holder_version = own.holder_version + 1, fence = own.fence + 1, lease_until = null
  from outboxes
  where outboxes.bot_id = own.bot_id and outboxes.conversation_id = own.conversation_id
    and silent_until > now() and holder = 'bot'`;

const setting = `
  alter table bots add column messenger_handover text not null default 'inbox'
    check (messenger_handover in ('inbox', 'page'))`;

const statements = [setting, held];
