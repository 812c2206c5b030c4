import { parseJson } from "@meetbot/protocol";
import type { Sent } from "./inspection.ts";

/** A webhook's reaction to a request, as seen from outside. */
export type Reaction =
  /** 2xx with `success: true`. */
  | "answered"
  /** 2xx with `success: false`. */
  | "said_no"
  /** 4xx, but for 429. */
  | "refused"
  /** 3xx. */
  | "redirected"
  /** 5xx, or 429, which says nothing about the request. */
  | "failed"
  /** 2xx with any other content. */
  | "babbled"
  | "silent";

/** Classifies a webhook's reaction to a request by status and `success` alone. */
export function reactionOf({ exchange, outcome }: Sent): Reaction {
  const status = exchange.httpStatus;
  if (status === null || exchange.outcome === "timeout") return "silent";
  if (status >= 500 || status === 429) return "failed";
  if (status >= 400) return "refused";
  if (status >= 300) return "redirected";
  if (exchange.outcome === "connection_failed") return "silent";
  const success = outcome.kind === "received" ? fieldsOf(outcome.text)?.success : undefined;
  if (typeof success !== "boolean") return "babbled";
  return success ? "answered" : "said_no";
}

/** The code of a `success: false`. */
export function codeOf({ outcome }: Sent): number | null {
  const error = outcome.kind === "received" ? fieldsOf(outcome.text)?.error : undefined;
  const code = (error as { code?: unknown } | undefined)?.code;
  return code === undefined || code === null || Number.isNaN(Number(code)) ? null : Number(code);
}

/** Returns the body as an object, or null if it is not one. */
export function fieldsOf(text: string): Record<string, unknown> | null {
  try {
    const value = parseJson(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
