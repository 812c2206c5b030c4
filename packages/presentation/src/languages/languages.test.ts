import assert from "node:assert/strict";
import { test } from "node:test";
import { loadWindowLanguage } from "../load-window-language.ts";
import { personWords } from "../person-words.ts";
import { pushWords } from "../push-words.ts";
import { expandChoices } from "../text/expand-choices.ts";
import { withoutOffer } from "../text/without-offer.ts";
import { customerLocales, languages } from "./customer-locale.ts";

/** Every phrase of a language that a customer reads, by its path. */
function phrasesOf(locale: keyof typeof languages): [path: string, phrase: string][] {
  const { cards, window, dialog, news } = languages[locale];
  const groups = {
    ...{ card: cards.words, stage: cards.stages, window: window.words, dialog },
    person: personWords[locale],
    push: pushWords[locale],
    ...{ order: news.order, package: news.package },
  };
  return Object.entries(groups).flatMap(([group, words]) =>
    Object.entries(words).map(([key, phrase]): [string, string] => [`${group}.${key}`, phrase]),
  );
}

const english = Object.fromEntries(phrasesOf("en"));
const others = customerLocales.filter((locale) => locale !== "en");
const placesIn = (phrase: string) => (phrase.match(/\{\w+\}/g) ?? []).sort();

/** Whether a phrase has words of its own, besides its places. */
const hasWords = (phrase: string) => /\p{L}/u.test(phrase.replace(/\{\w+\}/g, ""));

/** Phrases that may read as in English: nothing but places and signs, or words that are the same. */
const sameWords: Record<string, string[]> = {
  es: ["card.digital", "card.subtotal", "card.total"],
  de: ["card.digital", "window.details"],
  "pt-BR": ["card.digital", "card.subtotal", "card.total", "window.menu"],
  fr: ["card.total", "dialog.waitMinutes", "window.conversation", "window.menu", "window.message"],
};

/** "Titles of 20 characters": Messenger, of quick replies and of buttons. */
const maxTitleLength = 20;

/** "Titles of 30 characters": Messenger, of the persistent menu. Ice breakers: 80. */
const maxIceBreakerLength = 80;

for (const locale of customerLocales) {
  test(`every phrase has the places that the English one has: ${locale}`, () => {
    for (const [path, phrase] of phrasesOf(locale)) {
      assert.deepEqual(placesIn(phrase), placesIn(english[path] ?? ""), path);
      assert.notEqual(phrase.trim(), "", path);
    }
    assert.deepEqual(
      phrasesOf(locale)
        .map(([path]) => path)
        .sort(),
      Object.keys(english).sort(),
    );
  });

  test(`buttons are as short as the channels want them: ${locale}`, () => {
    const { dialog } = languages[locale];
    for (const [key, phrase] of Object.entries(dialog)) {
      if (!/^(choice(?!Expired)|button)/.test(key) || phrase.includes("{")) continue;
      assert.ok(phrase.length <= maxTitleLength, `${key}: ${phrase.length}`);
    }
    for (const title of [dialog.iceBreakerOrders, dialog.iceBreakerPackages]) {
      assert.ok(title.length <= maxIceBreakerLength, title);
    }
  });

  // A language of which this fails needs a phrase for each form, and the dialog the rule to choose.
  test(`whatever is counted from 2 on takes one form: ${locale}`, () => {
    const plural = new Intl.PluralRules(languages[locale].cards.tag);
    const forms = new Set(Array.from({ length: 99 }, (_, index) => plural.select(index + 2)));
    assert.equal(forms.size, 1, [...forms].join(", "));
  });

  test(`it is called as the registry calls it, and a window loads its words: ${locale}`, async () => {
    const { cards, window, facebookLocales } = languages[locale];
    assert.equal(cards.locale, locale);
    assert.equal(Intl.getCanonicalLocales(cards.tag)[0], cards.tag);
    assert.equal(await loadWindowLanguage(locale), window);
    for (const name of facebookLocales) assert.match(name, /^[a-z]{2}_[A-Z]{2}$/);
  });
}

for (const locale of others) {
  test(`no phrase is left in English: ${locale}`, () => {
    const left = phrasesOf(locale).filter(
      ([path, phrase]) => phrase === english[path] && hasWords(phrase),
    );
    assert.deepEqual(left.map(([path]) => path).sort(), (sameWords[locale] ?? []).sort());
  });

  test(`phrases are written in the letters of their language: ${locale}`, () => {
    const { dialog, reading } = languages[locale];
    for (const [key, phrase] of Object.entries(dialog)) {
      if (!hasWords(phrase)) continue;
      const isEastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(phrase);
      assert.equal(isEastern, reading.script !== "Latin", key);
    }
  });
}

test("one kind of Chinese has no character that only the other one writes", () => {
  const simplified = languages.zh;
  const traditional = languages["zh-Hant"];
  for (const [own, other] of [
    ["zh", traditional],
    ["zh-Hant", simplified],
  ] as const) {
    for (const [path, phrase] of phrasesOf(own)) {
      const strange = [...phrase].filter((one) => other.reading.characters.includes(one));
      assert.deepEqual(strange, [], `${own} ${path}`);
    }
  }
});

test("what is said in a glossary is words, told apart by single spaces", () => {
  for (const locale of customerLocales) {
    for (const [key, meant] of (languages[locale].reading.glossary ?? []).flatMap(
      Object.entries<string>,
    )) {
      for (const said of expandChoices(key)) {
        assert.match(said, /^[\p{L}\p{N}.º°]+((, |[ '-])[\p{L}\p{N}.º°]+)*$/u, locale);
      }
      assert.match(meant, /^[a-z' ]+$/, `${locale} ${key}`);
    }
  }
});

/** How a language offers a person, other than by the name of a button. */
const offers = {
  en: /(talk to|ask|have|reach|there is) a person|a person can help|person should hear|more for you/i,
  zh: /(联系|找|问|转)(人工|真人)客服|转人工|找真人|应该让人工客服|人工客服(能帮到|在这里)/,
  "zh-Hant": /(聯絡|找|問|轉)真人客服|找真人|應該讓真人客服|真人客服(能幫您|在這裡)/,
  es: /(habla|hablar) con una persona|(pregunta|pídeselo) a una persona|hay una persona|puede ayudarte una persona|que lo sepa|más que yo/,
  "pt-BR":
    /fal(e|ar) com um atendente|há um atendente|um atendente pode (ajudar|fazer mais|contar mais)|pergunte a um atendente|preferir um atendente|peça isso a um atendente|precisa saber disso|fala com um atendente|Quer que um atendente/,
  ja: /担当者にお問い合わせください|担当者におつなぎ|は担当者が承ります|担当者をご希望|担当者にご依頼|担当者にご相談|担当者が直接|担当者のほうが|詳しくは担当者が|担当者へのご連絡/,
  fr: /parle[rz] à un conseiller|il y a un conseiller|conseiller peut vous aider|conseiller pourra (faire|vous en dire) plus|demandez(-le)? à un conseiller|préférez un conseiller|doit en être informé|joindre un conseiller|qu’un conseiller/,
  de: /wenden|Bitten Sie den|gibt es den Kundenservice|hilft (Ihnen )?der Kundenservice\.$|hilft Ihnen\.|einen Menschen\.|sagen Sie es einfach|sollte der|als ich\.|Den Kundenservice erreichen/,
} as const;

/** Names of phrases that may offer a person: choices, buttons, menu entries and ways to reach one. */
const mayOffer = /^(choice|button|menu|reach)/;

/** What only people know, said of a topic in passing. */
const inPassing: Record<string, string[]> = { de: ["topicAccount"], "zh-Hant": ["sorryNotHere"] };

for (const locale of customerLocales) {
  test(`while a person is called no phrase offers one: ${locale}`, () => {
    const { dialog, personOffers } = languages[locale];
    const phrases = Object.entries(dialog);
    const offering = phrases.filter(
      ([key, phrase]) =>
        !mayOffer.test(key) &&
        offers[locale].test(withoutOffer(phrase, locale)) &&
        !inPassing[locale]?.includes(key),
    );
    assert.deepEqual(offering, []);
    const unused = personOffers.filter(
      ([offer]) => !phrases.some(([, phrase]) => phrase.includes(offer)),
    );
    assert.deepEqual(unused, []);
  });
}
