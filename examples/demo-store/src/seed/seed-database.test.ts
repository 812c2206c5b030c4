import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { describe, it } from "node:test";
import { openDatabase } from "../database/schema.ts";
import { seedDatabase } from "./seed-database.ts";

const today = "2026-11-24";

function openSeeded(): DatabaseSync {
  const database = openDatabase(":memory:");
  seedDatabase(database, today);
  return database;
}

describe("the seeded shop", () => {
  const database = openSeeded();
  const select = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));

  it("has seven shoppers, 24 products and 64 orders in every status and currency", () => {
    assert.deepEqual(
      select(`SELECT (SELECT count(*) FROM shoppers) AS shoppers,
                     (SELECT count(*) FROM products) AS products,
                     (SELECT count(*) FROM orders) AS orders`),
      [{ shoppers: 7, products: 24, orders: 64 }],
    );
    const kinds = (column: string) =>
      select(`SELECT DISTINCT ${column} AS kind FROM orders ORDER BY kind`).map(({ kind }) => kind);
    assert.deepEqual(kinds("currency"), ["CNY", "JPY", "USD"]);
    assert.deepEqual(kinds("status"), [
      "canceled",
      "delivered",
      "processing",
      "refunded",
      "shipped",
      "unpaid",
    ]);
  });

  it("charges each line its quantity times the price of the product", () => {
    assert.deepEqual(
      select(`SELECT order_number, sku FROM order_lines
              JOIN orders ON number = order_number JOIN products USING (sku)
              WHERE order_lines.total <> quantity *
                CASE currency WHEN 'USD' THEN price_usd WHEN 'CNY' THEN price_cny ELSE price_jpy END`),
      [],
    );
  });

  it("has amounts that add up in every order", () => {
    assert.deepEqual(
      select(`SELECT number FROM orders
              WHERE subtotal <> (SELECT sum(total) FROM order_lines WHERE order_number = number)
                 OR total <> subtotal + shipping + tax - coalesce(
                      (SELECT sum(amount) FROM adjustments WHERE order_number = number), 0)
                 OR total <= 0`),
      [],
    );
  });

  it("has order numbers that are hard to guess, and two short ones", () => {
    const numbers = select("SELECT number FROM orders").map(({ number }) => String(number));
    const short = numbers.filter((number) => !/^MB[2-9A-HJKMNP-Z]{10}$/.test(number));
    assert.deepEqual(short.sort(), ["1042", "1057"]);
  });

  it("has only packages that their orders account for", () => {
    assert.deepEqual(
      select(`SELECT packages.number FROM packages JOIN orders ON orders.number = order_number
              WHERE orders.status IN ('unpaid', 'canceled')
                 OR sku NOT IN (SELECT sku FROM order_lines
                                WHERE order_lines.order_number = orders.number)
                 OR (carrier IS NULL) <> (tracking_number IS NULL)`),
      [],
    );
  });

  it("lets nobody order after the first day, or get a package before it was ordered", () => {
    assert.deepEqual(
      select(`SELECT orders.number FROM orders LEFT JOIN packages ON order_number = orders.number
              WHERE date(placed_at, 'unixepoch') >= '${today}'
                 OR due_on < date(placed_at, 'unixepoch')`),
      [],
    );
  });
});

describe("seedDatabase", () => {
  it("gives the same shop for the same day", () => {
    const [one, other] = [openSeeded(), openSeeded()];
    for (const table of ["orders", "order_lines", "adjustments", "packages"]) {
      const sql = `SELECT * FROM ${table} ORDER BY rowid`;
      assert.deepEqual(one.prepare(sql).all(), other.prepare(sql).all());
    }
  });

  it("leaves the orders of a shop that was filled before as they are", () => {
    const database = openSeeded();
    database.exec("UPDATE orders SET status = 'delivered' WHERE status = 'shipped'");
    seedDatabase(database, "2027-01-01");
    assert.equal(
      database.prepare("SELECT number FROM orders WHERE status = 'shipped'").get(),
      undefined,
    );
  });

  it("leaves nothing behind when it cannot finish", () => {
    const database = openDatabase(":memory:");
    database.exec("INSERT INTO shoppers VALUES ('noah.smith@example.net', 'Somebody else')");
    assert.throws(() => seedDatabase(database, today), /UNIQUE/);
    assert.equal(database.prepare("SELECT * FROM orders").get(), undefined);
    assert.equal(database.prepare("SELECT * FROM opening").get(), undefined);
  });

  it("moves what it opened with along to another day, and nothing that was bought since", () => {
    const older = openSeeded();
    older.exec(`CREATE TEMP TABLE bought AS SELECT * FROM orders LIMIT 1;
      UPDATE bought SET number = 'BOUGHT'; INSERT INTO orders SELECT * FROM bought`);
    const [bought] = older.prepare("SELECT * FROM bought").all();
    const daysOf = (from: DatabaseSync) =>
      from
        .prepare("SELECT number, placed_at FROM orders WHERE number <> 'BOUGHT' ORDER BY number")
        .all();
    const dueOn = (from: DatabaseSync) =>
      from.prepare("SELECT number, due_on FROM packages ORDER BY number").all();
    seedDatabase(older, "2026-12-04");
    const fresh = openDatabase(":memory:");
    seedDatabase(fresh, "2026-12-04");
    assert.deepEqual(daysOf(older), daysOf(fresh));
    assert.deepEqual(dueOn(older), dueOn(fresh));
    assert.deepEqual(older.prepare("SELECT * FROM orders WHERE number = 'BOUGHT'").get(), bought);
    // A clock that went back moves nothing.
    seedDatabase(older, today);
    assert.deepEqual(dueOn(older), dueOn(fresh));
  });
});
