/** Which package of which order a package number names. */
export interface PackageNumberParts {
  orderNumber: string;
  id: string;
}

/**
 * Package numbers for shops that have none of their own, or cannot look packages up by them: the order's number and the
 * package's place in it, `A-1001-2`. To answer a query for a package, the shop reads the order's number out of the
 * package number and looks the order up.
 */
export const packageNumber = {
  make(orderNumber: string, id: string | number): string {
    return `${orderNumber}-${id}`;
  },

  /** Splits a package number at its last dash. Null if there is no dash: it may be a carrier's number. */
  parse(number: string): PackageNumberParts | null {
    const text = number.normalize("NFKC").trim();
    const dash = text.lastIndexOf("-");
    const [orderNumber, id] = [text.slice(0, Math.max(0, dash)), text.slice(dash + 1)];
    return orderNumber.trim() === "" || id.trim() === "" ? null : { orderNumber, id };
  },
};
