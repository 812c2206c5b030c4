import { ConnectorError } from "../connector/connector-error.ts";
import { fieldOf } from "../http/field-of.ts";
import type { ShopAnswer } from "../http/read-answer.ts";

/** A query's cost and the shop's remaining allowance. */
export interface ShopifyCost {
  requested: number;
  available: number;
  capacity: number;
  perSecond: number;
}

/** Reads `extensions.cost`; returns null if Shopify did not send it. */
export function readCost(extensions: unknown): ShopifyCost | null {
  const cost = fieldOf(extensions, "cost");
  const status = fieldOf(cost, "throttleStatus");
  const requested = fieldOf(cost, "requestedQueryCost");
  const available = fieldOf(status, "currentlyAvailable");
  const capacity = fieldOf(status, "maximumAvailable");
  const perSecond = fieldOf(status, "restoreRate");
  const isRead =
    typeof requested === "number" &&
    typeof available === "number" &&
    typeof capacity === "number" &&
    typeof perSecond === "number" &&
    perSecond > 0;
  return isRead ? { requested, available, capacity, perSecond } : null;
}

/** Why Shopify gave no token. */
export function explainNoToken({ json }: ShopAnswer): ConnectorError {
  const reason = fieldOf(json, "error");
  const isInstalled = reason !== "app_not_installed" && reason !== "shop_not_permitted";
  return new ConnectorError(
    "unauthorized",
    isInstalled
      ? "Shopify does not know this client id with this secret."
      : "The app is not installed in this shop, or belongs to another organization.",
  );
}
