import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import type { CodedTrouble } from "./outcome.ts";

/** One request. */
export interface HttpCall {
  url: URL;
  method: Dispatcher.HttpMethod;
  headers: Record<string, string>;
  body: Buffer | string | Readable | null;
  /** Each of them ends the call when it is aborted. */
  signals: readonly AbortSignal[];
  /**
   * Called when the response head arrives; returns how many bytes of the body to read. The connection is dropped if the
   * body is longer, and immediately if the limit is 0.
   */
  limitBytes(head: HttpHead): number;
}

export interface HttpHead {
  statusCode: number;
  headers: IncomingHttpHeaders;
}

export interface HttpAnswer extends HttpHead {
  /** The part of the body that arrived, up to the useful length. */
  body: Buffer;
  /** Why the body is incomplete. `broken`: the connection or a signal ended it, see `cause`. */
  fault: { kind: "too_large" } | { kind: "broken"; cause: unknown } | null;
  /** For the delivery log: the responder's reason, more precise than a status, in words and as a code. */
  why?: { text: string; trouble: CodedTrouble };
}

/**
 * Sends an HTTP request and reads the answer; rejects if the answer has no head. undici's own `request` creates a
 * stream for the answer and more objects for each signal, which makes a call three times as expensive; most turns make
 * two or three calls.
 *
 * Follows no redirects, decodes no content and sends no cookies.
 */
export function callHttp(dispatcher: Dispatcher, call: HttpCall): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    new Calling(call, resolve, reject).start(dispatcher);
  });
}

/**
 * Chunks below this size are copied: a chunk is a slice (between two lines of framing) of a larger read from the
 * socket.
 */
const smallChunkBytes = 4 * 1024;

class Calling implements Dispatcher.DispatchHandler {
  readonly #call: HttpCall;
  readonly #resolve: (answer: HttpAnswer) => void;
  readonly #reject: (cause: unknown) => void;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | null = null;
  #head: HttpHead | null = null;
  #room = 0;
  #fault: HttpAnswer["fault"] = null;
  #isOver = false;

  constructor(
    call: HttpCall,
    resolve: (answer: HttpAnswer) => void,
    reject: (cause: unknown) => void,
  ) {
    this.#call = call;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  start(dispatcher: Dispatcher): void {
    const { url, method, body, signals } = this.#call;
    const headers = asWritten(this.#call.headers);
    const aborted = signals.find((signal) => signal.aborted);
    if (aborted) {
      this.#break(aborted.reason);
      return;
    }
    for (const signal of signals) signal.addEventListener("abort", this);
    const path = url.pathname + url.search;
    try {
      dispatcher.dispatch({ origin: url.origin, path, method, headers, body }, this);
    } catch (cause) {
      this.#break(cause);
    }
  }

  /** Of a signal. A call that waits for its connection has nothing to drop yet. */
  handleEvent({ target }: Event): void {
    const { reason } = target as AbortSignal;
    this.#break(reason);
    this.#controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#isOver) controller.abort(new Error("The call is over."));
    else this.#controller = controller;
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    statusCode: number,
    headers: IncomingHttpHeaders,
  ): void {
    if (statusCode < 200) return; // Informational: the answer is still to come.
    this.#head = { statusCode, headers };
    this.#room = this.#call.limitBytes(this.#head);
    if (this.#room === 0) this.#drop(controller);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#isOver) return;
    const taken = chunk.subarray(0, this.#room);
    // Copy small chunks: a slice would keep the whole buffer of its socket read in memory.
    this.#chunks.push(taken.length < smallChunkBytes ? Buffer.from(taken) : taken);
    this.#room -= taken.length;
    if (taken.length < chunk.length) this.#drop(controller);
  }

  onResponseEnd(): void {
    this.#end();
  }

  onResponseError(_controller: unknown, cause: Error): void {
    this.#break(cause);
  }

  /** Nothing more of the answer is of use. */
  #drop(controller: Dispatcher.DispatchController): void {
    this.#fault = { kind: "too_large" };
    this.#end();
    controller.abort(new Error("The rest of the answer is of no use."));
  }

  #break(cause: unknown): void {
    this.#fault ??= { kind: "broken", cause };
    this.#end();
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const signal of this.#call.signals) signal.removeEventListener("abort", this);
    const fault = this.#fault;
    if (this.#head) this.#resolve({ ...this.#head, body: Buffer.concat(this.#chunks), fault });
    else this.#reject(fault?.kind === "broken" ? fault.cause : null);
  }
}

/**
 * Spells the one header that the origin document spells exactly as it does: some servers treat header names as
 * case-sensitive (PHP's `getallheaders()`).
 */
export function asWritten({
  "x-hub-signature": hub,
  ...others
}: Record<string, string>): Record<string, string> {
  return hub === undefined ? others : { "X-Hub-signature": hub, ...others };
}
