import { type CustomerLocale, identifyLanguage } from "@meetbot/presentation";
import type { Order, Package } from "@meetbot/protocol";
import type { Evidence } from "./levels.ts";

/**
 * Returns an order whose words beside a code are in the customer's language, or left out: nobody reads two languages on
 * one card, and the code shows the stage. `asked`: the language that Meetbot requested from the webhook.
 */
export function orderInOneLanguage(
  order: Order,
  asked: string | undefined,
  { locale }: Evidence,
): Order {
  const { status, status_code: code } = order;
  return code && !isReadable(status, asked, locale) ? { ...order, status: code } : order;
}

/** Returns a package and its events in one language. */
export function packageInOneLanguage(
  pkg: Package,
  asked: string | undefined,
  { locale }: Evidence,
): Package {
  const { package_status: status, package_status_code: code, events } = pkg;
  const told = events?.map(({ text, ...event }) =>
    event.code && text && !isReadable(text, asked, locale)
      ? event
      : { ...event, ...(text && { text }) },
  );
  return {
    ...pkg,
    ...(code && !isReadable(status, asked, locale) && { package_status: code }),
    ...(told && { events: told }),
  };
}

/** Checks whether words are in the customer's language, as far as can be determined. */
function isReadable(words: string, asked: string | undefined, locale: string | undefined): boolean {
  if (locale === undefined) return true;
  if (asked !== undefined && asked !== locale) return false;
  const own = asked as CustomerLocale | undefined;
  const { locale: found, isOther } = identifyLanguage(words.toLowerCase(), {
    ...{ written: words, ...(own && { before: own }) },
  });
  // A webhook may ignore the requested language, so text is dropped only if it is certainly in another one.
  return !isOther && (found ?? own) === locale;
}
