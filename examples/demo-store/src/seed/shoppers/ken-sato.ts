import type { SeedShopper } from "./seed-shopper.ts";

/** Ken Sato orders from Osaka in yen, a currency without decimals. */
export const kenSato: SeedShopper = {
  email: "ken.sato@example.org",
  name: "Ken Sato",
  addresses: {
    home: {
      recipient: "Ken Sato",
      street1: "4-5-6 Example",
      city: "Kita-ku, Osaka",
      state: "Osaka",
      postalCode: "530-0001",
      country: "JP",
    },
  },
  orders: [
    {
      number: "MB4VTJ2N4974",
      status: "processing",
      placed: { daysAgo: 1, at: "04:28" },
      paymentMethod: "JCB 3471",
      currency: "JPY",
      lines: { "rain-jacket": 1 },
      shipping: 0,
    },
    {
      number: "MB64GUQ2G6D6",
      status: "unpaid",
      placed: { daysAgo: 3, at: "07:14" },
      currency: "JPY",
      lines: { teapot: 1 },
      discounts: { "Autumn Sale": 2520 },
      shipping: 0,
    },
    {
      number: "MB79F862PSXB",
      status: "shipped",
      placed: { daysAgo: 5, at: "02:51" },
      paymentMethod: "JCB 3471",
      currency: "JPY",
      lines: { "enamel-mug": 2, notebook: 3 },
      shipping: 660,
      packages: [
        {
          number: "PKBW2624PZ",
          carrier: "yamato",
          trackingNumber: "985365653871",
          status: "In transit",
          dueInDays: 1,
        },
        {
          number: "PKP3J23ZN5",
          carrier: "yamato",
          trackingNumber: "904794692535",
          status: "Out for delivery",
          dueInDays: 0,
          product: "notebook",
        },
      ],
    },
    {
      number: "MB84H37J85V7",
      status: "delivered",
      placed: { daysAgo: 21, at: "09:36" },
      paymentMethod: "Convenience store",
      currency: "JPY",
      lines: { "puer-cake": 1 },
      shipping: 660,
      packages: [
        {
          number: "PKG3FWC33B",
          carrier: "yamato",
          trackingNumber: "674011327010",
          status: "Delivered",
          dueInDays: -18,
        },
      ],
    },
    {
      number: "MB9AWK3SXC98",
      status: "canceled",
      placed: { daysAgo: 40, at: "11:11" },
      paymentMethod: "JCB 3471",
      currency: "JPY",
      lines: { "desk-lamp": 1 },
      shipping: 0,
    },
    {
      number: "MBV4CE2ZU6ZS",
      status: "delivered",
      placed: { daysAgo: 64, at: "06:05" },
      paymentMethod: "JCB 3471",
      currency: "JPY",
      lines: { "fountain-pen": 2, notebook: 1 },
      discounts: { "New Customer Discount": 1320 },
      shipping: 0,
      packages: [
        {
          number: "PKVFA38U8Q",
          carrier: "dhl",
          trackingNumber: "4906969244",
          status: "Delivered",
          dueInDays: -58,
        },
      ],
    },
  ],
};
