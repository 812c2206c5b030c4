import { h, render } from "preact";
import type { Entry, Locale } from "../../chat/chat.ts";
import { loadPhrases } from "../../phrases/load-phrases.ts";
import { dress } from "../parts/sheets.ts";
import { createWords, Speaking } from "../parts/words.ts";
import { Entries } from "./entries.tsx";

/**
 * Shows a stored conversation as the customer saw it: `<meetbot-transcript locale="en" scheme="auto"
 * bot="…">` with the property `entries`.
 */
export class MeetbotTranscript extends HTMLElement {
  static observedAttributes = ["locale", "scheme", "bot"];

  readonly #root = this.attachShadow({ mode: "open" });
  readonly #container = document.createElement("div");
  #entries: readonly Entry[] = [];

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  set entries(entries: readonly Entry[]) {
    this.#entries = entries;
    void this.#draw();
  }

  connectedCallback(): void {
    if (!this.#root.firstChild) {
      this.#root.append(this.#container);
      dress(this.#root, null);
    }
    void this.#draw();
  }

  attributeChangedCallback(): void {
    void this.#draw();
  }

  async #draw(): Promise<void> {
    const locale: Locale = this.getAttribute("locale") === "zh" ? "zh" : "en";
    const phrases = await loadPhrases(locale);
    if (!this.isConnected) return;
    const words = createWords(phrases, locale, this.getAttribute("bot") ?? "Meetbot");
    render(
      <Speaking words={words}>
        <div class={`scope ${this.getAttribute("scheme") ?? "auto"}`} lang={words.language}>
          <Entries entries={this.#entries} />
        </div>
      </Speaking>,
      this.#container,
    );
  }
}

customElements.define("meetbot-transcript", MeetbotTranscript);
