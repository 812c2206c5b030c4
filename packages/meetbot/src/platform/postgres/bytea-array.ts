/** The OID of the type `bytea`, the same in every PostgreSQL. */
const byteaOid = 17;

/** The head of an array of one dimension: dimensions, whether there are nulls, type, length, first index. */
const headBytes = 20;
const lengthBytes = 4;

/**
 * Encodes a `bytea[]` parameter in PostgreSQL's binary form (what its `array_recv` reads). pg would send it as text,
 * quoted, with two digits for each byte: half a page for each turn, which PostgreSQL parses digit by digit.
 */
export function byteaArray(items: readonly (Uint8Array | null)[]): Buffer {
  const size = items.reduce((sum, item) => sum + lengthBytes + (item?.length ?? 0), headBytes);
  const array = Buffer.allocUnsafe(size);
  const head = [1, items.includes(null) ? 1 : 0, byteaOid, items.length, 1];
  let at = 0;
  for (const number of head) at = array.writeInt32BE(number, at);
  for (const item of items) {
    at = array.writeInt32BE(item?.length ?? -1, at);
    if (!item) continue;
    array.set(item, at);
    at += item.length;
  }
  return array;
}
