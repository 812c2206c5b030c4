import type { Chat } from "../../../chat/chat.ts";

/** So near to the top, what was said before is asked for: it is there when the customer is. */
const nearPx = 200;

let watching: IntersectionObserver | undefined;
let isAsking = false;

/** Asks for what was said before the first message of a transcript once that is nearly in sight. */
export function watchTop(mark: HTMLElement | null, chat: Chat): void {
  watching?.disconnect();
  const box = mark?.closest<HTMLElement>(".transcript");
  if (!box) return;
  const onSight = (seen: IntersectionObserverEntry[]) => {
    if (seen.at(-1)!.isIntersecting) void loadEarlier(box, chat);
  };
  watching = new IntersectionObserver(onSight, { root: box, rootMargin: `${nearPx}px` });
  watching.observe(mark!);
}

/** Where nothing comes, it is asked for again when the customer comes back to the top. */
async function loadEarlier(box: HTMLElement, chat: Chat): Promise<void> {
  const [first] = chat.state().entries;
  if (!first?.earlier || isAsking) return;
  isAsking = true;
  const response = await chat.call(`events?before=${first.seq}`, {});
  const text = response?.ok && (await response.text().catch(() => ""));
  isAsking = false;
  if (!text || chat.state().entries[0]?.key !== first.key) return;
  // What the customer reads stays where it is, whatever comes above it.
  const fromEnd = box.scrollHeight - box.scrollTop;
  chat.hear(eventsOf(text));
  requestAnimationFrame(() => {
    box.scrollTop = box.scrollHeight - fromEnd;
  });
}

/** The events of a page, which is here whole. */
const eventsOf = (text: string) =>
  [...text.matchAll(/^event: (.*)\n(?:id: (.*)\n)?data: (.*)$/gm)].map(
    ([, event = "", id = "", data = ""]) => ({ event, id, data }),
  );
