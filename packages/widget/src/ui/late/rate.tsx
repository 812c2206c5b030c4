import type { Rating } from "../../chat/chat.ts";
import type { ChatWords } from "../parts/words.ts";
import { h, Icon } from "./tools.ts";

/** A thumb that points up. */
const thumb =
  "M7 11l4-8c2 0 3 1.5 2.5 3.5L13 9h5.5c1.2 0 2 1 1.8 2.2l-1.2 7c-.2 1-1 1.8-2 1.8H7zm0 0H3.5v9H7";

/** Whether an answer helped: two thumbs, of which one may be pressed. */
export function Rate(
  { rating, onRate }: { rating: Rating | null | undefined; onRate(rating: Rating | null): void },
  { phrases }: ChatWords,
) {
  return (["up", "down"] as const).map((one) => (
    <button
      type="button"
      class={`thumb ${one}`}
      aria-label={phrases[one]}
      aria-pressed={rating === one}
      onClick={() => onRate(rating === one ? null : one)}
    >
      <Icon path={thumb} />
    </button>
  ));
}
