import { ifAllowed } from "../shop/if-allowed.ts";
import type { WooClient } from "./client.ts";

/** An owner changes it once in years. */
const keptMs = 10 * 60_000;

const path = "wc/v3/settings/tax/woocommerce_tax_display_cart";

/**
 * Returns a function that reads whether the shop shows customers order prices with tax (`incl`) or without (`excl`),
 * from the setting that the shop's own order page reads; it returns null if the key cannot read settings because its
 * user lacks `manage_woocommerce`.
 */
export function createTaxDisplay(client: WooClient, now: () => number) {
  let known: { isShown: boolean | null; untilMs: number } | null = null;
  return async (): Promise<boolean | null> => {
    if (known && now() < known.untilMs) return known.isShown;
    const answer = await ifAllowed(client.getOptional<{ value?: unknown }>("settings", path));
    const value = answer?.value;
    const isShown = value === "incl" ? true : value === "excl" ? false : null;
    known = { isShown, untilMs: now() + keptMs };
    return isShown;
  };
}
