import { endpointHost } from "@meetbot/protocol";

/** The `url` given to `createWebhook` cannot be a webhook's: fix the configuration. */
export class WebhookUrlError extends Error {
  override readonly name = "WebhookUrlError";
  readonly code = "invalid_webhook_url";
}

/** Refuses at start what would turn every question away, or, as an empty variable, none. */
export function checkWebhookUrls(url: string | readonly string[] | undefined): void {
  if (url === undefined) return;
  const urls = [url].flat();
  const isUsable = (each: unknown) => typeof each === "string" && endpointHost(each) !== null;
  if (urls.length > 0 && urls.every(isUsable)) return;
  throw new WebhookUrlError(
    "The option url is the webhook's own public URL, as the bot has it for its endpoint, such as https://shop.example.com/meetbot. What was given is empty or none; leave the option out to look at no host.",
  );
}
