import type { FileResult } from "./test-results.mjs";
import type { TestRun } from "./test-run.mjs";

export function runFiles(options: {
  run: TestRun;
  files: string[];
  width: number;
  isApart(file: string): boolean;
  onFile(result: FileResult): void;
}): Promise<void>;
