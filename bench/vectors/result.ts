/** What became of one file of published vectors. */
export interface Result {
  file: string;
  cases: number;
  /** Remarks beside the verdicts, such as how many strings were cleaned. */
  notes: string;
  /** One line for each wrong one. */
  wrong: string[];
}

/** Runs a check over all vectors of a file; it tells what is wrong with one, or null. */
export async function resultOf<Vector>(
  file: string,
  vectors: readonly Vector[],
  check: (vector: Vector) => string | null | Promise<string | null>,
  notes: () => string = () => "",
): Promise<Result> {
  const wrong: string[] = [];
  for (const vector of vectors) {
    const fault = await check(vector);
    if (fault !== null) wrong.push(fault);
  }
  return { file, cases: vectors.length, notes: notes(), wrong };
}

/** Adds one to a count that may not be there yet. */
export function countUp(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** `12 public, 3 refused`: what {@link countUp} counted. */
export function listCounts(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
}
