import { type MaskedStage, type StatusOf, stageOf, stages } from "@meetbot/presentation";

/** What level 0 says where a status is not surely known: that the shop has it, and nothing else. */
const onFile = "on_file";

/**
 * The stage of an order as level 0 tells it, a code that every channel has words for: one that lasts and
 * that many orders are in. "Out for delivery" is today, so it is told as what it is a part of; what is rare
 * ("returned") tells one order from others. What is not surely known is not told, for a shop can write any
 * moment in a status.
 */
export const knownOrderStatus = (status: string): string => maskedStage(status, "order");

/** The stage of a package as level 0 tells it, a code that every channel has words for. */
export const knownPackageStatus = (status: string): string => maskedStage(status, "package");

function maskedStage(status: string, of: StatusOf): MaskedStage | typeof onFile {
  const stage = stageOf(status, of)?.stage;
  return (stage && stages[stage].masked) ?? onFile;
}
