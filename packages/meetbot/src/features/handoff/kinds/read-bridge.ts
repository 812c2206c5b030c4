import type { BridgeKind } from "@meetbot/model/bridge/bridge.ts";
import type { EndpointGuard, Verdict } from "@meetbot/network/addresses/endpoint-guard.ts";
import type { ReadBridge } from "../form/bridge.ts";
import { bridgeOf } from "./bridge-kinds.ts";

/** Why a desk is rejected: one of its settings is invalid, or the guard does not allow its address. */
export type BridgeFault =
  | Extract<ReadBridge, { fault: string }>
  | {
      fault: "address_refused";
      field: "url";
      reason: Extract<Verdict, { allowed: false }>["reason"];
    };

/** Parses a desk's connection settings and checks its URL with the guard. */
export async function readBridge(
  kind: BridgeKind,
  given: Record<string, string | undefined>,
  guard: Pick<EndpointGuard, "judge">,
): Promise<Exclude<ReadBridge, { fault: string }> | BridgeFault> {
  const verdict = given.url === undefined ? null : await guard.judge(given.url.trim());
  const isOwn = verdict?.allowed === true && verdict.reason === "allow_list";
  const read = bridgeOf[kind].read(given, isOwn);
  if ("fault" in read || !verdict || verdict.allowed) return read;
  return { fault: "address_refused", field: "url", reason: verdict.reason };
}
