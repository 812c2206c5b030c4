import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import type { Capabilities } from "@meetbot/protocol";

/** How a `test` query is asked: properly, or as a stranger would. */
export type TestStepName = "echo" | "unsigned" | "wrong_secret" | "stale";

export interface TestStep {
  name: TestStepName;
  /** `accepted`: the token came back. `failed`: no response, so nothing is known. */
  outcome: "accepted" | "refused" | "failed";
  /** What came instead of the token, for the merchant. */
  detail: string | null;
  requestBody: string;
  exchanges: Exchange[];
}

/**
 * Whether an endpoint checks who asks. `body_only`: the signature, but not its time, so that a
 * captured query can be asked again for ever. `unknown`: it did not come to that.
 */
export type Verification = "fully" | "body_only" | "not" | "unknown";

/** What the validity check of an endpoint came to. */
export interface EndpointTest {
  /** Unix milliseconds. */
  at: number;
  /** The token came back: the origin document's own criterion. */
  echoed: boolean;
  verifies: Verification;
  steps: TestStep[];
  /** What the webhook declared beside the token. */
  declares?: Capabilities;
}

/** A test as it is kept with its bot: where it was asked, and signed with which secret. */
export interface RecordedTest {
  url: string;
  /** Names the secret, and does not tell it. */
  secretFingerprint: string;
  test: EndpointTest;
}
