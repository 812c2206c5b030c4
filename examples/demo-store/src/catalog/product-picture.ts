import type { Shop } from "../database/shop.ts";
import { drawings } from "./drawings.ts";
import type { Sku } from "./products.ts";

/** Where the picture of a product is shown. */
export function productPictureUrl(shop: Shop, sku: string): string {
  return `${shop.url}/products/${sku}.svg`;
}

/** Draws a product; `null`: no such product. */
export function drawProduct(sku: string): string | null {
  if (!Object.hasOwn(drawings, sku)) return null;
  const { ground, shapes } = drawings[sku as Sku];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">
<rect width="200" height="200" fill="${ground}"/>
${shapes}
</svg>
`;
}
