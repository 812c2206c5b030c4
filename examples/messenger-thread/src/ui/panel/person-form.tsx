import { useState } from "preact/hooks";
import type { Act } from "../../scene/scene.ts";
import { useWords } from "../../words/speaking.ts";

/** Answers in the page's name, as somebody in its inbox would; and gives the conversation back. */
export function PersonForm({ isHeld, onAct }: { isHeld: boolean; onAct(act: Act): void }) {
  const { panel: words } = useWords();
  const [text, setText] = useState("");
  return (
    <section>
      <h3>{words.person}</h3>
      <p class="hint">{words.personHint}</p>
      <form
        class="person"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === "") return;
          onAct({ act: "answer_as_person", text });
          setText("");
        }}
      >
        <input
          type="text"
          value={text}
          aria-label={words.personField}
          placeholder={words.personField}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit">{words.answer}</button>
        <button type="button" disabled={!isHeld} onClick={() => onAct({ act: "hand_back" })}>
          {words.handBack}
        </button>
      </form>
    </section>
  );
}
