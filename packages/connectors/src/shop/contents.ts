import type { Package, PackedElement } from "@meetbot/sdk";

/** Goods as a platform lists them in a parcel; a null quantity when it does not state how many. */
export interface Goods {
  title: string | null | undefined;
  quantity: number | null | undefined;
}

/** Returns a parcel's contents: its goods by name, with quantities when the platform states them for all goods. */
export function contentsOf(goods: readonly Goods[]): Pick<Package, "product_name" | "elements"> {
  const named = goods.flatMap(({ title, quantity }) =>
    title?.trim() && quantity !== 0 ? [{ title: title.trim(), quantity }] : [],
  );
  if (named.length === 0) return {};
  const elements = new Map<string, PackedElement>();
  for (const { title, quantity } of named) {
    const sum = (elements.get(title)?.quantity ?? 0) + (quantity ?? 0);
    elements.set(title, { title, quantity: sum });
  }
  const isCounted = named.every(({ quantity }) => (quantity ?? 0) > 0);
  return {
    product_name: [...elements.keys()].join(", "),
    ...(isCounted && { elements: [...elements.values()] }),
  };
}
