import type { ParcelSource } from "../parcel-source.ts";

/** 菜鸟's codes, as WMS and TMS of merchants in China pass them on; there is no public list of all. */
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
  /** `CC_EX_…` is the customs of the country that it leaves, `CC_IM_…` of the one that it comes to. */
  otherwise: (code) => (/^cc_(ex|im)_\w+$/.test(code) ? "customs" : null),
};
