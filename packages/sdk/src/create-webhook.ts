import {
  ProtocolError,
  type ProtocolErrorCode,
  type PushStatusEvent,
  parseQuery,
  type Query,
  verifyRequest,
} from "@meetbot/protocol";
import { answerQuery, type Declaration, type LookUps } from "./answer-query.ts";
import type { RefusedRequest } from "./explain-refusal.ts";
import { readBody } from "./read-body.ts";
import { createReplayMemory, isFirst, type ReplayStore } from "./replay-memory.ts";
import { respond, respondError, serializeError } from "./respond.ts";
import { checkSigningSecrets } from "./signature/signing-secret.ts";
import { checkWebhookUrls } from "./signature/webhook-url.ts";

/** Answers for questions of a Meetbot newer than this SDK; HTTP 200, the contract's own codes. */
const unknownCodes: { readonly [Code in ProtocolErrorCode]?: number } = {
  unknown_category: 20001,
  unknown_method: 20002,
};

/** Handles one HTTP request from Meetbot and resolves to the response. Never rejects. */
export type Webhook = (request: Request) => Promise<Response>;

export interface WebhookOptions extends LookUps, Declaration {
  /** As Meetbot showed it (`whsec_…`); both while it is rotated. A variable that is not set is refused at start. */
  signingSecret: string | undefined | readonly (string | undefined)[];
  /**
   * The webhook's own public URL, as set as the bot's endpoint; a list if it has several. If set, the webhook refuses
   * requests that Meetbot sent to another host, because a third party forwarded them. The webhook ignores the request's
   * own Host header.
   */
  url?: string | readonly string[] | undefined;
  /** Accepts `X-Hub-Signature` alone, which anyone who saw a request can send again. */
  allowLegacy?: boolean;
  /**
   * Called with the progress of a push: at least once per event, and sometimes out of order. Without it, the webhook
   * answers Meetbot that the method is unknown, and Meetbot stops sending progress.
   */
  pushStatus?: (event: PushStatusEvent) => void | Promise<void>;
  /**
   * Remembers which requests came, for all processes that answer; the memory of this one by default. See
   * "Replays" in the README for Redis and SQL.
   */
  replayStore?: ReplayStore;
  /** Unix milliseconds. */
  now?: () => number;
  /** Called with errors that `orders` or `packages` threw, or that describe what was wrong with their results. */
  onError?: (error: unknown) => void;
  /**
   * Called with a plain explanation of why a request got 401, to help set up a webhook. Never called if `NODE_ENV` is
   * `production`. Default: the console if `NODE_ENV` is `development`; the console once per process if it is not set.
   */
  diagnose?: (advice: string) => void;
}

/**
 * Creates a webhook from two lookups; it verifies, parses and answers requests. Throws a `SigningSecretError` or a
 * `WebhookUrlError` at once if the options cannot be right; any later error becomes a response.
 */
export function createWebhook(options: WebhookOptions): Webhook {
  const { signingSecret, url, allowLegacy = false, now = Date.now } = options;
  const { onError = console.error } = options;
  const secrets = checkSigningSecrets([signingSecret].flat());
  checkWebhookUrls(url);
  const { replayStore: replays = createReplayMemory(now) } = options;
  const diagnose = listenerOf(options);

  async function faultOf(
    body: Uint8Array,
    headers: Headers,
  ): Promise<RefusedRequest["reason"] | null> {
    const nowS = Math.floor(now() / 1000);
    const verdict = verifyRequest({ body, headers, secrets, nowS, allowLegacy, url });
    if (!verdict.valid) return verdict.reason;
    if (verdict.id === null || verdict.timestampS === null) return null;
    return (await isFirst(replays, verdict.id, verdict.timestampS)) ? null : "replayed";
  }

  async function turnAway(refused: RefusedRequest): Promise<Response> {
    if (diagnose !== null) {
      const { explainRefusal } = await import("./explain-refusal.ts"); // production never loads it
      report(diagnose, explainRefusal(refused));
    }
    return respondError(401, "invalid signature");
  }

  async function answer(request: Request): Promise<Response> {
    if (request.method !== "POST") {
      return respondError(405, "a question is a POST request", { allow: "POST" });
    }
    const body = await readBody(request);
    if (body instanceof Response) return body;
    const { headers } = request;
    const reason = await faultOf(body, headers);
    if (reason !== null) return turnAway({ reason, body, headers, secrets });

    if (options.pushStatus) {
      const { hearPushStatus } = await import("./hear-push-status.ts"); // others never load it
      const heard = await hearPushStatus(body, options.pushStatus);
      if (heard) return heard;
    }
    const query = readQuery(body);
    if (query instanceof Response) return query;
    return respond(200, await answerQuery(query, options));
  }

  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      report(onError, error);
      return respondError(500, "the shop could not answer");
    }
  };
}

function readQuery(body: Uint8Array): Query | Response {
  try {
    return parseQuery(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (error) {
    if (!(error instanceof ProtocolError)) return respondError(400, "the body is not UTF-8");
    const code = unknownCodes[error.code];
    return code === undefined
      ? respondError(400, error.message)
      : respond(200, serializeError(code, error.message));
  }
}

function listenerOf({ diagnose }: WebhookOptions): ((advice: string) => void) | null {
  if (process.env.NODE_ENV === "production") return null;
  if (diagnose) return diagnose;
  if (process.env.NODE_ENV === "development") return console.warn;
  return process.env.NODE_ENV === undefined ? hintOnce : null;
}

let isHinted = false;

/** Logs once: a server without `NODE_ENV` may be public, and strangers must not fill its log. */
function hintOnce(advice: string): void {
  if (!isHinted) console.warn(advice);
  isHinted = true;
}

/** A listener that throws must not cost the answer. */
function report<Told>(listener: (told: Told) => void, told: Told): void {
  try {
    listener(told);
  } catch {
    // There is nowhere left to report this error.
  }
}
