import { AsyncLocalStorage } from "node:async_hooks";
import { createWebhook, type Webhook, type WebhookOptions } from "@meetbot/sdk";
import type { ConnectedShop } from "./connector/connector.ts";
import { ConnectorError } from "./connector/connector-error.ts";
import { withDeadline } from "./http/deadline.ts";

/** The SDK's options, without the look-ups, which the shop answers. */
export type ConnectorWebhookOptions = Omit<WebhookOptions, "orders" | "packages" | "capabilities">;

/**
 * Creates the webhook of a connected shop. If the platform does not answer, Meetbot gets 503, or 429 with `Retry-After`
 * when the platform throttles, with the reason, which the delivery log shows to the operator. If the platform hangs,
 * Meetbot still gets the error in time.
 */
export function createConnectorWebhook(
  shop: ConnectedShop,
  options: ConnectorWebhookOptions,
): Webhook {
  const { onError = console.error } = options;
  /** The error thrown while answering the current request. */
  const failures = new AsyncLocalStorage<{ error: ConnectorError | null }>();
  const webhook = createWebhook({
    ...options,
    capabilities: {
      accounts: ["email"],
      // Fields that at least one platform has.
      fields: ["codes", "fees", "tax", "refunds", "kinds", "events", "window", "elements"],
    },
    orders: (question) => shop.orders(question),
    packages: (question) => shop.packages(question),
    onError(error) {
      const failure = failures.getStore();
      if (failure && error instanceof ConnectorError) failure.error = error;
      onError(error);
    },
  });
  return async (request) => {
    const failure: { error: ConnectorError | null } = { error: null };
    const answer = await failures.run(failure, () =>
      withDeadline(() => webhook(request), request.signal),
    );
    return failure.error === null ? answer : failureResponse(failure.error);
  };
}

function failureResponse({ problem, message, retryAfterS }: ConnectorError): Response {
  const code = problem === "throttled" ? 429 : 503;
  const headers = { "cache-control": "no-store" };
  return Response.json(
    { success: false, error: { code, message } },
    {
      status: code,
      headers:
        retryAfterS === undefined
          ? headers
          : { ...headers, "retry-after": String(Math.ceil(retryAfterS)) },
    },
  );
}
