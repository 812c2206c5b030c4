import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { answerCall, type Call } from "./answer-call.ts";
import { envelopeOf, GraphFault } from "./graph-fault.ts";
import { readCall } from "./read-call.ts";
import type { AnsweredCall, GraphState, SentMessage } from "./state.ts";

/**
 * Answers a request, unless a simulated mishap prevents that. Returns the outcome. Throws nothing: a fault becomes an
 * answer.
 */
export async function answerRequest(
  state: GraphState,
  request: IncomingMessage,
  response: ServerResponse,
  traceId: string,
): Promise<AnsweredCall> {
  const say = (status: number, answer: object | null, headers: Record<string, string> = {}) => {
    const type = answer ? "application/json" : "text/html";
    response
      .writeHead(status, { "content-type": type, ...headers })
      .end(answer ? JSON.stringify(answer) : "<html>");
    return { status, answer };
  };
  const waiting = state.mishaps.shift();
  let call: Call | null = null;
  const follow = followAnswer(state, request, response);
  try {
    call = await readCall(request);
    const mishap = waiting ?? state.mishapOf(call);
    if (mishap.delayMs !== undefined) await wait(mishap.delayMs);
    if (mishap.vanishes) {
      request.socket.destroy();
      return { ...seen(call), status: null, answer: null, sent: null };
    }
    if (mishap.proxySays !== undefined) {
      const said = say(mishap.proxySays, null, { location: "/elsewhere" });
      return { ...seen(call), ...said, sent: null };
    }
    if (mishap.error) throw new GraphFault(mishap.error.code, "This was asked for.", mishap.error);
    const { answer, sent } = answerCall(state, call);
    if (sent) follow(sent);
    if (mishap.breaks) request.socket.destroy();
    if (mishap.breaks || mishap.hangs) return { ...seen(call), status: null, answer: null, sent };
    return { ...seen(call), ...say(200, answer), sent };
  } catch (error) {
    const fault =
      error instanceof GraphFault ? error : new GraphFault(1, String(error), { status: 500 });
    const said = say(fault.status, envelopeOf(fault, traceId), fault.headers);
    return { ...seen(call), ...said, sent: null };
  }
}

/** Returns the parts of a call that others may see. */
function seen(call: Call | null): Pick<AnsweredCall, "method" | "path" | "params"> {
  const { method = "", path = "", params = {} } = call ?? {};
  const { access_token: _, appsecret_proof: __, input_token: ___, ...shown } = params;
  return { method, path, params: shown };
}

/** Records what happens to the answer. The caller may have disconnected before its message was accepted. */
function followAnswer(
  { now }: GraphState,
  { socket }: IncomingMessage,
  response: ServerResponse,
): (sent: SentMessage) => void {
  const noted: Pick<SentMessage, "answeredAtMs" | "leftAtMs"> = {
    answeredAtMs: null,
    leftAtMs: null,
  };
  let sent: SentMessage | null = null;
  const note = (what: Partial<typeof noted>) => Object.assign(sent ?? noted, what);
  response.once("finish", () => note({ answeredAtMs: now() }));
  socket.once("close", () => note({ leftAtMs: now() }));
  return (taken) => {
    sent = Object.assign(taken, noted);
  };
}
