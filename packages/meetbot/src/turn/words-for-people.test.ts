import assert from "node:assert/strict";
import { test } from "node:test";
import { type CustomerLocale, customerLocales, say } from "@meetbot/presentation";
import { openTalk, orderWith, shopWith, type Talk, textsOf, titlesOf } from "./talk.fixture.ts";

const number = "MB1234567890";
const shop = shopWith({ orders: [orderWith(number)] });

const callFor: Record<CustomerLocale, string> = {
  en: "I want to talk to a person",
  zh: "转人工",
  "zh-Hant": "轉人工",
  es: "quiero hablar con una persona",
  ja: "担当者と話したいです",
  "pt-BR": "quero falar com uma pessoa",
  fr: "je veux parler à quelqu’un",
  de: "ich möchte mit einem Menschen sprechen",
};

const talkIn = (locale: CustomerLocale): Talk =>
  openTalk(shop, { locale, languages: customerLocales });

async function waitingTalk(locale: CustomerLocale): Promise<Talk> {
  const talk = talkIn(locale);
  await talk.say(callFor[locale]);
  assert.equal(talk.held.holder, "waiting", callFor[locale]);
  return talk;
}

type Sayings = Record<CustomerLocale, readonly string[]>;

const each = (sayings: Sayings): [CustomerLocale, string][] =>
  customerLocales.flatMap((locale) =>
    sayings[locale].map((words): [CustomerLocale, string] => [locale, words]),
  );

/** Whether there is anybody: of a call, or of nobody in particular. */
const isAnybody: Sayings = {
  en: [
    "anyone there?",
    "is anybody there?",
    "still nobody?",
    "where is the person",
    "nobody here?",
  ],
  zh: ["有人吗", "有人在吗", "怎么还没人", "人呢", "到底有没有人啊"],
  "zh-Hant": ["有人嗎", "怎麼還沒人"],
  es: ["¿hay alguien?", "¿todavía nadie?", "¿dónde está la persona?"],
  ja: ["誰かいますか？", "まだ誰もいませんか", "担当者はまだですか"],
  "pt-BR": ["tem alguém aí?", "ainda ninguém?", "cadê o atendente?"],
  fr: ["il y a quelqu’un ?", "toujours personne ?", "où est le conseiller ?"],
  de: ["ist da jemand?", "immer noch niemand?", "wo bleibt der Mitarbeiter?"],
};

/** Of a call where one was made, and else of an order, or a greeting. */
const isWaiting: Sayings = {
  en: ["HELLO??", "how long do I have to wait", "hurry up", "I'm still waiting", "are you there"],
  zh: ["等多久", "还要多久", "没人回", "快点", "在吗", "我等了半天了"],
  "zh-Hant": ["還要等多久", "快點"],
  es: ["¿hola??", "¿cuánto tengo que esperar?", "date prisa"],
  ja: ["もしもし？？", "どのくらい待ちますか", "早くして"],
  "pt-BR": ["oi??", "quanto tempo tenho que esperar?", "anda logo"],
  fr: ["bonjour ??", "combien de temps faut-il attendre ?", "dépêchez-vous"],
  de: ["hallo??", "wie lange muss ich warten?", "beeil dich"],
};

test("who waits for a person and asks for one in whatever words is told where that stands", async () => {
  for (const [locale, words] of [...each(isAnybody), ...each(isWaiting)]) {
    const talk = await waitingTalk(locale);
    const first = textsOf(await talk.say(words));
    const second = textsOf(await talk.say(words));
    assert.deepEqual(first, [say(locale, "personCalledAlready")], words);
    assert.deepEqual(second, [say(locale, "personCalledStill")], words);
    assert.deepEqual(talk.asked, [], words);
  }
});

test("before a person is called, whoever asks for anybody hears that it is the bot, and may have one", async () => {
  for (const [locale, words] of each(isAnybody)) {
    const talk = talkIn(locale);
    const replies = await talk.say(words);
    assert.deepEqual(textsOf(replies), [say(locale, "botHere")], words);
    assert.equal(titlesOf(replies)[0], say(locale, "choicePerson"), words);
    assert.equal(talk.turn?.move, null, words);
  }
});

test("with an order on the screen, how long it takes is asked of that", async () => {
  const talk = await waitingTalk("zh");
  await talk.say(`${number} 到哪了`);
  const replies = await talk.say("还要多久");
  assert.ok(!textsOf(replies).includes(say("zh", "personCalledAlready")));
});

test("who needs nobody any more takes the call back in whatever words", async () => {
  const sayings: Sayings = {
    en: ["never mind", "ok forget it", "I don't need anyone any more", "thank you, solved"],
    zh: ["不用了", "算了不找了", "不需要人工了", "取消"],
    "zh-Hant": ["不用了", "取消"],
    es: ["olvídalo, ya no hace falta", "ya no necesito a nadie"],
    ja: ["もういいです、必要なくなりました", "もう誰も必要ないです"],
    "pt-BR": ["deixa pra lá, não precisa mais", "não preciso mais de ninguém"],
    fr: ["laissez tomber, plus besoin", "je n’ai plus besoin de personne"],
    de: ["schon gut, brauche niemanden", "hat sich erledigt"],
  };
  for (const [locale, words] of each(sayings)) {
    const talk = await waitingTalk(locale);
    assert.deepEqual(textsOf(await talk.say(words)), [say(locale, "callWithdrawn")], words);
    assert.deepEqual(talk.turn?.move, { to: "bot", reason: "withdrawn" }, words);
  }
});

test("who asks for an order beside it is answered, and the person still comes", async () => {
  const talk = await waitingTalk("en");
  const replies = await talk.say(`never mind, where is my order ${number}?`);
  assert.match(textsOf(replies)[0] ?? "", /MB1234567890/);
  assert.equal(talk.turn?.move, null);
  const given = await talk.say("whatever, this is hopeless");
  assert.equal(talk.turn?.move, null);
  assert.deepEqual(textsOf(given), [say("en", "personCalledAlready")]);
});

test("who complains while a person is called hears one sorry, and no offer of another", async () => {
  const sayings = {
    en: ["I want to complain", "you are useless"],
    zh: ["我要投诉", "没用"],
    "zh-Hant": ["我要投訴", "真沒用"],
    es: ["quiero quejarme", "bot de mierda"],
    ja: ["クレームです", "クソボット"],
    "pt-BR": ["quero fazer uma reclamação", "bot de merda"],
    fr: ["je veux faire une réclamation", "bot de merde"],
    de: ["ich möchte mich beschweren", "nutzlos"],
  } as const;
  for (const locale of customerLocales) {
    const talk = await waitingTalk(locale);
    const [complaint, anger] = sayings[locale];
    assert.deepEqual(textsOf(await talk.say(complaint)), [say(locale, "sorryCalled")]);
    assert.deepEqual(textsOf(await talk.say(anger)), [say(locale, "personCalledAlready")]);
    assert.deepEqual(textsOf(await talk.say(complaint)), [say(locale, "personCalledStill")]);
  }
});

test("whoever is angry with the bot hears that it is sorry, and is offered a person", async () => {
  const sayings: Sayings = {
    en: ["you are useless", "stupid bot", "crap bot", "wtf", "wth"],
    zh: ["没用", "真没用", "没卵用", "破机器人", "烂机器人", "什么鬼"],
    "zh-Hant": ["真沒用", "爛機器人"],
    es: ["no sirves", "bot estúpido", "qué demonios"],
    ja: ["役に立たない", "バカなボット", "なんだこれ"],
    "pt-BR": ["você é inútil", "bot burro", "que porra é essa"],
    fr: ["tu sers à rien", "bot stupide", "c’est quoi ce bordel"],
    de: ["du bist nutzlos", "blöder Bot", "was zum Teufel"],
  };
  for (const [locale, words] of each(sayings)) {
    const replies = await talkIn(locale).say(words);
    assert.deepEqual(textsOf(replies), [say(locale, "sorryAnger")], words);
    assert.deepEqual(titlesOf(replies), [say(locale, "choicePerson")], words);
  }
});

test("whether this is a human is denied, whether it is a robot is not", async () => {
  const sayings: Sayings = {
    en: ["are you human?", "are you a real person?"],
    zh: ["你是真人吗", "是人工吗"],
    "zh-Hant": ["你是真人嗎"],
    es: ["¿eres una persona?", "¿eres humano?"],
    ja: ["人間ですか？", "本当の人ですか？"],
    "pt-BR": ["você é uma pessoa?", "vc é humano?"],
    fr: ["êtes-vous une personne ?", "êtes-vous humain ?"],
    de: ["sind Sie ein Mensch?", "bist du ein echter Mensch?"],
  };
  for (const [locale, words] of each(sayings)) {
    assert.deepEqual(textsOf(await talkIn(locale).say(words)), [say(locale, "notHuman")], words);
  }
  for (const words of ["are you a robot?", "are you a bot or a real person?"]) {
    assert.deepEqual(textsOf(await talkIn("en").say(words)), [say("en", "robot")], words);
  }
});

test("“cancel” stops what is asked for, and is no word about an order where nothing is", async () => {
  const sayings = {
    en: "cancel",
    zh: "取消",
    "zh-Hant": "取消",
    es: "cancelar",
    ja: "キャンセル",
    "pt-BR": "cancelar",
    fr: "annuler",
    de: "abbrechen",
  };
  for (const locale of customerLocales) {
    const talk = talkIn(locale);
    assert.deepEqual(textsOf(await talk.say(sayings[locale])), [say(locale, "nothingToStop")]);
    await talk.tap("menu:packages");
    await talk.tap(say(locale, "choicePackages"));
    assert.deepEqual(textsOf(await talk.say(sayings[locale])), [say(locale, "stopped")]);
  }
  assert.match(textsOf(await talkIn("en").say("cancel my order")).join(), /cannot cancel an order/);
});

test("while a person is called, what the bot cannot do is said without an offer of one", async () => {
  const talk = await waitingTalk("en");
  const said: string[] = [];
  for (const words of ["qwertz uiop", "asdf ghjk", "yxcv bnml", "are you a robot?"]) {
    said.push(...textsOf(await talk.say(words)));
  }
  assert.doesNotMatch(said.join("\n"), /talk to a person|a person can help|have a person/);
  assert.equal(new Set(said).size, said.length);
});
