import { withPaint } from "./paint.ts";
import { showControls, showControlsInJson } from "./show-controls.ts";

// All terminal output of the commands goes through this file, which makes control characters harmless.

/** Prints lines. A line break within a line comes from a value, so it is printed as a visible escape. */
export function print(...lines: string[]): void {
  process.stdout.write(toOutput(lines));
}

/** Prints a text with intended line breaks: a report, a reply. */
export function printText(text: string): void {
  print(...text.split("\n"));
}

/** Prints a value for programs, as one line of JSON. */
export function printJson(value: unknown): void {
  process.stdout.write(`${showControlsInJson(JSON.stringify(value))}\n`);
}

/** Writes lines for people to stderr, apart from the output that programs read. */
export function note(...lines: string[]): void {
  process.stderr.write(toOutput(lines));
}

/** Prints a prompt below the text so far; the line stays open. */
export function prompt(sign: string): void {
  process.stdout.write(`\n${showControls(sign)}`);
}

function toOutput(lines: readonly string[]): string {
  return lines.map((line) => `${withPaint(showControls(line))}\n`).join("");
}
