import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createModelGuard } from "./create-model-guard.ts";

/** The verdict on a model's URL itself. */
const judge = (url: string, allowed: string[] = [], ownPort = 4400) => {
  const allow = parseAllowList(allowed);
  return createModelGuard({ url, allow: () => allow, ownPort }).judge(url);
};

test("this machine needs no entry, by http too, and only at the model's port", async () => {
  for (const url of [
    "http://127.0.0.1:11434/v1",
    "http://localhost:8080/v1",
    "http://[::1]:8000/v1",
  ]) {
    assert.equal((await judge(url)).allowed, true, url);
  }
  const url = "http://127.0.0.1:11434/v1";
  const guard = createModelGuard({ url, allow: () => parseAllowList([]), ownPort: 4400 });
  assert.equal((await guard.judge("http://127.0.0.1:5432/")).allowed, false);
});

test("other machines are as for webhooks: listed where they are private, and https where they are not", async () => {
  assert.equal((await judge("http://10.0.0.5:8000/v1")).reason, "special_address");
  assert.equal((await judge("http://10.0.0.5:8000/v1", ["10.0.0.5:8000"])).reason, "allow_list");
  assert.equal((await judge("http://93.184.215.14/v1")).reason, "plain_http");
  assert.equal((await judge("https://93.184.215.14/v1")).reason, "public");
  assert.equal((await judge("http://169.254.169.254/v1", ["169.254.0.0/16"])).allowed, false);
});

test("the server's own port stays closed", async () => {
  assert.equal((await judge("http://127.0.0.1:4400/v1")).reason, "own_port");
});
