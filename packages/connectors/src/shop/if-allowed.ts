import { ConnectorError } from "../connector/connector-error.ts";

/** What a key may ask that need not; null where it is refused. */
export async function ifAllowed<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ConnectorError && error.problem === "missing_scope") return null;
    throw error;
  }
}
