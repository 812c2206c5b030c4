/** A setting cannot be what was given; the message says how one looks, and holds no secret. */
export class InvalidSettingError extends Error {
  override name = "InvalidSettingError";
  readonly code = "invalid_setting";
}
