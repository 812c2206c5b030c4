import { Text } from "@mantine/core";
import { ApiProblem } from "../../api/api-problem.ts";
import { ErrorState } from "../../parts/states.tsx";
import { useWords } from "../../words/speaking.tsx";
import { messengerWords } from "./messenger-words.ts";

/** Why nothing was changed. Whoever would rather not sign in again made no mistake. */
export function WriteProblem({ problem }: { problem: unknown }) {
  const words = useWords(messengerWords);
  const isDeclined = problem instanceof ApiProblem && problem.code === "reauthentication_required";
  if (!isDeclined) return <ErrorState problem={problem} />;
  return (
    <Text size="sm" c="dimmed" role="status">
      {words.declined}
    </Text>
  );
}
