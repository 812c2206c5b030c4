import type { Store } from "../../../store/store.ts";
import type { BridgeQueue } from "../store/bridge-queue.ts";
import { type IntroduceDeps, introduce } from "./introduce.ts";
import type { TellDeps } from "./sync-desk.ts";
import { lookedBehind, talkToSync, toldAtOnce } from "./talk-to-sync.ts";

/** Creates the functions that read from the store what Meetbot sends to shops' own desks. */
export function createTelling(
  store: Store,
  deps: Pick<IntroduceDeps, "botOf" | "publicUrl" | "windowHoursOf">,
): Pick<TellDeps, "introduce" | "talkAfter" | "nameOf"> & { queue: BridgeQueue } {
  return {
    queue: store.bridges.queue,
    introduce: (lease) => introduce(lease, { ...store, ...deps }),
    async talkAfter(lease) {
      const bot = await deps.botOf(lease.botId);
      const from = Math.max(0, lease.toldSeq - lookedBehind);
      const messages = await store.bridges.talkAfter(lease, from, toldAtOnce + lookedBehind);
      const { orderNumberFormat = null, timeZone = "UTC" } = bot ?? {};
      return talkToSync(messages, { ...lease, orderNumberFormat, timeZone });
    },
    nameOf: async (operatorId) => (await store.operators.namesOf(operatorId))?.name ?? null,
  };
}
