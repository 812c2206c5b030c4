import type { Picked } from "@meetbot/model/conversation/recognition.ts";
import { pickWords } from "./lexicon/pick-words.ts";

/** Longer utterances do more than pick one of the offers. */
const maxLength = 40;

const words = Object.entries(pickWords).map(
  ([picked, patterns]) => [picked, new RegExp(`^(?:${patterns.join("|")})$`, "u")] as const,
);

/** A number alone counts, whatever its value; among other words, only this many places have names. */
const bareNumber = /^(?:(?:number|no|nr|option) ?|第)?([1-9]\d?)个?$/;

/** Returns which of the latest offers an utterance picks; null if it says anything else. */
export function readPick(text: string): Picked | null {
  if (text.length > maxLength) return null;
  const plain = text.replace(/[\s\p{P}\p{S}]+/gu, " ").trim();
  const [, counted] = bareNumber.exec(plain) ?? [];
  if (counted !== undefined) return Number(counted);
  const picked = words.find(([, pattern]) => pattern.test(plain))?.[0];
  if (picked === undefined) return null;
  return /^\d$/.test(picked) ? Number(picked) : (picked as Picked);
}
