import { createServer } from "node:http";

// A shop that answers at once: it has every order it is asked for, and knows no packages. It checks no signature: the load
// is on Meetbot.

const usualNumber = "MBWXS75S9878";

const order = {
  order_number: usualNumber,
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
const usualAnswer = JSON.stringify({
  ...{ success: true, object: "orders", has_next_page: false },
  orders: [order],
});

const noPackages = Buffer.from(
  JSON.stringify({ success: true, object: "packages", has_next_page: false, packages: [] }),
);

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const asked = Buffer.concat(chunks).toString();
  const body = asked.includes('"method":"packages"') ? noPackages : answer(asked);
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
});

/** The one order, under the number that is asked for. */
function answer(asked: string): Buffer {
  const number = /"order_number":"([\w-]+)"/.exec(asked)?.[1] ?? usualNumber;
  return Buffer.from(
    number === usualNumber ? usualAnswer : usualAnswer.replace(usualNumber, number),
  );
}

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}/` }));
});
