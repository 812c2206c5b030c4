import type { TargetedFocusEvent, TargetedKeyboardEvent } from "preact";
import type { MenuProps } from "../parts/late.ts";
import type { ChatWords } from "../parts/words.ts";
import { createMailButton } from "./mail-button.tsx";
import { sentPictures as copies } from "./pictures/sent-pictures.ts";
import { h, Icon } from "./tools.ts";

/**
 * Creates the menu: the choices available at any time, and a new conversation, which hides this one after a
 * confirmation.
 */
export function createMenu() {
  const MailButton = createMailButton();
  return function Menu(
    { choices, canRestart, onChoose, onRestart, call, mails, pictures }: MenuProps,
    { phrases }: ChatWords,
  ) {
    return (
      <details class="menu" onKeyDown={closeByKey} onFocusOut={closeBehind}>
        <summary class="tool" aria-label={phrases.menu}>
          <Icon path="M4 7h16M4 12h16M4 17h16" />
        </summary>
        <div class="ask">
          {choices.map((choice) => (
            <button
              type="button"
              class="button"
              onClick={(event) => {
                fold(event.currentTarget);
                onChoose(choice);
              }}
            >
              {choice.title}
            </button>
          ))}
          {pictures && (
            <label class="button file">
              {pictures.send}
              <input
                type="file"
                class="unseen"
                accept="image/*,.heic,.pdf"
                onChange={async ({ currentTarget }) => {
                  const { sendChosen } = await import("./pictures/send-picture.ts");
                  const words = { ...phrases, ...pictures };
                  const output = currentTarget.parentElement!.nextElementSibling!;
                  if (await sendChosen(currentTarget, output, { call, copies, words })) {
                    fold(currentTarget);
                  }
                }}
              />
            </label>
          )}
          {pictures && <output />}
          {canRestart && mails && <MailButton call={call} />}
          {canRestart && (
            <details>
              <summary class="button">{phrases.newConversation}</summary>
              <p>{phrases.askNewConversation}</p>
              <button
                type="button"
                class="button strong"
                onClick={(event) => {
                  fold(event.currentTarget);
                  onRestart();
                }}
              >
                {phrases.newConversation}
              </button>
              <button type="button" class="button" onClick={(event) => fold(event.currentTarget)}>
                {phrases.keep}
              </button>
            </details>
          )}
        </div>
      </details>
    );
  };
}

/** Folds up the whole menu and returns the focus to where the menu was opened. */
function fold(within: HTMLElement): void {
  const menu = within.closest<HTMLElement>(".menu")!;
  for (const one of [menu, ...menu.querySelectorAll("details")]) one.removeAttribute("open");
  menu.querySelector("summary")!.focus();
}

/** The key that closes the window closes the menu first. */
function closeByKey(event: TargetedKeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== "Escape" || !event.currentTarget.open) return;
  event.preventDefault();
  event.stopPropagation();
  fold(event.currentTarget);
}

/** Closes the menu when the focus moves elsewhere. */
function closeBehind({
  currentTarget,
  relatedTarget,
}: TargetedFocusEvent<HTMLDetailsElement>): void {
  if (relatedTarget && !currentTarget.contains(relatedTarget as Node)) currentTarget.open = false;
}
