import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestServer } from "../server/server.fixture.ts";
import { features } from "./features.ts";
import type { Feature } from "./form/feature.ts";

test("one more feature is a folder and a line: it is called, it works by itself, and it stops with the node", async (t) => {
  const seen: string[] = [];
  const weather: Feature = {
    name: "weather",
    pages: ["weather"],
    start: ({ publicUrl }) => ({
      hooks: () => [
        {
          path: "/weather/:bot_id",
          door: "weather",
          refuseStrangers: (_, next) => next(),
          hook: (c) => c.json({ bot: c.req.param("bot_id"), publicUrl }),
        },
      ],
      startJobs() {
        seen.push("started");
        return [{ stop: async () => void seen.push("stopped") }];
      },
    }),
  };
  const { url, close } = await startTestServer(t, { features: [...features, weather] });
  const response = await fetch(`${url}/weather/bot_1`, { method: "POST" });
  assert.deepEqual(await response.json(), { bot: "bot_1", publicUrl: null });
  const metrics = await (await fetch(`${url}/metrics`)).text();
  assert.match(metrics, /door="weather"/);
  await close();
  assert.deepEqual(seen, ["started", "stopped"]);
});

test("each feature has a name of its own", () => {
  const names = features.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});
