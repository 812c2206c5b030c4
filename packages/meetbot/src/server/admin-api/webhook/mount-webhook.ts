import type { AdminApp } from "../http/admin-app.ts";
import { type EndpointParts, mountEndpoint } from "./mount-endpoint.ts";
import { mountQueries, type QueryParts } from "./mount-queries.ts";
import { mountRuns } from "./mount-runs.ts";
import type { RunParts } from "./stream-run.ts";

export type WebhookAreaParts = EndpointParts & QueryParts & RunParts;

/** The line to a bot's shop: its endpoint, and all that finds out what is wrong with it. */
export function mountWebhook(app: AdminApp, parts: WebhookAreaParts): void {
  mountEndpoint(app, parts);
  mountRuns(app, parts);
  mountQueries(app, parts);
}
