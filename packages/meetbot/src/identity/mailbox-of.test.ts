import assert from "node:assert/strict";
import { test } from "node:test";
import { mailboxOf } from "./mailbox-of.ts";

const same = (one: string, ...others: string[]) => {
  for (const other of others) assert.equal(mailboxOf(other), mailboxOf(one), other);
};
const different = (one: string, ...others: string[]) => {
  for (const other of others) assert.notEqual(mailboxOf(other), mailboxOf(one), other);
};

test("a name with a tag is the mailbox of the name, with every provider", () => {
  same("emma@example.com", "emma+1@example.com", "Emma+shop+2@EXAMPLE.com", "emma+@example.com");
  same("emma@outlook.com", "emma+shop@outlook.com");
});

test("the dots, the tags and the two domains of Gmail are one mailbox", () => {
  same(
    "emmastone@gmail.com",
    ...["emma.stone@gmail.com", "E.m.m.a.Stone@Gmail.com", "emmastone@googlemail.com"],
    ...["emma.stone+shop.1@googlemail.com", "EmmaStone+a+b@gmail.com"],
  );
});

test("a provider's other domains are the same mailbox", () => {
  same("emma@icloud.com", "emma@me.com", "emma+1@mac.com");
  same("emma@proton.me", "emma@protonmail.com", "emma@pm.me");
  same("emma@yandex.ru", "emma@ya.ru", "emma+1@yandex.com", "emma@yandex.by", "emma@yandex.kz");
});

test("elsewhere a dot makes another mailbox, and so does another domain", () => {
  different("emma.stone@example.com", "emmastone@example.com");
  different("emma.stone@icloud.com", "emmastone@icloud.com");
  different("emma@gmail.com", "emma@gmail.example.com", "emma@notgmail.com", "emma@hotmail.com");
});

test("an account that is no email is itself", () => {
  assert.equal(mailboxOf("+4917012345"), "+4917012345");
});
