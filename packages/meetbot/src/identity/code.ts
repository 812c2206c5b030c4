import type { CodeOutcome, PendingCode } from "@meetbot/model/conversation/code.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Mailer, MailOutcome } from "@meetbot/model/mail.ts";
import { isMailAddress } from "@meetbot/protocol";
import { codeMail } from "../mail/code-mail.ts";
import { isSameSecret } from "../secrets/compare.ts";
import type { LookupKey } from "../secrets/lookup-key.ts";

/** Long enough for a slow mail, short enough that a mail read over a shoulder later is worth nothing. */
const codeLifeMs = 10 * 60 * 1000;

/** Five tries at a million codes: room for typing mistakes, none for guessing. */
const triesPerCode = 5;

/** A sender that delivers codes to an account's owner: one for each kind of address. */
interface CodeSender {
  /** Whether the account is an address that it sends to. */
  reaches(account: string): boolean;
  send(to: Addressee, code: string): Promise<MailOutcome>;
}

/** What sending and checking codes requires. */
export interface CodeDesk {
  mailer: Mailer;
  /** Turns a code into the hash that is stored. */
  hash: LookupKey;
  /** Six random digits. */
  newCode(): string;
}

/** Whom a code is for. */
export interface Addressee {
  conversationId: string;
  email: string;
  locale: Locale;
  botName: string;
}

/** Sends a new code; the one before counts no longer. */
export async function sendCode(
  to: Addressee,
  desk: CodeDesk,
  now: number,
): Promise<{ outcome: CodeOutcome; code: PendingCode | null }> {
  const { digits, code } = makeCode(to, desk, now);
  const sent = await handOver(to, digits, desk);
  if (sent !== "sent") return { outcome: { kind: "not_sent", reason: sent }, code: null };
  return { outcome: { kind: "sent" }, code };
}

/** Makes a new code, which the caller delivers later. */
export function makeCode(
  to: Addressee,
  { hash, newCode }: Pick<CodeDesk, "hash" | "newCode">,
  now: number,
): { digits: string; code: PendingCode } {
  const digits = newCode();
  const code: PendingCode = {
    email: to.email,
    hash: bound(hash, to, digits),
    expires: now + codeLifeMs,
    triesLeft: triesPerCode,
  };
  return { digits, code };
}

/** Sends a code through the channel that reaches the account; sends nothing if none does, as for a phone number. */
export async function handOver(
  to: Addressee,
  digits: string,
  { mailer }: Pick<CodeDesk, "mailer">,
): Promise<MailOutcome> {
  const sender = [byMail(mailer)].find(({ reaches }) => reaches(to.email));
  return sender ? sender.send(to, digits) : "address_refused";
}

/** To emails, the only addresses that codes reach so far. */
function byMail(mailer: Mailer): CodeSender {
  return {
    reaches: isMailAddress,
    send: ({ email, locale, botName }, code) =>
      mailer.send({ to: email, ...codeMail({ locale, botName, code }) }),
  };
}

/** Checks the code that a customer typed; each wrong one uses up an attempt. */
export function checkCode(
  pending: PendingCode | null,
  typed: string,
  conversationId: string,
  hash: LookupKey,
  now: number,
): { outcome: CodeOutcome; code: PendingCode | null } {
  if (!isLiving(pending, now)) return { outcome: { kind: "expired" }, code: null };
  const isRight = isSameSecret(
    bound(hash, { conversationId, email: pending.email }, typed),
    pending.hash,
  );
  if (isRight) return { outcome: { kind: "right" }, code: null };
  const triesLeft = pending.triesLeft - 1;
  return triesLeft > 0
    ? { outcome: { kind: "wrong", triesLeft }, code: { ...pending, triesLeft } }
    : { outcome: { kind: "used_up" }, code: null };
}

/** Whether a code can still be typed. */
export function isLiving(pending: PendingCode | null, now: number): pending is PendingCode {
  return pending !== null && pending.expires > now;
}

/** Binds a code to its conversation and email: a code alone has only a million values and would be valid anywhere. */
function bound(
  hash: LookupKey,
  { conversationId, email }: Pick<Addressee, "conversationId" | "email">,
  code: string,
): string {
  return hash(`${conversationId} ${email} ${code}`).toString("base64");
}
