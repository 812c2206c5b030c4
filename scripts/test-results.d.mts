/** What the tests of a file came to. */
export interface FileResult {
  file: string;
  ms: number;
  passed: number;
  failed: { name: string; error: string; whole: string }[];
  skipped: { name: string; because: string }[];
}

export function describeFile(result: FileResult): string;
export function describeLanes(
  lanes: { name: string; seconds: number; budgetS: number; results: FileResult[] }[],
): string;
export function describeSkipped(results: FileResult[]): string;
export function describeFailures(results: FileResult[]): string;
export function describeCounts(results: FileResult[]): string;
