import { signWebhook } from "./sign-webhook.ts";
import { toWebhookKey } from "./webhook-key.ts";

/** The signed parts of a shop's push. */
export interface PushSigningOptions {
  /** The exact text that is sent; "" for reading a push back. */
  body: string;
  /** The bot's push secret (`whsec_…`), which signs only pushes. */
  secret: string;
  /** The push's own id; of a batch any that is new. */
  id: string;
  /** Unix seconds of this attempt. */
  timestampS: number;
}

/**
 * Signs one attempt of a push with the three headers of Standard Webhooks. Omits `X-Hub-Signature`, which covers no
 * time: anyone who saw the push could replay it.
 */
export function signPush({ body, secret, id, timestampS }: PushSigningOptions) {
  const timestamp = String(timestampS);
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signWebhook(toWebhookKey(secret), id, timestamp, body),
  };
}
