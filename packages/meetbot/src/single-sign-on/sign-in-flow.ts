import { createHash, createHmac } from "node:crypto";

/** What one sign-in travels with. */
export interface SignInFlow {
  /** Comes back from the provider with the code. */
  state: string;
  /** Stands in the ID token. */
  nonce: string;
  /** Proves to the provider that who brings the code asked for it (PKCE). */
  codeVerifier: string;
  /** Identifies the sign-in on this server. */
  mark: string;
}

/**
 * All that a sign-in travels with follows from one secret, which is kept by the browser that began it and
 * nowhere else: no other browser can end it, and nothing here could be read and used.
 */
export function flowOf(secret: string): SignInFlow {
  const derive = (what: string) => createHmac("sha256", secret).update(what).digest("base64url");
  const state = derive("state");
  const mark = createHash("sha256").update(`sign-in ${state}`).digest("base64url");
  return { state, nonce: derive("nonce"), codeVerifier: derive("code verifier"), mark };
}
