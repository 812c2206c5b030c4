// wrangler.toml: compatibility_date = "2025-09-01" or later, compatibility_flags = ["nodejs_compat"];
// wrangler secret put MEETBOT_SIGNING_SECRET
import { webhook } from "./webhook.ts";

// biome-ignore lint/style/noDefaultExport: it is the one Workers look for.
export default { fetch: webhook };
