import type { AdminApp } from "../http/admin-app.ts";
import { type EndpointDeps, mountEndpoint } from "./mount-endpoint.ts";
import { type ListenerDeps, mountListener } from "./mount-listener.ts";
import { mountQueries, type QueryDeps } from "./mount-queries.ts";
import { mountRuns } from "./mount-runs.ts";
import type { RunDeps } from "./stream-run.ts";

export type WebhookAreaDeps = EndpointDeps & ListenerDeps & QueryDeps & RunDeps;

/** Mounts the connection to a bot's shop: its endpoint and the tools that diagnose it. */
export function mountWebhook(app: AdminApp, deps: WebhookAreaDeps): void {
  mountEndpoint(app, deps);
  mountListener(app, deps);
  mountRuns(app, deps);
  mountQueries(app, deps);
}
