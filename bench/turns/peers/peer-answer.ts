/** What a bot of a few lines says: found by a pattern, asked of the shop, and put into words. */
export async function answerQuestion(text: string, merchant: string) {
  const [number = ""] = /[A-Z0-9]{10,}/.exec(text) ?? [];
  const request = {
    category: "order",
    method: "orders",
    id: "order_list_1",
    page_id: "1",
    meta: "",
  };
  const response = await fetch(merchant, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ request, params: { order_number: number } }),
  });
  const { orders } = (await response.json()) as { orders: Order[] };
  const [order] = orders;
  if (!order) throw new Error("The shop does not know the order.");
  const items = order.elements.map(
    ({ quantity, title, price }) => `${quantity} × ${title}: ${price}`,
  );
  const lines = [`Order ${order.order_number}: ${order.status}`, ...items];
  return {
    lead: "I found your order:",
    order: [...lines, `Total: ${order.summary.total_cost} ${order.currency}`].join("\n"),
    choices: [
      { title: "Where is it?", payload: "track" },
      { title: "Another order", payload: "another" },
    ],
  };
}

interface Order {
  order_number: string;
  status: string;
  currency: string;
  elements: { quantity: number; title: string; price: number }[];
  summary: { total_cost: number };
}
