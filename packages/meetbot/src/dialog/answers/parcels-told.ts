import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { Fact } from "@meetbot/model/conversation/recognition.ts";
import {
  deliveryBeside,
  factAnswers,
  goodsName,
  isAllSent,
  itemsIn,
  type Known,
  languages,
  orderStage,
  packageName,
  packageWords,
  parcelFacts,
  partlyTold,
  type Reader,
  readerOf,
  type Sending,
  type Stage,
  say,
  type Telling,
  type Told,
  whereSentence,
} from "@meetbot/presentation";
import type { Package } from "@meetbot/protocol";

/** What the shop answered about one order: the order, its packages, or both. */
export interface Found {
  order: Shown<SeenOrder> | null;
  /** `null` when the packages were not queried. */
  packages: readonly Shown<Package>[] | null;
  titles: readonly string[];
  /** The part of the order's packages that these are, if they are not all. */
  part?: "first" | "later";
  /** Whether the customer asked about these parcels alone, not about the order. */
  isOfParcels?: boolean;
}

/** With more packages than this, the text would be too long to read; the cards show all of them. */
const maxPackagesTold = 10;

/**
 * Answers a question about an order's parcels for each parcel, as they are in different places; `null` when one
 * sentence answers it.
 */
export function ofParcels(
  fact: Fact,
  asked: readonly Fact[],
  found: Found,
  known: Known,
  telling: Telling,
): Told | null {
  const { packages, part } = found;
  const value = known.pkg?.package_status ?? known.order?.status ?? "";
  if (fact === "sent") return { text: whetherSent(found, known, telling), value };
  if (fact === "parcels") return { text: inHowMany(found, known, telling), value };
  const isSeveral = (packages?.length ?? 0) > 1;
  if (fact === "status" || fact === "expected" || fact === "delivered") {
    const isTold = isSeveral || part === "later" || isPartly(found);
    return isTold ? { text: howItIs(found, known, telling), value } : null;
  }
  if (fact === "dispatched" || fact === "signed_by" || fact === "ago") {
    return isSeveral || isPartly(found) ? ofEachAlone(fact, found, known, telling) : null;
  }
  return isOfEach(fact) && (isSeveral || isPartly(found))
    ? ofEach(fact, asked.filter(isOfEach), found, known, telling)
    : null;
}

/** Facts that require all packages of an order. */
export type ParcelsFact = "sent" | "parcels";

export const isOfParcelsOnly = (fact: Fact): fact is ParcelsFact =>
  fact === "sent" || fact === "parcels";

/** Says how many packages an order has, with a line for each; unsent items have no package yet. */
function inHowMany(found: Found, known: Known, telling: Telling): string {
  const { packages, isOfParcels } = found;
  const { locale } = telling;
  const count = packages?.length ?? 0;
  if (count === 0 || isOfParcels) return howItIs(found, known, telling);
  const [order, lines] = [calledBy(known, telling), linesOf(found, telling)];
  if (isPartly(found))
    return [say(locale, "factParcelsSoFar", { order, count }), ...lines].join("\n");
  if (count > 1) return howItIs(found, known, telling);
  const { sentenceSpace } = languages[locale];
  return [say(locale, "factParcels1"), howItIs(found, known, telling)].join(sentenceSpace);
}

type EachFact = keyof typeof parcelFacts;

const isOfEach = (fact: Fact): fact is EachFact => fact in parcelFacts;

/** Describes where an order and its packages are: in one sentence, or with one line each. */
export function howItIs(found: Found, known: Known, telling: Telling): string {
  const { packages, part } = found;
  if (part === "later") return linesOf(found, telling).join("\n");
  if (isPartly(found)) return partly(found, known, telling);
  const several = packages && packages.length > 1;
  if (!several) return whereSentence(known, telling);
  return [headOf(found, known, telling), ...linesOf(found, telling)].join("\n");
}

const isPartly = ({ order, isOfParcels }: Found) =>
  !isOfParcels && order !== null && orderStage(order.item) === "partially_shipped";

const sendingOf = ({ order, packages, part }: Found): Sending => ({
  order: order?.item ?? {},
  packages: (packages ?? []).map(({ item }) => item),
  hasMore: part !== undefined || packages === null,
});

/** Says which part of an order was sent, which was not, and where the sent part is. */
function partly(found: Found, known: Known, telling: Telling): string {
  const { sentenceSpace } = languages[telling.locale];
  const said = partlyTold(sendingOf(found), calledBy(known, telling), telling);
  const [pkg, ...others] = found.packages ?? [];
  if (pkg && others.length === 0) {
    said.push(whereSentence({ titles: [], pkg: pkg.item }, telling));
    return said.join(sentenceSpace);
  }
  return [said.join(sentenceSpace), ...linesOf(found, telling)].join("\n");
}

/** Stages in which the order stays where it is or goes back, so whether all of it was sent no longer matters. */
const isOver: ReadonlySet<Stage> = new Set<Stage>([
  ...(["canceled", "refunded", "returning", "returned"] as const),
]);

/** Describes whether the whole order was sent, and its status. */
function whetherSent(found: Found, known: Known, telling: Telling): string {
  const { order } = found;
  if (order && isOver.has(orderStage(order.item) ?? "on_file")) {
    return howItIs(found, known, telling);
  }
  const isSent = order === null ? null : isAllSent(sendingOf(found));
  // If nothing was sent, the status sentence already says so.
  if (isSent === false && !isPartly(found)) return howItIs(found, known, telling);
  const key = isSent === null ? "factSentUnsure" : isSent ? "factAllSent" : "factNotAllSent";
  const { sentenceSpace } = languages[telling.locale];
  return [say(telling.locale, key), howItIs(found, known, telling)].join(sentenceSpace);
}

/** The carrier, number and page of each package, in the same lines; of a carrier that brings them all in one sentence. */
function ofEach(
  fact: EachFact,
  asked: readonly EachFact[],
  found: Found,
  known: Known,
  telling: Telling,
): Told | null {
  const { part } = found;
  const packages = (found.packages ?? []).map(({ item }) => item);
  const values = new Set(packages.map((pkg) => parcelFacts[fact](pkg)));
  const [only] = values;
  const isAlike = !only || (fact === "carrier" && !isPartly(found));
  if (values.size === 0 || (asked.length === 1 && values.size === 1 && isAlike)) return null;
  const lines = linesOf(found, telling, (pkg) =>
    asked.map(
      (one) =>
        parcelFacts[one](pkg) || (factAnswers[one]({ titles: [], pkg }, telling)?.text ?? ""),
    ),
  );
  const value = [...values].filter(Boolean).join(", ");
  const head = part === "later" ? [] : [headOf(found, known, telling)];
  return { text: [...head, ...lines].join("\n"), value };
}

/** Answers, in a line for each package, a fact that takes one sentence for a single package. */
function ofEachAlone(
  fact: "dispatched" | "signed_by" | "ago",
  found: Found,
  known: Known,
  telling: Telling,
): Told {
  const told = (pkg: Partial<Package>) => factAnswers[fact]({ titles: [], pkg }, telling);
  const lines = linesOf(found, telling, (pkg) => [told(pkg)?.text ?? ""]);
  const values = (found.packages ?? []).flatMap(({ item }) => told(item)?.value ?? []);
  const head = found.part === "later" ? [] : [headOf(found, known, telling)];
  return { text: [...head, ...lines].join("\n"), value: values.join(", ") };
}

function calledBy({ titles }: Known, { locale, today, timeZone }: Telling): string {
  const goods = goodsName(titles, readerOf(locale, { today, timeZone }));
  return goods ? say(locale, "orderWith", { goods }) : say(locale, "yourOrder");
}

function headOf(found: Found, known: Known, telling: Telling): string {
  const { packages, part } = found;
  if (isPartly(found))
    return say(telling.locale, "wherePartial", { order: calledBy(known, telling) });
  const all = packages?.length ?? 0;
  const count = Math.min(all, maxPackagesTold);
  const key = part === "first" || all > count ? "wherePackagesMore" : "wherePackages";
  return say(telling.locale, key, { order: calledBy(known, telling), count });
}

/** Returns a line for each package: its name and its facts. */
function linesOf(
  { packages }: Found,
  { locale, today, timeZone }: Telling,
  told: (pkg: Partial<Package>, reader: Reader) => string[] = statusAndDay,
): string[] {
  const reader = readerOf(locale, { today, timeZone });
  return (packages ?? []).slice(0, maxPackagesTold).map(({ item }) => {
    const name = itemsIn(item.elements, locale) || item.product_name || packageName(item, reader);
    return `• ${[name, ...told(item, reader)].filter(Boolean).join(" · ")}`;
  });
}

function statusAndDay(pkg: Partial<Package>, reader: Reader): string[] {
  const status = packageWords(pkg, reader);
  return [status, deliveryBeside(status, pkg, reader)];
}
