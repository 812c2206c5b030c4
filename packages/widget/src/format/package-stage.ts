import type { Phrases } from "../phrases/phrases.ts";

/** Where a package is on its way of four steps, and what that step is called. */
export interface Stage {
  step: 1 | 2 | 3 | 4;
  phrase: keyof Phrases;
}

/**
 * Whole statuses that are surely known. What is not listed here has no step: the shop's own words
 * are shown instead, for a wrong step is worse than none ("not delivered", "returned").
 */
const stages: [RegExp, Stage["step"], Stage["phrase"]][] = [
  [
    /^(ordered|order placed|confirmed|processing|pending|label created|info(rmation)? received|已下单|待揽收|待发货)$/,
    1,
    "stageOrdered",
  ],
  [/^((carrier )?picked up( by carrier)?|已揽[收件])$/, 2, "stagePickedUp"],
  [
    /^(in ?transit|on (its|the) way|shipped|dispatched|delayed|delivery in progress|运输中|在途中?|转运中|已发货)$/,
    2,
    "stageOnItsWay",
  ],
  [/^(out ?for ?delivery|派[送件]中|正在派[送件]|配送中)$/, 3, "stageOutForDelivery"],
  [/^((ready|available) for pick ?up|待取件|待自提)$/, 3, "stagePickup"],
  [/^((successfully |package )?delivered|已?签收|已?妥投|已送达)$/, 4, "stageDelivered"],
];

/** The stage of a status in the merchant's words, or none where they are not surely known. */
export function packageStage(status: string): Stage | undefined {
  const words = status
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_.!。-]+/g, " ")
    .trim();
  const found = stages.find(([pattern]) => pattern.test(words));
  return found && { step: found[1], phrase: found[2] };
}

/** What a package's date means: it came then, is expected, was expected, or nobody can say. */
export function deliveryPhrase(
  stage: Stage | undefined,
  date: string,
  today: string,
): "delivered" | "expected" | "wasExpected" | "deliveryDate" {
  if (stage?.step === 4) return "delivered";
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return "deliveryDate";
  if (date >= today) return "expected";
  return stage ? "wasExpected" : "deliveryDate";
}
