import type { Feature } from "../form/feature.ts";
import { mountCarriers } from "./api/mount-carriers.ts";
import { createCarrierCounters } from "./hook/carrier-counters.ts";
import { carrierHook } from "./hook/carrier-hook.ts";

/** Carrier webhooks: tracking systems report that a parcel may have moved, and Meetbot queries the shop. */
export const carriers: Feature = {
  name: "carriers",
  pages: ["carriers", "README", "coming-from", "faq", "storage", "threat-model", "watching"],
  start({ store, registers, publicUrl, ownOrigins, takeHint, log }) {
    const { onCarrierHeard } = createCarrierCounters(registers);
    return {
      mountApi: (admin) => mountCarriers(admin, { ...store, publicUrl, ownOrigins, log }),
      hooks: (limiting) => [
        carrierHook(
          { carriers: store.carriers, hint: takeHint, onHeard: onCarrierHeard, log },
          limiting,
        ),
      ],
    };
  },
};
