import { EmptyState } from "../parts/page/states.tsx";
import { useWords } from "../words/speaking.tsx";

/** The page for an address that does not exist. */
export function NothingHere() {
  const words = useWords("parts.shell");
  return <EmptyState order={1} title={words.nothingHere} text={words.nothingHereText} />;
}
