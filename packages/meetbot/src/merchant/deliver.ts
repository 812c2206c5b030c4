import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { signRequest } from "@meetbot/protocol";
import { explainFailure } from "./explain-failure.ts";
import type { MerchantAgent } from "./merchant-agent.ts";
import type { Outcome } from "./outcome.ts";
import { readResponse } from "./read-response.ts";

/** Whom a bot asks, and how it signs. */
export interface MerchantEndpoint {
  url: string;
  pageId: string;
  /** `whsec_…`, as shown to the merchant. */
  signingSecret: string;
}

/** The bytes to send, and the id that every attempt for them carries. */
export interface Envelope {
  id: string;
  body: string;
}

/** One POST as it went, for the delivery log: signatures truncated, the response cut. */
export interface Exchange {
  outcome: Outcome;
  httpStatus: number | null;
  requestHeaders: Record<string, string>;
  responseHeaders: Record<string, string>;
  responseBody: string;
}

export interface DeliverOptions {
  agent: MerchantAgent;
  /** The caller's own wish to stop: the only thing that makes {@link deliver} reject. */
  signal?: AbortSignal;
  now?: () => number;
  /** From the start to the last byte of the body; tests shorten it. */
  deadlineMs?: number;
}

/** A customer in a chat waits no longer than this; Dialogflow gives up at 5 s, GitHub at 10 s. */
export const DEADLINE_MS = 8_000;

const { version } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { version: string };

/** Posts a signed body to a merchant once. Whatever the merchant or the network does is a value. */
export async function deliver(
  envelope: Envelope,
  endpoint: MerchantEndpoint,
  { agent, signal, now = Date.now, deadlineMs = DEADLINE_MS }: DeliverOptions,
): Promise<Exchange> {
  const bytes = Buffer.from(envelope.body);
  const headers = requestHeaders(envelope.id, bytes, endpoint.signingSecret, now());
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), deadlineMs);
  const cut = signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal;
  const explain = (error: unknown) =>
    explainFailure(error, deadline.signal.aborted ? deadlineMs : null);
  try {
    const response = await agent.post(endpoint.url, { headers, body: bytes, signal: cut });
    const read = await readResponse(response, explain);
    signal?.throwIfAborted();
    return {
      outcome: read.outcome,
      httpStatus: response.statusCode,
      requestHeaders: truncateSignatures(headers),
      responseHeaders: joinHeaders(response.headers),
      responseBody: read.recorded,
    };
  } catch (error) {
    signal?.throwIfAborted();
    return {
      outcome: explain(error),
      httpStatus: null,
      requestHeaders: truncateSignatures(headers),
      responseHeaders: {},
      responseBody: "",
    };
  } finally {
    clearTimeout(timer);
  }
}

function requestHeaders(id: string, body: Buffer, secret: string, nowMs: number) {
  return {
    "content-type": "application/json; charset=utf-8",
    accept: "application/json",
    "accept-encoding": "identity",
    "user-agent": `Meetbot/${version}`,
    ...signRequest({ body, secret, id, timestampS: Math.floor(nowMs / 1_000) }),
  };
}

/** Enough of a signature to compare it by eye, too little to replay it. */
function truncateSignatures(headers: Record<string, string>): Record<string, string> {
  const truncated = { ...headers };
  for (const name of ["x-hub-signature", "webhook-signature"]) {
    truncated[name] = headers[name]?.replace(/(sha256=|v1,)(\S{8})\S+/g, "$1$2…") ?? "";
  }
  return truncated;
}

/** Header fields that came several times become one line, as HTTP allows. */
function joinHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
  );
}
