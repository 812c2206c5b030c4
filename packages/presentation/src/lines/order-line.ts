import type { Reader } from "../languages/contract/card-language.ts";
import { orderStageFor } from "../status/stage-for.ts";
import { orderWords, packageWords } from "../status/status-words.ts";
import { tell } from "../text/tell.ts";
import { orderName, placedWords, type SeenOrder } from "./order-lines.ts";
import { deliveryBeside } from "./package-lines.ts";

/**
 * The maximum width of a title. A wider one would push the number of further items out of the line; its first words
 * name the goods.
 */
const maxTitleColumns = 44;

/** Characters as wide as two letters: Chinese, Japanese, Korean. */
const wide = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/;

/** One order on one line of a list, without fields that the customer may not see. */
export interface OrderLine {
  /**
   * The order's goods: the first line's title and how many more lines there are; the order's name if the goods are
   * hidden.
   */
  title: string;
  /**
   * The status of the order's package or, if the package was not queried, of the order. Empty if the shop gives none.
   */
  state: string;
  /** The delivery date, expected or past, if the order's package was queried; else the order date. */
  when?: string;
}

/** Returns an order's line in a list, in the reader's language; the same on every channel. */
export function orderLine(order: SeenOrder, reader: Reader): OrderLine {
  const { elements = [], parcel } = order;
  const [placed] = placedWords(order, reader);
  // In a partly sent order, the status of one package does not describe the whole order.
  const telling = orderStageFor(order, reader) === "partially_shipped" ? undefined : parcel;
  const state = telling?.package_status ? packageWords(telling, reader) : orderWords(order, reader);
  const when = (telling && deliveryBeside(state, telling, reader)) || placed;
  const titles = elements.map(({ title }) => title);
  return {
    title: goodsName(titles, reader) || orderName(order, reader),
    state,
    ...(when && { when }),
  };
}

/**
 * Returns what a customer calls an order: its first product, and how many other kinds it has; empty without a title.
 */
export function goodsName(titles: readonly string[], reader: Reader): string {
  const [first = "", ...rest] = titles;
  const title = shorten(first);
  return title && rest.length > 0 ? tell(reader, "andMore", { title, count: rest.length }) : title;
}

/** Truncates a title between whole characters, never within one that takes two code units. */
function shorten(title: string): string {
  let columns = 0;
  const fitting = [...title.trim()].filter((one) => {
    columns += wide.test(one) ? 2 : 1;
    return columns <= maxTitleColumns;
  });
  const short = fitting.join("").trimEnd();
  return columns > maxTitleColumns ? `${short}…` : short;
}
