import type { Computed, Part, Sending } from "./sending.ts";

/** The languages in which a request can be made again. */
export const languages = ["node", "php", "python", "java", "go"] as const;
export type Language = (typeof languages)[number];

/** How a language writes a value that is put together of words and of what was computed. */
export interface Writing {
  quote(text: string): string;
  /** What the program calls it. */
  names: Readonly<Record<Computed, string>>;
  join: string;
}

export function writeValue(parts: readonly Part[], { quote, names, join }: Writing): string {
  return parts.map((part) => ("text" in part ? quote(part.text) : names[part.computed])).join(join);
}

/** The body as one expression: its halves, and the spaces between them where there are any. */
export function writeBody(
  { body: { head, tail, spaces } }: Sending,
  { quote, join }: Pick<Writing, "quote" | "join">,
  repeat: (spaces: number) => string,
): string {
  if (spaces === 0) return quote(head + tail);
  return [quote(head), repeat(spaces), quote(tail)].join(join);
}

/** `-600` where it was signed ten minutes ago, `+600` where in ten minutes, nothing where now. */
export function writeAge(ageS: number): string {
  if (ageS === 0) return "";
  return ageS > 0 ? ` - ${ageS}` : ` + ${-ageS}`;
}

/** Lines that are there, and those that are left out. */
export function lines(...all: readonly (string | false | null | readonly string[])[]): string {
  return all.flatMap((line) => (line === false || line === null ? [] : line)).join("\n");
}
