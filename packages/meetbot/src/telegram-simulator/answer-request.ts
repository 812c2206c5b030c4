import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { answerCall } from "./answer-call.ts";
import { ApiFault, envelopeOf } from "./api-fault.ts";
import { readCall } from "./read-call.ts";
import type { AnsweredCall, Call, TelegramState } from "./state.ts";

/** Answers a request, unless something happens to it. Returns what came of it. */
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
    return { ...call, status, answer };
  };
  try {
    const named = await readCall(request);
    if (!named) throw new ApiFault(404, "Not Found");
    const bot = state.bots.find(({ token }) => token === named.token)?.id ?? null;
    call = { bot, method: named.method, params: named.params };
    const mishap = waiting ?? state.mishapOf(call);
    if (mishap.delayMs !== undefined) await wait(mishap.delayMs);
    if (mishap.vanishes) {
      request.socket.destroy();
      return { ...call, status: null, answer: null };
    }
    if (mishap.proxySays !== undefined) return say(mishap.proxySays, null);
    if (mishap.error) {
      const { code, description, retryAfterS } = mishap.error;
      throw new ApiFault(code, description, retryAfterS);
    }
    const { result, sent } = answerCall(state, named);
    if (mishap.breaks) request.socket.destroy();
    if (mishap.breaks || mishap.hangs) return { ...call, status: null, answer: null };
    if (sent) sent.isAnswered = true;
    return say(200, { ok: true, result });
  } catch (error) {
    const fault =
      error instanceof ApiFault ? error : new ApiFault(500, `Internal Server Error: ${error}`);
    return say(fault.code, envelopeOf(fault));
  }
}
