// A Vendure server with a small shop, in memory: node server.cjs FOLDER [MODULE], where FOLDER has Vendure installed, and
// `tellMeetbot` of MODULE is given the server. Prints its port when it listens, and ends with its standard input.
const { createRequire } = require("node:module");
const { mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { createServer } = require("node:net");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

process.env.VENDURE_DISABLE_TELEMETRY = "true";
const from = createRequire(join(process.argv[2], "package.json"));
const core = from("@vendure/core");
const { populate } = from("@vendure/core/cli");

const { LanguageCode } = core;
const configurable = (code, args) => ({
  code,
  arguments: Object.entries(args).map(([name, value]) => ({ name, value })),
});
const dummy = (name, automaticSettle) => ({
  name,
  handler: configurable("dummy-payment-handler", { automaticSettle: String(automaticSettle) }),
});

const initialData = {
  defaultLanguage: LanguageCode.en,
  defaultZone: "Europe",
  countries: [{ name: "Germany", code: "DE", zone: "Europe" }],
  taxRates: [{ name: "Standard Tax", percentage: 19 }],
  shippingMethods: [{ name: "Standard Shipping", price: 495, taxRate: 19 }],
  paymentMethods: [dummy("card", true), dummy("invoice", false)],
  collections: [],
};

const products = `name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets
Classic White T-Shirt,shirt,A shirt,,,size,S,SHIRT-S,25.00,standard,1000,false,,
,,,,,,M,SHIRT-M,25.00,standard,1000,false,,
Enamel Mug,mug,A mug,,,,,MUG,12.50,standard,1000,false,,
`;

async function main() {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-vendure-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const csv = join(folder, "products.csv");
  writeFileSync(csv, products);
  const port = await freePort();
  const config = {
    apiOptions: { port, hostname: "127.0.0.1", adminApiPath: "admin-api", shopApiPath: "shop-api" },
    authOptions: {
      tokenMethod: ["bearer", "cookie", "api-key"],
      superadminCredentials: { identifier: "superadmin", password: "superadmin" },
      cookieOptions: { secret: "a secret of a shop that lives as long as its process" },
      requireVerification: false,
    },
    dbConnectionOptions: { type: "sqljs", synchronize: true, autoSave: false },
    paymentOptions: { paymentMethodHandlers: [core.dummyPaymentHandler] },
    logger: new core.DefaultLogger({ level: core.LogLevel.Error }),
    plugins: [],
  };
  const app = await populate(() => core.bootstrap(config), initialData, csv);
  const [module] = process.argv.slice(3);
  if (module) (await import(module)).tellMeetbot(app);
  process.stdin.resume().on("end", () => process.exit(0));
  // What was logged while it started is above.
  console.log(`listening ${port}`);
  return app;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
