import type { Travel } from "../../scene/scene.ts";
import { formatTime } from "../../words/format.ts";
import { useWords } from "../../words/speaking.ts";

/** The requests between Meta and Meetbot, the newest first. */
export function Travels({ travels }: { travels: Travel[] }) {
  const { panel: words } = useWords();
  return (
    <section>
      <h3>{words.travels}</h3>
      {travels.length === 0 ? (
        <p class="hint">{words.noTravels}</p>
      ) : (
        <ol class="travels" reversed>
          {travels.map((travel) => (
            <li key={travel.id}>
              <TravelView travel={travel} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function TravelView({ travel }: { travel: Travel }) {
  const { panel: words, language } = useWords();
  const { kind, subject, path, body, status, answer, atMs } = travel;
  return (
    <details class={kind}>
      <summary>
        <span class="way">{kind === "webhook" ? words.toMeetbot : words.toMeta}</span>
        <span class="subject">{subject}</span>
        <span class={status === 200 ? "status ok" : "status"}>{status ?? words.noAnswer}</span>
        <time dateTime={new Date(atMs).toISOString()}>{formatTime(atMs, language)}</time>
      </summary>
      <Json label={path} value={body} />
      {answer !== null && <Json label={words.answered} value={answer} />}
    </details>
  );
}

function Json({ label, value }: { label: string; value: unknown }) {
  return (
    <figure>
      <figcaption>{label}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
    </figure>
  );
}
