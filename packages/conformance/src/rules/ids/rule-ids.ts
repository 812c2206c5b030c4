/** `must`: breaking it breaks answers or protection. `should`: it is a warning. */
export type Severity = "must" | "should";

/** Every rule, in the order in which they are tested. Scripts name them: ids never change. */
export const severities = {
  "test.status": "must",
  "test.answer": "must",
  "test.token": "must",
  "test.token-verbatim": "must",
  "test.content-type": "should",

  "security.valid-signature": "must",
  "security.unsigned": "must",
  "security.unsigned-data": "must",
  "security.missing-id": "must",
  "security.missing-timestamp": "must",
  "security.missing-signature": "must",
  "security.wrong-secret": "must",
  "security.altered-body": "must",
  "security.altered-id": "must",
  "security.stale": "must",
  "security.future": "must",
  "security.tolerance": "should",
  "security.replay": "must",
  "security.second-attempt": "must",
  "security.rotation": "must",
  "security.raw-bytes": "must",
  "security.split-body": "must",
  "security.hub-only": "should",
  "security.hub-rescue": "must",
  "security.malformed": "must",
  "security.long-list": "must",
  "security.plain-hash": "must",
  "security.weak-key": "must",
  "security.whole-signature": "must",
  "security.refusal-status": "must",
  "security.same-refusal": "should",
  "security.quiet-refusal": "must",

  "orders.readable": "must",
  "orders.account-found": "must",
  "orders.by-number": "must",
  "orders.same-order": "must",
  "orders.unknown-account": "must",
  "orders.unknown-account-code": "should",
  "orders.unknown-number": "must",
  "orders.discreet-refusals": "should",
  "orders.account-spelling": "must",
  "orders.account-exact": "must",
  "orders.account-mailbox": "must",
  "orders.account-accents": "must",
  "orders.account-itself": "must",
  "orders.other-account": "must",
  "orders.number-spelling": "must",
  "orders.number-exact": "must",
  "orders.limit": "must",
  "orders.pages": "must",
  "orders.has-next-page": "must",
  "orders.beyond-last-page": "must",
  "orders.defaults": "should",
  "orders.filter": "must",
  "orders.newest-first": "must",
  "orders.filters-apart": "should",
  "orders.unpaid-apart": "should",
  "orders.finished-apart": "should",
  "orders.number-as-string": "should",
  "orders.line-prices": "should",
  "orders.totals": "should",
  "orders.discounts": "should",
  "orders.minor-units": "must",
  "orders.whole-units": "must",
  "orders.timestamps": "must",
  "orders.currencies": "must",
  "orders.links": "should",
  "orders.plain-texts": "should",
  "orders.legible-texts": "should",
  "orders.forbidden-keys": "should",

  "packages.readable": "must",
  "packages.by-order": "must",
  "packages.by-number": "must",
  "packages.by-tracking-number": "must",
  "packages.unknown-number": "must",
  "packages.number-spelling": "must",
  "packages.number-exact": "must",
  "packages.tracking-exact": "must",
  "packages.limit": "must",
  "packages.pages": "must",
  "packages.beyond-last-page": "must",
  "packages.number-as-string": "should",
  "packages.dates": "should",
  "packages.links": "should",
  "packages.plain-texts": "should",
  "packages.legible-texts": "should",

  "extension.capabilities": "should",
  "extension.context": "should",
  "extension.codes": "should",
  "extension.fees": "should",
  "extension.tax-included": "should",
  "extension.refunds": "should",
  "extension.events": "should",
  "extension.window": "should",
  "extension.pickup": "should",
  "extension.elements": "should",

  "robustness.both-keys": "should",
  "robustness.no-key": "must",
  "robustness.empty-key": "must",
  "robustness.unknown-filter": "must",
  "robustness.page-bounds": "should",
  "robustness.wrong-query-status": "should",
  "robustness.unknown-method": "must",
  "robustness.unknown-category": "should",
  "robustness.unknown-fields": "must",
  "robustness.long-number": "must",
  "robustness.unusual-text": "must",
  "robustness.quotes": "must",
  "robustness.broken-json": "must",
  "robustness.body-limit": "should",
  "robustness.huge-body": "must",
  "robustness.get": "should",
  "robustness.still-answers": "must",
  "robustness.replay-later": "must",

  "limits.answer-time": "must",
  "limits.fast": "should",
  "limits.size": "must",
  "limits.no-encoding": "must",
  "limits.no-redirect": "must",
  "limits.utf8": "must",
  "limits.no-byte-order-mark": "should",
  "limits.keep-alive": "should",
  "limits.clock": "should",
  "limits.parallel": "must",
  "limits.own-answer": "must",
  "limits.stays-up": "must",
  "limits.public-url": "should",
} as const satisfies Record<`${Group}.${string}`, Severity>;

export const groups = [
  "test",
  "security",
  "orders",
  "packages",
  "extension",
  "robustness",
  "limits",
] as const;
export type Group = (typeof groups)[number];

export type RuleId = keyof typeof severities;

/**
 * What the origin of the protocol never asks of a webhook, and what harms nobody else's data: advice
 * to a webhook that was written from it alone, as one that looks at `X-Hub-Signature` only was.
 */
export const beyondOrigin: ReadonlySet<RuleId> = new Set<RuleId>([
  "security.refusal-status",
  "orders.account-spelling",
  "orders.number-spelling",
  "orders.beyond-last-page",
  "orders.newest-first",
  "orders.whole-units",
  "packages.by-tracking-number",
  "packages.number-spelling",
  "packages.beyond-last-page",
  "robustness.no-key",
  "robustness.empty-key",
  "robustness.unknown-filter",
  "robustness.unknown-method",
  "robustness.broken-json",
]);

/** The ids of one group. */
export type RuleIdOf<OneGroup extends Group> = Extract<RuleId, `${OneGroup}.${string}`>;

/** What a merchant reads of a rule. */
export interface RuleWords {
  /** The fact that is tested, as it is where all is well. */
  title: string;
  why: string;
  fix: string;
}
