import type { Written } from "../../../operations/answers/save-answers.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { serializeVersion } from "./serialize-answers.ts";

/** Returns the outcome of a saved write. Throws an {@link ApiError} for every other outcome. */
export function refuseUnsaved(written: Written): Extract<Written, { outcome: "saved" }> {
  switch (written.outcome) {
    case "saved":
      return written;
    case "not_found":
      throw notFound(written.what);
    case "invalid":
      throw invalidAnswers(written.faults);
    case "newer":
      throw changedMeanwhile(written.newest);
    case "conflicts":
      throw new ApiError(
        409,
        "example_conflicts",
        "Nothing is changed: with this example the bot would take clear requests for something else; `conflicts` says which. Write it so that it says what is special about it.",
        undefined,
        {
          conflicts: written.conflicts.map(({ text, was, becomes }) => ({
            text,
            before: was,
            after: becomes,
          })),
        },
      );
  }
}

/** Returns the error for invalid answers: where the faults are, and how to fix them. */
export function invalidAnswers(faults: readonly { pointer: string; message: string }[]): ApiError {
  const [first] = faults;
  const where = first?.pointer ? ` (${first.pointer})` : "";
  const message = `Nothing is changed. ${first?.message}${where}`;
  return new ApiError(422, "invalid_answers", message, [...faults]);
}

function changedMeanwhile(newest: Extract<Written, { outcome: "newer" }>["newest"]): ApiError {
  const newer = serializeVersion(newest);
  return new ApiError(
    409,
    "answers_changed_meanwhile",
    `Nothing is changed: ${newer.changed_by} saved version ${newer.version} at ${newer.changed_at}. Load it, and make your change again.`,
    undefined,
    { newer },
  );
}
