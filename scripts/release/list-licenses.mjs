// Writes THIRD-PARTY.md: each part that Meetbot needs where it runs, and its license. `npm run
// licenses`, whenever a dependency comes or goes; a test compares.
import { writeFileSync } from "node:fs";
import { productionParts, publishedPackages, workspace } from "./production-parts.mjs";

const parts = Object.keys(publishedPackages).flatMap(productionParts);
const rows = new Set(
  parts
    .filter((part) => part.path.includes("node_modules/"))
    .map((part) => `| ${part.name} | ${part.license} |`)
    .sort(),
);
writeFileSync(
  `${workspace}THIRD-PARTY.md`,
  `# Parts of others

What Meetbot needs where it runs, with what its pages in the browser are built of and by. Versions stand
in \`package-lock.json\`; each published package carries the texts in \`THIRD-PARTY-LICENSES.txt\`, and a list with
versions and hashes in \`sbom.cdx.json\` (CycloneDX). What is inside the programs that come along (Node,
PostgreSQL) is in [NOTICE](NOTICE). Written by \`npm run licenses\`.

| part | license |
|---|---|
${[...rows].join("\n")}
`,
);
