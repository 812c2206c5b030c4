/** Announces a text to customers who cannot see it. `language` is set if it is not the window's. */
export type Announce = (text: string, language?: string) => void;

/** Screen readers watch only regions that existed before their text, so the text follows a moment later. */
const beforeTextMs = 100;

/** NVDA skips text that is removed earlier; text that stays longer turns up again when browsing. */
const clearedAfterMs = 15_000;

/** A live region that screen readers announce; it exists before its content. Each text is an element of its own. */
export class LiveRegion {
  #element: HTMLElement | null = null;

  readonly attach = (element: HTMLElement | null): void => {
    this.#element = element;
  };

  readonly announce: Announce = (text, language = "") => {
    setTimeout(() => {
      const line = document.createElement("p");
      line.textContent = text;
      line.lang = language;
      this.#element?.append(line);
      setTimeout(() => line.remove(), clearedAfterMs);
    }, beforeTextMs);
  };
}
