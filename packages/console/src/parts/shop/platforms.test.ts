import assert from "node:assert/strict";
import { test } from "node:test";
import type { Connector } from "../../../../connectors/src/connector/connector.ts";
import { type ConnectorName, connectors } from "../../../../connectors/src/connectors.ts";
import { readWords } from "../../../test/read-words.ts";
import { type PlatformWords, platformLinks } from "./platforms.ts";

test("every field of every platform has words, and none that is needed is folded away", async () => {
  const all = [await readWords("en", "shop"), await readWords("zh", "shop")];
  for (const name of Object.keys(connectors) as ConnectorName[]) {
    const { fields }: Connector = connectors[name];
    assert.match(platformLinks[name], /^https:/);
    for (const { platforms } of all) {
      const { fields: first, further = {} }: PlatformWords = platforms[name];
      const said = [...Object.keys(first), ...Object.keys(further)];
      assert.deepEqual(said.toSorted(), fields.map((field) => field.name).toSorted(), name);
      const texts = { ...first, ...further };
      for (const { name: field, choices = [] } of fields) {
        assert.deepEqual(
          Object.keys(texts[field]?.choices ?? {}),
          [...choices],
          `${name} ${field}`,
        );
      }
      const needed = fields.filter(({ isRequired }) => isRequired).map((field) => field.name);
      assert.deepEqual(
        needed.filter((field) => !Object.hasOwn(first, field)),
        [],
      );
    }
  }
});
