/** How people write what they know: each must be found. */
export function spellings(value: string): string[] {
  return [...new Set([value.toUpperCase(), value.toLowerCase(), ` ${value} `])].filter(
    (spelling) => spelling !== value,
  );
}

/** Accounts of strangers that LIKE would take for this one. */
export function accountVariants(account: string): string[] {
  const at = account.lastIndexOf("@");
  const [local, host] = at < 1 ? [account, ""] : [account.slice(0, at), account.slice(at)];
  const letter = local.search(/[^_%]/);
  const underscored = `${local.slice(0, letter)}_${local.slice(letter + 1)}`;
  return [`${local.slice(0, 1)}%${host}`, `${underscored}${host}`, "%"].filter(
    (variant) => variant !== account,
  );
}

/** Beginnings, ends and patterns of a number. */
export function numberVariants(number: string): string[] {
  const variants = [
    number.slice(0, -1),
    number.slice(1),
    `${number.slice(0, -1)}%`,
    `${number.slice(0, -1)}_`,
    "%",
  ];
  return variants.filter((variant) => variant.trim() !== "");
}

const accents: Record<string, string> = { e: "é", a: "á", o: "ó", i: "í", u: "ú", n: "ñ", c: "ç" };

/** The same account with an accent on one letter of its local part; null where there is none. */
export function withAccent(account: string): string | null {
  const end = account.includes("@") ? account.lastIndexOf("@") : account.length;
  const at = account.slice(0, end).search(/[eaoiunc]/i);
  const accent = accents[account.charAt(at).toLowerCase()];
  return accent === undefined ? null : account.slice(0, at) + accent + account.slice(at + 1);
}
