import type { MenuOffer } from "@meetbot/model/conversation/action.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { customerLocales } from "@meetbot/presentation";
import { InvalidSettingError } from "./invalid-setting-error.ts";
import { limits } from "./limits.ts";

/** All that a menu may offer. */
export const menuOffers = [
  "orders",
  "packages",
  "help",
  "person",
] as const satisfies readonly MenuOffer[];
/** All languages that a bot may speak, in their usual order. */
export const languageNames: readonly Locale[] = customerLocales;

/** The entries of a list as it is written on a command line, separated by commas. */
export function splitList(text: string): string[] {
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
}

/**
 * Parses the web origins whose pages may embed the chat. Throws an {@link InvalidSettingError} if a value is not
 * exactly an origin, or if there are too many.
 */
export function readOrigins(values: readonly string[]): string[] {
  const origins = new Set(values.map(readOrigin));
  if (origins.size <= limits.origins) return [...origins];
  throw new InvalidSettingError(`A bot has ${limits.origins} origins at most.`);
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

/**
 * Reads the languages that a bot speaks and returns them in their usual order. Throws an {@link InvalidSettingError} if
 * the list is empty or has a language that Meetbot does not support.
 */
export function readLanguages(values: readonly string[]): Locale[] {
  if (values.length > 0 && values.every((value) => languageNames.some((one) => one === value))) {
    return languageNames.filter((locale) => values.includes(locale));
  }
  throw new InvalidSettingError(`A bot speaks one or more of ${languageNames.join(", ")}.`);
}

/**
 * Parses the menu's offers in their order. Throws an {@link InvalidSettingError} if the list is empty or contains an
 * unknown offer.
 */
export function readMenu(values: readonly string[]): MenuOffer[] {
  const offers = [...new Set(values)].map((value) => menuOffers.find((offer) => offer === value));
  const isKnown = (offer: MenuOffer | undefined) => offer !== undefined;
  if (offers.length > 0 && offers.every(isKnown)) return offers.filter(isKnown);
  throw new InvalidSettingError(
    `A menu offers one or more of ${menuOffers.join(", ")}, in the order given.`,
  );
}
