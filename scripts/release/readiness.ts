import { publishedPackages } from "./production-parts.mjs";

/** What of a package.json counts for a release. */
export interface Manifest {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** What keeps a checkout from being released, in words; nothing where it may be. */
export function whatIsMissing(checkout: {
  /** `git status --porcelain`. */
  changes: string;
  /** The workspace's, and those of all its packages. */
  manifests: Manifest[];
  changelog: string;
  /** The versions whose databases are kept. */
  keptStates: string[];
}): string[] {
  const { changes, manifests, changelog, keptStates } = checkout;
  const version = manifests[0]!.version;
  const missing: string[] = [];
  if (changes.trim())
    missing.push(`Not committed, and so in no release: commit or undo it.\n${changes.trimEnd()}`);
  for (const manifest of manifests) {
    if (manifest.version !== version) {
      missing.push(
        `${manifest.name} has version ${manifest.version}, and the workspace ${version}: raise both.`,
      );
    }
    for (const [name, named] of Object.entries({
      ...manifest.devDependencies,
      ...manifest.dependencies,
    })) {
      if (!(name in publishedPackages) || named === version) continue;
      missing.push(`${manifest.name} names ${name} ${named}: name ${version}.`);
    }
  }
  if (!changelog.split("\n").includes(`## ${version}`)) {
    missing.push(
      `CHANGELOG.md has no line \`## ${version}\`: say there what is new, without “(unreleased)”.`,
    );
  }
  if (!keptStates.includes(version)) {
    missing.push(
      `No database of ${version} is kept, with which later versions are tried: \`npm run keep:state -- ${version}\`, and commit what it writes.`,
    );
  }
  return missing;
}
