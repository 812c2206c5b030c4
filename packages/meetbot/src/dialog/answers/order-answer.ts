import type { AccountPlan, Plan, Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { Choice, Reply } from "@meetbot/model/conversation/reply.ts";
import { goodsName, orderStage, readerOf, say } from "@meetbot/presentation";
import { isPhone, type Package, sameNumber } from "@meetbot/protocol";
import {
  onScreen,
  orderOnScreen,
  packageOnScreen,
  parcelName,
  putOnScreen,
  titlesOf,
  withParcels,
} from "../context/on-screen.ts";
import { askChoice, linkChoice, menuChoice, proveChoice } from "../dialogs/choices.ts";
import { byOrder } from "../dialogs/look-up.ts";
import {
  type DialogContext,
  howItStands,
  inquire,
  plainly,
  type Step,
  tell,
  text,
} from "../dialogs/moves.ts";
import { offerOrderNews, offerPackageNews } from "../subscriptions/offer-news.ts";
import { answerTopicWithOrder, isOfTopic } from "../topics/beside-order.ts";
import { needsOrder } from "../topics/shop-answer.ts";
import { asFarAsSent } from "./as-far-as-sent.ts";
import { type Meant, meantParcels, parcelTitles } from "./meant-parcels.ts";
import type { Found } from "./parcels-told.ts";
import {
  answerWish,
  type FactAnswer,
  forPerson,
  isAboutPackages,
  isOfAnswer,
  ofOne,
} from "./sentences.ts";

type OrderStage = NonNullable<ReturnType<typeof orderStage>>;

/** For an order in one of these stages, the packages show where it is and when it arrives. */
const onTheWay: ReadonlySet<OrderStage> = new Set<OrderStage>([
  "picked_up",
  "partially_shipped",
  "shipped",
  "in_transit",
  "delayed",
  "out_for_delivery",
  "ready_for_pickup",
  "delivered",
  "not_delivered",
  "delivery_failed",
]);

/** An order that never leaves has no packages. */
const neverSent: ReadonlySet<OrderStage> = new Set<OrderStage>(["unpaid", "canceled"]);

/** Whether the bot also queries an order's packages before it answers. */
export function needsPackages({ level, item }: Shown<SeenOrder>, wish: Wish): boolean {
  if (level === 0 || !item.order_number) return false;
  const stage = orderStage(item);
  if (stage && neverSent.has(stage)) return false;
  if (isAboutPackages(wish)) return true;
  return wish.facts.length === 0 && (stage === undefined || onTheWay.has(stage));
}

/** Answers with an order that was found; first asks the shop for its packages where they say more. */
export function orderFound(
  state: DialogState,
  order: Shown<SeenOrder>,
  plan: Plan,
  speaker: DialogContext,
): Step {
  const { wish } = plan;
  const number = order.item.order_number;
  const isTold = (topic: string) =>
    needsOrder(topic, state, speaker) || (topic === "refund" && order.item.refunds !== undefined);
  if (isOfTopic(wish) && order.level !== 0 && isTold(wish.topic)) {
    return answerTopicWithOrder(state, order, wish, speaker);
  }
  if (!wish || !number || !needsPackages(order, wish)) {
    return answerOrder(state, order, null, plan, speaker);
  }
  if (plan.noPackages) return answerOrder(state, order, [], plan, speaker);
  const packages = byOrder("packages", number, wish);
  return inquire(state, { ...packages, carried: { kind: "order", order } });
}

/** Answers the question about an order, and draws its card below. */
export function answerOrder(
  before: DialogState,
  asked: Shown<SeenOrder>,
  packages: readonly Shown<Package>[] | null,
  plan: Plan,
  speaker: DialogContext,
  more: readonly Choice[] = [],
): Step {
  const wish = plan.wish ?? howItStands;
  const order = asFarAsSent(asked, packages ?? [], more.length > 0);
  const titles = titlesOf(order.item);
  const meant = meantParcels(packages ?? [], wish, titles, speaker);
  const found = foundOf(order, packages && meant, titles, partOf(plan, more));
  const answer = withAbsent(answerWish(before, found, wish, speaker), meant, before);
  const shown = putOnScreen(before, withParcels(orderOnScreen(order), packages ?? [], meant), wish);
  const news = offersAlone(wish, shown, () =>
    offerOrderNews(shown, order, packages ?? [], speaker),
  );
  const { state } = news;
  const number = order.item.order_number ?? "";
  const isNamed = wish.isOneOfSeveral || meant.isPart || isAnother(before, number, plan);
  const words = isNamed ? ofOne(answer.reply, found.titles, state) : answer.reply;
  const choices = [
    ...(answer.wantsPerson ? [menuChoice(state.locale, "person")] : []),
    ...news.choices,
    ...(order.level !== 2 ? allDetails(state, order, plan, speaker) : []),
  ];
  if (packages && packages.length > 0 && (meant.isPart || isAboutPackages(wish))) {
    const card = packagesCard(meant.packages, [...more, orderChoice(state, number), ...choices]);
    return answerWithCard(state, words, card, cardName(number, meant), wish);
  }
  const parcel = packages?.[0]?.item;
  const seen = parcel ? { ...order, item: { ...order.item, parcel } } : order;
  const track = packages && packages.length > 0 ? [trackChoice(state, number)] : [];
  const ways = forPerson.has(wish.concern) ? [...choices, ...track] : [...track, ...choices];
  const card = { kind: "orders" as const, orders: [seen], choices: ways };
  return answerWithCard(state, words, card, `orders:${number}`, wish);
}

/** Answers a question about packages that were looked up without their order. */
export function answerPackages(
  before: DialogState,
  packages: readonly Shown<Package>[],
  plan: Plan,
  speaker: DialogContext,
  more: readonly Choice[],
): Step {
  const wish = plan.wish ?? { ...howItStands, goal: "packages" as const };
  const [first] = packages;
  if (!first) return tell(before);
  const { question } = plan;
  const asked = "packageNumber" in question ? question.packageNumber : null;
  const one = packageOnScreen(first, asked);
  const titles = one.number === null ? [] : (onScreen(before, one.number)?.titles ?? []);
  const told = packages.map((shown) => withTyped(shown, asked));
  const meant = meantParcels(told, wish, titles, speaker);
  const found = foundOf(null, meant, titles, partOf(plan, more));
  const answer = withAbsent(answerWish(before, found, wish, speaker), meant, before);
  const shown = putOnScreen(before, withParcels(one, told, meant), wish);
  const news = offersAlone(wish, shown, () => offerPackageNews(shown, told, asked, speaker));
  const { state } = news;
  const name = found.titles.length > 0 ? found.titles : one.titles;
  const isNamed = wish.isOneOfSeveral || meant.isPart || isAnother(before, one.number ?? "", plan);
  const words = isNamed ? ofOne(answer.reply, name, state) : answer.reply;
  const choices = [
    ...more,
    ...(one.kind === "order" && one.number ? [orderChoice(state, one.number)] : []),
    ...news.choices,
    ...(answer.wantsPerson ? [menuChoice(state.locale, "person")] : []),
  ];
  const card = packagesCard(meant.isPart ? meant.packages : packages, choices);
  const step = answerWithCard(state, words, card, cardName(one.number, meant), wish);
  const carrierOnly = packages.some((shown) => shown.level === "package");
  if (!carrierOnly || before.card === step.state.card || answer.hidesSome) return step;
  const hint = text(say(state.locale, "ladderPackage"), { ask: "order_number" });
  return { ...step, replies: [...step.replies, hint] };
}

/** Whether an answer must name its order, because the fact belongs to another order than the one discussed. */
const isAnother = ({ shown, focus }: DialogState, number: string, { wish, question }: Plan) =>
  (wish?.facts.length ?? 0) > 0 &&
  (focus === null || !sameNumber(focus, number)) &&
  (shown.length > 1 || focus !== null || "userAccount" in question);

/** Returns what an answer covers: the order with its parcels, or only some of the parcels. */
function foundOf(
  order: Shown<SeenOrder> | null,
  meant: Meant | null,
  titles: readonly string[],
  part: Pick<Found, "part">,
): Found {
  if (!meant?.isPart) return { order, packages: meant?.packages ?? null, titles, ...part };
  const own = meant.packages.flatMap(parcelTitles);
  return { order, packages: meant.packages, titles: own, isOfParcels: true };
}

/** Mentions goods first that the customer named and that are in no parcel. */
function withAbsent(answer: FactAnswer, { absent }: Meant, { locale }: DialogState): FactAnswer {
  const { reply } = answer;
  if (absent.length === 0 || reply.kind !== "text") return answer;
  const goods = goodsName(absent, readerOf(locale));
  const said = say(locale, "inNoParcel", { goods });
  return { ...answer, reply: { ...reply, text: `${said}\n${reply.text}` } };
}

const cardName = (number: string | null, { isPart, packages }: Meant): string =>
  ["packages", number, ...(isPart ? packages.map(parcelName) : [])].join(":");

/** Whether to offer choices for this order; next to several orders, none is offered for one of them. */
function offersAlone(
  { isOneOfSeveral }: Wish,
  state: DialogState,
  offer: () => ReturnType<typeof offerOrderNews>,
): ReturnType<typeof offerOrderNews> {
  return isOneOfSeveral ? { state, choices: [] } : offer();
}

/** Returns which part of an order's packages a page shows; empty if the page shows all. */
function partOf({ question }: Plan, more: readonly Choice[]): Pick<Found, "part"> {
  if ("page" in question && question.page > 1) return { part: "later" };
  return more.length > 0 ? { part: "first" } : {};
}

/** The customer typed the package's number, so it is no secret to them. */
function withTyped(shown: Shown<Package>, asked: string | null): Shown<Package> {
  if (shown.level !== "package" || asked === null) return shown;
  return { ...shown, item: { ...shown.item, tracking_number: asked } };
}

/** The card that is on the screen already is not drawn again for a question about it. */
function answerWithCard(
  state: DialogState,
  words: Reply,
  card: Extract<Reply, { kind: "orders" | "packages" }>,
  name: string,
  { facts, concern }: Wish,
): Step {
  const choices = card.choices ?? [];
  const { choices: _, ...plain } = card;
  const drawn = choices.length > 0 ? card : plain;
  if (state.card === name && (facts.length > 0 || isOfAnswer(concern))) {
    const asked = choices.length > 0 ? { ...words, choices } : words;
    return tell(state, asked as Reply);
  }
  return tell({ ...state, card: name }, words, drawn);
}

function packagesCard(packages: readonly Shown<Package>[], choices: Choice[]) {
  return { kind: "packages" as const, packages: [...packages], choices };
}

function orderChoice({ locale }: DialogState, orderNumber: string): Choice {
  return askChoice(say(locale, "choiceOrderOfPackage"), { method: "orders", orderNumber });
}

function trackChoice(state: DialogState, orderNumber: string): Choice {
  const title = say(state.locale, "choiceTrack");
  // Only the order itself shows what has not been sent.
  return onScreen(state, orderNumber)?.isPartly
    ? askChoice(title, { method: "orders", orderNumber }, { goal: "packages" })
    : askChoice(title, { method: "packages", orderNumber, page: 1 });
}

/** Returns a choice for the rest of an order: the lists of an account that is proved, or can be, contain it. */
function allDetails(
  { locale, account, email }: DialogState,
  { item }: Shown<SeenOrder>,
  { question }: Plan,
  { sendsCodes, offersLinks }: DialogContext,
): Choice[] {
  const { order_number: number } = item;
  if (!number) return [];
  const listedBy = "userAccount" in question ? question.userAccount : null;
  if (account !== null && listedBy === null) {
    const plan = planToFind(account, number);
    return [{ title: say(locale, "choiceAllDetails"), action: { kind: "ask", plan } }];
  }
  const owner = listedBy ?? email;
  const plan = planToFind(owner ?? "", number);
  return [
    ...(sendsCodes && !(owner && isPhone(owner))
      ? [proveChoice(locale, "choiceAllDetails", owner, plan)]
      : []),
    ...(offersLinks ? [linkChoice(locale, "choiceSignIn", plan)] : []),
  ];
}

/** Finds an order in the lists of an account. */
export function planToFind(userAccount: string, orderNumber: string): AccountPlan {
  const question = { method: "orders", userAccount, filter: "open", page: 1 } as const;
  return { ...plainly(question), question, finding: { orderNumber, goal: "orders" } };
}
