import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { it } from "node:test";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../../../scripts/release/audit.mjs", import.meta.url));

/** What `npm run audit` makes of a registry that answers the question like this. */
async function audit(status: number, body: object): Promise<{ code: number; said: string }> {
  const server = createServer((request, response) => {
    const isQuestion = request.url?.endsWith("/advisories/bulk") ?? false;
    response.writeHead(isQuestion ? status : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(isQuestion ? body : {}));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, npm_config_registry: `http://127.0.0.1:${port}/` };
  try {
    return await new Promise((resolve) => {
      execFile(process.execPath, [script], { env }, (error, said) =>
        resolve({ code: Number(error?.code ?? 0), said }),
      );
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

it("fails on a vulnerability that the registry knows of, and names it", async () => {
  const severe = { id: 1, url: "https://advisories.example/1", title: "A hole", severity: "high" };
  const { code, said } = await audit(200, {
    undici: [{ ...severe, vulnerable_versions: "<99.0.0" }],
  });
  assert.match(said, /1 known vulnerabilities[\s\S]*undici .*: high/);
  assert.equal(code, 1);
});

it("is content where none is known", async () => {
  assert.deepEqual(await audit(200, {}), {
    code: 0,
    said: "npm audit, production only: 0 known vulnerabilities.\n",
  });
});

it("says so where the registry does not answer, and is no failure", async () => {
  const { code, said } = await audit(405, {});
  assert.match(said, /was not answered by the registry: 405/);
  assert.equal(code, 0);
});
