import type { Attempt } from "@meetbot/model/limit.ts";
import type { RateLimitSubject } from "./limits.ts";
import { mailboxOf } from "./mailbox-of.ts";

const hourS = 60 * 60;
const dayS = 24 * hourS;

/** How many emails customers may leave to get mail: a chat must not fill anybody's mailbox. */
const leftEmailLimits = {
  /** One that was mistyped, and another one. */
  conversation_left_emails: { max: 3, windowS: hourS },
  /** A household, or an office at noon. */
  network_left_emails: { max: 20, windowS: dayS },
  /** How many conversations may leave the same mailbox's email. */
  mailbox_left_emails: { max: 3, windowS: dayS },
};

/** Returns the attempts to count before an email is stored. The same email again in the same conversation is free. */
export function leftEmailAttempts(email: string, from: RateLimitSubject): Attempt[] {
  const { conversationId, network } = from;
  const mailbox = mailboxOf(email);
  const attempt = (limit: keyof typeof leftEmailLimits, subject: string, item: string) => {
    return { limit, subject, item, ...leftEmailLimits[limit] };
  };
  return [
    attempt("conversation_left_emails", conversationId, mailbox),
    ...(network === null ? [] : [attempt("network_left_emails", network, mailbox)]),
    attempt("mailbox_left_emails", mailbox, conversationId),
  ];
}
