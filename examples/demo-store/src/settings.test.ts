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
  it("reads the variables it needs, and TODAY where it is set", () => {
    const settings = { port: 0, signingSecret: "whsec_c2VjcmV0", databaseFile: "shop.sqlite" };
    assert.deepEqual(readSettings(env), { ...settings, today: "2026-11-24" });
    assert.deepEqual(readSettings({ ...env, TODAY: undefined }), settings);
  });

  it("takes the place of the chat together with a bot", () => {
    const chat = { CHAT_URL: "https://bot.example.com:8443", MEETBOT_BOT_ID: "bot_1" };
    const { chat: read } = readSettings({ ...env, ...chat });
    assert.deepEqual(read, { url: chat.CHAT_URL, botId: "bot_1" });
    assert.throws(
      () => readSettings({ ...env, CHAT_URL: chat.CHAT_URL }),
      /^SettingsError: MEETBOT_BOT_ID/,
    );
  });

  it("takes where news are told together with the bot and its server", () => {
    const news = {
      ...{ CHAT_URL: "https://bot.example.com:8443", MEETBOT_BOT_ID: "bot_1" },
      MEETBOT_PUSH_SECRET: "whsec_cHVzaA==",
    };
    assert.deepEqual(readSettings({ ...env, ...news }).news, {
      ...{ url: news.CHAT_URL, botId: "bot_1", secret: news.MEETBOT_PUSH_SECRET },
    });
    assert.throws(
      () => readSettings({ ...env, ...news, CHAT_URL: undefined }),
      /^SettingsError: CHAT_URL/,
    );
  });

  it("names the variable that is missing or malformed, and not its value", () => {
    const refused = {
      PORT: ["", "-1", "65536", "80a"],
      MEETBOT_SIGNING_SECRET: ["", "hunter2"],
      DATABASE_FILE: [""],
      CHAT_URL: [
        "",
        "meetbot:4400",
        "http://meetbot:4400/",
        "http://meetbot:4400/chat",
        "https://a.example; img-src *",
        "https://a.example;img-src",
        "javascript:alert(1)",
      ],
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
