import { createHash, createHmac } from "node:crypto";
import type { CarrierKind } from "@meetbot/model/carrier/carrier.ts";
import type { CarrierCall, CarrierHint } from "./form/carrier.ts";

/** What the carriers of these tests sign under. */
export const secret = "s3cret-of-the-carrier";

const place = { city: "Leipzig", country_region: "DEU", message: "Shipment delivered" };

/** What each of them sends, in the shape that its own pages describe. */
export const sent = {
  aftership: {
    ts: 1_795_000_000,
    event: "tracking_update",
    event_id: "7ab2ba6b-8b0d-4f0e-9d5c-02a4b0f0a001",
    is_tracking_first_tag: true,
    msg: {
      id: "lanterns0001",
      tracking_number: "1Z999AA10123456784",
      slug: "ups",
      tag: "Delivered",
      subtag: "Delivered_001",
      subtag_message: "Delivered",
      checkpoints: [
        {
          ...place,
          tag: "InTransit",
          subtag: "InTransit_003",
          checkpoint_time: "2026-11-17T08:00:00+01:00",
        },
        {
          ...place,
          tag: "Delivered",
          subtag: "Delivered_001",
          checkpoint_time: "2026-11-18T12:30:00+01:00",
        },
      ],
    },
  },
  "17track": {
    event: "TRACKING_UPDATED",
    data: {
      number: "RR123456789CN",
      carrier: 3011,
      param: null,
      tag: "",
      track_info: {
        latest_status: {
          status: "InTransit",
          sub_status: "InTransit_PickedUp",
          sub_status_descr: null,
        },
        latest_event: {
          time_iso: "2026-11-18T19:30:00+08:00",
          time_utc: "2026-11-18T11:30:00Z",
          description: "Accepted",
          stage: "PickedUp",
        },
        tracking: { providers: [] },
      },
    },
  },
  kuaidi100: {
    status: "polling",
    billstatus: "got",
    message: "",
    autoCheck: "0",
    comOld: "",
    comNew: "",
    lastResult: {
      message: "ok",
      state: "501",
      status: "200",
      condition: "F00",
      ischeck: "0",
      com: "yuantong",
      nu: "YT6247854916511",
      data: [
        {
          context: "已放入驿站 + 待取",
          time: "2026-11-18 17:16:34",
          ftime: "2026-11-18 17:16:34",
          statusCode: "501",
        },
      ],
    },
  },
  easypost: {
    object: "Event",
    id: "evt_lanterns1",
    description: "tracker.updated",
    mode: "production",
    result: {
      object: "Tracker",
      id: "trk_lanterns1",
      tracking_code: "EZ4000000004",
      status: "out_for_delivery",
      status_detail: "out_for_delivery",
      updated_at: "2026-11-18T12:00:00Z",
      weight: 17,
      tracking_details: [
        { object: "TrackingDetail", status: "in_transit", datetime: "2026-11-17T10:00:00Z" },
        { object: "TrackingDetail", status: "out_for_delivery", datetime: "2026-11-18T11:30:00Z" },
      ],
    },
    previous_attributes: { status: "in_transit" },
  },
  sendcloud: {
    action: "parcel_status_changed",
    timestamp: 1_795_001_500_000,
    carrier_status_change_timestamp: 1_795_001_400_000,
    parcel: {
      id: 1,
      tracking_number: "3SYZXG132912330",
      order_number: "ORD12334",
      status: { id: 11, message: "Delivered" },
    },
  },
} as const;

const at1130 = Date.UTC(2026, 10, 18, 11, 30);

/** The hint to parse from each carrier's example. */
export const hintOf: Readonly<Record<CarrierKind, CarrierHint>> = {
  aftership: { trackingNumber: "1Z999AA10123456784", status: "delivered", occurredAt: at1130 },
  "17track": { trackingNumber: "RR123456789CN", status: "picked_up", occurredAt: at1130 },
  kuaidi100: { trackingNumber: "YT6247854916511", status: "ready_for_pickup", occurredAt: null },
  easypost: { trackingNumber: "EZ4000000004", status: "out_for_delivery", occurredAt: at1130 },
  sendcloud: {
    trackingNumber: "3SYZXG132912330",
    status: "delivered",
    occurredAt: 1_795_001_400_000,
  },
};

/** Its body; of 快递100 with its signature, `null`: without. */
export function bodyOf(kind: CarrierKind, told: unknown, key: string | null = secret): Buffer {
  const json = JSON.stringify(told);
  if (kind !== "kuaidi100") return Buffer.from(json);
  const sign = createHash("md5").update(`${json}${key}`).digest("hex").toUpperCase();
  return Buffer.from(new URLSearchParams({ ...(key && { sign }), param: json }).toString());
}

/** A request as the carrier sends it. */
export function callOf(kind: CarrierKind, told: unknown, key = secret): CarrierCall {
  const body = bodyOf(kind, told, key);
  const hmac = (encoding: "base64" | "hex") =>
    createHmac("sha256", key).update(body).digest(encoding);
  const headers: Record<CarrierKind, Record<string, string>> = {
    aftership: { "aftership-hmac-sha256": hmac("base64") },
    "17track": { sign: createHash("sha256").update(`${body}/${key}`).digest("hex") },
    kuaidi100: {},
    easypost: { "X-Hmac-Signature": `hmac-sha256-hex=${hmac("hex")}` },
    sendcloud: { "Sendcloud-Signature": hmac("hex") },
  };
  return { headers: new Headers(headers[kind]), body };
}

/** Returns a form's content, so that a test can distinguish two spellings of one form from two forms. */
export function pushed(body: Buffer): string {
  const form = new URLSearchParams(body.toString());
  return JSON.stringify([form.get("param"), form.get("sign")?.toUpperCase()]);
}
