// The example as it stands, heard on this machine only.
import shop from "./bun.ts";

// biome-ignore lint/style/noDefaultExport: it is the one Bun looks for.
export default { ...shop, hostname: "127.0.0.1" };
