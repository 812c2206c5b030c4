import type {
  AccountKind,
  IdentityPolicy,
  MessengerHandover,
  NumberAlone,
  RatingRule,
} from "@meetbot/model/bot/bot.ts";
import { assignmentWays } from "@meetbot/model/desk/colleague.ts";
import { connectorNameOf } from "./connector-endpoint.ts";
import { InvalidSettingError } from "./invalid-setting-error.ts";
import { limits } from "./limits.ts";
import { languageNames } from "./read-lists.ts";

/** All policies, in the order in which they are listed. */
export const policies = ["ladder", "code", "off"] as const satisfies readonly IdentityPolicy[];
/** All rules for a number alone, likewise. */
export const numberAloneRules = [
  "auto",
  "never",
  "always",
] as const satisfies readonly NumberAlone[];

/** All kinds of accounts, likewise. */
export const accountKinds = ["email", "phone", "both"] as const satisfies readonly AccountKind[];

/** Whom a bot may ask how satisfied they are, likewise. */
export const ratingRules = ["off", "person", "all"] as const satisfies readonly RatingRule[];

/** All places where agents can answer Messenger conversations, likewise. */
export const messengerHandovers = ["inbox", "page"] as const satisfies readonly MessengerHandover[];

/** Makes a parser accept `null`, which it returns unchanged. */
export function orNull<Given, Read>(
  read: (given: Given) => Read,
): (given: Given | null) => Read | null {
  return (given) => (given === null ? null : read(given));
}

/** Reads how much customers must prove. */
export const readPolicy = oneOf(policies, "A policy is ladder, code or off.");

/** Parses whether an order number alone is enough to show the order's contents. */
export const readNumberAlone = oneOf(
  numberAloneRules,
  "Whether a number alone suffices is auto, never or always.",
);

/** Parses which kind of account identifies customers. */
export const readAccountKind = oneOf(accountKinds, "Customers are found by email, phone or both.");

/** Reads in which inbox people answer on Messenger. */
export const readMessengerHandover = oneOf(
  messengerHandovers,
  "People answer on Messenger in the inbox or the page.",
);

/** Reads how waiting conversations are assigned. */
export const readAssignment = oneOf(
  assignmentWays,
  "Whose a waiting conversation is to be is said by hand (manual) or in turn (round_robin).",
);

/** Reads which customers the bot asks for a rating. */
export const readRatingRule = oneOf(
  ratingRules,
  "Who is asked for a rating is off, person or all.",
);

/** Parses a switch. Throws an {@link InvalidSettingError} if the value is neither on nor off. */
export function readSwitch(given: boolean): boolean {
  if (typeof given === "boolean") return given;
  throw new InvalidSettingError("It is on or off.");
}

/** Reads the bot's own language. */
export const readLocale = oneOf(languageNames, `A language is one of ${languageNames.join(", ")}.`);

function oneOf<Value extends string>(values: readonly Value[], howToWrite: string) {
  return (given: string): Value => {
    const value = values.find((one) => one === given);
    if (value !== undefined) return value;
    throw new InvalidSettingError(howToWrite);
  };
}

/**
 * Parses the name by which a bot introduces itself. Throws an {@link InvalidSettingError} if the name is empty or too
 * long.
 */
export function readName(value: string): string {
  const name = value.trim();
  if (name !== "" && name.length <= limits.nameLength) return name;
  throw new InvalidSettingError(`A name has 1 to ${limits.nameLength} characters.`);
}

/**
 * Parses the URL of a merchant's webhook, or the name of a connector that replaces one. Throws an {@link
 * InvalidSettingError} if the value is neither, or if the URL contains a password.
 */
export function readEndpoint(value: string): string {
  if (connectorNameOf(value) !== null) return value;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password) {
    throw new InvalidSettingError(
      "An endpoint is an http or https URL without a name and password in it, such as https://shop.example.com/meetbot; or connector: and the name of a platform.",
    );
  }
  return url.href;
}

/**
 * Parses the number or word by which the merchant identifies the bot, sent as `page_id`. Throws an {@link
 * InvalidSettingError} if the value is empty, too long, or has other characters in it.
 */
export function readPageId(value: string): string {
  if (/^[\w.-]+$/.test(value) && value.length <= limits.pageIdLength) return value;
  throw new InvalidSettingError(
    `A page id has 1 to ${limits.pageIdLength} letters, digits, dots, dashes or _.`,
  );
}

/**
 * Parses the color of the chat window; an empty text selects the default color. Throws an {@link InvalidSettingError}
 * if the value is not # and six hexadecimal digits.
 */
export function readAccent(value: string): string | null {
  const color = value.trim().toLowerCase();
  if (/^(#[0-9a-f]{6})?$/.test(color)) return color || null;
  throw new InvalidSettingError("A color is # and six hexadecimal digits, such as #2f5bea.");
}

/**
 * Parses how customers can contact a person; an empty text means that they cannot. Throws an {@link
 * InvalidSettingError} if the text is too long.
 */
export function readContact(value: string): string | null {
  const contact = value.trim();
  if (contact.length <= limits.contactLength) return contact || null;
  throw new InvalidSettingError(`A contact has ${limits.contactLength} characters at most.`);
}

/**
 * Control characters but the end of a line, and invisible ones that let a text look like another:
 * https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing. Emoji are joined by U+200D.
 */
const invisible = /(?!\n)\p{Cc}|(?!\u200d)\p{Cf}/u;

/** Whether a text contains no invisible or malformed characters, so that it can be shown to customers. */
export const isPlainText = (text: string): boolean => text.isWellFormed() && !invisible.test(text);

/**
 * Parses the shop's own welcome sentence; an empty text selects Meetbot's. Throws an {@link InvalidSettingError} if the
 * text is too long or has invisible characters in it.
 */
export function readWelcome(value: string): string | null {
  const words = value.replaceAll("\r\n", "\n").trim();
  if (words.length > limits.welcomeLength || !isPlainText(words)) {
    throw new InvalidSettingError(
      `A welcome is plain text of ${limits.welcomeLength} characters at most, without control characters and without invisible ones.`,
    );
  }
  return words || null;
}

/** Parses the name of a time zone, ignoring case. Throws an {@link InvalidSettingError} if IANA has no such name. */
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

/**
 * Hosts allowed without https, so that a shop can be tried on this machine. All others need it, so that nobody can
 * intercept a sign-in.
 */
const thisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Parses the URL of the shop page where customers sign in; returns `null` for empty text. Throws an {@link
 * InvalidSettingError} if the URL is not https, is too long or contains a password.
 */
export function readLinkPage(value: string): string | null {
  if (value.trim() === "") return null;
  const url = URL.parse(value.trim());
  const isSafe =
    url?.protocol === "https:" || (url?.protocol === "http:" && thisMachine.test(url.hostname));
  if (url && isSafe && !url.username && !url.password && url.href.length <= limits.linkPageLength) {
    return url.href;
  }
  throw new InvalidSettingError(
    `A link page is an https URL of ${limits.linkPageLength} characters at most, without a name and password in it, such as https://shop.example.com/link.`,
  );
}
