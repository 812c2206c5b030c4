import { traceFields } from "./tracer.ts";

/** Where errors of PostgreSQL quote rows, and so what people wrote; also as the cause of another error. */
const quotes = ["err.detail", "err.where", "err.*.detail", "err.*.where"];

/** How every line of the log is written: under the trace that it belongs to, and without anybody's words. */
export const logForm = { mixin: traceFields, redact: { paths: quotes, remove: true } };
