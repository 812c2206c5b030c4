/** How a shop numbers its orders: a prefix, then characters of one class. */
export interface OrderNumberFormat {
  /** Letters, digits, `-`, `_`, `#`, `.` and `/`; may be empty. */
  prefix: string;
  characters: "digits" | "letters and digits";
  /** How many characters follow the prefix. */
  minLength: number;
  maxLength: number;
  /** Whether `so-1` is another number than `SO-1`. */
  caseMatters: boolean;
}
