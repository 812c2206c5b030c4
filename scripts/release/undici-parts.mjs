// What the published `meetbot-test` has of undici: a client, and how it fails. The whole of it does not load on Node 20,
// for it has parts that need a newer one.
export { default as buildConnector } from "undici/lib/core/connect.js";
export { default as errors } from "undici/lib/core/errors.js";
export { default as Agent } from "undici/lib/dispatcher/agent.js";
