import { defineHastPlugin } from "satteri";

/** The empty corner of a table heads nothing: screen readers must not announce a heading there. */
export const plainCorners = defineHastPlugin({
  name: "plain-corners",
  element: {
    filter: ["th"],
    visit: (node) => (node.children.length === 0 ? { ...node, tagName: "td" } : undefined),
  },
});
