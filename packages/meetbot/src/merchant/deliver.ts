import { setTimeout as sleep } from "node:timers/promises";
import type { StoppedFor } from "@meetbot/model/shop/endpoint-health.ts";
import { DEADLINE_MS, startDeadline } from "@meetbot/network/exchange/deadline.ts";
import { exchange } from "@meetbot/network/exchange/exchange.ts";
import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { Outcome } from "@meetbot/network/exchange/outcome.ts";
import { signedHeaders } from "@meetbot/network/exchange/query-headers.ts";
import { fingerprintOf } from "../secrets/fingerprint.ts";
import { candidateSecrets, type Secrets } from "./candidate-secrets.ts";
import { createCircuit, type EndpointRuntime } from "./resilience/endpoint-runtime.ts";
import { minTimeToRetryMs, waitBeforeRetry } from "./resilience/retry.ts";

/** The endpoint that a bot queries, and how the bot signs its requests. */
export interface MerchantEndpoint {
  url: string;
  pageId: string;
  /** `whsec_…`, as shown to the merchant: the current secret first, then others that are still valid. */
  signingSecrets: readonly string[];
  /** Why Meetbot no longer queries the endpoint. */
  stopped?: StoppedFor | null;
}

/** The bytes to send, and the id that every exchange for them carries. */
export interface Envelope {
  id: string;
  body: string;
}

export interface DeliverOptions {
  agent: MerchantAgent;
  /** The node's state for this endpoint; without it, each delivery starts with none. */
  circuit?: EndpointRuntime;
  /** Loads the current secrets; called when the endpoint refuses all known ones. */
  freshSecrets?: () => Promise<readonly string[]>;
  /** Lets the caller abort: the only reason for {@link deliver} to reject. */
  signal?: AbortSignal | undefined;
  now?: () => number;
  /** From the start to the last byte of the last body; tests shorten it. */
  deadlineMs?: number;
}

/**
 * Posts a signed body to a merchant and retries once where that is safe and can help. If the merchant refuses the
 * signature, signs with each other valid secret: during a rotation Meetbot cannot know which one the merchant has.
 * Returns every failure of the merchant or the network as a value. Throws if the bot has no signing secret, which is a
 * bug in Meetbot.
 */
export async function deliver(
  { id, body: text }: Envelope,
  { url, signingSecrets }: MerchantEndpoint,
  options: DeliverOptions,
): Promise<{ outcome: Outcome; exchanges: Exchange[] }> {
  const { agent, signal, now = Date.now, circuit = createCircuit(now) } = options;
  const body = Buffer.from(text);
  const leads = candidateSecrets(signingSecrets, circuit.acceptedSecret, options.freshSecrets);
  const deadline = startDeadline(options.deadlineMs ?? DEADLINE_MS);
  const exchanges: Exchange[] = [];
  let timestampS = 0;
  let mayRetry = true;
  circuit.retries.recordDelivery();

  const postOnce = async (secrets: Secrets) => {
    // A receiver that remembers id and timestamp would reject the same pair as a replay.
    timestampS = Math.max(Math.floor(now() / 1_000), timestampS + 1);
    const headers = signedHeaders({ url, id, body, timestampS, secrets });
    const came = await exchange({ url, headers, body }, { agent, deadline, signal, now });
    exchanges.push({ ...came.exchange, secretFingerprint: fingerprintOf(secrets[0]) });
    return came;
  };

  try {
    for (let { value: secrets } = await leads.next(); secrets; ) {
      const { outcome, exchange } = await postOnce(secrets);
      const isRefused = outcome.kind === "failed" && outcome.reason === "signature_refused";
      if (exchange.httpStatus !== null && exchange.httpStatus < 500 && !isRefused) {
        circuit.acceptedSecret = secrets[0];
      }
      const other = isRefused ? (await leads.next()).value : undefined;
      if (other) {
        secrets = other;
        continue;
      }
      const waitMs = mayRetry ? waitBeforeRetry(outcome, exchange) : null;
      const isInTime = waitMs !== null && deadline.leftMs() - waitMs >= minTimeToRetryMs;
      if (!isInTime || !circuit.retries.take()) return { outcome, exchanges };
      mayRetry = false;
      await sleep(waitMs, undefined, signal && { signal });
    }
    throw new TypeError("a bot has no signing secret");
  } finally {
    deadline.stop();
  }
}
