// app/webhook/route.ts: a route handler is a webhook already.
export { webhook as POST } from "../../webhook.ts";
