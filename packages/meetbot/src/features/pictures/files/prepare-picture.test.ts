import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { cupHeic, photo } from "./pictures.fixture.ts";
import { type PrepareDeps, preparePicture } from "./prepare-picture.ts";
import { createReEncode } from "./re-encode-process.ts";

const deps: PrepareDeps = { reEncode: createReEncode(), scan: null };

async function prepared(bytes: Uint8Array, more: Partial<PrepareDeps> = {}) {
  const picture = await preparePicture(bytes, { ...deps, ...more });
  assert(typeof picture !== "string", String(picture));
  return picture;
}

test("of a photo nothing is left but what it shows: no place, no camera, and it stands upright", async () => {
  const taken = await photo(640, 480)
    .withExif(whereAndBy)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  assert.match(taken.toString("latin1"), /CanaryPhone/);
  assert.ok((await sharp(taken).metadata()).exif);
  const picture = await prepared(taken);
  assert.deepEqual([picture.type, picture.width, picture.height], ["image/jpeg", 480, 640]);
  const { exif, orientation, icc, xmp, comments } = await sharp(picture.body).metadata();
  assert.deepEqual([exif, orientation, icc, xmp, comments], Array(5).fill(undefined));
  assert.doesNotMatch(Buffer.from(picture.body).toString("latin1"), /CanaryPhone|GPS|Exif/);
  assert.equal(picture.isScanned, false);
});

test("PNG and WebP stay what they are, HEIC becomes JPEG, and each says its size", async () => {
  const png = await prepared(await photo(30, 20).png().toBuffer());
  assert.deepEqual([png.type, png.width, png.height], ["image/png", 30, 20]);
  const webp = await prepared(await photo(30, 20).webp().toBuffer());
  assert.deepEqual([webp.type, webp.width, webp.height], ["image/webp", 30, 20]);
  const heic = await prepared(cupHeic);
  assert.deepEqual([heic.type, heic.width, heic.height], ["image/jpeg", 96, 64]);
  const { data } = await sharp(heic.body).raw().toBuffer({ resolveWithObject: true });
  assert(data[0]! < 90 && data[2]! > 150, "the left half is blue");
});

test("what is larger than 4096 pixels is made smaller", async () => {
  const { width, height } = await prepared(await photo(6000, 300).jpeg().toBuffer());
  assert.deepEqual([width, height], [4096, 205]);
});

test("a PDF is kept byte for byte", async () => {
  const pdf = Buffer.from("%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n%%EOF");
  const kept = await prepared(pdf);
  assert.deepEqual([kept.type, kept.width, kept.bytes], ["application/pdf", null, pdf.length]);
  assert.deepEqual(Buffer.from(kept.body), pdf);
});

test("only what the bytes are counts: markup, programs and other pictures are refused", async () => {
  const texts = [
    ...["", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<!doctype html><script>1</script>"],
    ...["GIF89a", "II*\0", "BM", "MZ", "PK\u0003\u0004", "\n%PDF-1.7", "%!PS-Adobe"],
  ];
  for (const text of texts) {
    assert.equal(await preparePicture(Buffer.from(text, "latin1"), deps), "unsupported", text);
  }
  const avif = await photo(16, 16).avif().toBuffer();
  assert.equal(await preparePicture(avif, deps), "unsupported");
});

test("markup behind the first bytes of a PNG is unreadable, and no SVG is ever drawn", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  for (const head of [
    "\x89PNG\r\n\x1a\n",
    "\xff\xd8\xff",
    "RIFF\0\0\0\0WEBP",
    "\0\0\0\x18ftypheic\0\0\0\0heic",
  ]) {
    const disguised = Buffer.from(head + svg, "latin1");
    assert.equal(await preparePicture(disguised, deps), "unreadable", head);
  }
});

test("of a file that is two things at once the other thing is gone", async () => {
  const html = "<html><script>alert('canary')</script>";
  for (const picture of [photo(16, 16).jpeg(), photo(16, 16).png(), photo(16, 16).webp()]) {
    const both = Buffer.concat([await picture.toBuffer(), Buffer.from(html)]);
    const { body } = await prepared(both);
    assert.doesNotMatch(Buffer.from(body).toString("latin1"), /canary|script/);
  }
});

test("a truncated file is unreadable", async () => {
  for (const whole of [
    await photo(200, 200).jpeg().toBuffer(),
    await photo(200, 200).png().toBuffer(),
    cupHeic,
  ]) {
    const half = whole.subarray(0, whole.length >> 1);
    assert.equal(await preparePicture(half, deps), "unreadable");
  }
});

test("a few bytes that unfold to hundreds of megapixels are refused before they do", async () => {
  const bomb = pngOf(20_000, 20_000);
  assert(bomb.length < 1_000_000, `${bomb.length} bytes`);
  assert.equal(await preparePicture(bomb, deps), "too_many_pixels");
});

test("a decoder that takes too long or too much memory is ended, and the next picture is drawn", async () => {
  const large = await photo(500, 500).png().toBuffer();
  const maxResidentBytes = 2 ** 40;
  const slow = createReEncode({ overdueMs: 1, maxResidentBytes });
  assert.equal(await preparePicture(large, { ...deps, reEncode: slow }), "overloaded");
  if (process.platform === "linux") {
    const small = createReEncode({ overdueMs: 60_000, maxResidentBytes: 20 * 1024 * 1024 });
    assert.equal(await preparePicture(large, { ...deps, reEncode: small }), "overloaded");
  }
  assert.equal((await prepared(await photo(5, 5).png().toBuffer())).width, 5);
});

test("what is infected is refused, and so is everything while the scanner is away", async () => {
  const png = await photo(5, 5).png().toBuffer();
  const seen: number[] = [];
  const scan = async (bytes: Uint8Array) => {
    seen.push(bytes.length);
    return "clean" as const;
  };
  assert.equal((await prepared(png, { scan })).isScanned, true);
  assert.deepEqual(seen, [png.length], "it looks at what was sent, not at what is made of it");
  assert.equal(await preparePicture(png, { ...deps, scan: async () => "infected" }), "infected");
  const away = () => Promise.reject(new Error("away"));
  assert.equal(await preparePicture(png, { ...deps, scan: away }), "not_scanned");
});

const whereAndBy = {
  IFD0: { Make: "CanaryPhone", Orientation: "6" },
  IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
};

/** A black picture of one bit for each pixel. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const lines = deflateSync(Buffer.alloc(height * (width / 8 + 1)));
  const chunks = [chunk("IHDR", head), chunk("IDAT", lines), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
