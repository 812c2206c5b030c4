import { h } from "preact";
import { Icon, icons } from "./icon.tsx";

/** Explains what is hidden in the cards above, and that the customer can reveal it. */
export function Hint({ text }: { text: string }) {
  return (
    <p class="hint">
      <Icon path={icons.lock} />
      {text}
    </p>
  );
}

/** Renders the placeholder for a picture if the contents are hidden. */
export function Hidden() {
  return (
    <span class="picture">
      <Icon path={icons.lock} />
    </span>
  );
}
