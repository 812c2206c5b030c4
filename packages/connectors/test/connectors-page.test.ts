import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type Connector, connectors } from "../src/index.ts";

for (const file of ["connectors.md", "zh/connectors.md"]) {
  const page = readFileSync(new URL(`../../../docs/${file}`, import.meta.url), "utf8");
  const sections = page.split(/^### /m).slice(1);
  const sectionOf = (title: string) => sections.find((one) => one.startsWith(`${title}\n`)) ?? "";

  test(`${file} shows for each platform a configuration that it takes, and names every field`, () => {
    for (const { name, title, fields, readConfig } of Object.values<Connector>(connectors)) {
      assert.match(page, new RegExp(`^\\| \`${name}\` \\| ${title}`, "m"));
      const section = sectionOf(title);
      const [, config = ""] = /```json\n(.*?)```/s.exec(section) ?? [];
      readConfig(JSON.parse(config));
      for (const field of fields) {
        assert.match(section, new RegExp(`["\`]${field.name}["\`]`), `${name}: ${field.name}`);
      }
      for (const choice of fields.flatMap(({ choices = [] }) => choices)) {
        assert.ok(section.includes(`\`${choice}\``), `${name}: ${choice}`);
      }
    }
  });
}
