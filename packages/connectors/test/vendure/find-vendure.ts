import { fileURLToPath } from "node:url";
import {
  installVendure,
  isVendureIn,
} from "../../../../examples/vendure-shop/src/install-vendure.ts";
import { takeLock } from "../../../../scripts/take-lock.mjs";

/** Where Vendure is kept for tests. */
export const vendureFolder = fileURLToPath(
  new URL("../../../../node_modules/.cache/meetbot-vendure", import.meta.url),
);

/** Where Vendure is. With `CI` in the environment it is installed; else null means a skip. */
export async function findVendure(): Promise<string | null> {
  if (process.env.CI) {
    const release = takeLock("vendure");
    await installVendure(vendureFolder).finally(release);
  }
  return isVendureIn(vendureFolder) ? vendureFolder : null;
}

/** Why nothing of it is tested here, and what to do. */
export const leftOut =
  "Vendure is not installed: `npm run prove -- vendure` brings it (160 MB below node_modules/.cache) and runs this";
