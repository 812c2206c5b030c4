import type { AlertKind } from "@meetbot/model/alert/alert-kind.ts";
import type { EndpointGuard, Verdict } from "@meetbot/network/addresses/endpoint-guard.ts";
import type { GivenAddress, ReadAddress } from "../form/alert.ts";
import { alertWays } from "./alert-ways.ts";

/** Why an address is rejected: it is malformed, or the guard does not allow it. */
export type AddressFault =
  | Extract<ReadAddress, { fault: string }>
  | { fault: "address_refused"; reason: Extract<Verdict, { allowed: false }>["reason"] };

/** Parses the address for alerts of a kind, and checks it with the guard. */
export async function readAddress(
  kind: AlertKind,
  given: GivenAddress,
  guard: Pick<EndpointGuard, "judge">,
): Promise<Exclude<ReadAddress, { fault: string }> | AddressFault> {
  const verdict = given.url === undefined ? null : await guard.judge(given.url.trim());
  const isOwn = verdict?.allowed === true && verdict.reason === "allow_list";
  const read = alertWays[kind].read(given, isOwn);
  if ("fault" in read || !verdict || verdict.allowed) return read;
  return { fault: "address_refused", reason: verdict.reason };
}
