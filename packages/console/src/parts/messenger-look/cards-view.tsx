import { useWords } from "../../words/speaking.tsx";
import type { LookCard } from "./look.ts";
import { LookPicture } from "./look-picture.tsx";

/** Cards side by side: several are a carousel. */
export function CardsView({ cards }: { cards: LookCard[] }) {
  const words = useWords("fields.look");
  return (
    // biome-ignore lint/a11y/useSemanticElements: no field is in it
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div role="group" className="in-messenger-cards" tabIndex={0} aria-label={words.cards}>
      {cards.map(({ title, subtitle, image_url, buttons = [] }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two cards may be alike in all else
        <div key={place} className="in-messenger-card">
          {image_url && <LookPicture url={image_url} />}
          <div className="in-messenger-card-text">
            <strong>{title}</strong>
            {subtitle && <span>{subtitle}</span>}
          </div>
          {buttons.map((button) => (
            <a key={button.url} href={button.url} target="_blank" rel="noreferrer">
              {button.title}
            </a>
          ))}
        </div>
      ))}
    </div>
  );
}
