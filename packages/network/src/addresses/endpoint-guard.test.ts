import assert from "node:assert/strict";
import { networkInterfaces } from "node:os";
import { describe, it } from "node:test";
import { parseAllowList } from "./allow-list.ts";
import { createEndpointGuard } from "./endpoint-guard.ts";

const ownPort = 4400;

/** The verdict on a URL whose host resolves to these addresses. */
async function judge(
  url: string,
  { allow = [], answers = ["93.184.216.34"] }: { allow?: string[]; answers?: string[] } = {},
) {
  const list = parseAllowList(allow);
  const resolve = async () => answers;
  const { reason } = await createEndpointGuard({ allow: () => list, ownPort, resolve }).judge(url);
  return reason;
}

describe("createEndpointGuard", () => {
  it("opens https to a name whose addresses are all public", async () => {
    const answers = ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"];
    assert.equal(await judge("https://shop.example.com/meetbot", { answers }), "public");
    assert.equal(await judge("https://localhost.example.com:8443/", { answers }), "public");
  });

  for (const bad of ["10.0.0.7", "fd00::7", "::ffff:10.0.0.1", "fe80::1%eth0", "no address"]) {
    it(`refuses a name that also has the address ${bad}, in any order`, async () => {
      for (const answers of [
        ["93.184.216.34", bad],
        [bad, "93.184.216.34"],
      ]) {
        assert.equal(await judge("https://shop.example.com/", { answers }), "special_address");
      }
    });
  }

  for (const name of [
    "localhost",
    "localhost.",
    "a.localhost",
    "shop",
    "router.local",
    "api.internal",
    "METADATA.GOOGLE.INTERNAL",
    "metadata.tencentyun.com",
    "kubernetes.default.svc.cluster.local",
    "nas.home.arpa",
  ]) {
    it(`refuses ${name} without looking it up`, async () => {
      const guard = createEndpointGuard({
        allow: () => parseAllowList(["127.0.0.1"]),
        ownPort,
        resolve: () => assert.fail("looked up"),
      });
      const { allowed, reason } = await guard.judge(`https://${name}/`);
      assert.deepEqual([allowed, reason], [false, "internal_name"]);
    });
  }

  it("takes names that only contain an internal one for what they are", async () => {
    for (const name of [
      "internal-tools.com",
      "localhost.example.com",
      "mylocal.example.com",
      "shop.contest",
    ]) {
      assert.equal(await judge(`https://${name}/`), "public", name);
    }
  });

  it("says name_not_found of a name that cannot be looked up or has no address", async () => {
    assert.equal(await judge("https://shop.example.com/", { answers: [] }), "name_not_found");
    const guard = createEndpointGuard({
      allow: () => parseAllowList([]),
      ownPort,
      resolve: () => Promise.reject(new Error("ENOTFOUND")),
    });
    assert.deepEqual(await guard.judge("https://shop.example.com/"), {
      allowed: false,
      reason: "name_not_found",
    });
  });

  it("refuses plain http and ports of other protocols, unless the host is the operator's", async () => {
    assert.equal(await judge("http://shop.example.com/"), "plain_http");
    assert.equal(await judge("https://shop.example.com:6379/"), "refused_port");
    assert.equal(
      await judge("http://shop.example.com/", { answers: ["10.0.0.1"] }),
      "special_address",
    );
    for (const allow of [["shop.example.com"], ["93.184.216.34"], ["93.184.0.0/16"]]) {
      assert.equal(await judge("http://shop.example.com:6379/", { allow }), "allow_list");
    }
    const allow = ["93.184.216.34"];
    const answers = ["93.184.216.34", "93.184.216.35"];
    assert.equal(await judge("http://shop.example.com/", { allow, answers }), "plain_http");
  });

  it("judges a bare address as if it were reached by https", async () => {
    assert.equal(await judge("8.8.8.8"), "public");
    assert.equal(await judge("::1"), "special_address");
    assert.equal(await judge("10.0.0.1", { allow: ["10.0.0.0/8"] }), "allow_list");
    assert.equal(await judge("[::1]"), "invalid_url");
    assert.equal(await judge("fe80::1%eth0"), "invalid_url");
  });

  it("opens what the operator lists: a name whatever its addresses, a port, a network", async () => {
    const answers = ["10.0.0.5"];
    const url = "http://shop.internal:8080/";
    for (const allow of [["shop.internal"], ["shop.internal:8080"]]) {
      assert.equal(await judge(url, { allow, answers }), "allow_list");
    }
    assert.equal(await judge(url, { allow: ["shop.internal:80"], answers }), "internal_name");
    assert.equal(
      await judge("http://shop.example.com/", { allow: ["10.0.0.0/8"], answers }),
      "allow_list",
    );
    assert.equal(await judge("http://10.0.0.5:81/", { allow: ["10.0.0.5:80"] }), "special_address");
  });

  it("opens a metadata address to nobody but who lists that very address", async () => {
    const url = "http://169.254.169.254/latest/meta-data/";
    assert.equal(await judge(url), "metadata_address");
    assert.equal(await judge(url, { allow: ["0.0.0.0/0"] }), "metadata_address");
    const answers = ["169.254.169.254"];
    const allow = ["shop.example.com"];
    assert.equal(await judge("https://shop.example.com/", { allow, answers }), "metadata_address");
    assert.equal(await judge(url, { allow: answers }), "allow_list");
  });

  it("keeps Meetbot's own port closed by every address of this machine, whatever is listed", async () => {
    const allow = ["127.0.0.0/8", "0.0.0.0/0", "::/0", "shop.example.com"];
    const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const hosts = ["127.0.0.1", "127.9.9.9", "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]"];
    for (const { address, family } of own) hosts.push(family === "IPv6" ? `[${address}]` : address);
    for (const host of hosts) {
      assert.equal(await judge(`http://${host}:${ownPort}/`, { allow }), "own_port", host);
    }
    const answers = ["127.0.0.1"];
    const url = `http://shop.example.com:${ownPort}/`;
    assert.equal(await judge(url, { allow, answers }), "own_port");
    assert.equal(await judge("http://127.0.0.1:4401/", { allow }), "allow_list");
  });
});
