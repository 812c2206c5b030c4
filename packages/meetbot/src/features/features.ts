import { alerts } from "./alerts/index.ts";
import { carriers } from "./carriers/index.ts";
import type { Feature } from "./form/feature.ts";
import { handoff } from "./handoff/index.ts";

/** All features that a node runs. */
export const features: readonly Feature[] = [alerts, handoff, carriers];
