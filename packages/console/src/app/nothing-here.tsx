import { EmptyState } from "../parts/page/states.tsx";
import { useWords } from "../words/speaking.tsx";

/** What stands at an address where nothing is. */
export function NothingHere() {
  const words = useWords("parts.shell");
  return <EmptyState order={1} title={words.nothingHere} text={words.nothingHereText} />;
}
