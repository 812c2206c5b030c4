import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { PushStore } from "../store/push-store.ts";
import type { UnresolvedPush } from "../store/resolve-order.ts";
import { packageIn } from "./query-current-state.ts";

/** What finding the order of a parcel needs. */
export interface ResolveDeps {
  pushes: Pick<PushStore, "resolveOrder" | "leaveUnresolved">;
  /** Queries a bot's shop, for no particular customer. */
  askShopOf(botId: string, question: Question): Promise<MerchantAnswer>;
}

/**
 * A push may name a parcel alone, and a carrier knows nothing else; most customers follow an order. The shop is asked
 * which one it is of.
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
