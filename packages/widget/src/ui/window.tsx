import { fill } from "@meetbot/presentation";
import { Component, h, type RefObject, type VNode } from "preact";
import type { Chat, ChatState, Locale } from "../chat/chat.ts";
import { isOver } from "../chat/is-over.ts";
import type { AskedField, Choice } from "../chat/reply.ts";
import { announceNews } from "./announce-news.ts";
import { Composer, type Field } from "./composer.tsx";
import { Header } from "./header.tsx";
import { LiveRegion } from "./live-region.ts";
import { Icon, icons } from "./parts/icon.tsx";
import type { PictureWords } from "./parts/late.ts";
import type { ChatWords } from "./parts/words.ts";
import { LinkedText } from "./transcript/linked-text.tsx";
import { Transcript } from "./transcript/transcript.tsx";

/** How the shop's operator has set the window up. */
export interface BotLook {
  name: string;
  /** `#rrggbb`, or the window's own color. */
  accent?: string | null;
  /** How to reach a person, in the merchant's own words. */
  contact?: string | null;
  scheme?: "auto" | "light" | "dark" | undefined;
  /** The choices available at any time, in each language; absent while the server is unreachable. */
  menu?: Partial<Record<Locale, Choice[]>>;
  /** Whether the server mails a conversation to its customer. */
  mails?: boolean;
  /** The phrases for sending pictures, in each language, where customers may send them. */
  pictures?: Partial<Record<Locale, PictureWords>> | null;
}

interface Props {
  chat: Chat;
  state: ChatState;
  words: ChatWords;
  look: BotLook;
  isPage: boolean;
  isOpen: boolean;
  shell: RefObject<HTMLDialogElement | null>;
  field: RefObject<Field | null>;
  onClose(): void;
  focus(): void;
}

/** The whole window: a dialog on a shop's page, or the main part of a standalone page. */
export class Window extends Component<Props> {
  readonly #message = new LiveRegion();
  readonly #status = new LiveRegion();

  override render(props: Props): VNode {
    const { chat, state, words, look, isPage, isOpen, onClose, focus } = props;
    const { phrases, bot, reader, late } = words;
    const Shell = (isPage ? "main" : "dialog") as "dialog";
    const restart = () => {
      chat.restart();
      focus();
    };
    const choose = (choice: Choice) => {
      chat.tap(choice);
      focus();
    };
    const leave = (event: Event) => {
      event.preventDefault();
      onClose();
    };
    return (
      <Shell
        ref={props.shell as RefObject<HTMLDialogElement>}
        class={`scope window ${look.scheme ?? "auto"}${isPage ? " page" : ""}`}
        lang={reader.language.tag}
        tabIndex={-1}
        aria-label={fill(phrases.chatWith, { bot })}
        onCancel={leave}
      >
        <Header
          isPage={isPage}
          choices={(!isOver(state.phase) && look.menu?.[reader.language.locale as Locale]) || []}
          onChoose={choose}
          canRestart={state.entries.some(({ from }) => from === "customer")}
          onRestart={restart}
          call={chat.call}
          mails={look.mails}
          pictures={look.pictures?.[reader.language.locale as Locale]}
          onClose={onClose}
        />
        {late.WhoAnswers && <late.WhoAnswers state={state} />}
        {isPage && <h2 class="unseen">{phrases.conversation}</h2>}
        <Transcript chat={chat} state={state} isOpen={isOpen} onChoose={choose} />
        <Foot {...props} onRestart={restart} />
        <div class="unseen" aria-live="polite" ref={this.#message.attach} />
        <div class="unseen" role="status" ref={this.#status.attach} />
      </Shell>
    );
  }

  override getChildContext(): ChatWords {
    return { ...this.props.words, announce: this.#status.announce };
  }

  override componentDidUpdate({ state: before }: Props): void {
    const { state, words, isOpen } = this.props;
    if (isOpen) announceNews(before, state, words, this.#message.announce, this.#status.announce);
  }
}

/** The composer, or its replacement when the customer cannot write. */
function Foot(props: Props & { onRestart(): void }, { phrases }: ChatWords) {
  const { chat, state, look } = props;
  const { phase } = state;
  if (isOver(phase)) {
    const contact = phase !== "ended" && look.contact;
    return (
      <div class="over">
        <p>{phrases[phase]}</p>
        {contact && (
          <p>
            <LinkedText text={fill(phrases.reach, { contact })} />
          </p>
        )}
        {phase !== "refused" && (
          <button type="button" class="button strong" onClick={props.onRestart}>
            {phase === "ended" ? phrases.newConversation : phrases.asGuest}
          </button>
        )}
      </div>
    );
  }
  return (
    <div class="foot">
      {phase === "offline" && (
        <p class="wait banner">
          <Icon path={icons.alert} />
          {phrases.offline}
        </p>
      )}
      <Composer ask={asked(state)} field={props.field} onWrite={(text) => chat.write(text)} />
    </div>
  );
}

/** Returns the value that the bot's newest message requests, until the customer answers. */
function asked({ entries }: ChatState): AskedField | undefined {
  const last = entries.at(-1);
  return last?.from === "bot" && last.reply.kind === "text" ? last.reply.ask : undefined;
}
