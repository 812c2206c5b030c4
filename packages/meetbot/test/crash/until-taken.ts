import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";

/** A node that stands still answers nobody: after so long another one is asked. */
const requestWithinMs = 3_000;

/** Sends a request until it is answered with this status; only a node that cannot take it at the moment may refuse it. */
export async function untilTaken(
  send: (signal: AbortSignal) => Promise<Response>,
  status: number,
): Promise<void> {
  for (;;) {
    const response = await send(AbortSignal.timeout(requestWithinMs)).catch(() => null);
    if (response?.status === status) return;
    const text = response && (await response.text().catch(() => ""));
    assert(response === null || response.status >= 500, `${response?.status} ${text}`);
    await delay(10);
  }
}
