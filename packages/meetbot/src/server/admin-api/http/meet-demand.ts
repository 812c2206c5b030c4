import type { Demand } from "@meetbot/admin-api/contract/shape/admin-route.ts";
import type { Role } from "@meetbot/model/operator.ts";
import type { Context, MiddlewareHandler } from "hono";
import type { AdminEnv } from "./admin-env.ts";
import { ApiError, notFound } from "./api-error.ts";
import type { ApiCaller } from "./caller.ts";
import { type CallerDeps, findCaller } from "./find-caller.ts";
import { isStale, mayByScope, reaches } from "./rights.ts";

export interface DemandDeps extends CallerDeps {
  /** Origins of pages that this server shows itself. */
  ownOrigins: readonly string[];
}

/**
 * Returns middleware that admits only authorized callers and throws an {@link ApiError} for all others. It runs before
 * anything else reads the request.
 */
export function meetDemand(demand: Demand, deps: DemandDeps): MiddlewareHandler<AdminEnv> {
  return async (c, next) => {
    await judge(c, demand, deps);
    if (demand.fresh && isStale(c.get("caller"))) throw stale;
    c.set("stillMay", () =>
      judge(c, demand, deps, { isAgain: true }).then(
        () => true,
        (error: unknown) => {
          if (error instanceof ApiError) return false;
          throw error;
        },
      ),
    );
    await next();
  };
}

async function judge(
  c: Context<AdminEnv>,
  demand: Demand,
  deps: DemandDeps,
  { isAgain = false } = {},
): Promise<void> {
  const caller = await findCaller(c, deps, { isAgain });
  if (!caller) throw nobody;
  c.set("caller", caller);
  if (caller.via === "session") refuseOtherPages(c.req.method, c.req.header("origin"), deps);
  if (caller.lacksSecondFactor && !demand.isFirst) throw noSecondFactor;
  if (demand.session && caller.via !== "session") throw noSession;
  const botId = c.req.param("bot_id");
  if (botId !== undefined) c.set("role", await roleOn(botId, caller, deps));
  refuseLowRole(demand, caller, botId === undefined ? null : c.get("role"));
  refuseScope(demand, caller);
}

const nobody = new ApiError(
  401,
  "not_signed_in",
  "Nobody is signed in. Sign in to the console, or send Authorization: Bearer with an API token or MEETBOT_ADMIN_TOKEN.",
);

const noSecondFactor = new ApiError(
  403,
  "second_factor_required",
  "A password or a link is not enough on this server. Add a passkey in the console, or sign in with yours.",
);

const noSession = new ApiError(
  403,
  "session_required",
  "No token may do this: it could make itself more powerful. Sign in to the console and do it there.",
);

const stale = new ApiError(
  403,
  "reauthentication_required",
  "You signed in more than a quarter of an hour ago. Sign in again before you do this.",
);

/** A browser sends its cookies for any page: writes count from our own pages only. */
function refuseOtherPages(
  method: string,
  origin: string | undefined,
  { ownOrigins }: DemandDeps,
): void {
  if (method === "GET" || method === "HEAD") return;
  if (origin !== undefined && ownOrigins.includes(origin)) return;
  throw new ApiError(
    403,
    "origin_not_allowed",
    "This request came from a page of another address than this server's own. Open the console at the address in MEETBOT_PUBLIC_URL.",
  );
}

async function roleOn(botId: string, caller: ApiCaller, { operators }: DemandDeps): Promise<Role> {
  const { operator, administrator, onlyBot } = caller;
  const who = { id: operator?.id ?? "", administrator };
  const isTouchable = onlyBot === null || onlyBot === botId;
  const role = isTouchable ? await operators.roleOn(botId, who) : null;
  if (role === null) throw notFound("bot");
  return role;
}

function refuseLowRole(demand: Demand, caller: ApiCaller, has: Role | null): void {
  const { role } = demand;
  if (role === "operator") return;
  const isEnough =
    role === "administrator"
      ? caller.administrator && caller.onlyBot === null
      : has !== null && reaches(has, { ...demand, role });
  if (isEnough) return;
  throw new ApiError(
    403,
    "role_too_low",
    role === "administrator"
      ? "Only administrators may do this. Ask one of yours."
      : `This takes the role ${role} on this bot, and yours is ${has}. Ask an owner of the bot.`,
  );
}

function refuseScope({ scope }: Demand, caller: ApiCaller): void {
  if (mayByScope(caller, scope)) return;
  throw new ApiError(
    403,
    "scope_missing",
    `This API token may not do that: it has no scope ${scope}. Make one that has.`,
  );
}
