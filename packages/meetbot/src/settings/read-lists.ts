import type { MenuOffer } from "../model/action.ts";
import type { Locale } from "../model/bot.ts";
import { InvalidSettingError } from "./invalid-setting-error.ts";

/** All of them stand in one header of each chat page. */
export const maxOrigins = 50;

export const menuOffers: readonly MenuOffer[] = ["orders", "packages", "help", "person"];
export const locales: readonly Locale[] = ["en", "zh"];

/** Reads web origins whose pages may chat. */
export function readOrigins(values: readonly string[]): string[] {
  const origins = new Set(values.map(readOrigin));
  if (origins.size <= maxOrigins) return [...origins];
  throw new InvalidSettingError(`A bot has ${maxOrigins} origins at most.`);
}

function readOrigin(value: string): string {
  const entry = value.trim();
  const url = URL.canParse(entry) ? new URL(entry) : null;
  const isExact = url?.origin === entry.toLowerCase() && !entry.includes("*");
  if (url && url.origin !== "null" && isExact) return url.origin;
  throw new InvalidSettingError(
    `An origin is scheme, host and port, such as https://shop.example.com, without a path or a wildcard. This is none: ${entry}`,
  );
}

/** Reads the languages that a bot speaks, in their usual order. */
export function readLanguages(values: readonly string[]): Locale[] {
  if (values.length > 0 && values.every((value) => locales.some((one) => one === value))) {
    return locales.filter((locale) => values.includes(locale));
  }
  throw new InvalidSettingError("A bot speaks one or more of en, zh.");
}

/** Reads what a menu offers, in its order. */
export function readMenu(values: readonly string[]): MenuOffer[] {
  const offers = [...new Set(values)].map((value) => menuOffers.find((offer) => offer === value));
  const isKnown = (offer: MenuOffer | undefined) => offer !== undefined;
  if (offers.length > 0 && offers.every(isKnown)) return offers.filter(isKnown);
  throw new InvalidSettingError(
    `A menu offers one or more of ${menuOffers.join(", ")}, in the order given.`,
  );
}
