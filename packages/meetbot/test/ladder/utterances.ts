import type { CustomerLocale } from "@meetbot/presentation";

/** The wording around what a customer names; `{…}` is filled in. */
interface Wordings {
  byNumber: string[];
  byEmail: string[];
  byBoth: string[];
  byPackage: string[];
  questions: string[];
  person: string;
}

/** How customers ask, in each language that is spoken. */
export const utterances: Record<CustomerLocale, Wordings> = {
  en: {
    byNumber: ["where is my order {number}?", "{number}", "show order {number}"],
    byEmail: ["my orders, {email}", "my email is {email}, where are my orders?"],
    byBoth: ["where is order {number}? my email is {email}", "order {number}, {email}"],
    byPackage: ["where is my package {package}?", "track {package}", "{package}"],
    questions: [
      ...["how much did I spend since October?", "how many orders do I have?", "what is in it?"],
      ...["how much was it?", "how much did I spend in total?", "which is the most expensive?"],
      ...["where is my parcel?", "who delivers it?", "when will it arrive?", "tracking number?"],
      ...["which address does it go to?", "who is it addressed to?", "how was it paid?"],
      ...["where is the lamp?", "what did the {title} cost?", "where is the {title}?"],
      ...["when did I order it?", "was there a discount?", "do I get money back?", "the first one"],
      ...[
        "are they all paid?",
        "which comes first?",
        "show me everything",
        "my orders of November",
      ],
      ...["how many parcels are there?", "I want to return the shirt", "send me the invoice"],
      ...["where was it last?", "the second one", "past orders", "unpaid orders", "it is late"],
      ...["how much is {number}?", "is {number} paid?", "and {email}?", "more", "help"],
    ],
    person: "I want to talk to a person",
  },
  zh: {
    byNumber: ["订单 {number} 到哪了", "{number}", "查一下订单{number}"],
    byEmail: ["我的订单，邮箱 {email}", "{email} 的订单"],
    byBoth: ["订单 {number} 到哪了，邮箱 {email}"],
    byPackage: ["包裹 {package} 到哪了", "{package}"],
    questions: [
      ...["十月以来我一共花了多少钱？", "我有几个订单？", "里面有什么", "多少钱", "一共多少钱"],
      ...["包裹到哪了", "哪家快递", "什么时候到", "运单号多少", "寄到哪个地址", "收件人是谁"],
      ...["怎么付的款", "哪天下的单", "台灯那个呢", "{title} 多少钱", "有优惠吗", "退了多少"],
      ...["都付了吗", "哪个先到", "第一个", "最贵的是哪个", "有几个包裹", "还没收到", "更多"],
    ],
    person: "转人工",
  },
  "zh-Hant": {
    byNumber: ["訂單 {number} 到哪了", "{number}"],
    byEmail: ["我的訂單，信箱 {email}"],
    byBoth: ["訂單 {number} 到哪了，信箱 {email}"],
    byPackage: ["包裹 {package} 到哪了"],
    questions: [
      ...["十月以來我一共花了多少錢？", "我有幾個訂單？", "裡面有什麼", "多少錢", "包裹到哪了"],
      ...["什麼時候到", "寄到哪個地址", "怎麼付的款", "{title} 多少錢", "有幾個包裹", "第一個"],
    ],
    person: "轉真人客服",
  },
  de: {
    byNumber: ["Wo ist meine Bestellung {number}?", "{number}", "Zeig mir Bestellung {number}"],
    byEmail: ["Meine Bestellungen, {email}", "Meine E-Mail ist {email}"],
    byBoth: ["Wo ist Bestellung {number}? Meine E-Mail ist {email}"],
    byPackage: ["Wo ist mein Paket {package}?"],
    questions: [
      ...["Wie viel habe ich seit Oktober ausgegeben?", "Wie viele Bestellungen habe ich?"],
      ...["Was ist drin?", "Wie viel hat es gekostet?", "Was habe ich insgesamt bezahlt?"],
      ...["Wo ist mein Paket?", "Wer liefert es?", "Wann kommt es an?", "Sendungsnummer?"],
      ...[
        "An welche Adresse geht es?",
        "Wie wurde bezahlt?",
        "Was kostet {title}?",
        "Wo ist {title}?",
      ],
      ...["Wann habe ich bestellt?", "Gab es einen Rabatt?", "Sind alle bezahlt?", "die erste"],
      ...["Wie viele Pakete sind es?", "Ich möchte es zurückgeben", "Welche kommt zuerst?", "mehr"],
    ],
    person: "Ich möchte mit einem Menschen sprechen",
  },
  es: {
    byNumber: ["¿Dónde está mi pedido {number}?", "{number}"],
    byEmail: ["mis pedidos, {email}", "mi correo es {email}"],
    byBoth: ["¿Dónde está el pedido {number}? mi correo es {email}"],
    byPackage: ["¿Dónde está mi paquete {package}?"],
    questions: [
      ...["¿Cuánto he gastado desde octubre?", "¿Cuántos pedidos tengo?", "¿Qué contiene?"],
      ...["¿Cuánto costó?", "¿Cuánto he gastado en total?", "¿Dónde está mi paquete?"],
      ...[
        "¿Quién lo entrega?",
        "¿Cuándo llega?",
        "¿número de seguimiento?",
        "¿A qué dirección va?",
      ],
      ...["¿Cómo se pagó?", "¿Cuánto costó {title}?", "¿Dónde está {title}?", "el primero"],
      ...[
        "¿Cuándo lo pedí?",
        "¿Hubo descuento?",
        "¿Están todos pagados?",
        "¿Cuántos paquetes hay?",
      ],
    ],
    person: "Quiero hablar con una persona",
  },
  fr: {
    byNumber: ["où est ma commande {number} ?", "{number}"],
    byEmail: ["mes commandes, {email}", "mon adresse est {email}"],
    byBoth: ["où est la commande {number} ? mon adresse est {email}"],
    byPackage: ["où est mon colis {package} ?"],
    questions: [
      ...["combien ai-je dépensé depuis octobre ?", "combien de commandes ai-je ?", "où est-il ?"],
      ...["combien ça a coûté ?", "quel transporteur ?", "quand arrive-t-il ?", "la première"],
      ...["numéro de suivi ?", "à quelle adresse ?", "comment a-t-elle été payée ?"],
      ...["combien a coûté {title} ?", "où est {title} ?", "tout est payé ?", "combien de colis ?"],
    ],
    person: "je veux parler à un conseiller",
  },
  "pt-BR": {
    byNumber: ["onde está meu pedido {number}?", "{number}"],
    byEmail: ["meus pedidos, {email}", "meu e-mail é {email}"],
    byBoth: ["onde está o pedido {number}? meu e-mail é {email}"],
    byPackage: ["onde está meu pacote {package}?"],
    questions: [
      ...["quanto gastei desde outubro?", "quantos pedidos eu tenho?", "o que tem nele?"],
      ...["quanto custou?", "qual transportadora?", "quando chega?", "o primeiro"],
      ...["código de rastreio?", "para qual endereço vai?", "como foi pago?"],
      ...["quanto custou {title}?", "onde está {title}?", "está tudo pago?", "quantos pacotes?"],
    ],
    person: "quero falar com um atendente",
  },
  ja: {
    byNumber: ["注文{number}はどこですか", "{number}"],
    byEmail: ["注文を確認したい、{email}", "メールは {email} です"],
    byBoth: ["注文{number}はどこですか、メールは {email} です"],
    byPackage: ["荷物{package}はどこですか"],
    questions: [
      ...[
        "10月からいくら使いましたか",
        "注文はいくつありますか",
        "中身は何ですか",
        "いくらでしたか",
      ],
      ...[
        "荷物はどこですか",
        "配送会社はどこですか",
        "いつ届きますか",
        "追跡番号は？",
        "最初のもの",
      ],
      ...[
        "お届け先はどこですか",
        "支払い方法は？",
        "{title}はいくらでしたか",
        "{title}はどこですか",
      ],
    ],
    person: "担当者と話したい",
  },
};
