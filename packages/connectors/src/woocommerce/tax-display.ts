import { ifAllowed } from "../shop/if-allowed.ts";
import type { WooClient } from "./client.ts";

/** An owner changes it once in years. */
const keptMs = 10 * 60_000;

const path = "wc/v3/settings/tax/woocommerce_tax_display_cart";

/**
 * Whether the shop shows customers their orders with tax in the prices (`incl`) or without (`excl`), by the setting that
 * the shop's own page of an order reads; null where the key may not read settings: its user lacks `manage_woocommerce`.
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
