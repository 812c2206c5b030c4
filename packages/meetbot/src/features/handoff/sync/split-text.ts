/** The same limit as for messages typed in the inbox. */
const maxMessageLength = 2_000;

/** More is no answer in a chat. */
const maxParts = 5;

/** Splits a text into chat messages of permitted length; a text that is far too long is cut and ends in a mark. */
export function splitText(text: string): string[] {
  const parts: string[] = [];
  let rest = wellFormed(text).trim();
  while (rest !== "" && parts.length < maxParts) {
    const end = endOf(rest);
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  if (rest !== "") parts.push(`${(parts.pop() ?? "").slice(0, maxMessageLength - 1)}…`);
  return parts;
}

/** PostgreSQL's text has neither a NUL nor half a character. */
const wellFormed = (text: string) => text.replaceAll("\0", "").toWellFormed();

/** Returns where to split: between two words if the second half contains a space. */
function endOf(text: string): number {
  if (text.length <= maxMessageLength) return text.length;
  const space = Math.max(
    text.lastIndexOf("\n", maxMessageLength),
    text.lastIndexOf(" ", maxMessageLength),
  );
  if (space > maxMessageLength / 2) return space;
  const isPair = /[\ud800-\udbff]/.test(text.charAt(maxMessageLength - 1));
  return isPair ? maxMessageLength - 1 : maxMessageLength;
}
