import type { Attempt } from "@meetbot/model/limit.ts";
import type { RateLimitSubject } from "./limits.ts";
import { widerNetworks } from "./wider-networks.ts";

const windowS = 60 * 60;

/** How many conversations of a network may call a person in an hour: its share of the list of those who wait. */
const callLimits = {
  /** An office or a dormitory has many phones behind one address, but few of them request an agent in the same hour. */
  network_calls: { max: 20, windowS },
  network_56_calls: { max: 40, windowS },
  network_48_calls: { max: 80, windowS },
};

/** Returns the attempts to count before a person is called. A repeated call from the same conversation is free. */
export function callAttempts({
  conversationId,
  network,
}: Pick<RateLimitSubject, "conversationId" | "network">): Attempt[] {
  if (network === null) return [];
  const attempt = (limit: keyof typeof callLimits, subject: string) => {
    return { limit, subject, item: conversationId, ...callLimits[limit] };
  };
  const wider = widerNetworks(network);
  return [
    attempt("network_calls", network),
    ...(wider
      ? [attempt("network_56_calls", wider.of56), attempt("network_48_calls", wider.of48)]
      : []),
  ];
}
