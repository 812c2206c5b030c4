import { has, isAbsent, readFields } from "./fields/read-fields.ts";

/** Who reads the answer: sent only to a webhook that declared it. */
export interface QueryContext {
  /** BCP 47: the language in which Meetbot writes to the customer. */
  locale: string;
  /** IANA name of the zone in which the customer reads moments. */
  timeZone?: string;
}

/** The longest language tag, and the longest name of a zone, with room to spare. */
const maxCharacters = 64;

/** Reads `context`. Treats malformed values as absent, because no query depends on them. Never throws. */
export function readContext(value: unknown): { context?: QueryContext } {
  if (isAbsent(value) || typeof value !== "object" || Array.isArray(value)) return {};
  const fields = readFields(value, "/context");
  const [locale, timeZone] = ["locale", "time_zone"].map((key) => {
    const text = has(fields, key) ? fields.values[key] : undefined;
    return typeof text === "string" && text.length <= maxCharacters ? text : undefined;
  });
  if (locale === undefined || !/^[A-Za-z]{2,8}(-[A-Za-z\d]{1,8})*$/.test(locale)) return {};
  const zone = timeZone !== undefined && /^[\w+/-]+$/.test(timeZone) ? { timeZone } : {};
  return { context: { locale, ...zone } };
}
