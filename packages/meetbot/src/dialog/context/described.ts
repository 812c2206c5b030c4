import type { DescribedState } from "@meetbot/model/conversation/ask.ts";
import type { OnScreen } from "@meetbot/model/conversation/dialog-state.ts";
import type { Narrowing } from "@meetbot/model/conversation/recognition.ts";
import { isUnderway, type Stage } from "@meetbot/presentation";
import { isInState, unsentStages } from "./in-state.ts";

/** In characters. A longer text is a story, not a reference to an order. */
const maxLength = 60;

/** How one of several is described by how far it is: “the unshipped one”, 到了的那个. The first that holds counts. */
const byStage: readonly {
  state: DescribedState;
  words: RegExp;
  is: (stage: Stage) => boolean;
  /** Narrows all of an account's orders to such orders, if its lists can be queried for them. */
  ofAccount?: Pick<Narrowing, "state" | "list">;
}[] = [
  {
    state: "unpaid",
    words:
      /(?:没|未)(?:付|付款|付钱|支付)的(?:那|这)?(?:个|单|件)|哪(?:个|一个|单|一单)(?:还)?没付|\bthe unpaid(?: one)?$|\bunpaid one\b|\bone (?:that |which )?(?:is|was|has)(?:n['’]?t| not) (?:been )?paid|\bunbezahlte|\bsin pagar\b/i,
    is: (stage) => stage === "unpaid",
    ofAccount: { list: "unpaid" },
  },
  {
    state: "unsent",
    words:
      /(?:没|未)(?:发|发货|发出|寄)的(?:那|这)?(?:个|单|件)|\bthe (?:unshipped|unsent)\b|\bone (?:that |which )?(?:is|was|has)(?:n['’]?t| not) (?:been )?(?:shipped|sent)|\bnicht verschickte|\bsin enviar\b/i,
    is: (stage) => unsentStages.has(stage),
  },
  {
    state: "not_here",
    words:
      /(?:没|未)(?:到|到货|送到|签收|收到|送达)的(?:是?哪|那|这)?(?:个|单|件)|\bones? (?:that |which )?(?:still )?(?:(?:is|was|has|did)(?:n['’]?t| not)|never|not) (?:been |yet )?(?:arrived?|come|came|delivered|here)\b|\bthe (?:missing|undelivered) one\b|\bthe one (?:still )?missing\b|\b(?:el|la) que (?:falta|no (?:ha llegado|llegó))(?![\p{L}])|\b(?:das|die|der) (?:fehlende|andere, d(?:as|ie) fehlt)/iu,
    is: (stage) => !isInState(stage, "delivered") && !ended.has(stage),
  },
  {
    state: "delivered",
    words:
      /(?<!没|未)(?:到|到货|送到|签收|收到|送达)(?:了|过)?的(?:是?哪|那|这)?(?:个|单|件)|哪(?:一)?(?:个|单|件)(?:已经?)?(?:到|到货|送到|签收|送达)了|\bthe (?:delivered|arrived|received) ones?\b|\bones? (?:that |which )?(?:has |have |is |are |was |already )*(?:came|come|arrived|delivered|here|got here)\b|\bwhich (?:of (?:them|these|those|the two) )?(?:is|are|has|have) (?:already |now )?(?:here|come|arrived|been delivered|delivered)\b|\b(?:zugestellte|gelieferte|angekommene)n?\b|\b(?:el|la) (?:que (?:ya )?(?:llegó|se entregó)|entregad[oa])(?![\p{L}])/iu,
    is: (stage) => isInState(stage, "delivered"),
    ofAccount: { state: "delivered" },
  },
  {
    state: "underway",
    words:
      /(?<!没|未)(?:在路上|路上|运输中|发货|发出|寄出|发)(?:了)?的(?:那|这)?(?:个|单|件)|\bthe (?:shipped|sent) one\b|\bone (?:that |which )?(?:is |are )?(?:still )?on (?:the|its) way\b|\b(?:das|die|der|den) verschickte[ns]?\b|\b(?:el|la) (?:que está en camino|enviad[oa])(?![\p{L}])/iu,
    is: isUnderway,
    ofAccount: { state: "shipped" },
  },
];

const cheaper =
  /便宜(?:点|一点|些)?的?(?:那|这)?(?:个|单|件)|^便宜的|\b(?:cheaper|less expensive) (?:one|order)\b|\b(?:cheapest|least expensive) one\b|\bthe (?:cheaper|cheapest)$|\b(?:das|die|der|den) (?:günstiger|billiger)e[nrs]?\b|\b(?:el|la|lo) m[aá]s barat[oa]\b|\b(?:le|la) moins ch(?:er|ère)\b|\b[oa] mais barat[oa]\b|安い(?:方|ほう)/i;

const dearer =
  /(?<!最)贵(?:点|一点|些)?的?(?:那|这)(?:个|单|件)|^贵的|\b(?:dearer|pricier|more expensive) (?:one|order)\b|\b(?:dearest|priciest|most expensive) one\b|\bthe (?:pricier|dearer)$|\b(?:das|die|der|den) teurere[nrs]?\b|\b(?:el|la|lo) m[aá]s car[oa]\b|\b(?:le|la) plus ch(?:er|ère)\b|\b[oa] mais car[oa]\b|高い(?:方|ほう)/i;

/** At these stages an order has nothing left to deliver. */
const ended: ReadonlySet<Stage> = new Set<Stage>(["canceled", "refunded", "returned"]);

/** With these words the customer compares prices among all their orders, of which the screen may show only a part. */
const ofEverything =
  /(?<!\p{L})(?:my|all|ever|mein\p{L}*|aller|mis?|todos|mes|tous|minhas?|meus?)(?!\p{L})|我的?最|我(?:买|下)|所有|全部|すべて/iu;

/** What an utterance describes on the screen. */
export interface Described {
  /** The orders and packages on the screen that fit; empty: none fits for sure. */
  fits: OnScreen[];
  /** How to find such orders among all orders of an account; absent when no query to the shop finds them. */
  ofAccount?: Narrowing;
}

/** Returns what the words describe by progress or by price; `null` if nothing. */
export function describedOn(shown: readonly OnScreen[], words: string): Described | null {
  if (shown.length < 2 || words.length > maxLength) return null;
  const row = rowOf(words);
  if (row) {
    const { is, ofAccount } = row;
    const fits = shown.filter(({ stage }) => stage !== undefined && is(stage));
    return { fits, ...(ofAccount && { ofAccount }) };
  }
  if (ofEverything.test(words)) return null;
  if (cheaper.test(words)) return { fits: byTotal(shown, -1) };
  return dearer.test(words) ? { fits: byTotal(shown, 1) } : null;
}

const rowOf = (words: string) => byStage.find((one) => one.words.test(words));

/** Returns the state by which words describe an order; `null` when they describe none. */
export const describedState = (words: string): DescribedState | null =>
  (words.length > maxLength ? undefined : rowOf(words)?.state) ?? null;

/** Whether a stage matches the described state. */
export const isDescribed = (stage: Stage | undefined, state: DescribedState): boolean =>
  stage !== undefined && byStage.some((row) => row.state === state && row.is(stage));

/** Returns the order with the lowest or highest total; none if a total is unknown or several share it. */
export function byTotal(shown: readonly OnScreen[], sign: 1 | -1): OnScreen[] {
  const priced = shown.flatMap((one) => (one.total ? [{ one, ...one.total }] : []));
  const currencies = new Set(priced.map(({ currency }) => currency));
  if (priced.length < shown.length || currencies.size !== 1) return [];
  const best = Math.max(...priced.map(({ amount }) => sign * amount));
  const meant = priced.filter(({ amount }) => sign * amount === best);
  return meant.length === 1 ? meant.map(({ one }) => one) : [];
}
