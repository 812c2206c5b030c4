import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { NewsState } from "@meetbot/model/push/news-state.ts";
import type { SubscriptionEnd, SubscriptionScope } from "@meetbot/model/push/subscription.ts";
import { comparableAccount, sameNumber } from "@meetbot/protocol";
import type { PoolClient } from "pg";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import type { ConversationKeys, KeyColumns } from "../../../platform/sealing/conversation-keys.ts";
import { openJson } from "../../../platform/sealing/sealed-json.ts";
import { openState, sealState } from "../../../platform/sealing/sealed-state.ts";
import { SealError } from "../../../secrets/seal.ts";

/** A subscription that ended outside of its conversation's turns. */
export interface EndedSubscription {
  scope: SubscriptionScope;
  /** Its subject. */
  sealed: Buffer;
}

const stateStatement = {
  name: "news-state",
  ...inTime,
  text: `
    select state, key_id as "keyId", sealed_key as "sealedKey" from conversations
    where bot_id = $1 and conversation_id = $2 for no key update`,
};

/** A running turn still has the old state, so bumps the fence: that turn's result is dropped, and it is retried. */
const changeStatement = {
  name: "news-forget",
  ...inTime,
  text: `
    update conversations set state = $3, fence = fence + 1, lease_until = null
    where bot_id = $1 and conversation_id = $2`,
};

/** Removes these subscriptions from the conversation's memory, so that it may offer them again. */
export async function forgetNews(
  { client, keys }: { client: PoolClient; keys: ConversationKeys },
  ref: ConversationRef,
  ended: readonly EndedSubscription[],
  by: Extract<SubscriptionEnd, "operator" | "delivered">,
): Promise<void> {
  if (ended.length === 0) return;
  const values = [ref.botId, ref.conversationId];
  const { rows } = await client.query<KeyColumns & { state: Buffer | null }>({
    ...stateStatement,
    values,
  });
  if (!rows[0]?.state) return;
  const { state: sealed, ...columns } = rows[0];
  try {
    const key = keys.from(ref, columns);
    const state = openState(key, ref, sealed);
    const { news } = state.dialog;
    if (!news) return;
    const subjects = ended.map(({ scope, sealed: subject }) => {
      return { scope, subject: openJson<string>(key, ref, "subscription", subject) };
    });
    const dialog = { ...state.dialog, news: without(news, subjects, by) };
    const changed = sealState(key, ref, { ...state, dialog });
    await client.query({ ...changeStatement, values: [...values, changed] });
  } catch (error) {
    // State that cannot be opened reveals nothing, and is no reason to send its customer more.
    if (!(error instanceof SealError)) throw error;
  }
}

interface Subject {
  scope: SubscriptionScope;
  subject: string;
}

function without(
  news: NewsState,
  subjects: readonly Subject[],
  by: Parameters<typeof forgetNews>[3],
): NewsState {
  const isOther = (one: string) => !subjects.some((subject) => isSame(subject, one));
  const ended = (news.ended ?? []).filter(isOther);
  return {
    offered: news.offered.filter(({ subject }) => isOther(subject)),
    on: news.on.filter(isOther),
    stopped: news.stopped.filter(isOther),
    ended: by === "operator" ? [...ended, ...subjects.map(({ subject }) => subject)] : ended,
  };
}

const isSame = ({ scope, subject }: Subject, other: string): boolean =>
  scope === "account"
    ? comparableAccount(subject) === comparableAccount(other)
    : sameNumber(subject, other);
