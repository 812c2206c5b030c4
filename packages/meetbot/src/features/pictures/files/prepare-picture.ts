import { type Picture, pictureLimits } from "@meetbot/model/conversation/picture.ts";
import type { ScanVerdict } from "./clamd.ts";
import type { ReEncode } from "./re-encode-process.ts";
import { sniff } from "./sniff.ts";

/** Why a file is rejected. */
export type PictureRefusal =
  | "unsupported"
  | "unreadable"
  | "too_many_pixels"
  | "overloaded"
  | "infected"
  | "busy"
  | "not_scanned";

/** A file that is ready to store. */
export type PreparedPicture = Omit<Picture, "id"> & { body: Uint8Array };

export interface PrepareDeps {
  reEncode: ReEncode;
  /** Throws if the scanner returns no verdict; `null` if the server has no virus scanner. */
  scan: ((bytes: Uint8Array) => Promise<ScanVerdict>) | null;
}

/**
 * Converts a customer's file into what Meetbot may store: re-encodes a picture and leaves a PDF unchanged. With a virus
 * scanner, only files that it reports clean are stored.
 */
export async function preparePicture(
  bytes: Uint8Array,
  { reEncode, scan }: PrepareDeps,
): Promise<PreparedPicture | PictureRefusal> {
  const type = sniff(bytes);
  if (type === null) return "unsupported";
  const isScanned = scan !== null;
  if (scan) {
    const verdict = await scan(bytes).catch(() => null);
    if (verdict === null) return "not_scanned";
    if (verdict === "infected") return "infected";
  }
  if (type === "pdf") {
    const facts = { type: "application/pdf" as const, width: null, height: null };
    return { ...facts, bytes: bytes.length, isScanned, body: bytes };
  }
  const { pixels: maxPixels, pixelsOfSide: maxOfSide, bytes: maxBytes } = pictureLimits;
  const drawn = await reEncode({ type, body: bytes, maxPixels, maxOfSide, maxBytes });
  if (!drawn.ok) return drawn.why;
  const { ok: _, ...picture } = drawn;
  return { ...picture, bytes: picture.body.length, isScanned };
}
