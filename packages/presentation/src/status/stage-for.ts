import type { Order, Package } from "@meetbot/protocol";
import type { KnownStage, Reader } from "../languages/contract/card-language.ts";
import { stageOfCode } from "./stage-of-code.ts";
import type { Stage } from "./stages.ts";

// What browsers load imports this file, and none that knows how shops write statuses.

interface WithKnownStage {
  /** The stage read from the status text, if it was parsed earlier. */
  known_stage?: KnownStage;
}

/** An order's status fields. */
export type OrderSaid = Pick<Partial<Order>, "status" | "status_code"> & WithKnownStage;

/** The same of a package. */
export type PackageSaid = Pick<Partial<Package>, "package_status" | "package_status_code"> &
  WithKnownStage;

/** A package as a customer may see it: what is hidden is absent. */
export type SeenPackage = Partial<Package> & WithKnownStage;

type StatusReader = Pick<Reader, "stageOf">;

/** Returns the stage that an order's status text stands for: as parsed earlier, else as parsed here. */
export const orderRead = (
  { status = "", known_stage: known }: OrderSaid,
  { stageOf }: StatusReader,
): KnownStage | undefined => known ?? stageOf?.(status, "order");

/** The same of a package's. */
export const packageRead = (
  { package_status: status = "", known_stage: known }: PackageSaid,
  { stageOf }: StatusReader,
): KnownStage | undefined => known ?? stageOf?.(status, "package");

/** The stage of an order that is surely known to a reader: by its code, else by its words. */
export const orderStageFor = (order: OrderSaid, reader: StatusReader): Stage | undefined =>
  order.status_code ?? orderRead(order, reader)?.stage;

/** The same of a package. */
export const packageStageFor = (pkg: PackageSaid, reader: StatusReader): Stage | undefined =>
  stageOfCode(pkg.package_status_code) ?? packageRead(pkg, reader)?.stage;
