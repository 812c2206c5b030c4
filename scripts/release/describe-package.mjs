// Writes into a package, before it is packed, what is in it and under which licenses: sbom.cdx.json
// (CycloneDX) and THIRD-PARTY-LICENSES.txt; and copies what it carries of the workspace. Run in the package's folder, as its `prepack`.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { lockedHost } from "../lock-addresses.mjs";
import { productionParts, workspace } from "./production-parts.mjs";

const folder = process.cwd();
const { name, version, files } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const parts = productionParts(name);
write("sbom.cdx.json", `${JSON.stringify(describe(), null, 2)}\n`);
write("THIRD-PARTY-LICENSES.txt", licenseTexts());
for (const carried of ["NOTICE", "deploy"].filter((one) => files.includes(one))) {
  cpSync(join(workspace, carried), join(folder, carried), { recursive: true, filter: isOurs });
}

/** Excludes what a developer who runs Compose in this checkout has there: secrets and backups. */
function isOurs(path) {
  return ![".env", "backups"].includes(basename(path));
}

/** npm tells all that the workspace has; what this package needs where it runs is picked out of that. */
function describe() {
  const command = ["sbom", "--sbom-format=cyclonedx", "--package-lock-only"];
  // Run from within a package's own script, npm would list that package alone.
  const env = { ...process.env };
  for (const key of Object.keys(env)) if (/^npm_config_/i.test(key)) delete env[key];
  const options = { cwd: workspace, encoding: "utf8", env, maxBuffer: 64 * 1024 * 1024 };
  const everything = JSON.parse(
    execFileSync("npm", command, { ...options, shell: process.platform === "win32" }),
  );
  const own = `${name}@${version}`;
  const wanted = new Set([own, ...parts.map((part) => `${part.name}@${part.version}`)]);
  const components = everything.components
    .filter((one) => wanted.has(one["bom-ref"]))
    .map(withName);
  return {
    ...everything,
    // The same sources are to give the same file.
    serialNumber: undefined,
    metadata: {
      ...everything.metadata,
      timestamp: undefined,
      component: components.find((one) => one["bom-ref"] === own),
    },
    components: components.filter((one) => one["bom-ref"] !== own),
    dependencies: everything.dependencies
      .filter(({ ref }) => wanted.has(ref))
      .map(({ ref, dependsOn = [] }) => ({
        ref,
        dependsOn: dependsOn.filter((one) => wanted.has(one)),
      })),
  };
}

/** A package of the workspace is called by its folder there, and nothing by the lock's placeholder of an address. */
function withName(component) {
  const [, name] = /^(.+)@[^@]+$/.exec(component["bom-ref"]);
  return { ...component, name, externalReferences: component.externalReferences?.filter(isReal) };
}

function isReal({ url }) {
  return !url.startsWith(`https://${lockedHost}/`);
}

function licenseTexts() {
  const theirs = parts.filter((part) => part.path.includes("node_modules/"));
  if (theirs.length === 0) return "This package holds no code of others, and depends on none.\n";
  return theirs.map((part) => `${heading(part)}\n\n${textOf(part)}\n`).join("\n\n");
}

function heading({ name, version, license }) {
  const line = "=".repeat(72);
  return `${line}\n${name} ${version} (${license})\n${line}`;
}

/** The text that the part brings; one for another system is not here, and brings its own there. */
function textOf({ path }) {
  const place = join(workspace, path);
  const names = existsSync(place) ? readdirSync(place) : [];
  const texts = names.filter((one) => /^(licen[cs]e|copying|notice)/i.test(one));
  if (texts.length === 0)
    return "Its license is the one named above; its package has no text of it.";
  return texts.map((one) => readFileSync(join(place, one), "utf8").trim()).join("\n\n");
}

/** Put in place whole: the package may be packed twice at once. */
function write(file, text) {
  const half = join(folder, `.${file}.${process.pid}`);
  writeFileSync(half, text);
  renameSync(half, join(folder, file));
}
