import { readFileSync } from "node:fs";
import type { Script } from "../src/recognition/model/intent-model.ts";

/**
 * What development lines told, in numbers: they are no part of the project, so that what was measured on
 * them is kept here and training needs them no more. `training/accept.ts` writes it.
 */
export interface Development {
  /** The weights of the few signs that lines tell most of, as the first fold gives them. */
  prior: Readonly<Record<Script, Readonly<Record<string, number>>>>;
  /** From where on the bot acts and asks back, as the second fold gives them. */
  thresholds: Readonly<Record<Script, { actFrom: number; clarifyFrom: number }>>;
  /** Of how many lines of the second fold each rule held with nothing against it, and how often it was right. */
  rules: Readonly<Record<Script, Readonly<Record<string, { held: number; right: number }>>>>;
}

export const developmentFile = "development.json";

/** Reads what `npm run train:accept` has written. */
export const readDevelopment = (file: string): Development =>
  JSON.parse(readFileSync(file, "utf8")) as Development;
