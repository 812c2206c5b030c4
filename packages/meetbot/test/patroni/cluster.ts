import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemUser } from "@meetbot/embedded-postgres/server/system-user.ts";
import { systemFolder } from "@meetbot/embedded-postgres/system-programs.fixture.ts";
import { silent } from "@meetbot/embedded-postgres/test-folder.fixture.ts";
import { Client } from "pg";
import { skipWithout } from "../../../sdk/test/skip-without.ts";
import { eventually } from "../fixtures/eventually.ts";
import type { CgroupScope } from "../fixtures/machine.ts";
import { type ClusterMember, type Owner, setUpMember } from "./member.ts";
import { blockOf, exported, type MemberName, machines, network } from "./page.ts";

/** What must be installed for it; `.ci/run` does. */
export const withPatroni = {
  skip: skipWithout(
    ...["patroni", "etcd", "/usr/sbin/pgbouncer"],
    join(systemFolder, "17/bin/pg_basebackup"),
  ),
};

/** A cluster takes a quarter of a minute to be made, and a lost leader costs it half a minute. */
const settlesWithinMs = 60_000;

/** A cluster of three, as docs/high-availability.md sets it up. */
export interface Cluster {
  members: ClusterMember[];
  /** How nodes reach it: the page's variables, without and with the poolers. */
  env: { direct: Record<string, string>; pooled: Record<string, string> };
  /** The member that can be written to at this moment; throws where none can. */
  leader(): Promise<ClusterMember>;
  /** The same as soon as there is one that is none of those. */
  leaderBeside(former: ClusterMember | null): Promise<ClusterMember>;
  /** The one that the leader waits for. */
  synchronous(): Promise<ClusterMember>;
  /** Resolves once all members run, one of them leads, and one follows in step with it. */
  whole(): Promise<void>;
}

interface View {
  name: string;
  role: string;
  state: string;
}

/** Makes one on addresses of this machine alone that no other test has. In the end it goes. */
export async function startCluster(scope: CgroupScope): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-ha-"));
  const owner: Owner = process.getuid?.() === 0 ? await systemUser(silent) : {};
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid!);
  const own = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.`;
  const names = Object.keys(machines) as MemberName[];
  const members = names.map((name) =>
    setUpMember({ name, folder: join(folder, name), network: own, owner }),
  );
  scope.after(async () => {
    await Promise.all(members.map((member) => member.kill()));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const password = /superuser:\s+username: postgres\s+password: (\S+)/.exec(
    blockOf("yaml", "scope:"),
  )?.[1];
  const ask = async (member: ClusterMember, ...statements: string[]) => {
    const client = new Client({
      ...{ host: member.address, user: "postgres", password, database: "postgres" },
      ...{ connectionTimeoutMillis: 1_000, query_timeout: 5_000 },
    });
    client.on("error", () => {});
    try {
      await client.connect();
      let rows: Record<string, unknown>[] = [];
      for (const statement of statements) ({ rows } = await client.query(statement));
      return rows;
    } finally {
      await client.end();
    }
  };
  const leads = async (member: ClusterMember) => {
    const [row] = await ask(member, "select pg_is_in_recovery() as follows");
    assert.equal(row?.follows, false, `${member.name} follows`);
    return member;
  };
  const leader = () => Promise.any(members.map(leads));
  const explained = (cause: unknown) =>
    new Error(members.map((member) => member.said()).join("\n"), { cause });
  /** How Patroni sees it: whom it would make the leader is known to nobody else. */
  const view = async () => {
    const asking = members.map(async ({ address }) => {
      const response = await fetch(`http://${address}:8008/cluster`);
      return ((await response.json()) as { members: View[] }).members;
    });
    return Promise.any(asking);
  };
  const memberOf = ({ name }: View) => members.find((member) => member.name === name)!;
  const cluster = {
    members,
    env: {
      direct: envOf(
        blockOf("sh", "10.0.0.11,10.0.0.12,10.0.0.13/meetbot\nexport MEETBOT_MASTER_KEY"),
        own,
      ),
      pooled: envOf(blockOf("sh", ":6432,"), own),
    },
    leader,
    leaderBeside: (former: ClusterMember | null) =>
      eventually(settlesWithinMs, async () => {
        const now = await leader();
        assert.notEqual(now.name, former?.name);
        return now;
      }).catch((cause) => {
        throw explained(cause);
      }),
    async synchronous() {
      return memberOf((await view()).find(({ role }) => role === "sync_standby")!);
    },
    async whole() {
      await eventually(settlesWithinMs, async () => {
        const states = (await view()).map(({ role, state }) => `${role} ${state}`).toSorted();
        assert.deepEqual(states, ["leader running", "replica streaming", "sync_standby streaming"]);
      }).catch((cause) => {
        throw explained(cause);
      });
    },
  };
  for (const member of members) member.start();
  await cluster.whole();
  await ask(
    await leader(),
    ...blockOf("sql", "create role")
      .split(/(?<=;)\n/)
      .filter(Boolean),
  );
  return cluster;
}

function envOf(code: string, own: string): Record<string, string> {
  const variables = Object.entries(exported(code));
  return Object.fromEntries(
    variables.map(([name, value]) => [name, value.replaceAll(network, own)]),
  );
}
