import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import type { Order, Package } from "@meetbot/protocol";
import { openTalk, orderWith, shopWith, textsOf } from "../turn/talk.fixture.ts";

// Whatever is asked of one order or parcel, by whatever it is called: no sentence tells a fact of another one. Each fact
// of a shop is of one order or parcel only, so an answer shows of which it is. MEANT_SEED=… repeats a run, MEANT_SHOPS=…
// makes it longer.

const shops = Number(process.env.MEANT_SHOPS ?? 12);
const seed = Number(process.env.MEANT_SEED ?? randomInt(1, 2 ** 31));

const email = "ann@example.com";

const goods = [
  "Chess Set",
  "Tea Set",
  "Fountain Pen",
  "Rain Jacket",
  "Desk Lamp",
  "Wool Scarf",
  "Running Shoes",
  "Coffee Grinder",
  "Notebook",
  "Backpack",
  "Picture Frame",
  "Garden Hose",
];
const carriers = [
  "UPS",
  "DHL",
  "FedEx",
  "GLS",
  "DPD",
  "Hermes",
  "USPS",
  "PostNord",
  "TNT",
  "Yodel",
];

/** Questions, each with the words around the order that the customer means. */
const questions = {
  en: {
    total: "how much was {it}?",
    payment: "how did I pay for {it}?",
    carrier: "who delivers {it}?",
    tracking: "what is the tracking number of {it}?",
    expected: "when does {it} arrive?",
    status: "where is {it}?",
  },
  zh: {
    total: "{it}多少钱？",
    payment: "{it}是怎么付款的？",
    carrier: "{it}是哪家快递？",
    tracking: "{it}的快递单号是多少？",
    expected: "{it}什么时候到？",
    status: "{it}到哪了？",
  },
  "zh-Hant": {
    total: "{it}多少錢？",
    payment: "{it}是怎麼付款的？",
    carrier: "{it}是哪家快遞？",
    tracking: "{it}的快遞單號是多少？",
    expected: "{it}什麼時候到？",
    status: "{it}到哪了？",
  },
  de: {
    total: "Wie viel hat {it} gekostet?",
    payment: "Wie habe ich {it} bezahlt?",
    carrier: "Welcher Paketdienst bringt {it}?",
    tracking: "Wie ist die Sendungsnummer für {it}?",
    expected: "Wann kommt {it}?",
    status: "Wo ist {it}?",
  },
  es: {
    total: "¿Cuánto costó {it}?",
    payment: "¿Cómo pagué {it}?",
    carrier: "¿Qué transportista trae {it}?",
    tracking: "¿Cuál es el número de seguimiento para {it}?",
    expected: "¿Cuándo llega {it}?",
    status: "¿Dónde está {it}?",
  },
  "pt-BR": {
    total: "Quanto custou {it}?",
    payment: "Como paguei {it}?",
    carrier: "Qual transportadora traz {it}?",
    tracking: "Qual é o código de rastreio de {it}?",
    expected: "Quando chega {it}?",
    status: "Onde está {it}?",
  },
  fr: {
    total: "Combien a coûté {it} ?",
    payment: "Comment ai-je payé {it} ?",
    carrier: "Quel transporteur livre {it} ?",
    tracking: "Quel est le numéro de suivi de {it} ?",
    expected: "Quand arrive {it} ?",
    status: "Où est {it} ?",
  },
} as const;
type Language = keyof typeof questions;

const called: Readonly<
  Record<Language, { goods: string; places: readonly string[]; number: string }>
> = {
  en: {
    goods: "the {goods}",
    places: ["the first one", "the second one", "the third one"],
    number: "order {number}",
  },
  zh: { goods: "{goods}那单", places: ["第一个", "第二个", "第三个"], number: "订单{number}" },
  "zh-Hant": {
    goods: "{goods}那單",
    places: ["第一個", "第二個", "第三個"],
    number: "訂單{number}",
  },
  de: {
    goods: "das {goods}",
    places: ["die erste Bestellung", "die zweite Bestellung", "die dritte Bestellung"],
    number: "Bestellung {number}",
  },
  es: {
    goods: "el {goods}",
    places: ["el primer pedido", "el segundo pedido", "el tercer pedido"],
    number: "el pedido {number}",
  },
  "pt-BR": {
    goods: "o {goods}",
    places: ["o primeiro pedido", "o segundo pedido", "o terceiro pedido"],
    number: "o pedido {number}",
  },
  fr: {
    goods: "le {goods}",
    places: ["la première commande", "la deuxième commande", "la troisième commande"],
    number: "la commande {number}",
  },
};

/** A small generator: the same seed makes the same shop. */
function random(from: number) {
  let state = from;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  return {
    upTo: (count: number) => Math.floor(next() * count),
    chance: (share: number) => next() < share,
  };
}

interface Thing {
  order: Order;
  parcels: Package[];
  /** Texts that are of this order alone; those of each parcel. */
  facts: string[];
}

function shopOf({ upTo, chance }: ReturnType<typeof random>): Thing[] {
  const count = 1 + upTo(9);
  let parcelsSoFar = 0;
  return Array.from({ length: count }, (_, place) => {
    const number = `MB${String.fromCharCode(65 + place).repeat(3)}${10_000 + upTo(89_999)}KX`;
    const cents = 1000 + place * 777 + upTo(700);
    const own = Array.from({ length: 1 + upTo(3) }, () => goods[upTo(goods.length)] ?? "");
    const titles = [...new Set(own)];
    const isSent = chance(0.7);
    const parcelCount = isSent ? Math.min(1 + upTo(3), titles.length) : 0;
    const parcels = Array.from({ length: parcelCount }, (__, at): Package => {
      const of = parcelsSoFar++;
      const mine = titles.filter((_title, index) => index % parcelCount === at);
      return {
        order_number: number,
        package_number: `PKG${String(of).padStart(4, "0")}QQ`,
        tracking_number: `TRACKNO${String(of).padStart(4, "0")}`,
        package_status: "In transit",
        carrier: `${carriers[of % carriers.length]} ${of}`,
        exp_delivery: `2026-12-${String(1 + (of % 28)).padStart(2, "0")}`,
        elements: mine.map((title) => ({ title, quantity: 1 })),
      };
    });
    const order = orderWith(number, {
      status: isSent ? "shipped" : "processing",
      timestamp: String(1_795_000_000 - place * 86_400),
      elements: titles.map((title) => ({ title, quantity: 1, price: 1 })),
      summary: { total_cost: cents / 100 },
      payment_method: `Card ${7000 + place}`,
    });
    return {
      order,
      parcels,
      facts: [`${(cents / 100).toFixed(2)}`, `Card ${7000 + place}`, number],
    };
  });
}

const factsOfParcel = ({ tracking_number, carrier, package_number }: Package): string[] => [
  tracking_number ?? "",
  `${carrier}`,
  package_number,
];

/** What of a text is a fact of something that was not meant. */
function foreign(
  told: string,
  things: readonly Thing[],
  meant: ReadonlySet<Order | Package>,
): string[] {
  const plain = told.replaceAll(/(?<=[0-9]),(?=[0-9]{2}(?![0-9]))/g, ".");
  const has = (fact: string) =>
    new RegExp(`(?<![\\w.])${fact.replace(".", "\\.")}(?![\\w])`).test(plain);
  return things.flatMap(({ order, parcels, facts }) => [
    ...(meant.has(order) ? [] : facts.filter(has)),
    ...parcels.flatMap((parcel) => (meant.has(parcel) ? [] : factsOfParcel(parcel).filter(has))),
  ]);
}

const fill = (text: string, value: string) => text.replace(/\{\w+\}/, value);

test("no sentence tells a fact of another order or parcel than was meant", {
  timeout: 600_000,
}, async (t) => {
  t.diagnostic(`MEANT_SEED=${seed}`);
  const wrong: string[] = [];
  let asked = 0;
  let answered = 0;
  for (let one = 0; one < shops; one += 1) {
    const things = shopOf(random(seed + one));
    const open = things.map(({ order }) => order.order_number);
    const shop = shopWith({
      orders: things.map(({ order }) => order),
      packages: things.flatMap(({ parcels }) => parcels),
      accounts: { [email]: { open } },
    });
    for (const [language, byFact] of Object.entries(questions) as [
      Language,
      Record<string, string>,
    ][]) {
      const words = called[language];
      const { upTo, chance } = random(seed * 7 + one * 31 + language.length);
      for (const [fact, question] of Object.entries(byFact)) {
        const at = upTo(Math.min(3, things.length));
        const wanted = things[at];
        if (!wanted) continue;
        const title = wanted.order.elements[upTo(wanted.order.elements.length)]?.title ?? "";
        const way = ["goods", "place", "number"][upTo(3)];
        const called =
          way === "goods"
            ? fill(words.goods, title)
            : way === "place"
              ? (words.places[at] ?? "")
              : fill(words.number, wanted.order.order_number);
        const talk = openTalk(shop);
        await talk.open(email);
        const opener = {
          en: "my orders",
          zh: "我的订单",
          "zh-Hant": "我的訂單",
          de: "meine Bestellungen",
          es: "mis pedidos",
          "pt-BR": "meus pedidos",
          fr: "mes commandes",
        }[language];
        if (way === "place" || chance(0.5)) await talk.say(opener);
        if (chance(0.4))
          await talk.say(fill(words.number, things[upTo(things.length)]?.order.order_number ?? ""));
        const said = fill(question, called);
        const told = textsOf(await talk.say(said)).join("\n");
        const holders = things.filter(({ order }) =>
          order.elements.some((it) => it.title === title),
        );
        const orders = way === "goods" ? holders : [wanted];
        const ofGoods = (parcel: Package) =>
          way !== "goods" || (parcel.elements ?? []).some((it) => it.title === title);
        const isOfParcel = fact !== "total" && fact !== "payment";
        const meant = new Set<Order | Package>(
          orders.flatMap(({ order, parcels }) => [
            order,
            ...(isOfParcel ? parcels.filter(ofGoods) : parcels),
          ]),
        );
        asked += 1;
        const others = foreign(told, things, meant);
        if (others.length > 0)
          wrong.push(
            `[${seed + one}] ${language} ${said}\n  ${told.replaceAll("\n", " | ")}\n  ${others}`,
          );
        const right = orders.flatMap(({ facts, parcels }) => [
          ...facts.slice(0, 2),
          ...parcels.flatMap(factsOfParcel),
        ]);
        if (
          right.some((text) =>
            told.replaceAll(/(?<=[0-9]),(?=[0-9]{2}(?![0-9]))/g, ".").includes(text),
          )
        )
          answered += 1;
        else if (process.env.MEANT_SHOW)
          console.log(`${language} ${said}\n  ${told.replaceAll("\n", " | ")}`);
      }
    }
  }
  t.diagnostic(`${answered} of ${asked} answered with such a fact`);
  assert.deepEqual(wrong, []);
});

test("what is asked of goods is answered of their order, not of the only one in a list", async () => {
  const chess = orderWith("MBCHESS11111", {
    status: "shipped",
    elements: [{ title: "Chess Set", quantity: 2, price: 30 }],
    payment_method: "PayPal",
  });
  const tea = orderWith("MBTEASET2222", {
    status: "awaiting payment",
    elements: [{ title: "Tea Set", quantity: 1, price: 44 }],
  });
  const lists = { open: [chess.order_number], unpaid: [tea.order_number] };
  const talk = openTalk(shopWith({ orders: [chess, tea], accounts: { [email]: lists } }));
  await talk.open(email);
  const paid = textsOf(await talk.say("did I pay the chess set with paypal?")).join("\n");
  assert.match(paid, /^Chess Set: .*PayPal/);
  for (const said of ["how many mugs did I order?", "how much did I spend on mugs?"]) {
    const mugs = textsOf(await talk.say(said)).join("\n");
    assert.doesNotMatch(mugs, /contains|total/, said);
    assert.match(mugs, /I find nothing of that name/, said);
  }
});
