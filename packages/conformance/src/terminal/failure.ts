/** What a command tells the shell. */
export const exitCodes = { failed: 1, wrongUse: 2, couldNotRun: 2 } as const;

/** The command failed; the message says why and what to do. */
export class CommandError extends Error {
  override name = "CommandError";
  readonly code = "command_failed";
}

/** The command was called in a way that means nothing. */
export class WrongUseError extends Error {
  override name = "WrongUseError";
  readonly code = "wrong_use";
}

/**
 * Lines for a person, from the program that failed. Errors without a code of ours are faults: those show where they
 * came from.
 */
export function explainFailure(error: unknown, program = "meetbot"): string[] {
  if (!(error instanceof Error)) return [`${program}: ${String(error)}`];
  const expected = "code" in error && typeof error.code === "string";
  const told = expected ? error.message : (error.stack ?? error.message);
  return `${program}: ${told}`.split("\n");
}
