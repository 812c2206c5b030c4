import { type DemoStoreOptions, startDemoStore } from "@meetbot/demo-store";
import { newSecret } from "@meetbot/sdk";
import { askWebhook } from "./ask-webhook.ts";

/** What the tests read of an order as the shop tells it to Meetbot. */
interface ToldOrder {
  order_number: string;
  order_url: string;
  status: string;
  currency: string;
  timestamp: string;
  payment_method?: string;
  recipient_name: string;
  address: Record<string, string>;
  summary: Record<string, number>;
  elements: { title: string; quantity: number; price: number }[];
}

interface ToldPackage {
  package_number: string;
  package_status: string;
  carrier?: string;
  tracking_number?: string;
  tracking_url?: string;
  exp_delivery: string;
}

/** A shop, and Meetbot asking it. */
export async function openShop(more: Partial<DemoStoreOptions> = {}) {
  const signingSecret = newSecret();
  const store = await startDemoStore({
    port: 0,
    signingSecret,
    databaseFile: ":memory:",
    today: "2026-11-24",
    ...more,
  });
  const pagination = { page: 1, limit: 10 };
  const ask = async (method: "orders" | "packages", params: Record<string, string>) =>
    (await askWebhook(store.webhookUrl, signingSecret, { method, params, pagination })).answer;
  return {
    ...store,
    /** The orders of an account that a filter lets through. */
    async ordersOf(user_account: string, filter: string) {
      const told = await ask("orders", { user_account, filter });
      return (told as { orders: ToldOrder[] }).orders;
    },
    /** Undefined where the shop knows no such order. */
    async order(order_number: string) {
      const told = await ask("orders", { order_number });
      return (told as { orders?: ToldOrder[] }).orders?.[0];
    },
    async packages(order_number: string) {
      return ((await ask("packages", { order_number })) as { packages: ToldPackage[] }).packages;
    },
  };
}

/** The number in the address of an order's page. */
export function numberIn(location: string): string {
  return /^\/orders\/(MB[2-9A-HJKMNP-Z]{10})$/.exec(location)?.[1] ?? "";
}
