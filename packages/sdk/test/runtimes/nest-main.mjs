// A NestJS application with the example's webhook, and with a controller that serves the same one.
// JavaScript, because Node runs no decorators: they are called as the compiler calls them.
import "reflect-metadata";
import { toNodeHandler } from "@meetbot/sdk";
import { Controller, Module, Post, Req, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { mountWebhook } from "./nest.ts";
import { webhook } from "./webhook.ts";

class WebhookController {
  ask(request, response) {
    return toNodeHandler(webhook)(request, response);
  }
}
const { prototype } = WebhookController;
Controller("controller")(WebhookController);
Post()(prototype, "ask", Object.getOwnPropertyDescriptor(prototype, "ask"));
Req()(prototype, "ask", 0);
Res()(prototype, "ask", 1);

class AppModule {}
Module({ controllers: [WebhookController] })(AppModule);

const rawBody = process.env.RAW_BODY === "true";
const app = await NestFactory.create(AppModule, { rawBody, logger: ["error"] });
mountWebhook(app);
await app.listen(0, "127.0.0.1");
console.log(await app.getUrl());
