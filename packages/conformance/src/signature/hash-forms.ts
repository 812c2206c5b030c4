import { createHash, createHmac } from "node:crypto";
import { type Candidate, right, wrong } from "./candidate.ts";

/** Makes bytes of a key and a text. */
export type MakeHash = (key: Buffer, text: Buffer) => Buffer;

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const hmac =
  (algorithm: string): MakeHash =>
  (key, text) =>
    createHmac(algorithm, key).update(text).digest();

/** HMAC-SHA256 and the hashes that are wrongly computed instead. */
export const hashForms: readonly Candidate<MakeHash>[] = [
  right(hmac("sha256")),
  wrong((_, text) => sha256(text), "plain_hash"),
  wrong((key, text) => sha256(key, text), "hash_with_secret"),
  wrong((key, text) => sha256(text, key), "hash_with_secret"),
  wrong((key, text) => sha256(key, ".", text), "hash_with_secret"),
  wrong((key, text) => sha256(text, ".", key), "hash_with_secret"),
  wrong((key, text) => hmac("sha256")(text, key), "key_and_message_swapped"),
  wrong((key, text) => hmac("sha256")(key, sha256(text)), "hashed_before"),
  wrong(
    (key, text) => hmac("sha256")(key, Buffer.from(sha256(text).toString("hex"))),
    "hashed_before",
  ),
  wrong(hmac("sha1"), "sha1"),
  wrong(hmac("sha512"), "sha512"),
  wrong(hmac("md5"), "md5"),
];
