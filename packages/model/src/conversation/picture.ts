/** The file types stored from customers; every other file is converted to one of these, or refused. */
export type PictureType = "image/jpeg" | "image/png" | "image/webp" | "application/pdf";

/** A picture or PDF from a customer, without its bytes. */
export interface Picture {
  /** Unique within its conversation. */
  id: string;
  type: PictureType;
  /** In pixels; `null`: it is a PDF. */
  width: number | null;
  height: number | null;
  bytes: number;
  /** Whether a virus scanner checked the file on arrival; false if the server has no scanner. */
  isScanned: boolean;
}

/** The facts that an event contains about a picture stored with it. */
export type ToldPicture = Omit<Picture, "isScanned">;

/** Limits for pictures; the operator guide lists the numbers too. */
export const pictureLimits = {
  /** Of one file, as it is sent. */
  bytes: 10 * 1024 * 1024,
  /** How many attempts are allowed in how many seconds. */
  perConversation: { max: 5, windowS: 60 },
  perNetwork: { max: 10, windowS: 60 },
  /** As they were sent, within a day. */
  bytesADay: { ofConversation: 30 * 1024 * 1024, ofBot: 2 * 1024 * 1024 * 1024 },
  /** The limit for both sides of a stored picture; larger pictures are scaled down. */
  pixelsOfSide: 4096,
  /** The limit of the decoded picture: phones take 48 megapixels. */
  pixels: 50_000_000,
} as const;
