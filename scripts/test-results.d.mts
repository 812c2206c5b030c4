interface Part {
  name: string;
  /** The file that `results-reporter.ts` wrote for this part. */
  results: string;
}

export function describeSlowest(parts: Part[]): string;
export function describeFailures(parts: Part[]): string;
