import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createMachine } from "../../../test/fixtures/machine.ts";
import {
  commandOf,
  completing,
  standInKey,
  startModelStandIn,
} from "../../language-model/model-stand-in.fixture.ts";

const machine = createMachine({ after });
const vague = "the thing I got from you people the other week, any idea?";

test("--model shows what a language model makes of the lines that the bot is unsure of, beside its own", async (t) => {
  const command = commandOf({ intent: "package_track", about: ["status"] });
  const { endpoint, taken } = await startModelStandIn(t, completing(command));
  const env = {
    MEETBOT_LLM_URL: endpoint.url,
    MEETBOT_LLM_MODEL: endpoint.model,
    MEETBOT_LLM_KEY: standInKey,
  };
  const input = `hello\n${vague}\n`;
  const json = await machine.run(["recognize", "--model", "--json"], { env, input });
  assert.equal(json.stderr, "");
  const [hello, unsure] = json.stdout.split("\n", 2).map((line) => JSON.parse(line));
  assert.equal(hello.model, null);
  assert.equal(unsure.decision, "none");
  const { intent, decision, about, outcome, tokens } = unsure.model;
  assert.deepEqual(
    [intent, decision, about, outcome, tokens],
    ["package_track", "clarify", ["status"], "command", { prompt: 700, completion: 40 }],
  );
  assert.equal(taken.length, 1);

  const plain = await machine.run(["recognize", "--model"], { env, input });
  const [, notAsked, , asked] = plain.stdout.split("\n");
  assert.equal(notAsked, "  model: not asked, the bot is sure");
  assert.match(asked ?? "", /^ {2}model: package_track 0\.70 clarify en about=status in \d+ ms$/);
});

test("--model says what is missing where there is no model", async () => {
  const { code, stderr } = await machine.run(["recognize", "--model", "hello"]);
  assert.notEqual(code, 0);
  assert.match(stderr, /MEETBOT_LLM_URL is missing/);
  const env = { MEETBOT_LLM_URL: "http://127.0.0.1:11434/v1" };
  assert.match((await machine.run(["recognize", "--model", "hello"], { env })).stderr, /LLM_MODEL/);
});
