export type {
  CheckNote,
  ConnectedShop,
  Connector,
  ConnectorDeps,
  ConnectorField,
  ConnectorProblem,
  ShopCheck,
} from "./connector/connector.ts";
export { ConnectorConfigError, ConnectorError } from "./connector/connector-error.ts";
export type { HookCall, HookFault, ParsedHook } from "./connector/hook.ts";
export {
  type ConnectorName,
  type ConnectorTable,
  connectorOf,
  connectors,
} from "./connectors.ts";
export {
  type ConnectorWebhookOptions,
  createConnectorWebhook,
} from "./create-connector-webhook.ts";
export { maxAnswerBytes } from "./http/read-answer.ts";
