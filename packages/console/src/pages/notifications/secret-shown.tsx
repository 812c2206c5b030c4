import { ShownOnce } from "../../parts/form/shown-once.tsx";
import { useWords } from "../../words/speaking.tsx";

/** The secret of a webhook. */
export function SecretShown({ secret, onKept }: { secret: string; onKept(): void }) {
  const { onceTitle: title, onceText: text, secretName: name, kept } = useWords("notifications");
  return <ShownOnce {...{ title, text, name, kept, onKept }} code={secret} />;
}
