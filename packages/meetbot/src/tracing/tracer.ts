import { AsyncLocalStorage } from "node:async_hooks";
import { newTrace, readTraceparent, type Trace, toTraceparent } from "./trace.ts";

/** The attributes of a span: ids, names of lists and numbers, never anything that a customer wrote. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

/** One step in handling a request. */
export interface Span {
  set(facts: SpanFacts): void;
  rename(name: string): void;
  /** Marks the span as failed. */
  fail(): void;
}

/** How a span begins. */
export interface SpanStart {
  name: string;
  kind: "server" | "client" | "consumer" | "internal";
  facts?: SpanFacts;
}

/** Runs work under the trace id of the request that caused it, and reports spans to a collector if there is one. */
export interface Tracer {
  /** Runs the work in a span below the parent; without a parent, starts a new trace. */
  under<Result>(
    parent: Trace | null,
    start: SpanStart,
    work: (span: Span) => Promise<Result>,
  ): Promise<Result>;
  /** Sends the pending spans and stops recording. */
  close(): Promise<void>;
}

/** The current trace and the recorder of its spans; `null` when none are recorded. */
interface Current {
  trace: Trace;
  recorder: Tracer | null;
}

const current = new AsyncLocalStorage<Current>();

/** Returns the trace of the current work; undefined if no request started it. */
export const currentTrace = (): Trace | undefined => current.getStore()?.trace;

/** Runs the work with `trace` as the current trace of everything within. */
export const inTrace = <Result>(
  trace: Trace,
  recorder: Tracer | null,
  work: () => Result,
): Result => current.run({ trace, recorder }, work);

const unrecorded: Span = { set() {}, rename() {}, fail() {} };

/** No collector: ids alone. */
export const idsOnly: Tracer = {
  under: (parent, _start, work) => inTrace(parent ?? newTrace(), null, () => work(unrecorded)),
  close: async () => {},
};

/** Runs the work in a span within the current trace. */
export function inSpan<Result>(
  start: SpanStart,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  const { trace, recorder } = current.getStore() ?? {};
  return trace && recorder ? recorder.under(trace, start, work) : work(unrecorded);
}

/** Adds the id of the current request to stored content. */
export function withTrace<Content extends { trace?: string }>(content: Content): Content {
  const trace = currentTrace();
  if (!trace || content.trace !== undefined) return content;
  return { ...content, trace: toTraceparent(trace) };
}

/** Returns the trace of the originating request; null if no request started it or an older version stored it. */
export const traceOf = ({ trace }: { trace?: string }): Trace | null => readTraceparent(trace);

/** For the record of a delivery: the request that led to it. */
export function traceIdField(): { traceId?: string } {
  const trace = currentTrace();
  return trace ? { traceId: trace.traceId } : {};
}

/** Returns the fields by which each log line names its trace. */
export function traceFields(): { trace_id?: string } {
  const trace = currentTrace();
  return trace ? { trace_id: trace.traceId } : {};
}
