import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { findFaults } from "./find-faults.ts";
import { screens, useGallery } from "./gallery/open-gallery.ts";
import { galleryStates } from "./gallery/states.ts";

const open = useGallery();
const states = Object.keys(galleryStates("en", ""));

/** Those that show each part of the window, and each of its colors. */
const telling = [
  "welcome",
  "ofShop",
  "order",
  "packagesMany",
  "person",
  "failed",
  "offline",
  "ended",
];

const looks = [
  { name: "English, light, on a desktop", parameters: { locale: "en" }, screen: "desktop", states },
  {
    name: "Chinese, dark, on a phone",
    parameters: { locale: "zh", scheme: "dark" },
    screen: "phone",
    states,
  },
  {
    name: "English, yellow, dark, a page of its own, 320 px",
    parameters: { accent: "#ffe600", scheme: "dark", page: "1" },
    screen: "small",
    states: telling,
  },
  {
    name: "English, from right to left, in forced colors",
    parameters: { locale: "en", dir: "rtl" },
    screen: "desktop",
    forcedColors: "active",
    states: telling,
  },
] as const;

for (const { name, parameters, screen, states, ...more } of looks) {
  test(`axe finds no fault, and the page's policy no violation: ${name}`, async () => {
    await using opened = await open(
      { state: states[0]!, ...parameters },
      { ...still(screen), ...more },
    );
    for (const state of states) {
      await opened.show({ state, ...parameters });
      assert.deepEqual(await findFaults(opened.page), [], state);
      assert.deepEqual(opened.complaints, [], state);
    }
  });
}

test("a stored conversation has no fault that axe finds", async () => {
  await using opened = await open({ element: "1" }, still("desktop"));
  for (const state of ["text", "order", "packagesMany", "failed"]) {
    await opened.show({ state, element: "1" });
    assert.deepEqual(await findFaults(opened.page), [], state);
    assert.deepEqual(opened.complaints, [], state);
  }
});

test("on a screen of 320 px nothing is wider, and every target is at least 44 px", async () => {
  await using opened = await open({}, still("small"));
  for (const locale of ["en", "zh"]) {
    for (const state of states) {
      await opened.show({ state, locale });
      assert.deepEqual(await findMisfits(opened.page), [], `${state}, ${locale}`);
      assert.deepEqual(opened.complaints, [], `${state}, ${locale}`);
    }
  }
});

/** What is wider than its place (but a name that ends in dots), or too small for a finger. */
function findMisfits(page: Page): Promise<string[]> {
  return page.locator(".window").evaluate((shell) => {
    const all = [shell, ...shell.querySelectorAll("*:not(.name, .unseen, .unseen *, svg)")].filter(
      (element) => element.checkVisibility(),
    );
    const wide = all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1);
    const small = all.filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return (
        element.matches("button, summary, textarea, input, a.button") &&
        Math.min(width, height) < 44
      );
    });
    return [
      ...wide.filter(({ clientWidth }) => clientWidth > 0).map((one) => `wide: ${one.outerHTML}`),
      ...small.map((one) => `small: ${one.outerHTML}`),
    ];
  });
}

/** Nothing moves: a color that is still being blended in would be measured as too faint. */
function still(screen: keyof typeof screens) {
  return { ...screens[screen], reducedMotion: "reduce" as const };
}
