/** The variables that a canned reply may contain. */
export const cannedVariables = [
  "order.number",
  "order.status",
  "package.carrier",
  "package.tracking_url",
  "customer.name",
  "operator.name",
  "hours.next_open",
] as const;
export type CannedVariable = (typeof cannedVariables)[number];

/** The values known so far; an absent or null value is unknown. */
export type CannedValues = Partial<Record<CannedVariable, string | null>>;

/** A name in double braces; a shop's canned replies use these for nothing else. */
const place = /\{\{([^{}\n]{0,60})\}\}/g;

/** Longer values would be no words in a sentence. */
const maxValueLength = 500;

/**
 * Fills in a canned reply in one pass: it never looks for placeholders inside a value, whatever a shop or a customer
 * wrote into it. An unknown placeholder stays in the text, and a text with one must not be sent.
 */
export function fillCanned(text: string, values: CannedValues): string {
  return text.replace(place, (whole, inner: string) => {
    const name = inner.trim();
    const value = isKnown(name) ? values[name] : null;
    const plain = value ? asValue(name as CannedVariable, value) : "";
    return plain === "" ? whole : plain;
  });
}

/** Returns the unfilled placeholders of a text, without duplicates. A text with any must not be sent. */
export function unfilledIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(place), ([, inner = ""]) => inner.trim()))];
}

/** Returns the known variables in a canned reply. */
export function cannedVariablesIn(text: string): CannedVariable[] {
  return unfilledIn(text).filter(isKnown);
}

/** Returns the unknown variables in a canned reply, such as misspelt names. */
export function unknownVariablesIn(text: string): string[] {
  return unfilledIn(text).filter((name) => !isKnown(name));
}

const isKnown = (name: string): name is CannedVariable =>
  cannedVariables.some((known) => known === name);

/**
 * Returns the value as one line of plain text, without variables and without characters that hide or reverse the text
 * around them.
 */
function asValue(name: CannedVariable, value: string): string {
  const plain = value
    .replace(/\s/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .replace(/[{}]/g, "")
    .trim()
    .slice(0, maxValueLength);
  if (name !== "package.tracking_url") return plain;
  return /^https?:\/\/\S+$/.test(plain) ? plain : "";
}
