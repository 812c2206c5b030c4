import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { webhook } from "./webhook.ts";

const app = new Hono();
app.all("/webhook", (context) => webhook(context.req.raw));
serve({ fetch: app.fetch, port: Number(process.env.PORT) }, () => console.log("listening"));
