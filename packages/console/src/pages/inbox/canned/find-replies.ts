import type { CannedReply } from "./canned-data.ts";

/** Nobody looks through more replies than this. */
const maxOffered = 20;

/** Returns the replies that match a word: matches by name first, then by text. */
export function findReplies(replies: readonly CannedReply[], word: string): CannedReply[] {
  const rank = ({ name, text }: CannedReply): number => {
    if (name.startsWith(word)) return 0;
    if (name.includes(word)) return 1;
    return text.toLowerCase().includes(word) ? 2 : 3;
  };
  return replies
    .map((reply) => ({ reply, place: rank(reply) }))
    .filter(({ place }) => place < 3)
    .toSorted((a, b) => a.place - b.place)
    .slice(0, maxOffered)
    .map(({ reply }) => reply);
}
