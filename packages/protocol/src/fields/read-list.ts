import { unexpected } from "./protocol-error.ts";
import type { Read } from "./read-fields.ts";

/**
 * Returns a reader for an array and its items, limited to the first `maxItems`. The reader throws a `ProtocolError` if
 * the value is no array.
 */
export function readList<Item>(readItem: Read<Item>, maxItems: number): Read<Item[]> {
  return (value, pointer) => {
    if (!Array.isArray(value)) throw unexpected(pointer, "an array", value);
    return value.slice(0, maxItems).map((item, index) => readItem(item, `${pointer}/${index}`));
  };
}
