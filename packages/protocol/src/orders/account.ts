/** 254 characters are the longest email (RFC 5321). Lone surrogates have no UTF-8 to be sent in. */
const accountForm = /^(?!\s*$)[^\p{Cc}\p{Cs}]{1,254}$/u;

/** Checks whether a value can name a shop's account: a non-blank text without control characters. */
export function isAccount(value: unknown): value is string {
  return typeof value === "string" && accountForm.test(value);
}

/** A telephone number in the international form (E.164): with the country code and no leading zero. */
const phone = /^\+[1-9]\d{6,14}$/;

/**
 * A telephone number with separators between its digits. Excludes `(0)`, since the digits do not show whether it
 * counts.
 */
const spacedPhone = /^\+(?!.*\(0\))[1-9][\d\s().-]{6,40}$/;

/** Whether an account is a telephone number as it travels: `+8613812345678`. */
export function isPhone(account: string): boolean {
  return phone.test(account);
}

/**
 * Returns an account in the form used to compare, count and look up accounts. Ignores letter case in emails, and
 * separators between the digits of telephone numbers that begin with `+`; other account names stay unchanged. Lowers
 * ASCII letters only: lowering all of Unicode turns the Kelvin sign into a `k`, and so one email into somebody else's.
 */
export function comparableAccount(account: string): string {
  if (account.includes("@")) {
    return account.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  }
  if (!spacedPhone.test(account)) return account;
  const digits = account.replace(/[\s().-]/g, "");
  return isPhone(digits) ? digits : account;
}

/**
 * Returns an account as Meetbot sends it: a telephone number in E.164, whatever its spelling; anything else unchanged.
 */
export function accountToSend(account: string): string {
  const comparable = comparableAccount(account);
  return isPhone(comparable) ? comparable : account;
}

/**
 * Plain ASCII, one address, nothing quoted. Excludes `%`: relays once read a route out of it, and a shop that searches
 * with LIKE would match anybody's email.
 */
const mailAddress =
  /^(?=.{3,254}$)(?=[^@]{1,64}@)[\w+&'-]+(?:\.[\w+&'-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{1,59})$/i;

/** Whether an account is an email address that mail can be sent to, safely and to nobody else. */
export function isMailAddress(account: string): boolean {
  return mailAddress.test(account);
}
