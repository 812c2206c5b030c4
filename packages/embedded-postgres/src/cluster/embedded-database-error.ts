export type EmbeddedDatabaseErrorCode =
  | "unsupported_platform"
  | "folder_unusable"
  | "user_missing"
  | "version_mismatch"
  | "programs_missing"
  | "initialization_failed"
  | "start_failed"
  | "start_timeout"
  | "password_refused"
  | "stop_failed";

/** The database that Meetbot starts itself is unusable, and the operator must act. */
export class EmbeddedDatabaseError extends Error {
  override name = "EmbeddedDatabaseError";
  readonly code: EmbeddedDatabaseErrorCode;

  constructor(code: EmbeddedDatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
