import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readSettings } from "./settings.ts";

const env = {
  PORT: "0",
  MEETBOT_SIGNING_SECRET: "whsec_c2VjcmV0",
  DATABASE_FILE: "shop.sqlite",
  TODAY: "2026-11-24",
};

describe("readSettings", () => {
  it("reads all four variables, of which TODAY may be absent", () => {
    const settings = { port: 0, signingSecret: "whsec_c2VjcmV0", databaseFile: "shop.sqlite" };
    assert.deepEqual(readSettings(env), { ...settings, today: "2026-11-24" });
    assert.deepEqual(readSettings({ ...env, TODAY: undefined }), settings);
  });

  it("names the variable that is missing or malformed, and not its value", () => {
    const refused = {
      PORT: ["", "-1", "65536", "80a"],
      MEETBOT_SIGNING_SECRET: ["", "hunter2"],
      DATABASE_FILE: [""],
      TODAY: ["", "2026-02-31", "tomorrow"],
    };
    for (const [name, values] of Object.entries(refused)) {
      for (const value of values) {
        assert.throws(
          () => readSettings({ ...env, [name]: value }),
          ({ code, message }) =>
            code === "invalid_setting" &&
            message.startsWith(name) &&
            (value === "" || !message.includes(value)),
          `${name}=${value}`,
        );
      }
    }
  });
});
