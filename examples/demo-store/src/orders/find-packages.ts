import type { Package, QueryContext } from "@meetbot/sdk";
import { statusIn } from "../catalog/package-codes.ts";
import { productPictureUrl } from "../catalog/product-picture.ts";
import type { Shop } from "../database/shop.ts";
import { describeRoute, type PackageWay } from "./describe-route.ts";

interface Pagination {
  page: number;
  limit: number;
  /** Who reads it, and in which language. */
  context?: QueryContext;
}

interface PackagePage {
  packages: Package[];
  hasNextPage: boolean;
}

/** One page of an order's packages, none before it is packed; `null` when there is no such order. */
export function findPackagesOfOrder(
  shop: Shop,
  { orderNumber, ...page }: Pagination & { orderNumber: string },
): PackagePage | null {
  const number = orderNumber.trim();
  if (!shop.database.prepare("SELECT 1 FROM orders WHERE number = ?").get(number)) return null;
  return selectPackages(shop, "order_number = :number", number, page);
}

/**
 * The packages with a number: the shop's own or the carrier's, for a shopper has both at hand.
 * `null` when there are none.
 */
export function findPackagesByNumber(
  shop: Shop,
  { packageNumber, ...page }: Pagination & { packageNumber: string },
): PackagePage | null {
  const condition = "number = :number OR tracking_number = :number";
  const number = packageNumber.trim();
  if (!shop.database.prepare(`SELECT 1 FROM packages WHERE ${condition}`).get({ number })) {
    return null;
  }
  return selectPackages(shop, condition, number, page);
}

/** All packages of an order, for its page. */
export function findAllPackages(shop: Shop, orderNumber: string): Package[] {
  const everything = { page: 1, limit: 1000 };
  return selectPackages(shop, "order_number = :number", orderNumber, everything).packages;
}

interface PackageRow extends PackageWay {
  number: string;
  order_number: string;
  sku: string;
  title: string;
  tracking_number: string | null;
  tracking_url: string | null;
}

function selectPackages(
  shop: Shop,
  condition: string,
  number: string,
  { page, limit, context }: Pagination,
): PackagePage {
  // One row more than the page holds tells whether another page follows.
  const rows = shop.database
    .prepare(
      `SELECT packages.*, title, placed_at FROM packages JOIN products USING (sku)
       JOIN (SELECT number AS ordered, placed_at FROM orders) ON ordered = order_number
       WHERE ${condition} ORDER BY order_number, position LIMIT :rows OFFSET :skipped`,
    )
    .all({ number, rows: limit + 1, skipped: (page - 1) * limit }) as unknown as PackageRow[];
  return {
    packages: rows.slice(0, limit).map((row) => toPackage(shop, row, context)),
    hasNextPage: rows.length > limit,
  };
}

/** Tells a package of the database in the words of the protocol. */
function toPackage(shop: Shop, row: PackageRow, context?: QueryContext): Package {
  return {
    order_number: row.order_number,
    package_number: row.number,
    product_name: row.title,
    ...(row.carrier && { carrier: row.carrier }),
    ...(row.tracking_number && { tracking_number: row.tracking_number }),
    ...(row.tracking_url && { tracking_url: row.tracking_url }),
    package_status: statusIn(row.status, context?.locale),
    ...describeRoute(row),
    exp_delivery: row.due_on,
    image_url: productPictureUrl(shop, row.sku),
  };
}
