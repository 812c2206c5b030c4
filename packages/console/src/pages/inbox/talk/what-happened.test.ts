import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeskMove } from "./lines-of.ts";
import { heldSince, lastOf, overtaken } from "./what-happened.ts";

const person = (operator_id: string) => ({ operator_id, name: operator_id });
const move = (kind: DeskMove["kind"], at: string, by: string | null, reason = "") => ({
  ...{ kind, at, by: by === null ? null : person(by), reason: reason || null },
});
const ada = move("taken", "10:00", "ada");
const ben = move("taken", "10:05", "ben");

test("somebody has a conversation since they took it, whatever they wrote since", () => {
  const held = { held_by: person("ada"), held_since: "10:30" };
  assert.equal(heldSince({ ...held, moves: [ada] }), "10:00");
  assert.equal(heldSince({ ...held, moves: [ada, ben, move("taken", "10:10", "ada")] }), "10:10");
  assert.equal(heldSince({ ...held, moves: [] }), "10:30", "moves are forgotten after a week");
});

test("whoever lost a conversation is told by whom, and nobody else is", () => {
  const desk = { held_by: person("ben"), held_since: "10:30", moves: [ada, ben] };
  assert.equal(overtaken(desk, "ada")?.by?.name, "ben");
  assert.equal(overtaken(desk, "ben"), null);
  assert.equal(overtaken(desk, "cleo"), null);
  const closed = { ...desk, moves: [ada, move("closed", "10:03", "ada"), ben] };
  assert.equal(overtaken(closed, "ada"), null, "it was nobody's when it was taken");
  assert.equal(overtaken({ ...desk, held_by: null }, "ada"), null);
});

test("what was given back, closed, reopened or left by nobody is told apart", () => {
  const returned = move("returned", "10:10", "ada", "given_back");
  const closed = move("closed", "10:10", "ada", "closed");
  const nobody = move("returned", "10:10", null, "nobody");
  const owed = { status: "open", owed_since: "10:20" } as const;
  const settled = { status: "closed", owed_since: null } as const;
  assert.equal(lastOf({ ...settled, moves: [ada, returned] }), returned);
  assert.equal(lastOf({ ...settled, moves: [ada, closed] }), null);
  assert.equal(lastOf({ ...owed, moves: [ada, closed] }), "reopened");
  assert.equal(lastOf({ ...owed, moves: [ada, returned] }), "reopened");
  assert.equal(lastOf({ ...owed, moves: [nobody] }), nobody);
  assert.equal(lastOf({ ...owed, moves: [] }), null);
});
