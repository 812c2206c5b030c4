import { setTimeout as sleep } from "node:timers/promises";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { newSecret } from "@meetbot/protocol";
import { testEndpoint } from "../../packages/meetbot/src/merchant/test-endpoint.ts";
import { fingerprintOf } from "../../packages/meetbot/src/secrets/fingerprint.ts";
import type { Store } from "../../packages/meetbot/src/store/store.ts";
import type { RotatingMerchant } from "./merchants.ts";

/** A bot and the merchant whose secret is rotated. */
export interface RotationScene {
  store: Store;
  agent: MerchantAgent;
  merchant: RotatingMerchant;
  bot: Bot;
}

/** The shortest overlap: a day in fast motion, and shorter than a node remembers a bot. */
const overlapS = 1;
const maxWaitMs = 600;
/** A merchant who swaps within the last moment of the overlap races the clock of the database. */
const lastMomentMs = 200;

/** Rotations one after the other; a merchant swaps at any moment while both secrets are valid. */
export async function rotateUntil(ended: AbortSignal, scene: RotationScene): Promise<number> {
  const { store, merchant, bot } = scene;
  let rotations = 0;
  for (; !ended.aborted; rotations += 1) {
    const secret = newSecret();
    const order = { kind: "signing", secret, overlapS, force: false } as const;
    const rotation = await store.bots.rotateSecret(bot.id, order);
    if (rotation?.outcome !== "rotated") throw new Error(`not rotated: ${rotation?.outcome}`);
    const isTested = Math.random() < 0.5;
    const promoteAfterMs = Math.random() * maxWaitMs;
    const latestSwapMs = isTested ? maxWaitMs : promoteAfterMs + overlapS * 1_000 - lastMomentMs;
    const swap = async () => {
      await sleep(Math.random() * latestSwapMs);
      merchant.secret = secret;
    };
    const promote = async () => {
      await sleep(promoteAfterMs);
      return isTested ? promoteWhenGreen(scene, secret) : promoteUntested(scene);
    };
    const [previousUntil] = await Promise.all([promote(), swap()]);
    await sleep(Math.max(0, previousUntil.getTime() - Date.now()) + lastMomentMs);
  }
  return rotations;
}

async function promoteUntested({ store, bot }: RotationScene): Promise<Date> {
  const promotion = await store.bots.promoteSecret(bot.id, { tested: null });
  if (promotion?.outcome !== "promoted") throw new Error(`not promoted: ${promotion?.outcome}`);
  return promotion.previousUntil;
}

/** As `meetbot secret promote` does: only once the merchant answers to the next secret alone. */
async function promoteWhenGreen(
  { store, agent, bot }: RotationScene,
  secret: string,
): Promise<Date> {
  const endpoint = { url: bot.endpoint, pageId: bot.pageId };
  while (!(await testEndpoint(endpoint, secret, { agent })).echoed) await sleep(20);
  const tested = { url: bot.endpoint, secretFingerprint: fingerprintOf(secret) };
  const promotion = await store.bots.promoteSecret(bot.id, { tested });
  if (promotion?.outcome !== "promoted") throw new Error(`not promoted: ${promotion?.outcome}`);
  return promotion.previousUntil;
}
