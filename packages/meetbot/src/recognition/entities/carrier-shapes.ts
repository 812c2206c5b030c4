/**
 * Forms of tracking numbers that no shop gives its orders: they need no word beside them. Forms
 * of bare digits are left to the words around them, except those of the United States' mail.
 * Written in upper case, without spaces.
 */
const carrierShapes: readonly RegExp[] = [
  /^1Z[0-9A-Z]{16}$/, // UPS
  /^(?:UPS|USPS|DHL|FEDEX|TNT|EMS)\d{3,30}$/, // a carrier's name and its number
  /^[A-Z]{2}\d{9}[A-Z]{2}$/, // letters and parcels by post, worldwide (UPU S10)
  /^(?:420\d{5}(?:\d{4})?)?9[1-5]\d{20}$/, // USPS, with or without the destination's postal code
  /^TBA\d{12}$/, // Amazon
  /^JVGL\d{10,14}$/, // DHL parcel
  /^SF\d{12,15}$/, // SF Express
  /^JD(?:[A-Z]{0,2})\d{11,15}(?:-\d+-\d+-?)?$/, // JD Logistics
  /^YT\d{13,18}$/, // YTO Express, YunExpress
  /^(?:JT|ZTO|STO|YTO|DPK|KYE?)\d{9,15}$/, // J&T, ZTO, STO, YTO, Deppon, Kuayue
];

/** Whether a token is a tracking number by its form alone. */
export function hasCarrierShape(value: string): boolean {
  const upper = value.toUpperCase();
  return carrierShapes.some((shape) => shape.test(upper));
}
