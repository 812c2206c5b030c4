import assert from "node:assert/strict";
import { test } from "node:test";
import { goods } from "./lexicon/goods.ts";
import { matchTitles, mentionsOtherGoods, namesGoods } from "./match-titles.ts";

const orders = [
  ["Linen Shirt, navy", "Leather Belt"],
  ["Ceramic Mug Set", "Coffee Beans 1 kg"],
  ["Trail Running Shoes", "Wool Socks (3 pairs)"],
  ["Linen Dress, white"],
  ["蓝牙耳机 降噪款", "手机壳"],
  ["男士运动鞋 黑色"],
  ["保温杯 500ml", "Yoga Mat 瑜伽垫"],
];

/** Sentences, and which of the orders above they name. */
const cases: readonly (readonly [string, readonly number[]])[] = [
  ["where is my shirt", [0]],
  ["when do the mugs come?", [1]],
  ["has the coffe shipped", [1]],
  ["how much were the runing shoes", [2]],
  ["and the socks?", [2]],
  ["the linen thing", [0, 3]],
  ["the white linen one", [3]],
  ["is the dress on its way", [3]],
  ["both the belt and the mug", [0, 1]],
  ["THE DRESSES!!", [3]],
  ["my beans are late", [1]],
  ["耳机到哪了", [4]],
  ["藍牙耳機什麼時候到", [4]],
  ["我的鞋子呢", [5]],
  ["那双运动鞋发货了吗", [5]],
  ["杯子什么时候到", [6]],
  ["我的 yoga mat 到哪了", [6]],
  ["瑜伽垫多少钱", [6]],
  ["手机壳呢", [4]],
  ["where is my order", []],
  ["where is the new one", []],
  ["the white one", []],
  ["the navy", []],
  ["3 pairs", []],
  ["my package is set to arrive when", []],
  ["我的订单到哪了", []],
  ["黑色的呢", []],
  ["什么时候发货", []],
  ["", []],
];

test("a sentence names the items whose titles fit best", () => {
  for (const [sentence, expected] of cases) {
    assert.deepEqual(matchTitles(sentence, orders), expected, sentence);
  }
});

const english = [
  ["Brass Desk Lamp"],
  ["Wireless Headphones"],
  ["Rain Jacket", "Merino Hiking Socks"],
  ["Enamel Camp Mug"],
  ["Canvas Tote Bag"],
];

/** What goods are called in another language than the shop's. */
const translated: readonly (readonly [string, readonly number[]])[] = [
  ["台灯那个呢", [0]],
  ["耳机到哪了", [1]],
  ["耳機到哪了", [1]],
  ["外套什么时候到", [2]],
  ["袜子多少钱", [2]],
  ["杯子发货了吗", [3]],
  ["那个帆布包呢", [4]],
  ["¿dónde está la lámpara?", [0]],
  ["los auriculares", [1]],
  ["wo sind die Kopfhörer", [1]],
  ["meine Socken", [2]],
  ["我的手机号是多少", []],
  ["裤子呢", []],
];

test("goods are called by their names in other languages too", () => {
  for (const [sentence, expected] of translated) {
    assert.deepEqual(matchTitles(sentence, english), expected, sentence);
  }
  assert.deepEqual(matchTitles("the headphones", orders), [4]);
  assert.equal(namesGoods("裤子呢", "zh", false), true);
  assert.equal(namesGoods("换个手机号", "zh", false), false);
  assert.equal(namesGoods("Chess Set那单多少钱", "zh", true), true);
  assert.equal(namesGoods("DHL什么时候到", "zh", true), false);
  assert.equal(namesGoods("Wie viel hat das Schachspiel gekostet?", "de", true), true);
  assert.equal(namesGoods("Wie viel hat die Bestellung gekostet?", "de", true), false);
  assert.equal(namesGoods("¿Cuánto costó el pedido?", "es", true), false);
});

test("what is spelled as written goes before what is one letter off", () => {
  const clothes = [["Beach Shorts"], ["Beach Shirts"]];
  assert.deepEqual(matchTitles("my shorts", clothes), [0]);
  assert.deepEqual(matchTitles("my shirts", clothes), [1]);
});

test("nothing is named where nothing is there, however odd the titles", () => {
  assert.deepEqual(matchTitles("where is my shirt", []), []);
  assert.deepEqual(matchTitles("where is my shirt", [[], [""], ["🙂"], ["***"]]), []);
  assert.deepEqual(matchTitles("a".repeat(100_000), [["a".repeat(1000)]]), []);
});

test("a sentence names several items, where it does so by words of each", () => {
  const titles = [["Yoga Mat"], ["Foam Roller"], ["Foam Mat"], ["Rain Jacket"]];
  assert.deepEqual(matchTitles("got the mat but no rollers", [titles[0]!, titles[1]!]), [0, 1]);
  assert.deepEqual(matchTitles("where is the foam mat", titles), [2]);
  assert.deepEqual(matchTitles("jacket n roller when", titles), [1, 3]);
});

/** A shop in English, as customers of another language call what it sells. */
const shop = [
  ["Foam Roller"],
  ["Yoga Mat"],
  ["Rain Jacket"],
  ["Oak Desk Lamp"],
  ["Wool Socks"],
  ["Hiking Backpack"],
  ["Velvet Curtains"],
  ["Electric Toothbrush"],
  ["Canvas Tote Bag"],
  ["Wireless Headphones"],
  ["Silver Ring"],
  ["Folding Umbrella"],
  ["Running Shoes"],
  ["Memory Foam Mattress"],
  ["Plush Bear"],
];

/** Whole sentences, and the places in the shop of what they name. */
const saidElsewhere: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  fr: {
    "mes rouleaux svp": 0,
    "et le tapis de yoga ?": 1,
    "ma veste n'est toujours pas là": 2,
    "il est où mon manteau": 2,
    "la lampe est partie ?": 3,
    "et mes chaussettes alors": 4,
    "mon sac à dos est arrivé ?": 5,
    "c'est quand pour les rideaux": 6,
    "la brosse à dents électrique svp": 7,
    "mon sac arrive quand": 8,
    "des nouvelles du casque ?": 9,
    "où est la bague": 10,
    "le parapluie a été envoyé ?": 11,
    "les baskets c'est pour quand": 12,
    "pas de nouvelles du matelas": 13,
    "et la peluche de ma fille": 14,
  },
  "pt-BR": {
    "cadê meus rolos": 0,
    "e o tapete": 1,
    "minha jaqueta já saiu?": 2,
    "o casaco não veio": 2,
    "e a luminária?": 3,
    "as meias não vieram": 4,
    "cadê a mochila": 5,
    "as cortinas já foram enviadas?": 6,
    "e a escova elétrica": 7,
    "minha bolsa chegou?": 8,
    "tem notícia do fone de ouvido?": 9,
    "meus anéis não chegaram": 10,
    "o guarda-chuva vem quando?": 11,
    "meu tênis chegou?": 12,
    "os colchões chegam quando": 13,
    "e o bicho de pelúcia?": 14,
  },
  ja: {
    ローラーはどうなりましたか: 0,
    ヨガマットはいつ届きますか: 1,
    "ジャケットまだ?": 2,
    レインジャケットの件ですが: 2,
    "ランプは?": 3,
    "靴下届いた？": 4,
    リュックまだ来ない: 5,
    カーテンは発送されましたか: 6,
    電動歯ブラシお願いします: 7,
    トートバッグはどこ: 8,
    ﾍｯﾄﾞﾎﾝはまだですか: 9,
    指輪はいつ: 10,
    傘はどこですか: 11,
    靴まだ届きません: 12,
    マットレスはいつ来ますか: 13,
    "娘のぬいぐるみは？": 14,
  },
  other: {
    我的滚轴呢: 0,
    泡沫轴到哪了: 0,
    "wo ist meine Rolle": 0,
    "¿y el rodillo?": 0,
    "wann kommt die Zahnbürste": 7,
    "el paraguas no llega": 11,
  },
};

/** What customers say of no goods, though words of it are some in another sentence or language. */
const saidOfNone: Readonly<Record<string, readonly string[]>> = {
  fr: [
    "je tente de suivre ma commande depuis hier",
    "je cherche le numéro de suivi",
    "montre-moi mes commandes",
    "où est mon colis ?",
    "laisse tomber",
    "la carte a été refusée",
    "le livreur n'est pas venu",
    "mon colis est livré mais je n'ai rien reçu",
    "quand est-ce livré ?",
    "il y a un échec de paiement",
    "je la laisse au voisin",
    "ça affiche livré",
    "je vais au bureau demain",
    "dans le cadre de ma commande",
    "c'est pas la peine",
    "je suis enceinte et j'attends depuis deux semaines",
    "un outil de suivi svp",
    "deux colis, un seul reçu",
    "merci pour tout",
    "annuler ma commande",
    "je veux être remboursé",
    "je voudrais parler à quelqu'un",
    "pas de souci",
    "l'article est dans mon panier",
    "il me reste quatre jours",
    "le prix est faux",
    "combien ça coûte pour la livraison",
    "le colis n'a pas bougé",
    "ils ont sonné à la porte",
    "c'est pour qui le retour",
  ],
  "pt-BR": [
    "cadê meu pacote?",
    "quando chega a encomenda?",
    "bota na portaria por favor",
    "a caixa veio aberta",
    "quero que saia logo",
    "isso está mal embalado",
    "desde maio estou esperando",
    "comprei em março",
    "onde posso colar o código?",
    "a qualidade é má",
    "a qualidade é mala",
    "não chegou até agora",
    "já faz dias",
    "quero falar com o sac",
    "que saco, ainda nada",
    "qual o número do pedido",
    "o carrinho está vazio",
    "mais ou menos quando chega?",
    "pois é, depois eu vejo",
    "chega em meia hora?",
    "quero cancelar",
    "não consigo pagar com cartão",
    "tem nota fiscal?",
    "no escritório não tem ninguém",
    "vou no banco pagar o boleto",
    "a loja não responde",
    "veste bem?",
    "o controle de entrega falhou",
    "pagamento não passou",
    "dois pedidos, só um chegou",
  ],
  ja: [
    "荷物はどこですか",
    "注文をキャンセルしたい",
    "ダンボールが潰れていた",
    "アドレスを変更したい",
    "ドライバーはどこですか",
    "いくつ届きますか",
    "遅いすぎます",
    "日本にはいつ届きますか",
    "本当ですか",
    "お盆までに届きますか",
    "ブロックされました",
    "トランプ",
    "スタンプを送ります",
    "フォーマットを教えて",
    "サービスが悪い",
    "ベストな方法は",
    "かごに入れた商品",
    "番号をなくした",
    "スマホで見られますか",
    "カードで払えますか",
    "ペンディングですか",
    "送料はいくら",
    "メールが来ない",
    "領収書をください",
    "サイズを交換したい",
    "お急ぎで頼みます",
    "コードが違います",
    "このケースはどうなりますか",
    "担当者と話したい",
    "アイスクリームはありますか",
    "パッケージはまだですか",
    "ヘルプデスクにつないで",
  ],
  de: [
    "das spielt keine Rolle",
    "was hat das gekostet",
    "bin ich angemeldet",
    "bis 18 Uhr bin ich zu Hause",
    "wer hat das Paket angenommen",
  ],
  es: [
    "¿te puedo preguntar algo?",
    "el paquete vino roto",
    "¿puedo recogerlo en la tienda?",
    "tengo un pedido pendiente",
    "solo tengo el teléfono",
    "el soporte no responde",
    "la mala calidad del envío",
  ],
};

for (const [language, sentences] of Object.entries(saidElsewhere)) {
  test(`a sentence in another language names what a shop has in English: ${language}`, () => {
    for (const [sentence, place] of Object.entries(sentences)) {
      assert.deepEqual(matchTitles(sentence, shop), [place], sentence);
    }
  });
}

for (const [language, sentences] of Object.entries(saidOfNone)) {
  test(`a sentence of no goods names none of all that is known: ${language}`, () => {
    const titles = goods.map((row) => [(row.split("|", 1)[0] ?? "").replace(/ .*/, "")]);
    for (const sentence of sentences) {
      const named = matchTitles(sentence, titles).map((place) => titles[place]?.[0]);
      assert.deepEqual(named, [], sentence);
      assert.equal(mentionsOtherGoods(sentence, ["Rain Jacket"]), "no", sentence);
    }
  });
}

test("a short text names goods in the words of its language, also where these are read in English", () => {
  for (const said of ["ma veste ?", "et la lampe", "mes rouleaux svp"]) {
    assert.equal(namesGoods(said, "fr", false), true, said);
  }
  assert.equal(namesGoods("e a luminária?", "pt-BR", false), true);
  for (const said of ["ランプは?", "ジャケットまだ?", "靴下は？"]) {
    assert.equal(namesGoods(said, "ja", false), true, said);
  }
  assert.equal(namesGoods("ダンボールは?", "ja", false), false);
  assert.equal(namesGoods("アドレスは?", "ja", false), false);
});

test("a longer name is not read in its parts", () => {
  const bags = [["Tote Bag"], ["Sleeping Bag"], ["Backpack"]];
  assert.deepEqual(matchTitles("mon sac de couchage", bags), [1]);
  assert.deepEqual(matchTitles("mon sac à dos", bags), [2]);
  assert.deepEqual(matchTitles("ペンダントは？", [["Fountain Pen"], ["Pearl Necklace"]]), [1]);
  assert.deepEqual(matchTitles("capa de chuva", [["Phone Case"], ["Raincoat"]]), [1]);
});

test("each row of goods is named in seven languages", () => {
  for (const row of goods) {
    const columns = row.split("|");
    assert.equal(columns.length, 7, row);
    assert.ok(
      columns.every((names) => /^\S+(?: \S+)*$/.test(names)),
      row,
    );
  }
});
