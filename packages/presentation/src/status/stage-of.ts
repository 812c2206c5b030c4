import { orderStatuses, packageStatuses } from "./known-statuses.ts";
import type { Stage } from "./stages.ts";

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

/** More statuses than one shop has, and shops may send what they want. */
const maxRemembered = 500;

/** A status is read again with each answer that names it, and a shop has few. */
const remembered: Record<StatusOf, Map<string, Read | undefined>> = {
  order: new Map(),
  package: new Map(),
};

/** The stage that a status in the shop's own words tells; none where it is not surely known. */
export function stageOf(status: string, of: StatusOf): Read | undefined {
  const stages = remembered[of];
  if (stages.has(status)) return stages.get(status);
  if (stages.size >= maxRemembered) stages.clear();
  const stage = readStage(status, of);
  stages.set(status, stage);
  return stage;
}

function readStage(status: string, of: StatusOf): Read | undefined {
  const words = status
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_.!。-]+/g, " ")
    .trim();
  return known[of].find(({ pattern }) => pattern.test(words));
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
