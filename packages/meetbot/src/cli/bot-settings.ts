import { InvalidArgumentError } from "commander";
import type { Bot, IdentityPolicy, Locale, NumberAlone } from "../model/bot.ts";
import { writeOrderNumberFormat } from "./order-number-format.ts";

/** A longer name than this would fill the first message. */
const maxNameLength = 80;

/** Reads the name by which a bot introduces itself. */
export function botName(value: string): string {
  const name = value.trim();
  if (name !== "" && name.length <= maxNameLength) return name;
  throw new InvalidArgumentError(`A name has 1 to ${maxNameLength} characters.`);
}

/** Reads the URL of a merchant's webhook. */
export function endpoint(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password) {
    throw new InvalidArgumentError(
      "An endpoint is an http or https URL without a name and password in it, such as https://shop.example.com/meetbot.",
    );
  }
  return url.href;
}

/** Reads a comma-separated list of web origins; an empty text is an empty list. */
export function origins(value: string): string[] {
  const entries = value.split(",").map((entry) => entry.trim());
  return entries.filter(Boolean).map((entry) => {
    const url = URL.canParse(entry) ? new URL(entry) : null;
    const isExact = url?.origin === entry.toLowerCase() && !entry.includes("*");
    if (!url || url.origin === "null" || !isExact) {
      throw new InvalidArgumentError(
        `An origin is scheme, host and port, such as https://shop.example.com, without a path or a wildcard. This is none: ${entry}`,
      );
    }
    return url.origin;
  });
}

/** Reads the color of the chat window; an empty text is the window's own. */
export function accent(value: string): string {
  const color = value.trim().toLowerCase();
  if (/^(#[0-9a-f]{6})?$/.test(color)) return color;
  throw new InvalidArgumentError("A color is # and six hexadecimal digits, such as #2f5bea.");
}

export function policy(value: string): IdentityPolicy {
  if (value === "ladder" || value === "code" || value === "off") return value;
  throw new InvalidArgumentError("A policy is ladder, code or off.");
}

export function numberAlone(value: string): NumberAlone {
  if (value === "auto" || value === "never" || value === "always") return value;
  throw new InvalidArgumentError("Whether a number alone suffices is auto, never or always.");
}

export function locale(value: string): Locale {
  if (value === "en" || value === "zh") return value;
  throw new InvalidArgumentError("A language is en or zh.");
}

/** Any number or word by which the merchant knows the bot: it travels as `page_id`. */
export function pageId(value: string): string {
  if (/^[\w.-]{1,64}$/.test(value)) return value;
  throw new InvalidArgumentError("A page id has 1 to 64 letters, digits, dots, dashes or _.");
}

/** A bot as the command line shows it, with the names of the options that change it. */
export function toPublic(bot: Bot) {
  return {
    bot_id: bot.id,
    name: bot.name,
    page_id: bot.pageId,
    endpoint: bot.endpoint,
    policy: bot.policy,
    number_alone: bot.numberAlone,
    order_number: bot.orderNumberFormat && writeOrderNumberFormat(bot.orderNumberFormat),
    contact: bot.contact,
    accent: bot.accent,
    locale: bot.locale,
    origins: bot.origins,
    demo: bot.demo,
  };
}

export type PublicBot = ReturnType<typeof toPublic>;
