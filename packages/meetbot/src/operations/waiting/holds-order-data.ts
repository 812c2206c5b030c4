/**
 * Checks whether an agent's reply could reveal something about an order that must not be sent to an unproved mailbox: a
 * number, an amount, a day, an email, a link, or what is on the customer's screen. When in doubt, returns true; the
 * customer then reads the reply in the chat.
 */
export function holdsOrderData(text: string, titles: readonly string[]): boolean {
  const plain = text.normalize("NFKC").toLowerCase();
  return telling.test(plain) || titles.some((title) => isNamed(plain, title));
}

/** Digits of any script, Chinese numerals next to a unit, an email, or a web address. */
const telling =
  /\p{N}|@|:\/\/|www\.|[$€£¥]|[一二三四五六七八九十百千两兩][月日号號天元块塊件点點]/u;

/** Shorter ones are in words that have nothing to do with them. */
const minLength = 3;

function isNamed(plain: string, title: string): boolean {
  const name = title.normalize("NFKC").trim().toLowerCase();
  return name.length >= minLength && plain.includes(name);
}
