/** A file's type according to its own bytes; its name and the type that its sender gave do not count. */
export type SniffedType = "jpeg" | "png" | "webp" | "heic" | "pdf";

/**
 * Brands of files that hold HEVC pictures. `mif1` and `msf1` may hold others too: the other brands distinguish those.
 */
const heicBrands = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx"]);

/** How many further brands are checked after the first ones. */
const maxBrands = 16;

/** Returns a file's type, or `null` if it is not a supported one. */
export function sniff(bytes: Uint8Array): SniffedType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 128));
  const at = (from: number, to: number) => head.toString("latin1", from, to);
  if (at(0, 3) === "\xff\xd8\xff") return "jpeg";
  if (at(0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (at(0, 4) === "RIFF" && at(8, 12) === "WEBP") return "webp";
  if (at(4, 8) === "ftyp" && head.length >= 16) return isHeic(head) ? "heic" : null;
  if (at(0, 5) === "%PDF-") return "pdf";
  return null;
}

function isHeic(head: Buffer): boolean {
  const end = Math.min(head.readUInt32BE(0), head.length, 16 + 4 * maxBrands);
  const brands: string[] = [head.toString("latin1", 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(head.toString("latin1", at, at + 4));
  return brands.some((brand) => heicBrands.has(brand));
}
