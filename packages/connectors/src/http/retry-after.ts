import { maxWaitMs } from "./wait.ts";

/** Delays for platforms that send no retry time: the first retry comes soon, the second later. */
const usualDelaysMs = [200, 600];

/**
 * Returns how long to wait before retrying after a temporary failure (429, 502, 503, 504); `null` if a retry is
 * pointless or would come too late for a customer.
 */
export function retryDelayMs(answer: Response, retries: number, nowMs: number): number | null {
  if (![429, 502, 503, 504].includes(answer.status)) return null;
  const afterS = retryAfterS(answer, nowMs);
  const delayMs = afterS === undefined ? (usualDelaysMs[retries] ?? 600) : afterS * 1_000;
  return delayMs <= maxWaitMs ? delayMs : null;
}

/** Parses `Retry-After`, a number of seconds or a date, to seconds from now. */
export function retryAfterS(answer: Response, nowMs: number): number | undefined {
  const text = answer.headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,6}(\.\d{1,3})?$/.test(text)) return Number(text);
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? undefined : Math.max(0, (atMs - nowMs) / 1_000);
}
