import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { packageLines, readerOf } from "@meetbot/presentation";
import { root } from "../src/site.ts";
import { faultOf } from "./blocks/check-commands.ts";
import { faultsOfConfigs } from "./blocks/check-configs.ts";
import { compileBlocks } from "./blocks/compile-blocks.ts";
import { isRunHere, kinds, ranHere } from "./blocks/kinds.ts";
import { provedElsewhere } from "./blocks/proved-elsewhere.ts";
import { placeOf, readBlocks } from "./blocks/read-blocks.ts";
import { faultOfShown } from "./blocks/shown.ts";
import { splitCommands } from "./blocks/split-commands.ts";

// Whatever a page shows to be copied is tried, and whatever it shows of Meetbot's words is compared with them. A block
// of no kind fails: say in blocks/kinds.ts, or proved-elsewhere.ts, by what it is proved.

const read = (file: string) => readFileSync(join(root, file), "utf8");
const blocks = readBlocks();

const of = (name: keyof typeof kinds) => blocks.filter((block) => kinds[name]!(block));

test("every block of code in the documentation is of one kind, each of which is tried", () => {
  assert.ok(blocks.length > 150, "the blocks were not found");
  const placed = blocks.map((block) => [
    placeOf(block),
    Object.keys(kinds).filter((name) => kinds[name]!(block)),
  ]);
  assert.deepEqual(
    placed.filter(([, of]) => of!.length !== 1),
    [],
  );
});

test("a test that proves blocks of a page reads that page", () => {
  for (const { file, by } of provedElsewhere) {
    const name = file.split("/").at(-1) ?? "";
    assert.ok(read(by).includes(name), `${by} does not name ${name}`);
    assert.ok(
      blocks.some((block) => block.file === file),
      `${file} has no such block`,
    );
  }
});

test("every command on a page is there, with each of its options, and is read by a shell", () => {
  const shell = of("commands that are known");
  const commands = shell.flatMap((block) =>
    splitCommands(block.code).map((words) => ({ block, words })),
  );
  assert.ok(commands.length > 80);
  const faults = commands.flatMap(({ block, words }) => {
    const fault = faultOf(words);
    return fault ? [`${placeOf(block)}: ${fault}`] : [];
  });
  assert.deepEqual(faults, []);
  // An ellipsis stands for a secret; a block within a function is read and not run.
  const script = shell.map(({ code }, nth) => `block${nth}() {\n${code}\n}`).join("\n");
  assert.equal(spawnSync("bash", ["-n"], { input: script, encoding: "utf8" }).stderr, "");
});

test("every variable in a command is one that is read", () => {
  const known = read("docs/install.md") + read("docs/sign-in.md");
  const compose = read("deploy/compose/compose.yaml");
  const named = blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ code }) => [...code.matchAll(/\bMEETBOT_[A-Z_]+/g)]);
  assert.ok(named.length > 10);
  // Programs of a shop's own have these, which no Meetbot reads.
  const own = ["MEETBOT_TOKEN", "MEETBOT_URL"];
  const names = new Set(named.map(([name]) => name).filter((name) => !own.includes(name)));
  assert.deepEqual(
    [...names].filter((name) => !known.includes(`\`${name}\``) && !compose.includes(`\${${name}`)),
    [],
  );
});

test("a command that is not there is found", () => {
  for (const [command, fault] of [
    ["npx meetbot bot forget bot_1", /no command bot forget/],
    ["npx meetbot bot set bot_1 --contact", /argument missing/],
    ["npx meetbot bot set bot_1 --colour red", /--colour/],
    ["npx meetbot bot show", /<id> is missing/],
    ["npx meetbot bot show a b", /one word too many/],
    ["npx meetbot bot create --name Shop # no endpoint", /--endpoint is missing/],
    ["FOO=1 npm run nothing | cat", /npm run nothing/],
    ["npm test -- packages/none.test.ts", /not there/],
    ["(umask 077; meatbot serve) > file", /meatbot is a program/],
  ] as const) {
    assert.match(splitCommands(command).map(faultOf).join(), fault, command);
  }
});

/** Runs a block in a folder of its own, and returns what it prints and then what a file holds. */
function runBlock({ file, has }: { file: string; has: string }, folder: string): string {
  const [{ code } = { code: "" }, more] = blocks.filter(
    (block) => block.file === file && isRunHere(block) && block.code.includes(has),
  );
  assert.equal(more, undefined);
  const { stdout, stderr, status } = spawnSync("bash", ["-euc", code], {
    cwd: folder,
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

test("the shell finds the signatures of the protocol's worked example", (t) => {
  const folder = temporaryFolder(t);
  const [http = ""] = blocks
    .filter(({ file, language }) => file === "docs/protocol.md" && language === "http")
    .map(({ code }) => code);
  const [head = "", body = ""] = http.split("\n\n");
  writeFileSync(join(folder, "body.json"), body.trimEnd());
  const [webhook, endpoint, hub = ""] = runBlock(ranHere[0]!, folder).trim().split("\n");
  assert.ok(head.includes(`webhook-signature: v1,${webhook}`), webhook);
  assert.ok(head.includes(`Meetbot-Endpoint-Signature: v1,${endpoint}`), endpoint);
  assert.ok(head.includes(`X-Hub-Signature: sha256=${hub.split("= ").at(-1)}`), hub);
});

test("a new master key comes to stand before the old one", (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "master.key"), "the old one\n");
  runBlock(ranHere[1]!, folder);
  const keys = readFileSync(join(folder, "master.key"), "utf8").trim().split("\n");
  assert.deepEqual(
    [keys.length, Buffer.from(keys[0]!, "base64").length, keys[1]],
    [2, 32, "the old one"],
  );
});

test("the README's webhook is the SDK's, which is run", () => {
  const [shown] = of("the SDK's webhook");
  const bare = (code: string) => code.replaceAll(/ *\/\/ .*$/gm, "");
  const ran = blocks.filter(
    ({ file, language }) => file === "packages/sdk/README.md" && language === "js",
  );
  assert.ok(ran.some(({ code }) => bare(code) === bare(shown!.code)));
});

test("the Chinese README's conversation is one that the bot holds", () => {
  const [, code = ""] = /^```text\n(顾客：[\s\S]*?)^```$/m.exec(read("README.zh-CN.md")) ?? [];
  const block = { file: "README.zh-CN.md", line: 1, language: "text", code };
  assert.deepEqual(faultOfShown(block), []);
});

test("the lines of a package are as its README says", () => {
  const [block] = of("says what comes out");
  const [code = "", told = ""] = block!.code.split("); // ");
  assert.match(code, /readerOf\("zh"\)/);
  const [given = ""] = /\{[^}]*\}/.exec(code.slice(code.indexOf("packageLines("))) ?? [];
  const pkg = JSON.parse(given.replaceAll(/(\w+): /g, '"$1": '));
  assert.deepEqual(packageLines(pkg, readerOf("zh")), JSON.parse(told));
});

test("TypeScript and JavaScript of the pages is compiled against what it imports", () => {
  const guides = readBlocks([
    "docs/merchant-guide.md",
    "docs/zh/merchant-guide.md",
    "packages/sdk/README.md",
  ]);
  // Their JavaScript is run elsewhere; a shop in TypeScript copies it all the same.
  const scripts = guides.filter(
    ({ language, code }) => language === "js" && code.includes('from "@meetbot/sdk'),
  );
  const lines = guides.filter(({ file, language }) => file.includes("/zh/") && language === "ts");
  assert.ok(scripts.length > 8 && lines.length > 0);
  assert.deepEqual(compileBlocks([...of("compiled"), ...scripts, ...lines]), []);
});

test("a tag for a page loads what the server has, with attributes that are read", () => {
  const loader = read("packages/widget/src/loader/loader.ts");
  const vue = read("packages/embed/src/vue.ts");
  for (const block of of("a tag for a page")) {
    for (const [, url = ""] of block.code.matchAll(/ src="([^"]+)"/g)) {
      assert.equal(new URL(url).pathname, "/widget/loader.js", placeOf(block));
    }
    for (const [, name = ""] of block.code.matchAll(/ data-(\w+)=/g)) {
      assert.match(loader, new RegExp(`\\b${name}\\b`), `${placeOf(block)}: data-${name}`);
    }
    for (const [, script = ""] of block.code.matchAll(/<script>([\s\S]*?)<\/script>/g)) {
      assert.doesNotThrow(() => new Function(script), placeOf(block));
    }
    const [, props = ""] = /<MeetbotChat([\s\S]*?)\/>/.exec(block.code) ?? [];
    for (const [, name = ""] of props.matchAll(/[\s:@]([\w-]+)=/g)) {
      const prop = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      assert.match(vue, new RegExp(`\\b${prop}:`), `${placeOf(block)}: ${name}`);
    }
  }
});

test("what is put into a file is read by what reads that file", (t) => {
  assert.deepEqual(faultsOfConfigs(of("a configuration"), temporaryFolder(t)), []);
});

test("what Meetbot says on a page is what it says", () => {
  assert.deepEqual(of("what Meetbot shows").flatMap(faultOfShown), []);
});

function temporaryFolder(t: { after(end: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-blocks-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}
