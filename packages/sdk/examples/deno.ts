// deno serve --port 4720 --allow-env deno.ts
import { webhook } from "./webhook.ts";

// biome-ignore lint/style/noDefaultExport: it is the one `deno serve` looks for.
export default { fetch: webhook };
