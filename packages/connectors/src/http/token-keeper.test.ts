import assert from "node:assert/strict";
import { it } from "node:test";
import { ConnectorError } from "../connector/connector-error.ts";
import { askWithToken, createTokenKeeper } from "./token-keeper.ts";

function start(livesMs: number) {
  let nowMs = 1_000_000;
  let given = 0;
  const ask = async () => ({ token: `token ${++given}`, expiresAtMs: nowMs + livesMs });
  const keeper = createTokenKeeper(ask, () => nowMs);
  const later = (ms: number) => {
    nowMs += ms;
  };
  return { keeper, later };
}

it("asks once for all who wait, and again five minutes before the token ends", async () => {
  const { keeper, later } = start(3_600_000);
  const many = await Promise.all([keeper.get(), keeper.get(), keeper.get()]);
  assert.deepEqual(many, ["token 1", "token 1", "token 1"]);
  later(3_299_999);
  assert.equal(await keeper.get(), "token 1");
  later(1);
  assert.equal(await keeper.get(), "token 2");
});

it("uses a token that lives for minutes for half of its life", async () => {
  const { keeper, later } = start(60_000);
  await keeper.get();
  later(29_999);
  assert.equal(await keeper.get(), "token 1");
  later(1);
  assert.equal(await keeper.get(), "token 2");
});

it("forgets a token that was refused, and no newer one", async () => {
  const { keeper } = start(3_600_000);
  keeper.drop(await keeper.get());
  assert.equal(await keeper.get(), "token 2");
  keeper.drop("token 1");
  assert.equal(await keeper.get(), "token 2");
});

it("asks anew after it was not given", async () => {
  let times = 0;
  const keeper = createTokenKeeper(
    async () => {
      if (++times === 1) throw new Error("not now");
      return { token: "given", expiresAtMs: 1e12 };
    },
    () => 0,
  );
  await assert.rejects(keeper.get(), /not now/);
  assert.equal(await keeper.get(), "given");
});

it("asks once more with a token that is new, and not with one that was given for good", async () => {
  const refused = new ConnectorError("unauthorized", "no");
  const asked: string[] = [];
  const ask = async (token: string) => {
    asked.push(token);
    if (token === "token 2") return "answer";
    throw refused;
  };
  assert.equal(await askWithToken(start(3_600_000).keeper, ask), "answer");
  const forGood = { get: async () => "for good", drop() {} };
  await assert.rejects(askWithToken(forGood, ask), refused);
  assert.deepEqual(asked, ["token 1", "token 2", "for good"]);
});
