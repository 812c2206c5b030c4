import { createServer } from "node:http";

// A shop that answers at once with one order, of which it knows no packages. It checks no signature: the load is on Meetbot.

const order = {
  order_number: "MBWXS75S9878",
  currency: "USD",
  timestamp: "1763600000",
  status: "shipped",
  summary: { subtotal: 75, shipping_cost: 4.95, total_tax: 6.19, total_cost: 56.14 },
  adjustments: [{ name: "New Customer Discount", amount: 20 }],
  elements: [
    { title: "Classic White T-Shirt", quantity: 2, price: 50, currency: "USD" },
    { title: "Classic Gray T-Shirt", quantity: 1, price: 25, currency: "USD" },
  ],
};
const answer = Buffer.from(
  JSON.stringify({ success: true, object: "orders", has_next_page: false, orders: [order] }),
);

const noPackages = Buffer.from(
  JSON.stringify({ success: true, object: "packages", has_next_page: false, packages: [] }),
);

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).includes('"method":"packages"') ? noPackages : answer;
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}/` }));
});
