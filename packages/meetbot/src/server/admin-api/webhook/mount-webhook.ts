import type { AdminApp } from "../http/admin-app.ts";
import { type EndpointDeps, mountEndpoint } from "./mount-endpoint.ts";
import { type ListenerDeps, mountListener } from "./mount-listener.ts";
import { mountQueries, type QueryDeps } from "./mount-queries.ts";
import { mountRuns } from "./mount-runs.ts";
import type { RunDeps } from "./stream-run.ts";

export type WebhookAreaDeps = EndpointDeps & ListenerDeps & QueryDeps & RunDeps;

/** The line to a bot's shop: its endpoint, and all that finds out what is wrong with it. */
export function mountWebhook(app: AdminApp, deps: WebhookAreaDeps): void {
  mountEndpoint(app, deps);
  mountListener(app, deps);
  mountRuns(app, deps);
  mountQueries(app, deps);
}
