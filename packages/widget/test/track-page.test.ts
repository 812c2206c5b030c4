import assert from "node:assert/strict";
import { test } from "node:test";
import { languages, say } from "@meetbot/presentation";
import {
  email,
  longNumber,
  shortNumber,
  startTrackedShops,
} from "../../meetbot/src/server/chat/track/track-shop.fixture.ts";
import { findFaults } from "./find-faults.ts";
import { prepareWatchedPages } from "./watched-page.ts";

const openPage = prepareWatchedPages();
const shots = process.env.MEETBOT_SHOTS;

test("a phone finds an order on /track, in two languages, without a fault", async (t) => {
  const { open } = await startTrackedShops(t);
  const url = await open("bot_track", { accent: "#f2c14e" });
  for (const [locale, browser, scheme] of [
    ["en", "en-US", "light"],
    ["zh", "zh-CN", "dark"],
  ] as const) {
    const { page, told } = await openPage(t, {
      ...{ locale: browser, viewport: { width: 320, height: 640 }, hasTouch: true },
      ...{ colorScheme: scheme },
    });
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    const check = async (name: string) => {
      if (shots)
        await page.screenshot({ path: `${shots}/track-${name}-${locale}.png`, fullPage: true });
      assert.deepEqual(await findFaults(page), [], name);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(width, 320, `${name} is too wide`);
    };
    const { words } = languages[locale].window;
    const number = page.getByLabel(say(locale, "trackNumber"), { exact: true });
    const find = page.getByRole("button", { name: say(locale, "trackGo"), exact: true });
    await page.goto(url);
    assert.equal(await page.locator("html").getAttribute("lang"), browser);
    assert.equal(await page.locator("script").count(), 0);
    await check("form");

    await number.fill(shortNumber);
    await number.press("Enter");
    const asked = page.getByRole("region", { name: say(locale, "trackAnswer"), exact: true });
    await asked.getByLabel(words.email, { exact: true }).fill(email);
    await check("email");
    await asked.getByRole("button", { name: words.send }).tap();
    await page.getByText("Linen Shirt").first().waitFor();
    await check("order");

    await number.fill(longNumber);
    await find.tap();
    await page.getByRole("article").first().waitFor();
    const link = page.getByRole("link", { name: languages[locale].cards.words.trackPackage });
    assert.match((await link.getAttribute("href")) ?? "", /^https:\/\/www\.ups\.com\/track/);
    await check("package");
    // Going back and forward sends nothing again; the page shows the latest result.
    await page.goBack();
    await page.goForward();
    await page.getByRole("article").first().waitFor();

    await page.getByRole("button", { name: say(locale, "trackEnd") }).tap();
    await page.getByText(say(locale, "trackIntro")).waitFor();
    assert.equal(await page.getByRole("article").count(), 0);

    // The form of a page whose cookie is gone.
    await page.context().clearCookies();
    await number.fill(longNumber);
    await find.tap();
    await page.getByRole("alert").waitFor();
    await check("failed");

    for (const one of requested) {
      assert.equal(new URL(one).origin, new URL(url).origin, one);
      for (const secret of [shortNumber, longNumber, "yilia"])
        assert.ok(!one.includes(secret), one);
    }
    assert.deepEqual(
      told.filter((line) => !line.includes("403")),
      [],
    );
  }
});
