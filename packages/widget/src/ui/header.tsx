import { h } from "preact";
import { Face } from "./face.tsx";
import { Icon, icons } from "./parts/icon.tsx";
import type { MenuProps } from "./parts/late.ts";
import type { ChatWords } from "./parts/words.ts";

/** Renders the bot's face and name, the permanent menu and the close button. */
export function Header(
  props: MenuProps & { isPage: boolean; onClose(): void },
  { phrases, bot, late }: ChatWords,
) {
  const Heading = props.isPage ? "h1" : "h2";
  return (
    <div class="header">
      <Face />
      <Heading class="name">{bot}</Heading>
      {late.Menu && (props.choices.length > 0 || props.canRestart) && <late.Menu {...props} />}
      {!props.isPage && (
        <button type="button" class="tool" aria-label={phrases.close} onClick={props.onClose}>
          <Icon path={icons.close} />
        </button>
      )}
    </div>
  );
}
