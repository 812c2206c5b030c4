import type { ProviderIdentity, ProviderSignOut } from "@meetbot/model/single-sign-on.ts";
import type { Kysely } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { endSession } from "../operators/sessions.ts";
import { type AdmissionRules, admitByProvider, hasAccount } from "./admit-by-provider.ts";
import { endProviderSessions } from "./provider-sessions.ts";
import { setMark, takeMark } from "./sign-in-marks.ts";

export function createSignInStore(db: Kysely<Tables>) {
  return {
    /** Signs in the person whom a company's identity provider identifies. */
    admit: (identity: ProviderIdentity, rules: AdmissionRules) =>
      admitByProvider(db, identity, rules),
    /** Ends the sessions that a provider reports as over; returns the operators they belonged to. */
    endProviderSessions: (ending: Omit<ProviderSignOut, "tokenId">) =>
      endProviderSessions(db, ending),
    /** Checks whether an operator has signed in by a provider before. */
    hasAccount: (issuer: string, operatorId: string) => hasAccount(db, issuer, operatorId),
    endSession: (operatorId: string, sessionId: string) => endSession(db, operatorId, sessionId),
    /** Sets a mark that works once; false: it is there already. */
    setMark: (mark: string, livesForS: number, detail?: Record<string, unknown>) =>
      setMark(db, mark, livesForS, detail),
    /** Claims a mark and returns the data stored with it. */
    takeMark: (mark: string) => takeMark(db, mark),
  };
}

/** What sign-in stores besides operators: their accounts at the identity provider, and marks that work once. */
export type SignInStore = ReturnType<typeof createSignInStore>;
