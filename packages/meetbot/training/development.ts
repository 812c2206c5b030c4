import { readFileSync } from "node:fs";
import type { Script } from "../src/recognition/model/intent-model.ts";

/**
 * Measurements on development lines. The lines are no part of the project, so their numbers are stored here and
 * training does not need the lines. `training/accept.ts` writes it.
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
