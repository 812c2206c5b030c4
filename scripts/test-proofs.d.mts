export interface Proof {
  name: string;
  files: string[];
  /** Files, and folders, which end in `/`. */
  inputs: string[];
}

/** A proof's name → the hash of what it depended on when it passed. */
export type Passed = Record<string, string>;

export const proofs: Proof[];
export function findDue(folder?: string, passed?: Passed): Proof[];
export function hashInputs(proof: Proof, folder?: string): string;
export function preparePassed(due: readonly Proof[]): (passed: readonly Proof[]) => void;
