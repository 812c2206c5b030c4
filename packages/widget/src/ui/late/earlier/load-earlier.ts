import type { Chat } from "../../../chat/chat.ts";

/** Earlier messages are loaded this near to the top, so they are there when the customer arrives. */
const nearPx = 200;

/** How long to wait before another attempt after loading failed, while the top is in sight. */
const againAfterMs = 2_000;

let watching: IntersectionObserver | undefined;
let isAsking = false;

/** Loads the messages before the first one of a transcript once the top is nearly in sight. */
export function watchTop(mark: HTMLElement | null, chat: Chat): void {
  const box = mark?.closest<HTMLElement>(".transcript");
  // The report that the old mark is gone arrives after the new mark exists.
  if (!box) return;
  watching?.disconnect();
  const own = new IntersectionObserver(
    async (seen) => {
      if (!seen.at(-1)!.isIntersecting || (await loadEarlier(box, chat))) return;
      setTimeout(() => {
        if (watching !== own) return;
        own.unobserve(mark!);
        own.observe(mark!);
      }, againAfterMs);
    },
    { root: box, rootMargin: `${nearPx}px` },
  );
  watching = own;
  own.observe(mark!);
}

/** Loads earlier messages and returns whether they arrived. */
async function loadEarlier(box: HTMLElement, chat: Chat): Promise<boolean> {
  const [first] = chat.state().entries;
  if (!first?.earlier || isAsking) return false;
  isAsking = true;
  const response = await chat.call(`events?before=${first.seq}`, {});
  const text = response?.ok && (await response.text().catch(() => ""));
  isAsking = false;
  if (!text || chat.state().entries[0]?.key !== first.key) return false;
  // Preserves the scroll position when messages are inserted above.
  const fromEnd = box.scrollHeight - box.scrollTop;
  chat.hear(eventsOf(text));
  requestAnimationFrame(() => {
    box.scrollTop = box.scrollHeight - fromEnd;
  });
  return true;
}

/** The events of a page, which is here whole. */
const eventsOf = (text: string) =>
  [...text.matchAll(/^event: (.*)\n(?:id: (.*)\n)?data: (.*)$/gm)].map(
    ([, event = "", id = "", data = ""]) => ({ event, id, data }),
  );
