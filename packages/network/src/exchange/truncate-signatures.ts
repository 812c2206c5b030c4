/** Enough of a signature to compare it by eye, too little to replay it. */
const SHOWN_CHARACTERS = 8;

/** How many leading characters identify a signature; a text that begins differently is not one. */
const KNOWN_CHARACTERS = 12;

/** Headers that authenticate the sender, including future versions. */
const signatureHeader = /signature(?:-\d{1,3})?$/i;

/** A value among the names of algorithms and versions before it: `sha256=…`, `v1,… v1,…`. */
const signatureValue = /[\w+/-]{9,}={0,2}/g;

/** Returns a header's value for logging and display: signatures are truncated, all other values are unchanged. */
export function truncateSignature(name: string, value: string): string {
  return signatureHeader.test(name) ? value.replace(signatureValue, toBeginning) : value;
}

/**
 * Returns a function that truncates one query's signatures wherever the other side echoes them: servers that are being
 * set up often echo all or the beginning of what they receive.
 */
export function signatureTruncation(headers: Record<string, string>): (text: string) => string {
  const signatures = Object.entries(headers).flatMap(([name, value]) =>
    signatureHeader.test(name) ? (value.match(signatureValue) ?? []) : [],
  );
  const spellings = [...new Set(signatures.flatMap(spellingsOf))].filter(
    ({ length }) => length >= KNOWN_CHARACTERS,
  );
  return (text) => spellings.reduce(withoutRest, text);
}

/** As PHP, .NET, URLs and HTML write its signs, and in capitals. */
function spellingsOf(value: string): string[] {
  return [
    value,
    value.toUpperCase(),
    value.replaceAll("/", "\\/"),
    value.replace(/[+/=]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
    value.replace(/[+/=]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    value.replaceAll("+", "\\u002B"),
    encodeURIComponent(value),
    encodeURIComponent(value).toLowerCase(),
    value.replace(/[+/=]/g, (sign) => `&#${sign.charCodeAt(0)};`),
    value.replace(/[+/=]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`),
  ];
}

/** Truncates the value after its first characters wherever the text repeats it. */
function withoutRest(text: string, value: string): string {
  const beginning = value.slice(0, KNOWN_CHARACTERS);
  let result = "";
  let from = 0;
  for (let found = text.indexOf(beginning); found >= 0; found = text.indexOf(beginning, from)) {
    let end = found + KNOWN_CHARACTERS;
    while (end - found < value.length && text[end] === value[end - found]) end += 1;
    result += text.slice(from, found) + toBeginning(value);
    from = end;
  }
  return result + text.slice(from);
}

function toBeginning(value: string): string {
  return `${value.slice(0, SHOWN_CHARACTERS)}…`;
}
