import type { IdentityPolicy, NumberAlone } from "@meetbot/model/bot/bot.ts";
import type { Question } from "@meetbot/model/conversation/ask.ts";
import type { Level, Proof } from "@meetbot/model/conversation/proof.ts";
import { type Order, type Package, sameNumber } from "@meetbot/protocol";
import { isHardToGuess, tellsNumber } from "./order-number.ts";
import { accountProof, canListOwn, numberProof } from "./proofs.ts";

/** The evidence that decides an item's level. */
export interface Evidence {
  question: Question;
  proofs: Proof[];
  policy: IdentityPolicy;
  numberAlone: NumberAlone;
  /** Unix milliseconds. */
  now: number;
  /** The language of the conversation; if absent, the shop's texts stay in their own language. */
  locale?: string;
  /** The time zone of an order's month; UTC when absent. */
  timeZone?: string;
}

/** A level, and when the proof behind it expires (`null` if it needs no proof). */
export interface Judgement {
  level: Level;
  expires: number | null;
}

const nothingProved: Judgement = { level: 0, expires: null };
const everythingShown: Judgement = { level: 2, expires: null };

/** Decides an order's level. An order other than the requested one is at level 0, whatever the shop returned. */
export function orderLevel(order: Order, evidence: Evidence): Judgement {
  const { question, policy } = evidence;
  if (policy === "off") return everythingShown;
  if ("userAccount" in question) {
    const account = accountProof(evidence.proofs, question.userAccount, evidence.now);
    if (account) return { level: 2, expires: account.expires };
    // Two accounts of a shop may use the same numbers, so owning a number in one proves nothing in the other's list.
    const proofs = evidence.proofs.filter(({ source }) => source !== "owned");
    const isTheirs = canListOwn(question.userAccount);
    return levelByNumber(order.order_number, { ...evidence, proofs }, isTheirs);
  }
  const isAsked = "orderNumber" in question && sameNumber(order.order_number, question.orderNumber);
  return isAsked ? levelByNumber(order.order_number, evidence, false) : nothingProved;
}

/** Decides a package's level: by its order's number, otherwise by its own. */
export function packageLevel(pkg: Package, evidence: Evidence): Judgement {
  const { question, policy, proofs, now } = evidence;
  if (policy === "off") return everythingShown;
  if ("orderNumber" in question) {
    if (!sameNumber(pkg.order_number, question.orderNumber)) return nothingProved;
    return levelByNumber(pkg.order_number, evidence, false);
  }
  if (!("packageNumber" in question)) return nothingProved;
  const asked = question.packageNumber;
  const isAsked = sameNumber(pkg.package_number, asked) || sameNumber(pkg.tracking_number, asked);
  const typed = numberProof(proofs, asked, now);
  if (!isAsked || !typed) return nothingProved;
  const byOrder = levelByNumber(pkg.order_number, evidence, false);
  if (byOrder.level !== 0 || tellsOfOrder(asked, pkg, evidence)) return byOrder;
  return { level: "package", expires: typed.expires };
}

/** A package number that contains its order's number is as easy to guess, and proves nothing beyond it. */
function tellsOfOrder(asked: string, pkg: Package, { numberAlone }: Evidence): boolean {
  return tellsNumber(asked, pkg.order_number) && !sufficesAlone(pkg.order_number, numberAlone);
}

function levelByNumber(number: string, evidence: Evidence, inAccountList: boolean): Judgement {
  const proof = numberProof(evidence.proofs, number, evidence.now);
  if (!proof) return nothingProved;
  if (proof.source === "owned") return { level: 2, expires: proof.expires };
  const typedWithAccount = inAccountList || proof.source === "listed";
  const proved = typedWithAccount || sufficesAlone(number, evidence.numberAlone);
  return proved ? { level: 1, expires: proof.expires } : nothingProved;
}

function sufficesAlone(number: string, numberAlone: NumberAlone): boolean {
  return numberAlone === "always" || (numberAlone === "auto" && isHardToGuess(number));
}
