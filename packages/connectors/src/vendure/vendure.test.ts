import assert from "node:assert/strict";
import { test } from "node:test";
import { vendure } from "./vendure.ts";

const apiKey = "the-key-of-a-test";
const graphql = (code: string, path: string[] = []) =>
  Response.json({ errors: [{ message: "No.", path, extensions: { code } }], data: null });
const page = (status: number) =>
  new Response("<h1>Oops</h1>", { status, headers: { "content-type": "text/html" } });

/** What answers in place of Vendure, and the problem that it is. */
const broken: [answer: () => Response, problem: string, says: RegExp][] = [
  [() => graphql("FORBIDDEN"), "unauthorized", /does not know this API key/],
  [() => graphql("CHANNEL_NOT_FOUND"), "unauthorized", /channel/],
  [() => graphql("GRAPHQL_VALIDATION_FAILED"), "not_this_platform", /3\.6 or newer/],
  [() => graphql("INTERNAL_SERVER_ERROR"), "broken_answer", /INTERNAL_SERVER_ERROR/],
  [() => Response.json({ hello: "world" }), "not_this_platform", /no GraphQL/],
  [() => Response.json([]), "not_this_platform", /no GraphQL/],
  [() => page(200), "not_this_platform", /a page instead of data/],
  [() => page(404), "not_this_platform", /HTTP 404/],
  [() => page(401), "unauthorized", /HTTP 401/],
  [() => page(500), "unavailable", /HTTP 500, and a page/],
  [() => new Response("", { status: 429, headers: { "retry-after": "9" } }), "throttled", /429/],
  [
    () => Response.redirect("https://other.example/login?x=1"),
    "not_this_platform",
    /other\.example\. /,
  ],
];

for (const [answer, problem, says] of broken) {
  test(`a Vendure that answers so is ${problem}: ${says.source}`, async () => {
    const config = vendure.readConfig({ url: "https://shop.example", apiKey });
    const shop = vendure.connect(config, { fetch: async () => answer(), now: () => 0 });
    const checked = await shop.check();
    assert.ok(!checked.isOk);
    assert.equal(checked.problem, problem);
    assert.match(checked.detail, says);
    const asked = { by: "account", account: "otto@shop.example", filter: "open" } as const;
    await assert.rejects(
      async () => shop.orders({ ...asked, page: 1, limit: 3 }),
      (error: Error) => {
        assert.match(error.message, new RegExp(`^${problem}: `));
        assert.doesNotMatch(error.message, /otto|the-key|x=1/);
        return true;
      },
    );
  });
}
