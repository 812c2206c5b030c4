import { ProtocolError } from "./protocol-error.ts";
import type { Read } from "./read-fields.ts";

/**
 * Makes a read tolerant, for fields added in later versions: an invalid value counts as absent, because it is no reason
 * to withhold the order. The returned read throws only errors that are not a `ProtocolError`.
 */
export function tolerant<Value>(read: Read<Value>): Read<Value | undefined> {
  return (value, pointer) => {
    try {
      return read(value, pointer);
    } catch (error) {
      if (error instanceof ProtocolError) return undefined;
      throw error;
    }
  };
}

/**
 * Returns a reader for the readable items among the first `maxItems` of a list; the result is absent if there are none.
 * The reader never throws a `ProtocolError`.
 */
export function readSome<Item>(readItem: Read<Item>, maxItems: number): Read<Item[] | undefined> {
  return (value, pointer) => {
    if (!Array.isArray(value)) return undefined;
    const found = value
      .slice(0, maxItems)
      .map((item, index) => tolerant(readItem)(item, `${pointer}/${index}`))
      .filter((item) => item !== undefined);
    return found.length > 0 ? found : undefined;
  };
}
