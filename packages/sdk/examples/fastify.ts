import { toNodeHandler } from "@meetbot/sdk";
import fastify from "fastify";
import { webhook } from "./webhook.ts";

const app = fastify();
const handle = toNodeHandler(webhook);
app.register(async (route) => {
  route.removeAllContentTypeParsers(); // in this scope only: a signature covers raw bytes
  route.addContentTypeParser("*", (_request, _payload, done) => done(null));
  route.all("/webhook", async (request, reply) => {
    reply.hijack();
    await handle(request.raw, reply.raw);
  });
});
app.listen({ port: Number(process.env.PORT) }, () => console.log("listening"));
