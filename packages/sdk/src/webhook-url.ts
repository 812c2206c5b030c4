import { endpointHost } from "@meetbot/protocol";

/** The `url` given to `createWebhook` cannot be a webhook's: fix the configuration. */
export class WebhookUrlError extends Error {
  override readonly name = "WebhookUrlError";
  readonly code = "invalid_webhook_url";
}

/**
 * Refuses at start what would turn every question away, or, as an empty variable, none. Throws a
 * {@link WebhookUrlError}.
 */
export function checkWebhookUrls(url: string | readonly string[] | undefined): void {
  if (url === undefined) return;
  const hosts = [url].flat().map(endpointHost);
  if (hosts.length > 0 && !hosts.includes(null)) return;
  throw new WebhookUrlError(
    "The option url is empty or no http or https URL. Copy the bot's endpoint, or leave it out.",
  );
}
