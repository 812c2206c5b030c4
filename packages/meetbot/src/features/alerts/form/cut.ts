/** Cuts a text to at most `max` characters, and marks the cut. */
export function cut(text: string, max: number): string {
  const points = [...text];
  return points.length <= max ? text : `${points.slice(0, max - 1).join("")}…`;
}

/** Truncates a text to `max` bytes of UTF-8. */
export function cutBytes(text: string, max: number): string {
  if (Buffer.byteLength(text) <= max) return text;
  const kept = Buffer.from(text).subarray(0, max - Buffer.byteLength("…"));
  // A character that the cut parts in two is left out.
  return `${new TextDecoder().decode(kept, { stream: true })}…`;
}
