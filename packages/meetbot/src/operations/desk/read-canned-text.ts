import type { CannedText } from "@meetbot/model/desk/canned-reply.ts";
import { cannedVariables, unknownVariablesIn } from "@meetbot/presentation";

/** What is wrong with a canned reply, in plain words. */
export interface CannedFault {
  field: "name" | "text";
  message: string;
}

/** Parses a canned reply as an operator wrote it. Normalizes its name to the form typed after a slash. */
export function readCannedText(given: CannedText): { text: CannedText } | { fault: CannedFault } {
  const name = given.name.normalize("NFC").trim().replace(/^\//, "").toLowerCase();
  if (name === "" || /[\s\p{Cc}\p{Cf}/]/u.test(name))
    return { fault: { field: "name", message: oneWord } };
  const unknown = unknownVariablesIn(given.text);
  if (unknown.length > 0) {
    return { fault: { field: "text", message: unknownVariable(unknown) } };
  }
  return { text: { ...given, name, text: given.text.normalize("NFC") } };
}

const oneWord =
  "The name has to be one word, without spaces, as it is typed behind the slash: refund-late, not refund late.";

const unknownVariable = (names: readonly string[]) =>
  `Nothing fills in ${names.map((name) => `{{${name}}}`).join(", ")}. There are: ${cannedVariables
    .map((name) => `{{${name}}}`)
    .join(" ")}.`;
