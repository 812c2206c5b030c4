/** Where the picture of a product is shown. */
export function productPictureUrl(shopUrl: string, sku: string): string {
  return `${shopUrl}/products/${sku}.svg`;
}

/** The picture of a product: its symbol on paper, so that the shop needs no photographs. */
export function drawProduct(symbol: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="200" height="200" fill="#f4efe6"/><text x="100" y="138" font-size="108" text-anchor="middle">${symbol}</text></svg>`;
}
