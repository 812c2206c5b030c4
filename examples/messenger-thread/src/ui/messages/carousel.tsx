import { useEffect, useRef, useState } from "preact/hooks";
import type { GraphCard } from "../../scene/scene.ts";
import { useWords } from "../../words/speaking.ts";
import { Icon } from "../parts/icon.tsx";
import { LinkButtons } from "./link-buttons.tsx";

/** The generic template: cards side by side, swiped or moved with arrows. */
export function Carousel({ cards }: { cards: GraphCard[] }) {
  const words = useWords();
  const list = useRef<HTMLUListElement>(null);
  const [ends, setEnds] = useState({ isStart: true, isEnd: true });
  const look = () => {
    const { scrollLeft = 0, scrollWidth = 0, clientWidth = 0 } = list.current ?? {};
    setEnds({ isStart: scrollLeft < 4, isEnd: scrollLeft + clientWidth > scrollWidth - 4 });
  };
  useEffect(() => {
    look();
    const sizes = new ResizeObserver(look);
    if (list.current) sizes.observe(list.current);
    return () => sizes.disconnect();
  }, []);
  const move = (by: 1 | -1) => {
    const width = list.current?.firstElementChild?.clientWidth ?? 0;
    list.current?.scrollBy({ left: by * (width + 8), behavior: "smooth" });
  };
  if (cards.length === 1 && cards[0]) return <CardView card={cards[0]} />;
  return (
    <div class="carousel">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <ul class="cards" aria-label={words.cards} ref={list} tabIndex={0} onScroll={look}>
        {cards.map((card) => (
          <li key={JSON.stringify(card)}>
            <CardView card={card} />
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="arrow previous"
        aria-label={words.previousCard}
        hidden={ends.isStart}
        onClick={() => move(-1)}
      >
        <Icon name="previous" />
      </button>
      <button
        type="button"
        class="arrow next"
        aria-label={words.nextCard}
        hidden={ends.isEnd}
        onClick={() => move(1)}
      >
        <Icon name="next" />
      </button>
    </div>
  );
}

function CardView({ card: { title, subtitle, image_url, buttons } }: { card: GraphCard }) {
  return (
    <div class="card">
      {image_url && <img class="cover" src={image_url} alt="" loading="lazy" />}
      <div class="words">
        <strong dir="auto">{title}</strong>
        {subtitle && <p dir="auto">{subtitle}</p>}
      </div>
      <LinkButtons buttons={buttons} />
    </div>
  );
}
