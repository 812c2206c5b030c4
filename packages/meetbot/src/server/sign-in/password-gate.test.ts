import assert from "node:assert/strict";
import { lookup } from "node:dns/promises";
import { test } from "node:test";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { createPasswordGate, maxPasswordsInHand, TooManyPasswordsError } from "./password-gate.ts";

const password = "correct horse battery";

test("what the library hashed is known here, and what is hashed here it knows", async () => {
  const gate = createPasswordGate();
  for (const one of [password, "ｆｕｌｌ ｗｉｄｔｈ ﬁ Å", "密码密码密码"]) {
    assert(await gate.verify({ hash: await hashPassword(one), password: one }));
    assert(await verifyPassword({ hash: await gate.hash(one), password: one }));
  }
  const hash = await gate.hash(password);
  assert.notEqual(hash, await gate.hash(password));
  for (const wrong of ["correct horse batterz", "", password.toUpperCase()]) {
    assert(!(await gate.verify({ hash, password: wrong })));
  }
  for (const none of ["", ":", "salt:", hash.slice(0, -1)]) {
    assert(!(await gate.verify({ hash: none, password })));
  }
});

test("beyond those in hand a password is refused at once, and there is room again afterwards", async () => {
  const gate = createPasswordGate();
  const inHand = Array.from({ length: maxPasswordsInHand }, () => gate.hash(password));
  await assert.rejects(gate.hash(password), TooManyPasswordsError);
  await assert.rejects(gate.verify({ hash: "a:b", password }), TooManyPasswordsError);
  assert.equal(new Set(await Promise.all(inHand)).size, maxPasswordsInHand);
  assert.match(await gate.hash(password), /^[0-9a-f]{32}:[0-9a-f]{128}$/);
});

test("a process that fails takes no place with it", async () => {
  const gate = createPasswordGate();
  for (let nth = 0; nth < 3; nth++) {
    // It ends of what is no text.
    const noText = { normalize: () => null } as unknown as string;
    await assert.rejects(gate.hash(noText), /No key could be derived/);
  }
  assert.match(await gate.hash(password), /:/);
});

test("a name is looked up while passwords are hashed, and waits for none of them", async () => {
  const gate = createPasswordGate();
  let hashed = 0;
  const hashes = Array.from({ length: 12 }, () => gate.hash(password).then(() => (hashed += 1)));
  // The first two are at work.
  await hashes[0];
  await Promise.all(Array.from({ length: 8 }, () => lookup("localhost")));
  // On threads that they share, the names would wait until the last ones are begun.
  assert(hashed < 8, `${hashed}`);
  await Promise.all(hashes);
});
