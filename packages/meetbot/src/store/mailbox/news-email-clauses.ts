import { accountLookup } from "../../platform/sealing/account-lookup.ts";
import { sealJson } from "../../platform/sealing/sealed-json.ts";
import type { Clause } from "./clause.ts";

/** When all of a conversation's subscriptions end, its mailbox goes too: the next subscriber may be somebody else. */
const unmailable: Clause = {
  name: "unmailable",
  columns: {},
  rows: ({ turn: { subscription } }) => (subscription?.kind === "end" ? [[]] : []),
  text: `
    delete from news_emails as own using given
    where own.bot_id = given.bot_id and own.conversation_id = given.conversation_id`,
};

/**
 * A mailbox that the customer proved, once they get customer updates on an order. Customers who unsubscribed from an
 * email get emails again only when they subscribe again.
 */
const mailable: Clause = {
  name: "mailable",
  columns: { sealed: "bytea", lookup: "bytea", begins: "boolean" },
  rows: ({ key, lease, turn: { newsEmail } }, { account }) => {
    if (!newsEmail) return [];
    const { email, begins } = newsEmail;
    return [[sealJson(key, lease, "news email", email), accountLookup(account, email), begins]];
  },
  text: `
    insert into news_emails (bot_id, conversation_id, sealed, lookup)
    select bot_id, conversation_id, sealed, lookup from given
    where begins or exists (
      select from subscriptions as told
      where told.bot_id = given.bot_id and told.conversation_id = given.conversation_id
        and told.ended_at is null
    ) and not exists (
      select from news_emails as known
      where known.bot_id = given.bot_id and known.conversation_id = given.conversation_id
        and known.ended_by = 'unsubscribed'
    )
    on conflict (bot_id, conversation_id)
    do update set sealed = excluded.sealed, lookup = excluded.lookup, confirmed_at = now(),
      ended_at = null, ended_by = null`,
};

/** Store the addresses to which customer updates are emailed. */
export const newsEmailClauses: Clause[] = [mailable, unmailable];
