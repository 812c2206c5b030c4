import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import {
  app,
  openServer,
  page,
  startPlatforms,
  telegramToken,
} from "../src/operations/apply/apply.fixture.ts";

const text = readFileSync(new URL("../../../docs/config-as-code.md", import.meta.url), "utf8");
const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];

test("the example of docs/config-as-code.md sets up an empty server", async (t) => {
  const server = await openServer(t, await startPlatforms({ after }));
  server.files["secrets/push.txt"] = newSecret();
  Object.assign(server.env, {
    ...{ LANTERNS_SIGNING_SECRET: newSecret(), LANTERNS_TELEGRAM_TOKEN: telegramToken },
    ...{ LANTERNS_PAGE_TOKEN: page.token, LANTERNS_APP_SECRET: app.secret },
    LANTERNS_VERIFY_TOKEN: "a verify token",
    LANTERNS_SLACK_URL: "https://hooks.slack.com/triggers/x",
    ...{ OUTLET_KEY: "ck_1", OUTLET_SECRET: "cs_1" },
  });
  const { invitations } = await server.apply(example);
  assert.deepEqual((await server.store.bots.list()).map(({ id }) => id).sort(), [
    "bot_lanterns",
    "bot_outlet",
  ]);
  assert.equal(invitations.length, 3);
  assert.deepEqual((await server.apply(example)).told, []);
});
