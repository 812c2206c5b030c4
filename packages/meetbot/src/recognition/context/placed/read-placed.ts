import type { PlacedSpan } from "@meetbot/model/conversation/recognition.ts";
import { readChineseSpan } from "./chinese.ts";
import { readEnglishSpan } from "./english.ts";
import { englishMonths } from "./names.ts";
import { chineseTimeParts, englishTimeWords, unknownTimeWords } from "./time-words.ts";

/** “Nov 20, 2026” is one date, and so is “20. November”. */
const withinDate = new RegExp(
  `\\n(?=20[0-3][0-9](?![0-9]))|(?<=[0-9])\\n(?=(?:${Object.keys(englishMonths).join("|")})(?![a-z]))`,
  "g",
);

/**
 * Returns when the customer placed the orders they mean; `null` if the text does not say. A time counts alone or next
 * to a word of buying: next to another word, it says when something arrives, or since when nothing has happened.
 */
export function readPlaced(text: string): PlacedSpan | null {
  const lines = text.replace(withinDate, " ").split("\n");
  for (const [at, line] of lines.entries()) {
    const isChinese = /\p{Script=Han}/u.test(line);
    const words = wordsFrom(lines, at);
    const span = isChinese ? readChinese(line) : readEnglish(words, lines.length === 1);
    if (span) return span;
  }
  return null;
}

/** The words of a line; of one that is a time alone, with those of the next: “Last month, how much did I spend?” */
function wordsFrom(lines: readonly string[], at: number): string[] {
  const words = lines[at]?.split(" ") ?? [];
  const next = lines[at + 1]?.split(" ") ?? [];
  if (!asksWhat.test(next[0] ?? "") || !words.some(isOfTime)) return words;
  const span = readEnglishSpan(words);
  return span?.start === 0 && span.end === words.length ? [...words, ...next] : words;
}

const unknownTime = new RegExp(
  `(?<![a-z])(?:since|before|after|during|until|in|last|this|over) (?:the |this |last )?(?:${unknownTimeWords.Latin.join("|")}|black friday|cyber monday)(?![a-z])|[春夏秋冬]天|${unknownTimeWords.Han.join("|")}`,
);
const ofBuying =
  /(?<![a-z])(?:ordered|orders|bought|purchase[ds]?|purchases|spen[dt]|paid)(?![a-z])|买了|花了|下了|消费|的订单|的单/;

/** Checks whether the text gives the time of the orders by a name whose dates are unknown. */
export const namesUnknownTime = (text: string): boolean =>
  unknownTime.test(text) &&
  text.split("\n").some((line) => unknownTime.test(line) && ofBuying.test(line));

/** Most lines have none of these words and are skipped. */
const englishTime = new Set(englishTimeWords);
const isOfTime = (word: string): boolean => englishTime.has(word) || isYear(word);
const isYear = (word: string): boolean => word.startsWith("20") && /^20[0-3][0-9]$/.test(word);
const chineseTime = new RegExp(chineseTimeParts.join("|"));

/** A time after one of these words is the time of the purchase. */
const bought =
  /^(?:ordered|orders|bought|purchase[ds]?|purchases|spent|spend|paid|placed|history)$/;

/** The same for these words, but only in a question: not in “if I buy today”. */
const buys = /^(?:order|buy|spend|make|pay|place|purchase|get)$/;

const asking = /^(?:did|do)$/;

const asksWhat = /^(?:how|what|which)$/;

const preposition = /^(?:from|of|in|on|since|before|after|between|until|till|during)$/;

/** How many words may come between the word and the time. */
const maxBetween = 6;

const maxWordsOfName = 5;

const arriving =
  /^(?:arriv[a-z]*|com(?:e|es|ing)|came|deliver[a-z]*|receiv[a-z]*|here|reach[a-z]*|back|refund[a-z]*|sent|ship[a-z]*|was|were|due|when)$/;

/** “And since October?”, “only the ones from May”. */
const beside =
  /^(?:and|or|what|how|about|only|just|the|ones?|my|show|me|those|these|please|ok|no|not|i|mean|meant|then)$/;

function readEnglish(words: readonly string[], isAll: boolean): PlacedSpan | null {
  const found = words.some(isOfTime) ? readEnglishSpan(words) : null;
  if (!found) return null;
  const { span, start, end } = found;
  const before = words.slice(Math.max(0, start - maxBetween), start);
  const at = before.findLastIndex((word) => bought.test(word) || buys.test(word));
  const between = before.slice(at + 1);
  const verb = before[at] ?? "";
  // Matches “my order from March”, but not “my order is pending since Friday” or “get my order today”.
  const isNear = verb === "order" && between.length === 0 && preposition.test(words[start] ?? "");
  const isAsked = buys.test(verb) && words.slice(0, start).some((word) => asking.test(word));
  const isBought = at >= 0 && (bought.test(verb) || isNear || isAsked);
  if (isBought && !between.some((word) => arriving.test(word))) return span;
  // “My November box”.
  const isMine = words[start - 1] === "my" && words.length <= maxWordsOfName;
  const next = words[end] ?? "";
  const isBoughtThen =
    bought.test(next) || (next === "spend" && words.some((word) => asking.test(word)));
  if (isMine || isBoughtThen || /^(?:orders?|purchases?)$/.test(next)) return span;
  // “Last month, how much did I spend?”
  const follows = words.slice(end);
  const isAskedThen =
    start === 0 &&
    asksWhat.test(next) &&
    follows.some((word) => bought.test(word) || buys.test(word));
  if (isAskedThen && !follows.some((word) => arriving.test(word))) return span;
  const rest = [...words.slice(0, start), ...words.slice(end)];
  return isAll && isNamed(span) && rest.every((word) => beside.test(word)) ? span : null;
}

const boughtThen =
  /^[^到送收发寄退能会]{0,6}(?:买|下单|下的|订的?|拍|花|消费|付|订单|的单|单子|购)/;

const ifBought = /要是|如果|假如/;

const besideChinese = /^(?:那|呢|的|有|还有|只|看|给我|我|吗|哪些|查|一下|单|个| )*$/;

function readChinese(line: string): PlacedSpan | null {
  const found = chineseTime.test(line) ? readChineseSpan(line) : null;
  if (!found || ifBought.test(line)) return null;
  const { span, start, end } = found;
  // “If I buy it today”: “today” is the day of the purchase only if the verb says so.
  const isToday = line.startsWith("今天", start) && !/^[^ ]{0,3}[的了过单]/.test(line.slice(end));
  if (isToday) return null;
  if (boughtThen.test(line.slice(end))) return span;
  return isNamed(span) && besideChinese.test(line.slice(0, start) + line.slice(end)) ? span : null;
}

/**
 * Checks whether a time is specific enough alone: “this year” or “today” is not; “October” and “since last month” are.
 */
function isNamed(span: PlacedSpan): boolean {
  const { within } = span;
  return within === undefined || "month" in within || "year" in within;
}
