import { randomUUID } from "node:crypto";

/** Identifies everything that one request causes, on this node and others: W3C Trace Context. */
export interface Trace {
  /** 32 hexadecimal digits; the request's id in answers and logs. */
  traceId: string;
  /** The id of the parent span: 16 hexadecimal digits. */
  spanId: string;
  isSampled: boolean;
}

/**
 * Returns a trace for a request that arrived without one. Node draws the bytes of many UUIDs at once: these ids are not
 * secrets.
 */
export function newTrace(): Trace {
  return { traceId: randomHex(), spanId: randomHex().slice(16), isSampled: false };
}

/** 32 digits. */
const randomHex = () => randomUUID().replaceAll("-", "");

const form = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Reads a `traceparent`; `null`: it is none, or one of zeros, which the standard calls invalid. */
export function readTraceparent(text: string | undefined): Trace | null {
  const [, traceId = "", spanId = "", flags = ""] = form.exec(text ?? "") ?? [];
  if (/^0*$/.test(traceId) || /^0*$/.test(spanId)) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

export function toTraceparent({ traceId, spanId, isSampled }: Trace): string {
  return `00-${traceId}-${spanId}-${isSampled ? "01" : "00"}`;
}
