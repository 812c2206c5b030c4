import { fieldOf } from "./field-of.ts";
import type { ShopAnswer } from "./read-answer.ts";
import type { Token } from "./token-keeper.ts";

/** The lifetime of a token when the platform does not state it. */
const usualLifeS = 3_600;

/** Returns the token from an OAuth response, or null if it has none. */
export function readToken({ status, json }: ShopAnswer, nowMs: number): Token | null {
  const token = fieldOf(json, "access_token");
  const lives = fieldOf(json, "expires_in");
  if (status !== 200 || typeof token !== "string" || token === "") return null;
  const livesS = typeof lives === "number" && lives > 0 ? lives : usualLifeS;
  return { token, expiresAtMs: nowMs + livesS * 1_000 };
}
