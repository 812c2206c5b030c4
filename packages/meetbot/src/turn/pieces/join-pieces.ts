import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { asksNothing, namesOnly } from "../../recognition/pieces/asks-nothing.ts";
import type { QueuedEvent } from "../../store/mailbox/put-off.ts";

/** Parses a text of a customer who spoke this language before it. */
export type ReadText = (text: string, fallbackLocale: Locale) => Recognition;

/** Messages that one turn answers. */
export interface Pieces {
  /** The joined events in order of arrival, without gaps. */
  events: readonly [QueuedEvent, ...QueuedEvent[]];
  /** The content that the turn handles: the joined texts that ask something, or what the customer tapped or sent. */
  content: EventContent;
  /** The recognition of the text, if it was already read; `null` if several texts were joined. */
  read: Recognition | null;
  /** The language of a greeting before the question; `null` if there is none. */
  greetedIn: Locale | null;
  /** Whether the turn waits for no further message: the customer asks something, or somebody else acts. */
  isWhole: boolean;
}

/**
 * Returns those of the waiting messages that form one thought in pieces. The first that asks for something ends the
 * thought; greetings before it add only their language.
 */
export function joinPieces(
  [first, ...behind]: readonly [QueuedEvent, ...QueuedEvent[]],
  locale: Locale,
  read: ReadText,
): Pieces {
  const events: [QueuedEvent, ...QueuedEvent[]] = [first];
  const openers: Recognition[] = [];
  const asking: Recognition[] = [];
  let other: EventContent | null = null;
  let isWhole = false;
  for (const event of [first, ...behind]) {
    const { content } = event;
    const isOthers = content.quiet === true || !isOfCustomer(content);
    const isText = content.kind === "text";
    if (isOthers || (!isText && asking.length > 0)) isWhole = true;
    if (isWhole) break;
    if (event !== first) events.push(event);
    if (!isText) {
      other = content;
      isWhole = true;
      break;
    }
    const said = read(content.text, openers.at(-1)?.locale ?? locale);
    if (asksNothing(said)) openers.push(said);
    else asking.push(said);
    isWhole = asking.length > 0 && (openers.length === 0 || !namesOnly(asking.at(-1)!));
    if (isWhole) break;
  }
  const greetedIn = events.length > 1 ? (openers.at(-1)?.locale ?? null) : null;
  if (other) return { events, content: other, read: null, greetedIn, isWhole };
  const [one, ...more] = asking.length > 0 ? asking : [greetingIn(openers)!];
  const text = [one!, ...more].map((said) => said.text).join("\n");
  const content = { ...events.at(-1)!.content, kind: "text" as const, text };
  return { events, content, read: more.length === 0 ? one! : null, greetedIn, isWhole };
}

const isOfCustomer = ({ kind }: EventContent) =>
  kind === "text" || kind === "tap" || kind === "media";

/** Of several openers, the one to answer. */
const greetingIn = (openers: readonly Recognition[]) =>
  openers.findLast(({ intent }) => intent === "greeting") ?? openers.at(-1);
