import type { OrderStatusCode, PackageStatusCode } from "@meetbot/protocol";
import { parcelStatuses } from "../parcels/parcel-status.ts";
import { remember } from "../text/remember.ts";
import { orderStatuses, packageStatuses } from "./known-statuses.ts";
import { stageOfCode } from "./stage-of-code.ts";
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
    return (
      known[of as StatusOf].find(({ pattern }) => pattern.test(words)) ??
      readCode(words, of as StatusOf)
    );
  },
);

/** Here, for the list of the protocol's own package is not in what runs in a browser. */
const orderCodes: Record<OrderStatusCode, Stage> = {
  unpaid: "unpaid",
  processing: "processing",
  partially_shipped: "partially_shipped",
  shipped: "shipped",
  delivered: "delivered",
  canceled: "canceled",
  refunded: "refunded",
  returned: "returned",
  returning: "returning",
};

/** Shops write a code where their words belong, too. */
function readCode(words: string, of: StatusOf): Read | undefined {
  const code = words.replaceAll(" ", "_");
  if (!Object.hasOwn(of === "order" ? orderCodes : parcelStatuses, code)) return undefined;
  const stage =
    of === "order" ? orderCodes[code as OrderStatusCode] : stageOfCode(code as PackageStatusCode);
  return stage && { stage, language: "en" };
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
