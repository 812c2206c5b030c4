import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import type { Capabilities } from "@meetbot/protocol";

/** How a `test` query is sent: correctly, or as a stranger would send it. */
export type TestStepName = "echo" | "unsigned" | "wrong_secret" | "stale";

export interface TestStep {
  name: TestStepName;
  /** `accepted`: the endpoint returned the token. `failed`: no response, so the result is unknown. */
  outcome: "accepted" | "refused" | "failed";
  /** What the endpoint returned instead of the token, for the merchant. */
  detail: string | null;
  requestBody: string;
  exchanges: Exchange[];
}

/**
 * Whether an endpoint verifies the sender of a query. `body_only`: it checks the signature, but not its time, so a
 * captured query can be replayed forever. `unknown`: the test did not get that far.
 */
export type Verification = "fully" | "body_only" | "not" | "unknown";

/** The result of an endpoint's validity check. */
export interface EndpointTest {
  /** Unix milliseconds. */
  at: number;
  /** Whether the token was returned, which is the original specification's own criterion. */
  echoed: boolean;
  verifies: Verification;
  steps: TestStep[];
  /** The capabilities that the webhook declared beside the token. */
  declares?: Capabilities;
}

/** A test as stored with its bot: the tested URL, and the secret that signed the queries. */
export interface RecordedTest {
  url: string;
  /** Identifies the secret without revealing it. */
  secretFingerprint: string;
  test: EndpointTest;
}
