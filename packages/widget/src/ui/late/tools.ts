/**
 * The modules that the late part shares with the window. The build makes the window pass them through `takeTools`: a
 * separate shared file would be one more to wait for when the window opens.
 */
export { fill } from "@meetbot/presentation";
export { Component, Fragment, h } from "preact";
export { isWebUrl } from "../../format/is-web-url.ts";
export { Icon } from "../parts/icon.tsx";
export { addSheet } from "../parts/sheets.ts";

/** Call before anything of the late part is rendered; without the build, the tools are already present. */
export function takeTools(_tools: object): void {}
