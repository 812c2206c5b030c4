import assert from "node:assert/strict";
import { test } from "node:test";
import { labelLimits } from "@meetbot/model/desk/label.ts";
import { otherBot } from "../account/account.fixture.ts";
import { startInbox } from "./inbox.fixture.ts";

const path = "/inbox/labels";

test("labels are put on and taken off, narrow the list, and go from everywhere with the label", async (t) => {
  const { tell, ask, run, open } = await startInbox(t);
  await open("two");
  const name = "<b>Urgent</b> 急";
  const label = await tell("ada", `POST ${path}`, { name, color: "red" });
  assert.equal(label.name, name);
  for (const times of [1, 2]) {
    const put = await ask("ada", `PUT {one}/labels/${label.label_id}`);
    assert.equal(put.status, 204, `${times}`);
  }
  const list = async (query: string) =>
    (await tell("viewer", `GET /inbox?${query}`)).data.map(
      (it: { conversation_id: string; labels: string[] }) => [it.conversation_id, it.labels],
    );
  assert.deepEqual(await list("view=waiting"), [
    ["one", [label.label_id]],
    ["two", []],
  ]);
  for (const view of ["waiting", "all"]) {
    const query = `view=${view}&label=${label.label_id}`;
    assert.deepEqual(await list(query), [["one", [label.label_id]]], view);
  }
  const changed = await tell("bo", `PATCH ${path}/${label.label_id}`, { color: "teal" });
  assert.deepEqual(changed, { ...label, color: "teal" });
  assert.deepEqual(await tell("viewer", `GET ${path}`), { data: [changed] });
  assert.equal((await ask("ada", `DELETE {one}/labels/${label.label_id}`)).status, 204);
  assert.deepEqual(await list("view=waiting&label=".concat(label.label_id)), []);
  await ask("ada", `PUT {one}/labels/${label.label_id}`);
  assert.equal((await ask("bo", `DELETE ${path}/${label.label_id}`)).status, 204);
  assert.deepEqual((await list("view=waiting"))[0], ["one", []]);
  const audited = await run("select action from audit where action like 'label%' order by entry");
  assert.deepEqual(
    audited.map(({ action }) => action),
    ["label_created", "label_changed", "label_deleted"],
  );
});

test("a bot has twenty labels at most, each by a name of its own", async (t) => {
  const { ask, refused } = await startInbox(t);
  const create = (name: string) => ask("ada", `POST ${path}`, { name, color: "blue" });
  assert.equal((await create("Damaged")).status, 201);
  const twice = await refused("bo", `POST ${path}`, { name: " damaged ", color: "red" });
  assert.deepEqual(twice, [409, "label_exists"]);
  const made = await Promise.all(
    Array.from({ length: labelLimits.max + 4 }, (_, nth) => create(`n${nth}`)),
  );
  assert.equal(made.filter(({ status }) => status === 201).length, labelLimits.max - 1);
  const refusals: [body: object, code: string][] = [
    [{ name: "one more", color: "red" }, "too_many_labels"],
    [{ name: "n".repeat(labelLimits.maxNameLength + 1), color: "red" }, "invalid_request"],
    [{ name: " ", color: "red" }, "invalid_request"],
    [{ name: "x", color: "url(javascript:x)" }, "invalid_request"],
  ];
  for (const [body, code] of refusals) {
    assert.equal((await refused("ada", `POST ${path}`, body))[1], code);
  }
});

test("another bot's label is on no conversation of this one", async (t) => {
  const { store, ask, run, one } = await startInbox(t);
  const label = await store.labels.create(otherBot.id, "eve", { name: "theirs", color: "red" });
  assert(typeof label !== "string");
  assert.equal((await ask("ada", `PUT {one}/labels/${label.id}`)).status, 404);
  assert.equal((await ask("ada", `DELETE ${path}/${label.id}`)).status, 404);
  assert.equal((await ask("ada", `PATCH ${path}/${label.id}`, { name: "x" })).status, 404);
  assert.deepEqual(await run("select from conversation_labels"), []);
  const listed = await store.labels.list(one.botId);
  assert.deepEqual(listed, []);
});
