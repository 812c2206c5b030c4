import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { explainFailure } from "@meetbot/conformance/terminal/failure.ts";
import { paint } from "@meetbot/conformance/terminal/paint.ts";
import { note, print, printJson, printText, prompt } from "@meetbot/conformance/terminal/print.ts";
import fc from "fast-check";
import { showBots } from "../../src/cli/options/show-bots.ts";
import { writeTable } from "../../src/cli/terminal/table.ts";
import { createDatabaseEnv } from "../fixtures/database-env.ts";
import { createMachine } from "../fixtures/machine.ts";

// Names, messages and answers come from unknown people and shops, and reach the terminal of the person who runs the
// server, often root. A terminal obeys control characters: it moves the cursor, rewrites the lines above, sets the
// clipboard, answers with text that is typed at the prompt.

const machine = createMachine({ after }, await createDatabaseEnv({ after }));

/** What must never arrive as it is. A line break may end a line, and nothing else. */
const obeyed = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\u034f|\u115f|\u3164|[\ufe00-\ufe0d]/u;

/** Titles, colors, the clipboard, a link, the cursor, 8-bit forms, deletes, what nobody sees, bidi. */
const hostile = [
  "\u001b]0;owned\u0007",
  "\u001b[31mred\u001b[0m",
  "\u001b]52;c;cm0gLXJmIC8=\u0007",
  "\u001b]8;;https://evil.example\u001b\\click",
  "\u001b[2J\u001b[H",
  "\u001b[6n",
  '\u001bP$q"p\u001b\\',
  "\u009b31m",
  "\u009d0;owned\u009c",
  "\u0090q\u009c",
  "\r\u001b[Kall is well",
  "\bB",
  "\u007f",
  "\u0000",
  "a\nmeetbot: all is well",
  "a\u2028b\u2029c\u0085d",
  "\u202egnp.exe",
  "\u2066x\u2069",
  "\u200bz\u200c\u200d\u2060\ufeff",
  "\u00adsoft",
  "\u{e0041}\u{e0042}",
  "\ud800",
  "\u061c\u200e\u200f",
  "\ufff9\ufffa\ufffb",
];

/** What was written to both outputs meanwhile. */
function written(run: () => void): string {
  let all = "";
  const outputs = [process.stdout, process.stderr];
  const writes = outputs.map(({ write }) => write);
  for (const output of outputs) {
    output.write = (chunk: string | Uint8Array) => {
      all += chunk.toString();
      return true;
    };
  }
  try {
    run();
  } finally {
    outputs.forEach((output, index) => {
      output.write = writes[index]!;
    });
  }
  return all;
}

function assertPlain(output: string, from: string): void {
  assert.doesNotMatch(output, obeyed, `${JSON.stringify(from)} came as ${JSON.stringify(output)}`);
}

describe("the terminal", () => {
  it("obeys nothing that a value holds, and shows it", () => {
    for (const text of hostile) {
      const said = written(() => print(`a ${text} b`));
      assertPlain(said, text);
      assert.equal(said.split("\n").length, 2, `${JSON.stringify(text)} made lines of its own`);
      assertPlain(
        written(() => note(text)),
        text,
      );
      assertPlain(
        written(() => printText(text)),
        text,
      );
      assertPlain(
        written(() => prompt(text)),
        text,
      );
    }
    assert.equal(
      written(() => print("a\u001b[31mb\u202e")),
      "a\\u{1b}[31mb\\u{202e}\n",
    );
    assert.equal(
      written(() => print("é 订单 👩‍👩‍👧 ❤️ ¥84.50 →")),
      "é 订单 👩‍👩‍👧 ❤️ ¥84.50 →\n",
    );
  });

  it("gets JSON that says the same, in one line", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostile))),
        (texts) => {
          const said = written(() => printJson({ texts }));
          assertPlain(said, texts.join());
          assert.equal(said.indexOf("\n"), said.length - 1);
          assert.deepEqual(JSON.parse(said), { texts });
        },
      ),
    );
  });

  it("is styled by Meetbot alone", () => {
    const force = process.env.FORCE_COLOR;
    process.env.FORCE_COLOR = "1";
    try {
      const said = written(() => print(`${paint("red", "\u001b[32mno:\u001b[0m")} yes`));
      assert.equal(said, "\u001b[31m\\u{1b}[32mno:\\u{1b}[0m\u001b[39m yes\n");
    } finally {
      if (force === undefined) delete process.env.FORCE_COLOR;
      else process.env.FORCE_COLOR = force;
    }
  });

  it("gets lists, tables and failures of hostile names whole", () => {
    for (const text of hostile) {
      const { bot } = newBot({ name: text, endpoint: "https://shop.example/hook" });
      for (const json of [true, false]) {
        assertPlain(
          written(() => showBots([{ ...bot, name: text }], { json })),
          text,
        );
        assertPlain(
          written(() => showBots({ ...bot, contact: text }, { json })),
          text,
        );
      }
      const table = written(() => print(...writeTable({ name: text, other: "x" })));
      assert.equal(table.split("\n").length, 3, `${JSON.stringify(text)} made a row of its own`);
      assertPlain(
        written(() => note(...explainFailure(new Error(text)))),
        text,
      );
    }
  });

  it("gets what a process prints of hostile input in the same way", async () => {
    const input = hostile.map((text) => text.replaceAll("\n", " ")).join("\n");
    const [plain, json, urls] = await Promise.all([
      machine.run(["recognize", "--explain"], { input: `order ${input}` }),
      machine.run(["recognize", "--json"], { input }),
      machine.run(["check-url"], { input }),
    ]);
    for (const { stdout, stderr } of [plain, json, urls]) assertPlain(stdout + stderr, input);
    const lines = input.toWellFormed().split("\n");
    assert.deepEqual(
      json.stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).text),
      lines,
    );
    assert.equal(urls.stdout.trimEnd().split("\n").length, lines.length);
  });

  it("is reached through one door", () => {
    const packages = fileURLToPath(new URL("../../..", import.meta.url));
    const door = "conformance/src/terminal/print.ts";
    const programs = [
      "meetbot/src/**/*.ts",
      "conformance/src/**/*.ts",
      "{network,embedded-postgres}/src/**/*.ts",
    ];
    const elsewhere = globSync(programs, { cwd: packages }).filter((file) => {
      if (file === door || /\.(test|fixture)\.ts$/.test(file)) return false;
      const code = readFileSync(`${packages}/${file}`, "utf8").replace(/"[^"\n]*"/g, '""');
      return /\bconsole\s*\.\s*\w+\s*\(|\bconsole\s*\[|\bprocess\s*\.\s*std(?:out|err)\s*\.\s*(?:write|end|cork)|\bfd:\s*[12]\b|writeSync\(\s*[12]\b|styleText/.test(
        code,
      );
    });
    assert.deepEqual(elsewhere, ["conformance/src/terminal/paint.ts"]);
  });
});
