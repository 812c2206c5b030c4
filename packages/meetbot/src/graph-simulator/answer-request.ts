import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { answerCall } from "./answer-call.ts";
import { envelopeOf, GraphFault } from "./graph-fault.ts";
import { readCall } from "./read-call.ts";
import type { GraphState, Mishap, SentMessage } from "./state.ts";

/** Answers a request, unless something happens to it. Returns the message that was taken. */
export async function answerRequest(
  state: GraphState,
  request: IncomingMessage,
  response: ServerResponse,
  traceId: string,
): Promise<SentMessage | null> {
  const say = (status: number, body: object, headers: Record<string, string> = {}) =>
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(JSON.stringify(body));
  const follow = followAnswer(state, request, response);
  const mishap: Mishap = state.mishaps.shift() ?? state.nextMishap();
  try {
    const call = await readCall(request);
    if (mishap.delayMs !== undefined) await wait(mishap.delayMs);
    if (mishap.vanishes) {
      request.socket.destroy();
      return null;
    }
    if (mishap.proxySays !== undefined) {
      response
        .writeHead(mishap.proxySays, { "content-type": "text/html", location: "/elsewhere" })
        .end("<html>");
      return null;
    }
    if (mishap.error) throw new GraphFault(mishap.error.code, "This was asked for.", mishap.error);
    const { answer, sent } = answerCall(state, call);
    if (sent) follow(sent);
    if (mishap.breaks) request.socket.destroy();
    else if (!mishap.hangs) say(200, answer);
    return sent;
  } catch (error) {
    const fault =
      error instanceof GraphFault ? error : new GraphFault(1, String(error), { status: 500 });
    say(fault.status, envelopeOf(fault, traceId), fault.headers);
    return null;
  }
}

/** Notes what becomes of the answer. The caller may have left before its message was taken. */
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
