import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { answerCall } from "./answer-call.ts";
import { ApiFault, envelopeOf } from "./api-fault.ts";
import { readCall } from "./read-call.ts";
import type { AnsweredCall, Call, SentMessage, TelegramState } from "./state.ts";

/** Answers a request, unless a mishap is planned for it. Returns the result. Never throws: a fault is an answer. */
export async function answerRequest(
  state: TelegramState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<AnsweredCall> {
  const waiting = state.mishaps.shift();
  let call: Call = { bot: null, method: "", params: {} };
  const say = (status: number, answer: object | null): AnsweredCall => {
    const type = answer ? "application/json" : "text/html";
    response
      .writeHead(status, { "content-type": type })
      .end(answer ? JSON.stringify(answer) : "<html>");
    return { ...call, status, answer, sent: null };
  };
  const follow = followAnswer(state, request, response);
  try {
    const named = await readCall(request);
    if (!named) throw new ApiFault(404, "Not Found");
    const bot = state.bots.find(({ token }) => token === named.token)?.id ?? null;
    call = { bot, method: named.method, params: named.params };
    const mishap = waiting ?? state.mishapOf(call);
    if (mishap.delayMs !== undefined) await wait(mishap.delayMs);
    if (mishap.vanishes) {
      request.socket.destroy();
      return { ...call, status: null, answer: null, sent: null };
    }
    if (mishap.proxySays !== undefined) return say(mishap.proxySays, null);
    if (mishap.error) {
      const { code, description, retryAfterS } = mishap.error;
      throw new ApiFault(code, description, retryAfterS);
    }
    const { result, sent } = answerCall(state, named);
    if (sent) follow(sent);
    if (mishap.breaks) request.socket.destroy();
    if (mishap.breaks || mishap.hangs) return { ...call, status: null, answer: null, sent };
    return { ...say(200, { ok: true, result }), sent };
  } catch (error) {
    const fault =
      error instanceof ApiFault ? error : new ApiFault(500, `Internal Server Error: ${error}`);
    return say(fault.code, envelopeOf(fault));
  }
}

/** Records when the answer is sent, and when the caller leaves, which may be before its message is accepted. */
function followAnswer(
  { now }: TelegramState,
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
  // A connection carries call after call.
  socket.setMaxListeners(0).once("close", () => note({ leftAtMs: now() }));
  return (taken) => {
    sent = Object.assign(taken, noted);
  };
}
