import { unexpected } from "./protocol-error.ts";
import type { Read } from "./read-fields.ts";

/**
 * Reads an array and every item in it, at most `maxItems` from its beginning. What it makes throws
 * a `ProtocolError` where it is no array.
 */
export function readList<Item>(readItem: Read<Item>, maxItems: number): Read<Item[]> {
  return (value, pointer) => {
    if (!Array.isArray(value)) throw unexpected(pointer, "an array", value);
    return value.slice(0, maxItems).map((item, index) => readItem(item, `${pointer}/${index}`));
  };
}
