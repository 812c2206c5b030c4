import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import type { PendingCode } from "@meetbot/model/conversation/code.ts";
import type { Mail, MailOutcome } from "@meetbot/model/mail.ts";
import { checkCode, isLiving, sendCode } from "./code.ts";

const now = Date.UTC(2026, 10, 24);
const minute = 60_000;
const to = {
  conversationId: "c_1",
  email: "yilia@meetbot.biz",
  locale: "en",
  botName: "Shop",
} as const;
const hash = (text: string) => createHmac("sha256", "a key").update(text).digest();

/** A desk whose codes are always 042137. */
function openDesk(outcome: MailOutcome = "sent") {
  const mails: Mail[] = [];
  const send = async (mail: Mail) => {
    mails.push(mail);
    return outcome;
  };
  return { mails, desk: { mailer: { send }, hash, newCode: () => "042137" } };
}

async function sent(conversationId: string = to.conversationId): Promise<PendingCode> {
  const { code } = await sendCode({ ...to, conversationId }, openDesk().desk, now);
  assert(code);
  return code;
}

const check = (code: PendingCode | null, typed: string, at = now) =>
  checkCode(code, typed, to.conversationId, hash, at);

test("a code goes to the one email, and what is kept of it does not tell it", async () => {
  const { desk, mails } = openDesk();
  const { outcome, code } = await sendCode(to, desk, now);
  assert.deepEqual(outcome, { kind: "sent" });
  assert.deepEqual(
    mails.map(({ to }) => to),
    ["yilia@meetbot.biz"],
  );
  assert.match(mails[0]?.text ?? "", /^042137$/m);
  assert(!JSON.stringify(code).includes("042137"));
  assert.equal(code?.expires, now + 10 * minute);
});

test("the right code is right once", async () => {
  const right = check(await sent(), "042137");
  assert.deepEqual(right, { outcome: { kind: "right" }, code: null });
  assert.deepEqual(check(right.code, "042137").outcome, { kind: "expired" });
});

test("each wrong code leaves one try less, and after the fifth the right one is wrong too", async () => {
  let code: PendingCode | null = await sent();
  const outcomes = [];
  for (const typed of ["000000", "000001", "42137", "", "0421377"]) {
    const checked = check(code, typed);
    code = checked.code;
    outcomes.push(checked.outcome);
  }
  assert.deepEqual(outcomes, [
    ...[4, 3, 2, 1].map((triesLeft) => ({ kind: "wrong", triesLeft })),
    { kind: "used_up" },
  ]);
  assert.deepEqual(check(code, "042137").outcome, { kind: "expired" });
});

test("a code counts for ten minutes", async () => {
  const code = await sent();
  assert.equal(check(code, "042137", now + 10 * minute - 1).outcome.kind, "right");
  assert.equal(check(code, "042137", now + 10 * minute).outcome.kind, "expired");
  assert(!isLiving(code, now + 10 * minute));
});

test("a code of another conversation or for another email is wrong", async () => {
  assert.equal(check(await sent("c_2"), "042137").outcome.kind, "wrong");
  const moved = { ...(await sent()), email: "emma@example.com" };
  assert.equal(check(moved, "042137").outcome.kind, "wrong");
});

test("no code is sent to a telephone number: no way reaches it", async () => {
  const { desk, mails } = openDesk();
  const { outcome, code } = await sendCode({ ...to, email: "+8613812345678" }, desk, now);
  assert.deepEqual([outcome, code], [{ kind: "not_sent", reason: "address_refused" }, null]);
  assert.deepEqual(mails, []);
});

test("a mail that does not go leaves no code, and says which of two reasons", async () => {
  for (const reason of ["failed", "address_refused"] as const) {
    const { outcome, code } = await sendCode(to, openDesk(reason).desk, now);
    assert.deepEqual([outcome, code], [{ kind: "not_sent", reason }, null]);
  }
});
