import assert from "node:assert/strict";
import { test } from "node:test";
import { useShops } from "./open-shop.ts";

const startShop = useShops();

/** White, black, what is next to where one is no longer readable, and what nobody would choose. */
const accents = ["#ffffff", "#000000", "#ffff00", "#757575", "#777777", "#808080", "#a8321d"];

for (const colorScheme of ["light", "dark"] as const) {
  test(`the launcher has the colors of the window under any accent: ${colorScheme}`, async (t) => {
    const shop = await startShop(t);
    await shop.bots.change(shop.botId, { accent: "#a8321d" });
    const { page, launcher, window } = await shop.visit({ options: { colorScheme } });
    await launcher.click();
    await window.getByRole("textbox").waitFor();
    const colors = (accent: string) =>
      page.evaluate((accent) => {
        const host = document.querySelector<HTMLElement>("meetbot-chat")!;
        host.style.setProperty("--meetbot-accent", accent);
        const root = host.shadowRoot!;
        const face = root.lastElementChild!.shadowRoot!.querySelector(".face")!;
        const canvas = new OffscreenCanvas(1, 1).getContext("2d")!;
        return [root.querySelector(".launcher")!, face].map((element) => {
          const { backgroundColor, color } = getComputedStyle(element);
          return [backgroundColor, color].map((painted) => {
            canvas.fillStyle = painted;
            canvas.fillRect(0, 0, 1, 1);
            const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
            return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
          });
        });
      }, accent);
    for (const accent of accents) {
      const [drawn, inside] = await colors(accent);
      assert.deepEqual(drawn, inside, accent);
      assert.equal(drawn![0], accent);
    }
    const onFill = async (accent: string) => (await colors(accent))[0]![1];
    assert.equal(await onFill("#757575"), "#ffffff");
    assert.equal(await onFill("#777777"), "#000000");
    assert.equal(await onFill("#ffff00"), "#000000");
    assert.deepEqual((await colors(""))[0], ["#a8321d", "#ffffff"]);
  });
}
