import type { SeenOrder, SeenPackage, Step } from "@meetbot/presentation";
import type { ComponentType } from "preact";
import type { Chat, ChatState, Entry } from "../../chat/chat.ts";
import type { Choice, SaidText } from "../../chat/reply.ts";

/** The phrases for sending a picture. */
export interface PictureWords {
  send: string;
  refused: string;
}

/** The menu's contents, and the callbacks for its choices. */
export interface MenuProps {
  choices: readonly Choice[];
  canRestart: boolean;
  onChoose(choice: Choice): void;
  onRestart(): void;
  call: Chat["call"];
  /** Whether the conversation can be mailed. */
  mails?: boolean | undefined;
  /** Absent if the bot accepts no pictures. */
  pictures?: PictureWords | undefined;
}

/** A message of the transcript, and the customer's ratings of the answers in it. */
export interface BelowProps {
  entries: readonly Entry[];
  nth: number;
  rated?: ChatState["rated"] | undefined;
  chat?: Chat;
}

/** The secondary parts of cards. */
export interface CardDetails {
  OrderFacts: ComponentType<{ order: SeenOrder }>;
  PackageFacts: ComponentType<{ pkg: SeenPackage }>;
  Way: ComponentType<{ pkg: SeenPackage }>;
}

/** Features that a window does not need to open: they load afterwards. */
export interface Late extends CardDetails {
  Below: ComponentType<BelowProps>;
  CopyButton: ComponentType<{ text: string }>;
  LinkedText: ComponentType<SaidText>;
  Menu: ComponentType<MenuProps>;
  Stepper: ComponentType<{ step: Step }>;
  WhoAnswers: ComponentType<{ state: ChatState }>;
  /**
   * Makes Escape close the window, also from the launcher. Returns a function that shows the number of unseen messages.
   */
  attend(root: ShadowRoot, launcher: HTMLElement, close: () => void): (count: number) => void;
  followViewport(sheet: CSSStyleSheet): void;
  lateStyles: string;
  /** Formats a message's time, with the day if it differs from that of the message before. */
  formatTime(at: string | number, before: string | number | undefined, language: string): string;
}
