import { setTimeout as wait } from "node:timers/promises";
import type { SimulatedBot } from "./state.ts";

/** One request to the webhook, and how it was answered; 0: not at all. */
export interface Push {
  bot: number;
  body: string;
  status: number;
}

export interface PusherOptions {
  now: () => number;
  /** Maps a public URL to its real address, so that nothing leaves this machine. */
  reach(url: string): string | Promise<string>;
  /** Returns how long to wait before the next retry, given the number of failures. */
  repeatAfterMs(failures: number): number;
  onPush(push: Push): void;
  /** A webhook that took an update may name a call in its answer; its result is reported to nobody. */
  onCall(bot: SimulatedBot, method: string, params: Record<string, unknown>): void;
}

/** Telegram treats "60 s without answer" as an error. */
const answerWithinMs = 60_000;

/** `WEBHOOK_MAX_RESEND_TIMEOUT` of the server: gaps double up to 60 seconds, once to twice that. */
const maxGapMs = 60_000;

/** Returns Telegram's own retry delay: none the first time, then 2, 4, 8 … seconds. */
export function telegramGapMs(failures: number): number {
  return failures <= 1 ? 0 : Math.min(2 ** (failures - 1) * 1000, maxGapMs);
}

/** How long an update is retried before it is dropped. */
const updateLivesMs = 24 * 60 * 60 * 1000;

/** Pushes updates to webhooks: those of a chat one by one, each retried until it is accepted. */
export class WebhookPusher {
  readonly #options: PusherOptions;
  readonly #lines = new Map<string, Promise<void>>();
  readonly #end = new AbortController();

  constructor(options: PusherOptions) {
    this.#options = options;
  }

  /**
   * Queues an update behind the others of its chat; resolves when the webhook accepted it or the simulator dropped it.
   */
  send(bot: SimulatedBot, chat: string, update: object): Promise<void> {
    const line = `${bot.id}/${chat}`;
    const before = this.#lines.get(line) ?? Promise.resolve();
    if (bot.webhook) bot.webhook.waiting++;
    const sending = before.then(() => this.#deliver(bot, toWire(update)));
    this.#lines.set(line, sending);
    return sending;
  }

  /** Resolves when no update is in progress. */
  async settled(): Promise<void> {
    await Promise.all(this.#lines.values());
  }

  close(): void {
    this.#end.abort();
  }

  async #deliver(bot: SimulatedBot, body: string): Promise<void> {
    const { now, repeatAfterMs, onPush, onCall } = this.#options;
    const fromMs = now();
    for (let failures = 0; !this.#end.signal.aborted && now() - fromMs < updateLivesMs; ) {
      const { webhook } = bot;
      if (!webhook) return;
      const { status, retryAfterS, call } = await this.#post(body, webhook);
      if (status === 200 && call) onCall(bot, call.method, call.params);
      onPush({ bot: bot.id, body, status });
      if (status >= 200 && status < 300) break;
      failures++;
      const message =
        status === 0 ? "Connection refused" : `Wrong response from the webhook: ${status}`;
      webhook.lastError = { atMs: now(), message };
      const gapMs = retryAfterS > 0 ? retryAfterS * 1000 : repeatAfterMs(failures);
      await wait(gapMs, undefined, { signal: this.#end.signal }).catch(() => {});
    }
    if (bot.webhook) bot.webhook.waiting--;
  }

  async #post(body: string, { url, secretToken }: NonNullable<SimulatedBot["webhook"]>) {
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (secretToken !== "") headers["x-telegram-bot-api-secret-token"] = secretToken;
    const signal = AbortSignal.any([AbortSignal.timeout(answerWithinMs), this.#end.signal]);
    try {
      const response = await fetch(await this.#options.reach(url), {
        method: "POST",
        headers,
        body,
        signal,
      });
      const call = callIn(response.headers, await response.text());
      return {
        ...{ status: response.status, call },
        retryAfterS: Number(response.headers.get("retry-after") ?? 0),
      };
    } catch {
      return { status: 0, retryAfterS: 0, call: null };
    }
  }
}

/** The call that an answer names; `null`: it names none. */
function callIn(headers: Headers, answer: string) {
  if (!headers.get("content-type")?.startsWith("application/json")) return null;
  const { method, ...params } = JSON.parse(answer) as Record<string, unknown>;
  return typeof method === "string" ? { method, params } : null;
}

/** Writes JSON as Telegram does: non-ASCII characters escaped. */
export function toWire(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
