import { useEffect, useState } from "preact/hooks";
import { followScenes } from "../scene/follow-scenes.ts";
import { perform, sendFile } from "../scene/perform.ts";
import type { Act, Scene } from "../scene/scene.ts";
import { Speaking, useLanguage } from "../words/speaking.ts";
import { Panel } from "./panel/panel.tsx";
import { Thread } from "./thread.tsx";

/** The server takes no larger ones. */
const maxFileBytes = 10 * 1024 * 1024;

/** The thread, and beside it what happens behind the scenes. */
export function App() {
  const [words, changeLanguage] = useLanguage();
  const [scene, setScene] = useState<Scene | null>(null);
  const [isThere, setThere] = useState(true);
  const [trouble, setTrouble] = useState("");
  useEffect(() => followScenes(setScene, setThere), []);
  const name = scene?.page.name;
  useEffect(() => {
    if (name) document.title = words.pageTitle(name);
  }, [name, words]);

  const told = (done: Promise<boolean>) =>
    done.then((isDone) => setTrouble(isDone ? "" : words.failed));
  const onAct = (act: Act) => void told(perform(act));
  const onFile = (file: File) => {
    if (file.size > maxFileBytes) setTrouble(words.tooLarge);
    else void told(sendFile(file));
  };
  const notice = isThere ? trouble : words.away;
  if (!scene) {
    return (
      <main class="waiting">
        <h1 class="unseen">Messenger</h1>
        <p role="status">{isThere ? words.connecting : words.away}</p>
      </main>
    );
  }
  return (
    <Speaking.Provider value={words}>
      <Thread scene={scene} notice={notice} onAct={onAct} onFile={onFile} />
      <Panel scene={scene} onAct={onAct} onLanguage={changeLanguage} />
    </Speaking.Provider>
  );
}
