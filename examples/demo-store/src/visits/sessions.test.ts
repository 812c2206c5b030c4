import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createSessions } from "./sessions.ts";

const twoHoursMs = 7_200_000;

describe("createSessions", () => {
  it("gives each session an id of 32 random bytes", () => {
    const sessions = createSessions();
    const ids = [sessions.start("a@example.com"), sessions.start("a@example.com")];
    assert.notEqual(ids[0], ids[1]);
    for (const id of ids) assert.equal(Buffer.from(id, "base64url").length, 32);
  });

  it("ends a session 2 hours after signing in, however often it is used", () => {
    let nowMs = 1_800_000_000_000;
    const sessions = createSessions(() => nowMs);
    const id = sessions.start("a@example.com");
    nowMs += twoHoursMs - 1;
    assert.equal(sessions.find(id), "a@example.com");
    nowMs += 1;
    assert.equal(sessions.find(id), null);
  });

  it("ends the oldest session at the 1001st, and no other", () => {
    const sessions = createSessions();
    const ids = Array.from({ length: 1001 }, () => sessions.start("a@example.com"));
    assert.equal(sessions.find(ids[0]!), null);
    assert.ok(ids.slice(1).every((id) => sessions.find(id) !== null));
  });

  it("knows nobody by an id that was ended or never given", () => {
    const sessions = createSessions();
    const id = sessions.start("a@example.com");
    sessions.end(id);
    for (const unknown of [id, "", "__proto__"]) assert.equal(sessions.find(unknown), null);
  });
});
