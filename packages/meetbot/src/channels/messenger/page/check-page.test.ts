import assert from "node:assert/strict";
import { test } from "node:test";
import { access, app, startGraph } from "../graph/graph.fixture.ts";
import { checkPage, type PageProblem } from "./check-page.ts";
import { subscribedFields } from "./profile.ts";

test("knows the app of a token, and subscribes it to the page's events", async (t) => {
  const { graph, simulator } = await startGraph(t);
  assert.deepEqual(await checkPage(access, graph, { subscribes: true }), {
    ok: true,
    externalId: access.pageId,
    details: { app_id: app.id },
    facts: { name: "A shop", tokenEndsAt: null },
  });
  assert.deepEqual(simulator.page(access.pageId).subscribedFields, [...subscribedFields]);
});

test("tells what is wrong: the token, its page, its app or its rights", async (t) => {
  const { graph, simulator } = await startGraph(t);
  const problemOf = async (changes: Partial<typeof access>): Promise<PageProblem> => {
    const checked = await checkPage({ ...access, ...changes }, graph, { subscribes: true });
    assert(!checked.ok);
    return checked.problem;
  };
  const expired = await problemOf({ token: "expired" });
  assert.equal(
    expired.kind === "refused" && `${expired.step} ${expired.failure.failure}`,
    "page auth",
  );
  const unproved = await problemOf({ appSecret: "another" });
  assert.equal(
    unproved.kind === "refused" && `${unproved.step} ${unproved.failure.failure}`,
    "page bad",
  );
  assert.deepEqual(await problemOf({ pageId: "99" }), {
    kind: "other_page",
    pageId: access.pageId,
  });
  simulator.page(access.pageId).scopes = ["pages_messaging"];
  assert.deepEqual(await problemOf({}), {
    kind: "scopes_missing",
    scopes: ["pages_manage_metadata"],
  });
  assert.deepEqual(simulator.page(access.pageId).subscribedFields, []);
});
