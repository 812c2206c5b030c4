import type { SeenOrder, SeenPackage, Step } from "@meetbot/presentation";
import type { ComponentType } from "preact";
import type { Chat, ChatState, Entry } from "../../chat/chat.ts";
import type { Choice, SaidText } from "../../chat/reply.ts";

/** The phrases for sending a picture. */
export interface PictureWords {
  send: string;
  refused: string;
}

/** What the menu shows, and what is done where something in it is chosen. */
export interface MenuProps {
  choices: readonly Choice[];
  canRestart: boolean;
  onChoose(choice: Choice): void;
  onRestart(): void;
  call: Chat["call"];
  /** Whether the conversation can be mailed. */
  mails?: boolean | undefined;
  /** Absent where the bot takes no pictures. */
  pictures?: PictureWords | undefined;
}

/** A message of the transcript, and what is thought of the answers in it. */
export interface BelowProps {
  entries: readonly Entry[];
  nth: number;
  rated?: ChatState["rated"] | undefined;
  chat?: Chat;
}

/** What cards tell at a second look. */
export interface CardDetails {
  OrderFacts: ComponentType<{ order: SeenOrder }>;
  PackageFacts: ComponentType<{ pkg: SeenPackage }>;
  Way: ComponentType<{ pkg: SeenPackage }>;
}

/** What a window can do that nobody waits for when it opens: it is loaded when the window stands. */
export interface Late extends CardDetails {
  Below: ComponentType<BelowProps>;
  CopyButton: ComponentType<{ text: string }>;
  LinkedText: ComponentType<SaidText>;
  Menu: ComponentType<MenuProps>;
  Stepper: ComponentType<{ step: Step }>;
  WhoAnswers: ComponentType<{ state: ChatState }>;
  /** Closes the window by its key, also from the launcher. Returns what shows how many messages were not seen. */
  attend(root: ShadowRoot, launcher: HTMLElement, close: () => void): (count: number) => void;
  followViewport(sheet: CSSStyleSheet): void;
  lateStyles: string;
  /** Formats a message's time, with the day if it differs from that of the message before. */
  formatTime(at: string | number, before: string | number | undefined, language: string): string;
}
