import { passwordRules } from "@meetbot/admin-api/limits/password-rules.ts";

/** The most common passwords of 12 characters and more that no other rule here finds. */
const common: ReadonlySet<string> = new Set(
  `0987654321qwerty 1234567890qwerty 123456789012 1234567890123 12345678901234 123456789012345
  123456789abc 1234qwerasdf 1234qwerasdfzxcv 123qweasdzxc 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc
  1qaz2wsx3edc4rfv 1qazxsw23edc 987654321012 abcdefghijkl abcdefghijklm abcdefghijklmnop
  administrator administrator1 asdfghjkl123 changeme1234 changemenow1 correcthorsebatterystaple
  football1234 iloveyou1234 iloveyou12345 iloveyouforever letmein12345 p@ssw0rd1234 qazwsxedcrfv
  qazwsxedc123 qwerty123456 qwerty1234567 qwerty12345678 qwertyuiop12 qwertyuiop123 qwertyuiop1234
  qwertyuiopas qwertyuiopasdfghjkl q1w2e3r4t5y6 unbelievable welcome12345 zaq12wsxcde3 zxcvbnm12345`.split(
    /\s+/,
  ),
);

/** A password with fewer characters than this besides known words is no secret: `meetbot-2026`. */
const tooFewBeside = 6;

/** No name or word that is shorter is looked for: it is in too much. */
const minWordLength = 3;

/**
 * Checks whether a password that is long enough is easy to guess: a short text repeated, only words for the person and
 * the product, or one of the most common passwords.
 */
export function isEasyPassword(password: string, who: { name: string; email: string }): boolean {
  const text = password.toLowerCase();
  return isRepeated(text) || common.has(text) || isOfWords(text, wordsOf(who));
}

/** The repeated part is shorter than the minimum password length, and occurs at least twice. */
function isRepeated(text: string): boolean {
  const maxOnce = Math.min(passwordRules.minPasswordLength - 1, Math.floor(text.length / 2));
  return Array.from({ length: maxOnce }, (_, at) => text.slice(0, at + 1)).some(
    (once) => once.repeat(Math.ceil(text.length / once.length)).slice(0, text.length) === text,
  );
}

function isOfWords(text: string, words: readonly string[]): boolean {
  const left = words.reduce((rest, word) => rest.replaceAll(word, ""), text);
  return left.length < text.length && left.length < tooFewBeside;
}

/** Returns the longest words first, so that none matches a part of another. */
function wordsOf({ name, email }: { name: string; email: string }): string[] {
  const [local = ""] = email.toLowerCase().split("@");
  const own = [name.toLowerCase(), local].flatMap((text) => [
    text,
    ...text.split(/[^\p{L}\p{N}]+/u),
  ]);
  return ["password", "meetbot", ...own]
    .filter((word) => word.length >= minWordLength)
    .sort((one, other) => other.length - one.length);
}
