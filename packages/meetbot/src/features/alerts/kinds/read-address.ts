import type { AlertKind } from "@meetbot/model/alert/alert-kind.ts";
import type { EndpointGuard, Verdict } from "@meetbot/network/addresses/endpoint-guard.ts";
import type { GivenAddress, ReadAddress } from "../form/alert.ts";
import { alertWays } from "./alert-ways.ts";

/** An address that is not taken: its form is wrong, or the guard keeps us from going there. */
export type AddressFault =
  | Extract<ReadAddress, { fault: string }>
  | { fault: "address_refused"; reason: Extract<Verdict, { allowed: false }>["reason"] };

/** Reads where alerts of a kind are to go, and asks the guard about it. */
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
