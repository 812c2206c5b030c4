import { installPackedFile } from "../packed-file.ts";
import { shopifySchema } from "./shopify-schema.ts";

installPackedFile(shopifySchema);
