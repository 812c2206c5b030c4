import { accountRoutes } from "@meetbot/admin-api/contract/account.ts";
import { type ApiToken, agentScopes, type Operator, type Scope } from "@meetbot/model/operator.ts";
import { newToken } from "../../../secrets/token.ts";
import { maxTokenDays } from "../../../store/operators/api-tokens.ts";
import type { Store } from "../../../store/store.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { notYours, ownAccount, ownSession } from "./own-account.ts";

/** Lets secret scanners recognize our tokens. */
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
    const beyond = await scopesBeyond(operators, operator, { scopes, botId });
    if (beyond.length > 0) throw beyondAgent(beyond);
    const token = `${prefix}${newToken()}`;
    const made = await access.createToken({
      operatorId: operator.id,
      token,
      name,
      scopes: [...new Set(scopes)],
      botId,
      livesForDays: livesForDays ?? maxTokenDays,
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

/**
 * Returns those of the scopes that the operator may not grant: an operator who is only an agent creates tokens for an
 * agent's work.
 */
async function scopesBeyond(
  operators: Store["operators"],
  operator: Operator,
  { scopes, botId }: { scopes: readonly Scope[]; botId: string | null },
): Promise<Scope[]> {
  if (operator.administrator) return [];
  const roles = await operators.rolesOf(operator.id);
  const touched = roles.filter((one) => botId === null || one.botId === botId);
  if (touched.length === 0 || touched.some(({ role }) => role !== "agent")) return [];
  const own: readonly Scope[] = agentScopes;
  return scopes.filter((scope) => !own.includes(scope));
}

const beyondAgent = (scopes: readonly Scope[]) =>
  new ApiError(
    403,
    "scope_beyond_role",
    `An agent's token may have ${agentScopes.join(", ")}, and not ${scopes.join(", ")}. Ask an owner of the bot for another role, or leave these out.`,
  );

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
