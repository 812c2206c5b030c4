import { signLink, signUnlink } from "@meetbot/sdk";
import type { ChatPlace, IdentityKey } from "../database/shop.ts";

/** What Meetbot says to a confirmed link. */
export type LinkAnswer =
  /** What the customer types in their chat. */
  | { kind: "code"; code: string }
  | { kind: "already_linked"; since: string }
  | { kind: "over" }
  | { kind: "failed" };

export interface LinkRequest {
  account: string;
  link: string;
  /** Also if another chat is linked with the account. */
  also: boolean;
}

/** Nobody waits longer for a page. */
const timeoutMs = 10_000;

/** Tells Meetbot, from this server and never from the page, who has confirmed a link. */
export async function confirmLink(
  chat: ChatPlace,
  { secret: identitySecret, botId }: IdentityKey,
  { account, link, also }: LinkRequest,
): Promise<LinkAnswer> {
  const identity = signLink({ identitySecret, botId, account, link });
  const answer = await ask(chat, "POST", { identity, also });
  const { code, linked_at: since } = answer.body;
  if (answer.status === 201 && code) return { kind: "code", code };
  if (answer.status === 409 && since) return { kind: "already_linked", since };
  return { kind: answer.status === 410 ? "over" : "failed" };
}

/** Ends all chat links of an account. Returns `false` when the request to Meetbot failed. */
export async function unlinkChats(
  chat: ChatPlace,
  { secret: identitySecret, botId }: IdentityKey,
  account: string,
): Promise<boolean> {
  const identity = signUnlink({ identitySecret, botId, account });
  return (await ask(chat, "DELETE", { identity })).status === 200;
}

interface Answered {
  status: number;
  body: { code?: string; linked_at?: string };
}

async function ask({ url, botId }: ChatPlace, method: string, body: object): Promise<Answered> {
  try {
    const response = await fetch(`${url}/chat/${botId}/links`, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const told = (await response.json()) as Answered["body"];
    return { status: response.status, body: told };
  } catch {
    return { status: 0, body: {} };
  }
}
