import { useState } from "preact/hooks";
import type { Act, Scene } from "../../scene/scene.ts";
import { useWords } from "../../words/speaking.ts";
import { Icon } from "../parts/icon.tsx";
import { PersonForm } from "./person-form.tsx";
import { Travels } from "./travels.tsx";
import { Troubles } from "./troubles.tsx";

/** From this width on there is room for it beside the thread. */
const wide = "(min-width: 860px)";

interface Props {
  scene: Scene;
  onAct(act: Act): void;
  onLanguage(): void;
}

/** What a customer never sees: what travels, and how to make it go wrong. */
export function Panel({ scene, onAct, onLanguage }: Props) {
  const { panel: words, other, otherName } = useWords();
  const [isOpen, setOpen] = useState(() => matchMedia(wide).matches);
  return (
    <aside class={isOpen ? "panel open" : "panel"} aria-label={words.title}>
      <div class="bar">
        <h2>
          <button
            type="button"
            class="title"
            aria-expanded={isOpen}
            aria-controls="behind"
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="chevron" />
            {words.title}
          </button>
        </h2>
        <button type="button" onClick={() => onAct({ act: "start_over" })}>
          <Icon name="restart" />
          {words.startOver}
        </button>
        <button
          type="button"
          lang={other === "English" ? "en" : "zh-CN"}
          aria-label={otherName}
          onClick={onLanguage}
        >
          {other}
        </button>
      </div>
      <div id="behind" hidden={!isOpen}>
        <p class="intro">{words.intro}</p>
        <Troubles trouble={scene.trouble} onAct={onAct} />
        <PersonForm isHeld={scene.isHeldByPerson} onAct={onAct} />
        <Travels travels={scene.travels} />
      </div>
    </aside>
  );
}
