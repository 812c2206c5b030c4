import { type Fields, optional, readFields, readOr } from "../fields/read-fields.ts";
import { readExactId, readId, readText } from "../fields/read-text.ts";
import { readUrl } from "../fields/read-url.ts";
import { readOrder } from "../orders/read-order.ts";
import { guardPush, readJson } from "./guard-push.ts";
import type { OrderPlacedPush, PackageChangedPush, PushRecipient } from "./push.ts";
import { agreed, needed, readMethod, readPushId, readStatus, unknownName } from "./push-fields.ts";
import { readRecipient } from "./read-recipient.ts";

const knownTemplates = "'Order Receipt Push' or 'Shipping Status Update Push'";

/**
 * Parses a push in the form of the origin product's API: `send_template` with one of its two templates. Such a push has
 * no time of its own, so the time of reading counts as the time when the package moved. Throws only `PushError`.
 */
export function parseSendTemplate(
  body: unknown,
  nowMs = Date.now(),
): OrderPlacedPush | PackageChangedPush {
  const json = readJson(body);
  return guardPush(() => {
    const push = readFields(json, "");
    const request = readFields(push.values.request ?? {}, "/request");
    const id = readPushId(request);
    if (readMethod(request, "send_template") !== "send_template") {
      throw unknownName("/request/method", "send_template");
    }
    const pageId = readOr(request, "page_id", readExactId, undefined);
    const envelope = { id, ...(pageId !== undefined && { pageId }) };
    const recipient = readRecipient(push.values.recipient);
    const params = readFields(push.values.params ?? {}, "/params");
    switch (request.values.template_name) {
      case "Order Receipt Push":
        return { ...envelope, recipient, ...readReceipt(recipient, params, nowMs) };
      case "Shipping Status Update Push":
        return { ...envelope, recipient, ...readShipping(recipient, params, nowMs) };
      default:
        throw unknownName("/request/template_name", knownTemplates);
    }
  });
}

function readReceipt(recipient: PushRecipient, params: Fields, nowMs: number) {
  const order = needed(params, "receipt", readOrder);
  agreed("/params/receipt/order_number", order.order_number, orderOf(recipient));
  return {
    method: "order.placed" as const,
    orderNumber: order.order_number,
    occurredAt: Math.min(Number(order.timestamp) * 1000, nowMs),
    order,
  };
}

function readShipping(recipient: PushRecipient, params: Fields, nowMs: number) {
  const packageNumber = needed(params, "package_number", readId);
  const status = needed(params, "package_status", readStatus);
  const { package_status_description: statusText, order_number: named } = optional(params, {
    package_status_description: readText,
    order_number: readId,
  });
  agreed(
    "/params/package_number",
    packageNumber,
    "packageNumber" in recipient ? recipient.packageNumber : undefined,
  );
  const orderNumber = agreed("/params/order_number", named, orderOf(recipient));
  return {
    method: "package.changed" as const,
    packageNumber,
    status,
    occurredAt: nowMs,
    ...(statusText !== undefined && { statusText }),
    ...(orderNumber !== undefined && {
      orderNumber,
      package: {
        order_number: orderNumber,
        package_number: packageNumber,
        package_status: status,
        ...readLinks(params),
      },
    }),
  };
}

function readLinks(params: Fields) {
  const { detailed_tracking_url: trackingUrl, ...image } = optional(params, {
    detailed_tracking_url: readUrl,
    image_url: readUrl,
  });
  return { ...image, ...(trackingUrl !== undefined && { tracking_url: trackingUrl }) };
}

function orderOf(recipient: PushRecipient): string | undefined {
  return "orderNumber" in recipient ? recipient.orderNumber : undefined;
}
