import { readSettings } from "./settings.ts";
import { startDemoStore } from "./start-demo-store.ts";

// The shop as a process of its own: one line of JSON when it is open, SIGTERM or SIGINT to close.
try {
  const store = await startDemoStore(readSettings(process.env));
  for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => store.close());
  // Started by another program, the shop closes when that one is gone, however it went.
  process.once("disconnect", () => store.close());
  process.channel?.unref();
  console.log(JSON.stringify({ ready: true, url: store.url, webhook_url: store.webhookUrl }));
} catch (error) {
  console.error(`The demo store cannot start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
