import type { SigningHeader } from "./candidate.ts";
import type { MistakeId } from "./ids/mistake-ids.ts";

/** One way to decode the output of a merchant's code into bytes. */
export interface PastedReading {
  bytes: Buffer;
  writtenIn: "hex" | "base64";
  /** The header that a `sha256=` or `v1,` before it names. */
  prefix: SigningHeader | null;
  mistakes: readonly MistakeId[];
}

/** Header names, and what openssl and sha256sum print around a value. */
const labels =
  /^(?:x-hub-signature|webhook-signature)\s*:\s*|^[\w-]*\([^()]*\)\s*=\s*|(?<!\s)\s+\*?-$/gi;

/** What quoting and line breaks leave around and inside a value. */
const wrapping = /^b?(['"`])(.*)\1$/s;

const otherPrefixes = /^(?:hmac[-_]?)?(?:sha-?\d{1,3}|md5|v\d)\s*[=:,]\s*/i;

/** Parses a pasted value in every way that makes sense; returns nothing if it is not a signature. */
export function readPasted(pasted: string): PastedReading[] {
  return pasted
    .trim()
    .replace(labels, "")
    .split(/(?<!\s)\s+(?=v\d,)/)
    .flatMap(readOne);
}

function readOne(labeled: string): PastedReading[] {
  const bare = labeled.trim();
  const unquoted = wrapping.exec(bare)?.[2] ?? bare;
  const { text, prefix, mistakes } = takePrefix(unquoted.trim());
  const joined = text.replace(/[\s:]+/g, "");
  const isWrapped = unquoted !== bare || joined !== text;
  const known = { prefix, mistakes: [...mistakes, ...mistakeIf(isWrapped, "wrapped")] };
  return [...readHex(joined), ...readBase64(joined)].map((reading) => ({
    ...known,
    ...reading,
    mistakes: [...known.mistakes, ...reading.mistakes],
  }));
}

function takePrefix(value: string): Pick<PastedReading, "prefix" | "mistakes"> & { text: string } {
  const plain = { mistakes: [] };
  if (/^sha256=/i.test(value)) return { ...plain, prefix: "x-hub-signature", text: value.slice(7) };
  if (value.startsWith("v1,")) {
    return { ...plain, prefix: "webhook-signature", text: value.slice(3) };
  }
  const text = value.replace(otherPrefixes, "").replace(/^0x/i, "");
  return { prefix: null, text, mistakes: mistakeIf(text !== value, "wrong_prefix") };
}

type Read = Omit<PastedReading, "prefix">;

function readHex(text: string): Read[] {
  if (!/^[0-9a-f]{8,}$/i.test(text)) return [];
  const bytes = Buffer.from(text.slice(0, text.length - (text.length % 2)), "hex");
  const inner = readText(bytes).map((read) => ({ ...read, mistakes: ["hex_of_text" as const] }));
  return [{ bytes, writtenIn: "hex", mistakes: [] }, ...inner];
}

function readBase64(text: string): Read[] {
  if (!/^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(text)) return [];
  const bytes = Buffer.from(text, "base64");
  const isUrl = /[_-]/.test(text) || (text.length % 4 !== 0 && bytes.length === 32);
  const inner = readText(bytes).map((read) => ({ ...read, mistakes: ["base64_of_hex" as const] }));
  return [{ bytes, writtenIn: "base64", mistakes: mistakeIf(isUrl, "base64_url") }, ...inner];
}

/** Handles values whose encoded content is a text form of the bytes instead of the bytes. */
function readText(bytes: Buffer): Read[] {
  const text = bytes.toString("latin1");
  if (/^[0-9a-f]{32,}$/i.test(text) && text.length % 2 === 0) {
    return [{ bytes: Buffer.from(text, "hex"), writtenIn: "hex", mistakes: [] }];
  }
  if (/^[A-Za-z0-9+/]{24,}={0,2}$/.test(text) && text.length % 4 === 0) {
    return [{ bytes: Buffer.from(text, "base64"), writtenIn: "base64", mistakes: [] }];
  }
  return [];
}

function mistakeIf(isMade: boolean, mistake: MistakeId): MistakeId[] {
  return isMade ? [mistake] : [];
}
