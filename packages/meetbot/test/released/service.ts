import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a unit says of its service, by directive. */
export type Service = Readonly<Record<string, string | undefined>>;

/** Reads a unit whose service says nothing twice. */
export function readService(file: string): Service {
  const [, service = ""] = readFileSync(file, "utf8").split("[Service]\n");
  const lines = service.split("\n[")[0]!.split("\n");
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^([A-Z]\w+)=(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value]];
    }),
  );
}

/**
 * The options by which podman runs a service as systemd would. `settings` is its environment file, and in
 * `folder` lies what podman reads of it.
 */
export function asContainer(
  service: Service,
  { settings, folder }: { settings: string; folder: string },
): string[] {
  const state = `/var/lib/${service.StateDirectory}`;
  const calls = join(folder, "system-calls.json");
  writeFileSync(calls, JSON.stringify(filterOf(service.SystemCallFilter!)));
  return [
    `--entrypoint=${service.ExecStart!.split(" ")[0]}`,
    `--user=${service.User}:${service.Group}`,
    `--workdir=${service.WorkingDirectory}`,
    `--env=${service.Environment}`,
    `--env-file=${settings}`,
    `--umask=${service.UMask}`,
    `--volume=service:${state}`,
    ...(service.ProtectSystem === "strict" ? ["--read-only"] : []),
    ...(service.PrivateTmp === "yes" ? ["--tmpfs=/tmp"] : []),
    ...(service.CapabilityBoundingSet === "" ? ["--cap-drop=all"] : []),
    ...(service.NoNewPrivileges === "yes" ? ["--security-opt=no-new-privileges"] : []),
    `--security-opt=seccomp=${calls}`,
  ];
}

/** A set of system calls as systemd knows it, as the kernel's filter for a container: any other call ends the process. */
function filterOf(name: string) {
  const listed = execFileSync("systemd-analyze", ["syscall-filter"], {
    encoding: "utf8",
    stdio: "pipe",
  });
  const sets = new Map<string, string[]>();
  let members: string[] = [];
  for (const line of listed.split("\n")) {
    if (line.startsWith("@")) {
      members = [];
      sets.set(line.trim(), members);
    } else if (/^ +[@\w]/.test(line)) members.push(line.trim());
  }
  const callsOf = (one: string): string[] => sets.get(one)?.flatMap(callsOf) ?? [one];
  return {
    defaultAction: "SCMP_ACT_KILL_PROCESS",
    architectures: ["SCMP_ARCH_X86_64", "SCMP_ARCH_AARCH64"],
    syscalls: [{ names: [...new Set(callsOf(name))], action: "SCMP_ACT_ALLOW" }],
  };
}
