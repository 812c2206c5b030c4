import { type OrderSaid, orderStageFor, type PackageSaid, packageStageFor } from "./stage-for.ts";
import { stageOf } from "./stage-of.ts";
import type { Stage } from "./stages.ts";

const reader = { stageOf };

/** The stage of an order that is surely known: by its code, else by its words. */
export const orderStage = (order: OrderSaid): Stage | undefined => orderStageFor(order, reader);

/** The same of a package. */
export const packageStage = (pkg: PackageSaid): Stage | undefined => packageStageFor(pkg, reader);
