import type { ConnectorProblem } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";

/** What a key may ask that need not; null where it is refused, or for another reason that counts as that. */
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
