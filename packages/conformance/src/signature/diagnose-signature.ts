import type { SigningHeader } from "./candidate.ts";
import { digestsBy, type SignedRequest } from "./digests-by.ts";
import type { MistakeId } from "./ids/mistake-ids.ts";
import { type PastedReading, readPasted } from "./read-pasted.ts";

/** The diagnosis of a value that a merchant's code computed. */
export type Diagnosis =
  | { result: "match"; header: SigningHeader }
  | { result: "mistake"; header: SigningHeader; mistakes: readonly MistakeId[] }
  /** Computed over other bytes or with another secret; `hints`: the mistakes that its form alone reveals. */
  | { result: "unknown"; hints: readonly MistakeId[] };

/** How many mistakes to combine at most; more would be guessing. */
const MAX_MISTAKES = 2;

/** Longer than any signature in any spelling. */
const MAX_CHARACTERS = 2_000;

/** Fewer bytes are equal by chance. */
const LEAST_BYTES = 4;

const headers = ["x-hub-signature", "webhook-signature"] as const;

/**
 * Identifies what a merchant's code has computed: the right signature, or one with another key, text, hash or spelling.
 * Computes all of those, so its diagnosis is certain.
 */
export function diagnoseSignature(pasted: string, request: SignedRequest): Diagnosis {
  if (pasted.length > MAX_CHARACTERS) return { result: "unknown", hints: ["not_a_signature"] };
  const named = nameText(pasted, request);
  if (named) return named;
  const readings = readPasted(pasted);
  for (let most = 0; most <= MAX_MISTAKES; most += 1) {
    const found = headers.flatMap((header) => search(header, request, readings, most));
    const [best] = found.sort((one, other) => one.cost - other.cost);
    if (!best) continue;
    const { header, mistakes } = best;
    return mistakes.length === 0
      ? { result: "match", header }
      : { result: "mistake", header, mistakes };
  }
  return { result: "unknown", hints: hintsOf(readings) };
}

/** Detects when the merchant pasted the secret or a part of it. */
function nameText(pasted: string, { secrets }: SignedRequest): Diagnosis | null {
  const text = pasted.trim().replace(/^['"]|['"]$/g, "");
  const bare = text.replace(/^whsec_/, "");
  const isSecret = bare.length >= 16 && secrets.some(({ secret }) => secret.includes(bare));
  if (!isSecret) return null;
  return { result: "mistake", header: "x-hub-signature", mistakes: ["secret_itself"] };
}

interface Found {
  header: SigningHeader;
  mistakes: readonly MistakeId[];
  /** Fewer mistakes cost less; on a tie, the candidate for the named header wins. */
  cost: number;
}

/** Returns each pasted signature of one header that results from exactly `count` mistakes. */
function search(
  header: SigningHeader,
  request: SignedRequest,
  readings: readonly PastedReading[],
  count: number,
): Found[] {
  const found: Found[] = [];
  for (const { value: digest, mistakes: made } of digestsBy(count, header, request)) {
    for (const reading of readings) {
      const written = spelling(header, reading, digest);
      if (written === null) continue;
      const mistakes = [...new Set([...made, ...written])];
      const isNamed = reading.prefix === header;
      found.push({ header, mistakes, cost: 2 * mistakes.length - Number(isNamed) });
    }
  }
  return found;
}

/** Returns the mistakes in how the digest was written; `null` if the pasted bytes are not this digest. */
function spelling(
  header: SigningHeader,
  reading: PastedReading,
  digest: Buffer,
): MistakeId[] | null {
  const { bytes, writtenIn, prefix } = reading;
  if (bytes.length < LEAST_BYTES || bytes.length > digest.length) return null;
  if (!digest.subarray(0, bytes.length).equals(bytes)) return null;
  const mistakes: MistakeId[] = [...reading.mistakes];
  const isText = mistakes.includes("base64_of_hex") || mistakes.includes("hex_of_text");
  if (!isText && header === "x-hub-signature" && writtenIn === "base64") {
    mistakes.push("base64_not_hex");
  }
  if (!isText && header === "webhook-signature" && writtenIn === "hex") {
    mistakes.push("hex_not_base64");
  }
  if (prefix !== null && prefix !== header) mistakes.push("wrong_prefix");
  if (bytes.length < digest.length) mistakes.push("truncated");
  return mistakes;
}

const lengths: Readonly<Record<number, MistakeId>> = { 16: "md5", 20: "sha1", 64: "sha512" };

function hintsOf(readings: readonly PastedReading[]): MistakeId[] {
  if (readings.length === 0) return ["not_a_signature"];
  const named = readings.flatMap(({ bytes }) => lengths[bytes.length] ?? []);
  if (named.length > 0) return named.slice(0, 1);
  const [first] = readings;
  return readings.some(({ bytes }) => bytes.length === 32) || !first ? [] : ["truncated"];
}
