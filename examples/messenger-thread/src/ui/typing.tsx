import { useWords } from "../words/speaking.ts";
import { Avatar } from "./parts/avatar.tsx";

/** The three dots: somebody is writing. */
export function Typing({ page }: { page: string }) {
  const words = useWords();
  return (
    <div class="row page last">
      <Avatar name={page} size="small" />
      <div class="bubble typing">
        <span class="unseen">{words.typing(page)}</span>
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}
