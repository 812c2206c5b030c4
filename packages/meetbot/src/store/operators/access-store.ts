import { type Kysely, sql } from "kysely";
import type { ApiToken, OperatorPasskey, OperatorSession } from "../../model/operator.ts";
import type { Tables } from "../postgres/tables.ts";
import { createApiToken, listApiTokens, type NewApiToken, revokeApiToken } from "./api-tokens.ts";
import { listPasskeys, type PasskeyRemoval, removePasskey, renamePasskey } from "./passkeys.ts";
import { findPassword, setPassword } from "./passwords.ts";
import { endOtherSessions, endSession, listSessions } from "./sessions.ts";

/**
 * What an operator signs in by, where they are signed in, and their API tokens. Nothing of another
 * operator is found.
 */
export interface AccessStore {
  rename(operatorId: string, name: string): Promise<void>;
  /** When the password was chosen; `null`: there is none. */
  passwordOf(operatorId: string): Promise<{ changedAt: Date } | null>;
  /** Keeps a password's hash and ends all other sessions; returns how many. */
  setPassword(order: { operatorId: string; hash: string; keptSessionId: string }): Promise<number>;
  sessionsOf(operatorId: string): Promise<OperatorSession[]>;
  endSession(operatorId: string, sessionId: string): Promise<boolean>;
  endOtherSessions(operatorId: string, keptId: string): Promise<number>;
  passkeysOf(operatorId: string): Promise<OperatorPasskey[]>;
  renamePasskey(
    operatorId: string,
    passkey: Pick<OperatorPasskey, "id" | "name">,
  ): Promise<boolean>;
  removePasskey(operatorId: string, passkeyId: string): Promise<PasskeyRemoval>;
  tokensOf(operatorId: string): Promise<ApiToken[]>;
  createToken(order: NewApiToken): Promise<ApiToken>;
  revokeToken(operatorId: string, tokenId: string): Promise<ApiToken | null>;
}

export function createAccessStore(db: Kysely<Tables>): AccessStore {
  return {
    async rename(operatorId, name) {
      await db
        .updateTable("operators")
        .set({ name, updatedAt: sql<Date>`now()` })
        .where("id", "=", operatorId)
        .execute();
    },
    passwordOf: (operatorId) => findPassword(db, operatorId),
    setPassword: (order) => setPassword(db, order),
    sessionsOf: (operatorId) => listSessions(db, operatorId),
    endSession: (operatorId, sessionId) => endSession(db, operatorId, sessionId),
    endOtherSessions: (operatorId, keptId) => endOtherSessions(db, operatorId, keptId),
    passkeysOf: (operatorId) => listPasskeys(db, operatorId),
    renamePasskey: (operatorId, passkey) => renamePasskey(db, operatorId, passkey),
    removePasskey: (operatorId, passkeyId) => removePasskey(db, operatorId, passkeyId),
    tokensOf: (operatorId) => listApiTokens(db, operatorId),
    createToken: (order) => createApiToken(db, order),
    revokeToken: (operatorId, tokenId) => revokeApiToken(db, operatorId, tokenId),
  };
}
