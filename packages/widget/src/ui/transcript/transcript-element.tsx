import { loadWindowLanguage } from "@meetbot/presentation";
import { h, render } from "preact";
import type { Entry, Locale } from "../../chat/chat.ts";
import { loadLate } from "../late/load-late.ts";
import type { Late } from "../parts/late.ts";
import { addSheet, dress } from "../parts/sheets.ts";
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
  readonly #late: Partial<Late> = {};

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
    loadLate().then(
      (late) => {
        Object.assign(this.#late, late);
        addSheet(this.#root).replaceSync(late.lateStyles);
        void this.#draw();
      },
      () => {},
    );
  }

  attributeChangedCallback(): void {
    void this.#draw();
  }

  async #draw(): Promise<void> {
    const language = await loadWindowLanguage((this.getAttribute("locale") ?? "en") as Locale);
    if (!this.isConnected) return;
    const bot = this.getAttribute("bot") ?? "Meetbot";
    const words = createWords(language, bot, this.#late);
    render(
      <Speaking words={words}>
        <div class={`scope ${this.getAttribute("scheme") ?? "auto"}`} lang={language.cards.tag}>
          <Entries entries={this.#entries} />
        </div>
      </Speaking>,
      this.#container,
    );
  }
}

customElements.define("meetbot-transcript", MeetbotTranscript);
