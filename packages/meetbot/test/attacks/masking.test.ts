import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readOrderNumberFormat } from "@meetbot/admin-api/settings/order-number-format.ts";
import fc from "fast-check";
import { maskBody } from "../../src/merchant/masking/mask-body.ts";
import { maskText, maskUrl } from "../../src/merchant/masking/mask-text.ts";
import { recognize } from "../../src/recognition/recognize.ts";
import { normalize } from "../../src/recognition/text/normalize.ts";
import { maskReply } from "../../src/server/admin-api/conversations/mask-reply.ts";

// A viewer may read messages but not whom they concern. In whatever form the bot understands an address or a number,
// nobody may read it where names are masked.

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const between = (sign: string) => (text: string) => Array.from(text).join(sign);
const inMathLetters = (text: string) =>
  text.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d5ba + letter.charCodeAt(0) - 97));

/** Ways to write a sign of an address, or any of its letters and digits. */
const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  fullWidth,
  inMathLetters,
  between("\u200b"),
  between("\u00ad"),
  between("\u2060"),
  between("\ufe0f"),
  between("\u{e0020}"),
];
const ats = [
  "@",
  "＠",
  "﹫",
  " @ ",
  "(at)",
  " (at) ",
  "[at]",
  "{at}",
  "（at）",
  " at ",
  "艾特",
  "小老鼠",
  " 圈a ",
  "\u200b@\u200b",
];
const dots = [".", "．", "﹒", " dot ", "(dot)", " [dot] ", "点", " 点 ", "(点)"];
const leads = [
  "",
  "my email is ",
  "where is my order? ",
  "我的邮箱是",
  "郵箱：",
  "write to <",
  "“",
  "\u202e",
  "1) ",
];
const ends = ["", " please", "，谢谢", "。", ">", "”", ", thanks!", " 查一下"];

const letters = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(..."bcdfghjklmnpqrstvwz"), minLength: min, maxLength: max });
const digits = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: min, maxLength: max });

const email = fc
  .record({
    local: letters(5, 9),
    host: fc.oneof(fc.constantFrom("gmail", "qq", "outlook"), letters(5, 9)),
    at: fc.constantFrom(...ats),
    dot: fc.constantFrom(...dots),
    lead: fc.constantFrom(...leads),
    end: fc.constantFrom(...ends),
    spell: fc.constantFrom(...spellings),
  })
  .map(({ local, host, at, dot, lead, end, spell }) => ({
    secret: local,
    text: `${lead}${spell(local)}${at}${spell(host)}${dot}${spell("com")}${end}`,
  }));

const separators = ["", " ", "-", "\u00a0", "\u3000", "\u200b"];
const words = [
  "",
  "order",
  "order ",
  "abc#",
  "my order number is ",
  "订单号",
  "单号：",
  "tracking ",
  "快递单号 ",
  "#",
  "where is ",
];
const number = fc
  .record({
    prefix: fc.constantFrom("", "MB", "SO-", "so", "UPS", "1Z"),
    groups: fc.array(digits(3, 5), { minLength: 1, maxLength: 4 }),
    separator: fc.constantFrom(...separators),
    word: fc.constantFrom(...words),
    end: fc.constantFrom(...ends),
    spell: fc.constantFrom(...spellings),
  })
  .map(({ prefix, groups, separator, word, end, spell }) => ({
    text: `${word}${spell(prefix)}${groups.map(spell).join(separator)}${end}`,
  }));

/** What a reader makes of a text who knows all the ways: no case, no space, nothing invisible. */
const compact = (text: string) => normalize(text).text.replace(/[\s\p{P}]+/gu, "");

const orderNumberFormat = readOrderNumberFormat("SO-[digits 2-8]");

/** Everything that recognition would ask the shop with. */
function findings(text: string): string[] {
  return [recognize(text), recognize(text, { orderNumberFormat })].flatMap(
    ({ entities, bareIdentifier, code }) => [
      ...entities.emails.map(({ value }) => value),
      ...entities.orderNumbers.map(({ value }) => value),
      ...entities.packageNumbers.map(({ value }) => value),
      ...(bareIdentifier ? [bareIdentifier] : []),
      ...(code ? [code] : []),
    ],
  );
}

/** Each place where a viewer reads something that a customer or a shop wrote. */
const surfaces: Record<string, (text: string) => string> = {
  "a message": (text) => maskText(text, orderNumberFormat),
  "a reply": (text) => JSON.stringify(maskReply({ kind: "text", text, locale: "en" })),
  "the title of a choice": (text) =>
    JSON.stringify(
      maskReply({ kind: "text", text: "", locale: "en", choices: [{ title: text, payload: "" }] }),
    ),
  "the message of a refusal": (message) => maskBody(JSON.stringify({ error: { message } })),
  "the title of an item": (title) =>
    maskBody(JSON.stringify({ orders: [{ elements: [{ title }] }] })),
  "the status of a package": (status) =>
    maskBody(JSON.stringify({ packages: [{ package_status: status }] })),
  "the account of a query": (account) =>
    maskBody(JSON.stringify({ params: { user_account: account } })),
  "a link": (text) => maskUrl(`https://shop.example/o/${text}?mail=${text}#${text}`),
};

function assertHidden(text: string, secrets: readonly string[]): void {
  for (const [name, mask] of Object.entries(surfaces)) {
    const shown = compact(mask(text));
    for (const secret of secrets) {
      assert(
        !shown.includes(compact(secret)),
        `${name} shows ${secret} of ${JSON.stringify(text)}`,
      );
    }
  }
}

describe("what is masked", () => {
  it("shows no address that is understood, however it is spelled", () => {
    let understood = 0;
    fc.assert(
      fc.property(email, ({ text, secret }) => {
        const found = findings(text);
        if (found.length === 0) return;
        understood += 1;
        assertHidden(text, [secret, ...found]);
      }),
      { numRuns: 1_000 },
    );
    assert(understood > 300, `only ${understood} were understood`);
  });

  it("shows no number that is understood, however it is spelled", () => {
    let understood = 0;
    fc.assert(
      fc.property(number, ({ text }) => {
        const found = findings(text);
        if (found.length === 0) return;
        understood += 1;
        assertHidden(text, found);
      }),
      { numRuns: 1_000 },
    );
    assert(understood > 500, `only ${understood} were understood`);
  });

  it("keeps the words around them", () => {
    for (const [text, shown] of [
      ["my email is ｌｅｎａ＠ｐｏｓｔｅｏ．ｎｅｔ, thanks", "my email is l•••@p•••.net, thanks"],
      ["lena (at) posteo dot net please", "l•••@p•••.net please"],
      ["我的邮箱是lena艾特posteo点net，谢谢", "我的邮箱是l•••@p•••.net，谢谢"],
      ["le\u200bna@pos\u00adteo.net", "l•••@p•••.net"],
      ["订单 １０４２ 到哪了", "订单 ••• 到哪了"],
      ["where is order 1042?", "where is order •••?"],
      ["it cost $84.50 on 3 May", "it cost $84.50 on 3 May"],
      ["call ٠١٢٣٤٥٦٧٨٩", "call •••٦٧٨٩"],
      ["call 415.555.0199 on 2026.11.03", "call ••• on 2026.11.03"],
      ["order #615 0000 0000 615", "order #•••"],
      ["4111.1111.1111.1111 and 10.20.30.40", "••• and •••0.40"],
    ]) {
      assert.equal(maskText(text!), shown);
    }
  });
});
