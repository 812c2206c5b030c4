import { startDeadline } from "./deadline.ts";
import { type ExchangeOptions, exchange, type Post } from "./exchange.ts";
import type { Exchange } from "./exchange-record.ts";
import type { Outcome } from "./outcome.ts";

type ExchangeOnceOptions = Omit<ExchangeOptions, "deadline"> & { deadlineMs: number };

/**
 * Sends one POST with a deadline of its own and never retries, as endpoint tests need. Rejects as {@link exchange}
 * does.
 */
export async function exchangeOnce(
  post: Post,
  { deadlineMs, ...options }: ExchangeOnceOptions,
): Promise<{ outcome: Outcome; exchange: Exchange }> {
  const deadline = startDeadline(deadlineMs);
  try {
    return await exchange(post, { ...options, deadline });
  } finally {
    deadline.stop();
  }
}
