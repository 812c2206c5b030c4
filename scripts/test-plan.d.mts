interface LeftOut {
  because: string;
  names: string[];
  keep: string[];
}

interface Plan {
  together: string[];
  alone: string[];
  leftOut: { because: string; files: string[] }[];
}

export const leftOut: LeftOut[];
export const alone: string[];
export function planTests(files: string[], options: { everything: boolean }): Plan;
export function isNamed(names: string[], file: string): boolean;
