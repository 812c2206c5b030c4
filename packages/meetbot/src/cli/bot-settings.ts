import { InvalidArgumentError } from "commander";
import type { IdentityPolicy, Locale, NumberAlone } from "../model/bot.ts";
import type { OrderNumberFormat } from "../model/order-number-format.ts";
import { InvalidSettingError } from "../settings/invalid-setting-error.ts";
import { readOrderNumberFormat } from "../settings/order-number-format.ts";
import { readConversationDays, readDays } from "../settings/read-days.ts";
import { readLanguages, readMenu, readOrigins } from "../settings/read-lists.ts";
import {
  readAccent,
  readContact,
  readEndpoint,
  readLinkPage,
  readName,
  readPageId,
  readTimeZone,
  readWelcome,
} from "../settings/read-setting.ts";

/** The options that set something about a bot: what the console's settings are, on the command line. */
export const botName = asOption(readName);
export const endpoint = asOption(readEndpoint);
export const pageId = asOption(readPageId);
/** What clears a setting is an empty text: commander takes `null` for no value at all. */
export const accent = asOption((value) => readAccent(value) ?? "");
export const contact = asOption((value) => readContact(value) ?? "");
export const welcome = asOption((value) => readWelcome(value) ?? "");
export const linkPage = asOption((value) => readLinkPage(value) ?? "");
export const timeZone = asOption(readTimeZone);
/** Lists are separated by commas. */
export const origins = asOption((value) => readOrigins(entries(value)));
export const languages = asOption((value) => readLanguages(entries(value)));
export const menu = asOption((value) => readMenu(entries(value)));

export const conversationDays = asOption((value) => readConversationDays(Number(value)));
/** An empty text: as long as the conversation. */
export const days = asOption((value) => (value.trim() === "" ? "" : readDays(Number(value))));

/** Reads how a shop numbers its orders; `none` is that it is not told, and an empty text. */
export const orderNumber = asOption((value): OrderNumberFormat | "" => {
  if (value.trim().toLowerCase() === "none") return "";
  return readOrderNumberFormat(value);
}, "none clears it.");

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

/** What commander understands: a value that cannot be is a wrong use of the option. */
function asOption<Setting>(read: (value: string) => Setting, hint = "") {
  return (value: string): Setting => {
    try {
      return read(value);
    } catch (error) {
      if (!(error instanceof InvalidSettingError)) throw error;
      throw new InvalidArgumentError([error.message, hint].join(" ").trim());
    }
  };
}

function entries(list: string): string[] {
  return list
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
}
