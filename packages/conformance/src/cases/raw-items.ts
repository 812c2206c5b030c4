import { isWebUrl } from "@meetbot/protocol";
import type { Sent } from "../inspection/inspection.ts";

/** Keys that the protocol ignores everywhere. */
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** Tags and entities of HTML, and characters that cannot be seen. A size as in “<M>” is no tag. */
const markup =
  /<\/[a-z][^<>]*>|<[a-z][^<>=]*=[^<>]*>|<(?:[abipqu]|abbr|big|blockquote|body|br|button|center|code|dd|del|div|dl|dt|em|embed|font|form|h[1-6]|head|hr|html|iframe|img|input|ins|label|li|link|mark|meta|nobr|object|ol|option|pre|script|select|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|th|thead|title|tr|tt|ul|video|wbr)(?:[\s/][^<>]*)?>|&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});|[\p{Cc}\u202a-\u202e\u2066-\u2069]/iu;

/** The items of a list as JSON has them: numbers stay numbers, however many digits that costs. */
export function rawItems(sent: Sent, key: "orders" | "packages"): Record<string, unknown>[] {
  const body = parseRaw(sent);
  const items = (body as Record<string, unknown> | null)?.[key];
  return Array.isArray(items) ? items : [];
}

/** The first key that reaches a prototype when a careless program copies it. */
export function forbiddenKeyIn(sent: Sent): string | null {
  let found: string | null = null;
  parseRaw(sent, (key, value) => {
    if (forbidden.has(key)) found = key;
    return value;
  });
  return found;
}

/** Whether a customer can follow a link safely: https, and nothing before its host. */
export function isPlainLink(value: unknown): boolean {
  return typeof value === "string" && /^https:/i.test(value) && isWebUrl(value);
}

/** Whether a text displays as intended: without tags, entities and invisible characters. */
export function isPlainText(text: string): boolean {
  return !markup.test(text);
}

/** Returns all strings in an item at any depth, each with its JSON Pointer; links and numbers in strings count too. */
export function textsOf(value: unknown, pointer: string): [pointer: string, text: string][] {
  if (typeof value === "string") return [[pointer, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, `${pointer}/${key}`));
}

function parseRaw({ outcome }: Sent, look?: (key: string, value: unknown) => unknown): unknown {
  if (outcome.kind !== "received") return null;
  try {
    return JSON.parse(outcome.text, look);
  } catch {
    return null;
  }
}
