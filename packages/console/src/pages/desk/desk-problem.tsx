import { Text } from "@mantine/core";
import { ApiProblem } from "../../api/api-problem.ts";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { useWords } from "../../words/speaking.tsx";

/** Why a help desk was not saved: the fault in the operator's language, or any other error. */
export function DeskProblem({ problem }: { problem: unknown }) {
  const { faults } = useWords("desk");
  const code = problem instanceof ApiProblem ? problem.code : "";
  if (!(problem instanceof ApiProblem) || !["invalid_field", "address_refused"].includes(code)) {
    return <WriteProblem problem={problem} />;
  }
  const fault = problem.errors[0]?.message ?? code;
  const known: Record<string, string> = faults;
  return (
    <Text size="sm" c="var(--mantine-color-error)" role="alert">
      {known[fault] ?? faults.other}
    </Text>
  );
}
