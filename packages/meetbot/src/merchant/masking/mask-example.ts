import type { OrderNumberFormat } from "../../model/bot/order-number-format.ts";
import { findCued } from "../../recognition/find-private.ts";
import { MASK } from "./mask-text.ts";

/** A word that begins with a capital letter, as names are written in the languages that have such letters. */
const namePart = "\\p{Lu}[\\p{L}'’-]{0,30}";
const name = `${namePart}(?: ${namePart}){0,3}`;

/** What people say before their name, or before somebody's. Behind it a name may stand in small letters too. */
const introductions = [
  "my (?:full )?name is",
  "the name is",
  "name:",
  "me llamo",
  "mi nombre es",
  "ich hei(?:ß|ss)e",
  "mein name ist",
];

/** Where a name may follow or anything else: only what is written as one counts. */
const addresses = ["i am", "i'm", "i’m", "this is", "ich bin", "soy", "hier ist"];
const titles = ["mrs?\\.?", "ms\\.?", "miss", "dr\\.?", "herrn?", "frau", "sra?\\.?", "señora?"];
const greetings = ["(?:best |kind )?regards,?", "(?:viele |liebe |beste )?grüße,?", "saludos,?"];

const anyLetterCase = (words: readonly string[]) =>
  words
    .map((word) =>
      word.replace(/(?<!\\)[a-zäöüñ]/g, (letter) => `[${letter}${letter.toUpperCase()}]`),
    )
    .join("|");

const patterns = [
  `(?<=(?<!\\p{L})(?:${anyLetterCase(introductions)})[ \\n]{1,2})\\p{L}[\\p{L}'’-]{0,30}(?: ${namePart}){0,3}`,
  `(?<=(?<!\\p{L})(?:${anyLetterCase([...addresses, ...titles, ...greetings])})[ \\n]{1,2})${name}`,
  // 我叫王小明, 收件人：李雷, 王先生
  "(?<=我叫|我的名字是|名字叫|姓名是?[：: ]?|收件人是?[：: ]?|收貨人是?[：: ]?|收货人是?[：: ]?)\\p{Script=Han}{2,4}",
  "\\p{Script=Han}{1,2}(?=先生|女士|小姐|太太)",
].map((source) => new RegExp(source, "gu"));

/**
 * A sentence that is kept as an example keeps its words and loses whom it is about: emails, links, addresses,
 * whatever may be a number, and names by the words that stand around them. Unlike masked texts that are shown, no end of a number
 * stays. `format` is how the shop numbers its orders, where that is known.
 */
export function maskExample(text: string, format: OrderNumberFormat | null = null): string {
  let masked = "";
  let from = 0;
  for (const { start, end } of findCued(text, format)) {
    masked += text.slice(from, Math.max(from, start)) + MASK;
    from = Math.max(from, end);
  }
  masked += text.slice(from);
  return patterns.reduce((rest, pattern) => rest.replace(pattern, MASK), masked);
}
