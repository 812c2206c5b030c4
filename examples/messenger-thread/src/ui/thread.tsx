import type { Act, Scene } from "../scene/scene.ts";
import { useWords } from "../words/speaking.ts";
import { Composer } from "./composer.tsx";
import { Log } from "./log.tsx";
import { Avatar } from "./parts/avatar.tsx";
import { QuickReplies } from "./quick-replies.tsx";
import { Welcome } from "./welcome.tsx";

interface Props {
  scene: Scene;
  /** What went wrong; empty: nothing. */
  notice: string;
  onAct(act: Act): void;
  onFile(file: File): void;
}

/** The thread as the customer has it on their phone. */
export function Thread({ scene, notice, onAct, onFile }: Props) {
  const words = useWords();
  const { page, profile, entries } = scene;
  const start = profile.get_started;
  const isNew = entries.length === 0 && start !== undefined;
  return (
    <main class="thread">
      <header class="head">
        <Avatar name={page.name} size="medium" />
        <div>
          <h1>{page.name}</h1>
          <p>{words.simulated}</p>
        </div>
      </header>
      <Log scene={scene}>{isNew && <Welcome scene={scene} onAct={onAct} />}</Log>
      <p class="notice" role="status">
        {notice}
      </p>
      {isNew ? (
        <footer class="start">
          <button
            type="button"
            onClick={() => onAct({ act: "press", title: words.getStarted, payload: start.payload })}
          >
            {words.getStarted}
          </button>
        </footer>
      ) : (
        <footer class="foot">
          <QuickReplies scene={scene} onAct={onAct} />
          <Composer profile={profile} onAct={onAct} onFile={onFile} />
        </footer>
      )}
    </main>
  );
}
