/** A kind of content that the bot would hide from an unverified customer. */
export type Warning = "email" | "phone" | "number" | "address" | "link";

/**
 * Returns what an agent's text contains that the bot would hide from an unverified customer. `known`: texts already in
 * the conversation, which reveal nothing new. It only warns, and may err: the agent decides.
 */
export function warnAbout(text: string, known: readonly string[]): Warning[] {
  const words = text.split(/[\s，。；、！？（）]/u).map(trimmed);
  const isNews = (one: string) => !known.some((said) => plain(said).includes(plain(one)));
  const found = new Set<Warning>();
  const phones = digitRuns(text).filter(isPhone);
  if (phones.some(isNews)) found.add("phone");
  const isOfPhone = (word: string) => phones.some((one) => plain(one).includes(plain(word)));
  for (const word of words) {
    if (isEmail(word)) {
      if (isNews(word)) found.add("email");
    } else if (isLink(word)) {
      if (isNews(word)) found.add("link");
    } else if (isOrderNumber(word) && !isOfPhone(word) && isNews(word)) found.add("number");
  }
  if (holdsAddress(text) && isNews(text)) found.add("address");
  return order.filter((one) => found.has(one));
}

const order: readonly Warning[] = ["email", "phone", "number", "address", "link"];

/** Removes the characters that separate parts of numbers and addresses. */
const plain = (text: string) => text.toLowerCase().replace(/[\s().#-]/g, "");

const marks = /[\p{L}\p{N}+]/u;

/** Returns a word without surrounding punctuation marks. */
function trimmed(word: string): string {
  const letters = [...word];
  const from = letters.findIndex((one) => marks.test(one));
  const to = letters.findLastIndex((one) => marks.test(one));
  return from < 0 ? "" : letters.slice(from, to + 1).join("");
}

function isEmail(word: string): boolean {
  const [name, host, ...more] = word.split("@");
  return !!name && !!host && more.length === 0 && host.includes(".");
}

const ends = /^(com|net|org|de|cn|es|eu|io|co|shop|store|info|me|ly|uk|us)$/;

function isLink(word: string): boolean {
  const small = word.toLowerCase();
  if (/^(https?:\/\/|www\.)/.test(small)) return true;
  const [host = ""] = small.split("/");
  const parts = host.split(".");
  return parts.length > 1 && parts.every((one) => one !== "") && ends.test(parts.at(-1) ?? "");
}

/** Six letters and digits or more, of which four are digits; a date, an amount or a phone with marks is none. */
function isOrderNumber(word: string): boolean {
  if (!/^[A-Z0-9][A-Z0-9-]*$/i.test(word) || isDate(word)) return false;
  const digits = word.replace(/\D/g, "");
  return digits.length >= 4 && plain(word).length >= 6 && !isMobile(digits);
}

const isDate = (word: string) =>
  /^(\d{4}[./-]\d\d?[./-]\d\d?|\d\d?[./-]\d\d?[./-]\d{4})$/.test(word);

/** Checks for a Chinese mobile number: no other eleven-digit number starts this way. */
const isMobile = (digits: string) => /^1[3-9]\d{9}$/.test(digits);

/** Returns runs of digits and the separators used in phone numbers. */
function digitRuns(text: string): string[] {
  const runs = text.match(/(?<![\p{L}\p{N}+(/.-])[+(\d][\d ()/.-]{6,24}/gu) ?? [];
  return runs.map((run) => run.slice(0, [...run].findLastIndex((one) => /\d/.test(one)) + 1));
}

function isPhone(run: string): boolean {
  const digits = run.replace(/\D/g, "");
  if (isDate(run.trim()) || digits.length < 7 || digits.length > 15) return false;
  if (run.startsWith("+") || isMobile(digits)) return true;
  const groups = run.split(/\D+/).filter(Boolean);
  return groups.length > 1 && groups.length < 6 && /^[(0\d]/.test(run);
}

/** Street words in the customers' languages: whole words, or word endings in German. */
const streetWord =
  /^(street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|square|terrace|calle|avenida|avda|plaza|paseo|carrer|rue|allée|chemin|rua|travessa|alameda)$/;
const streetEnd = /(straße|strasse|str|weg|platz|allee|gasse)$/;
/** Maximum number of words between a street and its house number. */
const nearWords = 4;

/** Checks for a street with a house number nearby, as written in those languages. */
function holdsAddress(text: string): boolean {
  if (/[路街道巷弄]/u.test(text) && /\d[号號弄室栋棟楼樓]/u.test(text)) return true;
  const words = text.toLowerCase().split(/[\s,]/).map(trimmed).filter(Boolean);
  return words.some((word, at) => {
    const isStreet = streetWord.test(word) || (word.length > 5 && streetEnd.test(word));
    const near = words.slice(Math.max(0, at - nearWords), at + nearWords + 1);
    return isStreet && near.some((one) => /^\d{1,5}[a-z]?$/.test(one));
  });
}
