/** The exit codes of a command. */
export const exitCodes = { failed: 1, wrongUse: 2, couldNotRun: 2 } as const;

/** The command failed; the message says why and what to do. */
export class CommandError extends Error {
  override name = "CommandError";
  readonly code = "command_failed";
}

/** Thrown when the arguments of a command make no sense. */
export class WrongUseError extends Error {
  override name = "WrongUseError";
  readonly code = "wrong_use";
}

/**
 * Returns lines that explain an error to a person and name the program that failed. Errors without one of Meetbot's
 * codes are bugs, so the lines include where they came from.
 */
export function explainFailure(error: unknown, program = "meetbot"): string[] {
  if (!(error instanceof Error)) return [`${program}: ${String(error)}`];
  const expected = "code" in error && typeof error.code === "string";
  const told = expected ? error.message : (error.stack ?? error.message);
  return `${program}: ${told}`.split("\n");
}
