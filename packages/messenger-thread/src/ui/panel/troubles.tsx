import type { Act, Trouble } from "../../scene.ts";
import { useWords } from "../../words/speaking.ts";

interface Props {
  trouble: Trouble | null;
  onAct(act: Act): void;
}

/** What can go wrong, one at a time; what was chosen waits for the bot's next message. */
export function Troubles({ trouble, onAct }: Props) {
  const { panel: words, troubles } = useWords();
  return (
    <section>
      <h3>{words.trouble}</h3>
      <p class="hint">{words.troubleHint}</p>
      <ul class="troubles">
        {(Object.keys(troubles) as Trouble[]).map((one) => (
          <li key={one}>
            <button
              type="button"
              aria-pressed={one === trouble}
              aria-describedby={`effect-${one}`}
              onClick={() => onAct({ act: "make_trouble", trouble: one === trouble ? null : one })}
            >
              {troubles[one].name}
              {one === trouble && <span class="waits"> · {words.waits}</span>}
            </button>
            <p id={`effect-${one}`}>{troubles[one].effect}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
