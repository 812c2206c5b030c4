import { createHash } from "node:crypto";
import { parcelStatuses } from "@meetbot/presentation";
import { sameNumber } from "@meetbot/protocol";
import type { Logger } from "pino";
import type { CarrierHint } from "../../carriers/form/carrier.ts";
import type { MerchantAnswer, Question } from "../../model/conversation/ask.ts";
import type { PushStore } from "../../store/push/push-store.ts";

/** So many look-ups for hints a node has in hand; what comes beyond them is left out, as a carrier calls again. */
const mostInHand = 20;

const hourMs = 3_600_000;

/** What taking hints needs. */
export interface TakeHintDeps {
  pushes: Pick<PushStore, "accept" | "hasSubscriptions">;
  askShop(botId: string, question: Question): Promise<MerchantAnswer>;
  /** Something waits to be told. */
  wake(): void;
  now(): number;
  log: Pick<Logger, "warn">;
}

/**
 * Has the shop asked about a parcel that may have moved, where anybody of the bot follows one. What the carrier says of
 * it counts for nothing: what is told is the shop's answer, as if it had pushed without a word. Returns at once.
 */
export function createTakeHint(deps: TakeHintDeps) {
  let inHand = 0;
  return async (botId: string, hint: CarrierHint): Promise<void> => {
    if (inHand === mostInHand) return;
    inHand += 1;
    lookUp(botId, hint, deps)
      .catch((error: unknown) =>
        deps.log.warn({ bot: botId, err: error }, "a hint came to nothing"),
      )
      .finally(() => {
        inHand -= 1;
      });
  };
}

async function lookUp(
  botId: string,
  { trackingNumber, status, occurredAt }: CarrierHint,
  { pushes, askShop, wake, now }: TakeHintDeps,
): Promise<void> {
  if (!(await pushes.hasSubscriptions(botId))) return;
  const answer = await askShop(botId, {
    method: "packages",
    packageNumber: trackingNumber,
    page: 1,
  });
  const found =
    answer.kind === "packages" &&
    answer.packages.find(
      ({ package_number, tracking_number }) =>
        sameNumber(package_number, trackingNumber) || sameNumber(tracking_number, trackingNumber),
    );
  if (!found) return;
  const text = JSON.stringify([found.package_number, status, occurredAt]);
  const hash = createHash("sha256").update(text).digest();
  const at = occurredAt ?? now();
  const newsForMs = parcelStatuses[status ?? "in_transit"].newsForH * hourMs;
  const { outcome } = await pushes.accept(botId, {
    id: `hint_${hash.toString("hex").slice(0, 32)}`,
    said: {
      method: "package.changed",
      orderNumber: found.order_number,
      packageNumber: found.package_number,
      account: null,
      status: null,
      snapshot: null,
    },
    bodyHash: hash,
    occurredAt: new Date(at),
    newsUntil: new Date(at + newsForMs),
    expiresAt: null,
    isOld: now() - at > newsForMs,
  });
  if (outcome === "accepted") wake();
}
