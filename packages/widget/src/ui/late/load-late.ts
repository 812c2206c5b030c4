import { fill } from "@meetbot/presentation";
import { Component, Fragment, h } from "preact";
import { isWebUrl } from "../../format/is-web-url.ts";
import { Icon } from "../parts/icon.tsx";
import type { Late } from "../parts/late.ts";
import { addSheet } from "../parts/sheets.ts";

/** Loads the parts that the window does not need to open. Rejects if they cannot be loaded. */
export async function loadLate(): Promise<Late> {
  const [{ createLate }, { createCardDetails }] = await Promise.all([
    import("./late.ts"),
    import("./card-details.tsx"),
  ]);
  const tools = { Component, Fragment, h, fill, Icon, isWebUrl, addSheet };
  return { ...createLate(tools), ...createCardDetails(tools) };
}
