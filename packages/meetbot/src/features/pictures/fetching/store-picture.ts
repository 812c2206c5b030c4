import { createHash } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { ToldPicture } from "@meetbot/model/conversation/picture.ts";
import { type PictureRefusal, type PrepareDeps, preparePicture } from "../files/prepare-picture.ts";
import type { PictureStore } from "../store/pictures.ts";

/** The dependencies for storing a picture. */
export interface KeepDeps extends PrepareDeps {
  pictures: PictureStore;
}

/** Of which message of the customer it is a part. */
export interface PicturePlace {
  dedupeKey: string;
  place: number;
}

/** Stores a customer's file once, or returns why not. */
export async function storePicture(
  deps: KeepDeps,
  ref: ConversationRef,
  { dedupeKey, place }: PicturePlace,
  bytes: Uint8Array,
): Promise<ToldPicture | PictureRefusal> {
  const prepared = await preparePicture(bytes, deps);
  if (typeof prepared === "string") return prepared;
  const { type, width, height, bytes: length } = prepared;
  const told = { id: pictureId({ dedupeKey, place }), type, width, height, bytes: length };
  const own = { dedupeKey, place, receivedBytes: bytes.length };
  await deps.pictures.keep(ref, { ...prepared, ...own, id: told.id });
  return told;
}

/** Returns the picture's id, which is the same however often the same message arrives. */
export function pictureId({ dedupeKey, place }: PicturePlace): string {
  const hash = createHash("sha256").update(`${place} ${dedupeKey}`).digest("hex");
  return `p_${hash.slice(0, 32)}`;
}
