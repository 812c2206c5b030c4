import { DatabaseError } from "pg";

/**
 * Its server starts or stops, has no connection or memory left, cannot use its disk, or is being replaced by its
 * standby; or a statement was given up there, for another's sake or for its time.
 */
const awayCodes = new Set([
  ...["53000", "53200", "53300", "58030"],
  ...["57P01", "57P02", "57P03", "57P05", "25006"],
  ...["40001", "40P01", "55P03", "57014"],
]);

/**
 * PostgreSQL's code for a file that could not grow. A server without disk space may also stop and become unavailable.
 */
const diskFull = "53100";

/** Checks whether the disk was full; the same statement may succeed once there is room. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === diskFull;
}

/** Messages of pg errors without a code: the connection was lost, refused, or timed out. */
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (has encountered|was closed))/;

/** Checks whether an error means that the database is unavailable; the same statement may succeed soon. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseError) {
    const { code = "", routine } = error;
    // A standby has no unlogged tables and rejects reads of them with this code and routine.
    const isOfStandby = code === "0A000" && routine === "get_relation_info";
    return code.startsWith("08") || awayCodes.has(code) || isOfStandby;
  }
  if (!(error instanceof Error)) return false;
  return "syscall" in error || "errors" in error || lostConnection.test(error.message);
}
