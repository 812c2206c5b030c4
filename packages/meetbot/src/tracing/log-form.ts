import { traceFields } from "./tracer.ts";

/**
 * Fields in which PostgreSQL's errors quote rows, and thus what people wrote, including as the cause of another error.
 */
const quotes = ["err.detail", "err.where", "err.*.detail", "err.*.where"];

/** Formats every log line: adds its trace and removes anything that people wrote. */
export const logForm = { mixin: traceFields, redact: { paths: quotes, remove: true } };
