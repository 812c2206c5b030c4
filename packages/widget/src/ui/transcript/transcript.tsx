import { Component, createRef, Fragment, h, type VNode } from "preact";
import type { Chat, ChatState } from "../../chat/chat.ts";
import { isOver } from "../../chat/is-over.ts";
import type { Choice } from "../../chat/reply.ts";
import { Icon, icons } from "../parts/icon.tsx";
import type { ChatWords } from "../parts/words.ts";
import { Choices, offeredChoices } from "./choices.tsx";
import { Entries } from "./entries.tsx";

/** Nearer to the end than this counts as there: a finger is not exact. */
const nearPx = 40;

/** Room above the message that a turn begins with. */
const abovePx = 12;

interface Props {
  chat: Chat;
  state: ChatState;
  isOpen: boolean;
  onChoose(choice: Choice): void;
}

/**
 * The messages, from the first to the newest. The current turn stays in sight from its first line on until the customer
 * scrolls up; then their place is kept, and a button leads back. The button and the choices stand below the scrolled
 * part: they cover no word and are never out of sight.
 */
export class Transcript extends Component<Props, { isAway?: boolean; hasNews?: boolean }> {
  readonly #box = createRef<HTMLElement>();
  #isFollowing = true;
  #top = 0;
  #height = 0;

  override render({ chat, state, onChoose }: Props): VNode {
    const { phrases }: ChatWords = this.context;
    const { entries, phase, typing } = state;
    const { isAway, hasNews } = this.state;
    return (
      <>
        <section
          class="transcript"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys.
          tabIndex={0}
          aria-label={phrases.conversation}
          aria-busy={phase === "connecting"}
          ref={this.#box}
          onScroll={this.#measure}
        >
          {!entries.length && <Before phase={phase} />}
          <Entries entries={entries} rated={isOver(phase) ? undefined : state.rated} chat={chat} />
          {typing && (
            <div class="bubble typing" aria-hidden="true">
              <i />
              <i />
              <i />
            </div>
          )}
        </section>
        <div class="dock">
          {isAway && (
            <button
              type="button"
              class={hasNews ? "button strong" : "button"}
              aria-label={phrases[hasNews ? "newMessages" : "toNewest"]}
              onClick={this.#toNewest}
            >
              {hasNews && phrases.newMessages}
              <Icon path={icons.up} />
            </button>
          )}
          {!isOver(phase) && <Choices choices={offeredChoices(entries)} onChoose={onChoose} />}
        </div>
      </>
    );
  }

  override componentDidMount(): void {
    new ResizeObserver(() => this.#follow()).observe(this.#box.current!);
    this.#follow();
  }

  override componentDidUpdate(before: Props): void {
    const { chat, state, isOpen } = this.props;
    if (before.state !== state || before.isOpen !== isOpen) this.#catchUp(before.state);
    if (isOpen && this.#isFollowing && !document.hidden && state.unread > 0) chat.seen();
  }

  #catchUp(before: ChatState): void {
    const { entries } = this.props.state;
    // Only messages added at the end count as new: older messages are added at the top.
    const last = entries.at(-1);
    if (last?.key !== before.entries.at(-1)?.key) {
      if (last?.from === "customer") this.#isFollowing = true;
      else if (!this.#isFollowing) this.setState({ hasNews: true });
    }
    this.#follow();
  }

  #follow(): void {
    const box = this.#box.current!;
    const own = box.querySelectorAll<HTMLElement>(".customer");
    const last = own[own.length - 1];
    if (last && this.#isFollowing) {
      const turn = last.offsetTop - abovePx;
      // Within the current turn, keep the scroll position, or stay at the end.
      if (box.scrollTop < turn) box.scrollTop = turn;
      else if (!this.state.isAway) box.scrollTop = box.scrollHeight;
    }
    this.#measure();
  }

  readonly #measure = () => {
    const { scrollTop, scrollHeight, clientHeight } = this.#box.current!;
    const isAway = scrollHeight - clientHeight - scrollTop > nearPx;
    // A shorter transcript scrolls up by itself: only a larger move comes from the customer.
    const isMovedUp = scrollTop < this.#top - 1 - Math.max(0, this.#height - scrollHeight);
    if (!isAway) this.#isFollowing = true;
    else if (isMovedUp) this.#isFollowing = false;
    this.#top = scrollTop;
    this.#height = scrollHeight;
    if (isAway !== (this.state.isAway ?? false)) this.setState({ isAway });
    if (!isAway && this.state.hasNews) this.setState({ hasNews: false });
  };

  readonly #toNewest = () => {
    const box = this.#box.current!;
    box.scrollTop = box.scrollHeight;
    box.focus({ preventScroll: true });
  };
}

/** The placeholder shown until there are messages. */
function Before({ phase }: { phase: ChatState["phase"] }, { phrases }: ChatWords) {
  if (isOver(phase)) return null;
  if (phase !== "connecting") return <p class="empty">{phrases.empty}</p>;
  return (
    <>
      <p class="unseen">{phrases.connecting}</p>
      <div class="bubble ghost" aria-hidden="true" />
      <div class="bubble ghost" aria-hidden="true" />
    </>
  );
}
