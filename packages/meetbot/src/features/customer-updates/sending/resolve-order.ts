import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { PushStore } from "../store/push-store.ts";
import type { UnresolvedPush } from "../store/resolve-order.ts";
import { packageIn } from "./query-current-state.ts";

/** The dependencies for finding a parcel's order. */
export interface ResolveDeps {
  pushes: Pick<PushStore, "resolveOrder" | "leaveUnresolved">;
  /** Queries a bot's shop, for no particular customer. */
  askShopOf(botId: string, question: Question): Promise<MerchantAnswer>;
}

/**
 * Queries the shop for a parcel's order: a push may name only a parcel, and a carrier knows nothing else, but most
 * customers follow an order.
 */
export async function resolveOrder(push: UnresolvedPush, deps: ResolveDeps): Promise<void> {
  const { packageNumber } = push.said;
  if (packageNumber === null) return deps.pushes.leaveUnresolved(push, { isAway: false });
  const answer = await deps.askShopOf(push.botId, { method: "packages", packageNumber, page: 1 });
  const found = packageIn(answer, packageNumber);
  if (found) {
    const { order_number: orderNumber, package_number: shopsOwn } = found;
    return deps.pushes.resolveOrder(push, { orderNumber, packageNumber: shopsOwn });
  }
  await deps.pushes.leaveUnresolved(push, { isAway: answer.kind === "unavailable" });
}
