import type { ConnectorProblem } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";

/**
 * Returns the answer to an optional query, or null if the key lacks permission or the query fails for another listed
 * reason.
 */
export async function ifAllowed<Answer>(
  asked: Promise<Answer>,
  refusals: readonly ConnectorProblem[] = ["missing_scope"],
): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ConnectorError && refusals.includes(error.problem)) return null;
    throw error;
  }
}
