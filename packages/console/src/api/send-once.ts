/** Clicks within this time are a double click. */
const doubleClickMs = 500;

interface Write {
  /** The content and target of the write. */
  name: string;
  answer: Promise<unknown>;
}

let last: Write | null = null;

/**
 * Sends a write. The same write again, during the first or right after it, is a double click and gets the first answer.
 * A failed write can be sent again at once.
 */
export function sendOnce<Answer>(name: string, send: () => Promise<Answer>): Promise<Answer> {
  if (last?.name === name) return last.answer as Promise<Answer>;
  const answer = send();
  const write = { name, answer };
  last = write;
  // The write and its answer may contain secrets, so drop both as soon as possible.
  const forget = () => {
    if (last === write) last = null;
  };
  const pause = new Promise((resolve) => setTimeout(resolve, doubleClickMs));
  answer.then(() => pause).then(forget, forget);
  return answer;
}
