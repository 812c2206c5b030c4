/** Lets the demo shop fail, or be well again; with `only`, for queries in which that text stands. */
export async function setOutage(
  shopUrl: string,
  outage: { mode: "up" | "down" | "slow"; only?: string },
): Promise<void> {
  await fetch(`${shopUrl}/demo/outage`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(outage),
  });
}
