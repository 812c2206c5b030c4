import { comparableAccount } from "@meetbot/protocol";

/** Returns accounts of strangers that LIKE, a search or a partial comparison would confuse with this one. */
export function accountVariants(account: string): string[] {
  if (phone.test(account)) return phoneVariants(account);
  const { local, host } = split(account);
  const letter = local.search(/[^_%]/);
  const underscored = `${local.slice(0, letter)}_${local.slice(letter + 1)}`;
  return others(account, [
    `${local.slice(0, 1)}%${host}`,
    `${underscored}${host}`,
    "%",
    `x${account}`,
    account.slice(1),
    account.slice(0, -1),
    `${account}x`,
    local,
    host.slice(1),
    `"${local}"${host}`,
    `${local.slice(0, 1)} ${local.slice(1)}${host}`,
  ]);
}

/** In E.164. */
const phone = /^\+[0-9]{7,15}$/;

/**
 * Returns variants of a phone number. Only the last digits change, because a shop may find the same number without its
 * plus or country code.
 */
function phoneVariants(account: string): string[] {
  const last = (Number(account.slice(-1)) + 1) % 10;
  return [
    "%",
    `${account.slice(0, -1)}${last}`,
    `${account.slice(0, -1)}_`,
    `${account.slice(0, -1)}%`,
    account.slice(0, -1),
    `${account}${last}`,
  ];
}

/**
 * Returns other addresses that a shop would confuse with this one if it assumes how mail providers treat addresses.
 * Some do not exist.
 */
export function mailboxVariants(account: string): string[] {
  const { local, host } = split(account);
  if (host === "") return [];
  const name = host.slice(1);
  const [head, tail] = [local.slice(0, 1), local.slice(1)];
  return others(account, [
    tail.startsWith(".") ? "" : `${head}.${tail}${host}`,
    `${local.replaceAll(".", "")}${host}`,
    `${local}+x${host}`,
    `${local.split("+", 1)[0]}${host}`,
    `${head}-${tail}${host}`,
    `${local.replaceAll("-", "")}${host}`,
    `${local.replaceAll("_", "")}${host}`,
    `${local}${host}.`,
    `${local}@mail.${name}`,
    `${local}@x${name}`,
    `${local}${host}.example.com`,
    `${local}@${name.replace(/^[^.]+/, "example")}`,
    `${local}@${name.replace(/\.[^.]+$/, ".test")}`,
  ]);
}

const accents: Record<string, string> = { e: "é", a: "á", o: "ó", i: "í", u: "ú", n: "ñ", c: "ç" };

/** Letters that some function maps to the same letter: NFKC, or lower or upper case over all of Unicode. */
const lookAlikes: Record<string, string[]> = {
  k: ["\u212a"],
  s: ["\u017f"],
  i: ["\u0131", "\u0130"],
};

/**
 * Returns the account with one letter replaced by one that looks or sorts like it, in the local part where it occurs
 * there.
 */
export function lookAlikeVariants(account: string): string[] {
  const { local, host } = split(account);
  const replaced = (at: number, letter: string) =>
    `${local.slice(0, at)}${letter}${local.slice(at + 1)}${host}`;
  const variants: string[] = [];
  const bare = local.search(/[eaoiunc]/i);
  if (bare >= 0) variants.push(replaced(bare, accents[local.charAt(bare).toLowerCase()]!));
  const wide = local.search(/[a-z]/i);
  if (wide >= 0) {
    variants.push(replaced(wide, String.fromCharCode(local.charCodeAt(wide) + 0xfee0)));
    // MySQL and ICU ignore invisible characters.
    variants.push(replaced(wide, `${local.charAt(wide)}\u00ad`));
  }
  for (const [letter, alikes] of Object.entries(lookAlikes)) {
    const at = account.toLowerCase().indexOf(letter);
    if (at < 0) continue;
    variants.push(
      ...alikes.map((alike) => `${account.slice(0, at)}${alike}${account.slice(at + 1)}`),
    );
  }
  return others(account, variants);
}

function split(account: string): { local: string; host: string } {
  const at = account.lastIndexOf("@");
  return at < 1
    ? { local: account, host: "" }
    : { local: account.slice(0, at), host: account.slice(at) };
}

/** Returns the variants that are a different account, without duplicates. */
function others(account: string, variants: readonly string[]): string[] {
  const known = comparableAccount(account).trim();
  return [...new Set(variants)].filter(
    (variant) => variant.trim() !== "" && comparableAccount(variant).trim() !== known,
  );
}
