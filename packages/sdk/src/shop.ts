export { type OrderStatusCode, type PackageStatusCode, sameNumber } from "@meetbot/protocol";
export { type Balance, type BalanceWords, balance } from "./shop/balance.ts";
export { classify, type OrderState } from "./shop/classify.ts";
export { money } from "./shop/money.ts";
export { type PackageNumberParts, packageNumber } from "./shop/package-number.ts";
export { type PageAsked, page, slice } from "./shop/page.ts";
export { sameAccount } from "./shop/same-account.ts";
export { orderStatus, packageStatus } from "./shop/status.ts";
export { calendarDay, type Instant, unixSeconds } from "./shop/time.ts";
