import { endpointHost } from "@meetbot/protocol";

/** The `url` given to `createWebhook` or `createPush` cannot be one: fix the configuration. */
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
  const urls = [url].flat();
  if (urls.length > 0 && urls.every(isUrl)) return;
  throw new WebhookUrlError(
    "The option url is empty or no http or https URL. Copy the bot's endpoint, or leave it out.",
  );
}

/** Refuses at start where no push can go. Throws a {@link WebhookUrlError}. */
export function checkPushUrl(url: unknown): string {
  if (isUrl(url)) return url;
  throw new WebhookUrlError(
    "The option url is missing or no http or https URL. Give it the address of Meetbot, such as https://chat.example.com.",
  );
}

function isUrl(url: unknown): url is string {
  return typeof url === "string" && endpointHost(url) !== null;
}
