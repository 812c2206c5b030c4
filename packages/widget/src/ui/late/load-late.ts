import { fill } from "@meetbot/presentation";
import { Component, Fragment, h } from "preact";
import { isWebUrl } from "../../format/is-web-url.ts";
import { Icon } from "../parts/icon.tsx";
import type { Late } from "../parts/late.ts";
import { addSheet } from "../parts/sheets.ts";

/** Loads what follows when the window stands; fails where it cannot be had. */
export async function loadLate(): Promise<Late> {
  const { createLate } = await import("./late.ts");
  return createLate({ Component, Fragment, h, fill, Icon, isWebUrl, addSheet });
}
