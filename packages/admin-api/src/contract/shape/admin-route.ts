import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import type { Rank, Scope } from "@meetbot/model/operator.ts";
import { Problem } from "./problem.ts";

/** The permissions that a route checks before anything else. */
export interface Demand {
  /**
   * The minimum role on the bot in the path. `operator`: any signed-in operator; `administrator`: an owner of every
   * bot.
   */
  role: Rank | "operator" | "administrator";
  /**
   * Whether agents may call the route too. Inbox routes do not need this: there, agents have an editor's permissions.
   */
  agents?: boolean;
  /** The scope that an API token needs. */
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

/** The permissions that sending one field requires, beyond those of its route. */
export type FieldDemand = Pick<Demand, "scope" | "fresh"> & { role: Rank };

/** The demands by field name; `null` if the field requires nothing beyond the route's own permissions. */
export type FieldDemands = Readonly<Record<string, FieldDemand | null>>;

/**
 * What a route returns about a shop's customers: nothing; data with emails, numbers and names masked; or data unmasked,
 * for callers who may write, and only after the audit records it.
 */
export type Personal = "none" | "masked" | "revealed";

/** A route of the admin API, with the permissions it requires. */
export interface AdminRoute extends RouteConfig {
  "x-meetbot-demand": Demand;
  "x-meetbot-personal": Personal;
  /**
   * Whether the route only reads, although by POST: its answer may be personal, and is not stored for a repeat with the
   * same `Idempotency-Key`.
   */
  "x-meetbot-reads"?: boolean;
  /**
   * Whether the write is safe to repeat: a second one changes nothing, or its handler stores the key and recognizes it.
   * The server stores no answer for an `Idempotency-Key`, so a node that dies leaves no request pending for a day.
   */
  "x-meetbot-repeats"?: boolean;
  /** Whether an open page calls the route by itself, even with nobody present: such calls keep nobody on duty. */
  "x-meetbot-unattended"?: boolean;
}

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Problem } },
});

/** The problems that every route may return, besides those it declares itself. */
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
 * Describes a route of the admin API. The documentation, the validation and the console's types are all derived from
 * this description.
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
