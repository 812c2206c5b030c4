import { installVendure } from "../../../../examples/vendure-shop/src/install-vendure.ts";
import { vendureFolder } from "./find-vendure.ts";

await installVendure(vendureFolder);
