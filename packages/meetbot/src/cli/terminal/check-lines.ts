import { paint } from "@meetbot/conformance/terminal/paint.ts";
import type { Check } from "../../operations/doctor/check.ts";

const styles = { ok: "green", warn: "yellow", fail: "red" } as const;
const margin = " ".repeat(18);

/** Formats the result of a `doctor` check for people, with log output on separate lines. */
export function checkLines({ name, status, found, todo }: Check): string[] {
  const [first = "", ...rest] = found.split("\n");
  return [
    `${paint(styles[status], status.padEnd(4))}  ${name.padEnd(10)}  ${first}`,
    ...[...rest, ...(todo === null ? [] : [todo])].map((line) => `${margin}${line}`),
  ];
}
