import { type ComponentChildren, h } from "preact";
import { Icon, icons } from "../parts/icon.tsx";
import type { ChatWords } from "../parts/words.ts";
import { NumberText } from "./number.tsx";

/** A card's secondary information, collapsed; `of` lets screen reader users distinguish two cards. */
export function Details(
  props: { of: string | undefined; children: ComponentChildren },
  { phrases }: ChatWords,
) {
  return (
    <details>
      <summary class="unfold">
        {phrases.details}
        <span class="unseen"> {props.of && <NumberText value={props.of} />}</span>
        <Icon path={icons.chevron} />
      </summary>
      {props.children}
    </details>
  );
}
