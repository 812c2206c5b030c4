import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Act, MenuItem, PageProfile } from "../scene/scene.ts";
import { useWords } from "../words/speaking.ts";
import { inLocale } from "./in-locale.ts";
import { Icon } from "./parts/icon.tsx";

/** The menu that stays: what it offers is open over the field until something is chosen. */
export function Menu({ profile, onAct }: { profile: PageProfile; onAct(act: Act): void }) {
  const { facebookLocale, menu } = useWords();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  // As soon as it is there: who is quick presses Escape before the next frame.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const end = new AbortController();
    const { signal } = end;
    document.addEventListener("keydown", ({ key }) => key === "Escape" && close(), { signal });
    const closeOutside = ({ target }: Event) =>
      whole.current?.contains(target as Node) || setOpen(false);
    document.addEventListener("pointerdown", closeOutside, { signal });
    return () => end.abort();
  }, [isOpen]);
  const items = inLocale(profile.persistent_menu, facebookLocale)?.call_to_actions ?? [];
  if (items.length === 0) return null;
  return (
    <div class="menu" ref={whole}>
      <button
        type="button"
        class="round"
        ref={button}
        aria-label={menu}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="menu" />
      </button>
      {isOpen && (
        <ul aria-label={menu}>
          {items.map((item) => (
            <li key={item.title}>
              <Item item={item} onAct={onAct} onChosen={close} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ItemProps {
  item: MenuItem;
  onAct(act: Act): void;
  onChosen(): void;
}

function Item({ item, onAct, onChosen }: ItemProps) {
  const { title } = item;
  if (item.type === "web_url") {
    return (
      <a href={item.url} target="_blank" rel="noopener noreferrer" onClick={onChosen}>
        {title}
      </a>
    );
  }
  const press = () => {
    onAct({ act: "press", title, payload: item.payload });
    onChosen();
  };
  return (
    <button type="button" onClick={press}>
      {title}
    </button>
  );
}
