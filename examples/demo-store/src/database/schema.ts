import { DatabaseSync } from "node:sqlite";

/**
 * Opens the shop's database and makes its tables where they are missing. Amounts are whole minor
 * units; emails are kept in lower case; numbers compare without regard to case.
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(tables);
  return database;
}

const tables = `
  CREATE TABLE IF NOT EXISTS shoppers (
    email TEXT PRIMARY KEY,
    name  TEXT NOT NULL
  ) STRICT;

  -- Who bought without an account: known to the webhook, but nobody can sign in as them.
  CREATE TABLE IF NOT EXISTS guests (
    email TEXT PRIMARY KEY REFERENCES shoppers
  ) STRICT;

  CREATE VIEW IF NOT EXISTS members AS
    SELECT * FROM shoppers WHERE email NOT IN (SELECT email FROM guests);

  CREATE TABLE IF NOT EXISTS products (
    sku       TEXT PRIMARY KEY,
    title     TEXT NOT NULL,
    subtitle  TEXT NOT NULL,
    price_usd INTEGER NOT NULL,
    price_cny INTEGER NOT NULL,
    price_jpy INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS orders (
    number         TEXT PRIMARY KEY COLLATE NOCASE,
    shopper_email  TEXT NOT NULL REFERENCES shoppers,
    status         TEXT NOT NULL,
    placed_at      INTEGER NOT NULL, -- Unix seconds
    payment_method TEXT,             -- none while unpaid
    currency       TEXT NOT NULL,
    subtotal       INTEGER NOT NULL,
    shipping       INTEGER NOT NULL,
    tax            INTEGER NOT NULL,
    total          INTEGER NOT NULL,
    recipient      TEXT NOT NULL,
    street_1       TEXT NOT NULL,
    street_2       TEXT,
    city           TEXT NOT NULL,
    state          TEXT NOT NULL,
    postal_code    TEXT NOT NULL,
    country        TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS orders_of_shopper ON orders (shopper_email, placed_at DESC);

  CREATE TABLE IF NOT EXISTS order_lines (
    order_number TEXT NOT NULL COLLATE NOCASE REFERENCES orders,
    position     INTEGER NOT NULL,
    sku          TEXT NOT NULL REFERENCES products,
    quantity     INTEGER NOT NULL,
    total        INTEGER NOT NULL,
    PRIMARY KEY (order_number, position)
  ) STRICT;

  CREATE TABLE IF NOT EXISTS adjustments (
    order_number TEXT NOT NULL COLLATE NOCASE REFERENCES orders,
    position     INTEGER NOT NULL,
    name         TEXT NOT NULL,
    amount       INTEGER NOT NULL,   -- subtracted; a fee is negative
    PRIMARY KEY (order_number, position)
  ) STRICT;

  CREATE TABLE IF NOT EXISTS packages (
    number          TEXT PRIMARY KEY COLLATE NOCASE,
    order_number    TEXT NOT NULL COLLATE NOCASE REFERENCES orders,
    position        INTEGER NOT NULL,
    sku             TEXT NOT NULL REFERENCES products,
    carrier         TEXT,            -- none until handed over
    tracking_number TEXT COLLATE NOCASE,
    tracking_url    TEXT,
    status          TEXT NOT NULL,
    due_on          TEXT NOT NULL    -- YYYY-MM-DD; once delivered, the day it arrived
  ) STRICT;
  CREATE INDEX IF NOT EXISTS packages_of_order ON packages (order_number, position);
  CREATE INDEX IF NOT EXISTS packages_by_tracking_number ON packages (tracking_number);

  CREATE TABLE IF NOT EXISTS opening (
    today TEXT NOT NULL              -- the shop's first day; all seeded dates count from it
  ) STRICT;
`;
