import type { CardWords, Reader, WindowLanguage, WindowWords } from "@meetbot/presentation";
import { Component, type ComponentChildren } from "preact";
import type { Late } from "./late.ts";

/** What every component with text needs; Preact passes it down as the context. */
export interface ChatWords {
  phrases: CardWords & WindowWords;
  /** The reader of the orders and packages. */
  reader: Reader;
  /** The bot's name. */
  bot: string;
  /** Announces an action's result to customers who cannot see it; absent outside a window. */
  announce?(text: string): void;
  /**
   * The parts that load after the window opens; empty until then. Always the same object, because a component that
   * Preact re-renders by itself still gets its initial context.
   */
  late: Partial<Late>;
}

/** Makes the words of a window. */
export function createWords(
  { cards, words }: WindowLanguage,
  bot: string,
  late: Partial<Late>,
): ChatWords {
  const reader = { language: cards, stageOf: null };
  return { phrases: { ...cards.words, ...words }, reader, bot, late };
}

/**
 * Hands the words down. Preact's plain context reaches function components as their second argument
 * and costs no code, unlike hooks.
 */
export class Speaking extends Component<{ words: ChatWords; children: ComponentChildren }> {
  override getChildContext(): ChatWords {
    return this.props.words;
  }
  override render(): ComponentChildren {
    return this.props.children;
  }
}
