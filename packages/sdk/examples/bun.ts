// bun run bun.ts
import { webhook } from "./webhook.ts";

// biome-ignore lint/style/noDefaultExport: it is the one Bun looks for.
export default { port: process.env.PORT, fetch: webhook };
