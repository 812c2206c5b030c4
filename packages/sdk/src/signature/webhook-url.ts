import { endpointHost } from "@meetbot/protocol";

/** The `url` given to `createWebhook` or `createPush` is invalid: fix the configuration. */
export class WebhookUrlError extends Error {
  override readonly name = "WebhookUrlError";
  readonly code = "invalid_webhook_url";
}

/**
 * Rejects at startup a URL that would make the webhook refuse every query or, as an empty variable, none. Throws a
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

/** Rejects at startup a URL to which no push can be sent. Throws a {@link WebhookUrlError}. */
export function checkPushUrl(url: unknown): string {
  if (isUrl(url)) return url;
  throw new WebhookUrlError(
    "The option url is missing or no http or https URL. Give it the address of Meetbot, such as https://chat.example.com.",
  );
}

function isUrl(url: unknown): url is string {
  return typeof url === "string" && endpointHost(url) !== null;
}
