// pages/api/webhook.ts
import { toNodeHandler } from "@meetbot/sdk";
import { webhook } from "../../webhook.ts";

export const config = { api: { bodyParser: false } }; // a signature covers raw bytes

// biome-ignore lint/style/noDefaultExport: it is the one Next.js looks for.
export default toNodeHandler(webhook);
