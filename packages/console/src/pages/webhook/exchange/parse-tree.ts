/** A JSON value whose numbers retain their original notation. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json } | RawNumber;

/** A number with the digits that it was written with. */
export class RawNumber {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** Parses JSON without losing digits, in browsers that report how a number was written. */
export function parseTree(text: string): Json | undefined {
  try {
    return JSON.parse(text, (_, value, context?: { source?: string }) =>
      typeof value === "number" && context?.source !== undefined
        ? new RawNumber(context.source)
        : value,
    );
  } catch {
    return undefined;
  }
}
