import { flagship } from "./flagship.fixture.ts";

type Language = keyof typeof flagship;
type Variation = readonly [name: string, vary: (text: string) => string];

const before = (word: string): Variation => [`${word}…`, (text) => `${word}${text}`];
const behind = (word: string): Variation => [`…${word}`, (text) => `${text}${word}`];

/** What anyone may write around or into a sentence, in any language. */
const everywhere: readonly Variation[] = [
  ...[
    "?",
    "??",
    "???",
    "!",
    "!!",
    ".",
    "...",
    "?!",
    " ?",
    "\n",
    "  ",
    " :)",
    " 🙏",
    " 😊",
    "😡",
    "？",
    "！",
    "。",
    "~",
  ].map(behind),
  ...["🙂 ", "  ", "... ", "\n", "- "].map(before),
  ["upper case", (text) => text.toUpperCase()],
  ["First Letter", (text) => text.charAt(0).toUpperCase() + text.slice(1)],
  ["twice", (text) => `${text} ${text}`],
  ["double spaces", (text) => text.replaceAll(" ", "  ")],
  ["in quotes", (text) => `"${text}"`],
];

const ofLanguage: Readonly<Record<Language, readonly Variation[]>> = {
  en: [
    ...[
      " now",
      " pls",
      " please",
      " plz",
      " today",
      " thanks",
      " thx",
      " right now",
      " bro",
      ", thanks",
      " again",
      " asap",
    ].map(behind),
    ...[
      "hey ",
      "hi ",
      "hello, ",
      "please ",
      "ok ",
      "so ",
      "sorry, ",
      "um ",
      "and ",
      "good morning, ",
      "hi there! ",
    ].map(before),
    ["Every Word", (text) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())],
    [
      "no apostrophes",
      (text) => text.replaceAll("'", "").replace("where is", "wheres").replace("what is", "whats"),
    ],
    [
      "curly apostrophe",
      (text) =>
        text
          .replace("where is", "where’s")
          .replace("what is", "what’s")
          .replace("has not", "hasn’t"),
    ],
    ["letters swapped", (text) => swapIn(text, /\b(order|package|parcel|status)/)],
    [
      "a letter doubled",
      (text) =>
        text.replace(/\b(order|package|parcel)/, (word) => `${word.slice(0, 3)}${word.slice(2)}`),
    ],
    [
      "a letter left out",
      (text) =>
        text.replace(
          /\b(package|parcel|delivery|tracking)/,
          (word) => word.slice(0, 3) + word.slice(4),
        ),
    ],
  ],
  zh: [
    ...[
      "呢",
      "啊",
      "呀",
      "了啊",
      "哦",
      "哈",
      "谢谢",
      "，谢谢",
      " 谢谢",
      "，麻烦了",
      "吗？",
      "，急",
    ].map(behind),
    ...[
      "请问",
      "请问一下",
      "你好，",
      "您好",
      "亲，",
      "亲 ",
      "麻烦问下",
      "那个，",
      "哎，",
      "老板，",
      "在吗 ",
      "现在",
      "客服，",
    ].map(before),
    ["一下", (text) => text.replace(/查(?!一)/, "查一下")],
    ["spaces", (text) => text.replace(/(订单|快递|包裹|物流)/, " $1 ")],
    ["Traditional", (text) => toTraditional(text)],
  ],
  de: [
    ...[" bitte", " danke", " jetzt", " heute", ", bitte", " eigentlich", " denn", " nun"].map(
      behind,
    ),
    ...[
      "hallo ",
      "hallo, ",
      "hi, ",
      "guten Tag, ",
      "bitte ",
      "Entschuldigung, ",
      "ok, ",
      "und ",
      "also ",
    ].map(before),
    ["lower case", (text) => text.toLowerCase()],
    [
      "no umlauts",
      (text) => text.replaceAll("ö", "oe").replaceAll("ä", "ae").replaceAll("ü", "ue"),
    ],
  ],
  es: [
    ...[" por favor", " gracias", " ahora", " hoy", ", por favor", " porfa", " ya"].map(behind),
    ...[
      "hola ",
      "hola, ",
      "buenas, ",
      "buenos días, ",
      "por favor ",
      "disculpe, ",
      "oye, ",
      "y ",
      "¿",
    ].map(before),
    ["no accents", (text) => text.normalize("NFD").replaceAll(/\p{M}/gu, "")],
    ["in Spanish marks", (text) => `¿${text}?`],
  ],
};

const swapIn = (text: string, word: RegExp) =>
  text.replace(
    word,
    (said) => `${said.slice(0, 2)}${said.charAt(3)}${said.charAt(2)}${said.slice(4)}`,
  );

const traditional: Readonly<Record<string, string>> = {
  订: "訂",
  单: "單",
  递: "遞",
  裹: "裹",
  东: "東",
  货: "貨",
  买: "買",
  还: "還",
  没: "沒",
  发: "發",
  时: "時",
  么: "麼",
  吗: "嗎",
  帮: "幫",
  里: "裡",
  个: "個",
  库: "庫",
  态: "態",
  状: "狀",
  样: "樣",
};
const toTraditional = (text: string) => [...text].map((one) => traditional[one] ?? one).join("");

/** A sentence, and the same as somebody else writes it. */
export interface Varied {
  language: Language;
  name: string;
  plain: string;
  varied: string;
}

/** All sentences in all variations. */
export const flagshipVariations: readonly Varied[] = (Object.keys(flagship) as Language[]).flatMap(
  (language) =>
    flagship[language]
      .trim()
      .split("\n")
      .flatMap((plain) =>
        [...everywhere, ...ofLanguage[language]].flatMap(([name, vary]) => {
          const varied = vary(plain);
          return varied === plain ? [] : [{ language, name, plain, varied }];
        }),
      ),
);
