/** A config file that cannot be applied, with all that is wrong in it; nothing was changed. */
export class ConfigFileError extends Error {
  override name = "ConfigFileError";
  readonly code = "config_file_invalid";
}

/**
 * A change that the file requested was refused. Refused while it is stored, all changes are rolled back; refused by
 * another system afterwards, the stored changes stay.
 */
export class ConfigRefusedError extends Error {
  override name = "ConfigRefusedError";
  readonly code = "config_refused";
}
