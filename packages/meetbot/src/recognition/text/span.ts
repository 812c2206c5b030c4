/** Something found in the normalized text. Offsets are indices into `Normalized.text`. */
export interface Span {
  value: string;
  start: number;
  end: number;
}

/** Replaces spans, which must be in order and must not overlap, and leaves the rest unchanged. */
export function replaceSpans(
  text: string,
  spans: readonly Span[],
  replacement: (span: Span) => string,
): string {
  let result = "";
  let from = 0;
  for (const span of spans) {
    result += text.slice(from, span.start) + replacement(span);
    from = span.end;
  }
  return result + text.slice(from);
}
