/** `whsec_` and base64 of 24 bytes or more, as in Standard Webhooks. This excludes made-up words. */
const form = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/;

/** Whether a text can be a secret that something is signed with. */
export const isSigningSecret = (text: string): boolean => form.test(text);

/** Describes the format of such a secret and how to create one. */
export const howSecretsLook =
  "whsec_ and the base64 of 24 to 64 bytes. Make one with: echo whsec_$(openssl rand -base64 32)";
