import type { ApiToken } from "../../../model/operator.ts";
import { newToken } from "../../../secrets/token.ts";
import { longestTokenDays } from "../../../store/operators/api-tokens.ts";
import type { Store } from "../../../store/store.ts";
import { accountRoutes } from "../contract/account.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { notFound } from "../http/api-error.ts";
import { notYours, ownAccount, ownSession } from "./own-account.ts";

/** Programs that look for secrets where none should be know ours by it. */
const prefix = "mbt_";

/** The tokens by which an operator's programs call the admin API. */
export function mountTokens(
  { mount }: AdminApp,
  { operators, access }: Pick<Store, "operators" | "access">,
): void {
  mount(accountRoutes.listTokens, async (c) => {
    const all = await access.tokensOf(ownAccount(c.get("caller")).id);
    return c.json({ data: all.map(serializeToken) }, 200);
  });

  mount(accountRoutes.createToken, async (c) => {
    const { operator } = ownSession(c.get("caller"));
    const { name, scopes, bot_id: botId, expires_in_days: livesForDays } = c.req.valid("json");
    if (botId !== null && !(await operators.roleOn(botId, operator))) throw notFound("bot");
    const token = `${prefix}${newToken()}`;
    const made = await access.createToken({
      operatorId: operator.id,
      token,
      name,
      scopes: [...new Set(scopes)],
      botId,
      livesForDays: livesForDays ?? longestTokenDays,
    });
    const told = serializeToken(made);
    const { bot_id, expires_at } = told;
    await operators.record(operator.email, "token_created", {
      name,
      scopes: told.scopes,
      bot_id,
      expires_at,
    });
    return c.json({ api_token: told, token }, 201);
  });

  mount(accountRoutes.revokeToken, async (c) => {
    const { operator } = ownSession(c.get("caller"));
    const ended = await access.revokeToken(operator.id, c.req.valid("param").token_id);
    if (!ended) throw notYours("token");
    await operators.record(operator.email, "token_revoked", { name: ended.name });
    return c.body(null, 204);
  });
}

function serializeToken({ id, name, scopes, botId, createdAt, expiresAt, lastUsedAt }: ApiToken) {
  return {
    token_id: id,
    name,
    scopes,
    bot_id: botId,
    created_at: createdAt.toISOString(),
    expires_at: expiresAt.toISOString(),
    last_used_at: lastUsedAt?.toISOString() ?? null,
  };
}
