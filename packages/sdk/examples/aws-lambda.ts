// For API Gateway and for function URLs; the variable is set in the function's configuration.
import { toLambdaHandler } from "@meetbot/sdk";
import { webhook } from "./webhook.ts";

export const handler = toLambdaHandler(webhook);
