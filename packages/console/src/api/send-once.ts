/** Clicks that come so soon after one another are a double click. */
const doubleClickMs = 500;

interface Write {
  /** The content and target of the write. */
  name: string;
  answer: Promise<unknown>;
}

let last: Write | null = null;

/**
 * Sends a write; the same one again while it is under way, or right after, is a double click, and
 * gets the answer of the first. One that failed is sent again whenever it is asked for.
 */
export function sendOnce<Answer>(name: string, send: () => Promise<Answer>): Promise<Answer> {
  if (last?.name === name) return last.answer as Promise<Answer>;
  const answer = send();
  const write = { name, answer };
  last = write;
  // It may hold secrets, as its answer may: neither is kept for longer than it takes.
  const forget = () => {
    if (last === write) last = null;
  };
  const pause = new Promise((resolve) => setTimeout(resolve, doubleClickMs));
  answer.then(() => pause).then(forget, forget);
  return answer;
}
