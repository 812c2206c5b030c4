import type { TestEvent } from "node:test/reporters";

/**
 * Says behind all tests which were left out, and why: the report before it is too long for that.
 * `npm test` adds it to the usual one.
 */
// biome-ignore lint/style/noDefaultExport: it is the one `node --test` looks for.
export default async function* reportLeftOut(events: AsyncIterable<TestEvent>) {
  const namesOf = new Map<string, string[]>();
  for await (const { type, data } of events) {
    if (type !== "test:pass" || typeof data.skip !== "string") continue;
    namesOf.set(data.skip, [...(namesOf.get(data.skip) ?? []), data.name]);
  }
  for (const [reason, names] of namesOf) {
    yield `\nLeft out, because ${reason}:\n${names.map((name) => `  ${name}\n`).join("")}`;
  }
}
