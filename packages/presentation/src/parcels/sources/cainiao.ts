import type { ParcelSource } from "../parcel-source.ts";

/** 菜鸟's codes, as the WMS and TMS of merchants in China pass them on; no complete public list exists. */
export const cainiao: ParcelSource = {
  called: "菜鸟 / WMS, TMS",
  codes: {
    WMS_ACCEPT: "preparing",
    TMS_ACCEPT: "picked_up",
    TMS_STATION_IN: "in_transit",
    TMS_STATION_OUT: "in_transit",
    TMS_DELIVERING: "out_for_delivery",
    GTMS_DELIVERING: "out_for_delivery",
    TMS_SIGN: "delivered",
    GTMS_SIGNED: "delivered",
    TMS_FAILED: "attempt_failed",
    GTMS_SIGN_FAILURE: "attempt_failed",
    TMS_CHANGE: "attempt_failed",
    TMS_ERROR: "exception",
    TMS_RETURN: "returning",
    TMS_FAILED_IN: "returned",
    TMS_CANCEL_SUCCESS: "canceled",
  },
  /** `CC_EX_…` is export customs in the country of origin, `CC_IM_…` import customs in the destination country. */
  otherwise: (code) => (/^cc_(ex|im)_\w+$/.test(code) ? "customs" : null),
};
