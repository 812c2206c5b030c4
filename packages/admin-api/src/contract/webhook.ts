import { z } from "@hono/zod-openapi";
import { inEachLanguage } from "@meetbot/presentation";
import { maxLookupsAnHour } from "../limits/max-lookups.ts";
import { BotPath } from "./bots.ts";
import { MessengerLook } from "./messenger-look.ts";
import { adminRoute, jsonAnswer, jsonBody, tooMany } from "./shape/admin-route.ts";
import { PageQuery, pageOf } from "./shape/paging.ts";

const Said = z.object({ en: z.string(), zh: z.string() });
const Moment = z
  .string()
  .openapi({ description: "ISO 8601, UTC", example: "2026-12-01T08:00:00Z" });
const Stage = z.enum(["current", "next"]);
const TestedStage = Stage.default("current").openapi({
  description: "The stage of the signing secret to sign with.",
});

/** The guard's verdict on a URL. */
export const UrlVerdict = z
  .object({
    url: z.string(),
    allowed: z.boolean(),
    reason: z
      .string()
      .openapi({ description: "As `meetbot check-url` says it.", example: "special_address" }),
    can_be_opened: z
      .boolean()
      .openapi({ description: "An entry in MEETBOT_OUTBOUND_ALLOW would allow it." }),
  })
  .openapi("UrlVerdict");

const TestStep = z.object({
  name: z.enum(["echo", "unsigned", "wrong_secret", "stale"]),
  outcome: z.enum(["accepted", "refused", "failed"]),
  detail: z.string().nullable(),
  http_status: z.int().nullable(),
  duration_ms: z.number().nullable(),
});

export const EndpointTest = z
  .object({
    at: Moment,
    secret: z.string().openapi({ description: "The fingerprint of the secret." }),
    url: z.string(),
    by: z.string().nullable(),
    echoed: z.boolean(),
    verifies: z.enum(["fully", "body_only", "not", "unknown"]),
    steps: z.array(TestStep),
  })
  .openapi("EndpointTest");

/** A bot's endpoint, and how it is doing. */
export const Endpoint = z
  .object({
    url: z.string(),
    page_id: z.string(),
    deadline_ms: z.int(),
    state: z.enum([
      "never_tested",
      "changed",
      "refused",
      "failed",
      "verified",
      "body_only",
      "open",
      "unclear",
    ]),
    why: z.string().nullable(),
    last_test: EndpointTest.nullable().openapi({ description: "With the current secret." }),
    next_test: EndpointTest.nullable().openapi({ description: "With the next secret." }),
    failing_since: Moment.nullable(),
    stopped: z.object({ for: z.enum(["gone", "failing"]), at: Moment }).nullable(),
    listener: z.object({ by: z.string(), since: Moment }).nullable().openapi({
      description:
        "Whose machine is asked instead of the endpoint at this moment (`meetbot listen`).",
    }),
    secrets: z.array(
      z.object({ stage: z.enum(["current", "next", "previous"]), fingerprint: z.string() }),
    ),
  })
  .openapi("Endpoint");

/** A rule of conformance in both languages. */
export const ConformanceRule = z
  .object({
    id: z.string(),
    group: z.enum(["test", "security", "orders", "packages", "extension", "robustness", "limits"]),
    severity: z.enum(["must", "should"]),
    title: Said,
    why: Said,
    fix: Said,
  })
  .openapi("ConformanceRule");

const Header = z.object({ name: z.string(), value: z.string() });

/** One HTTP request and its outcome. */
export const ShownExchange = z
  .object({
    started_at: Moment,
    duration_ms: z.number(),
    outcome: z.string().openapi({ description: "`received`, or why there is no usable answer." }),
    detail: z.string().nullable(),
    http_status: z.int().nullable(),
    timings: z.object({
      lookup_ms: z.number().nullable(),
      connect_ms: z.number().nullable().openapi({ description: "With the TLS handshake." }),
      first_byte_ms: z.number().nullable(),
    }),
    request: z.object({
      line: z.string().openapi({ example: "POST /meetbot HTTP/1.1" }),
      headers: z.array(Header),
      body: z.string(),
      bytes: z.int(),
      padding_bytes: z
        .int()
        .openapi({ description: "So many spaces stand before the last character of the body." }),
      is_repeated: z
        .boolean()
        .openapi({ description: "The very bytes of the exchange before it, once more." }),
    }),
    response: z.object({
      headers: z.array(Header),
      body: z.string(),
      bytes: z.int(),
      is_cut: z.boolean(),
    }),
  })
  .openapi("Exchange");

const FindingStatus = z.enum(["pass", "fail", "warn", "skipped"]);

/** The result of testing one rule. */
export const Finding = z
  .object({
    rule: z.string(),
    status: FindingStatus,
    detail: Said.nullable().openapi({
      description: "What was seen. It may hold customers' data: null where the run is masked.",
    }),
    pointer: z.string().nullable().openapi({ description: "The place in the answer (RFC 6901)." }),
    needs: z.array(z.string()),
    duration_ms: z.number(),
    exchanges: z.array(z.int()).openapi({ description: "Places in `exchanges`." }),
  })
  .openapi("Finding");

const Counts = z.object({
  pass: z.int(),
  fail: z.int(),
  warn: z.int(),
  skipped: z.int(),
});

/** One run of the rules. */
export const RunSummary = z
  .object({
    run_id: z.string(),
    at: Moment,
    by: z.string(),
    url: z.string(),
    secret: z.string(),
    counts: Counts,
    duration_ms: z.number(),
    is_part: z.boolean().openapi({ description: "Not all rules were asked for." }),
  })
  .openapi("RunSummary");

const RuleIds = z.array(z.string());

/** How the results of the rules changed since the previous run. */
export const RunDiff = z
  .object({
    run_id: z.string().openapi({ description: "The run it is compared with." }),
    at: Moment,
    fixed: RuleIds,
    broken: RuleIds,
    still_broken: RuleIds,
    found: RuleIds.openapi({ description: "Broken, and not tested before." }),
    untested: RuleIds.openapi({ description: "Broken before, and not tested now." }),
  })
  .openapi("RunDiff");

const RunSubject = z.object({
  account: z.string().max(254).optional(),
  other_account: z.string().max(254).optional().openapi({
    description: "Another account that has orders, none of which may be listed for the first.",
  }),
  order_number: z.string().max(64).optional(),
  package_number: z.string().max(64).optional(),
});

export const Run = RunSummary.extend({
  subject: RunSubject,
  findings: z.array(Finding),
  exchanges: z.array(ShownExchange),
  is_masked: z.boolean().openapi({ description: "Personal data is hidden; `reveal` shows it." }),
  is_expired: z.boolean().openapi({
    description: "What was asked, sent and answered is deleted, as old deliveries are.",
  }),
  diff: RunDiff.nullable(),
}).openapi("Run");

export const RunRequest = RunSubject.extend({
  only: z
    .array(z.string().max(64))
    .min(1)
    .max(200)
    .optional()
    .openapi({ description: "Rules or groups; all where absent." }),
  stage: TestedStage,
}).openapi("RunRequest");

const Pagination = z
  .object({ page: z.int().min(1).max(1_000_000), limit: z.int().min(1).max(10) })
  .default({ page: 1, limit: 3 });
const Account = z.string().trim().min(1).max(254);
const ItemNumber = z.string().trim().min(1).max(64);

/** One query to send. */
export const Trial = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("orders_of_account"),
      account: Account,
      filter: z.enum(["open", "unpaid", "past"]).default("open"),
      pagination: Pagination,
    }),
    z.object({ kind: z.literal("order"), order_number: ItemNumber }),
    z.object({
      kind: z.literal("packages_of_order"),
      order_number: ItemNumber,
      pagination: Pagination,
    }),
    z.object({ kind: z.literal("package"), package_number: ItemNumber, pagination: Pagination }),
    z.object({ kind: z.literal("test") }),
    z.object({ kind: z.literal("unknown_account") }),
    z.object({ kind: z.literal("unknown_order") }),
    z.object({ kind: z.literal("unknown_package") }),
    z.object({ kind: z.literal("unsigned") }),
    z.object({ kind: z.literal("wrong_secret") }),
    z.object({ kind: z.literal("altered_body") }),
  ])
  .openapi("Trial");

/** The same request as a shell script, which reads the secret from the environment. */
export const Code = z.object({ curl: z.string() }).openapi("Code");

const Signed = z.object({
  header: z.enum(["x-hub-signature", "webhook-signature"]),
  value: z.string().openapi({ description: "Of each signature its first 8 characters." }),
  key: z
    .enum(["whole_secret", "decoded_secret", "another_secret", "none"])
    .openapi({ description: "What the HMAC took as its key." }),
  text_before_body: z.string().openapi({ description: "Signed before the body." }),
});

/** The result of one query. */
export const TriedQuery = z
  .object({
    exchange: ShownExchange,
    signatures: z.array(Signed),
    secret: z.string(),
    findings: z.array(Finding),
    answer: z
      .string()
      .openapi({ description: "What a customer's turn would make of it.", example: "orders" }),
    preview: z.array(
      z.object({
        level: z.enum(["0", "package", "1", "2"]).nullable(),
        entries: z.object(inEachLanguage(() => z.array(z.record(z.string(), z.unknown())))),
        messenger: z.object(inEachLanguage(() => z.array(MessengerLook))).openapi({
          description: "The same in Messenger, a look for each entry.",
        }),
      }),
    ),
    code: Code,
  })
  .openapi("TriedQuery");

/** No body of Meetbot's is longer. */
const maxDiagnosedCharacters = 16_384;

export const SignatureWish = z
  .object({
    pasted: z.string().min(1).max(4_000),
    body: z.string().max(maxDiagnosedCharacters),
    webhook_id: z.string().max(64),
    webhook_timestamp: z.string().max(16),
    stage: TestedStage,
  })
  .openapi("SignatureWish");

export const SignatureDiagnosis = z
  .object({
    result: z.enum(["match", "mistake", "unknown"]),
    header: z.enum(["x-hub-signature", "webhook-signature"]).nullable(),
    mistakes: z.array(z.object({ id: z.string(), what: Said, why: Said, fix: Said })),
    secret: z.string().openapi({ description: "The fingerprint of the secret it should be of." }),
    body_bytes: z.int(),
    body_sha256: z.string(),
  })
  .openapi("SignatureDiagnosis");

const RunPath = BotPath.extend({
  run_id: z.string().openapi({ param: { name: "run_id", in: "path" } }),
});
const FindingPath = RunPath.extend({
  rule: z.string().openapi({ param: { name: "rule", in: "path" } }),
});

const read = { role: "viewer", scope: "webhook:read" } as const;
const write = { role: "editor", scope: "webhook:write" } as const;
const tags = ["Webhook"];
const eventStream = {
  description:
    "A stream: `started` {run_id, rules}, then `finding` {finding, from, exchanges} for each rule, and `done` with the run's summary and diff, or `failed` {code, detail} where the webhook cannot be reached. Anyone who hangs up ends the run.",
  content: { "text/event-stream": { schema: z.string() } },
} as const;

const tooManyLookups = tooMany("accounts and numbers in an hour");

export const webhookRoutes = {
  // As with the check before a bot exists, the caller must be allowed to set an endpoint.
  checkUrl: adminRoute(
    { role: "owner", scope: "webhook:write" },
    {
      method: "post",
      path: "/bots/{bot_id}/check-url",
      "x-meetbot-personal": "none",
      summary: "Whether this server would call a URL",
      tags,
      request: { params: BotPath, body: jsonBody(z.object({ url: z.string().max(2_000) })) },
      responses: { 200: jsonAnswer(UrlVerdict, "The guard's verdict.") },
    },
  ),
  readEndpoint: adminRoute(read, {
    method: "get",
    path: "/bots/{bot_id}/endpoint",
    "x-meetbot-personal": "none",
    summary: "The bot's endpoint, and how it is doing",
    tags,
    request: { params: BotPath },
    responses: { 200: jsonAnswer(Endpoint, "The endpoint.") },
  }),
  testEndpoint: adminRoute(write, {
    method: "post",
    path: "/bots/{bot_id}/endpoint/test",
    "x-meetbot-personal": "none",
    summary: "The validity check: asks `test` as Meetbot does, then as strangers would",
    tags,
    request: { params: BotPath, body: jsonBody(z.object({ stage: TestedStage })) },
    responses: { 200: jsonAnswer(EndpointTest, "What came of it. It is kept with the bot.") },
  }),
  listRules: adminRoute(
    { role: "operator", scope: "webhook:read" },
    {
      method: "get",
      path: "/conformance/rules",
      "x-meetbot-personal": "none",
      summary: "The rules that webhooks are tested by",
      tags,
      responses: {
        200: jsonAnswer(z.object({ data: z.array(ConformanceRule) }), "All, in their order."),
      },
    },
  ),
  startRun: adminRoute(write, {
    method: "post",
    path: "/bots/{bot_id}/runs",
    "x-meetbot-personal": "revealed",
    summary: "Tests the endpoint by the rules, as `meetbot test` does",
    description: `Recorded in the audit before it begins, and at its end. One with an account or a number counts as a lookup: ${maxLookupsAnHour} an hour at most, queries included.`,
    tags,
    request: { params: BotPath, body: jsonBody(RunRequest) },
    responses: { 200: eventStream, 429: tooManyLookups },
  }),
  listRuns: adminRoute(read, {
    method: "get",
    path: "/bots/{bot_id}/runs",
    "x-meetbot-personal": "none",
    summary: "The last 50 runs",
    tags,
    request: { params: BotPath, query: PageQuery },
    responses: { 200: jsonAnswer(pageOf(RunSummary), "Newest first.") },
  }),
  readRun: adminRoute(read, {
    method: "get",
    path: "/bots/{bot_id}/runs/{run_id}",
    "x-meetbot-personal": "masked",
    summary: "One run with all it found, personal data masked",
    tags,
    request: { params: RunPath },
    responses: { 200: jsonAnswer(Run, "The run.") },
  }),
  revealRun: adminRoute(write, {
    "x-meetbot-reads": true,
    method: "post",
    path: "/bots/{bot_id}/runs/{run_id}/reveal",
    "x-meetbot-personal": "revealed",
    summary: "The same with personal data; recorded in the audit",
    tags,
    request: { params: RunPath },
    responses: { 200: jsonAnswer(Run, "The run.") },
  }),
  readFindingCode: adminRoute(write, {
    method: "get",
    path: "/bots/{bot_id}/runs/{run_id}/findings/{rule}/code",
    "x-meetbot-personal": "revealed",
    summary: "A script that sends again what a finding shows; recorded in the audit",
    tags,
    request: { params: FindingPath },
    responses: { 200: jsonAnswer(Code, "The script.") },
  }),
  sendQuery: adminRoute(write, {
    method: "post",
    path: "/bots/{bot_id}/queries",
    "x-meetbot-personal": "revealed",
    summary: "Sends one query, and shows it, its answer and what a customer would see",
    description: `Recorded in the audit before it is sent. An operator asks for ${maxLookupsAnHour} accounts and numbers an hour at most, runs of the rules included; then 429 with \`Retry-After\`.`,
    tags,
    request: {
      params: BotPath,
      body: jsonBody(z.object({ trial: Trial, stage: TestedStage })),
    },
    responses: { 200: jsonAnswer(TriedQuery, "What came of it."), 429: tooManyLookups },
  }),
  diagnoseSignature: adminRoute(write, {
    method: "post",
    path: "/bots/{bot_id}/signature",
    "x-meetbot-personal": "none",
    summary: "Names what is wrong with a signature that a merchant's code computed",
    tags,
    request: { params: BotPath, body: jsonBody(SignatureWish) },
    responses: { 200: jsonAnswer(SignatureDiagnosis, "The mistake.") },
  }),
};
