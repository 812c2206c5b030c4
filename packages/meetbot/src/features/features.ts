import { carriers } from "./carriers/index.ts";
import type { Feature } from "./form/feature.ts";

/** All features that a node runs. */
export const features: readonly Feature[] = [carriers];
