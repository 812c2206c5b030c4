import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse, parseAllDocuments } from "yaml";
import { findApart, installApart } from "../../../scripts/install-apart.ts";
import { readConfig } from "../src/config.ts";

// The manifests for Kubernetes are what its readers take, and fit together.

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
const folder = join(workspace, "deploy/kubernetes");
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const schemas = { "kubernetes-models": "5.1.0" };
/** Where Kubernetes' schemas are. In CI they are installed here. */
const kubernetes = process.env.CI
  ? installApart("kubernetes", schemas)
  : findApart("kubernetes", schemas);
const noKubernetes =
  "Kubernetes' schemas are not installed: CI=true npm test -- packages/meetbot/test/deploy-kubernetes.test.ts does that (3 MB)";
/** Kubernetes kills what stops later; Meetbot itself ends after 15 s. */
const stopsWithinS = 15;

interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { labels?: Record<string, string> };
}

interface Pod {
  enableServiceLinks: boolean;
  terminationGracePeriodSeconds: number;
  securityContext: object;
  containers: {
    image: string;
    args?: string[];
    env: { name: string; value: string }[];
    lifecycle: { preStop: { sleep: { seconds: number } } };
    securityContext: object;
    ports: { name: string }[];
  }[];
}

interface Template {
  metadata: { labels: Record<string, string> };
  spec: Pod;
}

interface Selector {
  matchLabels: Record<string, string>;
}

type Found = Manifest & {
  spec: { template: Template; jobTemplate: { spec: { template: Template } } } & {
    selector: Record<string, string> & Selector;
    podSelector: Selector;
    policyTypes: string[];
    ingress?: object[];
    egress?: object[];
    endpoints: { port: string; path: string }[];
  };
  stringData: object;
};

const manifestsOf = (file: string) =>
  parseAllDocuments(read(file)).map((one) => one.toJS() as Found);
const base = parse(read("kustomization.yaml"));
const files: string[] = [...base.resources, "secret.yaml"];
const manifests = files.flatMap(manifestsOf);
const ofKind = (kind: string) => manifests.filter((one) => one.kind === kind);
const deployment = ofKind("Deployment")[0]!.spec.template;
const backup = ofKind("CronJob")[0]!.spec.jobTemplate.spec.template;
const pod = deployment.spec;
const container = pod.containers[0]!;
const policyOf = ({ metadata }: Template) =>
  ofKind("NetworkPolicy").find(
    ({ spec }) => JSON.stringify(spec.podSelector.matchLabels) === JSON.stringify(metadata.labels),
  )!.spec;

describe("the manifests for Kubernetes", () => {
  it("stand in the list for kustomize, but for the secret, which is filled in by itself", () => {
    const there = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
    assert.deepEqual([...files, "kustomization.yaml"].sort(), there.sort());
    const component = parse(read("prometheus/kustomization.yaml"));
    assert.deepEqual([base.kind, component.kind], ["Kustomization", "Component"]);
    assert.deepEqual(component.resources, ["service-monitor.yaml"]);
  });

  it("run one image, of the package's version, which kustomize may replace", () => {
    const { version } = JSON.parse(readFileSync(join(workspace, "package.json"), "utf8"));
    const [{ name, newTag }, ...more] = base.images;
    assert.deepEqual([newTag, more], [version, []]);
    for (const { spec } of [deployment, backup]) {
      assert.deepEqual(
        spec.containers.map(({ image }) => image),
        [`${name}:${version}`],
      );
    }
  });

  const skip = kubernetes === null && noKubernetes;
  it("are what its schemas describe, with no field that they do not know", { skip }, async (t) => {
    const modules = pathToFileURL(join(kubernetes!, "node_modules/"));
    assert.deepEqual(
      new Set(manifests.map(({ kind }) => kind)),
      new Set([
        ...["Deployment", "PodDisruptionBudget", "Service", "Ingress", "NetworkPolicy", "CronJob"],
        ...["PersistentVolumeClaim", "Secret"],
      ]),
    );
    for (const manifest of manifests) {
      const { [manifest.kind]: Model } = await import(`${modules}${modelOf(manifest)}.js`);
      new Model(manifest).validate();
    }
    assert.equal(unknownFields(t, manifests), "");
    const wrong = structuredClone(ofKind("Deployment")[0]!);
    Object.assign(wrong.spec.template.spec, { enableServiceLink: false });
    assert.match(unknownFields(t, [wrong]), /enableServiceLink/);
  });

  it("give Meetbot variables that it knows, and it does not start before the proxies are filled in", () => {
    const own = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
    const key = { MEETBOT_MASTER_KEY: Buffer.alloc(32).toString("base64") };
    const all = { ...ofKind("Secret")[0]!.stringData, ...key, ...own };
    assert.throws(() => readConfig(all), /MEETBOT_TRUSTED_PROXIES must be addresses or networks/);
    readConfig({ ...all, MEETBOT_TRUSTED_PROXIES: "10.42.7.0/24" });
    for (const { spec } of [deployment, backup]) assert.equal(spec.enableServiceLinks, false);
  });

  it("wait for a node that stops", () => {
    const waits = pod.terminationGracePeriodSeconds - container.lifecycle.preStop.sleep.seconds;
    assert.ok(waits > stopsWithinS);
  });

  it("make backups in the same jail as a node, which no customer's request is led to", () => {
    assert.deepEqual(backup.spec.containers[0]!.args, ["backup", "/backups", "--copies", "7"]);
    assert.deepEqual(backup.spec.containers[0]!.securityContext, container.securityContext);
    assert.partialDeepStrictEqual(backup.spec.securityContext, pod.securityContext);
    const service = ofKind("Service")[0]!;
    assert.deepEqual(service.spec.selector, deployment.metadata.labels);
    assert.notDeepEqual(service.spec.selector, backup.metadata.labels);
  });

  it("let the Ingress and Prometheus in, and Meetbot to names, its database and the web alone", () => {
    const ports = (template: Template) =>
      policyOf(template).egress!.map((rule) => JSON.stringify(rule).match(/(?<="port":)\d+/g));
    assert.deepEqual(ports(deployment), [["53", "53"], ["5432"], ["443"]]);
    assert.deepEqual(ports(backup), [["53", "53"], ["5432"]]);
    for (const one of [deployment, backup]) {
      assert.deepEqual(policyOf(one).policyTypes, ["Ingress", "Egress"]);
    }
    assert.equal(policyOf(backup).ingress, undefined);
    const [rule, ...more] = policyOf(deployment).ingress!;
    assert.equal(more.length, 0);
    assert.partialDeepStrictEqual(rule, { ports: [{ port: container.ports[0]!.name }] });
  });

  it("have Prometheus read the Service's metrics, under the job that the alerts name", () => {
    const [monitor] = manifestsOf("prometheus/service-monitor.yaml");
    const [service] = ofKind("Service");
    assert.equal(monitor?.kind, "ServiceMonitor");
    assert.deepEqual(monitor.spec.selector.matchLabels, service!.metadata.labels);
    assert.partialDeepStrictEqual(monitor.spec.endpoints, [{ port: "http", path: "/metrics" }]);
    assert.partialDeepStrictEqual(service, {
      metadata: { name: "meetbot" },
      spec: { ports: [{ name: "http" }] },
    });
  });
});

/** A schema of Kubernetes, and the type that stands beside it. */
const modelOf = ({ apiVersion, kind }: Manifest) => `kubernetes-models/${apiVersion}/${kind}`;

/** What the types of Kubernetes do not have: its schemas let through whatever they do not name. */
function unknownFields(scope: TestContext, manifests: Manifest[]): string {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-manifests-"));
  scope.after(() => rmSync(folder, { recursive: true }));
  symlinkSync(join(kubernetes!, "node_modules"), join(folder, "node_modules"));
  const typed = manifests.map((manifest, index) => {
    const type = `import("${modelOf(manifest)}").I${manifest.kind}`;
    return `export const manifest${index}: ${type} = ${JSON.stringify(manifest)};`;
  });
  writeFileSync(join(folder, "manifests.mts"), typed.join("\n"));
  const tsc = join(workspace, "node_modules/.bin/tsc");
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext"];
  const { stdout } = spawnSync(tsc, [...options, "manifests.mts"], {
    cwd: folder,
    encoding: "utf8",
  });
  return stdout;
}
