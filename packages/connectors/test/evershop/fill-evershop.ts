import pg from "pg";

/** Number, order, payment, shipments, customer and discount: each order has two shirts at 25, and shipping at 4.95. */
const orders: [string, string, string, string, email: string, discount: number][] = [
  ["10001", "completed", "paid", "delivered", "otto@shop.example", 0],
  ["10002", "canceled", "canceled", "canceled", "otto@shop.example", 0],
  ["10003", "closed", "stripe_refunded", "pending", "Otto@Shop.Example", 0],
  ["10004", "new", "pending", "pending", "otto@shop.example", 0],
  ["10005", "processing", "stripe_captured", "partially_shipped", "OTTO@shop.example", 0],
  ["10006", "processing", "paid", "pending", "lotto@shop.example", 0],
  ["10007", "processing", "paid", "pending", "otto_x@shop.example", 0],
  ["10008", "processing", "paid", "pending", "ottoYx@shop.example", 0],
  ["10009", "processing", "paid", "pending", "erna@guest.example", 5],
  ["ES-0010", "processing", "paid", "shipped", "erna@guest.example", 0],
];

/** What a checkout writes, in EverShop's own tables. */
const shopSql = `
insert into order_address (full_name, postcode, country, province, city, address_1)
values ('Otto Normal', '90001', 'US', 'US-CA', 'Los Angeles', '1 Road');
insert into customer (email, full_name, password, status) values ('Quiet@Shop.Example', 'Q', 'x', 1);
insert into order_item (
  order_item_order_id, product_id, product_sku, product_name, thumbnail, product_price, product_price_incl_tax,
  qty, final_price, final_price_incl_tax, tax_percent, tax_amount, tax_amount_before_discount, discount_amount,
  line_total, line_total_with_discount, line_total_incl_tax, line_total_with_discount_incl_tax, variant_options)
select order_id, 1, 'SHIRT-M', 'Classic White T-Shirt',
  case order_number when '10009' then '/assets/shirt.jpg' else 'https://cdn.example/shirt.jpg' end, 25, 29.75,
  2, 25, 29.75, 19, 9.5, 9.5, 0, 50, 50, 59.5, 59.5,
  '[{"attribute_code":"size","attribute_name":"Size","attribute_id":1,"option_id":2,"option_text":"M"}]'
from "order";
insert into shipment (shipment_order_id, carrier, tracking_number, status, delivered_at, tracking_url)
select order_id, 'ups', '1Z999AA10123456784', 'delivered', timestamptz '2026-10-04T12:30:00Z', null
from "order" where order_number = '10001'
union all
select order_id, 'dpd', 'DPD-0042', 'shipped', null, 'https://dpd.example/DPD-0042'
from "order" where order_number = '10005';
insert into shipment_item (shipment_id, order_item_id, qty)
select shipment_id, order_item_id, 1 from shipment join order_item on order_item_order_id = shipment_order_id;
`;

const orderSql = `
insert into "order" (
  order_number, status, payment_status, shipment_status, customer_email, discount_amount, grand_total, tax_amount,
  total_tax_amount, coupon, cart_id, currency, customer_full_name, shipping_fee_excl_tax, shipping_fee_incl_tax,
  sub_total, sub_total_incl_tax, sub_total_with_discount, sub_total_with_discount_incl_tax, total_qty,
  tax_amount_before_discount, shipping_tax_amount, shipping_address_id, payment_method, payment_method_name)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, 'EUR', 'Otto Normal', 4.95, 5.89, 50, 59.5, 50, 59.5, 2,
  9.5, 0.94, 1, 'stripe', 'Credit Card')`;

/** Writes orders into the database of an empty shop. */
export async function fillEvershop(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const [number, status, payment, sent, email, discount] of orders) {
      // Off the prices without tax, so that less tax is due.
      const tax = discount === 0 ? 9.5 : 8.55;
      const [total, allTax] = [50 - discount + tax + 5.89, tax + 0.94];
      const coupon = discount === 0 ? null : "SPRING";
      const amounts = [discount, total, tax, allTax, coupon];
      await client.query(orderSql, [number, status, payment, sent, email, ...amounts]);
    }
    await client.query(shopSql);
  } finally {
    await client.end();
  }
}
