import type { TestContext } from "node:test";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { Order } from "@meetbot/protocol";
import pino from "pino";
import { newToken } from "../../secrets/token.ts";
import { bot, delivery } from "../../store/store.fixture.ts";
import type { Store } from "../../store/store.ts";
import { startWorker, type Worker, type WorkerParts } from "./work.ts";

/** What happens while the shop is asked for an order. */
export type Ask = (orderNumber: string, signal: AbortSignal) => Promise<void>;

/** All that a test shortens or waits for is well within this time. */
export const patienceMs = 20_000;

/** A worker on a real store, until the test ends. The shop is a function: it has every order it is asked for. */
export function startTestWorker(
  t: TestContext,
  store: Store,
  whileAsking: Ask = async () => {},
  parts: Partial<WorkerParts> = {},
): Worker {
  const asker = {
    bot,
    secrets: { signingSecrets: ["s"], identitySecrets: ["i"] },
    health: { failingSince: null, stopped: null },
  };
  const askMerchant: WorkerParts["askMerchant"] = async (_, question, signal) => {
    const orderNumber = "orderNumber" in question ? question.orderNumber : "";
    await whileAsking(orderNumber, signal);
    const orders = [{ ...order, order_number: orderNumber }];
    const id = crypto.randomUUID();
    return {
      answer: { kind: "orders", orders, hasNextPage: false },
      delivery: { ...delivery, id },
    };
  };
  const worker = startWorker({
    channelOf: () => ({ isPushed: false, linksAccounts: false }),
    mailbox: store.mailbox,
    dueWork: store.dueWork,
    hints: store.hints,
    botFor: async () => asker,
    bookOf: async () => emptyBook,
    askMerchant,
    languageModel: null,
    limits: store.limits,
    codes: null,
    links: store.links,
    recordDelivery: store.deliveryLog.add,
    newToken,
    onTurn: () => {},
    onStored: () => {},
    onCalled() {},
    onLate: () => {},
    dispatcher: { wake() {}, acquireSlot: () => null },
    log: pino({ level: "silent" }),
    ...parts,
  });
  t.after(worker.stop);
  return worker;
}

const order: Order = {
  order_number: "",
  currency: "USD",
  timestamp: "1428444852",
  status: "unpaid",
  summary: { total_cost: 25 },
  elements: [],
};
