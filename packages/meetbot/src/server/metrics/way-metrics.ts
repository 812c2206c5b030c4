import { Histogram, type Registry } from "prom-client";
import type { DoorOf } from "./doors.ts";

/** The system that is called. Channels have the names of their platforms. */
export type CalledSystem =
  | "merchant"
  | "language_model"
  | "identity_provider"
  | "mail"
  | "web_push"
  | "alert"
  | "bridge"
  | "picture"
  | "clamd"
  | (string & {});

/** `2xx` to `5xx` over HTTP, `done` and `refused` elsewhere; `failed`: there was no whole answer. */
export type CallStatus = "2xx" | "3xx" | "4xx" | "5xx" | "done" | "refused" | "failed";

/** Metrics of incoming requests and outgoing calls: rate, errors and duration of each. */
export interface WayMetrics {
  /** Times a request, from its head to the head of the response. */
  onRequest(request: DoorOf & { method: string; status: number; seconds: number }): void;
  /** Times a call, from its start to the last byte of the response. */
  onCall(call: { to: CalledSystem; status: CallStatus; seconds: number }): void;
}

/** Others are counted together: Node reads some thirty. */
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Creates the `/metrics` of all incoming requests and outgoing calls. No label identifies anybody. */
export function createWayMetrics(registers: Registry[]): WayMetrics {
  const requests = new Histogram({
    name: "meetbot_request_seconds",
    help: "Time from a request to the head of its answer, by door, route, method and class of status.",
    labelNames: ["door", "route", "method", "status"],
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const calls = new Histogram({
    name: "meetbot_call_seconds",
    help: "Time of a call to another system, by who is called and how it ended: 2xx to 5xx, done, refused, failed.",
    labelNames: ["to", "status"],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    registers,
  });
  return {
    onRequest({ door, route, method, status, seconds }) {
      const known = methods.has(method) ? method : "other";
      requests.observe({ door, route, method: known, status: classOf(status) }, seconds);
    },
    onCall: ({ to, status, seconds }) => calls.observe({ to, status }, seconds),
  };
}

export const classOf = (status: number) => `${Math.floor(status / 100)}xx` as CallStatus;
