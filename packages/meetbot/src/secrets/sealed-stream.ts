import { createCipheriv, createDecipheriv } from "node:crypto";

// A stream sealed piece by piece: STREAM by Hoang, Reyhanitabar, Rogaway and Vizár (2015), as in `age`, with
// AES-256-GCM. The nonce numbers each piece and marks the last one, so a stream that was changed, cut off, duplicated
// or reordered does not open.

/** How many bytes of a stream are sealed at once. */
const pieceBytes = 65_536;
const tagBytes = 16;
/** The length of a piece once sealed. */
export const sealedPieceBytes = pieceBytes + tagBytes;

/**
 * A sealed stream does not open: it was changed, was cut short, or belongs to something else. The error reveals none of
 * its content.
 */
export class SealedStreamError extends Error {
  override name = "SealedStreamError";
  readonly code = "sealed_stream_broken";
  /** The first piece that does not open, from 0 on. */
  readonly piece: number;

  constructor(piece: number, options?: ErrorOptions) {
    super("A sealed stream was changed, or cut short.", options);
    this.piece = piece;
  }
}

/** Seals a stream. A key must be of this one stream: nonces count from 0. */
export async function* sealStream(
  source: AsyncIterable<Buffer>,
  key: Uint8Array,
): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { piece, isLast } of inPieces(source, pieceBytes)) {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number++, isLast));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/**
 * Opens what {@link sealStream} sealed. Throws a {@link SealedStreamError} at the first piece that does not open: the
 * pieces before it are as they were sealed, but only the end proves that the stream is whole.
 */
export async function* openStream(
  source: AsyncIterable<Buffer>,
  key: Uint8Array,
): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { piece, isLast } of inPieces(source, sealedPieceBytes)) {
    yield openPiece(piece, key, number++, isLast);
  }
}

function openPiece(sealed: Buffer, key: Uint8Array, number: number, isLast: boolean): Buffer {
  try {
    const nonce = nonceOf(number, isLast);
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new SealedStreamError(number, { cause });
  }
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 3);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Splits a stream into pieces of one length; the last may be shorter, or empty if the stream is empty. */
async function* inPieces(
  source: AsyncIterable<Buffer>,
  length: number,
): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const chunk of source) {
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes <= length) continue;
    const all = Buffer.concat(held);
    let at = 0;
    // Holds back a whole piece until another byte arrives, because it may be the last.
    for (; all.length - at > length; at += length) {
      yield { piece: all.subarray(at, at + length), isLast: false };
    }
    held = [all.subarray(at)];
    heldBytes = all.length - at;
  }
  yield { piece: Buffer.concat(held), isLast: true };
}
