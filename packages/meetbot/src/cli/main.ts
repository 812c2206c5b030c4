import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Built code uses a compile cache in its own folder if that is writable; otherwise Node runs without one. Everything
// that should be cached is loaded after this.
const { dirname, filename } = import.meta;
if (filename.endsWith(".js")) enableCompileCache(join(dirname, "compile-cache"));

const { start } = await import("./start.ts");
await start();
