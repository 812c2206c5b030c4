interface LeftOut {
  because: string;
  names: string[];
  keep: string[];
}

interface Plan {
  together: string[];
  browsers: string[];
  alone: string[];
  leftOut: { because: string; files: string[] }[];
}

export const leftOut: LeftOut[];
export const browsers: string[];
export const alone: string[];
export function planTests(files: string[], options: { everything: boolean }): Plan;
export function isNamed(names: string[], file: string): boolean;
