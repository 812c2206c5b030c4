import { useState } from "preact/hooks";
import type { Act, Trouble } from "../../scene/scene.ts";
import { useWords } from "../../words/speaking.ts";

interface Props {
  trouble: Trouble | null;
  onAct(act: Act): void;
}

/** What can go wrong, one at a time; what was chosen waits for the bot's next message. */
export function Troubles({ trouble, onAct }: Props) {
  const { panel: words, troubles } = useWords();
  // Told also once it is over: then one sees whether it came like that.
  const [told, setTold] = useState(trouble);
  const toggle = (one: Trouble) => {
    setTold(one);
    onAct({ act: "make_trouble", trouble: one === trouble ? null : one });
  };
  return (
    <section>
      <h3>{words.trouble}</h3>
      <ul class="troubles">
        {(Object.keys(troubles) as Trouble[]).map((one) => (
          <li key={one}>
            <button type="button" aria-pressed={one === trouble} onClick={() => toggle(one)}>
              {troubles[one].name}
            </button>
          </li>
        ))}
      </ul>
      <p class="hint" aria-live="polite">
        {told ? troubles[told].effect : words.troubleHint}
      </p>
    </section>
  );
}
