import { Text } from "@mantine/core";
import { ApiProblem } from "../../api/api-problem.ts";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { useWords } from "../../words/speaking.tsx";

/** Why nothing was saved: the address's fault in the operator's language, or any other error. */
export function AddressProblem({ problem }: { problem: unknown }) {
  const { faults } = useWords("notifications");
  const code = problem instanceof ApiProblem ? problem.code : "";
  const [, text] = Object.entries(faults).find(([fault]) => fault === code) ?? [];
  if (text === undefined) return <WriteProblem problem={problem} />;
  return (
    <Text size="sm" c="var(--mantine-color-error)" role="alert">
      {text}
    </Text>
  );
}
