/** Suffixes of names that are valid only inside a network. */
const internalSuffixes = [
  "corp",
  "home",
  "home.arpa",
  "internal",
  "intranet",
  "invalid",
  "lan",
  "local",
  "localdomain",
  "localhost",
  "metadata.tencentyun.com",
  "onion",
  "svc",
  "test",
];

/** Whether a name is of the inside, so that it is not even looked up. One word alone always is. */
export function isInternalName(name: string): boolean {
  if (!name.includes(".")) return true;
  return internalSuffixes.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
}
