/** Thrown when nothing could be tested; the message states the reason and the fix. */
export class CouldNotRunError extends Error {
  override name = "CouldNotRunError";
  readonly code = "could_not_run";
}
