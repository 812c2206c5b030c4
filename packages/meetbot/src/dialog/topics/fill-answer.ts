import { type AnswerVariable, answerVariables } from "@meetbot/model/answers/answer-limits.ts";

/**
 * The values for a text's placeholders, as far as this customer may see them; `null` if the value is hidden or unknown.
 */
export type AnswerValues = Record<AnswerVariable, string | null>;

const place = /\{([^{}]*)\}/g;

/** Control characters except line ends, and invisible characters except those that join emoji. */
const invisible = /(?!\n)\p{Cc}|(?!\u200d)\p{Cf}/gu;

const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });

/** Whether a text speaks of one order. */
export function speaksOfOrder(text: string): boolean {
  return [...text.matchAll(place)].some(([, name]) => name?.trim().startsWith("order."));
}

/**
 * Fills the placeholders in a shop's text with what this customer may see. Leaves out a sentence that cannot be filled
 * in, so that nobody reads a brace or a gap. Empty if nothing is left.
 */
export function fillAnswer(text: string, values: AnswerValues): string {
  const visible = text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(invisible, "");
  const said = visible.split("\n").map((line) => fillLine(line, values));
  return said
    .filter((line) => line !== null)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Returns the filled line; `null` when the line had words but none of its sentences can be sent. */
function fillLine(line: string, values: AnswerValues): string | null {
  const kept = inSentences(line).filter((sentence) => isKnown(sentence, values));
  if (line.trim() !== "" && kept.length === 0) return null;
  // Fills in one pass, so that braces in a value are not treated as a placeholder.
  const filled = kept
    .join("")
    .replace(place, (_, name: string) => (valueAt(name, values) ?? "").replace(invisible, ""));
  return filled.trimEnd();
}

/** A dot after an abbreviation ends no sentence; a place begins one as a word with a capital does. */
function inSentences(line: string): string[] {
  const words = line.replace(place, (one) => "X".repeat(one.length));
  const whole: string[] = [];
  for (const { segment, index } of sentences.segment(words)) {
    const piece = line.slice(index, index + segment.length);
    const before = whole.at(-1) ?? "";
    if (piece.startsWith("{") && abbreviation.test(before))
      whole[whole.length - 1] = before + piece;
    else whole.push(piece);
  }
  return whole;
}

/** “e.g. ”, “No. ”, “Bestell-Nr. ”: the text after an abbreviation belongs to the same sentence. */
const abbreviation = /(?:^|[\s(.-])\p{L}{1,3}\.\s*$/u;

const isKnown = (sentence: string, values: AnswerValues) =>
  [...sentence.matchAll(place)].every(([, name = ""]) => valueAt(name, values) !== null);

function valueAt(name: string, values: AnswerValues): string | null {
  const known = answerVariables.find((one) => one === name.trim());
  return known ? values[known] || null : null;
}
