import { guessSecretUse } from "@meetbot/conformance/cases/security/guess-secret-use.ts";
import { startInspection } from "@meetbot/conformance/inspection/inspection.ts";
import type { ListenedRequest } from "@meetbot/model/shop/listener.ts";
import { DEADLINE_MS } from "@meetbot/network/exchange/deadline.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { verifyRequest } from "@meetbot/protocol";

/** Finds out why the webhook refuses a request that Meetbot signed, using the webhook's secrets. */
export async function explainRefusal(
  { headers, body: base64 }: ListenedRequest,
  url: string,
  agent: MerchantAgent,
  secrets: readonly string[],
): Promise<string> {
  if (secrets.length === 0) return nothingKnown;
  const body = Buffer.from(base64, "base64");
  const judged = secrets.map((secret) => ({
    secret,
    ...verifyRequest({ body, headers, secrets: [secret] }),
  }));
  const right = judged.find(({ valid }) => valid);
  if (!right) {
    const isClock = judged.some((one) => !one.valid && ["stale", "future"].includes(one.reason));
    return isClock ? clockIsWrong : otherSecret;
  }
  const { page_id: pageId = "" } =
    (JSON.parse(body.toString()) as { request?: { page_id?: string } }).request ?? {};
  const inspection = startInspection(
    { url, pageId, secret: right.secret },
    { agent, now: Date.now, deadlineMs: DEADLINE_MS },
  );
  const guess = await guessSecretUse(inspection).catch(() => null);
  return guess?.en ?? codeIsWrong;
}

const nothingKnown =
  "Say which secret your webhook has, in MEETBOT_SIGNING_SECRET, and a refusal is explained here.";
const otherSecret =
  "The secret in MEETBOT_SIGNING_SECRET is none of this bot's signing secrets: copy the one on the console's keys page, whole.";
const clockIsWrong =
  "The timestamp is more than five minutes from this machine's clock: set the clock.";
const codeIsWrong =
  "The secret in MEETBOT_SIGNING_SECRET is right, and so is the signature. Look at whether your webhook has that secret too, reads the body as raw bytes, and whether its option url (MEETBOT_WEBHOOK_URL), where it has one, names the bot's endpoint and not this machine.";
