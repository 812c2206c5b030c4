import type { Trouble } from "@meetbot/model/connector/connection.ts";
import { connectorProblems } from "@meetbot/model/connector/connector-words.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";

/** Why a connected shop's platform did not answer; `null`: it was not that, or of a code that this version does not know. */
export function readTrouble({ trouble }: Pick<Delivery, "trouble">): Trouble | null {
  const problem = connectorProblems.find((one) => one === trouble?.problem);
  return trouble && problem ? { problem, detail: trouble.detail } : null;
}
