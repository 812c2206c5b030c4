import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { test } from "node:test";
import { openStream, sealedPieceBytes, sealStream } from "./sealed-stream.ts";

const key = randomBytes(32);
const pieceBytes = sealedPieceBytes - 16;

async function* chunks(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
const seal = (bytes: Buffer, length = 10_000) => buffer(sealStream(chunks(bytes, length), key));
const open = (bytes: Buffer, length = 9_999) => buffer(openStream(chunks(bytes, length), key));

test("a stream of any length opens as it was, however it arrives", async () => {
  for (const length of [0, 1, pieceBytes - 1, pieceBytes, pieceBytes + 1, 3 * pieceBytes]) {
    const bytes = randomBytes(length);
    const sealed = await seal(bytes);
    assert.equal(sealed.length, length + 16 * Math.max(1, Math.ceil(length / pieceBytes)));
    assert((await open(sealed)).equals(bytes));
    assert((await open(sealed, sealed.length)).equals(bytes));
  }
});

test("a stream that is cut, changed, put together anew or another's does not open", async () => {
  const sealed = await seal(randomBytes(3 * pieceBytes));
  const [first, second, third] = [0, 1, 2].map((nth) =>
    sealed.subarray(nth * sealedPieceBytes, (nth + 1) * sealedPieceBytes),
  ) as [Buffer, Buffer, Buffer];
  const flipped = Buffer.from(sealed);
  flipped[sealedPieceBytes + 7]! ^= 1;
  const broken: [number, Buffer][] = [
    [0, Buffer.alloc(0)],
    [0, sealed.subarray(0, 15)],
    [0, first],
    [1, Buffer.concat([first, second])],
    [2, sealed.subarray(0, -1)],
    [2, Buffer.concat([sealed, Buffer.of(0)])],
    [1, flipped],
    [0, Buffer.concat([second, first, third])],
    [1, Buffer.concat([first, third])],
    [1, Buffer.concat([first, first, second, third])],
  ];
  for (const [piece, bytes] of broken) {
    await assert.rejects(open(bytes), { code: "sealed_stream_broken", piece });
  }
  const other = openStream(chunks(sealed, 9_999), randomBytes(32));
  await assert.rejects(buffer(other), { code: "sealed_stream_broken", piece: 0 });
});
