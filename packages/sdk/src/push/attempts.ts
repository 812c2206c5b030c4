import { setTimeout as wait } from "node:timers/promises";
import type { PushFailed } from "./push-result.ts";

/** The answer to an attempt, or why there is none. */
export type Attempt = { status: number; text: string; retryAfterMs: number | null } | PushFailed;

/** The dependencies of attempts; tests supply their own clock. */
export interface AttemptDeps {
  fetch: typeof fetch;
  /** Resolves after this time, or as soon as the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  timeoutMs: number;
}

const secondMs = 1_000;

/** How long is waited before each further attempt. */
export const retryDelaysMs = [1, 4, 16, 64].map((delayS) => delayS * secondMs);

/** The longest `Retry-After` to wait for; beyond this, the shop's own job must retry. */
export const maxRetryAfterMs = 300 * secondMs;

/** Waits, and not longer than the signal allows. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => {});
}

/** Makes one attempt. Resolves whatever happens. */
export async function attempt(
  deps: AttemptDeps,
  url: string,
  init: RequestInit,
  signal?: AbortSignal,
): Promise<Attempt> {
  try {
    const overdue = AbortSignal.timeout(deps.timeoutMs);
    const response = await deps.fetch(url, {
      ...init,
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, overdue]) : overdue,
    });
    const text = await response.text();
    const retryAfterMs = readRetryAfter(response.headers.get("retry-after"));
    return { status: response.status, text, retryAfterMs };
  } catch {
    return signal?.aborted ? aborted() : unreached;
  }
}

/**
 * Returns the result when the caller's signal ended the push. Meetbot may have stored the push, so retry with the same
 * id.
 */
export function aborted(): PushFailed {
  return { ok: false, retry: true, code: "aborted", message: "The signal ended the push." };
}

const unreached: PushFailed = {
  ok: false,
  retry: true,
  code: "network",
  message: "Meetbot did not answer. Check url, and that this machine may call it.",
};

/** Seconds alone: Meetbot writes no date. */
function readRetryAfter(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * secondMs : null;
}
