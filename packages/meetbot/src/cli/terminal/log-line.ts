import { inspect } from "node:util";

const levels: Readonly<Record<number, string>> = {
  20: "debug",
  30: "info ",
  40: "warn ",
  50: "error",
  60: "fatal",
};

interface Entry {
  level: number;
  time: number;
  msg?: string;
  err?: { message?: string };
  [field: string]: unknown;
}

/** Formats a log line for a person at a terminal: time, level, message, and the remaining fields as facts. */
export function toLogLine(json: string): string {
  const { level, time, msg, err, ...facts } = JSON.parse(json) as Entry;
  const parts = [
    new Date(time).toTimeString().slice(0, 8),
    levels[level] ?? String(level),
    msg ?? err?.message ?? "",
    ...(msg && err?.message && msg !== err.message ? [`(${err.message})`] : []),
    ...Object.entries(facts).map(([name, value]) => `${name}=${toText(value)}`),
  ];
  return parts.filter((part) => part !== "").join("  ");
}

function toText(value: unknown): string {
  return typeof value === "string" ? value : inspect(value, { breakLength: Infinity, depth: 3 });
}
