import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { Fault } from "./find-faults.ts";

/** Returns a function that describes what is wrong with a field and how to fix it. */
export function useFaultWords(): (fault: Fault) => string {
  const { faults: words } = useWords("answers.editor");
  const { number } = useFormats();
  return (fault) => {
    switch (fault.kind) {
      case "long":
      case "manyExamples":
        return words[fault.kind]({ max: number(fault.max) });
      case "variable":
        return words.variable({ name: fault.name });
      case "longExample":
        return words.longExample({ line: number(fault.line), max: number(fault.max) });
      default:
        return words[fault.kind];
    }
  };
}
