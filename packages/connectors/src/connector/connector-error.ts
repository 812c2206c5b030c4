import type { ConnectorProblem } from "./connector.ts";
import { platformText } from "./platform-text.ts";

/** A platform did not answer. Its text holds no credential and nothing of a customer. */
export class ConnectorError extends Error {
  override readonly name = "ConnectorError";
  readonly code = "CONNECTOR_FAILED";
  readonly problem: ConnectorProblem;
  readonly detail: string;
  /** Seconds until a retry is allowed, if the platform sends them. */
  readonly retryAfterS: number | undefined;

  constructor(problem: ConnectorProblem, detail: string, retryAfterS?: number) {
    const told = platformText(detail);
    super(`${problem}: ${told}`);
    this.problem = problem;
    this.detail = told;
    this.retryAfterS = retryAfterS;
  }
}

/** Thrown for an invalid configuration: names the field, what is wrong with it, and what to do. */
export class ConnectorConfigError extends Error {
  override readonly name = "ConnectorConfigError";
  readonly code = "CONNECTOR_CONFIG";
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}
