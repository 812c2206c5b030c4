import { installPackedFile } from "../packed-file.ts";
import { shopwareSchema } from "./shopware-schema.ts";

installPackedFile(shopwareSchema);
