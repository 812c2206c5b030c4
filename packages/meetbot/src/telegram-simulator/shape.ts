import { badRequest } from "./api-fault.ts";

/** Checks a value and throws what is wrong with it; `path` is its position. */
export type TelegramCheck = (value: unknown, path: string) => void;

export type Fields = Record<string, unknown>;

/**
 * Checks for an object with these keys. Telegram silently ignores other keys; the simulator refuses them, because
 * nobody would notice a misspelled key otherwise.
 */
export function object(
  required: Record<string, TelegramCheck>,
  optional: Record<string, TelegramCheck> = {},
): TelegramCheck {
  const known = { ...required, ...optional };
  return (value, path) => {
    const fields = fieldsOf(value, path);
    for (const key of Object.keys(fields)) {
      if (!Object.hasOwn(known, key)) throw badRequest(`unknown field ${path}.${key}`);
    }
    for (const key of Object.keys(required)) {
      if (fields[key] === undefined) throw badRequest(`field ${path}.${key} is required`);
    }
    for (const [key, field] of Object.entries(fields)) known[key]?.(field, `${path}.${key}`);
  };
}

/** Checks the length of a text in UTF-16 units, the strictest interpretation. */
export function text({ min = 1, max }: { min?: number; max: number }): TelegramCheck {
  return (value, path) => {
    if (typeof value !== "string") throw must(path, "be a String");
    if (!value.isWellFormed()) throw badRequest("strings must be encoded in UTF-8");
    if (value.trim().length < min) throw badRequest(`${nameOf(path)} is empty`);
    if (value.length > max) throw badRequest(`${nameOf(path)} is too long`);
  };
}

/** Checks an array: its length and each of its items. */
export function list(
  item: TelegramCheck,
  { min = 0, max }: { min?: number; max: number },
): TelegramCheck {
  return (value, path) => {
    if (!Array.isArray(value)) throw must(path, "be of type Array");
    if (value.length < min || value.length > max)
      throw must(path, `have ${min} to ${max} elements`);
    for (const [index, one] of value.entries()) item(one, `${path}[${index}]`);
  };
}

/** Checks for one of these values. */
export function oneOf(...words: unknown[]): TelegramCheck {
  return (value, path) => {
    if (!words.includes(value)) throw must(path, `be one of ${words.join(", ")}`);
  };
}

/** Checks for a text of this form; `fault` is Telegram's error for any other. */
export function matching(pattern: RegExp, fault: string): TelegramCheck {
  return (value) => {
    if (typeof value !== "string" || !pattern.test(value)) throw badRequest(fault);
  };
}

/** Combines several checks of the same value. */
export function all(...checks: TelegramCheck[]): TelegramCheck {
  return (value, path) => {
    for (const check of checks) check(value, path);
  };
}

/** Checks that exactly one of these keys is present. */
export function exactlyOne(...keys: string[]): TelegramCheck {
  return (value, path) => {
    const given = keys.filter((key) => fieldsOf(value, path)[key] !== undefined);
    if (given.length !== 1) throw must(path, `have exactly one of ${keys.join(", ")}`);
  };
}

/** Checks for an integer, or one as a text, since forms carry only text. Throws an `ApiFault` for anything else. */
export const integer: TelegramCheck = (value, path) => {
  const isText = typeof value === "string" && /^-?\d{1,16}$/.test(value);
  if (!isText && !Number.isSafeInteger(value)) throw must(path, "be a valid Integer");
};

/** Checks for a number, or one as a text, since forms carry only text. Throws an `ApiFault` for anything else. */
export const decimal: TelegramCheck = (value, path) => {
  const isText = typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value);
  if (!isText && typeof value !== "number") throw must(path, "be a Float");
};

export const flag = oneOf(true, false, "true", "false");

/** Checks for a URL that Telegram opens: its host has a dot or is an IPv6 address. Throws an `ApiFault` otherwise. */
export const webUrl: TelegramCheck = (value) => {
  const { hostname = "" } = typeof value === "string" && URL.canParse(value) ? new URL(value) : {};
  if (!/^https?:\/\//i.test(String(value)) || !/[.:]/.test(hostname)) {
    throw badRequest("inline keyboard button URL is invalid: Wrong HTTP URL");
  }
};

/** Returns the value as an object, at any depth of a call. Throws an `ApiFault` if it is not an object. */
export function fieldsOf(value: unknown, path: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw must(path, "be an Object");
  }
  return value as Fields;
}

/** Texts of a message are called "message text" in Telegram's own words. */
function nameOf(path: string): string {
  const name = path.split(".").at(-1) ?? path;
  return name === "text" || name === "caption" ? `message ${name}` : path;
}

function must(path: string, what: string) {
  return badRequest(`field ${path} must ${what}`);
}
