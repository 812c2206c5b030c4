import assert from "node:assert/strict";
import { test } from "node:test";
import { accountToSend, comparableAccount, isMailAddress, isPhone } from "./account.ts";

test("emails are the same in any ASCII letter case, and in nothing else", () => {
  assert.equal(comparableAccount("Yilia@MeetBot.biz"), "yilia@meetbot.biz");
  const lookAlikes = [
    "\u212Aen@example.com",
    "yİlia@meetbot.biz",
    "yilía@meetbot.biz",
    "ｙilia@meetbot.biz",
    "yilia@meetbot.biz ",
  ];
  for (const account of lookAlikes) {
    assert.notEqual(comparableAccount(account), "ken@example.com");
    assert.notEqual(comparableAccount(account), "yilia@meetbot.biz");
  }
});

test("accounts that are no emails are taken as they are", () => {
  assert.equal(comparableAccount("Customer-7"), "Customer-7");
});

test("a telephone number is the same however its digits are set apart, and no other one", () => {
  const spellings = [
    "+8613812345678",
    "+86 138 1234 5678",
    "+86-138-1234-5678",
    "+86 (138) 1234.5678",
  ];
  for (const account of spellings) assert.equal(comparableAccount(account), "+8613812345678");
  // National ones, of another country, with a trunk 0, an extension, other digits or a letter: all are others.
  const others = [
    "13812345678",
    "8613812345678",
    "008613812345678",
    "+1 381 234 5678",
    "+86 (0)138 1234 5678",
    "+86 138 1234 5678 ext. 5",
    "+86138１2345678",
    "+86١٣٨12345678",
    "+861381234567O",
    "+0613812345678",
    "+86138123456789012",
    "++8613812345678",
  ];
  for (const account of others) assert.notEqual(comparableAccount(account), "+8613812345678");
  assert(isPhone("+8613812345678"));
  for (const account of [...others, ...spellings.slice(1)]) {
    assert(!isPhone(account), account);
  }
});

test("a telephone number travels in E.164, and every other account as it is written", () => {
  assert.equal(accountToSend("+86 138-1234-5678"), "+8613812345678");
  for (const account of ["Yilia@MeetBot.biz", "13812345678", "Customer-7", "+7"]) {
    assert.equal(accountToSend(account), account);
  }
});

test("a mail goes to one plain ASCII address only", () => {
  const plain = [
    "yilia@meetbot.biz",
    "a.b+c_d-e@sub.example.co.uk",
    "O'Brien@example.com",
    "a@xn--fiq228c.com",
  ];
  for (const address of plain) assert(isMailAddress(address), address);
  const others = [
    "",
    "yilia",
    "yilia@localhost",
    "yilia@10.0.0.1",
    "yilia@[10.0.0.1]",
    "\u212Aen@example.com",
    "josé@example.com",
    "yilia@münchen.example",
    "ｙilia@meetbot.biz",
    '"yilia"@meetbot.biz',
    '"a@b.com, yilia"@meetbot.biz',
    "a@b.com,yilia@meetbot.biz",
    "a@b.com yilia@meetbot.biz",
    "a@b.com;yilia@meetbot.biz",
    "a@b@meetbot.biz",
    "yilia%evil.com@meetbot.biz",
    "%@meetbot.biz",
    "*@meetbot.biz",
    "yilia@meetbot.biz\n",
    "yilia@meetbot.biz\r\nBcc: b@evil.com",
    "<yilia@meetbot.biz>",
    "yilia@meetbot.biz(evil)",
    ".yilia@meetbot.biz",
    "yi..lia@meetbot.biz",
    "yilia@-meetbot.biz",
    `${"a".repeat(65)}@meetbot.biz`,
    `a@${"b.".repeat(130)}com`,
  ];
  for (const address of others) assert(!isMailAddress(address), JSON.stringify(address));
});

test("an address is judged in linear time", () => {
  const long = `${"a.".repeat(50_000)}@${"b-".repeat(50_000)}`;
  const start = process.cpuUsage();
  assert.equal(comparableAccount(`+1${" (".repeat(50_000)}`).length, 100_002);
  assert(!isMailAddress(long));
  assert(process.cpuUsage(start).user < 1_000_000); // microseconds of the processor's time
});
