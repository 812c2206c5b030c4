import type { ListenedAnswer, ListenedRequest } from "@meetbot/model/shop/listener.ts";
import { DEADLINE_MS, startDeadline } from "@meetbot/network/exchange/deadline.ts";
import { exchange } from "@meetbot/network/exchange/exchange.ts";
import type { HttpAnswer } from "@meetbot/network/exchange/http-call.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { ProtocolError, parseAnswer, parseQuery } from "@meetbot/protocol";

/** The result of forwarding a query to the developer's webhook. */
export interface Forwarded {
  /** The answer to hand back; `null` when none arrived in time, so that nobody waits for it. */
  answer: ListenedAnswer | null;
  status: number | null;
  durationMs: number;
  /** Why the answer cannot be used, as the delivery log will report it; `null` if it can. */
  fault: { reason: string; detail: string } | null;
  /** The webhook took Meetbot for a stranger. */
  isRefused: boolean;
  responseBody: string;
}

/** Sends the very bytes to a webhook of this machine: no header is added and none is left out. */
export async function forward(
  { headers, body }: ListenedRequest,
  url: string,
  agent: MerchantAgent,
): Promise<Forwarded> {
  let came: HttpAnswer | null = null;
  const noting: MerchantAgent = {
    ...agent,
    async post(to, post) {
      came = await agent.post(to, post);
      return came;
    },
  };
  const deadline = startDeadline(DEADLINE_MS);
  const bytes = Buffer.from(body, "base64");
  try {
    const { outcome, exchange: record } = await exchange(
      { url, headers, body: bytes },
      { agent: noting, deadline, now: Date.now },
    );
    const { httpStatus: status, durationMs, responseBody } = record;
    const isFailed = outcome.kind === "failed";
    const isLate = isFailed && outcome.reason === "timeout";
    const wrong = isFailed ? null : faultIn(bytes.toString(), outcome.text);
    return {
      answer: isLate ? null : toAnswer(came, isFailed ? outcome.code : undefined),
      ...{ status, durationMs, responseBody },
      fault: isFailed ? { reason: outcome.reason, detail: outcome.detail } : wrong,
      isRefused: isFailed && outcome.reason === "signature_refused",
    };
  } finally {
    deadline.stop();
  }
}

/** Node's HTTP client accepts status codes that HTTP does not define. */
const highestStatus = 599;

function toAnswer(came: HttpAnswer | null, code = "MEETBOT_LISTENER_SILENT"): ListenedAnswer {
  if (!came || came.statusCode > highestStatus || came.fault?.kind === "broken")
    return { failed: code };
  // One byte more makes the server see that the body is too large, too.
  const more = came.fault?.kind === "too_large" ? [Buffer.from(" ")] : [];
  return {
    status: came.statusCode,
    headers: Object.fromEntries(
      Object.entries(came.headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
    ),
    body: Buffer.concat([came.body, ...more]).toString("base64"),
  };
}

/** Returns the error that the server will report for a complete body. */
function faultIn(query: string, answer: string): Forwarded["fault"] {
  try {
    parseAnswer(parseQuery(query), answer);
    return null;
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    const reason = error.code === "invalid_json" ? "invalid_json" : "invalid_answer";
    return { reason, detail: error.message };
  }
}
