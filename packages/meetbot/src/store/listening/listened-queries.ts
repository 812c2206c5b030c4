import type { ListenedAnswer, ListenedRef, ListenedRequest } from "@meetbot/model/shop/listener.ts";
import type { Pool } from "pg";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { sealContext } from "../../platform/sealing/seal-context.ts";
import { type KeyRing, openUnderMaster, sealUnderMaster } from "../../secrets/key-ring.ts";
import { staysS } from "./listeners.ts";

/** The age of queries left by a node that died while it waited; nobody waits half as long for an answer. */
const leftAfterS = 60;

const putStatement = {
  name: "listened-put",
  ...inTime,
  text: `
    insert into listened_queries (bot_id, listener_id, query_id, key_id, sealed)
    select bot_id, listener_id, $3, $4, $5 from listeners
    where bot_id = $1 and listener_id = $2 and seen_at > now() - ${staysS} * interval '1 second'`,
};

const takeStatement = {
  name: "listened-take",
  ...inTime,
  text: `
    with forgotten as (
      delete from listened_queries
      where bot_id = $1 and listener_id = $2 and at < now() - ${leftAfterS} * interval '1 second'
    )
    update listened_queries set is_taken = true
    where bot_id = $1 and listener_id = $2 and not is_taken
      and at >= now() - ${leftAfterS} * interval '1 second'
    returning query_id as "queryId", key_id as "keyId", sealed`,
};

const answerStatement = {
  name: "listened-answer",
  ...inTime,
  text: `
    update listened_queries set answer_key_id = $4, answer = $5
    where bot_id = $1 and listener_id = $2 and query_id = $3 and is_taken and answer is null`,
};

const readStatement = {
  name: "listened-read",
  ...inTime,
  text: `
    select answer_key_id as "keyId", answer as "sealed" from listened_queries
    join listeners using (bot_id, listener_id)
    where bot_id = $1 and listener_id = $2 and query_id = $3
      and (answer is not null or seen_at > now() - ${staysS} * interval '1 second')`,
};

const dropStatement = {
  name: "listened-drop",
  ...inTime,
  text: "delete from listened_queries where bot_id = $1 and listener_id = $2 and query_id = $3",
};

const values = ({ botId, listenerId, queryId }: ListenedRef) => [botId, listenerId, queryId];

/** Stores queries to a listener and their answers for seconds, sealed in the database. */
export function createListenedQueries(pool: Pool, keyRing: KeyRing) {
  const contextOf = ({ botId, queryId }: ListenedRef, what: "query" | "answer") =>
    sealContext(botId, `listened ${what} ${queryId}`);
  return {
    /** Stores a query for a listener; false when no listener has this id. */
    async put(ref: ListenedRef, request: ListenedRequest): Promise<boolean> {
      const { keyId, sealed } = sealUnderMaster(
        keyRing,
        JSON.stringify(request),
        contextOf(ref, "query"),
      );
      const put = { ...putStatement, values: [...values(ref), keyId, sealed] };
      return (await pool.query(put)).rowCount === 1;
    },
    /** Each query is handed out once. */
    async take(
      botId: string,
      listenerId: string,
    ): Promise<(ListenedRequest & { queryId: string })[]> {
      const { rows } = await pool.query<{ queryId: string; keyId: string; sealed: Buffer }>({
        ...takeStatement,
        values: [botId, listenerId],
      });
      return rows.map(({ queryId, ...sealed }) => {
        const context = contextOf({ botId, listenerId, queryId }, "query");
        const text = openUnderMaster(keyRing, sealed, context).toString();
        return { ...(JSON.parse(text) as ListenedRequest), queryId };
      });
    },
    /**
     * Returns `false` if nobody waits for the answer, or the query was already answered or never sent to this listener.
     */
    async answer(ref: ListenedRef, answer: ListenedAnswer): Promise<boolean> {
      if (!values(ref).every(isStorable)) return false;
      const { keyId, sealed } = sealUnderMaster(
        keyRing,
        JSON.stringify(answer),
        contextOf(ref, "answer"),
      );
      const put = { ...answerStatement, values: [...values(ref), keyId, sealed] };
      return (await pool.query(put)).rowCount === 1;
    },
    /** Reads the answer to a query; `gone` when the listener is gone, so that no answer will come. */
    async read(ref: ListenedRef): Promise<ListenedAnswer | "waits" | "gone"> {
      const { rows } = await pool.query<{ keyId: string | null; sealed: Buffer | null }>({
        ...readStatement,
        values: values(ref),
      });
      const [row] = rows;
      if (!row) return "gone";
      const { keyId, sealed } = row;
      if (keyId === null || sealed === null) return "waits";
      const text = openUnderMaster(keyRing, { keyId, sealed }, contextOf(ref, "answer")).toString();
      return JSON.parse(text) as ListenedAnswer;
    },
    async drop(ref: ListenedRef): Promise<void> {
      await pool.query({ ...dropStatement, values: values(ref) });
    },
  };
}

export type ListenedQueries = ReturnType<typeof createListenedQueries>;
