import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { AlertKind } from "@meetbot/model/alert/alert-kind.ts";
import type { BridgeKind } from "@meetbot/model/bridge/bridge.ts";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { json, startAdminServer } from "./call-admin.fixture.ts";

// A secret goes where it was given for. Of each kind that keeps one, an owner's browser changes the address alone.

/** As it is set first; its address is what moves. `null`: the kind keeps no secret that it was given. */
interface Kept {
  body: object;
  moved: object;
  isOptional?: boolean;
}

const [here, elsewhere] = ["http://127.0.0.1:1", "http://127.0.0.1:2"];

const bridges: Record<BridgeKind, Kept | null> = {
  email: null,
  chatwoot: {
    body: {
      kind: "chatwoot",
      fields: {
        url: here,
        account: "1",
        inbox: "inboxinbox",
        token: "tokentoken",
        secret: "secretsecret",
      },
    },
    moved: { fields: { url: elsewhere } },
  },
};

const robot = (kind: AlertKind, path: string): Kept => ({
  body: {
    kind,
    url: here + path,
    secret: "SECsecret",
    name: "x",
    events: ["conversation.waiting"],
    locale: "en",
  },
  moved: { url: elsewhere + path },
  isOptional: true,
});

const alerts: Record<AlertKind, Kept | null> = {
  ...{ webhook: null, slack: null, teams: null, wecom: null, email: null },
  feishu: robot("feishu", "/open-apis/bot/v2/hook/5a"),
  dingtalk: robot("dingtalk", "/robot/send?access_token=5a"),
};

async function startOwner(t: TestContext) {
  const outboundAllow = () => parseAllowList(["127.0.0.1"]);
  const { call } = await startAdminServer(t, { outboundAllow });
  return async (route: string, body: object) => {
    const response = await call("owner", route, { body });
    return { status: response.status, said: await json(response) };
  };
}

test("a desk's secrets are asked for anew where its address is another one", async (t) => {
  const say = await startOwner(t);
  for (const [kind, kept] of Object.entries(bridges)) {
    if (!kept) continue;
    assert.equal((await say("PUT /bridge", kept.body)).status, 200, kind);
    const { status, said } = await say("PUT /bridge", kept.moved);
    assert.deepEqual([status, said.code], [422, "invalid_field"], kind);
    assert.match(said.detail, /given for another address/);
    const same = { fields: { url: `${here}/` } };
    assert.equal((await say("PUT /bridge", same)).status, 200, kind);
  }
});

test("a robot's secret is asked for anew where its address is another one, or given up", async (t) => {
  const say = await startOwner(t);
  for (const [kind, kept] of Object.entries(alerts)) {
    if (!kept) continue;
    const { alert_id: id } = (await say("POST /alerts", kept.body)).said.alert;
    const { status, said } = await say(`PATCH /alerts/${id}`, kept.moved);
    assert.deepEqual([status, said.code], [422, "secret_elsewhere"], kind);
    assert.match(said.detail, /given for another address/);
    const without = await say(`PATCH /alerts/${id}`, { ...kept.moved, secret: "" });
    assert.deepEqual([without.status, without.said.signed], [200, false], kind);
  }
});
