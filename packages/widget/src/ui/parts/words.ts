import { Component, type ComponentChildren } from "preact";
import type { Locale } from "../../chat/chat.ts";
import { languages } from "../../format/language.ts";
import type { Phrases } from "../../phrases/phrases.ts";

/** What every component that speaks needs to know; Preact hands it down as the context. */
export interface Words {
  phrases: Phrases;
  locale: Locale;
  /** The language tag for Intl. */
  language: string;
  /** The bot's name. */
  bot: string;
  /** Says what was done to who cannot see it; absent outside a window. */
  announce?(text: string): void;
}

/** Makes the words of a window. */
export function createWords(phrases: Phrases, locale: Locale, bot: string): Words {
  return { phrases, locale, language: languages[locale], bot };
}

/**
 * Hands the words down. Preact's plain context reaches function components as their second argument
 * and costs no code, unlike hooks.
 */
export class Speaking extends Component<{ words: Words; children: ComponentChildren }> {
  override getChildContext(): Words {
    return this.props.words;
  }
  override render(): ComponentChildren {
    return this.props.children;
  }
}
