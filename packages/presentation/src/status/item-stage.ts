import type { Order, Package } from "@meetbot/protocol";
import { stageOf } from "./stage-of.ts";
import { stageOfCode } from "./stage-of-code.ts";
import type { Stage } from "./stages.ts";

/** How far an order says that it is. */
export type OrderSaid = Pick<Partial<Order>, "status" | "status_code">;

/** The same of a package. */
export type PackageSaid = Pick<Partial<Package>, "package_status" | "package_status_code">;

/** The stage of an order that is surely known: by its code, else by its words. */
export const orderStage = ({ status = "", status_code: code }: OrderSaid): Stage | undefined =>
  code ?? stageOf(status, "order")?.stage;

/** The same of a package. */
export const packageStage = (pkg: PackageSaid): Stage | undefined =>
  stageOfCode(pkg.package_status_code) ?? stageOf(pkg.package_status ?? "", "package")?.stage;
