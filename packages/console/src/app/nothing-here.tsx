import { EmptyState } from "../parts/states.tsx";
import { useWords } from "../words/speaking.tsx";
import { shellWords } from "./shell-words.ts";

/** What stands at an address where nothing is. */
export function NothingHere() {
  const words = useWords(shellWords);
  return <EmptyState title={words.nothingHere} text={words.nothingHereText} />;
}
