import { gunzipSync, gzipSync } from "node:zlib";
import type { RunFinding, RunResult } from "@meetbot/conformance/inspection/run-result.ts";
import type { Transaction } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { accountLookup } from "../../platform/sealing/account-lookup.ts";
import { sealContext } from "../../platform/sealing/seal-context.ts";
import {
  type KeyRing,
  type MasterSealed,
  openUnderMaster,
  sealUnderMaster,
} from "../../secrets/key-ring.ts";
import type { LookupKey } from "../../secrets/lookup-key.ts";

/** The parts of a run that contain customer data. */
interface Evidence extends Pick<RunResult, "subject" | "exchanges"> {
  details: Record<string, RunFinding["detail"]>;
}

interface Place {
  botId: string;
  runId: string;
}

/** A finding without its evidence. */
export type BareFinding = Omit<RunFinding, "detail">;

/** Seals the queries and answers of a run; the account stays findable, so that it can be forgotten. */
export async function storeEvidence(
  db: Transaction<Tables>,
  place: Place,
  { subject, findings, exchanges }: RunResult,
  { keyRing, lookupKey }: { keyRing: KeyRing; lookupKey: LookupKey },
): Promise<void> {
  const details = Object.fromEntries(findings.map(({ rule, detail }) => [rule, detail]));
  const evidence: Evidence = { subject, exchanges, details };
  // Compressed here, because the database cannot compress sealed data.
  const bytes = gzipSync(JSON.stringify(evidence));
  const { account } = subject;
  await db
    .insertInto("conformanceEvidence")
    .values({
      ...place,
      accountLookup: account === undefined ? null : accountLookup(lookupKey, account),
      ...sealUnderMaster(keyRing, bytes, evidenceContext(place.botId, place.runId)),
    })
    .execute();
}

/** Joins a run with its evidence. Without the evidence, only the results per rule remain. */
export function joinEvidence(
  keyRing: KeyRing,
  { botId, runId }: Place,
  findings: readonly BareFinding[],
  sealed: MasterSealed | null,
): RunResult {
  if (sealed === null) {
    const bare = findings.map((finding) => ({ ...finding, detail: null, exchanges: [] }));
    return { subject: { pageId: "" }, findings: bare, exchanges: [] };
  }
  const bytes = openUnderMaster(keyRing, sealed, evidenceContext(botId, runId));
  const { subject, exchanges, details } = JSON.parse(gunzipSync(bytes).toString()) as Evidence;
  const whole = findings.map((finding) => ({ ...finding, detail: details[finding.rule] ?? null }));
  return { subject, findings: whole, exchanges };
}

/** Returns the seal context of a run's evidence. */
export function evidenceContext(botId: string, runId: string): string {
  return sealContext(botId, runId, "conformance run");
}
