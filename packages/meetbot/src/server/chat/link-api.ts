import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Context } from "hono";
import { endingNow } from "../../operations/secrets/ending-now.ts";
import { problem } from "../../platform/http/problem.ts";
import { newCode } from "../../secrets/token.ts";
import type { AccountLinks } from "../../store/links/account-links.ts";

/** The account signed in at the shop, and the link it is for; `null` instead when the token is not valid. */
export interface LinkVoucher {
  account: string;
  link?: string;
  /** The order whose customer updates the shopper agreed to in the checkout. */
  subscribe?: string;
}

/** The dependencies of the routes for links. */
export interface LinkDeps {
  links: AccountLinks;
  botOf(botId: string): Promise<Bot | null>;
  createVouchVerifier(
    botId: string,
    identity: unknown,
    purpose: "link" | "unlink",
  ): Promise<LinkVoucher | null>;
}

/**
 * `POST /chat/{bot_id}/links`: the shop's server reports who confirmed a link on its page. The answer is for that page
 * alone: the customer who typed the code in the chat saw both.
 */
export async function confirmLink(c: Context, deps: LinkDeps): Promise<Response> {
  const given = await readVoucher(c, deps, "link");
  if (given instanceof Response) return given;
  const { botId, voucher, also } = given;
  const code = newCode();
  const { account, link: nonce = "" } = voucher;
  const confirmation = await deps.links.confirm(botId, { nonce, account, also, code });
  switch (confirmation.outcome) {
    case "confirmed":
      return c.json({ code, expires_in: confirmation.expiresInS }, 201, {
        "Cache-Control": "no-store",
      });
    case "over":
      return problem(c, 410, "link_over", linkOver);
    case "already_linked":
      return c.json(
        {
          error: { code: "already_linked", message: alreadyLinked },
          linked_at: confirmation.since.toISOString(),
        },
        409,
      );
  }
}

/** `DELETE /chat/{bot_id}/links`: unlinks all chats from the account at once. */
export async function unlinkChats(c: Context, deps: LinkDeps): Promise<Response> {
  const given = await readVoucher(c, deps, "unlink");
  if (given instanceof Response) return given;
  const { botId, voucher } = given;
  const unlinked = await deps.links.unlink(botId, voucher.account, endingNow());
  return c.json({ unlinked });
}

async function readVoucher(
  c: Context,
  { botOf, createVouchVerifier }: LinkDeps,
  purpose: "link" | "unlink",
): Promise<Response | { botId: string; voucher: LinkVoucher; also: boolean }> {
  const botId = c.req.param("bot_id") ?? "";
  if (!(await botOf(botId))) {
    return problem(c, 404, "no_such_bot", "There is no bot with this id: see `meetbot bot list`.");
  }
  const body = readBody(await c.req.text());
  if (!body) return problem(c, 400, "invalid_json", bodyExpected);
  const { identity, also = false } = body;
  if (typeof also !== "boolean") return problem(c, 400, "invalid_also", "`also` is true or false.");
  const voucher = await createVouchVerifier(botId, identity, purpose);
  return voucher
    ? { botId, voucher, also }
    : problem(c, 401, "invalid_identity", invalidIdentity[purpose]);
}

function readBody(text: string): { identity?: unknown; also?: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

const bodyExpected = 'The body must be a JSON object, such as {"identity":"eyJ…"}.';

const invalidIdentity = {
  link: "The identity is not valid for a link. Sign one on the shop's server when the customer confirms, with this bot's identity secret and the link that the page was opened with (signLink of @meetbot/sdk). An identity for the chat does not count here.",
  unlink:
    "The identity is not valid for unlinking. Sign one on the shop's server with this bot's identity secret (signUnlink of @meetbot/sdk). An identity for the chat does not count here.",
};

const linkOver =
  "The link is unknown, was used before, or is older than 5 minutes. Ask the customer to get a new one in the chat.";

const alreadyLinked =
  'The account is linked with another chat. Ask the customer whether this one is to be linked too, then send "also": true; or unlink the other first (DELETE on this URL).';
