/**
 * The address to which a browser's web pushes are sent, and the keys with which only it can read them; all of it is
 * sealed.
 */
export interface PushSubscriptionKeys {
  endpoint: string;
  /** The browser's public key, an uncompressed point of P-256, as base64url. */
  p256dh: string;
  /** 16 bytes that only the browser and we know, as base64url. */
  auth: string;
}

/** The keys that identify the sender to push services: a private key as a JWK, and its public half. */
export interface VapidKeys {
  /** The public half, an uncompressed point of P-256, as base64url: browsers subscribe with it. */
  publicKey: string;
  jwk: { kty: string; crv: string; x: string; y: string; d: string };
}
