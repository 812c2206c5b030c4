import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { Choice } from "@meetbot/model/conversation/reply.ts";
import { type NewsOffer, type NewsState, newsLimits } from "@meetbot/model/push/news-state.ts";
import { say } from "@meetbot/presentation";
import { comparableAccount, type Package, sameNumber } from "@meetbot/protocol";
import { packageOnScreen, restsOn } from "../context/on-screen.ts";
import { until } from "../dialogs/choices.ts";
import type { DialogContext } from "../dialogs/moves.ts";
import { isAtEnd, knownStatuses } from "./known-status.ts";

/** How many offers the dialog remembers; the bot may repeat older ones. */
const maxOffers = 12;

const nothing: NewsState = { offered: [], on: [], stopped: [] };

/** Returns the stored state of this customer's customer updates. */
export const newsOf = ({ news }: DialogState): NewsState => news ?? nothing;

/** The choices below a card, and the dialog state after offering them. */
interface Offered {
  state: DialogState;
  choices: Choice[];
}

/** Offers customer updates for an order on the screen and for all orders of an account: each once. */
export function offerOrderNews(
  state: DialogState,
  order: Shown<SeenOrder>,
  packages: readonly Shown<Package>[],
  speaker: DialogContext,
): Offered {
  const { level, item, expires } = order;
  const number = item.order_number;
  const isNamed = level === 1 || level === 2;
  const parcels = packages.map((one) => one.item);
  if (!isNamed || !number || isAtEnd(item, parcels)) return { state, choices: [] };
  const known = knownStatuses(item, parcels);
  const proof = { shownBy: number, ...restsOn([order]), expires };
  const one = offer(state, { scope: "order", subject: number, ...proof, known }, speaker);
  const all = offerAllNews(one.state, [order], speaker);
  return { state: all.state, choices: [...one.choices, ...all.choices] };
}

/**
 * Offers customer updates for packages that were queried without their order: for the order if the customer may see it,
 * else for the first package.
 */
export function offerPackageNews(
  state: DialogState,
  packages: readonly Shown<Package>[],
  asked: string | null,
  speaker: DialogContext,
): Offered {
  const [first] = packages;
  const parcels = packages.map(({ item }) => item);
  if (!first || first.level === 0 || isAtEnd(null, parcels)) return { state, choices: [] };
  const { kind, number, expires, ofAccount } = packageOnScreen(first, asked);
  if (number === null) return { state, choices: [] };
  // Shops push their own package number, so subscribe to that even if the customer gave the carrier's.
  const subject = kind === "order" ? number : (first.item.package_number ?? number);
  const known = knownStatuses(null, parcels);
  const proof = { shownBy: number, expires, ...(ofAccount && { ofAccount }) };
  return offer(state, { scope: kind, subject, ...proof, known }, speaker);
}

/** Offers a signed-in customer updates for all their orders, once, where the bot shows such orders. */
export function offerAllNews(
  state: DialogState,
  orders: readonly Shown<SeenOrder>[],
  speaker: DialogContext,
): Offered {
  const { account } = state;
  const areOwn = orders.length > 0 && orders.every(({ level }) => level === 2);
  if (account === null || !areOwn) return { state, choices: [] };
  const whole = { scope: "account", subject: account, shownBy: account, known: [] } as const;
  return offer(state, { ...whole, ...restsOn(orders) }, speaker);
}

function offer(
  state: DialogState,
  { ofAccount, ...made }: NewsOffer & { ofAccount?: true },
  speaker: DialogContext,
): Offered {
  const news = newsOf(state);
  const { on } = news;
  if (!speaker.offersNews || on.length >= newsLimits.subscriptions || isTold(state, made)) {
    return { state, choices: [] };
  }
  const others = news.offered.filter((other) => !isSame(other, made));
  const isNew = others.length === news.offered.length;
  const offered = [...others, made].slice(-maxOffers);
  const key = made.scope === "account" ? "choiceKeepPostedAll" : "choiceKeepPosted";
  const { expires } = made;
  const choice = until({ expires, ...(ofAccount && { ofAccount }) }, {
    title: say(state.locale, key),
    action: { kind: "keep_posted", offer: made },
  } as Choice);
  return { state: { ...state, news: { ...news, offered } }, choices: isNew ? [choice] : [] };
}

/** Whether the customer already subscribed to this order, or to all of theirs. */
function isTold(state: DialogState, { scope, subject }: Pick<NewsOffer, "scope" | "subject">) {
  const { on } = newsOf(state);
  return on.some((one) => isSubject(scope, one, subject)) || isAllTold(state);
}

/** Checks whether the customer subscribed to all orders of their account. */
export function isAllTold(state: DialogState): boolean {
  const { account } = state;
  if (account === null) return false;
  return newsOf(state).on.some((one) => isSubject("account", one, account));
}

const isSame = (one: NewsOffer, { scope, subject }: NewsOffer) =>
  one.scope === scope && isSubject(scope, one.subject, subject);

/** Whether two identifiers refer to the same account, order or package. */
export const isSubject = (scope: NewsOffer["scope"], one: string, other: string): boolean =>
  scope === "account"
    ? comparableAccount(one) === comparableAccount(other)
    : sameNumber(one, other);
