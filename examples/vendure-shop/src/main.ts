import { fillVendure } from "./fill-vendure.ts";
import { installVendure, isVendureIn } from "./install-vendure.ts";
import { runVendure } from "./run-vendure.ts";

// A real shop to connect, as a separate process: node main.ts FOLDER. Logs errors and slow steps to standard error, and
// prints one line of JSON when the shop is open; SIGTERM or SIGINT closes it.
const [folder] = process.argv.slice(2);
try {
  if (!folder) throw new Error("Name the folder in which Vendure is kept.");
  if (!isVendureIn(folder)) console.error("Fetching Vendure with npm, some 160 MB, once …");
  await installVendure(folder);
  const vendure = await runVendure(folder);
  const close = () => vendure[Symbol.asyncDispose]();
  for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, close);
  // Started by another program, the shop closes when that one is gone, however it went.
  process.once("disconnect", close);
  process.channel?.unref();
  const shop = await fillVendure(vendure);
  const { account, partlyShipped: order_number, apiKey: api_key } = shop;
  const url = `${vendure.url}/admin-api`;
  console.log(JSON.stringify({ ready: true, url, api_key, account, order_number }));
} catch (error) {
  console.error(`Vendure cannot start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
