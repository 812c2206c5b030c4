import { installVendure } from "./vendure-installed.ts";

installVendure();
