/** A text of so many characters at most; what is left out is marked. */
export function cut(text: string, most: number): string {
  const points = [...text];
  return points.length <= most ? text : `${points.slice(0, most - 1).join("")}…`;
}

/** The same, counted in bytes of UTF-8. */
export function cutBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const kept = Buffer.from(text).subarray(0, most - Buffer.byteLength("…"));
  // A character that the cut parts in two is left out.
  return `${new TextDecoder().decode(kept, { stream: true })}…`;
}
