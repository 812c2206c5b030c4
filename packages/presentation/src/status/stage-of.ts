import type { PackageStatusCode } from "@meetbot/protocol";
import { remember } from "../text/remember.ts";
import { orderStatuses, packageStatuses } from "./known-statuses.ts";
import { stageOfCode } from "./stage-of-code.ts";
import { type Stage, stages } from "./stages.ts";

/** What a status is of. */
export type StatusOf = "order" | "package";

const known = {
  order: listed(orderStatuses),
  package: listed(packageStatuses),
};

/** A stage that is surely known, and the language in which the shop wrote it. */
export interface Read {
  stage: Stage;
  language: string;
}

/**
 * The stage that a status in the shop's own words tells; none where it is not surely known. A status is read again with
 * each answer that names it, and a shop has few.
 */
export const stageOf: (status: string, of: StatusOf) => Read | undefined = remember(
  (status, of) => {
    const words = status
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s_.!。-]+/g, " ")
      .trim();
    return known[of as StatusOf].find(({ pattern }) => pattern.test(words)) ?? readCode(words);
  },
);

/** Shops write a code where their words belong, too. */
function readCode(words: string): Read | undefined {
  const stage = stageOfCode(words.replaceAll(" ", "_") as PackageStatusCode);
  return stage && Object.hasOwn(stages, stage) ? { stage, language: "en" } : undefined;
}

function listed(statuses: typeof orderStatuses): (Read & { pattern: RegExp })[] {
  return Object.entries(statuses).flatMap(([stage, written]) =>
    Object.entries(written).map(([language, pattern]) => ({
      stage: stage as Stage,
      language,
      pattern,
    })),
  );
}
