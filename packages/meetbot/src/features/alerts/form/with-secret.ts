import type { GivenAddress, ReadAddress } from "./alert.ts";

/** An address with the secret of a robot, which may have none. */
export function withSecret({ secret: given }: GivenAddress, read: ReadAddress): ReadAddress {
  const secret = given?.trim();
  if ("fault" in read || !secret) return read;
  if (!/^[\x21-\x7e]{8,200}$/.test(secret)) return { fault: "invalid_secret" };
  return { ...read, secrets: { ...read.secrets, secret } };
}
