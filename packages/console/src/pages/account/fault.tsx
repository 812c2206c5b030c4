import { Alert } from "@mantine/core";
import { ApiProblem } from "../../api/api-problem.ts";
import { ErrorState } from "../../parts/page/states.tsx";
import { useWords } from "../../words/speaking.tsx";

/** Why nothing was changed. Who would rather not sign in again did nothing wrong. */
export function Fault({ problem }: { problem: unknown }) {
  const words = useWords("account");
  if (problem === null) return null;
  const code = problem instanceof ApiProblem ? problem.code : null;
  const texts: Record<string, string> = {
    reauthentication_required: words.notConfirmed,
    SESSION_NOT_FRESH: words.notConfirmed,
    last_way_in: words.lastWayIn,
    password_too_easy: words.easyPassword,
    invalid_public_name: words.publicNameRefused,
  };
  const text = texts[code ?? ""];
  if (text === undefined) return <ErrorState problem={problem} />;
  return (
    <Alert variant="light" color="yellow" role="alert">
      {text}
    </Alert>
  );
}
