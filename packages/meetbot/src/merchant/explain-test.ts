import type { EndpointTest, Verification } from "@meetbot/model/shop/endpoint-test.ts";

/** Why a test got no token back, in a few words. */
export function whyNotEchoed({ steps: [echo] }: EndpointTest): string {
  return echo?.detail ?? "the token did not come back";
}

/** Returns what is wrong with an endpoint that answers; `null` if nothing is. */
export function whyNotVerified(verifies: Verification): string | null {
  if (verifies === "fully") return null;
  if (verifies === "not") {
    return "the endpoint answers strangers too: whoever knows its URL can read every order. It must check the signature before it answers.";
  }
  if (verifies === "body_only") {
    return "the endpoint answers a query that is ten minutes old: whoever captured one can ask it again for ever. It should check webhook-signature, which covers the time.";
  }
  return "strangers got no response at all from the endpoint, so that it is not known whether it checks the signature. Test it again.";
}
