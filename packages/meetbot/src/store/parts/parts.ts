import { carriersPart } from "../../features/carriers/store/carriers.ts";
import type { PartDeps } from "../../platform/parts/store-part.ts";

/** What each feature keeps, by its name in the store. */
export const parts = {
  carriers: carriersPart,
};

type Parts = typeof parts;

/** The parts of the store, opened. */
export type StoreParts = { [Name in keyof Parts]: ReturnType<Parts[Name]["open"]> };

/** Opens all parts. */
export function openParts(deps: PartDeps): StoreParts {
  const opened = Object.entries(parts).map(([name, part]) => [name, part.open(deps)]);
  return Object.fromEntries(opened);
}

/** All tables of features with values sealed under a master key. */
export const sealedTablesOfParts = Object.values(parts).flatMap((part) => part.sealedTables);
