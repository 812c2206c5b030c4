import assert from "node:assert/strict";
import { test } from "node:test";
import type { Connector } from "../../../../connectors/src/connector/connector.ts";
import { type ConnectorName, connectors } from "../../../../connectors/src/connectors.ts";
import { platformLinks, platformWords } from "./platform-words.ts";

test("every field of every platform has words, and none that is needed is folded away", () => {
  for (const name of Object.keys(connectors) as ConnectorName[]) {
    const { fields }: Connector = connectors[name];
    assert.match(platformLinks[name], /^https:/);
    for (const words of [platformWords.en[name], platformWords.zh[name]]) {
      const said = [...Object.keys(words.fields), ...Object.keys(words.further)];
      assert.deepEqual(said.toSorted(), fields.map((field) => field.name).toSorted(), name);
      const all: Record<string, { choices: object }> = { ...words.fields, ...words.further };
      for (const { name: field, choices = [] } of fields) {
        assert.deepEqual(Object.keys(all[field]?.choices ?? {}), [...choices], `${name} ${field}`);
      }
      const needed = fields.filter(({ isRequired }) => isRequired).map((field) => field.name);
      assert.deepEqual(
        needed.filter((field) => !Object.hasOwn(words.fields, field)),
        [],
      );
    }
  }
});
