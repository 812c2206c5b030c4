import { h } from "preact";
import { Face } from "./face.tsx";
import { Icon } from "./parts/icon.tsx";
import type { Words } from "./parts/words.ts";

/** Who speaks, a new conversation (which clears this one from sight: that is asked), the way out. */
export function Header(
  props: { isPage: boolean; canRestart: boolean; onRestart(): void; onClose(): void },
  { phrases, bot }: Words,
) {
  const Heading = props.isPage ? "h1" : "h2";
  return (
    <div class="header">
      <Face />
      <Heading class="name">{bot}</Heading>
      {props.canRestart && (
        <details>
          <summary class="tool" aria-label={phrases.newConversation}>
            <Icon name="restart" />
          </summary>
          <div class="ask">
            <p>{phrases.askNewConversation}</p>
            <button type="button" class="button strong" onClick={props.onRestart}>
              {phrases.newConversation}
            </button>
            <button type="button" class="button" onClick={keep}>
              {phrases.keep}
            </button>
          </div>
        </details>
      )}
      {!props.isPage && (
        <button type="button" class="tool" aria-label={phrases.close} onClick={props.onClose}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

/** Folds the question up again, and leaves the cursor where it was asked. */
function keep({ currentTarget }: { currentTarget: HTMLElement }): void {
  const question = currentTarget.closest("details")!;
  question.open = false;
  question.querySelector("summary")!.focus();
}
