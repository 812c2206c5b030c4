import { beginnings } from "./beginnings.ts";
import { bodyForms } from "./body-forms.ts";
import type { Candidate, SigningHeader } from "./candidate.ts";
import { hashForms } from "./hash-forms.ts";
import type { MistakeId } from "./ids/mistake-ids.ts";
import { keyForms, type NamedSecret } from "./key-forms.ts";
import { type Reading, readPasted } from "./read-pasted.ts";

/** A request that Meetbot signed. */
export interface SignedRequest {
  body: Buffer;
  /** Its webhook-id and webhook-timestamp. */
  id: string;
  timestamp: string;
  /** The one it was signed with first; then others that the merchant may have taken for it. */
  secrets: readonly NamedSecret[];
}

/** What a value that a merchant's code computed turns out to be. */
export type Diagnosis =
  | { result: "match"; header: SigningHeader }
  | { result: "mistake"; header: SigningHeader; mistakes: readonly MistakeId[] }
  /** Of other bytes or of another secret; `hints`: what its form alone gives away. */
  | { result: "unknown"; hints: readonly MistakeId[] };

/** So many things at once are done wrong; more would be guessing. */
const MAX_MISTAKES = 2;

/** Longer than any signature in any spelling. */
const MAX_CHARACTERS = 2_000;

/** Fewer bytes are equal by chance. */
const LEAST_BYTES = 4;

const headers = ["x-hub-signature", "webhook-signature"] as const;

/**
 * Tells a merchant what their code has computed: the right signature, or one of another key, text,
 * hash or spelling. Finds out by computing all of those, so what it names is certain.
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

/** What was pasted is the secret, or a part of it. */
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
  /** The fewer mistakes the better; of two alike the one whose header was named. */
  cost: number;
}

/** All signatures of one header that come about by exactly so many mistakes and were pasted. */
function search(
  header: SigningHeader,
  request: SignedRequest,
  readings: readonly Reading[],
  count: number,
): Found[] {
  const found: Found[] = [];
  const keys = keyForms(header, request.secrets);
  const befores = beginnings(header, request);
  const bodies = bodyForms(request.body);
  for (const [key, before, body, hash] of combine(count, keys, befores, bodies, hashForms)) {
    const text = Buffer.concat([Buffer.from(before.value), body.value]);
    const digest = hash.value(key.value, text);
    for (const reading of readings) {
      const written = spelling(header, reading, digest);
      if (written === null) continue;
      const parts = [...hash.mistakes, ...key.mistakes, ...before.mistakes, ...body.mistakes];
      const mistakes = [...new Set([...parts, ...written])];
      const isNamed = reading.prefix === header;
      found.push({ header, mistakes, cost: 2 * mistakes.length - Number(isNamed) });
    }
  }
  return found;
}

/** Every choice of one of each that makes exactly so many mistakes. */
function* combine<A, B, C, D>(
  count: number,
  ...[as, bs, cs, ds]: [
    readonly Candidate<A>[],
    readonly Candidate<B>[],
    readonly Candidate<C>[],
    readonly Candidate<D>[],
  ]
): Generator<[Candidate<A>, Candidate<B>, Candidate<C>, Candidate<D>]> {
  const within = <Value>(candidates: readonly Candidate<Value>[], left: number) =>
    candidates.filter(({ mistakes }) => mistakes.length <= left);
  for (const a of within(as, count)) {
    const afterA = count - a.mistakes.length;
    for (const b of within(bs, afterA)) {
      const afterB = afterA - b.mistakes.length;
      for (const c of within(cs, afterB)) {
        const afterC = afterB - c.mistakes.length;
        for (const d of ds) if (d.mistakes.length === afterC) yield [a, b, c, d];
      }
    }
  }
}

/** What is wrong with how these bytes are written; null: they are others. */
function spelling(header: SigningHeader, reading: Reading, digest: Buffer): MistakeId[] | null {
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

function hintsOf(readings: readonly Reading[]): MistakeId[] {
  if (readings.length === 0) return ["not_a_signature"];
  const named = readings.flatMap(({ bytes }) => lengths[bytes.length] ?? []);
  if (named.length > 0) return named.slice(0, 1);
  const [first] = readings;
  return readings.some(({ bytes }) => bytes.length === 32) || !first ? [] : ["truncated"];
}
