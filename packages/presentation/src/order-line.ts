import type { Reader } from "./languages/contract/card-language.ts";
import { orderName, placedWords, type SeenOrder } from "./order-lines.ts";
import { statusWords } from "./status/status-words.ts";
import { tell } from "./tell.ts";

/** A title wider than this pushes out of the line how much else there is; its first words name the goods. */
const maxTitleColumns = 44;

/** What is as wide as two letters: Chinese, Japanese, Korean. */
const wide = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/;

/** One order on one line of a list; what the customer may not see is absent. */
export interface OrderLine {
  /** Its goods: the first one's title and how many lines more; its name where they are hidden. */
  title: string;
  /** Where it is, as it stands within a line; empty where the shop says nothing. */
  state: string;
  /** When it was placed, which tells two orders of the same goods apart: shops say no day of arrival of a whole order. */
  when?: string;
}

/** What a list says of an order, in the reader's language, on every channel alike. */
export function orderLine(order: SeenOrder, reader: Reader): OrderLine {
  const [when] = placedWords(order, reader);
  return {
    title: goods(order, reader) ?? orderName(order, reader),
    state: order.status ? statusWords(order.status, "order", reader) : "",
    ...(when && { when }),
  };
}

function goods({ elements = [] }: SeenOrder, reader: Reader): string | undefined {
  const [first, ...rest] = elements;
  const title = first && shorten(first.title);
  if (!title) return undefined;
  return rest.length > 0 ? tell(reader, "andMore", { title, count: rest.length }) : title;
}

/** Cut between characters as a reader counts them, not within one that takes two code units. */
function shorten(title: string): string {
  let columns = 0;
  const fitting = [...title.trim()].filter((one) => {
    columns += wide.test(one) ? 2 : 1;
    return columns <= maxTitleColumns;
  });
  const short = fitting.join("").trimEnd();
  return columns > maxTitleColumns ? `${short}…` : short;
}
