import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import { findPersonal } from "./find-personal.ts";

/** The kind of data that a placeholder replaces. */
export type PrivateKind = "EMAIL" | "NUMBER" | "LINK" | "NAME" | "ADDRESS";

/** A part of an utterance that stays here. Offsets are the utterance's own. */
export interface PrivatePart {
  kind: PrivateKind;
  start: number;
  end: number;
}

const link = /(?<![\w.])(?:https?:\/\/|www\.)\S{1,400}/giu;

/** As people write them with the country before. */
const phone = /\+\p{Nd}[\p{Nd} ()./-]{5,24}\p{Nd}/gu;

/** House numbers and anything else of three digits or more; no command needs one. */
const digits = /\p{Nd}{3,}/gu;

/**
 * Matches a person's name after words that introduce it: at most three words, in any letter case, and none that starts
 * the rest of the sentence.
 */
const namedBefore =
  /(?:\bmy name(?:'s| is)|\bname(?:'s| is|:)|\b(?:in|under|on) the name(?: of)?|\bordered by|\baddressed to|\bi am called|\bcall me(?! (?:at|on|back|when|if|tomorrow|later|now|under|via|by|an?|the)\b)|\b(?:mr|mrs|ms|miss|dr)\b\.?|\bregards,?|\bme llamo|\bmi nombre es|\ba nombre de|\bich heiße|\bmein name ist|\bauf den namen|\bherr|\bfrau)\s{1,3}(\p{L}[\p{L}'’-]{0,30}(?: (?!(?:and|but|i|my|we|where|when|what|the|order|can|please|is|in|on|from|y|pero|und|aber)\b)\p{L}[\p{L}'’-]{0,30}){0,2})/giu;

/** After words that rarely introduce a name, matches only text that is written like a name. */
const namedLikely =
  /(?:\b[Ii]['’]m|\b[Ii] am|\b[Tt]his is|\b[Hh]ere is|\b[Ff]or|\b[Tt]o|\b(?:wife|husband|partner|mother|mom|mum|father|dad|sister|brother|son|daughter|friend|girlfriend|boyfriend|neighbor|neighbour|colleague|boss)|\b[Ss]oy|\b[Ii]ch bin|\b[Hh]ier ist|\b[Hh]errn|\b[Ss]ra?\.?|\b[Ss]eñora?|\b[Gg]rüße,?|\b[Ss]aludos,?)\s{1,3}(\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2})/gu;

/** Two words and more that are written like a name, in the middle of a sentence: brands too. */
const capitals = /(?<=[\p{Ll},;:] )\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){1,3}/gu;

/** “Lena Winter here, can I …” */
const presented =
  /^\s{0,4}(\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2})(?= (?:here|speaking)\b)/gu;

const handle = /(?<![\w@])@\w[\w.]{2,40}/gu;

/** Surnames that most people in China have: a name after 我是 begins with one. */
const surnames =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段漕钱汤尹黎易常武乔贺赖龚文張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭許呂蘇盧蔣賈葉閻鍾薑鄒陸龍萬錢湯";

const hanNamed = new RegExp(
  `(?:我叫|名字[是叫:：]|姓名[是为為:：]?|收[件货貨]人[是为為:：]?|联系人[是:：]?|聯絡人[是:：]?)\\s?(\\p{Script=Han}{2,4})|我是([${surnames}]\\p{Script=Han}{1,2})(?!\\p{Script=Han})|(?:我是|帮|給|给|找|寄给)([${surnames}]\\p{Script=Han}{1,2})(?=的|查|看|问|寄|发|买)|([${surnames}]\\p{Script=Han}{0,2})(?=先生|女士|小姐|太太)`,
  "gu",
);

const streets = [
  /\b\d{1,5}[a-z]?\s(?:[\p{L}.'’-]{1,30}\s){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|court|square|place|terrace|close)\b/giu,
  /(?<![\p{L}-])[\p{L}-]{2,40}(?:straße|strasse|str\.|weg|platz|allee|gasse)\s{0,2}\d{1,4}[a-z]?\b/giu,
  /\b(?:calle|avenida|plaza|paseo)\s(?:[\p{L}.'’-]{1,30}[ ,]{1,2}){1,5}\d{1,4}\b/giu,
  // A British postcode, and a Dutch one.
  /\b(?:[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}|\d{4}\s?[a-z]{2})\b/giu,
];

const hanClause = /[^，。,;；!！?？\s]{4,120}/gu;

/** A clause with two of these is an address. */
const hanPlaces = /[省市县區区镇鎮乡鄉村路街巷弄栋棟幢室]|号楼|號樓|小区|单元|\d\s?[号號]/gu;

/**
 * Finds what must not leave the machine: emails, numbers, links, names and addresses. Uses the general rules for emails
 * and numbers, and the surrounding words for names and addresses, so it misses a name or address that stands alone.
 */
export function findPrivate(text: string, format: OrderNumberFormat | null = null): PrivatePart[] {
  return joinOverlaps([...findCued(text, format), ...matches("NAME", text, capitals)]);
}

/** Finds the same, but names only by the words around them, so that brands, which look like names, stay. */
export function findCued(text: string, format: OrderNumberFormat | null = null): PrivatePart[] {
  const personal = findPersonal(text, format).map(({ kind, start, end }) => ({
    kind: kind === "email" ? ("EMAIL" as const) : ("NUMBER" as const),
    ...{ start, end },
  }));
  return joinOverlaps([
    ...matches("LINK", text, link),
    ...streets.flatMap((street) => matches("ADDRESS", text, street)),
    ...hanAddresses(text),
    ...personal,
    ...[phone, digits].flatMap((number) => matches("NUMBER", text, number)),
    ...[namedBefore, namedLikely, presented, hanNamed].flatMap((name) => groups(text, name)),
    ...matches("NAME", text, handle),
  ]);
}

function matches(kind: PrivateKind, text: string, pattern: RegExp): PrivatePart[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    ...{ kind, start: index, end: index + found.length },
  }));
}

/** A name is the part of a match that is caught. */
function groups(text: string, pattern: RegExp): PrivatePart[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const name = match.slice(1).find((group) => group !== undefined) ?? "";
    const start = match.index + match[0].lastIndexOf(name);
    return { kind: "NAME", start, end: start + name.length };
  });
}

function hanAddresses(text: string): PrivatePart[] {
  return matches("ADDRESS", text, hanClause).filter(({ start, end }) => {
    const clause = text.slice(start, end);
    return /\p{Script=Han}/u.test(clause) && (clause.match(hanPlaces) ?? []).length >= 2;
  });
}

/** Merges overlapping parts into one, of the kind that was found first. */
function joinOverlaps(found: readonly PrivatePart[]): PrivatePart[] {
  const joined: PrivatePart[] = [];
  for (const part of found.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (part.start === part.end) continue;
    if (!last || part.start >= last.end) joined.push({ ...part });
    else last.end = Math.max(last.end, part.end);
  }
  return joined;
}
