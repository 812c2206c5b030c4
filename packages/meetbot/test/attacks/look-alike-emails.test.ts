import assert from "node:assert/strict";
import { after, test } from "node:test";
import { startInstallation } from "../fixtures/installation.ts";
import { lookUpsOf, startOwnShop } from "../fixtures/own-shop.ts";
import { assertSees, assertUnseen, createShopper } from "../fixtures/shopper.ts";

// Strangers type emails that look like somebody else's, or like two. Whatever is typed: the address
// that the shop is asked about, that is counted, compared and mailed to, is one and the same.

const anyone = createShopper("anyone");
const jane = createShopper("jane", "jane@example.com");
const obliging = await startOwnShop(
  { after },
  lookUpsOf([anyone], () => true),
);
const careful = await startOwnShop({ after }, lookUpsOf([jane]));
const { mail, createBot, newGuest } = await startInstallation({ after }, { shop: obliging });
const [underLadder, underCode, ofJane] = await Promise.all([
  createBot("ladder"),
  createBot("code"),
  createBot("code", careful),
]);

/** Each address once: nobody gets more than three mails an hour. */
const readAs: [what: string, typed: string, address: string][] = [
  ["full width", "ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ada@example.com"],
  ["upper case", "BEA@EXAMPLE.COM", "bea@example.com"],
  ["the Kelvin sign", "\u212Aim@example.com", "kim@example.com"],
  ["the long s", "\u017Fam@example.com", "sam@example.com"],
  ["a ligature", "\uFB01ona@example.com", "fiona@example.com"],
  ["mathematical letters", "\u{1D41C}leo@example.com", "cleo@example.com"],
  ["a leader for a dot", "dora@example\u2024com", "dora@example.com"],
  ["a zero-width space", "el\u200Bla@example.com", "ella@example.com"],
  ["a soft hyphen in the domain", "fay@exam\u00ADple.com", "fay@example.com"],
  ["a bidi override", "\u202Egil@example.com\u202C", "gil@example.com"],
  ["a plus", "jane+eve@example.com", "jane+eve@example.com"],
  ["an underscore", "j_ne@example.com", "j_ne@example.com"],
  ["an IDN as DNS has it", "jane@xn--exmple-cua.com", "jane@xn--exmple-cua.com"],
  ["a leading dash", "-jane@example.com", "-jane@example.com"],
  ["a comma", "hal@example.com,eve@evil.example", "hal@example.com"],
  ["a semicolon", "ida@example.com;eve@evil.example", "ida@example.com"],
  ["angle brackets", "Joe <joe@example.com> <eve@evil.example>", "joe@example.com"],
  ["a group", "friends: leo@example.com, eve@evil.example;", "leo@example.com"],
  ["a line break and a header", "mia@example.com\r\nBcc: eve@evil.example", "mia@example.com"],
  ["an encoded line break", "ned@example.com%0d%0aBcc:eve@evil.example", "ned@example.com"],
  ["a NUL behind it", "ola@example.com\u0000.evil.example", "ola@example.com"],
  ["a mailto link", "mailto:pia@example.com?cc=eve@evil.example", "pia@example.com"],
  ["a second @", "jane@example.com@evil.example", "example.com@evil.example"],
  ["a quoted address before @", '"quin@example.com"@evil.example', "quin@example.com"],
  ["an escaped @", "eve\\@ray@example.com", "ray@example.com"],
  ["a source route", "@evil.example:sue@example.com", "sue@example.com"],
  ["a bang path", "evil.example!tom@example.com", "tom@example.com"],
  ["a star before it", "*uma@example.com", "uma@example.com"],
  ["a comment with an address", "vic (eve@evil.example) @example.com", "eve@evil.example"],
  ["a longer domain", "jane@example.com.evil.example", "jane@example.com.evil.example"],
];

test("what looks like an email, or like two, is one plain address for the shop and for the mail", async () => {
  const [asked, named] = [obliging.accounts().length, mail.named.length];
  await Promise.all(
    readAs.map(async ([what, typed, address]) => {
      const guest = await newGuest(underLadder);
      const [first] = await guest.say(`my orders, ${typed}`, 1);
      assert.notEqual(first?.ask, "email", `no email was read out of ${what}`);
      await guest.replies(1);
      await guest.tap("Get a code by email", 1);
      await guest.say(mail.codeFor(address), 3);
      assertSees(guest, anyone);
    }),
  );
  const addresses = readAs.map(([, , address]) => address).sort();
  assert.deepEqual([...new Set(obliging.accounts().slice(asked))].sort(), addresses);
  assert.deepEqual(mail.named.slice(named).sort(), addresses);
});

const readAsNone: [what: string, typed: string][] = [
  ["a dotless i", "m\u0131ke@example.com"],
  ["a dotted capital I", "\u0130an@example.com"],
  ["an accent", "jan\u00E9@example.com"],
  ["an accent at the start", "\u00E9jane@example.com"],
  ["a Cyrillic letter", "j\u0430ne@example.com"],
  ["a Cyrillic letter in the domain", "jane@ex\u0430mple.com"],
  ["an IDN", "jane@m\u00FCnchen.example"],
  ["a Chinese domain", "jane@\u4F8B\u5B50.example"],
  ["an ideographic full stop", "jane@example\u3002com"],
  ["quotes around its name", '"jane"@example.com'],
  ["quotes and a space", '"eve jane"@example.com'],
  ["a comment", "jane(eve)@example.com"],
  ["a line break before the @", "jane\r\n@example.com"],
  ["an address of a machine", "jane@[127.0.0.1]"],
  ["two dots", "ja..ne@example.com"],
  ["a dot before the @", "jane.@example.com"],
];

test("what is no plain address is none at all: nobody is asked and no mail goes", () =>
  readsNone(readAsNone));

// A letter and a separate accent, as in file names of macOS, look the same as the composed letter, which is refused
// above. Without the accent, the rest is another person's email.
const readAsNoneEither: typeof readAsNone = [
  ["an accent apart", "ja\u0301ne@example.com"],
  ["an accent apart at the start", "e\u0301ve.jane@example.com"],
  ["an accent apart in the domain", "jane@example.co\u0301m"],
  ["an accent apart at the end", "jane@example.com\u0301"],
];

test("an accent written apart from its letter makes no email of the rest, which is another's", () =>
  readsNone(readAsNoneEither));

/** Types each in a conversation of its own. */
async function readsNone(emails: typeof readAsNone): Promise<void> {
  const [asked, named] = [obliging.accounts().length, mail.named.length];
  for (const [what, typed] of emails) {
    const guest = await newGuest(underLadder);
    const [reply] = await guest.say(`my orders, ${typed}`, 1);
    assert.deepEqual(obliging.accounts().slice(asked), [], `${what}: the shop was asked`);
    assert.equal(reply?.ask, "email", what);
    const other = await newGuest(underCode);
    await other.say(`my orders, ${typed}`, 1);
    assert.deepEqual(mail.named.slice(named), [], `${what}: a mail went`);
  }
}

test("an email with a percent sign is asked as it stands, and gets no code", async () => {
  for (const typed of ["jane%example.com@evil.example", "j%ne@example.com", "%@example.com"]) {
    const [asked, named] = [obliging.accounts().length, mail.named.length];
    const guest = await newGuest(underLadder);
    const [, list] = await guest.say(`my orders, ${typed}`, 2);
    assert(!list?.choices?.some(({ title }) => title === "Get a code by email"));
    assert.deepEqual(obliging.accounts().slice(asked), [typed]);

    const other = await newGuest(underCode);
    const [refused] = await other.say(`my orders, ${typed}`, 1);
    assert.match(refused?.text ?? "", /^I cannot send a code to an email of that form/);
    assert.equal(obliging.accounts().length, asked + 1);
    assert.deepEqual(mail.named.slice(named), []);
    for (const one of [guest, other]) assertUnseen(one, anyone.everything);
  }
});

test("spellings that are one address count as one", async () => {
  const spellings = ["\u212Aay@example.com", "ｋａｙ@example.com", "k\u00ADay@EXAMPLE.com"];
  const heard = [];
  // Each guest comes from a network of their own: three more such mails go to a mailbox.
  for (const typed of [...spellings, ...spellings, "kay@example.com"]) {
    const [reply] = await (await newGuest(underCode)).say(`my orders, ${typed}`, 1);
    heard.push(reply?.text?.split(" to ")[0]);
  }
  const sent = "I have sent a code";
  assert.deepEqual(heard, [...Array(6).fill(sent), "Enough codes were sent"]);
  assert.equal(mail.mailsTo("kay@example.com").length, 6);
});

test("a proof for one spelling opens that address, and none that looks like it", async () => {
  const owner = await newGuest(ofJane);
  await owner.say("my orders, Ｊane@example.com", 1);
  await owner.say(mail.codeFor(jane.email), 3);
  await owner.say("my orders, JANE@example.com", 2);
  assertSees(owner, jane);

  const mailboxes = ["jane+eve@example.com", "j_ne@example.com", "jane@example.com.evil.example"];
  for (const mailbox of mailboxes) {
    const stranger = await newGuest(ofJane);
    await stranger.say(`my orders, ${mailbox}`, 1);
    const [right] = await stranger.say(mail.codeFor(mailbox), 2);
    assert.match(right?.text ?? "", /^Thank you/);
    await stranger.say(`my orders, ${jane.email}`, 1);
    await stranger.say(jane.orders[0]!.order_number, 1);
    assertUnseen(stranger, jane.everything);
  }
  assert.deepEqual([...new Set(careful.accounts())].sort(), [...mailboxes, jane.email].sort());
});
