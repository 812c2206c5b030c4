/** Makes the demo shop fail or recover; with `only`, just for queries that contain that text. */
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
