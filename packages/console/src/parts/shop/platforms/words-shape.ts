import type { WordTable } from "../../../words/define-words.ts";

/** What a field is called, and where its value is found. */
export interface FieldWords extends WordTable {
  label: string;
  text: string;
  /** Of a choice: what each of its values means. */
  choices: Record<string, string>;
}

/** Of a field that is no choice. */
export const choices = {};

/** What an owner does on a platform, and finds there. */
export interface PlatformWords extends WordTable {
  /** In order; with the least that has to be allowed. */
  steps: Record<string, string>;
  /** The platform's own page about it. */
  link: string;
  fields: Record<string, FieldWords>;
  /** Fields that few shops need. */
  further: Record<string, FieldWords>;
}
