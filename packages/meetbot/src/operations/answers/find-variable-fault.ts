import { answerVariables } from "@meetbot/model/answers/answer-limits.ts";

const known = answerVariables.map((name) => `{${name}}`);
const inBraces = /\{[^{}]*\}/g;

/** Returns what is wrong with the variables of a text, or `null` if nothing. A brace always starts a variable. */
export function findVariableFault(text: string): string | null {
  const unknown = text.match(inBraces)?.find((found) => !known.includes(found));
  if (unknown !== undefined) {
    return `There is no variable ${unknown.slice(0, 60)}. Known are ${known.join(", ")}.`;
  }
  if (!/[{}]/.test(text.replace(inBraces, ""))) return null;
  return `A brace stands alone, and braces are for variables. Known are ${known.join(", ")}. Write it without the brace.`;
}
