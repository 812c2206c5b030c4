import type { Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { Level } from "@meetbot/model/conversation/proof.ts";
import type { Concern, Fact } from "@meetbot/model/conversation/recognition.ts";
import type { Reply } from "@meetbot/model/conversation/reply.ts";
import {
  type CustomerLocale,
  dueDay,
  eachOf,
  factAnswers,
  goodsName,
  isCalendarDate,
  isUnderway,
  itemsIn,
  type Known,
  languages,
  orderStage,
  packageStage,
  priceOf,
  readerOf,
  refundsTold,
  say,
  type Telling,
  type Told,
  type ToldFact,
} from "@meetbot/presentation";
import { restsOn, titlesOf } from "../context/on-screen.ts";
import type { DialogContext } from "../dialogs/moves.ts";
import { text } from "../dialogs/moves.ts";
import { nextStepOf } from "./next-steps.ts";
import {
  type Found,
  howItIs,
  isOfParcelsOnly,
  ofParcels,
  type ParcelsFact,
} from "./parcels-told.ts";

/** Facts about packages, which require querying the packages. */
const ofPackages: ReadonlySet<Fact> = new Set<Fact>([
  "status",
  "expected",
  "delivered",
  "dispatched",
  "ago",
  "signed_by",
  "parcels",
  "carrier",
  "tracking_number",
  "link",
  "hurry",
  "sent",
]);

const aboutParcels: ReadonlySet<Concern> = new Set<Concern>(["late", "stuck", "not_here"]);

/** “Are you sure?”, “then what do I do?”: these concern the answer just given. */
export const isOfAnswer = (concern: Concern | null): boolean =>
  concern === "doubt" || concern === "what_now";

/** For these concerns the bot also offers a person beside the order: only people can do what the customer wants. */
export const forPerson: ReadonlySet<Concern | null> = new Set<Concern>([
  ...(["doubt", "what_now", "return", "refund", "exchange", "cancel_order", "change"] as const),
  ...(["invoice", "damaged", "missing_item", "wrong_item", "overcharged"] as const),
]);

/** Whether packages, rather than the order itself, answer the wish. */
export function isAboutPackages({ facts, concern, goal }: Wish): boolean {
  if (facts.length > 0) return facts.some((fact) => ofPackages.has(fact));
  return goal === "packages" || (concern !== null && aboutParcels.has(concern));
}

/** An answer in words, and whether part of it is hidden from this customer. */
export interface FactAnswer {
  reply: Reply;
  hidesSome: boolean;
  /** It should be there by now, or was to be, or is wanted sooner: a person can do more. */
  wantsPerson: boolean;
}

/** Answers the customer's question about an order or a package in sentences. */
export function answerWish(
  state: DialogState,
  found: Found,
  wish: Wish,
  speaker: DialogContext,
): FactAnswer {
  const { locale } = state;
  const telling = { locale, today: speaker.today, timeZone: speaker.timeZone };
  const known = knownOf(found);
  const facts = wish.facts.filter(
    (fact): fact is ToldFact | ParcelsFact => fact in factAnswers || isOfParcelsOnly(fact),
  );
  const told = facts.map((fact) => ({
    fact,
    answer:
      ofParcels(fact, facts, found, known, telling) ??
      factSentence(fact, known, wish, telling, speaker),
  }));
  const isDue = told.some(
    ({ fact, answer }) => fact === "expected" && answer !== null && isCalendarDate(answer.value),
  );
  // The status sentence already names the day of arrival.
  const isSaid = (fact: Fact) => fact === "expected" && isDue && facts.includes("status");
  const answers = told.flatMap(({ fact, answer }) =>
    answer && !isSaid(fact) ? [{ fact, answer }] : [],
  );
  const isHidden = told.some(({ answer }) => answer === null);
  const hidesSome = isHidden && levelOf(found) !== 2;
  const lacking = !hidesSome ? "factUnknown" : lackingAt(levelOf(found), speaker);
  const opener = sorryFor(wish.concern, found);
  const nextStep = wish.concern === "what_now" ? nextStepOf(found) : undefined;
  const sentences = [
    ...(opener ? [say(locale, opener)] : []),
    ...new Set(answers.map(({ answer }) => answer.text)),
    ...(isHidden ? [say(locale, lacking)] : []),
    ...(facts.length === 0 && !opener ? partNamed(known, wish, telling, speaker) : []),
    ...(facts.length === 0 && opener !== "sorryNotHere" ? [howItIs(found, known, telling)] : []),
    ...refundedTold(found, facts, telling),
    ...(lacksPackage(found, wish) ? [say(locale, "noPackages")] : []),
    ...(wish.facts.includes("hurry") ? [say(locale, "cannotHurry")] : []),
    ...(nextStep ? [say(locale, nextStep)] : []),
  ];
  const said = join(sentences, locale);
  const link = answers.find(({ answer }) => answer.link)?.answer.link;
  const words = wish.concern === "doubt" ? say(locale, "lookedAgain", { answer: said }) : said;
  const reply = {
    ...text(words, link ? { link } : {}),
    ...(answers.length > 0 && {
      facts: answers.map(({ fact, answer }) => ({
        about: fact === "sent" ? "status" : fact,
        value: answer.value,
      })),
    }),
    ...expiring(found),
    ofOrder: { personal: personalIn(words, found) },
  };
  const wantsPerson =
    opener !== null ||
    forPerson.has(wish.concern) ||
    wish.facts.includes("hurry") ||
    isLate(found, speaker);
  return { reply, hidesSome, wantsPerson };
}

/** Returns what would show more: the order's number for a package, a proof of ownership for an order. */
function lackingAt(level: Level, { sendsCodes, offersLinks }: DialogContext) {
  if (level === "package") return "ladderPackage";
  return sendsCodes || offersLinks ? "factHidden" : "factHiddenSignIn";
}

/** Joins sentences on one line; after text with several lines, the next sentence starts a new line. */
function join(sentences: readonly string[], locale: CustomerLocale): string {
  return sentences.reduce(
    (said, sentence) =>
      said + (said.includes("\n") ? "\n" : languages[locale].sentenceSpace) + sentence,
  );
}

/** Names the order, one of several, that an answer is about. */
export function ofOne(reply: Reply, titles: readonly string[], { locale }: DialogState): Reply {
  const goods = goodsName(titles, readerOf(locale));
  if (reply.kind !== "text" || !goods || reply.text.includes(goods)) return reply;
  return { ...reply, text: say(locale, "ofOne", { goods, answer: reply.text }) };
}

function knownOf({ order, packages, titles, isOfParcels }: Found): Known {
  const own = order && !isOfParcels ? titlesOf(order.item) : [];
  const pkg = packages?.[0]?.item;
  return {
    titles:
      own.length > 0 ? own : titles.length > 0 || !pkg?.product_name ? titles : [pkg.product_name],
    ...(order && { order: order.item, hidesPerson: order.level !== 2 }),
    ...(pkg && { pkg }),
    ...(isOfParcels && { isOfParcel: true }),
  };
}

function levelOf({ order, packages }: Found): Level {
  return order?.level ?? packages?.[0]?.level ?? 0;
}

/** A sentence expires together with the card beside it. */
function expiring({ order, packages }: Found): Pick<Reply, "expires" | "ofAccount"> {
  const { expires, ...proof } = restsOn([...(order ? [order] : []), ...(packages ?? [])]);
  return expires === null ? {} : { expires, ...proof };
}

/**
 * Returns the personal data in a sentence: carriers and shops describe a parcel's location with people's names and
 * addresses.
 */
function personalIn(words: string, { packages }: Found): string[] {
  const written = (packages ?? []).flatMap(({ item: { events = [], pickup } }) => [
    ...events.flatMap(({ text: said, place }) => [said, place]),
    ...[pickup?.name, pickup?.address],
  ]);
  return [...new Set(written)].filter((one): one is string => !!one && words.includes(one));
}

function factSentence(
  fact: ToldFact | ParcelsFact,
  known: Known,
  { words }: Wish,
  telling: Telling,
  { namedGoods }: DialogContext,
): Told | null {
  if (isOfParcelsOnly(fact)) return null;
  const { order } = known;
  const elements = order?.elements ?? [];
  const told = factAnswers[fact](known, telling);
  if ((fact !== "total" && fact !== "each") || words === null || !order) return told;
  const named = namedGoods(
    words,
    elements.map(({ title }) => [title]),
  );
  const one = elements[named[0] ?? -1];
  if (named.length !== 1 || !one) return told;
  if (fact === "each") return eachOf(one, order, telling.locale);
  const price = priceOf(one, order, telling.locale);
  if (elements.length > 1 || told === null || told.value === price.value) return price;
  // The item is the only one in the order, but the order's total differs: state both.
  return { ...told, text: join([price.text, told.text], telling.locale) };
}

/** Facts that, asked about a refunded order, may refer to the money. */
const ofRefund: ReadonlySet<Fact> = new Set<Fact>([
  ...(["status", "expected", "delivered", "dispatched", "ago", "total", "payment"] as const),
]);

/** How much of a refunded order went back, and when. */
function refundedTold({ order }: Found, facts: readonly Fact[], telling: Telling): string[] {
  if (!order || orderStage(order.item) !== "refunded") return [];
  const isOfMoney = facts.length === 0 || facts.some((fact) => ofRefund.has(fact));
  return isOfMoney ? refundsTold(order.item, telling) : [];
}

/** Confirms for “And the socks?” that the order contains them, if it also contains other goods. */
function partNamed(
  { order, isOfParcel }: Known,
  { words, concern }: Wish,
  { locale }: Telling,
  { namedGoods }: DialogContext,
): string[] {
  const elements = order?.elements ?? [];
  if (words === null || concern !== null || isOfParcel || elements.length < 2) return [];
  const places = namedGoods(
    words,
    elements.map(({ title }) => [title]),
  );
  const named = places.flatMap((place) => elements[place] ?? []);
  const isPart = named.length > 0 && named.length < elements.length;
  return isPart ? [say(locale, "factItems", { items: itemsIn(named, locale) })] : [];
}

/** Checks whether the shop reports an order as sent but shows no package. */
function lacksPackage({ order, packages }: Found, wish: Wish): boolean {
  if (!order || packages?.length !== 0 || !isAboutPackages(wish)) return false;
  const stage = orderStage(order.item);
  return stage === undefined || isUnderway(stage);
}

type Sorry = "sorryLate" | "sorryStuck" | "sorryNotHere" | "sorryComplaint" | "sorryAnger";

/** Returns the opening sentence for a customer in trouble, as far as the shop's data supports it. */
function sorryFor(concern: Concern | null, { packages, order }: Found): Sorry | null {
  const isPartly = order !== null && orderStage(order.item) === "partially_shipped";
  const stages = packages?.length
    ? packages.map(({ item }) => packageStage(item))
    : [orderStage(order?.item ?? {})];
  const isThere =
    !isPartly && stages.every((stage) => stage === "delivered" || stage === "completed");
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

const isLate = ({ packages }: Found, { today }: DialogContext): boolean =>
  (packages ?? []).some(({ item }) => {
    const stage = packageStage(item);
    if (stage === "not_delivered" || stage === "delivery_failed") return true;
    const day = dueDay(item);
    return (
      day !== undefined && day !== "" && day < today && stage !== undefined && isUnderway(stage)
    );
  });
