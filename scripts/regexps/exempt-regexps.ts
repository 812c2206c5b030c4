/** Expressions that the scan passes over, and why each may stay as it is. */
export interface Exemption {
  path: string;
  /** A part of the expression; `built` is all that a file puts together while it runs. */
  expression: string | "built";
  reason: string;
}

/**
 * A reason states who writes the matched text and how long it can be. An expression for text that strangers write at
 * any length does not belong here: write it so that it reads each character a bounded number of times.
 */
export const exemptions: readonly Exemption[] = [
  {
    path: "packages/meetbot/src/recognition/entities/formatted-number.ts",
    expression: "built",
    reason:
      "Made of a setting that was read by readOrderNumberFormat: a prefix without signs of a pattern, and one run of 40 characters at most.",
  },
  {
    path: "packages/meetbot/src/recognition/entities/bare-identifier.ts",
    expression: "it'?s|it is",
    reason:
      "Sees 160 characters at most (maxTextLength). Its classes are too large for the scanner; slow-text.test.ts measures it.",
  },
];
