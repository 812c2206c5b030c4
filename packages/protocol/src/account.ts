/** 254 characters are the longest email (RFC 5321). Lone surrogates have no UTF-8 to be sent in. */
const accountForm = /^(?!\s*$)[^\p{Cc}\p{Cs}]{1,254}$/u;

/** Whether a value can name a shop's account: a text, not blank, without control characters. */
export function isAccount(value: unknown): value is string {
  return typeof value === "string" && accountForm.test(value);
}
