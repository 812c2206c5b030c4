import type { Order, Package } from "@meetbot/protocol";
import type { KnownStage, Reader } from "../languages/contract/card-language.ts";
import { stageOfCode } from "./stage-of-code.ts";
import type { Stage } from "./stages.ts";

// Browser bundles import this file, but no file that knows how shops write statuses.

interface WithKnownStage {
  /** The stage read from the status text, if it was parsed earlier. */
  known_stage?: KnownStage;
}

/** An order's status fields. */
export type OrderSaid = Pick<Partial<Order>, "status" | "status_code"> & WithKnownStage;

/** The status fields of a package. */
export type PackageSaid = Pick<Partial<Package>, "package_status" | "package_status_code"> &
  WithKnownStage;

/** A package as a customer may see it, without hidden fields. */
export type SeenPackage = Partial<Package> & WithKnownStage;

type StatusReader = Pick<Reader, "stageOf">;

/** Returns the stage that an order's status text stands for: as parsed earlier, else as parsed here. */
export const orderRead = (
  { status = "", known_stage: known }: OrderSaid,
  { stageOf }: StatusReader,
): KnownStage | undefined => known ?? stageOf?.(status, "order");

/** Returns the stage read from a package's status text. */
export const packageRead = (
  { package_status: status = "", known_stage: known }: PackageSaid,
  { stageOf }: StatusReader,
): KnownStage | undefined => known ?? stageOf?.(status, "package");

/** Returns the stage of an order if the reader is certain of it: by its code, else by its words. */
export const orderStageFor = (order: OrderSaid, reader: StatusReader): Stage | undefined =>
  order.status_code ?? orderRead(order, reader)?.stage;

/** Returns the stage of a package if the reader is certain of it: by its code, else by its words. */
export const packageStageFor = (pkg: PackageSaid, reader: StatusReader): Stage | undefined =>
  stageOfCode(pkg.package_status_code) ?? packageRead(pkg, reader)?.stage;
