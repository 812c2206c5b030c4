// The runtimes lie above the project, and there are lockfiles above them that are not its own.
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

// biome-ignore lint/style/noDefaultExport: it is the one Next.js looks for.
export default { turbopack: { root }, outputFileTracingRoot: root };
