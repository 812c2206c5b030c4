import type { OperatorPasskey } from "@meetbot/model/operator.ts";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { createApiToken, listApiTokens, type NewApiToken, revokeApiToken } from "./api-tokens.ts";
import { listPasskeys, removePasskey, renamePasskey } from "./passkeys.ts";
import { findPassword, setPassword } from "./passwords.ts";
import { endOtherSessions, endSession, listSessions } from "./sessions.ts";

export function createAccessStore(db: Kysely<Tables>) {
  return {
    async rename(operatorId: string, name: string): Promise<void> {
      await db
        .updateTable("operators")
        .set({ name, updatedAt: sql<Date>`now()` })
        .where("id", "=", operatorId)
        .execute();
    },
    /** Sets the name that customers read; `null` derives it from the operator's name. */
    async setPublicName(operatorId: string, publicName: string | null): Promise<void> {
      await db
        .updateTable("operators")
        .set({ publicName, updatedAt: sql<Date>`now()` })
        .where("id", "=", operatorId)
        .execute();
    },
    /** Returns when the password was chosen; `null` if there is none. */
    passwordOf: (operatorId: string) => findPassword(db, operatorId),
    /** Stores a password's hash and ends all other sessions; returns how many. */
    setPassword: (input: { operatorId: string; hash: string; keptSessionId: string }) =>
      setPassword(db, input),
    sessionsOf: (operatorId: string) => listSessions(db, operatorId),
    endSession: (operatorId: string, sessionId: string) => endSession(db, operatorId, sessionId),
    endOtherSessions: (operatorId: string, keptId: string) =>
      endOtherSessions(db, operatorId, keptId),
    passkeysOf: (operatorId: string) => listPasskeys(db, operatorId),
    renamePasskey: (operatorId: string, passkey: Pick<OperatorPasskey, "id" | "name">) =>
      renamePasskey(db, operatorId, passkey),
    removePasskey: (operatorId: string, passkeyId: string) =>
      removePasskey(db, operatorId, passkeyId),
    tokensOf: (operatorId: string) => listApiTokens(db, operatorId),
    createToken: (input: NewApiToken) => createApiToken(db, input),
    revokeToken: (operatorId: string, tokenId: string) => revokeApiToken(db, operatorId, tokenId),
  };
}

/** An operator's credentials, sessions and API tokens. Calls never find those of another operator. */
export type AccessStore = ReturnType<typeof createAccessStore>;
