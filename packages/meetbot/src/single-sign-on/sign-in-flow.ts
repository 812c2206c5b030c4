import { createHash, createHmac } from "node:crypto";

/** The values that accompany one sign-in. */
export interface SignInFlow {
  /** The provider returns this state with the code. */
  state: string;
  /** The ID token must contain this nonce. */
  nonce: string;
  /** Proves to the provider that the sender of the code also requested it (PKCE). */
  codeVerifier: string;
  /** Identifies the sign-in on this server. */
  mark: string;
}

/**
 * Derives all values of a sign-in from one secret, which only the browser that began the sign-in stores: no other
 * browser can finish it, and this server holds nothing that could be read and used.
 */
export function flowOf(secret: string): SignInFlow {
  const derive = (what: string) => createHmac("sha256", secret).update(what).digest("base64url");
  const state = derive("state");
  const mark = createHash("sha256").update(`sign-in ${state}`).digest("base64url");
  return { state, nonce: derive("nonce"), codeVerifier: derive("code verifier"), mark };
}
