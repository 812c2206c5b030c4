import { isSameSecret } from "../../../secrets/compare.ts";

/** The header in which Telegram repeats the webhook's secret. */
export const secretHeader = "x-telegram-bot-api-secret-token";

/** "1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed": setWebhook. */
const secretForm = /^[A-Za-z0-9_-]{1,256}$/;

/** Whether the header holds a well-formed secret. If not, the request is not from Telegram. */
export function hasSecret(header: string | null | undefined): boolean {
  return secretForm.test(header ?? "");
}

/**
 * Whether a request comes from Telegram, which signs nothing but repeats the agreed secret. Without a secret every
 * request would pass, so none does.
 */
export function isFromTelegram(
  header: string | null | undefined,
  secretToken: string | null | undefined,
): boolean {
  if (!secretToken || !secretForm.test(secretToken)) return false;
  return hasSecret(header) && isSameSecret(header ?? "", secretToken);
}
