import type { Shop } from "../database/shop.ts";
import { type Currency, formatMoney, toMajorUnits } from "./money.ts";

/** A product as the pages show it. */
export interface Product {
  sku: string;
  title: string;
  subtitle: string;
  /** For one piece, ready to be shown. */
  price: string;
}

const priceColumns: Readonly<Record<Currency, string>> = {
  USD: "price_usd",
  CNY: "price_cny",
  JPY: "price_jpy",
};

/** All the shop sells, priced in one currency. */
export function findProducts({ database }: Shop, currency: Currency): Product[] {
  const rows = database
    .prepare(
      `SELECT sku, title, subtitle, ${priceColumns[currency]} AS amount FROM products ORDER BY rowid`,
    )
    .all() as unknown as (Omit<Product, "price"> & { amount: number })[];
  return rows.map(({ amount, ...product }) => ({
    ...product,
    price: formatMoney(toMajorUnits(amount, currency), currency),
  }));
}

/** The product with a stock keeping unit; `null`: the shop has none. */
export function findProduct(shop: Shop, currency: Currency, sku: string): Product | null {
  return findProducts(shop, currency).find((product) => product.sku === sku) ?? null;
}
