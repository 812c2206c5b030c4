import { test } from "node:test";
import { assertKept, row } from "../status/kept-table.fixture.ts";
import { carriers } from "./tracking-page.ts";

const rows = carriers.map(({ name, aliases, page }) =>
  row([name, aliases.join(", "), `\`${page}\``]),
);

for (const [page, begins, head] of [
  ["carriers.md", "| carrier | written", ["carrier", "written as", "page"]],
  ["zh/carriers.md", "| 快递公司 | 可以写成", ["快递公司", "可以写成", "页面"]],
] as const) {
  test(`the table of carriers' pages is as the code has it: docs/${page}`, () => {
    assertKept(page, begins, [row(head), "|---|---|---|", ...rows]);
  });
}
