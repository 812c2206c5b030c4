import { ConnectorError } from "../connector/connector-error.ts";
import type { ShopAnswer } from "../http/read-answer.ts";
import type { Token } from "../http/token-keeper.ts";

/** What a query costs, and what a shop has left. */
export interface ShopifyCost {
  requested: number;
  available: number;
  capacity: number;
  perSecond: number;
}

/** Reads `extensions.cost`; null where Shopify did not say it. */
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

/** A token as Shopify hands it out. Throws a `ConnectorError` where it does not. */
export function readToken({ status, json }: ShopAnswer, nowMs: number): Token {
  const token = fieldOf(json, "access_token");
  const lives = fieldOf(json, "expires_in");
  if (status === 200 && typeof token === "string" && token !== "") {
    const livesS = typeof lives === "number" && lives > 0 ? lives : 3_600;
    return { token, expiresAtMs: nowMs + livesS * 1_000 };
  }
  const reason = fieldOf(json, "error");
  const isInstalled = reason !== "app_not_installed" && reason !== "shop_not_permitted";
  throw new ConnectorError(
    "unauthorized",
    isInstalled
      ? "Shopify does not know this client id with this secret."
      : "The app is not installed in this shop, or belongs to another organization.",
  );
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
