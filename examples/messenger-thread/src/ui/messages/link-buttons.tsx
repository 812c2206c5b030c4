import type { UrlButton } from "../../scene/scene.ts";
import { useWords } from "../../words/speaking.ts";

/** The buttons of a card: they lead out of the thread, into a new tab. */
export function LinkButtons({ buttons = [] }: { buttons?: UrlButton[] | undefined }) {
  const words = useWords();
  return (
    <>
      {buttons.map(({ url, title }) => (
        <a
          key={`${title} ${url}`}
          class="card-button"
          href={url}
          target="_blank"
          rel="noopener noreferrer"
        >
          {title}
          <span class="unseen"> ({words.opensTab})</span>
        </a>
      ))}
    </>
  );
}
