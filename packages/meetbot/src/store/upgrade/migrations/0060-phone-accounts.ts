import { type Kysely, sql } from "kysely";

/** By what customers are found, and of which country telephone numbers are that are typed without one. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(bots).execute(db);
}

const bots = `
  alter table bots
    add column account_kind text not null default 'email',
    add column phone_country text`;
