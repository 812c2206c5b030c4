import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { skipWithout } from "../../sdk/test/skip-without.ts";
import { startTestServer } from "../src/server/server.fixture.ts";

const pathOf = (file: string) => fileURLToPath(new URL(`../../../${file}`, import.meta.url));
const read = (file: string) => readFileSync(pathOf(file), "utf8");

const rules = "deploy/prometheus/alerts.yaml";
const dashboard = "deploy/grafana/meetbot.json";
const alerts = [...read(rules).matchAll(/^ +- alert: (\w+)$/gm)].map(([, name = ""]) => name);

interface Panel {
  id: number;
  type: string;
  gridPos: { x: number; y: number; w: number };
  targets?: { expr: string }[];
}
const { panels } = JSON.parse(read(dashboard)) as { panels: Panel[] };

/** Made by Prometheus itself. */
const notOurs = ["up"];

const metricsIn = (text: string): string[] =>
  text.match(/\b(?:meetbot|nodejs|process)_[a-z0-9_]+|\bup\b/g) ?? [];

test("every metric that the alerts and the dashboard name is told by a running server", async (t) => {
  const { url } = await startTestServer(t);
  const printed = await (await fetch(`${url}/metrics`)).text();
  const told = new Set<string>(notOurs);
  for (const [, name = "", type] of printed.matchAll(/^# TYPE (\w+) (\w+)$/gm)) {
    const parts = type === "histogram" ? ["_bucket", "_count", "_sum"] : [""];
    for (const part of parts) told.add(`${name}${part}`);
  }
  const expressions = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
  const [, ...parts] = read(rules).split("- alert:");
  const exprsOfRules = parts.map((part) => part.split(/\n +(?:for|labels):/, 1)[0] ?? "");
  assert.equal(exprsOfRules.length, alerts.length);
  const named = [...expressions, ...exprsOfRules].flatMap(metricsIn);
  assert(named.length > 40);
  const shown = metricsIn(expressions.join(" "));
  for (const name of ["waiting", "waiting_oldest_seconds", "last_backup_timestamp_seconds"]) {
    assert(shown.includes(`meetbot_${name}`), name);
  }
  assert.deepEqual(
    named.filter((name) => !told.has(name)),
    [],
  );
});

test("each panel of the dashboard has its own place, and asks something", () => {
  const places = panels.map(({ gridPos: { x, y } }) => `${x} ${y}`);
  assert.equal(new Set(places).size, panels.length);
  assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length);
  for (const { type, targets = [] } of panels) assert(type === "row" || targets.length > 0);
  for (const { gridPos } of panels) assert(gridPos.x + gridPos.w <= 24);
});

test("the documentation says in both languages what to do about each alert", () => {
  assert(alerts.length > 0);
  for (const page of ["docs/watching.md", "docs/zh/watching.md"]) {
    const explained = [...read(page).matchAll(/^### (Meetbot\w+)\n\n\S/gm)];
    assert.deepEqual(
      explained.map(([, name]) => name),
      alerts,
      page,
    );
  }
});

test("each alert leads to its own section of the documentation", () => {
  const [, ...parts] = read(rules).split("- alert:");
  const places = parts.map((part) => /runbook_url: (\S+)/.exec(part)?.[1]);
  const page = "https://chat.example.com/docs/watching/";
  assert.deepEqual(
    places,
    alerts.map((name) => `${page}#${name.toLowerCase()}`),
  );
});

test("promtool reads the alerts, and they fire when they should", {
  skip: skipWithout("promtool"),
}, () => {
  for (const args of [
    ["check", "rules", pathOf(rules)],
    ["test", "rules", pathOf("deploy/prometheus/alerts.test.yaml")],
  ]) {
    const { status, stdout, stderr } = spawnSync("promtool", args, { encoding: "utf8" });
    assert.equal(status, 0, `${stdout}${stderr}`);
  }
});
