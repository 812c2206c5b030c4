import assert from "node:assert/strict";
import { after, test } from "node:test";
import { post } from "../fixtures/conversation.ts";
import { startInstallation } from "../fixtures/installation.ts";
import { assertOneRecipientEach } from "../fixtures/mail-server.ts";
import { lookUpsOf, startOwnShop } from "../fixtures/own-shop.ts";
import { assertSees, assertUnseen, createShopper, type Shopper } from "../fixtures/shopper.ts";
import { askForCode, fullWidth, otherThan, replies, type } from "../fixtures/typed-codes.ts";

// Strangers want the orders of somebody whose email they know, have no mailbox, and guess.

const shoppers: Shopper[] = [];
const shop = await startOwnShop({ after }, lookUpsOf(shoppers));
const { mail, createBot, newGuest, newNetwork } = await startInstallation(
  { after },
  { shop, nodes: 2 },
);
const [code, ladder] = await Promise.all([createBot("code"), createBot("ladder")]);
const { sent, wrong, usedUp, noLonger, enough } = replies;

after(() => assertOneRecipientEach(mail));

/** Somebody of this test's own, so that no test uses up what another needs. */
function newShopper(name: string): Shopper {
  const shopper = createShopper(name);
  shoppers.push(shopper);
  return shopper;
}

test("whoever has the mailbox types the code as people do, and sees everything", async () => {
  const customer = newShopper("honest");
  const guest = await newGuest(code);
  const before = shop.asked.length;
  assert.match(await askForCode(guest, customer.email), sent);
  assert.equal(shop.asked.length, before, "the shop was asked before anything was proved");
  assertUnseen(guest, customer.everything);

  const typed = mail.codeFor(customer.email);
  const spaced = `${fullWidth(typed.slice(0, 3))} ${typed.slice(3)}`;
  await guest.say(`it says ${spaced}, thank you`, 3);
  assertSees(guest, customer);
  assert.doesNotMatch(
    mail.mailsTo(customer.email)[0]!.source,
    new RegExp(`^Subject:.*${typed}`, "m"),
  );
});

test("a guest of the ladder sees little, gets a code, and sees everything", async () => {
  const customer = newShopper("laddered");
  const guest = await newGuest(ladder);
  await guest.say(`my orders, ${customer.email}`, 2);
  assertUnseen(guest, customer.everything);
  await guest.tap("Get a code by email", 1);
  const digits = [...mail.codeFor(customer.email)].join("-");
  await guest.say(`验证码：${fullWidth(digits)}。`, 3);
  assertSees(guest, customer);
});

test("a stranger guesses five times; then the right code is none either", async () => {
  const { email, everything } = newShopper("tried");
  const guest = await newGuest(code);
  assert.match(await askForCode(guest, email), sent);
  const right = mail.codeFor(email);
  for (const left of [4, 3, 2]) {
    assert.match(await type(guest, otherThan(right, left)), new RegExp(`You have ${left} more`));
  }
  assert.match(await type(guest, otherThan(right, 5)), /You have one more try/);
  assert.match(await type(guest, otherThan(right, 6)), usedUp);
  assert.match(await type(guest, right), noLonger);
  assert.match(await type(guest, `the code is ${right}`), /./);
  assertUnseen(guest, everything);
});

test("strangers in many networks on two nodes get six mails and thirty tries an hour", async () => {
  const { email, everything } = newShopper("hunted");
  const guests = await Promise.all(
    Array.from({ length: 12 }, (_, nth) => newGuest(code, { url: newNetwork(nth % 2) })),
  );
  const heard = await Promise.all(guests.map((guest) => askForCode(guest, email)));
  const rights = mail.mailsTo(email).map(({ source }) => /^(\d{6})\r$/m.exec(source)![1]!);
  assert.equal(rights.length, 6);
  assert.equal(heard.filter((text) => sent.test(text)).length, 6);
  assert.equal(heard.filter((text) => enough.test(text)).length, 6);

  let tries = 0;
  let next = 1;
  for (let round = 0; round < 7; round++) {
    const guesses = guests.map((guest) => {
      while (rights.includes(otherThan("000000", next))) next += 1;
      return type(guest, otherThan("000000", next++));
    });
    tries += (await Promise.all(guesses)).filter((text) => wrong.test(text)).length;
  }
  assert.equal(tries, 30);
  for (const right of rights) await Promise.all(guests.map((guest) => type(guest, right)));
  const again = await Promise.all(guests.map((guest) => askForCode(guest, email)));
  assert.deepEqual(
    again.filter((text) => sent.test(text)),
    [],
  );
  assert.equal(mail.mailsTo(email).length, 6);
  for (const guest of guests) assertUnseen(guest, everything);
});

test("strangers who ask at the same instant, again and again, never get a seventh mail", async () => {
  const guests = await Promise.all(
    Array.from({ length: 12 }, (_, nth) => newGuest(code, { url: newNetwork(nth % 2) })),
  );
  for (const name of ["stormed", "flooded", "swarmed", "mobbed", "crowded"]) {
    const { email } = newShopper(name);
    await Promise.all(guests.map((guest) => askForCode(guest, email)));
    assert.equal(mail.mailsTo(email).length, 6, email);
  }
});

test("who knows an email does not keep its owner, who comes from elsewhere, from a code", async () => {
  const { email } = newShopper("starved");
  const url = newNetwork();
  const fromOne = async () => askForCode(await newGuest(code, { url }), email);
  for (let nth = 0; nth < 3; nth++) assert.match(await fromOne(), sent);
  assert.match(await fromOne(), enough);
  const home = newNetwork(1);
  assert.match(await askForCode(await newGuest(code, { url: home }), email), sent);
  assert.match(await askForCode(await newGuest(code, { url: home }), email), enough);
  assert.match(await fromOne(), enough);
});

test("another spelling of the same address has no mails of its own", async () => {
  const { email } = newShopper("spelled");
  const [local = "", domain = ""] = email.split("@");
  const spellings = [
    email,
    email.toUpperCase(),
    `${local}@${domain.toUpperCase()}`,
    `S${local.slice(1)}@${domain}`,
    `${local.toUpperCase()}＠${domain}`,
    `<${email}>`,
    `"${email}"`,
    `mailto:${email}`,
  ];
  const heard = [];
  const url = newNetwork();
  for (const spelling of spellings) {
    heard.push(await askForCode(await newGuest(code, { url }), spelling));
  }
  assert.deepEqual(
    heard.filter((text) => sent.test(text)),
    heard.slice(0, 3),
  );
  assert.equal(heard.filter((text) => enough.test(text)).length, spellings.length - 3);
  assert.equal(mail.named.filter((one) => one.toLowerCase() === email).length, 3);
});

test("guesses that reach both nodes at the same moment are five tries together", async () => {
  const { email, everything } = newShopper("raced");
  const guest = await newGuest(code);
  assert.match(await askForCode(guest, email), sent);
  const right = mail.codeFor(email);
  const seats = [0, 1].map((node) => ({
    ...guest.seat,
    base: `${newNetwork(node)}/chat/${code.botId}`,
  }));
  const guesses = Array.from({ length: 14 }, (_, nth) => otherThan(right, nth + 1));
  await Promise.all(guesses.map((text, nth) => post(seats[nth % 2]!, { text })));
  const heard = (await guest.replies(guesses.length)).map(({ text = "" }) => text);
  assert.equal(heard.filter((text) => wrong.test(text)).length, 5);
  assert.equal(heard.filter((text) => noLonger.test(text)).length, guesses.length - 5);
  assert.match(await type(guest, right), noLonger);
  assertUnseen(guest, everything);
});
