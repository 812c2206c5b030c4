import type { PackageStatusCode } from "@meetbot/protocol";
import type { KnownStage, StatusOf } from "../languages/contract/card-language.ts";
import { remember } from "../text/remember.ts";
import { orderStatuses, packageStatuses } from "./known-statuses.ts";
import { stageOfCode } from "./stage-of-code.ts";
import { type Stage, stages } from "./stages.ts";

const known = {
  order: listed(orderStatuses),
  package: listed(packageStatuses),
};

/**
 * Returns the stage of a status in the shop's own words, or nothing if it is uncertain. Results are cached: a status is
 * parsed again with each answer that contains it, and a shop has few.
 */
export const stageOf: (status: string, of: StatusOf) => KnownStage | undefined = remember(
  (status, of) => {
    const words = status
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s_.!。-]+/g, " ")
      .trim();
    return known[of as StatusOf].find(({ pattern }) => pattern.test(words)) ?? readCode(words);
  },
);

/** Shops sometimes write a code in the field for their own words. */
function readCode(words: string): KnownStage | undefined {
  const stage = stageOfCode(words.replaceAll(" ", "_") as PackageStatusCode);
  return stage && Object.hasOwn(stages, stage) ? { stage, language: "en" } : undefined;
}

function listed(statuses: typeof orderStatuses): (KnownStage & { pattern: RegExp })[] {
  return Object.entries(statuses).flatMap(([stage, written]) =>
    Object.entries(written).map(([language, pattern]) => ({
      stage: stage as Stage,
      language,
      pattern,
    })),
  );
}
