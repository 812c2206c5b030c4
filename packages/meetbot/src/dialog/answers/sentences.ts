import {
  type CustomerLocale,
  deliveryBeside,
  dueDay,
  factAnswers,
  goodsName,
  isUnderway,
  type Known,
  languages,
  orderStage,
  packageName,
  packageStage,
  packageWords,
  priceOf,
  readerOf,
  say,
  type Telling,
  type Told,
  type ToldFact,
  whereSentence,
} from "@meetbot/presentation";
import type { Package } from "@meetbot/protocol";
import type { Wish } from "../../model/conversation/ask.ts";
import type { DialogState } from "../../model/conversation/dialog-state.ts";
import type { Level, SeenOrder, Shown } from "../../model/conversation/proof.ts";
import type { Concern, Fact } from "../../model/conversation/recognition.ts";
import type { Reply } from "../../model/conversation/reply.ts";
import { restsOn, titlesOf } from "../context/on-screen.ts";
import type { DialogContext } from "../dialogs/moves.ts";
import { text } from "../dialogs/moves.ts";

/** What the shop answered about one order: the order, its packages, or both. */
export interface Found {
  order: Shown<SeenOrder> | null;
  /** `null`: they were not asked for. */
  packages: readonly Shown<Package>[] | null;
  titles: readonly string[];
  /** Which of its packages these are, where they are not all. */
  part?: "first" | "later";
}

/** More packages than this are not told one by one: the cards have them all. */
const mostPackagesTold = 3;

/** Facts that are a package's: they need its packages to be asked for. */
const ofPackages: ReadonlySet<Fact> = new Set<Fact>([
  "status",
  "expected",
  "delivered",
  "carrier",
  "tracking_number",
  "link",
  "hurry",
]);

const aboutParcels: ReadonlySet<Concern> = new Set<Concern>(["late", "stuck", "not_here"]);

/** Whether what is wished is told by packages rather than by the order itself. */
export function isAboutPackages({ facts, concern, goal }: Wish): boolean {
  if (facts.length > 0) return facts.some((fact) => ofPackages.has(fact));
  return goal === "packages" || (concern !== null && aboutParcels.has(concern));
}

/** An answer in words, and whether something of it is hidden from this customer. */
export interface Answer {
  reply: Reply;
  hidesSome: boolean;
  /** It should be there by now, or was to be, or is wanted sooner: a person can do more. */
  wantsPerson: boolean;
}

/** Answers what was wished of an order or a package, in sentences. */
export function answerWish(
  state: DialogState,
  found: Found,
  wish: Wish,
  speaker: DialogContext,
): Answer {
  const { locale } = state;
  const telling = { locale, today: speaker.today, timeZone: speaker.timeZone };
  const known = knownOf(found);
  const facts = wish.facts.filter((fact): fact is ToldFact => fact in factAnswers);
  const told = facts.map((fact) => ({
    fact,
    answer: isTold(fact, found)
      ? { text: howItIs(found, known, telling), value: known.pkg?.package_status ?? "" }
      : tellFact(fact, known, wish, telling, speaker),
  }));
  const answers = told.flatMap(({ fact, answer }) => (answer ? [{ fact, answer }] : []));
  const isHidden = told.length > answers.length;
  const hidesSome = isHidden && levelOf(found) !== 2;
  const lacking = !hidesSome ? "factUnknown" : lackingAt(levelOf(found), speaker);
  const opener = sorryFor(wish.concern, known);
  const sentences = [
    ...(opener ? [say(locale, opener)] : []),
    ...new Set(answers.map(({ answer }) => answer.text)),
    ...(isHidden ? [say(locale, lacking)] : []),
    ...(facts.length === 0 && opener !== "sorryNotHere" ? [howItIs(found, known, telling)] : []),
    ...(lacksPackage(found, wish) ? [say(locale, "noPackages")] : []),
    ...(wish.facts.includes("hurry") ? [say(locale, "cannotHurry")] : []),
  ];
  const link = answers.find(({ answer }) => answer.link)?.answer.link;
  const reply = {
    ...text(join(sentences, locale), link ? { link } : {}),
    ...(answers.length > 0 && {
      facts: answers.map(({ fact, answer }) => ({ about: fact, value: answer.value })),
    }),
    ...expiring(found),
  };
  const wantsPerson = opener !== null || wish.facts.includes("hurry") || isLate(known, speaker);
  return { reply, hidesSome, wantsPerson };
}

/** What would show more: of a package its order's number does, of an order only that it is theirs. */
function lackingAt(level: Level, { sendsCodes, offersLinks }: DialogContext) {
  if (level === "package") return "ladderPackage";
  return sendsCodes || offersLinks ? "factHidden" : "factHiddenSignIn";
}

/** Several packages are each somewhere else: where they are and when they come is told of all. */
const isTold = (fact: Fact, { packages }: Found) =>
  (packages?.length ?? 0) > 1 && (fact === "status" || fact === "expected" || fact === "delivered");

/** Sentences follow each other on one line; after lines of their own comes a new one. */
function join(sentences: readonly string[], locale: CustomerLocale): string {
  return sentences.reduce(
    (said, sentence) =>
      said + (said.includes("\n") ? "\n" : languages[locale].sentenceSpace) + sentence,
  );
}

/** Says of which of several orders an answer is. */
export function ofOne(reply: Reply, titles: readonly string[], { locale }: DialogState): Reply {
  const goods = goodsName(titles, readerOf(locale));
  if (reply.kind !== "text" || !goods || reply.text.includes(goods)) return reply;
  return { ...reply, text: say(locale, "ofOne", { goods, answer: reply.text }) };
}

function knownOf({ order, packages, titles }: Found): Known {
  const own = order ? titlesOf(order.item) : [];
  const pkg = packages?.[0]?.item;
  return {
    titles:
      own.length > 0 ? own : titles.length > 0 || !pkg?.product_name ? titles : [pkg.product_name],
    ...(order && { order: order.item, hidesPerson: order.level !== 2 }),
    ...(pkg && { pkg }),
  };
}

function levelOf({ order, packages }: Found): Level {
  return order?.level ?? packages?.[0]?.level ?? 0;
}

/** A sentence tells no longer than the card beside it. */
function expiring({ order, packages }: Found): Pick<Reply, "expires" | "ofAccount"> {
  const { expires, ...proof } = restsOn([...(order ? [order] : []), ...(packages ?? [])]);
  return expires === null ? {} : { expires, ...proof };
}

function tellFact(
  fact: ToldFact,
  known: Known,
  { words }: Wish,
  telling: Telling,
  { namedGoods }: DialogContext,
): Told | null {
  const { order } = known;
  const elements = order?.elements ?? [];
  const told = factAnswers[fact](known, telling);
  if (fact !== "total" || words === null || !order) return told;
  const named = namedGoods(
    words,
    elements.map(({ title }) => [title]),
  );
  const one = elements[named[0] ?? -1];
  if (named.length !== 1 || !one) return told;
  const price = priceOf(one, order, telling.locale);
  if (elements.length > 1 || told === null || told.value === price.value) return price;
  // It is all there is in the order, and the order cost something else.
  return { ...told, text: join([price.text, told.text], telling.locale) };
}

function howItIs({ packages, part }: Found, known: Known, telling: Telling): string {
  const isOne = packages?.length === 1 && part !== "later";
  if (!packages?.length || isOne) return whereSentence(known, telling);
  const { locale, today } = telling;
  const reader = readerOf(locale, { today, timeZone: telling.timeZone });
  const goods = goodsName(known.titles, reader);
  const order = goods ? say(locale, "orderWith", { goods }) : say(locale, "yourOrder");
  const lines = packages.slice(0, mostPackagesTold).map(({ item }) => {
    const name = item.product_name ?? packageName(item, reader);
    const status = packageWords(item, reader);
    const day = deliveryBeside(status, item, reader);
    return `• ${[name, status, day].filter(Boolean).join(" · ")}`;
  });
  if (part === "later") return lines.join("\n");
  const key = part === "first" ? "wherePackagesMore" : "wherePackages";
  return [say(locale, key, { order, count: packages.length }), ...lines].join("\n");
}

/** The shop says that it was sent, and shows no package. */
function lacksPackage({ order, packages }: Found, wish: Wish): boolean {
  if (!order || packages?.length !== 0 || !isAboutPackages(wish)) return false;
  const stage = orderStage(order.item);
  return stage === undefined || isUnderway(stage);
}

type Sorry = "sorryLate" | "sorryStuck" | "sorryNotHere" | "sorryComplaint" | "sorryAnger";

/** What is said first to somebody in trouble, as far as what the shop tells bears it out. */
function sorryFor(concern: Concern | null, { pkg, order }: Known): Sorry | null {
  const stage = pkg ? packageStage(pkg) : orderStage(order ?? {});
  const isThere = stage === "delivered" || stage === "completed";
  switch (concern) {
    case "late":
      return isThere ? "sorryNotHere" : "sorryLate";
    case "stuck":
      return isThere ? "sorryNotHere" : "sorryStuck";
    case "not_here":
      return isThere ? "sorryNotHere" : "sorryLate";
    case "complaint":
      return "sorryComplaint";
    case "anger":
      return "sorryAnger";
    default:
      return null;
  }
}

function isLate({ pkg }: Known, { today }: DialogContext): boolean {
  const stage = packageStage(pkg ?? {});
  if (stage === "not_delivered" || stage === "delivery_failed") return true;
  const day = dueDay(pkg);
  return day !== undefined && day !== "" && day < today && stage !== undefined && isUnderway(stage);
}
