import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse, parseAllDocuments } from "yaml";
import { skipWithout } from "../../sdk/test/skip-without.ts";
import { readConfig } from "../src/config.ts";
import {
  kubernetes,
  type Manifest,
  modelOf,
  unknownFields,
  whyNoSchemas,
} from "./fixtures/kubernetes-schemas.ts";

// The manifests for Kubernetes are what its readers take, and fit together.

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
const folder = join(workspace, "deploy/kubernetes");
const read = (file: string) => readFileSync(join(folder, file), "utf8");
/** Kubernetes kills what stops later; Meetbot itself ends after 15 s. */
const stopsWithinS = 15;

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

/** What operators put the name of their own in place of. */
const image = "registry.example.com/meetbot";
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

  it("are put together by kustomize, with one build of the image and what Prometheus reads", {
    skip: skipWithout("kubectl"),
  }, (t) => {
    const copy = mkdtempSync(join(tmpdir(), "meetbot-kustomize-"));
    t.after(() => rmSync(copy, { recursive: true }));
    cpSync(folder, copy, { recursive: true });
    const digest = `sha256:${"a".repeat(64)}`;
    const list = { ...base, components: ["prometheus"], images: [{ name: image, digest }] };
    writeFileSync(join(copy, "kustomization.yaml"), JSON.stringify(list));
    const { stdout, stderr } = spawnSync("kubectl", ["kustomize", copy], { encoding: "utf8" });
    assert.equal(stderr, "");
    const kinds = parseAllDocuments(stdout).map((one) => one.toJS().kind);
    assert.equal(kinds.length, manifests.length - ofKind("Secret").length + 1);
    assert.ok(kinds.includes("ServiceMonitor"));
    const images = [...stdout.matchAll(/ image: (.*)/g)].map(([, named]) => named);
    assert.deepEqual(images, [`${image}@${digest}`, `${image}@${digest}`]);
  });

  it("run one image, of the package's version, which kustomize may replace", () => {
    const { version } = JSON.parse(readFileSync(join(workspace, "package.json"), "utf8"));
    assert.deepEqual(base.images, [{ name: image, newName: image, newTag: version }]);
    for (const { spec } of [deployment, backup]) {
      assert.deepEqual(
        spec.containers.map(({ image }) => image),
        [`${image}:${version}`],
      );
    }
  });

  const skip = kubernetes === null && whyNoSchemas;
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
