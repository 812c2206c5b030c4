// A program of its own, for one picture: faults of third-party decoders end here. It has no environment, and the
// process that started it ends it when it takes too long or too much memory.
import { createRequire } from "node:module";
import { setPriority } from "node:os";
import sharp, { type Sharp } from "sharp";
import type { ReEncoded, ReEncoding } from "./re-encoding.ts";

// Decode only these formats, whatever the bytes claim to be: no SVG, no TIFF, no PDF.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});
sharp.cache(false);
sharp.concurrency(1);

/** Lowers the priority so that customers' turns and the database run first. */
setPriority(10);

const jpeg = { quality: 85 };

/** The used part of libheif, which comes without types. */
interface Libheif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

interface HeifImage {
  get_width(): number;
  get_height(): number;
  /** Renders the picture in its display orientation. */
  display(room: Room, shown: (room: Room | null) => void): void;
}

interface Room {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

process.once("message", (given: ReEncoding) => {
  void reEncode(given)
    .catch((): ReEncoded => ({ ok: false, why: "unreadable" }))
    .then((answer) => process.send?.(answer));
});

/** Re-encodes the picture, which removes everything else in the file, such as where it was taken. */
async function reEncode(given: ReEncoding): Promise<ReEncoded> {
  const source = given.type === "heic" ? await decodeHeic(given) : await open(given);
  if (!source) return { ok: false, why: "too_many_pixels" };
  const { maxOfSide, maxBytes } = given;
  const drawn = source
    .autoOrient()
    .resize({ width: maxOfSide, height: maxOfSide, fit: "inside", withoutEnlargement: true });
  const kept = await write(drawn.clone(), given.type);
  if (kept.body.length <= maxBytes) return kept;
  return write(drawn.flatten({ background: "#fff" }), "jpeg");
}

async function open({ body, maxPixels }: ReEncoding): Promise<Sharp | null> {
  const input = Buffer.from(body);
  const { width, height } = await sharp(input, { limitInputPixels: false }).metadata();
  if (width * height > maxPixels) return null;
  return sharp(input, { limitInputPixels: maxPixels, failOn: "error" });
}

async function decodeHeic({ body, maxPixels }: ReEncoding): Promise<Sharp | null> {
  const libheif: Libheif = createRequire(import.meta.url)("libheif-js/wasm-bundle.js");
  const [image] = new libheif.HeifDecoder().decode(body);
  if (!image) throw new Error("There is no picture in it.");
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > maxPixels) return null;
  const pixels = await new Promise<Uint8ClampedArray>((resolve, reject) => {
    const room = { data: new Uint8ClampedArray(width * height * 4), width, height };
    image.display(room, (shown) =>
      shown ? resolve(shown.data) : reject(new Error("It is broken.")),
    );
  });
  return sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha();
}

async function write(drawn: Sharp, type: ReEncoding["type"]) {
  const formats = {
    jpeg: ["image/jpeg", () => drawn.jpeg(jpeg)],
    heic: ["image/jpeg", () => drawn.jpeg(jpeg)],
    png: ["image/png", () => drawn.png()],
    webp: ["image/webp", () => drawn.webp(jpeg)],
  } as const;
  const [name, draw] = formats[type];
  const { data, info } = await draw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { ok: true as const, type: name, width, height, body: data };
}
