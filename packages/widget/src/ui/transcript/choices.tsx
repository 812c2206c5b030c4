import { h } from "preact";
import type { Entry, Locale } from "../../chat/chat.ts";
import type { Choice } from "../../chat/reply.ts";
import type { ChatWords } from "../parts/words.ts";

interface Offered extends Choice {
  locale: Locale;
}

/** Returns the choices of the bot's last turn; those offered before the customer's last message have expired. */
export function offeredChoices(entries: readonly Entry[]): Offered[] {
  const offered = new Map<string, Offered>();
  for (const entry of entries) {
    if (entry.from === "customer") offered.clear();
    else {
      for (const choice of entry.reply.choices ?? []) {
        offered.set(choice.payload, { ...choice, locale: entry.locale });
      }
    }
  }
  return [...offered.values()];
}

/** The chips that answer the newest reply. */
export function Choices(
  props: { choices: Offered[]; onChoose(choice: Choice): void },
  { phrases, reader }: ChatWords,
) {
  if (!props.choices.length) return null;
  return (
    <ul class="choices" aria-label={phrases.choices}>
      {props.choices.map((choice) => (
        <li key={choice.payload}>
          <button
            type="button"
            class="button"
            lang={choice.locale === reader.language.locale ? undefined : choice.locale}
            onClick={() => props.onChoose(choice)}
          >
            {choice.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
