import { beginnings } from "./beginnings.ts";
import { bodyForms } from "./body-forms.ts";
import { type Candidate, type SigningHeader, wrong } from "./candidate.ts";
import { hashForms } from "./hash-forms.ts";
import { keyForms, type NamedSecret } from "./key-forms.ts";

/** A request that Meetbot signed. */
export interface SignedRequest {
  body: Buffer;
  /** Its webhook-id and webhook-timestamp. */
  id: string;
  timestamp: string;
  /** The signing secret first, then others that the merchant may have confused with it. */
  secrets: readonly NamedSecret[];
}

/** Yields every digest that code with exactly `count` mistakes would compute for one header of a request. */
export function* digestsBy(
  count: number,
  header: SigningHeader,
  request: SignedRequest,
): Generator<Candidate<Buffer>> {
  const keys = keyForms(header, request.secrets);
  const befores = beginnings(header, request);
  const bodies = bodyForms(request.body);
  for (const [key, before, body, hash] of combine(count, keys, befores, bodies, hashForms)) {
    const text = Buffer.concat([Buffer.from(before.value), body.value]);
    const mistakes = [...hash.mistakes, ...key.mistakes, ...before.mistakes, ...body.mistakes];
    yield wrong(hash.value(key.value, text), ...mistakes);
  }
}

/** Yields every combination of one candidate per list with exactly `count` mistakes. */
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
