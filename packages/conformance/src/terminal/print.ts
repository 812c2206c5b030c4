import { withPaint } from "./paint.ts";
import { showControls, showControlsInJson } from "./show-controls.ts";

// The one door to the terminal: whatever a command says goes through here, and nothing in it is obeyed.

/** Prints lines. A line break inside of one came with a value, and is shown as such. */
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
