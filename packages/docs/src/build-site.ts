import { fileURLToPath } from "node:url";
import { InstallError, installIn } from "../../../scripts/install-apart.ts";

/** Exit code if the site's tools could not be installed; build.mjs checks for it. */
const notInstalled = 75;

const site = new URL("../site/", import.meta.url);
try {
  installIn(fileURLToPath(site), "the tools that build the documentation, 40 MB");
} catch (error) {
  if (!(error instanceof InstallError)) throw error;
  console.error(error.message);
  process.exit(notInstalled);
}
// Its types are there only once its tools are.
await import(new URL("src/build-site.ts", site).href);
