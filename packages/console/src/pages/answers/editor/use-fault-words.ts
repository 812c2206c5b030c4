import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { editorWords } from "../data/editor-words.ts";
import type { Fault } from "./find-faults.ts";

/** Says what is wrong with a field, and what to do. */
export function useFaultWords(): (fault: Fault) => string {
  const { faults: words } = useWords(editorWords);
  const { number } = useFormats();
  return (fault) => {
    switch (fault.kind) {
      case "long":
      case "manyExamples":
        return words[fault.kind](number(fault.most));
      case "variable":
        return words.variable(fault.name);
      case "longExample":
        return words.longExample(number(fault.line), number(fault.most));
      default:
        return words[fault.kind];
    }
  };
}
