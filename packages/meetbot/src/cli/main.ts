import { enableCompileCache } from "node:module";
import { join } from "node:path";

// What is built keeps its compiled code beside it, where that folder can be written to; else Node goes on without. All
// that is to come out of there is loaded after this.
const { dirname, filename } = import.meta;
if (filename.endsWith(".js")) enableCompileCache(join(dirname, "compile-cache"));

const { start } = await import("./start.ts");
await start();
