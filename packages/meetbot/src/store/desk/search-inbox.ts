import type { InboxRow } from "@meetbot/model/desk/inbox.ts";
import type { LogPage, PageRequest } from "@meetbot/model/log/log-page.ts";
import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { accountLookup } from "../../platform/sealing/account-lookup.ts";
import type { BotLookups } from "../../platform/sealing/bot-lookups.ts";
import { numberLookup } from "../../platform/sealing/number-lookup.ts";
import { toPage } from "../logs/log-place.ts";
import { type FoundRow, inboxColumns, toInboxRow, updatedAt } from "./list-inbox.ts";

const statement = {
  ...inTime,
  name: "inbox-search",
  text: `
    with found as (
      select conversation_id from conversation_accounts where lookup = $2 and bot_id = $1
      union
      select conversation_id from conversation_numbers where lookup = $3 and bot_id = $1
      union
      select conversation_id from conversation_labels
        join inbox_labels as label using (bot_id, label_id)
      where bot_id = $1 and lower(label.name) = lower($4)
    )
    select ${inboxColumns}, (extract(epoch from ${updatedAt}) * 1000000)::bigint::text as "atUs"
    from found join conversations as it on it.bot_id = $1 and it.conversation_id = found.conversation_id
      left join inbox_conversations as own
        on own.bot_id = it.bot_id and own.conversation_id = it.conversation_id
    where $5::bigint is null or (${updatedAt}, it.conversation_id) < (
      timestamptz 'epoch' + $5 * interval '1 microsecond', $6::text)
    order by ${updatedAt} desc, it.conversation_id desc limit $7`,
};

/** A page of the conversations in which an email or a number was named, or that have a label of that name. */
export async function searchInbox(
  pool: Pool,
  lookups: Pick<BotLookups, "of">,
  { botId, text }: { botId: string; text: string },
  { limit, below }: PageRequest,
): Promise<LogPage<InboxRow>> {
  const keyFor = await lookups.of(botId);
  const by = [accountLookup(keyFor("account"), text), numberLookup(keyFor("number"), text), text];
  const values = [botId, ...by, below?.atUs ?? null, below?.id ?? null, limit + 1];
  const { rows } = await pool.query<FoundRow & { atUs: string }>({ ...statement, values });
  return toPage(rows, { limit }, ({ atUs, ...row }) => toInboxRow(row));
}
