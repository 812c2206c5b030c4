import { hash } from "node:crypto";
import type { Question } from "@meetbot/model/conversation/ask.ts";
import { neighborhoodOf } from "@meetbot/network/addresses/neighborhood.ts";
import { type BreakerChange, type CallResult, createBreaker } from "./breaker.ts";
import type { AskedFor } from "./bulkhead.ts";
import { createRecentCounts } from "./recent-counts.ts";

/**
 * How many failures of one network, and of one conversation, count; of one question, only one counts. The five failures
 * that open a breaker therefore come from at least three networks and three conversations.
 */
const countedOfOne = 2;

/** How long a failure is remembered at least: a shop with few queries takes that long to fail five times in a row. */
const failuresRememberedMs = 30 * 60_000;

/** After this many failures in a row, no matter who caused them, Meetbot sends a query of its own. */
const suspiciousInARow = 5;

/**
 * How long at least a network may not probe again after its probe failed while the endpoint answered Meetbot's own
 * query.
 */
const noProbeMs = 60_000;

/** A question, and the customer it is asked for. */
export interface Asking {
  question: Question;
  askedFor: AskedFor | null;
}

/** Sends Meetbot's own question, which no stranger can have chosen, and returns the endpoint's result. */
export type AskItself = () => Promise<CallResult>;

/**
 * Stops queries to a shop that does not answer. If queries fail for only a few customers, Meetbot's own question
 * decides, so that one stranger whose questions make the shop fail cannot open the breaker.
 */
export interface EndpointBreaker {
  /** Checks whether {@link admit} would refuse; without `asking`, whether the endpoint is closed to all callers. */
  isOpen(asking?: Asking): boolean;
  /** Returns the function to call once with the question's result, or `null` if the breaker refuses the question. */
  admit(asking: Asking, sendProbe: AskItself): ((result: CallResult) => void) | null;
}

export function createEndpointBreaker(
  now: () => number,
  onChange: (change: BreakerChange) => void = () => {},
): EndpointBreaker {
  const failures = createRecentCounts(now, failuresRememberedMs);
  const stumbled = createRecentCounts(now, noProbeMs);
  let inARow = 0;
  const breaker = createBreaker(now, (change) => {
    if (change === "closed") failures.reset();
    onChange(change);
  });

  const mayProbe = ({ askedFor }: Asking) => stumbled.of(networkOf(askedFor)) === 0;

  /** Whether this failure is one more; if so, it is counted. */
  const counts = ({ question, askedFor }: Asking) => {
    const asked = nameOf(question);
    const askers = new Set([conversationOf(askedFor), networkOf(askedFor)]);
    const isMany = [...askers].some((one) => failures.of(one) >= countedOfOne);
    if (isMany || failures.of(asked) > 0) return false;
    for (const one of [asked, ...askers]) failures.add(one);
    return true;
  };

  /**
   * A shop with few customers has few failing ones, and a single customer can trip up the endpoint. It therefore counts
   * as down only if Meetbot's own query fails too.
   */
  const suspect = async (sendProbe: AskItself) => {
    inARow += 1;
    if (inARow < suspiciousInARow || breaker.isOpen(false)) return;
    inARow = 0;
    if ((await sendProbe()) === "bad") breaker.admit()?.("down");
  };

  const checkProbe = async (asking: Asking, sendProbe: AskItself): Promise<CallResult> => {
    if ((await sendProbe()) === "bad") return "bad";
    stumbled.add(networkOf(asking.askedFor));
    return "neither";
  };

  return {
    isOpen: (asking) => breaker.isOpen(asking === undefined || mayProbe(asking)),
    admit(asking, sendProbe) {
      const isProbe = breaker.isOpen(false);
      const record = breaker.admit(mayProbe(asking));
      if (!record) return null;
      return (result) => {
        if (result === "good") inARow = 0;
        if (result !== "bad") return record(result);
        if (isProbe) {
          checkProbe(asking, sendProbe).then(record, () => record("neither"));
          return;
        }
        record(counts(asking) ? "bad" : "neither");
        suspect(sendProbe).catch(() => {});
      };
    },
  };
}

/** Returns the same name for every page or list of a question. Only a hash, because the customer typed the question. */
function nameOf(question: Question): string {
  const { method } = question;
  const asked = {
    ...("userAccount" in question && { userAccount: question.userAccount }),
    ...("orderNumber" in question && { orderNumber: question.orderNumber }),
    ...("packageNumber" in question && { packageNumber: question.packageNumber }),
  };
  return hash("sha256", JSON.stringify([method, asked]), "base64");
}

/** Queries that nobody waits for (customer updates, an operator's lookup) count as one network. */
const conversationOf = (askedFor: AskedFor | null) => `conversation ${askedFor?.conversationId}`;

const networkOf = (askedFor: AskedFor | null) =>
  askedFor?.network ? `network ${neighborhoodOf(askedFor.network)}` : conversationOf(askedFor);
