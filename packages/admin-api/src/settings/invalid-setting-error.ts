/** Thrown when a value is invalid for a setting; the message describes a valid one and contains no secret. */
export class InvalidSettingError extends Error {
  override name = "InvalidSettingError";
  readonly code = "invalid_setting";
}
