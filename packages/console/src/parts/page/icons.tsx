import type { ReactNode } from "react";

/** Drawn on a grid of 20. Each icon decorates a text, or is in a button that has a name. */
const shapes = {
  account: (
    <path d="M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4Zm-6 6.4c.6-3 3-4.7 6-4.7s5.4 1.7 6 4.7" />
  ),
  answers: (
    <path d="M3.5 4.500h13v9.500h-7l-3.5 3v-3H3.500zm4.700 3.300c.2-1 .9-1.500 1.800-1.500s1.800.6 1.800 1.500c0 1.200-1.800 1.200-1.800 2.400m0 1.500v.1" />
  ),
  api: <path d="m7 6-4 4 4 4m6-8 4 4-4 4m-1.5-9.5-3 11" />,
  audit: <path d="M5 3.500h7l3 3v10H5zM8 9h4m-4 3h4" />,
  bell: (
    <path d="M5 13.500h10l-1.200-2V8.500a3.800 3.800 0 0 0-7.600 0v3zM8.600 16a1.500 1.500 0 0 0 2.800 0" />
  ),
  bot: <path d="M4 7.500h12v8H4zm6 0V4.500m-3 6v2m6-2v2M10 4.500a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1Z" />,
  card: <path d="M3 5h14v10H3zM3 8.500h14M5.5 12h4" />,
  channels: <path d="M3.5 5h13v9h-7l-3.5 3v-3H3.500z" />,
  check: <path d="m4 10.5 4 4 8-9" />,
  checklist: <path d="m3.5 5.5 1.5 1.5 2.5-3m-4 8.500L5 14l2.5-3M10.5 6h6m-6 7h6" />,
  chevron: <path d="m6 8 4 4 4-4" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  conversations: <path d="M3.5 4.500h9v6.500h-5l-2.5 2v-2H3.500zm6 9h4l2.5 2v-2h.5V8" />,
  copy: <path d="M7 7h9.500v9.500H7zM4.5 13h-1V3.500H13v1" />,
  dark: <path d="M16 11.500A6.5 6.5 0 1 1 8.5 4a5.2 5.2 0 0 0 7.5 7.500Z" />,
  deliveries: <path d="M3 10h10m-3.5-4 4 4-4 4M17 4v12" />,
  download: <path d="M10 3.500v9m-4-3.5 4 4 4-4M4 16.500h12" />,
  external: <path d="M11.5 4H16v4.500M16 4l-7 7M8.5 5H4v11h11v-4.5" />,
  eye: (
    <path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5Zm7.5 2.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400Z" />
  ),
  filter: <path d="M3.5 5h13l-5 6v5l-3-1.500V11z" />,
  help: (
    <path d="M10 16.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM8.200 8.300c.2-1 .9-1.500 1.800-1.500s1.800.6 1.800 1.500c0 1.200-1.800 1.200-1.800 2.400m0 1.900v.1" />
  ),
  inbox: <path d="M3.5 11.500 6 4.500h8l2.500 7v4.500h-13zm0 0h3.500l1 2h4l1-2h3.500" />,
  keys: (
    <path d="M12.5 10.500a3.5 3.5 0 1 0-3.3-2.300L3.5 14v2.500H6V15h1.500v-1.500H9l1.7-1.700c.5.5 1.1.7 1.8.7Z" />
  ),
  light: (
    <path d="M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm0-9.500V5m0 10v1.500M3.5 10H5m10 0h1.500M5.4 5.400l1 1m7.2 7.2 1 1m0-9.2-1 1m-7.2 7.2-1 1" />
  ),
  more: <path d="M5 10h.01M10 10h.01M15 10h.01" strokeWidth={2.6} />,
  news: <path d="M3.500 8v4h2.500l6.500 3.500v-11L6 8zm3 4 1 4h2m5.500-8a3 3 0 0 1 0 4" />,
  overview: <path d="M3.5 16.500h13M5.5 13V9.500m4.5 3.500V5m4.5 8V8" />,
  people: (
    <path d="M7.5 9.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM3 15.500c.4-2.5 2.2-4 4.5-4s4.1 1.5 4.5 4m.5-6.500a2.2 2.2 0 1 0-1-4.200m3 10.700c-.1-1.9-.9-3.2-2-3.9" />
  ),
  picture: <path d="M3 4.500h14v11H3zm0 8.500 4-4 4 4 2.500-2.500L17 14M13 7.500v.1" />,
  play: <path d="m6.5 4.5 9 5.5-9 5.500z" />,
  plus: <path d="M10 4v12M4 10h12" />,
  refresh: <path d="M16 6.500A7 7 0 1 0 17 10m-1-6.500v3h-3" />,
  search: <path d="M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 3.5 3.5" />,
  settings: (
    <path d="M4 6h7m4 0h1M4 14h1m4 0h7M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm-6 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z" />
  ),
  signOut: <path d="M8.5 4H4v12h4.500M8 10h8.500m-3-3.500L17 10l-3.5 3.5" />,
  skip: <path d="M5 10h10" />,
  trash: <path d="M4 5.500h12M8 5.500v-2h4v2m-6.5 0 .7 11h7.600l.7-11" />,
  undo: <path d="M4 8.500h8.500a3.700 3.700 0 0 1 0 7.500H8M7.500 5 4 8.500 7.500 12" />,
  upload: <path d="M10 13V4m-4 3.500 4-4 4 4M4 16.500h12" />,
  warning: <path d="m10 3.5 7.5 13h-15zM10 8.500v3.500m0 2v.3" />,
  webhook: (
    <path d="M8.5 8.5 5.5 13.500M10 8a2.5 2.5 0 1 0-2.5-2.500M5 16.500a2.5 2.5 0 1 1 1.2-4.700m9.3.2a2.5 2.5 0 1 1-1 4.400M11 7.700l3 5.300m-6.5 1.500h6" />
  ),
} satisfies Record<string, ReactNode>;

export type Icon = keyof typeof shapes;

/** One of the console's few icons. */
export function IconOf({ icon, size = 18 }: { icon: Icon; size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[icon]}
    </svg>
  );
}
