import type { ChildProcess } from "node:child_process";

export interface TestRun {
  start(args: string[], cwd: string): Promise<number>;
  fork(module: string, execArgv: string[]): ChildProcess;
  end(): void;
}

export function startTestRun(options: {
  node: string;
  root: string;
  env?: Record<string, string>;
}): TestRun;
