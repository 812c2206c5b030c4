/**
 * How long a password is: NIST SP 800-63B (2025) asks for 15 characters where nothing stands beside
 * it; we take 12, for tries are counted, and say nothing about which characters.
 */
export const passwordRules = { minPasswordLength: 12, maxPasswordLength: 128 } as const;
