import { createServer } from "node:http";
import { toNodeHandler } from "@meetbot/sdk";
import { webhook } from "./webhook.ts";

const server = createServer(toNodeHandler(webhook));
server.listen(process.env.PORT, () => console.log("listening"));
