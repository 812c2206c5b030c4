import type { Shop } from "./shop.ts";

/** Where the picture of a product is shown. */
export function productPictureUrl(shop: Shop, sku: string): string {
  return `${shop.url}/products/${sku}.svg`;
}

/** Draws a product from its symbol, so that the shop needs no photographs; `null`: no such product. */
export function drawProduct({ database }: Shop, sku: string): string | null {
  const product = database.prepare("SELECT symbol FROM products WHERE sku = ?").get(sku);
  if (!product) return null;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">
<rect width="200" height="200" fill="#f4efe6"/>
<text x="100" y="138" font-size="108" text-anchor="middle">${product.symbol}</text>
</svg>
`;
}
