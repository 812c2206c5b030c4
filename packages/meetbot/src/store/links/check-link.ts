import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { LinkCheck } from "@meetbot/model/conversation/link.ts";
import type { PoolClient } from "pg";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { openJson } from "../../platform/sealing/sealed-json.ts";
import { isSameSecret } from "../../secrets/compare.ts";
import { type EndReply, endReplies } from "./end-replies.ts";
import { codeHash, type LinkDeps } from "./link-deps.ts";
import { linkDays } from "./link-time.ts";

const findStatement = {
  name: "link-typed",
  ...inTime,
  text: `
    select account_lookup as lookup, sealed, code_hash as "codeHash", tries_left as "triesLeft",
      key_id as "keyId", sealed_key as "sealedKey"
    from link_offers as offer
    join conversations on conversations.bot_id = $1 and conversations.conversation_id = $2
    where offer.bot_id = $1 and offer.conversation_id = $2 and expires_at > now()
    for update of offer for key share of conversations`,
};

/** `before`: the account that it was linked with until now. */
const linkStatement = {
  name: "link",
  ...inTime,
  text: `
    with before as (
      select account_lookup from account_links where bot_id = $1 and conversation_id = $2
    ), linked as (
      insert into account_links (bot_id, conversation_id, account_lookup, expires_at)
      values ($1, $2, $3, now() + interval '${linkDays} days')
      on conflict (bot_id, conversation_id) do update
      set account_lookup = excluded.account_lookup, linked_at = excluded.linked_at,
        expires_at = excluded.expires_at
    )
    select account_lookup <> $3 as "isOther" from before`,
};

const missStatement =
  "update link_offers set tries_left = $3 where bot_id = $1 and conversation_id = $2";
const forgetStatement = "delete from link_offers where bot_id = $1 and conversation_id = $2";

interface OfferRow extends KeyColumns {
  lookup: Buffer | null;
  sealed: Buffer | null;
  codeHash: Buffer | null;
  triesLeft: number | null;
}

/** Checks the digits that the shop's page showed, and links the conversation if they are right. */
export function checkLink(
  deps: LinkDeps,
  ref: ConversationRef,
  typed: string,
  endReply: EndReply,
): Promise<LinkCheck> {
  const place = [ref.botId, ref.conversationId];
  return inTransaction(deps.pool, async (client): Promise<LinkCheck> => {
    const { rows } = await client.query<OfferRow>({ ...findStatement, values: place });
    const [offer] = rows;
    if (!offer) return { kind: "expired" };
    const { lookup, sealed, codeHash: expected } = offer;
    if (!lookup || !sealed || !expected) return { kind: "unconfirmed" };
    const given = await codeHash(deps, ref, typed);
    if (!isSameSecret(given.toString("base64"), expected.toString("base64"))) {
      return miss(client, place, (offer.triesLeft ?? 0) - 1);
    }
    const linked = await client.query<{ isOther: boolean }>({
      ...linkStatement,
      values: [...place, lookup],
    });
    const isOther = linked.rows[0]?.isOther ?? false;
    if (isOther) await endReplies(client, deps.keys, ref, endReply);
    const account = openJson<string>(deps.keys.from(ref, offer), ref, "link", sealed);
    return { kind: "linked", account, isOther };
  });
}

async function miss(client: PoolClient, place: string[], triesLeft: number): Promise<LinkCheck> {
  if (triesLeft > 0) {
    await client.query(missStatement, [...place, triesLeft]);
    return { kind: "wrong", triesLeft };
  }
  await client.query(forgetStatement, place);
  return { kind: "used_up" };
}
