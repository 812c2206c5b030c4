import { newRequestId, serializeQuery, type TestQuery } from "@meetbot/protocol";
import { newToken } from "../secrets/token.ts";
import { type DeliverOptions, deliver, type MerchantEndpoint } from "./deliver.ts";
import type { EndpointRuntime, ItselfSaid } from "./resilience/endpoint-runtime.ts";
import { judge, resultOf } from "./verdict.ts";

/** As every query is sent; the endpoint's memory is needed. */
export type AskItselfOptions = Omit<DeliverOptions, "signal"> & { circuit: EndpointRuntime };

/**
 * Sends `test` to an endpoint as Meetbot's own query: when that fails too, the endpoint is at fault and no customer.
 * Only one probe runs at a time; concurrent callers share its result.
 */
export async function sendProbe(
  endpoint: MerchantEndpoint,
  options: AskItselfOptions,
): Promise<ItselfSaid> {
  const { result } = await options.circuit.itself.join("test", undefined, async (signal) => {
    const id = newRequestId("test");
    const { pageId } = endpoint;
    const query: TestQuery = { method: "test", id, pageId, testToken: newToken() };
    const body = serializeQuery(query);
    const { outcome, exchanges } = await deliver({ id, body }, endpoint, { ...options, signal });
    const isGone = outcome.kind === "failed" && outcome.reason === "gone";
    return { result: resultOf({ verdict: judge(query, outcome), exchanges }), isGone };
  });
  return result;
}
