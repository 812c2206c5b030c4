import type { Order } from "@meetbot/protocol";
import { yearOf } from "./invent-shop.ts";
import type { SensitiveValue, SensitiveValues } from "./sensitive-value.ts";

/** A value that stands somewhere, and whether in an address of a page. */
export interface FoundValue {
  value: SensitiveValue;
  isInLink: boolean;
}

const links = /https?:\/\/[^\s"'<>\\)]+/g;

/** Numbers as any language writes them, with what parts thousands and cents; none of an id's digits. */
const writtenNumbers = /(?<![a-z\d_])\d(?:[.,'’\u00a0\u202f]?\d)+(?![a-z\d])/g;

/** A year, and not the whole part of an amount. */
const years = /(?<![a-z\d]|[a-z\d]-)20[3-9]\d(?![a-z\d]|[.,]\d)/g;

/** All values of any shop that stand in a text. */
export function readValues(
  text: string,
  { values, botId }: { values: SensitiveValues; botId: string | null },
): FoundValue[] {
  const inLinks = (text.match(links) ?? []).join(" ");
  const outside = text.replace(links, " ");
  return [
    ...wordsOf(outside, botId).map((word) => ({ word, isInLink: false })),
    ...wordsOf(inLinks, botId).map((word) => ({ word, isInLink: true })),
  ].flatMap(({ word, isInLink }) => {
    const value = values.get(word);
    return value ? [{ value, isInLink }] : [];
  });
}

function wordsOf(text: string, botId: string | null): string[] {
  const plain = text.normalize("NFKC").toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  // Chinese has no spaces: what is made up are Latin words in it.
  const latin = plain.match(/[a-z0-9]{4,}/g) ?? [];
  const numbers = (plain.match(writtenNumbers) ?? []).map((one) => one.replace(/\D/g, ""));
  const inYears = botId === null ? [] : (plain.match(years) ?? []);
  return [
    ...new Set([...words, ...latin, ...numbers, ...inYears.map((year) => yearOf(botId!, year))]),
  ];
}

/** Amounts of money in a text, in cents: with two digits behind a separator. */
export function readAmounts(text: string): number[] {
  const amounts = text
    .replace(links, " ")
    .normalize("NFKC")
    .match(/(?<![\d.,:])\d{1,3}(?:[.,'’\s]?\d{3})*[.,]\d\d(?![\d.,]*\d)/g);
  return (amounts ?? []).map((one) => Number(one.replace(/\D/g, ""))).filter((one) => one > 99_999);
}

/** Returns the numbers of orders that a sentence states in figures. */
export function readCounts(text: string): number[] {
  const told =
    /(?<![\d.,])(\d)\s?(?:orders\b|Bestellungen\b|pedidos\b|(?:个|個|笔|筆)?(?:订单|訂單))/gi;
  return Array.from(text.matchAll(told), ([, count]) => Number(count));
}

/** A date in a text as any language writes it with its year, when an order was placed on it. */
export function readDate(text: string, { timestamp }: Order): string | undefined {
  const at = new Date(Number(timestamp) * 1_000);
  const written = formats.map((format) => format.format(at));
  // "9 nov" is not in "29 nov".
  const isAt = (place: number) => place >= 0 && !/\d/.test(text[place - 1] ?? "");
  return written.find((one) => isAt(text.indexOf(one)));
}

const formats = ["en-US", "zh-CN", "zh-TW", "de-DE", "es-ES"].flatMap((tag) =>
  (["long", "medium"] as const).map(
    (dateStyle) => new Intl.DateTimeFormat(tag, { dateStyle, timeZone: "UTC" }),
  ),
);
