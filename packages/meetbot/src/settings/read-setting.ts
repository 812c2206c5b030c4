import { InvalidSettingError } from "./invalid-setting-error.ts";

/** A longer name than this would fill the first message. */
export const maxNameLength = 80;
export const maxContactLength = 300;
/** A first sentence, not a page; every channel takes it in one message. */
export const maxWelcomeLength = 500;
/** What is added to it still leaves it an address that every browser takes. */
export const maxLinkPageLength = 1000;

/** Reads the name by which a bot introduces itself. */
export function readName(value: string): string {
  const name = value.trim();
  if (name !== "" && name.length <= maxNameLength) return name;
  throw new InvalidSettingError(`A name has 1 to ${maxNameLength} characters.`);
}

/** Reads the URL of a merchant's webhook. */
export function readEndpoint(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password) {
    throw new InvalidSettingError(
      "An endpoint is an http or https URL without a name and password in it, such as https://shop.example.com/meetbot.",
    );
  }
  return url.href;
}

/** Reads any number or word by which the merchant knows the bot: it travels as `page_id`. */
export function readPageId(value: string): string {
  if (/^[\w.-]{1,64}$/.test(value)) return value;
  throw new InvalidSettingError("A page id has 1 to 64 letters, digits, dots, dashes or _.");
}

/** Reads the color of the chat window; an empty text is the window's own. */
export function readAccent(value: string): string | null {
  const color = value.trim().toLowerCase();
  if (/^(#[0-9a-f]{6})?$/.test(color)) return color || null;
  throw new InvalidSettingError("A color is # and six hexadecimal digits, such as #2f5bea.");
}

/** Reads where customers reach a person; an empty text is nowhere. */
export function readContact(value: string): string | null {
  const contact = value.trim();
  if (contact.length <= maxContactLength) return contact || null;
  throw new InvalidSettingError(`A contact has ${maxContactLength} characters at most.`);
}

/**
 * Control characters but the end of a line, and invisible ones that let a text look like another:
 * https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing. Emoji are joined by U+200D.
 */
const invisible = /(?!\n)\p{Cc}|(?!\u200d)\p{Cf}/u;

/** Reads the shop's own first sentence; an empty text is Meetbot's. */
export function readWelcome(value: string): string | null {
  const words = value.replaceAll("\r\n", "\n").trim();
  if (words.length > maxWelcomeLength || !words.isWellFormed() || invisible.test(words)) {
    throw new InvalidSettingError(
      `A welcome is plain text of ${maxWelcomeLength} characters at most, without control characters and without invisible ones.`,
    );
  }
  return words || null;
}

/** Reads the name of a time zone; its letter case does not matter. */
export function readTimeZone(value: string): string {
  const zone = value.trim();
  // Fixed offsets are understood by Node too, and have no summer time.
  if (/^[A-Za-z][\w+/-]*$/.test(zone)) {
    const canonical = canonicalZone(zone);
    if (canonical !== null) return sameWord(canonical, zone) ? canonical : zone;
  }
  throw new InvalidSettingError(
    "A time zone is an IANA name, such as Asia/Shanghai, America/New_York or UTC.",
  );
}

function canonicalZone(timeZone: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

const sameWord = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** So that what is signed in there is not read on the way; a shop on this machine is being tried. */
const thisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Reads the shop's page on which customers sign in; an empty text is none. */
export function readLinkPage(value: string): string | null {
  if (value.trim() === "") return null;
  const url = URL.parse(value.trim());
  const isSafe =
    url?.protocol === "https:" || (url?.protocol === "http:" && thisMachine.test(url.hostname));
  if (url && isSafe && !url.username && !url.password && url.href.length <= maxLinkPageLength) {
    return url.href;
  }
  throw new InvalidSettingError(
    `A link page is an https URL of ${maxLinkPageLength} characters at most, without a name and password in it, such as https://shop.example.com/link.`,
  );
}
