/**
 * How long a password is: NIST SP 800-63B (2025) asks for 15 characters where nothing stands beside
 * it; we take 12, for tries are counted, and say nothing about which characters.
 */
export const passwordRules = { minPasswordLength: 12, maxPasswordLength: 128 } as const;

/** Why a password that is long enough is refused all the same. */
export const passwordTooEasy =
  "The password is among the first that are tried: it is something short repeated, made of a name, of “password” or “meetbot”, or one of the most common. Choose another one; a few words in a row are good.";
