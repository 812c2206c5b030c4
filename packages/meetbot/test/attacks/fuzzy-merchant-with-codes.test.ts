import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startInstallation } from "../fixtures/installation.ts";
import { lookUpsOf, type Search, startOwnShop } from "../fixtures/own-shop.ts";
import { assertSees, assertUnseen, createShopper } from "../fixtures/shopper.ts";

// A shop whose search takes `%` and `*` for anything and sees neither accents nor letter case, and
// strangers whose own mailboxes are named so that this shop takes them for jane.

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const fuzzy: Search = (email, asked) => {
  const pattern = plain(asked)
    .replace(/[.+?^$]/g, "\\$&")
    .replace(/[%*]/g, ".*");
  return new RegExp(`^${pattern}$`).test(plain(email));
};

const jane = createShopper("jane");
/** A number that can be guessed: with the email it counts, alone it does not. */
const shortNumber = "1042";
jane.orders.push({ ...createShopper("jane's").orders[0]!, order_number: shortNumber });
const goods = jane.orders.map(({ elements }) => elements[0]!.title);
const secrets = [...jane.everything, ...goods];

const shop = await startOwnShop({ after }, lookUpsOf([jane], fuzzy));
const { mail, createBot, newGuest } = await startInstallation({ after }, { shop });
const [ladder, code] = await Promise.all([createBot("ladder"), createBot("code")]);

const percents = ["j%ne@shopper.example", "%@shopper.example", "j％ne@shopper.example"];

/** What the shop was asked about, and who was mailed, while something was done. */
async function during(attack: () => Promise<void>): Promise<{ asked: string[]; mailed: string[] }> {
  const [asked, named] = [shop.accounts().length, mail.named.length];
  await attack();
  return { asked: shop.accounts().slice(asked), mailed: mail.named.slice(named) };
}

test("the owner of an email with % is shown the status, and is offered no code", async () => {
  for (const typed of percents) {
    const { asked, mailed } = await during(async () => {
      const guest = await newGuest(ladder);
      const [, list] = await guest.say(`my orders, ${typed}`, 2);
      assert.equal(list?.orders?.length, 3);
      assert.deepEqual(
        list?.choices?.map(({ title }) => title),
        ["Unpaid", "Past"],
      );
      assertUnseen(guest, secrets);
    });
    assert.deepEqual(asked, [typed.normalize("NFKC")]);
    assert.deepEqual(mailed, []);
  }
});

test("the owner of an email with % is refused a code on every way to one", async () => {
  const own = "owner@shopper.example";
  for (const typed of percents) {
    const { asked, mailed } = await during(async () => {
      const direct = await newGuest(code);
      const [first] = await direct.say(`my orders, ${typed}`, 1);
      assert.match(first?.text ?? "", /^I cannot send a code to an email of that form/);
      const changing = await newGuest(code);
      await changing.say(`my orders, ${own}`, 1);
      const [then] = await changing.say(`sorry, ${typed}`, 1);
      assert.match(then?.text ?? "", /^I cannot send a code to an email of that form/);
      await changing.tap("Another email", 1);
      const [again] = await changing.say(typed, 1);
      assert.match(again?.text ?? "", /^I cannot send a code to an email of that form/);
      for (const guest of [direct, changing]) assertUnseen(guest, secrets);
    });
    assert.deepEqual(asked, []);
    assert.deepEqual(mailed, [own]);
  }
});

test("a % in place of the email does not show what is in an order with a short number", async () => {
  for (const typed of percents) {
    const guest = await newGuest(ladder);
    const [notThere] = await guest.say(`where is order ${shortNumber}? ${typed}`, 1);
    assert.match(notThere?.text ?? "", /^I find no order with the number 1042 for that email/);
    await guest.say(`my orders, ${typed}`, 2);
    await guest.say(`where is order ${shortNumber}?`, 1);
    assertUnseen(guest, secrets);
  }
  // Only the email itself opens the order, and the reply shows no more than is in it.
  const guest = await newGuest(ladder);
  await guest.say(`where is order ${shortNumber}? ${jane.email}`, 2);
  assertUnseen(guest, jane.person);
  assert(JSON.stringify(guest.heard).includes("Lamp for jane's"));
});

test("a * never reaches the shop", async () => {
  for (const bot of [ladder, code]) {
    const { asked, mailed } = await during(async () => {
      for (const typed of ["j*ne@shopper.example", "*@shopper.example", "jane@*.example", "*"]) {
        const guest = await newGuest(bot);
        await guest.say(`my orders, ${typed}`, 1);
        assertUnseen(guest, secrets);
      }
    });
    for (const address of [...asked, ...mailed]) assert.equal(address, "ne@shopper.example");
  }
});

test("the code for JANE@ goes to jane@, whose mailbox it is", async () => {
  const { asked, mailed } = await during(async () => {
    const guest = await newGuest(code);
    await guest.say("my orders, JANE@SHOPPER.EXAMPLE", 1);
    await guest.say(mail.codeFor("jane@shopper.example"), 3);
    assertSees(guest, jane);
  });
  assert.deepEqual(asked, ["jane@shopper.example"]);
  assert.deepEqual(mailed, ["jane@shopper.example"]);
});

test("the owner of an email with an accent or another alphabet gets no code and no lookup", async () => {
  const owned = ["jané@shopper.example", "jàne@shopper.example", "jаne@shopper.example"];
  for (const bot of [ladder, code]) {
    const { asked, mailed } = await during(async () => {
      for (const typed of [...owned, "jane@shöpper.example", "jane@shopper.éxample"]) {
        const guest = await newGuest(bot);
        const [reply] = await guest.say(`my orders, ${typed}`, 1);
        assert.equal(reply?.ask, "email");
        assertUnseen(guest, secrets);
      }
    });
    assert.deepEqual({ asked, mailed }, { asked: [], mailed: [] });
  }
});
