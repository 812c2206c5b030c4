import type { Body, Caller, Data } from "./call-medusa.ts";

/** What is sold, where, and by which keys. */
export interface Store {
  secretKey: string;
  publishableKey: string;
  /** Regions: prices without tax, and with it. */
  net: Data;
  gross: Data;
  location: Data;
  channel: Data;
  shipping: Data;
  shirt: string;
  mug: string;
}

const currency = "eur";

/** Makes something by the admin API, and returns it from under its name in the answer. */
type Make = (path: string, name: string, body: Body) => Promise<Data>;

/** A shop of two regions and two products, as its owner sets it up. */
export async function openStore(owner: Caller): Promise<Store> {
  const make: Make = async (path, name, body) => (await owner.post(`/admin/${path}`, body))[name];
  const keyOf = (title: string, type: string) => make("api-keys", "api_key", { title, type });
  const { token: secretKey } = await keyOf("Meetbot", "secret");
  const publishable = await keyOf("Storefront", "publishable");
  const channel = await make("sales-channels", "sales_channel", { name: "Storefront" });
  await owner.post(`/admin/api-keys/${publishable.id}/sales-channels`, { add: [channel.id] });
  const net = await openRegion(make, { name: "Germany", country: "de", rate: 19, isGross: false });
  const gross = await openRegion(make, { name: "Austria", country: "at", rate: 20, isGross: true });
  const { shipping_profiles: profiles } = await owner.get("/admin/shipping-profiles");
  const profile =
    profiles[0] ??
    (await make("shipping-profiles", "shipping_profile", { name: "Default", type: "default" }));
  const within: Within = { channel, profile, gross };
  const { location, shipping } = await ship(owner, make, within);
  const shirt = await sell(make, "Classic White T-Shirt", 25, ["S", "M"], within);
  const mug = await sell(make, "Enamel Mug", 12.5, null, within);
  await owner.post("/admin/promotions", {
    ...{ code: "SPRING", type: "standard", status: "active" },
    application_method: {
      ...{ type: "fixed", target_type: "order", value: 5, currency_code: currency },
    },
  });
  return {
    ...{ secretKey, publishableKey: publishable.token, net, gross, location, channel, shipping },
    ...{ shirt: shirt.variants[0].id, mug: mug.variants[0].id },
  };
}

interface Region {
  name: string;
  country: string;
  rate: number;
  /** Whether prices are set with their tax. */
  isGross: boolean;
}

async function openRegion(make: Make, { name, country, rate, isGross }: Region): Promise<Data> {
  const region = await make("regions", "region", {
    ...{ name, currency_code: currency, countries: [country], is_tax_inclusive: isGross },
    payment_providers: ["pp_system_default"],
  });
  await make("tax-regions", "tax_region", {
    ...{ country_code: country, provider_id: "tp_system" },
    default_tax_rate: { rate, code: country, name: "VAT" },
  });
  return region;
}

interface Within {
  channel: Data;
  profile: Data;
  /** Only a price of a region's own is one with tax. */
  gross: Data;
}

/** Where parcels come from, and how they go to both countries. */
async function ship(owner: Caller, make: Make, { channel, profile, gross }: Within) {
  const location = await make("stock-locations", "stock_location", { name: "Berlin" });
  const at = `stock-locations/${location.id}`;
  await owner.post(`/admin/${at}/sales-channels`, { add: [channel.id] });
  await owner.post(`/admin/${at}/fulfillment-providers`, { add: ["manual_manual"] });
  const { fulfillment_sets: sets } = await make(
    `${at}/fulfillment-sets?fields=*fulfillment_sets`,
    "stock_location",
    { name: "Parcels", type: "shipping" },
  );
  const { service_zones: zones } = await make(
    `fulfillment-sets/${sets[0].id}/service-zones?fields=*service_zones`,
    "fulfillment_set",
    {
      name: "Here",
      geo_zones: ["de", "at"].map((code) => ({ type: "country", country_code: code })),
    },
  );
  const shipping = await make("shipping-options", "shipping_option", {
    ...{ name: "Standard Shipping", price_type: "flat", provider_id: "manual_manual" },
    ...{ service_zone_id: zones[0].id, shipping_profile_id: profile.id },
    type: { label: "Standard", description: "In some days", code: "standard" },
    prices: [
      { currency_code: currency, amount: 4.95 },
      { region_id: gross.id, amount: 4.95 },
    ],
    rules: [],
  });
  return { location, shipping };
}

/** A product in some sizes, or in none: then it has one variant, as the admin names it. */
function sell(
  make: Make,
  title: string,
  amount: number,
  sizes: readonly string[] | null,
  { channel, profile, gross }: Within,
): Promise<Data> {
  const option = sizes ? "Size" : "Default option";
  const values = sizes ?? ["Default option value"];
  return make("products", "product", {
    ...{ title, status: "published", thumbnail: "https://shop.example/picture.jpg" },
    ...{ shipping_profile_id: profile.id, sales_channels: [{ id: channel.id }] },
    options: [{ title: option, values }],
    variants: values.map((value) => ({
      title: sizes ? value : "Default variant",
      manage_inventory: false,
      options: { [option]: value },
      prices: [
        { currency_code: currency, amount },
        { currency_code: currency, amount, rules: { region_id: gross.id } },
      ],
    })),
  });
}
