import type { Deadline } from "@meetbot/network/exchange/deadline.ts";
import { explainFailure } from "@meetbot/network/exchange/explain-failure.ts";
import type { HttpAnswer } from "@meetbot/network/exchange/http-call.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";

/** A command takes 300 bytes, and the server's envelope less than 4 KiB. */
const maxBodyBytes = 64 * 1024;

/** A language model's address and credentials. The key is never logged. */
export interface ModelEndpoint {
  /** The base of an OpenAI-compatible API, such as `http://127.0.0.1:11434/v1`. */
  url: string;
  model: string;
  /** `null` if the server requires no key. */
  key: string | null;
}

/** The result of a request: a JSON body, or a stable code for why there is none. */
export type Posted =
  | { kind: "received"; text: string }
  | { kind: "failed"; reason: PostFailure; httpStatus: number | null };

export type PostFailure =
  | "timeout"
  | "connection_failed"
  | "address_refused"
  | "redirect"
  | "http_status"
  | "too_large"
  | "encoded"
  | "content_type"
  | "not_utf8";

interface PostDeps {
  agent: MerchantAgent;
  deadline: Deadline;
  /** Lets the caller abort: the only reason for a rejection. */
  signal?: AbortSignal | undefined;
}

/**
 * Sends one request to a language model. Returns server and network errors as values. Rejects only if the caller's
 * `signal` is aborted, with its reason.
 */
export async function postCompletion(
  { url, key }: ModelEndpoint,
  body: string,
  { agent, deadline, signal }: PostDeps,
): Promise<Posted> {
  const signals = signal ? [signal, deadline.signal] : [deadline.signal];
  const headers: Record<string, string> = {
    "content-type": "application/json",
    accept: "application/json",
    "accept-encoding": "identity",
    ...(key !== null && { authorization: `Bearer ${key}` }),
  };
  const phases = { lookupMs: null, connectMs: null };
  const request = { headers, body: Buffer.from(body), signals, phases };
  try {
    const answer = await agent.post(completionsOf(url), {
      ...request,
      limitBytes: ({ statusCode }) => (statusCode === 200 ? maxBodyBytes : 0),
    });
    signal?.throwIfAborted();
    return read(answer, deadline);
  } catch (error) {
    signal?.throwIfAborted();
    return failed(reasonOf(error, deadline));
  }
}

/** Returns the completions URL for the operator's base URL, with or without a trailing slash. */
const completionsOf = (base: string) => `${base.replace(/(?<!\/)\/+$/, "")}/chat/completions`;

function read({ statusCode, headers, body, fault }: HttpAnswer, deadline: Deadline): Posted {
  if (statusCode >= 300 && statusCode <= 399) return failed("redirect", statusCode);
  if (statusCode !== 200) return failed("http_status", statusCode);
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") return failed("encoded", statusCode);
  if (!/^application\/json\s*(?:;|$)/i.test(headers["content-type"] ?? "")) {
    return failed("content_type", statusCode);
  }
  if (fault?.kind === "too_large") return failed("too_large", statusCode);
  if (fault) return failed(reasonOf(fault.cause, deadline), statusCode);
  try {
    return { kind: "received", text: fatalUtf8.decode(body) };
  } catch {
    return failed("not_utf8", statusCode);
  }
}

const fatalUtf8 = new TextDecoder("utf-8", { fatal: true });

const failed = (reason: PostFailure, httpStatus: number | null = null): Posted => {
  return { kind: "failed", reason, httpStatus };
};

function reasonOf(error: unknown, deadline: Deadline): PostFailure {
  const { reason } = explainFailure(error, deadline.signal.aborted ? deadline.ms : null);
  const known = ["timeout", "address_refused", "too_large"] as const;
  return known.find((one) => one === reason) ?? "connection_failed";
}
