import { type OrderSaid, orderStageFor, type PackageSaid, packageStageFor } from "./stage-for.ts";
import { stageOf } from "./stage-of.ts";
import type { Stage } from "./stages.ts";

const reader = { stageOf };

/** Returns the stage of an order if it is certain: by its code, else by its words. */
export const orderStage = (order: OrderSaid): Stage | undefined => orderStageFor(order, reader);

/** Returns the stage of a package if it is certain: by its code, else by its words. */
export const packageStage = (pkg: PackageSaid): Stage | undefined => packageStageFor(pkg, reader);
