import type { Ask, MerchantAnswer, Plan, Question } from "@meetbot/model/conversation/ask.ts";
import type { ShownAnswer } from "@meetbot/model/conversation/shown-answer.ts";
import type { LeftEmailOutcome } from "@meetbot/model/conversation/waiting.ts";
import type { Exceeded } from "@meetbot/model/limit.ts";
import type { NewsOffer, SubscribeOutcome } from "@meetbot/model/push/news-state.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import { wordingOf } from "@meetbot/presentation";
import { isMailAddress } from "@meetbot/protocol";
import { consentBy } from "../identity/consent.ts";
import { leftEmailAttempts } from "../identity/left-email-limits.ts";
import {
  emailGuesses,
  isStopping,
  lookUpAttempts,
  lookUpMiss,
  queryAttempts,
} from "../identity/limits.ts";
import { isProofOver, mayAsk, provedAccount } from "../identity/may-ask.ts";
import { learnFromAnswer } from "../identity/proofs.ts";
import { redact } from "../identity/redact.ts";
import { askByTracking, isUnknownParcel, parcelsIn } from "../merchant/track-parcels.ts";
import { checkTypedCode, mailCode } from "./ask-for-code.ts";
import { checkLink, makeLink, signOut } from "./ask-for-link.ts";
import { type AskContext, type Heard, type TurnDeps, toRateLimitSubject } from "./turn-deps.ts";

export type { AskContext, Heard, TurnDeps } from "./turn-deps.ts";

/** Performs what the dialog asks for, as far as this customer may ask for it. */
export function performAsk(ask: Ask, asking: AskContext, world: TurnDeps): Promise<Heard> {
  switch (ask.kind) {
    case "merchant":
      return askAbout(ask.plan, asking, world);
    case "send_code":
      return mailCode(ask.email, asking, world);
    case "check_code":
      return checkTypedCode(ask.typed, asking, world);
    case "make_link":
      return makeLink(asking, world);
    case "check_link":
      return checkLink(ask.typed, asking, world);
    case "leave_email":
      return leaveEmail(ask.email, asking, world);
    case "subscribe":
      return subscribe(ask.offer, asking, world);
    case "sign_out":
      return signOut(asking, world);
  }
}

async function askAbout(plan: Plan, asking: AskContext, world: TurnDeps): Promise<Heard> {
  const { bot, proofs, code } = asking;
  const { question } = plan;
  const hear = (answer: ShownAnswer): Heard => {
    return { input: { kind: "answer", plan, answer }, proofs, code, deliveries: [] };
  };
  const known = { proofs, policy: bot.policy, now: world.now() };
  const account = provedAccount(known);
  if (!mayAsk(question, known)) return hear({ kind: "proof_needed", account });

  const trier = toRateLimitSubject(asking, world);
  // Counted separately: a look-up counts once per turn, however many queries it takes.
  const ofNetwork = await world.limits.count(bot.id, queryAttempts(question, trier));
  const exceeded =
    ofNetwork.length > 0
      ? ofNetwork
      : await world.limits.count(bot.id, lookUpAttempts(question, trier));
  const [stopped] = exceeded.filter(({ limit }) => stops(limit, plan));
  if (stopped) return hear({ kind: "limited", retryAfterS: stopped.retryAfterS, account });

  // The result of searching an account's list decides what is proved, so the shop is queried each time.
  const { answer, deliveries } = await askShop(plan, asking.locale, world);
  const guessed = hasOrders(answer) ? emailGuesses(question, trier) : [];
  const [tooMany] = guessed.length > 0 ? await world.limits.count(bot.id, guessed) : [];
  if (tooMany) {
    const limited = hear({ kind: "limited", retryAfterS: tooMany.retryAfterS, account });
    return { ...limited, deliveries };
  }
  if (isMiss(plan, answer)) await world.limits.note(bot.id, lookUpMiss(question, trier));
  const learned = learnFromAnswer(proofs, question, answer, world.now());
  // While anyone, from any network, is guessing numbers on this bot, a number alone proves nothing.
  const numberAlone = exceeded.some(isNarrowing) ? "never" : bot.numberAlone;
  const { policy, timeZone } = bot;
  const now = world.now();
  if (isProofOver(question, known, now)) {
    const ended = hear({ kind: "proof_needed", account: provedAccount({ proofs, now }) });
    return { ...ended, deliveries };
  }
  const evidence = { question, proofs: learned, policy, numberAlone, now, timeZone };
  const heard = hear(redact(answer, { ...evidence, locale: asking.locale }));
  return { ...heard, proofs: learned, deliveries, tracked: parcelsIn(question, answer) };
}

/** Asks the shop; for a carrier's number that it does not find, by the order that it once named with it. */
async function askShop(
  { question, finding }: Plan,
  locale: AskContext["locale"],
  world: TurnDeps,
): Promise<{ answer: MerchantAnswer; deliveries: Delivery[] }> {
  const ask = (one: Question) => world.askMerchant(one, { anew: finding !== null, locale });
  const { answer, delivery } = await ask(question);
  const deliveries = delivery ? [delivery] : [];
  if (!isUnknownParcel(question, answer)) return { answer, deliveries };
  const found = await askByTracking(question, { ...world, askMerchant: ask });
  return { answer: found.answer ?? answer, deliveries: [...deliveries, ...found.deliveries] };
}

const hasOrders = (answer: MerchantAnswer) => answer.kind === "orders" && answer.orders.length > 0;

/** A number's first meaning may just have been the last miss: its other one is still tried. */
function stops(limit: string, { secondTry }: Plan): boolean {
  return isStopping(limit) && !(secondTry && limit.endsWith("_misses"));
}

const isNarrowing = ({ limit }: Exceeded) => !isStopping(limit);

/**
 * Some shops refuse with an empty list. An order without packages yet still exists, and a customer who asks for the
 * packages of an order that was just found is not guessing.
 */
function isMiss({ question, carried }: Plan, answer: MerchantAnswer): boolean {
  if (carried?.kind === "order" || carried?.kind === "list") return false;
  if (carried?.kind === "gathered" && carried.parcels) return false;
  if (answer.kind === "refusal") return true;
  if (answer.kind === "orders") return "orderNumber" in question && answer.orders.length === 0;
  const isPackage = answer.kind === "packages" && "packageNumber" in question;
  return isPackage && answer.packages.length === 0;
}

/** Stores the email at which a customer may be reached, if they may leave one. It proves nothing. */
async function leaveEmail(email: string, asking: AskContext, world: TurnDeps): Promise<Heard> {
  const { bot, proofs, code } = asking;
  const hear = (outcome: LeftEmailOutcome): Heard => {
    return { input: { kind: "email_left", outcome }, proofs, code, deliveries: [] };
  };
  if (!isMailAddress(email)) return hear({ kind: "no_address" });
  const attempts = leftEmailAttempts(email, toRateLimitSubject(asking, world));
  const [exceeded] = await world.limits.count(bot.id, attempts);
  if (exceeded) return hear({ kind: "limited" });
  return { ...hear({ kind: "left", email }), leftEmail: email };
}

/** Subscribes a customer to the offered updates, if these may still be shown. */
async function subscribe(offer: NewsOffer, asking: AskContext, world: TurnDeps): Promise<Heard> {
  const { bot, proofs, code } = asking;
  const hear = (outcome: SubscribeOutcome): Heard => {
    return { input: { kind: "subscribed", outcome }, proofs, code, deliveries: [] };
  };
  const source = consentBy(offer, { policy: bot.policy, proofs, now: world.now() });
  if (!source) return hear({ kind: "not_proved" });
  const { scope, subject, known } = offer;
  const subscription = { scope, subject, source, wording: wordingOf[scope], known };
  return {
    ...hear({ kind: "begun", scope, subject }),
    subscription: { kind: "begin", subscription },
  };
}
