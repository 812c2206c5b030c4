/** Codes that the delivery log explains: see `explainFailure` in `network`. */
type HostErrorCode =
  | "MEETBOT_CONNECTOR_ENDED"
  | "MEETBOT_CONNECTOR_PAUSED"
  | "MEETBOT_CONNECTOR_BUSY"
  | "MEETBOT_CONNECTOR_UNKNOWN";

/** The connector returned no answer; treated like a server that is down. */
export class ConnectorHostError extends Error {
  override name = "ConnectorHostError";
  readonly code: HostErrorCode;

  constructor(code: HostErrorCode) {
    super(`no answer from the connector: ${code}`);
    this.code = code;
  }
}
