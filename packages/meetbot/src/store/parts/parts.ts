import { alertsPart, webPushPart } from "../../features/alerts/store/alerts-part.ts";
import { carriersPart } from "../../features/carriers/store/carriers.ts";
import { bridgesPart } from "../../features/handoff/store/bridges-part.ts";
import type { PartDeps, StorePart } from "../../platform/parts/store-part.ts";

/** What each feature stores, by its name in the store. */
const parts = {
  alerts: alertsPart,
  webPush: webPushPart,
  bridges: bridgesPart,
  carriers: carriersPart,
} satisfies Record<string, StorePart<unknown>>;

type Parts = typeof parts;

/** The parts of the store, opened. */
export type StoreParts = { [Name in keyof Parts]: ReturnType<Parts[Name]["open"]> };

const all: readonly [string, StorePart<unknown>][] = Object.entries(parts);

/** Opens all parts. */
export const openParts = (deps: PartDeps): StoreParts =>
  Object.fromEntries(all.map(([name, part]) => [name, part.open(deps)])) as StoreParts;

/** All tables of features with values sealed under a master key. */
export const sealedTablesOfParts = all.flatMap(([, part]) => part.sealedTables);

/** All feature tables whose rows are deleted a week after their `at`. */
export const pastTablesOfParts = all.flatMap(([, part]) => part.pastTables ?? []);
