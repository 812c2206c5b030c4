import { toNodeHandler } from "@meetbot/sdk";
import express from "express";
import { webhook } from "./webhook.ts";

const app = express();
app.all("/webhook", toNodeHandler(webhook)); // above express.json(): a signature covers raw bytes
app.use(express.json());
app.listen(process.env.PORT, () => console.log("listening"));
