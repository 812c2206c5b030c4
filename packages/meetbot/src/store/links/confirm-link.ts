import type { LinkConfirmation } from "@meetbot/model/conversation/link.ts";
import type { PoolClient } from "pg";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { accountLookup } from "../../platform/sealing/account-lookup.ts";
import type { KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { sealJson } from "../../platform/sealing/sealed-json.ts";
import { hashToken } from "../../secrets/token.ts";
import { codeHash, type LinkDeps, lockAccount } from "./link-deps.ts";

/** What the shop's server vouches for: its signed-in customer wants to link this conversation. */
export interface LinkRequest {
  nonce: string;
  account: string;
  /** Also if another conversation is linked with the account. */
  also: boolean;
  /** The code that the shop's page shows and the customer types. */
  code: string;
}

/** Time to read six digits and to type them. */
const codeMinutes = 5;

/** Five tries at a million codes, as with mailed codes. */
const triesPerCode = 5;

/** A second request with the same nonce waits for the first, then finds the nonce used. */
const findStatement = {
  name: "link-find",
  ...inTime,
  text: `
    select offer.conversation_id as "conversationId", key_id as "keyId", sealed_key as "sealedKey"
    from link_offers as offer
    join conversations on conversations.bot_id = $1
      and conversations.conversation_id = offer.conversation_id
    where offer.bot_id = $1 and nonce_hash = $2 and expires_at > now() and code_hash is null
    for update of offer`,
};

/** Includes links about to be made: of two at once, the second must see the first. */
const othersStatement = {
  name: "link-others",
  ...inTime,
  text: `
    select linked_at as since from account_links
    where bot_id = $1 and account_lookup = $2 and conversation_id <> $3 and expires_at > now()
    union all
    select now() from link_offers
    where bot_id = $1 and account_lookup = $2 and conversation_id <> $3 and expires_at > now()
    order by since limit 1`,
};

const confirmStatement = {
  name: "link-confirm",
  ...inTime,
  text: `
    update link_offers
    set account_lookup = $3, sealed = $4, code_hash = $5, tries_left = ${triesPerCode},
      expires_at = now() + interval '${codeMinutes} minutes'
    where bot_id = $1 and conversation_id = $2`,
};

/** Uses up a nonce for an account. Nothing is proved by that before its digits are typed in the chat. */
export async function confirmLink(
  deps: LinkDeps,
  botId: string,
  { nonce, account, also, code }: LinkRequest,
): Promise<LinkConfirmation> {
  const lookup = accountLookup((await deps.lookups.of(botId))("account"), account);
  return inTransaction(deps.pool, async (client) => {
    const { rows } = await client.query<KeyColumns & { conversationId: string }>({
      ...findStatement,
      values: [botId, hashToken(nonce)],
    });
    if (!rows[0]) return { outcome: "over" };
    const { conversationId, ...columns } = rows[0];
    const ref = { botId, conversationId };
    await client.query(lockAccount, [lookup]);
    const values = [botId, lookup, conversationId];
    const since = also ? null : await findOther(client, values);
    if (since) return { outcome: "already_linked", since };
    const sealed = sealJson(deps.keys.from(ref, columns), ref, "link", account);
    await client.query({
      ...confirmStatement,
      values: [botId, conversationId, lookup, sealed, await codeHash(deps, ref, code)],
    });
    return { outcome: "confirmed", expiresInS: codeMinutes * 60 };
  });
}

async function findOther(client: PoolClient, values: unknown[]): Promise<Date | null> {
  const { rows } = await client.query<{ since: Date }>({ ...othersStatement, values });
  return rows[0]?.since ?? null;
}
