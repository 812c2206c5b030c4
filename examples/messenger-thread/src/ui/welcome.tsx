import type { Act, Scene } from "../scene/scene.ts";
import { useWords } from "../words/speaking.ts";
import { inLocale } from "./in-locale.ts";
import { Avatar } from "./parts/avatar.tsx";

/** What Messenger shows before anything was said: the greeting, and questions to begin with. */
export function Welcome({ scene, onAct }: { scene: Scene; onAct(act: Act): void }) {
  const { facebookLocale, startHint } = useWords();
  const { page, profile } = scene;
  const greeting = inLocale(profile.greeting, facebookLocale);
  const breakers = inLocale(profile.ice_breakers, facebookLocale)?.call_to_actions ?? [];
  return (
    <section class="welcome">
      <Avatar name={page.name} size="large" />
      <h2>{page.name}</h2>
      <p>{greeting?.text}</p>
      {breakers.length > 0 && (
        <>
          <p class="hint">{startHint}</p>
          <ul class="breakers">
            {breakers.map(({ question, payload }) => (
              <li key={payload}>
                <button
                  type="button"
                  onClick={() => onAct({ act: "press", title: question, payload })}
                >
                  {question}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
