import assert from "node:assert/strict";
import { after, test } from "node:test";
import { signIdentity } from "@meetbot/sdk";
import { post } from "../fixtures/conversation.ts";
import type { Guest } from "../fixtures/guest.ts";
import { startInstallation } from "../fixtures/installation.ts";
import { lookUpsOf, startOwnShop } from "../fixtures/own-shop.ts";
import { assertSees, assertUnseen, createShopper, type Shopper } from "../fixtures/shopper.ts";

// Strangers want the orders of somebody whose email they know, and do not have the mailbox.

const shoppers: Shopper[] = [];
const shop = await startOwnShop({ after }, lookUpsOf(shoppers));
const { mail, createBot, newGuest, newNetwork } = await startInstallation(
  { after },
  { shop, nodes: 2 },
);
const [code, ladder] = await Promise.all([createBot("code"), createBot("ladder")]);

after(() => {
  for (const { recipients, source } of mail.mails) {
    assert.equal(recipients.length, 1, "a mail goes to exactly one recipient");
    assert.match(source, new RegExp(`^To: ${recipients[0]}\\r$`, "m"));
    assert.doesNotMatch(source, /^(?:b?cc|resent-to):/im);
  }
});

const sent = /^I have sent a code to/;
const wrong = /^That (?:is not the code|was not the code either)/;
const usedUp = /^That was not the code either/;
const noLonger = /^That code no longer counts/;
const enough = /^Enough codes were sent to/;

/** Somebody of this test's own, so that no test uses up what another needs. */
function newShopper(name: string): Shopper {
  const shopper = createShopper(name);
  shoppers.push(shopper);
  return shopper;
}

/** Has a code sent, or is told that enough were. */
async function askForCode(guest: Guest, email: string): Promise<string> {
  const [reply] = await guest.say(`my orders, ${email}`, 1);
  return reply?.text ?? "";
}

/** Types something of which one reply comes. */
async function type(guest: Guest, text: string): Promise<string> {
  const [reply] = await guest.say(text, 1);
  return reply?.text ?? "";
}

/** Another code than this one, a different one for each `step` below a million. */
function otherThan(right: string, step: number): string {
  return String((Number(right) + step) % 1_000_000).padStart(6, "0");
}

const fullWidth = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

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
  await guest.say(`my orders, ${customer.email}`, 3);
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

test("strangers in many conversations on two nodes get three mails and fifteen tries an hour", async () => {
  const { email, everything } = newShopper("hunted");
  const guests = await Promise.all(
    Array.from({ length: 12 }, (_, nth) => newGuest(code, { url: newNetwork(nth % 2) })),
  );
  const heard = await Promise.all(guests.map((guest) => askForCode(guest, email)));
  const rights = mail.mailsTo(email).map(({ source }) => /^(\d{6})\r$/m.exec(source)![1]!);
  assert.equal(rights.length, 3);
  assert.equal(heard.filter((text) => sent.test(text)).length, 3);
  assert.equal(heard.filter((text) => enough.test(text)).length, 9);

  let tries = 0;
  let next = 1;
  for (let round = 0; round < 7; round++) {
    const guesses = guests.map((guest) => {
      while (rights.includes(otherThan("000000", next))) next += 1;
      return type(guest, otherThan("000000", next++));
    });
    tries += (await Promise.all(guesses)).filter((text) => wrong.test(text)).length;
  }
  assert.equal(tries, 15);
  for (const right of rights) await Promise.all(guests.map((guest) => type(guest, right)));
  const again = await Promise.all(guests.map((guest) => askForCode(guest, email)));
  assert.deepEqual(
    again.filter((text) => sent.test(text)),
    [],
  );
  assert.equal(mail.mailsTo(email).length, 3);
  for (const guest of guests) assertUnseen(guest, everything);
});

test("strangers who ask at the same instant, again and again, never get a fourth mail", async () => {
  const guests = await Promise.all(
    Array.from({ length: 12 }, (_, nth) => newGuest(code, { url: newNetwork(nth % 2) })),
  );
  for (const name of ["stormed", "flooded", "swarmed", "mobbed", "crowded"]) {
    const { email } = newShopper(name);
    await Promise.all(guests.map((guest) => askForCode(guest, email)));
    assert.equal(mail.mailsTo(email).length, 3, email);
  }
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
  for (const spelling of spellings) heard.push(await askForCode(await newGuest(code), spelling));
  assert.deepEqual(
    heard.filter((text) => sent.test(text)),
    heard.slice(0, 3),
  );
  assert.equal(heard.filter((text) => enough.test(text)).length, spellings.length - 3);
  assert.equal(mail.named.filter((one) => one.toLowerCase() === email).length, 3);
});

test("a code opens no other conversation than the one it was sent for", async () => {
  const { email, everything } = newShopper("shared");
  const [one, other] = [await newGuest(code), await newGuest(code)];
  assert.match(await askForCode(one, email), sent);
  const codeOfOne = mail.codeFor(email);
  assert.match(await askForCode(other, email), sent);
  const codeOfOther = mail.codeFor(email);
  if (codeOfOne === codeOfOther) return; // one in a million
  assert.match(await type(one, codeOfOther), wrong);
  assert.match(await type(other, codeOfOne), wrong);
  const third = await newGuest(code);
  for (const foreign of [codeOfOne, codeOfOther]) await type(third, foreign);
  for (const guest of [one, other, third]) assertUnseen(guest, everything);
});

test("a stranger who has a code for their own mailbox names another email, and it proves nothing", async () => {
  const { email, everything } = newShopper("swapped");
  const stranger = newShopper("swapper");
  const guest = await newGuest(code);
  assert.match(await askForCode(guest, stranger.email), sent);
  const own = mail.codeFor(stranger.email);
  assert.match(await askForCode(guest, email), sent);
  assert.match(await type(guest, own), wrong);
  assert.match(await type(guest, `${email} ${own}`), wrong);

  // With both in one sentence the code counts, and for the mailbox it was sent to.
  assert.match(await askForCode(guest, stranger.email), sent);
  await guest.say(`${email} ${mail.codeFor(stranger.email)}`, 3);
  assertSees(guest, stranger);
  assert.match(await askForCode(guest, email), sent);
  assertUnseen(guest, everything);
  assert(!shop.accounts().includes(email));
});

test("the code for the own mailbox proves nothing where the other's mail is refused", async () => {
  const { email, everything } = newShopper("bounced");
  const stranger = newShopper("bouncer");
  mail.refuse(email);
  const guest = await newGuest(ladder);
  await guest.say(`my orders, ${stranger.email}`, 3);
  const own = await mailedTo(guest, stranger.email);
  const [refused] = await guest.say(email, 1);
  assert.match(refused?.text ?? "", /^That mailbox does not take my mail/);
  await guest.say(own, 1);
  await guest.say(`my orders, ${email}`, 2);
  assertUnseen(guest, everything);
});

test("the code for the own mailbox proves nothing where no more codes go to the other's", async () => {
  const { email, everything } = newShopper("limited");
  for (let count = 0; count < 3; count++) await askForCode(await newGuest(code), email);
  const guest = await newGuest(code);
  assert.match(await askForCode(guest, "other-stranger@shopper.example"), sent);
  const own = mail.codeFor("other-stranger@shopper.example");
  assert.match(await askForCode(guest, email), enough);
  await type(guest, own);
  assert.match(await askForCode(guest, email), enough);
  await type(guest, own);
  assertUnseen(guest, everything);
  assert(!shop.accounts().includes(email));
});

test("a stranger who knows a number has it looked for in their own account only", async () => {
  const { email, orders, person } = newShopper("numbered");
  const stranger = newShopper("numberer");
  const [known, other] = orders;
  const guest = await newGuest(ladder);
  await guest.say(`where is ${known!.order_number}?`, 2);
  await guest.tap("See all details", 1);
  await guest.say(stranger.email, 1);
  const [, notThere] = await guest.say(mail.codeFor(stranger.email), 2);
  assert.match(notThere?.text ?? "", /^I find no order with the number/);
  await guest.say(`my order ${known!.order_number}`, 2);
  await guest.say(`my orders, ${email}`, 2);
  assertUnseen(guest, [...person, other!.order_number, other!.elements[0]!.title]);
});

test("a stranger who used up somebody's mails locks out neither who is proved nor who is signed in", async () => {
  const customer = newShopper("kept");
  const proved = await newGuest(code);
  assert.match(await askForCode(proved, customer.email), sent);
  await proved.say(mail.codeFor(customer.email), 3);
  const guests = [await newGuest(code), await newGuest(code), await newGuest(code)];
  const heard = [];
  for (const guest of guests) heard.push(await askForCode(guest, customer.email));
  assert.match(heard.at(-1)!, enough);

  await proved.say("my orders", 2);
  assertSees(proved, customer);
  const { botId, identitySecret } = code;
  const identity = signIdentity({ identitySecret, botId, account: customer.email });
  const signedIn = await newGuest(code, { body: { identity } });
  await signedIn.say("my orders", 2);
  assertSees(signedIn, customer);
  for (const guest of guests) assertUnseen(guest, customer.everything);
});

test("a code that was sent again is the only one that counts", async () => {
  const customer = newShopper("resent");
  const guest = await newGuest(code);
  await askForCode(guest, customer.email);
  const older = mail.codeFor(customer.email);
  await guest.tap("Send it again", 1);
  const newer = mail.codeFor(customer.email);
  if (older !== newer) assert.match(await type(guest, older), wrong);
  assertUnseen(guest, customer.everything);
  await guest.say(newer, 3);
  assertSees(guest, customer);
});

test("whoever finds a chat that was left with cancel or start over types its code in vain", async () => {
  for (const words of ["cancel", "Start over"]) {
    const { email, everything } = newShopper(words === "cancel" ? "canceling" : "restarting");
    const guest = await newGuest(code);
    assert.match(await askForCode(guest, email), sent);
    const right = mail.codeFor(email);
    await type(guest, words);
    await type(guest, right);
    await type(guest, `my code is ${right}`);
    assertUnseen(guest, everything);
    assert(!shop.accounts().includes(email));
  }
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

/** Taps for a code and reads it, as who has the mailbox can. */
async function mailedTo(guest: Guest, email: string): Promise<string> {
  await guest.tap("Get a code by email", 1);
  return mail.codeFor(email);
}
