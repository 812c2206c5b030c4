import assert from "node:assert/strict";
import { test } from "node:test";
import { campingShop } from "../../test/fixtures/camping-shop.ts";
import { openTalk, textsOf } from "../turn/talk.fixture.ts";

// Goods that are named beside the order on the screen: in it, in another one, or in none.

const [jacket, lamp, tent] = ["31261118007", "31261120001", "31261101003"];

/** The texts of the last answer to a guest. */
async function told(...said: string[]): Promise<string> {
  const talk = openTalk(campingShop);
  await talk.open();
  let texts: string[] = [];
  for (const line of said) texts = textsOf(await talk.say(line));
  return texts.join(" ");
}

const elsewhere =
  "This order contains Rain Jacket and Wool Socks. If you mean another one, send me its number.";

test("nothing of the order on the screen is told of goods that are in another one", async () => {
  for (const said of [
    "when does the lamp come",
    "how much was the lamp",
    "who brings the tent",
    "and the lamp?",
    "帐篷什么时候到",
  ]) {
    const answer = await told(jacket, said);
    assert.doesNotMatch(answer, /84\.50|Dec 3|SF Express/, said);
    if (!/\p{Script=Han}/u.test(said)) assert.equal(answer, elsewhere, said);
  }
});

test("goods whose kind is not known may be called otherwise in the shop: both is said", async () => {
  const answer = await told(lamp, "when does the zorblax arrive");
  assert.match(answer, /not been sent yet/);
});

test("goods that are a part of it are told with how the whole stands", async () => {
  assert.match(await told(jacket, "and the socks"), /contains 3 × Wool Socks\..*in transit/);
});

test("what was asked of one is asked of the next that is pointed at", async () => {
  assert.match(
    await told(`${jacket} ${tent}`, "how much was the first", "and the second?"),
    /199\.00/,
  );
  assert.match(
    await told(jacket, "how much was shipping", "and the socks"),
    /\$30\.00 \(\$10\.00 each\)/,
  );
  const anew = await told(
    `${jacket} ${tent}`,
    "how much was the first",
    "show me the second order",
  );
  assert.match(anew, /was delivered/);
});

test("a guest is told what the orders on the screen cost together, and each of them", async () => {
  const sum =
    "3 orders (Rain Jacket +1 more $84.50, Oak Desk Lamp $39.00, Two Person Tent $199.00) come to $322.50 together.";
  assert.equal(await told(`${jacket} ${lamp} ${tent}`, "what did i spend altogether"), sum);
  assert.match(await told(`${jacket} ${tent}`, "wer liefert das erste", "一共花了多少"), /283\.50/);
  assert.match(
    await told(`${jacket} ${tent}`, "which of them was more expensive?"),
    /Two Person Tent.*199/,
  );
});

test("of orders that are hidden none can be pointed at by how far it is", async () => {
  for (const said of ["which one is sent already", "the delivered one", "到了的那个"]) {
    assert.match(await told("mara@example.com", said), /status|状态|orders?|订单/, said);
  }
});

/** What an account calls by its name in another language than the shop's, and what the shop calls it. */
const ownWords: readonly (readonly [said: string, goods: RegExp])[] = [
  ["ジャケットまだ?", /1 × Rain Jacket/],
  ["ランプは?", /Oak Desk Lamp/],
  ["et mes chaussettes ?", /3 × Wool Socks/],
  ["ma veste svp", /1 × Rain Jacket/],
  ["cadê minha luminária", /Oak Desk Lamp/],
  ["e a barraca?", /Two Person Tent/],
];

for (const [said, goods] of ownWords) {
  test(`an account finds its order by goods in its own language: ${said}`, async () => {
    const talk = openTalk(campingShop);
    await talk.open("mara@example.com");
    assert.match(textsOf(await talk.say(said)).join(" "), goods);
  });
}
