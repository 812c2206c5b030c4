import { type BinaryLike, createHash, createHmac } from "node:crypto";
import { parseQuery, serializeQuery } from "@meetbot/protocol";

export type SignatureName = "webhook-signature" | "x-hub-signature";

/** A possible origin of a signature, worded as the end of a sentence about the signature. */
export interface Guess {
  says: string;
  digest: Buffer;
}

/**
 * The accidents that happen, each alone, beginning with none. At most 32 hashes of a body that the
 * webhook has limited already.
 */
export function guessesOf(
  name: SignatureName,
  secret: string,
  { body, headers }: { body: Uint8Array; headers: Headers },
): Guess[] {
  const prefix = `${headers.get("webhook-id")}.${headers.get("webhook-timestamp")}.`;
  const dotted = (bytes: BinaryLike) => Buffer.concat([Buffer.from(prefix), toBytes(bytes)]);
  const [key, toMessage, toOther, toldOther] =
    name === "webhook-signature"
      ? ([decodedKey(secret), dotted, toBytes, "covers the body without id and time"] as const)
      : ([secret, toBytes, dotted, "covers id and time too"] as const);
  const message = toMessage(body);

  const plain = (...parts: BinaryLike[]) =>
    createHash("sha256")
      .update(Buffer.concat(parts.map(toBytes)))
      .digest();
  const otherWay = "is made as the other of the two signatures is";
  return [
    { says: "is right", digest: hmac(key, message) },
    ...wrongKeys(secret).map(([how, wrong]) => ({
      says: `is made with ${how}`,
      digest: hmac(wrong, message),
    })),
    { says: toldOther, digest: hmac(key, toOther(body)) },
    { says: otherWay, digest: hmac(decodedKey(secret), toOther(body)) },
    { says: otherWay, digest: hmac(secret, toOther(body)) },
    ...[message, toOther(body)]
      .flatMap((bytes) => [
        plain(bytes),
        ...[key, secret].flatMap((given) => [plain(given, bytes), plain(bytes, given)]),
      ])
      .map((digest) => ({ says: "is a plain SHA-256, not an HMAC", digest })),
    ...otherBodies(body).map(([how, other]) => ({
      says: `fits ${how}`,
      digest: hmac(key, toMessage(other)),
    })),
  ];
}

function wrongKeys(secret: string): [how: string, key: BinaryLike][] {
  const bare = secret.replace(/^whsec_/, "");
  const given: [string, BinaryLike][] =
    bare === secret
      ? [
          ["a secret that begins with whsec_, which the webhook's own does not", `whsec_${bare}`],
          [
            "the bytes of a secret with whsec_, which the webhook's own lacks",
            decodedKey(`whsec_${bare}`),
          ],
        ]
      : [
          ["the whole secret as text", secret],
          ["the secret without whsec_, as text", bare],
          ["the bytes that the text after whsec_ stands for", decodedKey(secret)],
        ];
  const untidy = [`${secret}\n`, `${secret}\r\n`, `${secret} `, ` ${secret}`];
  return [
    ...given,
    ...untidy.map((key): [string, string] => ["a line break or a space around the secret", key]),
    ["quotes around the secret", `"${secret}"`],
    ...(/^["'`]/.test(secret) ? unquotedKeys(secret) : []),
  ];
}

function unquotedKeys(secret: string): [how: string, key: BinaryLike][] {
  const bare = secret.slice(1, -1);
  const how = "a secret without the quotes that stand around the webhook's own";
  return [
    [how, decodedKey(bare)],
    [how, bare],
  ];
}

/** Returns what the body may have been before something in transit changed it, most likely first. */
function otherBodies(body: Uint8Array): [how: string, other: BinaryLike][] {
  const text = Buffer.from(body).toString("utf8");
  const rewritten = "the same JSON written otherwise: something parsed the body and wrote it again";
  return [
    ...rewrite(() => JSON.stringify(JSON.parse(text))).map(
      (json) => [rewritten, json] as [string, string],
    ),
    ...rewrite(() => serializeQuery(parseQuery(text))).map(
      (json) => [rewritten, json] as [string, string],
    ),
    ["the body without space or a byte order mark around it", text.trim()],
    ["the body with a line break at its end", `${text}\n`],
    ["the body with other line ends", text.replaceAll("\r\n", "\n")],
    ["the body before Latin-1 was taken for UTF-8", Buffer.from(text, "latin1")],
    ["what the body is the base64 of: decode it first", Buffer.from(text, "base64")],
  ];
}

/** Returns an empty list if the text is not JSON or not a query. */
function rewrite(write: () => string): string[] {
  try {
    return [write()];
  } catch {
    return [];
  }
}

function decodedKey(secret: string): Buffer {
  return secret.startsWith("whsec_")
    ? Buffer.from(secret.slice("whsec_".length), "base64")
    : Buffer.from(secret);
}

function hmac(key: BinaryLike, message: BinaryLike): Buffer {
  return createHmac("sha256", key).update(message).digest();
}

function toBytes(bytes: BinaryLike): Buffer {
  return typeof bytes === "string" ? Buffer.from(bytes) : Buffer.from(bytes as Uint8Array);
}
