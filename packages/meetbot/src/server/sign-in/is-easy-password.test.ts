import assert from "node:assert/strict";
import { test } from "node:test";
import { isEasyPassword } from "./is-easy-password.ts";

const who = { name: "Ada Lovelace", email: "ada.l@shop.example" };

test("what is tried first is easy: short things repeated, names, and the most common", () => {
  for (const easy of [
    "passwordpassword",
    "PasswordPassword",
    "aaaaaaaaaaaa",
    "abcabcabcabcab",
    "trustno1trustno1",
    "meetbot-meetbot",
    "meetbotpassword1",
    "meetbot-2026",
    "Password2026!",
    "ada.l-ada.l-1",
    "AdaLovelace1!",
    "lovelacelovelace",
    "qwertyuiop123",
    "123456789012",
  ]) {
    assert(isEasyPassword(easy, who), easy);
  }
});

test("a few words in a row are not, whoever is named among them", () => {
  for (const good of [
    "correct horse battery",
    "another horse battery",
    "ada likes green tea",
    "my meetbot password is long",
    "Xk3!vvQ9-tz7",
    "a long way home, a long way home",
  ]) {
    assert(!isEasyPassword(good, who), good);
  }
  assert(!isEasyPassword("correct horse battery", { name: "", email: "" }));
});
