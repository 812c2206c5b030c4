import type { Step } from "@meetbot/presentation";
import type { ComponentType } from "preact";
import type { Rating } from "../../chat/chat.ts";
import type { Choice } from "../../chat/reply.ts";

/** What the menu shows, and what is done where something in it is chosen. */
export interface MenuProps {
  choices: readonly Choice[];
  canRestart: boolean;
  onChoose(choice: Choice): void;
  onRestart(): void;
}

/** What a window can do that nobody waits for when it opens: it is loaded when the window stands. */
export interface Late {
  CopyButton: ComponentType<{ text: string }>;
  LinkedText: ComponentType<{ text: string }>;
  Menu: ComponentType<MenuProps>;
  Rate: ComponentType<{ rating: Rating | undefined; onRate(rating: Rating | null): void }>;
  Stepper: ComponentType<{ step: Step }>;
  /** Returns what shows how many messages were not seen. */
  createBadge(root: ShadowRoot, launcher: HTMLElement): (count: number) => void;
  followViewport(sheet: CSSStyleSheet): void;
  lateStyles: string;
}
