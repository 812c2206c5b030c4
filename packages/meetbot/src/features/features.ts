import { alerts } from "./alerts/index.ts";
import { carriers } from "./carriers/index.ts";
import { connectors } from "./connectors/index.ts";
import { customerUpdates } from "./customer-updates/index.ts";
import type { Feature } from "./form/feature.ts";
import { handoff } from "./handoff/index.ts";
import { pictures } from "./pictures/index.ts";

/** All features that a node runs. */
export const features: readonly Feature[] = [
  alerts,
  handoff,
  customerUpdates,
  connectors,
  carriers,
  pictures,
];
