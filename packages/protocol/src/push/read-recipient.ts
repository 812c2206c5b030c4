import { has, readFields } from "../fields/read-fields.ts";
import { readExactId, readId } from "../fields/read-text.ts";
import { isAccount } from "../orders/account.ts";
import type { PushRecipient } from "./push.ts";
import { PushError } from "./push-error.ts";

const kinds = ["account", "username", "order_number", "package_number"] as const;

/** Identifiers of a channel. The customer decides who may write to them there, not the shop. */
const channelKinds = ["id", "psid", "phone", "chat_id"];

/**
 * Reads whom a push concerns: exactly one of `account`, `order_number` and `package_number`. The
 * origin's `username` is an account. Throws a `PushError`.
 */
export function readRecipient(value: unknown): PushRecipient {
  if (value === undefined || value === null) throw noRecipient();
  const recipient = readFields(value, "/recipient");
  for (const kind of channelKinds) {
    if (has(recipient, kind)) throw ofChannel(kind);
  }
  const [kind, more] = kinds.filter((name) => has(recipient, name));
  if (kind === undefined) throw noRecipient();
  const pointer = `/recipient/${kind}`;
  if (more !== undefined) {
    throw new PushError(
      "bad_recipient",
      "/recipient",
      `Expected exactly one of account, order_number and package_number at /recipient, found ${kind} and ${more}. Send only the one that the push is about.`,
    );
  }
  const found = recipient.values[kind];
  if (kind === "account" || kind === "username") {
    const account = readExactId(found, pointer);
    if (isAccount(account)) return { account };
    throw badNumber(pointer, "an account of at most 254 visible characters");
  }
  const number = readId(found, pointer);
  if (number === "") throw badNumber(pointer, "a number in visible characters");
  return kind === "order_number" ? { orderNumber: number } : { packageNumber: number };
}

function noRecipient(): PushError {
  return new PushError(
    "no_recipient",
    "/recipient",
    "Expected account, order_number or package_number at /recipient, found none. Say whom the push concerns.",
  );
}

function ofChannel(kind: string): PushError {
  return new PushError(
    "recipient_kind",
    `/recipient/${kind}`,
    `Nobody is addressed by /recipient/${kind}: it names somebody on one channel, whether or not they asked to be told. Send account, order_number or package_number, and Meetbot tells those who asked.`,
  );
}

function badNumber(pointer: string, expected: string): PushError {
  return new PushError("bad_recipient", pointer, `Expected ${expected} at ${pointer}.`);
}
