import { normalize } from "../text/normalize.ts";

/**
 * What customers write before their question, in lower case: greetings, particles, announcements of a question. None of
 * these answers a question from a bot.
 */
const openers = [
  ...[
    "hi",
    "hello",
    "hey",
    "hi there",
    "hello there",
    "hey there",
    "good morning",
    "good afternoon",
    "good evening",
  ],
  ...["excuse me", "pardon me", "ok so", "okay so", "so", "um", "umm", "uh", "uhm"],
  ...[
    "question",
    "a question",
    "one question",
    "quick question",
    "a quick question",
    "just a quick question",
  ],
  ...[
    "i have a question",
    "i have a quick question",
    "have a question",
    "got a question",
    "i've got a question",
  ],
  ...[
    "can i ask something",
    "can i ask you something",
    "can i ask a question",
    "can i ask you a question",
  ],
  ...["sorry to bother you", "sorry to bother", "sorry to disturb", "sorry to disturb you"],
  ...[
    "在吗",
    "在么",
    "在不在",
    "亲",
    "亲亲",
    "你好",
    "您好",
    "你好啊",
    "嗨",
    "哈喽",
    "哈罗",
    "喂",
    "那个请问",
  ],
  ...[
    "请问",
    "请问一下",
    "请问下",
    "请问下哈",
    "问一下",
    "问下",
    "问个问题",
    "问个事",
    "问你个事",
    "问您个事",
  ],
  ...[
    "想问一下",
    "想问下",
    "我想问一下",
    "我想问下",
    "我问一下",
    "我问下",
    "想问个问题",
    "我想问个问题",
  ],
  ...[
    "咨询一下",
    "咨询下",
    "想咨询一下",
    "我想咨询一下",
    "我想咨询下",
    "请教一下",
    "请教下",
    "想请教一下",
  ],
  ...["麻烦问一下", "麻烦问下", "麻烦一下", "麻烦了", "打扰一下", "打扰下", "打扰了", "不好意思"],
  ...[
    "有个问题",
    "我有个问题",
    "有个问题想问",
    "我有个问题想问",
    "有个事",
    "有件事",
    "有个事想问",
    "有件事想问",
  ],
  ...[
    "hola",
    "buenas",
    "disculpe",
    "disculpa",
    "perdone",
    "oiga",
    "una pregunta",
    "tengo una pregunta",
  ],
  ...[
    "hallo",
    "guten tag",
    "entschuldigung",
    "entschuldigen sie",
    "kurze frage",
    "eine frage",
    "eine kurze frage",
  ],
  ...[
    "ich habe eine frage",
    "ich hätte eine frage",
    "hätte eine frage",
    "hätte da eine frage",
    "ich hab eine frage",
  ],
  ...[
    "bonjour",
    "bonsoir",
    "excusez-moi",
    "excusez moi",
    "une question",
    "petite question",
    "j'ai une question",
  ],
  ...[
    "olá",
    "oi",
    "com licença",
    "uma pergunta",
    "tenho uma pergunta",
    "tenho uma dúvida",
    "uma dúvida",
  ],
  ...["こんにちは", "こんばんは", "すみません", "すいません", "お尋ねします", "質問があります"],
];

/** Returns the letters alone, without accents, with single spaces between words. */
function plain(text: string): string {
  const letters = normalize(text).text.normalize("NFD").replace(/\p{M}/gu, "");
  return letters
    .split(/[^\p{L}']/u)
    .filter((word) => word !== "")
    .join(" ");
}

/** By their first letter, the longest first. */
const byLetter = Map.groupBy(
  openers.map(plain).sort((one, other) => other.length - one.length),
  (phrase) => phrase.slice(0, 1),
);

const unparted = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u;

/** Whether a short text consists of nothing but openers. */
export function isOpener(text: string): boolean {
  let rest = plain(text);
  if (rest === "") return false;
  while (rest !== "") {
    const phrase = byLetter.get(rest.slice(0, 1))?.find((one) => begins(rest, one));
    if (phrase === undefined) return false;
    rest = rest.slice(phrase.length).trimStart();
  }
  return true;
}

/**
 * Checks that a text begins with a phrase that ends at a word's end; Chinese and Japanese have no spaces between words.
 */
const begins = (text: string, phrase: string): boolean =>
  text.startsWith(phrase) &&
  (text.length === phrase.length || text[phrase.length] === " " || unparted.test(phrase));
