import { shellWords } from "../parts/frame/shell-words.ts";
import { EmptyState } from "../parts/page/states.tsx";
import { useWords } from "../words/speaking.tsx";

/** What stands at an address where nothing is. */
export function NothingHere() {
  const words = useWords(shellWords);
  return <EmptyState order={1} title={words.nothingHere} text={words.nothingHereText} />;
}
