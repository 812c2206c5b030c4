import type { ProviderIdentity, ProviderSignOut } from "@meetbot/model/single-sign-on.ts";
import type { Kysely } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { endSession } from "../operators/sessions.ts";
import { type AdmissionRules, admitByProvider, hasAccount } from "./admit-by-provider.ts";
import { endProviderSessions } from "./provider-sessions.ts";
import { setMark, takeMark } from "./sign-in-marks.ts";

export function createSignInStore(db: Kysely<Tables>) {
  return {
    /** Lets in whom a company's identity provider stands for. */
    admit: (identity: ProviderIdentity, rules: AdmissionRules) =>
      admitByProvider(db, identity, rules),
    /** Ends what a provider says is over; returns whose sessions they were. */
    endProviderSessions: (ending: Omit<ProviderSignOut, "tokenId">) =>
      endProviderSessions(db, ending),
    /** Whether somebody has come by a provider before. */
    hasAccount: (issuer: string, operatorId: string) => hasAccount(db, issuer, operatorId),
    endSession: (operatorId: string, sessionId: string) => endSession(db, operatorId, sessionId),
    /** Sets a mark that works once; false: it is there already. */
    setMark: (mark: string, livesForS: number, detail?: Record<string, unknown>) =>
      setMark(db, mark, livesForS, detail),
    /** Takes a mark, with what was noted beside it. */
    takeMark: (mark: string) => takeMark(db, mark),
  };
}

/** What sign-in remembers besides operators: who their company says they are, and what works once. */
export type SignInStore = ReturnType<typeof createSignInStore>;
