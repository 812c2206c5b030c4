import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import type { SignatureHeader } from "@meetbot/protocol";
import type { OperatorLocale } from "../operator-locale.ts";

/**
 * How a request is built, so that this program or a person with curl can build it again later. With only `id` and
 * `body`, it is the same as a query from Meetbot.
 */
export interface RequestSpec {
  id: string;
  body: string;
  /** The number of spaces before the last character of the body. */
  paddingBytes?: number;
  /** Whether the body is sent in two parts, split inside a multi-byte character if there is one. */
  isInParts?: boolean;
  method?: "GET";
  /** `hash`: a digest that a stranger can compute without a secret. */
  signedWith?: "secret" | "other_secret" | "hash" | "nothing";
  /** A key used instead of the secret, as hexadecimal bytes. */
  weakKey?: string;
  /** How both signatures are altered after signing. */
  spoilt?: Spoiling;
  /** The text to sign instead of the body. */
  signedBody?: string;
  /** How long ago it was signed, in seconds. */
  ageS?: number;
  /** Whether a wrong signature precedes the right one. */
  wrongFirst?: boolean;
  /** Headers changed after signing; `null` removes a header. */
  headers?: Readonly<Partial<Record<SignatureHeader, string | null>>>;
}

/**
 * How a valid signature is altered: a different letter at its end, in its middle or at its beginning; only its
 * beginning; letters in the other case.
 */
export type Spoiling = "end" | "middle" | "beginning" | "short" | "case";

export type FindingStatus = "pass" | "fail" | "warn" | "skipped";

/** The result of testing one rule, as stored. */
export interface RunFinding {
  /** The rule's id. */
  rule: string;
  status: FindingStatus;
  detail: Readonly<Record<OperatorLocale, string>> | null;
  pointer: string | null;
  needs: readonly string[];
  durationMs: number;
  /** Places in the run's exchanges. */
  exchanges: readonly number[];
}

/** A request of a run and its outcome; several findings may show the same one. */
export interface RunExchange {
  recipe: RequestSpec;
  /** The very bytes of the exchange before it, a second time. */
  isRepeated: boolean;
  exchange: Exchange;
}

/** The ids and numbers that a run was given to query. */
export interface RunSubject {
  pageId: string;
  account?: string | undefined;
  otherAccount?: string | undefined;
  orderNumber?: string | undefined;
  packageNumber?: string | undefined;
}

/** The full result of a run. Except for which rules are kept, it is encrypted at rest and soon deleted. */
export interface RunResult {
  subject: RunSubject;
  findings: readonly RunFinding[];
  exchanges: readonly RunExchange[];
}

export type RunCounts = Readonly<Record<FindingStatus, number>>;
