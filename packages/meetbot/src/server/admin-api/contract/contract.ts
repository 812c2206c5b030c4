import { botRoutes } from "./bots.ts";
import { sessionRoutes } from "./session.ts";

/** All routes of the admin API. The console takes its types from here, and nothing else. */
export const contract = { ...sessionRoutes, ...botRoutes };
export type Contract = typeof contract;
