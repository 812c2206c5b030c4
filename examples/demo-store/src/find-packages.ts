import type { DatabaseSync } from "node:sqlite";
import type { Package } from "@meetbot/sdk";
import { productPictureUrl } from "./product-picture.ts";

interface Page {
  page: number;
  limit: number;
}

interface PackagePage {
  packages: Package[];
  hasNextPage: boolean;
}

/** One page of an order's packages, none before it is packed; `null` when there is no such order. */
export function findPackagesOfOrder(
  database: DatabaseSync,
  shopUrl: string,
  { orderNumber, page, limit }: Page & { orderNumber: string },
): PackagePage | null {
  const number = orderNumber.trim();
  if (!database.prepare("SELECT 1 FROM orders WHERE number = ?").get(number)) return null;
  return selectPackages(database, shopUrl, "order_number = :number", number, { page, limit });
}

/**
 * The packages with a number: the shop's own or the carrier's, for a shopper has both at hand.
 * `null` when there are none.
 */
export function findPackagesByNumber(
  database: DatabaseSync,
  shopUrl: string,
  { packageNumber, page, limit }: Page & { packageNumber: string },
): PackagePage | null {
  const condition = "packages.number = :number OR tracking_number = :number";
  const number = packageNumber.trim();
  const found = selectPackages(database, shopUrl, condition, number, { page, limit });
  return found.packages.length === 0 && page === 1 ? null : found;
}

interface PackageRow {
  number: string;
  order_number: string;
  sku: string;
  title: string;
  carrier: string | null;
  tracking_number: string | null;
  tracking_url: string | null;
  status: string;
  due_on: string;
}

function selectPackages(
  database: DatabaseSync,
  shopUrl: string,
  condition: string,
  number: string,
  { page, limit }: Page,
): PackagePage {
  // One row more than the page holds tells whether another page follows.
  const rows = database
    .prepare(
      `SELECT packages.*, title FROM packages JOIN products USING (sku)
       WHERE ${condition} ORDER BY order_number, position LIMIT :rows OFFSET :skipped`,
    )
    .all({ number, rows: limit + 1, skipped: (page - 1) * limit }) as unknown as PackageRow[];
  return {
    packages: rows.slice(0, limit).map((row) => toPackage(shopUrl, row)),
    hasNextPage: rows.length > limit,
  };
}

function toPackage(shopUrl: string, row: PackageRow): Package {
  return {
    order_number: row.order_number,
    package_number: row.number,
    product_name: row.title,
    ...(row.carrier && { carrier: row.carrier }),
    ...(row.tracking_number && { tracking_number: row.tracking_number }),
    ...(row.tracking_url && { tracking_url: row.tracking_url }),
    package_status: row.status,
    exp_delivery: row.due_on,
    image_url: productPictureUrl(shopUrl, row.sku),
  };
}
