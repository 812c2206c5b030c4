/** A config file that cannot be applied, with all that is wrong in it; nothing was changed. */
export class ConfigFileError extends Error {
  override name = "ConfigFileError";
  readonly code = "config_file_invalid";
}

/** What the file asks for was refused as it was being done; all of it was taken back. */
export class ConfigRefusedError extends Error {
  override name = "ConfigRefusedError";
  readonly code = "config_refused";
}
