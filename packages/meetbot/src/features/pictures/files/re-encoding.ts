/** The input of the process that decodes a picture, with the picture. */
export interface ReEncoding {
  type: "jpeg" | "png" | "webp" | "heic";
  body: Uint8Array;
  /** The maximum number of pixels to decode. */
  maxPixels: number;
  /** Maximum length of each side of the result. */
  maxOfSide: number;
  maxBytes: number;
}

/** The response of that process. */
export type ReEncoded =
  | {
      ok: true;
      type: "image/jpeg" | "image/png" | "image/webp";
      width: number;
      height: number;
      body: Uint8Array;
    }
  | { ok: false; why: "unreadable" | "too_many_pixels" };
