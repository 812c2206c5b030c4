// Asks the registry for known vulnerabilities of what runs in production, and fails on those of moderate
// severity and above. A registry that does not answer that question (mirrors often do not) is said, and is no failure:
// then ask one that does, `npm audit --omit=dev --registry=…`, before a release.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("../../", import.meta.url));
const question = ["audit", "--omit=dev", "--audit-level=moderate", "--json"];
const shell = process.platform === "win32";
const { stdout, status } = spawnSync("npm", question, { cwd: workspace, encoding: "utf8", shell });
const answer = readAnswer(stdout);
const found = answer.metadata?.vulnerabilities;
if (found) {
  console.log(`npm audit, production only: ${found.total} known vulnerabilities.`);
  for (const [name, { severity, range }] of Object.entries(answer.vulnerabilities ?? {})) {
    console.log(`  ${name} ${range}: ${severity}`);
  }
  process.exit(status ?? 1);
}
console.log(`npm audit was not answered by the registry: ${answer.message ?? "no answer"}`);

/** npm prints its errors as JSON too, in another form. */
function readAnswer(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
