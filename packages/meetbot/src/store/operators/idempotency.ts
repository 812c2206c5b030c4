import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { sealContext } from "../../platform/sealing/seal-context.ts";
import { type KeyRing, openUnderMaster, sealUnderMaster } from "../../secrets/key-ring.ts";

/** How long a write may be repeated under its key. */
const keptForHours = 24;

/** The stored response to a write. */
export interface StoredAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** A write by its caller and key. */
export interface WriteKey {
  caller: string;
  key: string;
  requestHash: Buffer;
}

export function createIdempotencyKeys(db: Kysely<Tables>, keyRing: KeyRing) {
  /** `null` as long as nothing was answered. */
  const sealFor = ({ caller, key }: WriteKey, answer: StoredAnswer | null) =>
    sealUnderMaster(keyRing, JSON.stringify(answer), answerContext(caller, key));
  return {
    async begin(write: WriteKey): Promise<"begun" | "in_progress" | "other" | StoredAnswer> {
      const { caller, key: idempotencyKey, requestHash } = write;
      await db
        .deleteFrom("idempotencyKeys")
        .where("createdAt", "<", sql<Date>`now() - ${keptForHours} * interval '1 hour'`)
        .execute();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("idempotencyKeys")
        .values({ caller, idempotencyKey, requestHash, ...sealFor(write, null) })
        .onConflict((known) => known.doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 1n) return "begun";
      const known = await rowOf(db, write);
      if (!known) return "in_progress"; // Abandoned at this moment.
      if (!known.requestHash.equals(requestHash)) return "other";
      const context = answerContext(caller, idempotencyKey);
      const answer: StoredAnswer | null = JSON.parse(
        openUnderMaster(keyRing, known, context).toString(),
      );
      return answer ?? "in_progress";
    },
    async finish(write: WriteKey, answer: StoredAnswer): Promise<void> {
      await db
        .updateTable("idempotencyKeys")
        .set(sealFor(write, answer))
        .where("caller", "=", write.caller)
        .where("idempotencyKey", "=", write.key)
        .execute();
    },
    /** Nothing was done: the key is free again. */
    async abandon({ caller, key }: WriteKey): Promise<void> {
      await db
        .deleteFrom("idempotencyKeys")
        .where("caller", "=", caller)
        .where("idempotencyKey", "=", key)
        .execute();
    },
  };
}

/**
 * Writes that were done, by their idempotency keys. `begun`: it is the caller's to do. `other`: the
 * key stood for another request.
 */
export type IdempotencyKeys = ReturnType<typeof createIdempotencyKeys>;

function rowOf(db: Kysely<Tables>, { caller, key }: WriteKey) {
  return db
    .selectFrom("idempotencyKeys")
    .select(["requestHash", "keyId", "sealed"])
    .where("caller", "=", caller)
    .where("idempotencyKey", "=", key)
    .executeTakeFirst();
}

/** Returns the context that an answer is sealed in. */
export function answerContext(caller: string, key: string): string {
  return sealContext(caller, key, "idempotent answer");
}
