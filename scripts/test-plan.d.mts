import type { Proof } from "./test-proofs.mjs";

interface LeftOut {
  because: string;
  names: string[];
  keep: string[];
}

export interface Lane {
  name: string;
  names: string[];
  /** So many files at once. */
  width: number;
  /** Seconds that it may take on two processors. */
  budgetS: number;
  /** Whether a file has a process to itself. */
  isApart(file: string): boolean;
}

interface Plan {
  lanes: (Lane & { files: string[] })[];
  leftOut: { because: string; files: string[] }[];
}

export const leftOut: LeftOut[];
export const lanes: Lane[];
export const apart: string[];
export function planTests(
  files: string[],
  options: { everything: boolean; proving?: boolean; due: Proof[] },
): Plan;
export function isNamed(names: string[], file: string): boolean;
