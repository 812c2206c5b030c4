import { newRequestId } from "@meetbot/protocol";
import type { RequestSpec } from "./recipe.ts";

/**
 * Returns the recipe with an id new to the webhook, because the old id sent within the same second would be a replay.
 */
export function renewId(recipe: RequestSpec, ids: Map<string, string> = new Map()): RequestSpec {
  const id = ids.get(recipe.id) ?? newRequestId(methodIn(recipe.id));
  ids.set(recipe.id, id);
  const renewed = JSON.stringify(recipe).replaceAll(recipe.id, id);
  return JSON.parse(renewed) as RequestSpec;
}

/** Returns the method that an id's prefix stands for. */
function methodIn(id: string): "test" | "orders" | "packages" {
  if (id.startsWith("order_list_")) return "orders";
  return id.startsWith("packages_") ? "packages" : "test";
}
