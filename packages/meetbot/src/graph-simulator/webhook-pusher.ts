import { createHmac } from "node:crypto";

/** The address of the app's webhook and its credentials. */
export interface Webhook {
  url: string;
  verifyToken: string;
}

/** One request to the webhook, and how it was answered; 0: not at all. */
export interface GraphPush {
  body: string;
  status: number;
}

/** After a refusal, Meta immediately retries "a few more times". */
const attempts = 3;

/** Meta waits for 5 seconds, and a little more. */
const answerWithinMs = 20_000;

/** Writes JSON as Meta does, with non-ASCII characters and slashes escaped. The signature covers these bytes. */
export function toWire(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("/", "\\/");
}

/** Returns the headers of a webhook request, as observed from Meta. */
export function webhookHeaders(body: string, appSecret: string): Record<string, string> {
  const sign = (algorithm: string) => createHmac(algorithm, appSecret).update(body).digest("hex");
  return {
    "content-type": "application/json",
    "user-agent": "facebookexternalua",
    "x-hub-signature": `sha1=${sign("sha1")}`,
    "x-hub-signature-256": `sha256=${sign("sha256")}`,
  };
}

/** Sends a body to the webhook, and retries while the webhook refuses it; yields each request. */
export async function* pushBody(
  body: string,
  url: string,
  appSecret: string,
): AsyncGenerator<GraphPush> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const status = await statusOf(body, url, appSecret);
    yield { body, status };
    if (status === 200) return;
  }
}

async function statusOf(body: string, url: string, appSecret: string): Promise<number> {
  const headers = webhookHeaders(body, appSecret);
  const signal = AbortSignal.timeout(answerWithinMs);
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

/** Sends the webhook the challenge, as Meta does before it sends any events there. */
export async function askForChallenge(
  { url, verifyToken }: Webhook,
  challenge: string,
): Promise<boolean> {
  const asked = new URL(url);
  asked.searchParams.set("hub.mode", "subscribe");
  asked.searchParams.set("hub.challenge", challenge);
  asked.searchParams.set("hub.verify_token", verifyToken);
  const response = await fetch(asked);
  return (await response.text()) === challenge && response.status === 200;
}
