import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import type { Rank, Scope } from "@meetbot/model/operator.ts";
import { Problem } from "./problem.ts";

/** What a route asks of its caller, before it looks at anything else. */
export interface Demand {
  /**
   * The least role on the bot in the path; `operator`: anybody signed in; `administrator`: owner of
   * every bot.
   */
  role: Rank | "operator" | "administrator";
  /** Agents may do it too. In the inbox they may what an editor may, without this. */
  agents?: boolean;
  /** What an API token must be allowed. */
  scope: Scope;
  /** The operator is signed in: it is refused to tokens, whatever their scopes. */
  session?: boolean;
  /** Also open to operators who must have a second factor and have none yet: the route leads to one. */
  isFirst?: boolean;
  /** The operator proved who they are within the last quarter of an hour. */
  fresh?: boolean;
  /** What the route also demands of a caller who names one of these fields in the body. */
  fields?: FieldDemands;
  /** What the route also demands of a caller who sends `reveal=true` in the query. */
  reveal?: FieldDemand;
}

/** What naming one field asks for, beyond what its route asks anyway. */
export type FieldDemand = Pick<Demand, "scope" | "fresh"> & { role: Rank };

/** By a field's name; `null`: naming it asks for nothing more. */
export type FieldDemands = Readonly<Record<string, FieldDemand | null>>;

/**
 * What a route returns about a shop's customers: nothing; data with emails, numbers and names masked; or data unmasked,
 * for callers who may write, and only after the audit records it.
 */
export type Personal = "none" | "masked" | "revealed";

/** A route of the admin API, with what it asks of its caller. */
export interface AdminRoute extends RouteConfig {
  "x-meetbot-demand": Demand;
  "x-meetbot-personal": Personal;
  /**
   * Whether the route only reads, although by POST: its answer may be personal, and is not stored for a repeat with the
   * same `Idempotency-Key`.
   */
  "x-meetbot-reads"?: boolean;
  /**
   * The same write again changes nothing, or what it does is known by the key that its handler keeps with it.
   * No answer is kept for an `Idempotency-Key`: a node that dies leaves nothing that is under way for a day.
   */
  "x-meetbot-repeats"?: boolean;
  /** An open page asks it by itself, whether or not anybody sits before it: it keeps nobody on duty. */
  "x-meetbot-unattended"?: boolean;
}

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Problem } },
});

/** What each route may answer besides what it says itself. */
const problems = {
  400: problem("The request is not as described; `errors` says where."),
  401: problem("Nobody is signed in."),
  403: problem("The role, the scope or the origin does not allow it."),
  404: problem("There is nothing of that name, or the caller has no role on it."),
  409: problem("It cannot be done as things stand."),
} as const;

/** For the routes that are answered only so often. */
export const tooMany = (of: string) => ({
  ...problem(`Too many ${of}; \`Retry-After\` says in how many seconds to ask again.`),
  headers: z.object({ "Retry-After": z.string() }),
});

/**
 * Describes a route of the admin API: what the documentation shows, what is validated, and what the
 * console's types are made of.
 */
export function adminRoute<
  Path extends string,
  Config extends Omit<RouteConfig, "path"> & { path: Path; "x-meetbot-personal": Personal },
>(demand: Demand, config: Config): Config & { "x-meetbot-demand": Demand } {
  const route: AdminRoute = {
    ...config,
    security: [{ session: [] }, ...(demand.session ? [] : [{ token: [] }])],
    "x-meetbot-demand": demand,
    responses: { ...problems, ...config.responses },
  };
  return createRoute(route) as unknown as Config & { "x-meetbot-demand": Demand };
}

/** A JSON body that a request must have. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } } as const;
}

/** A JSON answer. */
export function jsonAnswer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } } as const;
}
