import { Text } from "@mantine/core";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWords } from "../../words/speaking.tsx";
import { ErrorState } from "../page/states.tsx";

/** Shows why nothing was changed. An operator who declines to sign in again made no mistake. */
export function WriteProblem({ problem }: { problem: unknown }) {
  const words = useWords("parts.states");
  const isDeclined = problem instanceof ApiProblem && problem.code === "reauthentication_required";
  if (!isDeclined) return <ErrorState problem={problem} />;
  return (
    <Text size="sm" c="dimmed" role="status">
      {words.declined}
    </Text>
  );
}
