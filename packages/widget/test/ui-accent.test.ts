import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { useGallery } from "./gallery/open-gallery.ts";

const open = useGallery();

/** As pixels: red, green, blue. */
type Color = readonly [number, number, number];
type Look = Record<"fill" | "onFill" | "ink" | "surface", Color>;

/** How the window looks under each accent that the page sets. */
function looksUnder(page: Page, accents: string[]): Promise<Look[]> {
  return page.evaluate((accents) => {
    const host = document.querySelector<HTMLElement>("meetbot-chat")!;
    const root = host.shadowRoot!.lastElementChild!.shadowRoot!;
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
    const painted = (color: string) => {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3) as unknown as Color;
    };
    const styles = (name: string) => getComputedStyle(root.querySelector(name)!);
    return accents.map((accent) => {
      if (accent) host.style.setProperty("--meetbot-accent", accent);
      return {
        fill: painted(styles(".face").backgroundColor),
        onFill: painted(styles(".face").color),
        ink: painted(styles(".choices .button").color),
        surface: painted(styles(".bubble").backgroundColor),
      };
    });
  }, accents);
}

test("any accent is readable in each use, in both schemes", async () => {
  const parts = ["00", "24", "49", "6d", "92", "b6", "db", "ff"];
  const accents = parts.flatMap((red) =>
    parts.flatMap((green) => parts.map((blue) => `#${red}${green}${blue}`)),
  );
  for (const scheme of ["light", "dark"]) {
    await using opened = await open({ state: "welcome", scheme });
    const looks = await looksUnder(opened.page, accents);
    for (const [at, { fill, onFill, ink, surface }] of looks.entries()) {
      const accent = `${accents[at]} ${scheme}`;
      assert.deepEqual(fill, toColor(accents[at]!), accent);
      assert.ok(contrast(fill, onFill) >= 4.5, `${accent}: ${onFill} on it`);
      assert.ok(contrast(ink, surface) >= 4.5, `${accent}: ${ink} as ink`);
    }
  }
});

test("bright yellow keeps its color, under black", async () => {
  await using opened = await open({ state: "welcome", accent: "#ffe600" });
  const [look] = await looksUnder(opened.page, [""]);
  assert.deepEqual([look!.fill, look!.onFill], [toColor("#ffe600"), toColor("#000000")]);
});

test("the shop's accent that is no color is the default, and the page's own is opaque", async () => {
  await using opened = await open({ state: "welcome", accent: "red}*{display:none" });
  const [shop, page] = await looksUnder(opened.page, ["", "#2f5bea80"]);
  assert.deepEqual(shop!.fill, toColor("#2f5bea"));
  assert.deepEqual(page, shop);
});

function toColor(color: string): Color {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as unknown as Color;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Color, other: Color): number {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(a / b, b / a);
}

function luminance(color: Color): number {
  const [red, green, blue] = color.map((part) =>
    part < 11 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as unknown as Color;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
