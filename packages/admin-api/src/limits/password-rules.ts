/**
 * The length of a password. NIST SP 800-63B (2025) requires 15 characters where the password is the only factor.
 * Meetbot requires 12, because it limits attempts, and sets no rules about which characters to use.
 */
export const passwordRules = { minPasswordLength: 12, maxPasswordLength: 128 } as const;

/** The error for a password that is long enough but easy to guess. */
export const passwordTooEasy =
  "The password is among the first that are tried: it is something short repeated, made of a name, of “password” or “meetbot”, or one of the most common. Choose another one; a few words in a row are good.";
