import type { IncomingHttpHeaders } from "node:http";
import type { Deadline } from "./deadline.ts";
import type { Exchange } from "./exchange-record.ts";
import { explainFailure } from "./explain-failure.ts";
import type { HttpHead } from "./http-call.ts";
import type { MerchantAgent, Phases } from "./merchant-agent.ts";
import type { Outcome } from "./outcome.ts";
import { bytesOfUse, readResponse } from "./read-response.ts";
import { signatureTruncation, truncateSignature } from "./truncate-signatures.ts";

/** One POST as it is to travel. */
export interface Post {
  /** Not used by queries; sent to check that the server refuses it. */
  method?: "GET" | undefined;
  url: string;
  headers: Record<string, string>;
  body: Buffer;
  /** How many bytes of the body to send first; the rest follows a moment later. */
  firstBytes?: number | undefined;
}

/** The agent, the deadline and other settings that a delivery passes to each of its exchanges. */
export interface ExchangeOptions {
  agent: MerchantAgent;
  deadline: Deadline;
  /** Lets the caller abort; the only reason for {@link exchange} to reject. */
  signal?: AbortSignal | undefined;
  now: () => number;
}

/**
 * Sends one POST to a merchant. Returns every failure of the merchant or the network as a value. Rejects only if the
 * caller's `signal` is aborted, with its reason.
 */
export async function exchange(
  { method, url, headers, body, firstBytes }: Post,
  { agent, deadline, signal, now }: ExchangeOptions,
): Promise<{ outcome: Outcome; exchange: Exchange }> {
  const startedAt = now();
  const start = performance.now();
  const sinceStart = () => Math.max(0, performance.now() - start);
  const signals = signal ? [signal, deadline.signal] : [deadline.signal];
  const explain = (error: unknown) =>
    explainFailure(error, deadline.signal.aborted ? deadline.ms : null);
  const truncate = signatureTruncation(headers);
  const phases: Phases = { lookupMs: null, connectMs: null };
  let firstByteMs: number | null = null;

  const record = (outcome: Outcome, response: Partial<Exchange>) => {
    signal?.throwIfAborted();
    const failure = outcome.kind === "failed" ? outcome : null;
    const exchange: Exchange = {
      startedAt,
      durationMs: sinceStart(),
      outcome: failure?.reason ?? "received",
      detail: failure?.detail ?? null,
      httpStatus: null,
      requestHeaders: joinHeaders(headers, truncateSignature),
      responseHeaders: {},
      responseBody: "",
      timings: { ...phases, firstByteMs },
      ...response,
    };
    return { outcome, exchange };
  };

  try {
    const limitBytes = (head: HttpHead) => {
      firstByteMs = sinceStart();
      return bytesOfUse(head);
    };
    const sent = { method, headers, body, firstBytes };
    const response = await agent.post(url, { ...sent, signals, limitBytes, phases });
    const { outcome, recorded } = readResponse(response, explain);
    const shown =
      outcome.kind === "received" ? { ...outcome, text: truncate(outcome.text) } : outcome;
    return record(shown, {
      httpStatus: response.statusCode,
      responseHeaders: joinHeaders(response.headers, (_, value) => truncate(value)),
      responseBody: truncate(recorded),
    });
  } catch (error) {
    return record(explain(error), {});
  }
}

/** Joins repeated header fields into one line, as HTTP allows. */
function joinHeaders(
  headers: IncomingHttpHeaders,
  show: (name: string, value: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      show(name, [value ?? ""].flat().join(", ")),
    ]),
  );
}
