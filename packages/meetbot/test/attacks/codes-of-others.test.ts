import assert from "node:assert/strict";
import { after, test } from "node:test";
import { signIdentity } from "@meetbot/sdk";
import { startInstallation } from "../fixtures/installation.ts";
import { assertOneRecipientEach } from "../fixtures/mail-server.ts";
import { lookUpsOf, startOwnShop } from "../fixtures/own-shop.ts";
import { assertSees, assertUnseen, createShopper, type Shopper } from "../fixtures/shopper.ts";
import { askForCode, replies, type } from "../fixtures/typed-codes.ts";

// Strangers have a code, but of another conversation, of their own mailbox, or one that is over.

const shoppers: Shopper[] = [];
const shop = await startOwnShop({ after }, lookUpsOf(shoppers));
const { mail, createBot, newGuest } = await startInstallation({ after }, { shop });
const [code, ladder] = await Promise.all([createBot("code"), createBot("ladder")]);
const { sent, wrong, enough } = replies;

after(() => assertOneRecipientEach(mail));

/** Somebody of this test's own, so that no test uses up what another needs. */
function newShopper(name: string): Shopper {
  const shopper = createShopper(name);
  shoppers.push(shopper);
  return shopper;
}

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
  await guest.say(`my orders, ${stranger.email}`, 2);
  await guest.tap("Get a code by email", 1);
  const own = mail.codeFor(stranger.email);
  const [refused] = await guest.say(email, 1);
  assert.match(refused?.text ?? "", /^That mailbox does not take my mail/);
  await guest.say(own, 1);
  await guest.say(`my orders, ${email}`, 2);
  assertUnseen(guest, everything);
});

test("the code for the own mailbox proves nothing where no more codes go to the other's", async () => {
  const { email, everything } = newShopper("limited");
  // Three an hour, and three more for networks that have not asked yet.
  for (let count = 0; count < 6; count++) await askForCode(await newGuest(code), email);
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
  await guest.say(`where is my order ${known!.order_number}?`, 2);
  await guest.tap("See all details", 1);
  await guest.say(stranger.email, 1);
  const [right, notThere] = await guest.say(mail.codeFor(stranger.email), 2);
  assert.match(right?.text ?? "", /^Thank you/);
  assert.equal(notThere?.kind, "text");
  await guest.say(`my order ${known!.order_number}`, 2);
  await guest.say(`my orders, ${email}`, 2);
  assertUnseen(guest, [...person, other!.order_number, other!.elements[0]!.title]);
});

test("a stranger who used up somebody's mails locks out neither who is proved nor who is signed in", async () => {
  const customer = newShopper("kept");
  const proved = await newGuest(code);
  assert.match(await askForCode(proved, customer.email), sent);
  await proved.say(mail.codeFor(customer.email), 3);
  const guests = [];
  for (let count = 0; count < 6; count++) guests.push(await newGuest(code));
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
