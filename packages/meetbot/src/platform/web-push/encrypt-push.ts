import { createCipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from "node:crypto";
import type { PushSubscriptionKeys } from "@meetbot/model/push/push-keys.ts";

/** One record holds the whole message; push services accept at least 4096 bytes. */
const recordBytes = 4_096;

/** Marks the end of the last record. */
const lastRecord = 2;

/** The keys generated for each message; passed in only to check the RFC's own example. */
interface OnceKeys {
  salt: Buffer;
  sender: Pick<ECDH, "getPublicKey" | "computeSecret">;
}

/**
 * Encrypts a message for one browser as RFC 8291 specifies, so that the push service cannot read it. Throws if the
 * browser's key is not a point on the curve.
 */
export function encryptPush(
  plaintext: Buffer,
  { p256dh, auth }: Pick<PushSubscriptionKeys, "p256dh" | "auth">,
  { salt, sender }: OnceKeys = newOnceKeys(),
): Buffer {
  const receiverKey = Buffer.from(p256dh, "base64url");
  const senderKey = sender.getPublicKey();
  const derive = (key: Buffer, saltOf: Buffer, about: string | Buffer, bytes: number) =>
    Buffer.from(hkdfSync("sha256", key, saltOf, about, bytes));
  const keyOf = Buffer.concat([Buffer.from("WebPush: info\0"), receiverKey, senderKey]);
  const shared = sender.computeSecret(receiverKey);
  const key = derive(shared, Buffer.from(auth, "base64url"), keyOf, 32);
  const contentKey = derive(key, salt, "Content-Encoding: aes128gcm\0", 16);
  const nonce = derive(key, salt, "Content-Encoding: nonce\0", 12);
  const cipher = createCipheriv("aes-128-gcm", contentKey, nonce);
  const size = Buffer.alloc(5);
  size.writeUInt32BE(recordBytes);
  size.writeUInt8(senderKey.length, 4);
  return Buffer.concat([
    ...[salt, size, senderKey],
    ...[cipher.update(plaintext), cipher.update(Buffer.of(lastRecord)), cipher.final()],
    cipher.getAuthTag(),
  ]);
}

function newOnceKeys(): OnceKeys {
  const sender = createECDH("prime256v1");
  sender.generateKeys();
  return { salt: randomBytes(16), sender };
}
