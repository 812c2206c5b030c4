/** Which byte each character of a page of Windows-1252 was: Latin-1 with quotes and dashes in its gap. */
const byteOf = new Map<string, number>();
for (let byte = 0; byte < 256; byte += 1) {
  byteOf.set(String.fromCharCode(byte), byte);
  byteOf.set(new TextDecoder("windows-1252").decode(Uint8Array.of(byte)), byte);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Characters that plausibly occur alone in a text: European letters, punctuation and symbols. */
const likely = /[\u00a0-\u017f\u2010-\u2bff]/u;

/** Letters of other scripts normally appear next to others of the same script. */
const letters =
  /[\p{Script=Han}\p{Script=Kana}\p{Script=Hira}]{2}|[\p{Script=Hangul}]{2}|[\p{Script=Cyrl}]{2}|[\p{Script=Grek}]{2}|[\p{Script=Arab}]{2}|[\p{Script=Hebr}]{2}|[\p{Script=Thai}]{2}/u;

/**
 * Whether a text is certainly corrupted: a letter was lost, or its UTF-8 was read as Latin-1. Text that may be
 * intentional, such as `ROMÃ®`, passes.
 */
export function hasBrokenCharacters(text: string): boolean {
  return text.includes("\ufffd") || isMisread(text);
}

function isMisread(text: string): boolean {
  const bytes = Array.from(text, (character) => byteOf.get(character));
  if (!bytes.some((byte) => byte === undefined || byte > 127)) return false;
  if (bytes.includes(undefined)) return false;
  let meant: string;
  try {
    meant = utf8.decode(Uint8Array.from(bytes as number[]));
  } catch {
    return false;
  }
  // Nobody writes a lowercase letter after an uppercase one in an all-caps word.
  if (/[A-Z]{2}[\u00df-\u00ff]/.test(meant)) return false;
  return letters.test(meant) || isLikely(meant);
}

/** All that is no ASCII is likely: with one sign that is not, the text was no UTF-8. */
function isLikely(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is left out
  const others = text.replace(/[\x00-\x7f]/g, "");
  return Array.from(others).every((character) => likely.test(character));
}
