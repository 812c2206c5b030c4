import type { KeyboardEvent, ReactNode } from "react";

/** What a composer needs to offer canned replies. */
export interface CannedReplies {
  /** Stands right above the text field; `null` while nothing is offered. */
  menu: ReactNode;
  /** For the text field: `aria-controls`, `aria-activedescendant`, `aria-expanded`, `aria-autocomplete`. */
  fieldProps: Record<string, string | boolean | undefined>;
  /** True: the key was the menu's, and the composer does nothing with it. */
  onKeyDown(event: KeyboardEvent): boolean;
  /** Variables that are not filled in yet, by name: while there is one, nothing is to be sent. */
  unfilled: readonly string[];
  /** Says in the operator's language which they are; stands beside the text field. */
  notice: ReactNode;
}

/**
 * Offers canned replies behind a `/` at the beginning of the text or of a word. `text` and `caret` are those of
 * the composer; `onChange` sets both.
 */
export function useCannedReplies(_props: {
  botId: string;
  conversationId: string;
  text: string;
  caret: number;
  onChange(text: string, caret: number): void;
}): CannedReplies {
  return { menu: null, fieldProps: {}, onKeyDown: () => false, unfilled: [], notice: null };
}
