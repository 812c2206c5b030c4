import type { ConnectorTable } from "@meetbot/connectors";
import { AddressRefusedError } from "@meetbot/network/addresses/address-refused-error.ts";
import type { RefusedFor, Vetted } from "@meetbot/network/addresses/endpoint-guard.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { createConnectedShops } from "./connected-shops.ts";
import { maxResponseBytes } from "./guarded-fetch.ts";
import type { FromWorker, Order, VetTarget, VetVerdict } from "./messages.ts";
import type { OrderPort } from "./order-port.ts";

/** Runs a worker: takes orders from its node, and asks the node before each connection. */
export function serveOrders({ onMessage, tell }: OrderPort, connectors: ConnectorTable): void {
  // A connector may only use the `fetch` that it receives.
  globalThis.fetch = () => Promise.reject(new TypeError("connectors have a fetch of their own"));
  const vetting = new Map<number, (verdict: VetVerdict) => void>();
  let nextId = 0;

  async function vet(target: VetTarget): Promise<Vetted> {
    const id = nextId++;
    const verdict = await new Promise<VetVerdict>((resolve) => {
      vetting.set(id, resolve);
      tell({ kind: "vet", id, target });
    });
    if (verdict.kind === "failed") {
      throw Object.assign(new Error("the name could not be looked up"), { code: verdict.code });
    }
    if (verdict.kind === "refused") throw new AddressRefusedError(verdict.reason as RefusedFor);
    return { allowed: true, reason: verdict.reason, addresses: verdict.addresses };
  }

  const agent = createMerchantAgent({ vet }, { maxBytes: maxResponseBytes });
  const shops = createConnectedShops(connectors, agent);

  const inHand = new Map<number, AbortController>();

  async function obey(id: number, order: Order): Promise<FromWorker> {
    const dropped = new AbortController();
    inHand.set(id, dropped);
    try {
      return order.kind === "ask"
        ? { kind: "answer", id, answer: await shops.answer(order, dropped.signal) }
        : { kind: "checked", id, check: await shops.check(order.name, order.config) };
    } catch (error) {
      return { kind: "fault", id, fault: error instanceof Error ? error.name : "unknown" };
    } finally {
      inHand.delete(id);
    }
  }

  onMessage((message) => {
    if (message.kind === "ping") tell({ kind: "pong" });
    else if (message.kind === "order") void obey(message.id, message.order).then(tell);
    else if (message.kind === "drop") inHand.get(message.id)?.abort();
    else {
      vetting.get(message.id)?.(message.verdict);
      vetting.delete(message.id);
    }
  });
  tell({ kind: "ready" });
}
